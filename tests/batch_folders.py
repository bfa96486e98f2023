"""Folders of exports for the tests of batches: quick to audit by the small rulebook, of every format, whole and broken."""

import json
import zipfile
from pathlib import Path
from typing import Any

from command_line import MEMO, Outcome, run
from parsers.telegram_exports import export, message

DAMAGED_ZIP = b"PK\x03\x04" + b"\0" * 40


def write_chat(folder: Path, title: str = "2А родители", name: str = "result.json") -> Path:
    """Write a Telegram export of three messages."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(export(message(1, "Меню на завтра"), message(2, "Спасибо"), message(3, "Собрание в среду"), name=title))
    return path


def write_page(folder: Path, title: str = "2А родители", name: str = "messages.html") -> Path:
    """Write the same as a page of Telegram's HTML export."""
    folder.mkdir(parents=True, exist_ok=True)
    row = (
        '<div class="message default clearfix" id="message1"><div class="body"><div class="pull_right date details" '
        'title="02.09.2024 08:05:00 UTC+03:00">\n08:05\n</div><div class="from_name">\nОльга\n</div>'
        '<div class="text">\nДобрый день\n</div></div></div>'
    )
    path = folder / name
    path.write_text(
        f'<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_header"><div class="content">'
        f'<div class="text bold">\n{title}\n</div></div></div><div class="history">{row}</div></body></html>',
        encoding="utf-8",
    )
    return path


def write_whatsapp(folder: Path, name: str = "Чат WhatsApp с контактом 3Б.txt") -> Path:
    """Write a WhatsApp text of two messages."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("02.09.2024, 08:05 - Ольга: Добрый день\n02.09.2024, 08:06 - Ирина: Спасибо\n", encoding="utf-8")
    return path


def write_account(folder: Path, **types: str) -> Path:
    """Write a whole-account export: a chat of each title with this type."""
    folder.mkdir(parents=True, exist_ok=True)
    chats = [{"name": title, "type": kind, "id": 100 + at, "messages": [message(1), message(2)]} for at, (title, kind) in enumerate(types.items())]
    path = folder / "result.json"
    content = {"about": "Here is the data", "contacts": {"about": "", "list": []}, "chats": {"about": "", "list": chats}}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def pack(path: Path, **members: bytes) -> Path:
    """Write a zip; of a member's name «__» stands for «/» and «_dot_» for «.»."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return path


def batch(folder: Path | str, output: Path, *arguments: object, jobs: int = 1, **environment: str) -> Outcome:
    """Run a batch by the small rulebook, in this process unless told otherwise."""
    unlimited = ["--timeout", 0, "--memory", 0] if jobs == 1 else []
    return run("batch", folder, "--output", output, "--rules", MEMO, "--jobs", jobs, *unlimited, *arguments, **environment)


def summary_of(output: Path) -> Any:
    """Read the summary."""
    return json.loads((output / "summary.json").read_text(encoding="utf-8"))


def places(output: Path) -> list[str | None]:
    """Return the places of the rows, in order."""
    return [row["place"] for row in summary_of(output)["rows"]]


def files_of(folder: Path) -> dict[str, bytes]:
    """Return all files under a folder with their bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def text_of(folder: Path) -> str:
    """Return the text of all files under a folder, workbooks unpacked."""
    texts: list[bytes] = []
    for path in sorted(folder.rglob("*.*")):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                texts += [archive.read(name) for name in archive.namelist()]
        elif path.is_file():
            texts.append(path.read_bytes())
    return b"\n".join(texts).decode()
