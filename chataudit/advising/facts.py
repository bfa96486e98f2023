"""What is known of a chat, as people would write it in a message: names in reach of the rulebook in, ways to look each up out.

A fact that is not known is None. Names are display names on one line; nobody's words are quoted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Final

import numpy as np

from chataudit.asking import Answers
from chataudit.conditions.scene import Rows, Scene
from chataudit.context.context import Context
from chataudit.context.quiet_hours import ALL_DAYS, WorkingHours
from chataudit.rulebook.ready import POLICY_FACTS, facts_of_rule
from chataudit.russian.display_names import read_display_name
from chataudit.russian.name_words import NameWords
from chataudit.verdicts.base import Policy
from chataudit.verdicts.following import Reported
from chataudit.verdicts.teacher import TeacherActive
from chataudit.wording import Language, wording

Facts = dict[str, Callable[[], object]]

_NAMES: Final = 12  # people named in a text
_EPISODES: Final = 5  # told one by one, the latest
_MANY_DAYS: Final = ("12345", "67", "123456")  # sets of days that have a name


def facts_of_chat(context: Context, language: Language, today: str) -> Facts:
    """Return the facts that every text may use."""
    title = context.scene.chat.title
    return {
        "teacher": lambda: _teacher(context),
        "chat": lambda: one_line(title) if title else None,
        "hours": lambda: _tell_hours(context.hours[-1], language),
        "quiet": lambda: _tell_quiet(context.hours[-1], language),
        "today": lambda: today,
        "creator": lambda: _creator(context),
    }


def facts_of_rules(answers: Answers, rules: Iterable[str], language: Language) -> Facts:
    """Return what rules found: how many, on which first and last day, with whom."""
    made: Facts = {}
    for rule in rules:
        looked_up = (partial(_count, answers, rule), partial(_day, answers, rule, 0), partial(_day, answers, rule, -1))
        made |= dict(zip(facts_of_rule(rule), (*looked_up, partial(_people, answers, rule, language)), strict=True))
    return made


def facts_of_policy(policy: Policy, context: Context, language: Language) -> Facts:
    """Return what one kind of verdict alone knows: quarrels of which nobody told the administration, hearsay that stands."""
    told: Callable[[], object]
    if isinstance(policy, Reported):
        told = partial(_tell_unreported, policy, context, language)
    elif isinstance(policy, TeacherActive):
        told = partial(_last_unrebutted, policy, context)
    else:
        return {}
    return {POLICY_FACTS[type(policy)]: told}


def one_line(text: str) -> str:
    """Return a name without line ends, which would forge lines of a text."""
    return " ".join(text.split())


def _teacher(context: Context) -> str | None:
    present = sorted(context.teachers, key=lambda each: not each.present)
    return _as_addressed(present[0].name, context.names) or one_line(present[0].name) if present else None


def _creator(context: Context) -> str | None:
    code = context.administration.creator
    if code is None or context.scene.roles["teacher"][code]:
        return None
    return _as_addressed(context.scene.author_names[code], context.names)


def _as_addressed(display_name: str, words: NameWords) -> str | None:
    """Return the given name and the patronymic, or the given name alone; None where the display name holds none."""
    parts = read_display_name(display_name, words)
    sure = [part.token for part in (parts.given, parts.patronymic) if part.state == "yes" and part.token]
    return " ".join(token[:1].upper() + token[1:] for token in sure) if parts.given.state == "yes" else None


def _tell_hours(period: WorkingHours, language: Language) -> str:
    hours = wording(language, "ready.hours", start=_clock(period.start), end=_clock(period.end))
    return hours if period.days == ALL_DAYS else wording(language, "ready.hours.on", hours=hours, days=_tell_days(period.days, language))


def _tell_quiet(period: WorkingHours, language: Language) -> str:
    hours = wording(language, "ready.quiet", start=_clock(period.end), end=_clock(period.start))
    others = tuple(day for day in ALL_DAYS if day not in period.days)
    return wording(language, "ready.quiet.and", hours=hours, days=_tell_days(others, language)) if others else hours


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _tell_days(days: Sequence[int], language: Language) -> str:
    named = "".join(map(str, days))
    if named in _MANY_DAYS:
        return wording(language, f"ready.days.{named}")
    told = [wording(language, f"ready.day.{day}") for day in days]
    return wording(language, "ready.days.and", days=", ".join(told[:-1]), last=told[-1]) if len(told) > 1 else told[0]


def _count(answers: Answers, rule: str) -> int:
    return len(answers.found[rule])


def _day(answers: Answers, rule: str, at: int) -> str | None:
    assert answers.context is not None
    matches, scene = answers.found[rule], answers.context.scene
    return _date(scene, int(matches.rows[at][0])) if len(matches) and len(matches.rows[at]) else None


def _people(answers: Answers, rule: str, language: Language) -> str | None:
    assert answers.context is not None
    matches, scene = answers.found[rule], answers.context.scene
    found = [name for names in matches.people for name in names] if matches.people else _authors(np.flatnonzero(matches.flags(scene.size)), scene)
    teachers = {teacher.name for teacher in answers.context.teachers}
    return _tell_names([name for name in found if name not in teachers], language)


def _authors(rows: Rows, scene: Scene) -> list[str]:
    """Return who wrote some rows, in the order of their first ones."""
    codes, first = np.unique(scene.author[rows], return_index=True)
    return [scene.author_names[code] for code in codes[np.argsort(first)].tolist() if code >= 0]


def _tell_names(names: Iterable[str], language: Language) -> str | None:
    told = [one_line(name) for name in dict.fromkeys(names)]
    shown = ", ".join(told[:_NAMES]) or None
    return shown if len(told) <= _NAMES else wording(language, "ready.people.more", names=shown, count=len(told) - _NAMES)


def _last_unrebutted(policy: TeacherActive, context: Context) -> str | None:
    rows = policy.unrebutted(context)
    return _date(context.scene, rows[-1]) if rows else None


def _tell_unreported(policy: Reported, context: Context, language: Language) -> str | None:
    scene, episodes = context.scene, policy.unreported(context)
    told = [_tell_episode(rows, scene, language) for rows in episodes[-_EPISODES:]]
    if len(episodes) > len(told):
        told.append(wording(language, "ready.episodes.more", count=len(episodes) - len(told)))
    return "\n\n".join(told) or None


def _tell_episode(rows: Rows, scene: Scene, language: Language) -> str:
    start, end = (_moment(scene, int(row)) for row in (rows[0], rows[-1]))
    time = f"{start:%H:%M}" if f"{start:%H:%M}" == f"{end:%H:%M}" else f"{start:%H:%M}–{end:%H:%M}"
    people = _tell_names(_authors(rows, scene), language)
    return wording(language, "ready.episode", date=f"{start:%d.%m.%Y}", time=time, people=people, count=len(rows))


def _date(scene: Scene, row: int) -> str:
    return f"{_moment(scene, row):%d.%m.%Y}"


def _moment(scene: Scene, row: int) -> datetime:
    return datetime.fromtimestamp(int(scene.seconds[row]), tz=UTC)  # the chat's own clock; the zone is a formality
