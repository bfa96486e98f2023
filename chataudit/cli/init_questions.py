"""Options of `chataudit init`, and on a terminal the answers to its questions → the settings file written, and what to do next."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar

import typer

from chataudit.config import FILE_NAME, parse_timezone, read_roster
from chataudit.error_sentences import tell_error
from chataudit.errors import ChatAuditError, ConfigError, ExportError
from chataudit.reporters.terminal_text import one_line, visible
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.compiled import load_compiled
from chataudit.rulebook.rulebook import Rulebook
from chataudit.starting.proposing import Seen, check_teachers, look_into
from chataudit.starting.settings_file import Draft, parse_hours, render_settings, write_settings
from chataudit.wording import LANGUAGES, Language, wording

_SKIP: Final = "-"
_CHOOSE: Final = ("parsers.choose_chat", "parsers.chat_not_found", "parsers.chat_not_unique")

T = TypeVar("T")


@dataclass(frozen=True)
class Given:
    """What the command line says; names as its options."""

    folder: Path
    teachers: tuple[str, ...] = ()
    teacher_absent: bool = False
    hours: str | None = None
    roster: str | None = None
    timezone: str | None = None
    me: str | None = None
    chat: str | None = None
    force: bool = False


def initialise(given: Given, language: Language) -> str:
    """Write the settings file of a folder and return what was done and what to do next.

    Raises:
        ChatAuditError: an option is wrong, or the file is there already; nothing is written then.
        typer.Abort: the user broke off; nothing is written then.
    """
    if not given.folder.is_dir():
        raise ConfigError("init.no_folder", path=str(given.folder))
    if (given.folder / FILE_NAME).exists() and not given.force:
        raise ConfigError("init.exists", path=str(given.folder / FILE_NAME))
    desk = _Desk(given, language, asks=sys.stdin.isatty() and sys.stderr.isatty())
    path = write_settings(given.folder, render_settings(desk.fill(), language), force=given.force)
    done = wording(language, "init.written", path=path)
    hint = "" if desk.asks else "\n" + wording(language, "init.not_asked")
    return done + hint + "\n" + wording(language, "init.next", path=given.folder)


class _Desk:
    """Where the questions are asked and the answers gathered."""

    def __init__(self, given: Given, language: Language, *, asks: bool) -> None:
        self.asks = asks
        self._given = given
        self._language = language
        self._rulebook: Rulebook = load_compiled(builtin_rules())

    def fill(self) -> Draft:
        """Return the draft: what the options say, the rest asked for on a terminal."""
        given = self._given
        if self.asks:
            self._say("init.intro")
        seen, chat = self._look(given.chat)
        draft = Draft(chat=chat, teacher_absent=given.teacher_absent, guessed=seen.teachers if seen else ())
        draft = self._name_teachers(draft, seen)
        tells_of_you = seen is None or seen.platform in ("whatsapp", "vk")
        zone = None if seen and seen.knows_timezone else f"{datetime.now().astimezone():%z}"
        return replace(
            draft,
            hours=self._settle("init.ask.hours", given.hours, "", parse_hours),
            roster=self._settle("init.ask.roster", given.roster, self._find_roster(), self._check_roster),
            timezone=self._settle("init.ask.timezone", given.timezone, f"{zone[:3]}:{zone[3:5]}", _check_timezone) if zone else given.timezone,
            me=self._settle("init.ask.me", given.me, "", str) if tells_of_you else given.me,
        )

    def _look(self, chat: str | None) -> tuple[Seen | None, str | None]:
        """Return what the export shows and which chat of an account it is; nothing where the folder holds no export yet."""
        while True:
            try:
                seen = look_into(self._given.folder, chat, self._rulebook)
            except ExportError as error:
                self._show(tell_error(error, self._language))
                answer = self._ask("init.ask.chat", "") if self.asks and error.key in _CHOOSE else ""
                if not answer:
                    return None, chat
                chat = answer
            else:
                self._say("init.seen", title=one_line(seen.title), count=seen.messages)
                return seen, chat

    def _name_teachers(self, draft: Draft, seen: Seen | None) -> Draft:
        given = self._given
        if given.teachers:
            checked = given.teachers if given.teacher_absent else check_teachers(given.teachers, seen, self._rulebook)
            return replace(draft, teachers=checked)
        if not self.asks:
            return draft
        if draft.guessed and seen:
            self._say("init.guess", percent=round(seen.confidence * 100))
        while True:
            names = _split(self._ask("init.ask.teacher", "; ".join(draft.guessed)))
            try:
                return replace(draft, teachers=check_teachers(names, seen, self._rulebook))
            except ChatAuditError as error:
                self._show(tell_error(error, self._language))
            if self._ask("init.ask.absent", "").lower() in _either("manifest.yes"):
                return replace(draft, teachers=names, teacher_absent=True)

    def _settle(self, key: str, given: str | None, proposal: str, check: Callable[[str], T]) -> T | None:
        """Return what an option says, else what is answered, asked again until it passes the check; None where nothing is said."""
        if given is not None:
            return check(given)
        while self.asks:
            answer = self._ask(key, proposal)
            if not answer:
                return None
            try:
                return check(answer)
            except ChatAuditError as error:
                self._show(tell_error(error, self._language))
        return None

    def _ask(self, key: str, proposal: str) -> str:
        answer: str = typer.prompt(visible(wording(self._language, key)), default=one_line(proposal), show_default=bool(proposal), err=True)
        return "" if answer.strip() == _SKIP else answer.strip()

    def _find_roster(self) -> str:
        return next((name for name in _either("batch.roster_names") if (self._given.folder / name).is_file()), "")

    def _check_roster(self, name: str) -> str:
        """Return the roster's path relative to the settings; it may be given relative to where the user stands, too."""
        folder = self._given.folder
        inside = name if (folder / name).exists() or not Path(name).exists() else os.path.relpath(name, folder)
        read_roster(folder / inside)
        return Path(inside).as_posix()

    def _say(self, key: str, **values: object) -> None:
        self._show(wording(self._language, key, **values))

    def _show(self, text: str) -> None:
        typer.echo(visible(text), err=True)


def _either(key: str) -> list[str]:
    return [word for language in LANGUAGES for word in wording(language, key).split("|")]


def _split(answer: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in answer.split(";") if name.strip())


def _check_timezone(text: str) -> str:
    parse_timezone(text)
    return text
