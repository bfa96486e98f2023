"""What a user says of a chat → the text of `chataudit.yaml`, each key explained in it; the file written beside the export."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from chataudit.config import FILE_NAME, setting_names
from chataudit.errors import BadScalar, ConfigError
from chataudit.matching.scalars import Clock, parse_clock
from chataudit.reporters.base import open_output
from chataudit.wording import Language, wording

_WIDEST: Final = 1_000_000  # a value stays on its line
_EXAMPLES: Final = {"teacher_absent": "true", "quiet_hours": '{from: "21:00", to: "07:00"}', "date_order": "dmy", "redact": "names"}


@dataclass(frozen=True)
class Draft:
    """What is to be written; None or nothing where the user said nothing.

    Attributes:
        teachers: names as in the chat; guessed: whom the program takes for a teacher, written as a proposal only.
        hours: when the chat works, from and to.
        roster: path of the roster, relative to the folder.
        chat: which chat of a whole-account export.
    """

    teachers: tuple[str, ...] = ()
    teacher_absent: bool = False
    guessed: tuple[str, ...] = ()
    hours: tuple[Clock, Clock] | None = None
    roster: str | None = None
    timezone: str | None = None
    me: str | None = None
    chat: str | None = None


def parse_hours(text: str) -> tuple[Clock, Clock]:
    """Parse «08:00-20:00», with any dash.

    Raises:
        ConfigError: these are no hours.
    """
    parts = text.replace("–", "-").replace("—", "-").split("-")
    try:
        start, end = (parse_clock(part if ":" in part else f"{part}:00") for part in parts)
    except (BadScalar, ValueError) as error:
        raise ConfigError("init.bad_hours", value=text) from error
    return start, end


def render_settings(draft: Draft, language: Language) -> str:
    """Return the text of the settings file; keys of which nothing was said stand behind «#», with an example."""
    lines = [*_comment("init.file.head", language)]
    values = _values(draft)
    for key in setting_names():
        value = values.get(key)
        lines += ["", *_comment(f"init.file.{key}", language)]
        if key == "teacher" and not draft.teachers and draft.guessed:
            lines += [*_comment("init.file.guessed", language), f"# teacher: {_flow(list(draft.guessed))}"]
        lines.append(f"# {key}: {_EXAMPLES.get(key) or wording(language, f'init.example.{key}')}" if value is None else f"{key}: {value}")
    return "\n".join(lines) + "\n"


def write_settings(folder: Path, text: str, *, force: bool) -> Path:
    """Write the settings file of a folder and return its path.

    Raises:
        ConfigError: the folder is missing, the file is there already, or it cannot be written.
    """
    if not folder.is_dir():
        raise ConfigError("init.no_folder", path=str(folder))
    path = folder / FILE_NAME
    if path.exists() and not force:
        raise ConfigError("init.exists", path=str(path))
    with open_output(path) as out:
        out.write(text.encode())
    return path


def _values(draft: Draft) -> dict[str, str | None]:
    """Return the values that were given, as YAML, by their keys."""
    texts = {name: _flow(value) if (value := getattr(draft, name)) else None for name in ("roster", "timezone", "me", "chat")}
    quiet = f'{{from: "{_clock(draft.hours[1])}", to: "{_clock(draft.hours[0])}"}}' if draft.hours else None
    return {
        "teacher": _flow(list(draft.teachers)),  # never behind «#»: a file without any key is no settings
        "teacher_absent": "true" if draft.teacher_absent else None,
        "quiet_hours": quiet,
        **texts,
    }


def _flow(value: str | list[str]) -> str:
    """Return a value as YAML on one line, its texts in quotes."""
    written: str = yaml.safe_dump(value, default_flow_style=True, default_style='"', allow_unicode=True, width=_WIDEST)
    return written.strip()


def _clock(minutes: Clock) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _comment(key: str, language: Language) -> list[str]:
    return [f"# {line}" for line in wording(language, key).splitlines()]
