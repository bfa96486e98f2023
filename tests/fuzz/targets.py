"""What is fuzzed: each target takes bytes and reads them as the program would; whatever it raises but a ChatAuditError is a crash."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from chataudit.batch.manifest import read_manifest
from chataudit.chat import Chat
from chataudit.comparing.reports import compare
from chataudit.comparing.snapshot import Snapshot, read_result
from chataudit.config import read_config, read_roster
from chataudit.error_sentences import tell_error
from chataudit.errors import ChatAuditError, ExportError
from chataudit.gate.baseline import read_baseline
from chataudit.messages import check_messages
from chataudit.parsers import read_chat
from chataudit.parsers.base import HEAD_BYTES, Entry, Parser, ReadOptions
from chataudit.parsers.telegram_html import TelegramHtml
from chataudit.parsers.telegram_json import TelegramJson, list_chats
from chataudit.parsers.whatsapp_text import WhatsAppText
from chataudit.rulebook.loader import load_rulebook
from chataudit.wording import LANGUAGES, wording

from . import seeds

Read = Callable[[bytes, Path], object]


@dataclass(frozen=True)
class Target:
    """Something that reads bytes of strangers.

    Attributes:
        seeds: the files that inputs are made from.
        read: reads one input; a folder of its own is given to write it to.
    """

    name: str
    seeds: Callable[[], Sequence[bytes]]
    read: Read


def attempt(target: Target, content: bytes, folder: Path) -> bool:
    """Read an input and say whether it was taken; a refusal has to have its sentence in every language.

    Raises:
        Exception: any but a ChatAuditError is a crash.
    """
    try:
        target.read(content, folder)
    except ChatAuditError as error:
        for language in LANGUAGES:
            tell_error(error, language).encode()
        return False
    return True


def _entry(content: bytes, name: str) -> Entry:
    return Entry(name, content[:HEAD_BYTES], len(content), None, lambda: content, (name,), lambda _: _entry(content, name))


def _read_by(parser: Parser, name: str, options: ReadOptions = ReadOptions()) -> Read:  # noqa: B008  - frozen
    def read(content: bytes, _: Path) -> Chat:
        entry = _entry(content, name)
        if not parser.recognises(entry):
            raise ExportError("parsers.unknown_format", path=name)
        return _checked(parser.parse(entry, options))

    return read


def _checked(chat: Chat) -> Chat:
    """Return a chat that keeps what a parser promises: a sound table, texts that can be written, warnings that can be told."""
    check_messages(chat.messages)
    assert len(chat.messages)
    for name in ("author", "text", "links", "members", "title", "file", "emoji", "forwarded_from"):
        "".join(chat.messages[name].dropna()).encode()
    "".join(chat.participants["name"]).encode()
    (chat.title or "").encode()
    for warning in chat.warnings:
        for language in LANGUAGES:
            wording(language, warning.key, **warning.details).encode()
    return chat


def _read_account(content: bytes, folder: Path) -> object:
    entry = _entry(content, "result.json")
    chats = list_chats(entry)
    options = ReadOptions(chat=chats[0].header.id, span=chats[0].span) if chats else ReadOptions()
    return _read_by(TelegramJson(), "result.json", options)(content, folder)


def _read_zip(content: bytes, folder: Path) -> object:
    return _checked(read_chat(_write(folder / "chat.zip", content), ReadOptions()))


def _read_rules(content: bytes, folder: Path) -> object:
    for name, text in seeds.rules_beside().items():
        if not (folder / name).exists():
            _write(folder / name, text)
    replaced = next((name for name, text in seeds.rules_beside().items() if text[:60] == content[:60]), "M09_more.yaml")
    before = (folder / replaced).read_bytes() if (folder / replaced).exists() else None
    path = _write(folder / replaced, content)
    try:
        return load_rulebook(folder)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


def _read_report(content: bytes, folder: Path) -> object:
    found = read_result(_write(folder / "report.json", content))
    if isinstance(found, Snapshot):
        return compare(found, found, "ru")
    return found


def _read_file(name: str, read: Callable[[Path], object]) -> Read:
    return lambda content, folder: read(_write(folder / name, content))


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _all() -> Iterator[Target]:
    yield Target("telegram_json", seeds.telegram_json, _read_by(TelegramJson(), "result.json"))
    yield Target("telegram_account", seeds.telegram_account, _read_account)
    yield Target("telegram_html", seeds.telegram_html, _read_by(TelegramHtml(), "messages.html"))
    yield Target("whatsapp_text", seeds.whatsapp, _read_by(WhatsAppText(), "_chat.txt"))
    yield Target("zip", seeds.zips, _read_zip)
    yield Target("config", seeds.config, _read_file("chataudit.yaml", read_config))
    yield Target("roster", seeds.roster, _read_file("roster.csv", read_roster))
    yield Target("manifest_csv", seeds.manifest_csv, _read_file("manifest.csv", read_manifest))
    yield Target("manifest_xlsx", seeds.manifest_xlsx, _read_file("manifest.xlsx", read_manifest))
    yield Target("manifest_yaml", seeds.manifest_yaml, _read_file("manifest.yaml", read_manifest))
    yield Target("rules", seeds.rules, _read_rules)
    yield Target("baseline", seeds.baseline, _read_file("baseline.yaml", read_baseline))
    yield Target("report", seeds.report, _read_report)


TARGETS: Final = {target.name: target for target in _all()}
