"""A folder of exports of every kind, whole and broken, many of them longer than their beginning, with what stands beside them."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from batch_folders import pack, write_account, write_chat
from batch_many import write_many
from parsers.telegram_exports import export, message
from parsers.vk_archives import GROUP, Said, archive, conversation, write

LONG = 400  # messages, of which a beginning of a file holds a part


def long_chat(title: str, last: str = "Спасибо", kind: str = "private_group") -> bytes:
    """Return a Telegram export that is longer than a beginning."""
    said = [message(number, f"Сообщение о собрании номер {number}, приходите все, пожалуйста") for number in range(1, LONG)]
    return export(*said, message(LONG, last), name=title, type=kind)


def write_everything(folder: Path) -> None:
    """Write exports of every kind, with what stands beside them and what must not be taken for them."""
    write_many(folder, 14)
    for name, last in (
        ("длинный а", "конец"),
        ("длинный б", "кобец"),
        ("длинный в", "конец"),
    ):  # as long as each other; the first and the last are copies
        (folder / name).mkdir()
        (folder / name / "result.json").write_bytes(long_chat("Длинный", last))
    (folder / "длинный а" / "chataudit.yaml").write_text("timezone: +05:00\n", encoding="utf-8")
    (folder / "длинный б" / "список.csv").write_text("ребёнок;родитель\nПетя;Ольга\n", encoding="utf-8")
    write_long_account(folder / "аккаунт")
    pages = {f"messages{number}.html": _page_of(number) for number in ("", 2, 3)}
    (folder / "страницы").mkdir()
    for name, content in pages.items():
        (folder / "страницы" / name).write_bytes(content)
    write(folder / "vk", archive({GROUP: ("2Б", _said("2Б")), 77: ("Олег", _said("Олег"))}))
    write_chat(folder / "длинный а" / "files", "Прислали")
    pack(folder / "матрёшка.zip", внутри_dot_zip=b"PK\x05\x06" + bytes(18), result_dot_json=long_chat("В архиве"))
    (folder / "архив.rar").write_bytes(b"Rar!")
    (folder / ".скрыто").mkdir()
    write_chat(folder / ".скрыто")
    (folder / "фото.jpg").write_bytes(bytes(100))
    (folder / "заметки.txt").write_text("Купить хлеб", encoding="utf-8")
    (folder / "пусто.json").touch()


def write_long_account(folder: Path) -> Path:
    """Write a whole-account export of three chats that are."""
    path = write_account(folder, хор="private_group", мама="personal_chat")
    content = json.loads(path.read_text(encoding="utf-8"))
    content["chats"]["list"] = [json.loads(long_chat(title)) | {"id": number} for number, title in enumerate(("Хор", "Поход", "Кружок"), start=5)]
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def _page_of(number: int | str) -> bytes:
    rows = "".join(
        f'<div class="message default clearfix" id="message{(number or 1) * 1000 + at}"><div class="body"><div class="pull_right date details" '
        f'title="02.09.2024 08:05:00 UTC+03:00">\n08:05\n</div><div class="from_name">\nОльга\n</div>'
        f'<div class="text">\nСообщение {at}\n</div></div></div>'
        for at in range(LONG)
    )
    title = '<div class="page_header"><div class="content"><div class="text bold">\nНа страницах\n</div></div></div>'
    return f'<!DOCTYPE html><html><head><title>Exported Data</title></head><body>{title}<div class="history">{rows}</div></body></html>'.encode()


def _said(title: str) -> dict[str, bytes]:
    start = datetime.fromisoformat("2024-09-02T10:00:00")
    return conversation(title, [Said(n, start + timedelta(minutes=n), "Ольга Краснова", f"{title}: {n}") for n in range(120)])
