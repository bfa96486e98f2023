"""A chat and a rulebook in, the context that rules are asked in out: who is who, when the chat works, who is outside."""

from __future__ import annotations

import numpy as np

from chataudit.asking import Answers
from chataudit.chat import Chat
from chataudit.conditions.scene import Scene
from chataudit.config import Settings
from chataudit.context.context import Asked, Context
from chataudit.context.participants import establish_administration, role_flags
from chataudit.context.quiet_hours import establish_hours
from chataudit.context.roster import establish_families
from chataudit.context.teacher import KnownTeacher, find_given_teachers, infer_teachers
from chataudit.detectors.message import Message
from chataudit.matching.spans import Flags
from chataudit.rulebook.rulebook import Rulebook
from chataudit.russian.display_names import NameParts, read_display_name
from chataudit.russian.morphology import morphology
from chataudit.verdicts.families import Reached


def prepare_answers(chat: Chat, rulebook: Rulebook, settings: Settings) -> Answers:
    """Return answers ready to be asked: the chat is laid out, and who is who, its hours and families are established.

    Raises:
        ConfigError: a teacher whom the user named is not found.
    """
    answers = Answers(rulebook)
    answers.context = establish_context(chat, rulebook, settings, answers)
    establish_rest(answers.context, rulebook)
    return answers


def establish_context(chat: Chat, rulebook: Rulebook, settings: Settings, asked: Asked) -> Context:
    """Establish what must be known before judging.

    Raises:
        ConfigError: a teacher whom the user named is not found.
    """
    fitted = {name: each.weights for name, each in rulebook.fitted.items()}
    scene = Scene(chat, rulebook.lists, rulebook.conditions, morphology(), rulebook.expressions, fitted)
    people = chat.participants
    persons = [str(name) for name, kind in zip(people["name"], people["kind"], strict=True) if kind == "person"]
    read = {name: read_display_name(name, rulebook.names) for name in persons}
    scene.classes.update(_name_classes(rulebook, read))
    administration = establish_administration(scene, rulebook.context)
    if settings.teachers:
        teachers = find_given_teachers(
            settings.teachers, [str(name) for name in people["name"]], rulebook.names, may_be_absent=settings.teacher_absent
        )
    else:
        teachers = infer_teachers(scene, administration, rulebook.context.teacher, rulebook.names, read)
    scene.forget()  # what was asked before roles were known
    scene.roles.update(_roles(scene, administration.creator, administration.work > 0, teachers))
    scene.define_class("teacher", _words_of([read[teacher.name] for teacher in teachers if teacher.name in read]))
    wrote = people.loc[(people["n_messages"] > 0) & (people["kind"] == "person"), "name"]
    context = Context(
        scene=scene,
        settings=settings,
        names=rulebook.names,
        rules=rulebook.rules,
        administration=administration,
        teachers=teachers,
        asked=asked,
        judged_names={str(name): read[str(name)] for name in wrote},
        left_at=_left_at(scene),
        teacher_joined_at=_joined_at(chat, teachers),
    )
    scene.matched = context.flags_of
    return context


def establish_rest(context: Context, rulebook: Rulebook) -> None:
    """Establish what rests on messages that rules find: announced hours, families that the teacher says she reached."""
    announced = np.zeros(context.scene.size, dtype=bool)
    for rule in rulebook.rules.values():
        if isinstance(rule, Message) and rule.announces_hours:
            announced |= context.flags_of(rule.id)
    context.hours = establish_hours(context.scene, announced, rulebook.context.hours, context.settings.quiet_hours)
    reached = next((each.verdict for each in rulebook.recommendations.values() if isinstance(each.verdict, Reached)), None)
    if context.settings.roster is not None and reached is not None:
        excluded = [teacher.name for teacher in context.teachers]
        context.families = establish_families(context.scene, context.settings.roster, context.flags_of(reached.contact), rulebook.names, excluded)


def _roles(scene: Scene, creator: int | None, works: Flags, teachers: list[KnownTeacher]) -> dict[str, Flags]:
    people = scene.chat.participants
    kinds = dict(zip(people["name"], people["kind"], strict=True))
    is_teacher = role_flags(scene, {teacher.name for teacher in teachers})
    created = np.zeros(len(scene.author_names), dtype=bool)
    if creator is not None:
        created[creator] = True
    other = np.fromiter((kinds.get(name) in ("bot", "channel") for name in scene.author_names), dtype=bool, count=len(scene.author_names))
    return {"teacher": is_teacher, "creator": created, "administrator": works | created, "outsider": other, "parent": ~is_teacher & ~other}


def _name_classes(rulebook: Rulebook, read: dict[str, NameParts]) -> dict[str, frozenset[str]]:
    """Name the words that are names: of people in general (by dictionary and lists), and of those in the chat."""
    names = rulebook.names
    mine = _words_of(list(read.values()))
    related = {
        form for word in mine for full in names.full_names(word) for source in (names.women, names.men) for form in (full, *source.get(full, ()))
    }
    return {"given_name": names.given_names, "participant": mine | frozenset(related)}


def _words_of(parts: list[NameParts]) -> frozenset[str]:
    return frozenset(part.word for each in parts for part in (each.surname, each.given, each.patronymic) if part.word)


def _left_at(scene: Scene) -> list[int]:
    """Return when participants left of their own accord and did not come back."""
    messages = scene.chat.messages
    left = messages.loc[messages["event"] == "leave", ["author", "sent_at"]]
    people = scene.chat.participants.set_index("name")
    gone = [(author, at) for author, at in zip(left["author"], left["sent_at"], strict=True) if isinstance(author, str)]
    stayed_away = [at for author, at in gone if author in people.index and (people.loc[[author], "left_at"] == at).any()]
    return [int(at.timestamp()) for at in stayed_away]


def _joined_at(chat: Chat, teachers: list[KnownTeacher]) -> int | None:
    people = chat.participants
    joined = people.loc[people["name"].isin([teacher.name for teacher in teachers]) & people["joined_at"].notna(), "joined_at"]
    return int(joined.min().timestamp()) if len(joined) else None
