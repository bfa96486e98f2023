"""What is fuzzed: each target takes bytes and reads them as the program would; whatever it raises but a ChatAuditError is a crash."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final
from unittest import mock

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
from chataudit.parsers.table import Table, TableMessages
from chataudit.parsers.telegram_html import TelegramHtml
from chataudit.parsers.telegram_json import TelegramJson, list_chats
from chataudit.parsers.vk_archive import VkArchive, VkPages
from chataudit.parsers.whatsapp_text import WhatsAppText
from chataudit.rulebook import loader
from chataudit.rulebook.builtin import builtin_rules
from chataudit.wording import LANGUAGES, wording

from . import seeds

Read = Callable[[bytes, Path], object]


@dataclass(frozen=True)
class Target:
    """Something that reads bytes of strangers.

    Attributes:
        seeds: the files that inputs are made from.
        read: reads one input; a folder of its own is given to write it to.
        modules: the files of the program that it is about, as patterns; a report tells how many of their lines were reached.
    """

    name: str
    seeds: Callable[[], Sequence[bytes]]
    read: Read
    modules: tuple[str, ...]


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


def _entry(content: bytes, name: str, beside: Mapping[str, bytes] = MappingProxyType({})) -> Entry:
    """Return an entry of the bytes, and beside it these files."""
    files = {name: content, **beside}
    return Entry(name, content[:HEAD_BYTES], len(content), None, lambda: content, tuple(files), lambda each: _entry(files[each], each))


def _read_by(parser: Parser, name: str, beside: Mapping[str, bytes] = MappingProxyType({})) -> Read:
    def read(content: bytes, _: Path) -> Chat:
        return _parse(parser, _entry(content, name, beside))

    return read


def _parse(parser: Parser, entry: Entry, options: ReadOptions = ReadOptions()) -> Chat:  # noqa: B008  - frozen
    if not parser.recognises(entry):
        raise ExportError("parsers.unknown_format", path=entry.name)
    return _checked(parser.parse(entry, options))


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


def _read_account(content: bytes, _: Path) -> object:
    entry = _entry(content, "result.json")
    chats = list_chats(entry)
    options = ReadOptions(chat=chats[0].header.id, span=chats[0].span) if chats else ReadOptions()
    return _parse(TelegramJson(), entry, options)


def _read_vk_list(content: bytes, _: Path) -> object:
    page = seeds.vk_pages()[0]
    entry = replace(_entry(content, "index-messages.html"), subfolder=lambda _: _entry(page, "messages0.html"))
    return _parse(VkArchive(), entry)


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
        with mock.patch.object(loader, "_read_folder", _read_rule_folder):
            return loader.load_rulebook(folder)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


_READ_FOLDER: Final = loader._read_folder
_read_once: Final = cache(_READ_FOLDER)


def _read_rule_folder(folder: Path) -> object:
    """Read the words that the program ships once: they are most of a rulebook, and no stranger wrote them."""
    return _read_once(folder) if folder.parent == builtin_rules().parent else _READ_FOLDER(folder)


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


def _exports() -> Iterator[Target]:
    json = ("parsers/telegram_[!ah]*.py",)
    html = ("parsers/telegram_html*.py", "parsers/telegram_cells.py")
    yield Target("telegram_json", seeds.telegram_json, _read_by(TelegramJson(), "result.json"), json)
    yield Target("telegram_account", seeds.telegram_account, _read_account, (*json, "parsers/telegram_account.py"))
    yield Target("telegram_html", seeds.telegram_html, _read_by(TelegramHtml(), "messages.html"), html)
    yield Target("whatsapp_text", seeds.whatsapp, _read_by(WhatsAppText(), "_chat.txt"), ("parsers/whatsapp_*.py",))
    yield Target("vk_pages", seeds.vk_pages, _read_by(VkPages(), "messages0.html"), ("parsers/vk_*.py",))
    yield Target("vk_list", seeds.vk_lists, _read_vk_list, ("parsers/vk_archive.py",))
    yield Target("table_messages", seeds.table_messages, _read_by(TableMessages(), "messages.csv"), ("parsers/table*.py",))
    yield Target("table_facts", seeds.table_facts, _read_by(Table(), "chat.json", seeds.table_beside()), ("parsers/table.py",))
    yield Target("zip", seeds.zips, _read_zip, ("parsers/zips.py", "parsers/__init__.py"))


def _others() -> Iterator[Target]:
    manifest = ("batch/manifest.py", "batch/tables.py")
    words = ("rulebook/loader.py", "matching/patterns.py", "matching/scalars.py", "matching/work.py")
    reports = ("comparing/snapshot.py", "comparing/reports.py", "comparing/comparison.py")
    yield Target("config", seeds.config, _read_file("chataudit.yaml", read_config), ("config.py", _YAML))
    yield Target("roster", seeds.roster, _read_file("roster.csv", read_roster), ("csv_rows.py", "config.py"))
    yield Target("manifest_csv", seeds.manifest_csv, _read_file("manifest.csv", read_manifest), (*manifest, "csv_rows.py"))
    yield Target("manifest_xlsx", seeds.manifest_xlsx, _read_file("manifest.xlsx", read_manifest), manifest)
    yield Target("manifest_yaml", seeds.manifest_yaml, _read_file("manifest.yaml", read_manifest), (*manifest, _YAML))
    yield Target("rules", seeds.rules, _read_rules, (*words, _YAML))
    yield Target("baseline", seeds.baseline, _read_file("baseline.yaml", read_baseline), ("gate/baseline.py", _YAML))
    yield Target("report", seeds.report, _read_report, reports)


_YAML: Final = "strict_yaml.py"
TARGETS: Final = {target.name: target for target in (*_exports(), *_others())}
