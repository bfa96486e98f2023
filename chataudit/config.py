"""What a user says about a chat: options of the command line over `chataudit.yaml` beside the export, and the roster."""

from __future__ import annotations

import csv
import os
import re
from dataclasses import dataclass, field, replace
from datetime import date, tzinfo
from pathlib import Path, PureWindowsPath
from typing import Final, cast, get_args

import msgspec

from chataudit.csv_rows import read_csv_rows
from chataudit.days import parse_day
from chataudit.errors import ConfigError
from chataudit.findings import Redaction
from chataudit.matching.scalars import Clock, parse_clock
from chataudit.parsers.base import DateOrder
from chataudit.wording import LANGUAGES, wording

_ZONE_NAME: Final = re.compile(r"[A-Za-z_]{1,30}(?:/[A-Za-z0-9_+\-]{1,30}){1,2}")  # no other path, none too long for a file
FILE_NAME: Final = "chataudit.yaml"
MAX_ROSTER_BYTES: Final = 16 << 20  # a class has some thirty lines, a school a thousand

_COLUMNS: Final = ("child", "parent", "contacted_on")


class QuietHoursSetting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Quiet hours: from «21:00» to «07:00» of the next morning."""

    from_: Clock = msgspec.field(name="from")
    to: Clock


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of `chataudit.yaml`."""

    teacher: list[str] = []
    teacher_absent: bool = False
    me: str | None = None
    chat: str | None = None
    timezone: str | None = None
    date_order: DateOrder | None = None
    quiet_hours: QuietHoursSetting | None = None
    roster: str | None = None
    redact: Redaction | None = None


def setting_names() -> list[str]:
    """Return the keys that a settings file may have."""
    return [field.encode_name for field in msgspec.structs.fields(_File)]


@dataclass(frozen=True)
class RosterRow:
    """One line of the roster: a child, one of its parents, and when the teacher last reached the family."""

    child: str
    parent: str
    contacted_on: date | None


@dataclass(frozen=True)
class Settings:
    """What is known beside the export.

    Attributes:
        teachers: names as given; `teacher_absent`: the user says that they are not in the chat.
        me: display name of whoever made the export.
        chat: which chat of a whole-account export.
        timezone: zone for exports that do not tell their own.
        date_order: order of day and month for text exports that leave it open.
        quiet_hours: quiet hours of the class, where the chat announces none.
        roster: rows of the roster; None where there is none.
        redact: which people a report hides; None where it hides nobody.
    """

    teachers: tuple[str, ...] = ()
    teacher_absent: bool = False
    me: str | None = None
    chat: str | None = None
    timezone: tzinfo | None = None
    date_order: DateOrder | None = None
    quiet_hours: QuietHoursSetting | None = None
    roster: tuple[RosterRow, ...] | None = field(default=None)
    redact: Redaction | None = None

    def over(self, other: Settings) -> Settings:
        """Return these settings, with what they leave open taken from `other`."""
        left_open = {name: getattr(other, name) for name in self.__dataclass_fields__ if getattr(self, name) is None}
        if not self.teachers:  # whether teachers are absent is said of those named with it
            left_open |= {"teachers": other.teachers, "teacher_absent": self.teacher_absent or other.teacher_absent}
        return replace(self, **left_open)


def find_config(export: Path) -> Path | None:
    """Return the settings file beside an export (in the folder itself where the export is one), or None."""
    try:
        candidate = (export if export.is_dir() else export.parent) / FILE_NAME
        return candidate if candidate.is_file() else None
    except (OSError, ValueError):  # no path at all: reading the export will say so
        return None


def read_config(path: Path, *, within: Path | None = None) -> Settings:
    """Read a settings file; paths in it are relative to it.

    Args:
        within: the folder that strangers filled, out of which no path may lead.

    Raises:
        ConfigError: what is wrong in it, with its line.
    """
    found = _read_file(path)
    return Settings(
        teachers=tuple(found.teacher),
        teacher_absent=found.teacher_absent,
        me=found.me,
        chat=found.chat,
        timezone=parse_timezone(found.timezone) if found.timezone else None,
        date_order=found.date_order,
        quiet_hours=found.quiet_hours,
        roster=read_roster(find_roster(path.parent, found.roster, within=within)) if found.roster else None,
        redact=found.redact,
    )


def files_named_in(path: Path) -> list[Path]:
    """Return a settings file and the roster that it names: what was read with it, so that nothing is written over either."""
    try:
        roster = _read_file(path).roster
        return [path, find_roster(path.parent, roster, within=None)] if roster else [path]
    except ConfigError:
        return [path]


def _read_file(path: Path) -> _File:
    from chataudit.strict_yaml import Reading, read_text, read_yaml  # most chats have no settings beside them

    reading = Reading(path.name, {Clock: parse_clock})
    try:
        found = read_yaml(read_text(path), _File, reading)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("config.unreadable", path=path.name) from error
    if reading.complaints or found is None:
        raise ConfigError("config.broken", complaints=reading.complaints)
    return found


def parse_redaction(text: str) -> Redaction:
    """Return a level of redaction.

    Raises:
        ConfigError: there is no such level.
    """
    level = next((each for each in get_args(Redaction) if each == text), None)
    if level is None:
        raise ConfigError("redaction.unknown", value=text, known=", ".join(get_args(Redaction)))
    return cast("Redaction", level)


def parse_timezone(text: str) -> tzinfo:
    """Return the zone of «Europe/Samara» or «+04:00».

    Raises:
        ConfigError: no such zone.
    """
    from dateutil import tz

    zone = tz.gettz(text) if _ZONE_NAME.fullmatch(text) else None
    if zone is None and text[:1] in "+-" and len(text) > 1:
        try:
            minutes = parse_clock(text[1:] if ":" in text else f"{text[1:]}:00")
        except ValueError:
            minutes = None
        if minutes is not None and minutes <= 14 * 60:
            zone = tz.tzoffset(None, minutes * (60 if text[0] == "+" else -60))
    if zone is None:
        raise ConfigError("config.timezone", value=text)
    return zone


def is_elsewhere(name: str) -> bool:
    """Say whether a path names a share of another machine, which merely to look there would call."""
    return PureWindowsPath(name).drive.startswith("\\\\")


def find_roster(folder: Path, name: str, *, within: Path | None) -> Path:
    """Return the path of the roster that a file in `folder` names.

    Raises:
        ConfigError: it lies on another machine or outside `within`, links followed.
    """
    if is_elsewhere(name):
        raise ConfigError("roster.elsewhere", path=name)
    path = folder / name
    if within is not None and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(within)):
        raise ConfigError("roster.outside", path=name)
    return path


def read_roster(path: Path) -> tuple[RosterRow, ...]:
    """Read a roster: CSV (comma, semicolon or tab) with the columns child, parent and contacted_on, Russian headings too.

    Raises:
        ConfigError: it cannot be read, lacks a column, or a date in it is none.
    """
    data = _read_table(path)
    try:
        rows = list(read_csv_rows(data))
    except csv.Error as error:
        raise ConfigError("roster.not_csv", path=path.name) from error
    if not rows:
        raise ConfigError("roster.empty", path=path.name)
    columns = _find_columns(rows[0][1], path.name)
    found = []
    for line, row in rows[1:]:
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        child, parent, contacted = (cells[columns[name]] if name in columns and columns[name] < len(cells) else "" for name in _COLUMNS)
        found.append(RosterRow(child, parent, _parse_day(contacted, f"{path.name}:{line}") if contacted else None))
    return tuple(found)


def _read_table(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():  # a device or a pipe may have no end
            raise ConfigError("roster.no_file", path=path.name)
        with path.open("rb") as file:
            data = file.read(MAX_ROSTER_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ConfigError("roster.unreadable", path=path.name) from error
    if len(data) > MAX_ROSTER_BYTES:
        raise ConfigError("roster.too_large", path=path.name, limit=MAX_ROSTER_BYTES >> 20)
    return data


def _find_columns(headings: list[str], name: str) -> dict[str, int]:
    known = {heading: column for column in _COLUMNS for language in LANGUAGES for heading in wording(language, f"roster.{column}").split("|")}
    columns = {known[heading.strip().lower()]: at for at, heading in enumerate(headings) if heading.strip().lower() in known}
    for required in ("child", "parent"):
        if required not in columns:
            raise ConfigError("roster.no_column", path=name, column=required)  # without its headings: they may be people
    return columns


def _parse_day(text: str, place: str) -> date:
    try:
        return parse_day(text)
    except ValueError as error:
        raise ConfigError("roster.bad_date", place=place) from error
