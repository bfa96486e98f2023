"""Who the teacher is: given by the user, or inferred from how others address her, her profile and what she does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from chataudit.conditions.condition import Texts
from chataudit.conditions.evaluate import holds
from chataudit.conditions.scene import Scene
from chataudit.context.participants import Administration
from chataudit.context.rules import TeacherSigns
from chataudit.errors import ConfigError
from chataudit.matching.search import Search
from chataudit.matching.text_index import TextIndex
from chataudit.russian.display_names import NameParts
from chataudit.russian.name_forms import Forms, declined_given_forms, forms_of_parts, patronymic_forms
from chataudit.russian.name_matching import match_teacher
from chataudit.russian.name_words import NameWords

NO_FORMS: Final[Forms] = frozenset()


@dataclass(frozen=True)
class KnownTeacher:
    """A teacher and how that is known.

    Attributes:
        name: the display name; as given where it is nobody's.
        confidence: 0-1; 1 where given.
        evidence: texts of what speaks for it, with the values that fill them.
        present: somebody of that name is in the chat.
    """

    name: str
    origin: Literal["given", "inferred"]
    confidence: float
    evidence: tuple[tuple[Texts, dict[str, object]], ...] = ()
    present: bool = True


def find_given_teachers(given: Sequence[str], display_names: Sequence[str], words: NameWords, *, may_be_absent: bool) -> list[KnownTeacher]:
    """Return the teachers whom the user named.

    Raises:
        ConfigError: a name is nobody's or several people's, unless she may be absent.
    """
    found = []
    for name in given:
        match = match_teacher(name, display_names, words)
        if match.name is not None:
            found.append(KnownTeacher(match.name, "given", 1.0))
        elif may_be_absent and match.kind == "none":
            found.append(KnownTeacher(name, "given", 1.0, present=False))
        else:
            near = ", ".join(f"«{each}»" for each in match.nearest)
            key = "teacher.ambiguous" if match.kind == "ambiguous" else "teacher.not_found" if near else "teacher.nobody_near"
            raise ConfigError(key, name=name, near=near)
    return found


def infer_teachers(
    scene: Scene, administration: Administration, signs: TeacherSigns, words: NameWords, read: Mapping[str, NameParts]
) -> list[KnownTeacher]:
    """Return whom the evidence shows to be teachers, the surest first; nobody where it is below the threshold.

    Each piece of evidence has the probability that it alone would give; they combine as independent ones.
    Somebody must be addressed as a teacher is, or have a teacher's profile: an active parent is not taken for one.

    Args:
        read: the parts of every person's display name.
    """
    people = scene.chat.participants
    persons = {str(name) for name, kind in zip(people["name"], people["kind"], strict=True) if kind == "person"}
    codes = [code for code, name in enumerate(scene.author_names) if name in persons]
    names = {code: read[scene.author_names[code]] for code in codes}
    profile = _have_words([scene.author_names[code] for code in codes], signs, scene)
    addressed = _count_addressing(scene, names, signs, words)
    announcing = np.bincount(scene.author[holds(signs.announces, scene) & (scene.author >= 0)], minlength=len(scene.author_names))
    candidates = []
    for code, (has_profile, barred) in zip(codes, profile, strict=True):
        pieces: list[tuple[str, float, dict[str, object]]] = []
        by = addressed.get(code, 0)
        if has_profile:
            pieces.append(("profile", signs.profile_weight, {}))
        if by:
            pieces.append(("addressed", signs.addressed_by_several if by >= signs.several else signs.addressed_by_one * min(by, 2), {"count": by}))
        essential = has_profile or by >= 2
        if administration.creator == code:
            pieces.append(("created", signs.created_weight, {}))
        if administration.work[code] > (administration.creator == code):
            pieces.append(("administers", signs.administers_weight, {"count": int(administration.work[code])}))
        if announcing[code] >= signs.announcements:
            pieces.append(("announces", signs.announces_weight, {"count": int(announcing[code])}))
        confidence = 1 - float(np.prod([1 - weight for _, weight, _ in pieces])) if pieces else 0.0
        if essential and not barred and confidence >= signs.threshold:
            evidence = tuple((signs.evidence[piece], values) for piece, _, values in pieces)
            candidates.append((confidence, has_profile, KnownTeacher(scene.author_names[code], "inferred", round(confidence, 2), evidence)))
    candidates.sort(key=lambda each: (-each[0], each[2].name))
    if not candidates:
        return []
    best = candidates[0][0]
    chosen = [each for each in candidates if each[0] > best - signs.margin or each[1]]
    sure = [each for each in chosen if each[1]] or chosen
    return [teacher for _, _, teacher in (chosen if len(chosen) <= 2 else sure)]


def _have_words(names: list[str], signs: TeacherSigns, scene: Scene) -> list[tuple[bool, bool]]:
    """Return, per display name, whether it has words of a teacher's profile, and of a parent's."""
    index = TextIndex([name.replace(".", " ").replace("_", " ") for name in names], scene.morphology)
    search = Search(index, scene.lists, scene.morphology)
    has, barred = (index.texts_of(search.find_any(patterns)) for patterns in (signs.profile, signs.not_profile))
    return list(zip(has.tolist(), barred.tolist(), strict=True))


def _count_addressing(scene: Scene, names: dict[int, NameParts], signs: TeacherSigns, words: NameWords) -> dict[int, int]:
    """Return, per author code, how many others call that person by given name and patronymic."""
    index = scene.index
    spans = scene.search.find_any(signs.addressed)
    authors_of_text: dict[int, set[int]] = defaultdict(set)
    rows = np.flatnonzero(scene.by_text(index.texts_of(spans)))
    for text, author in zip(scene.text_id[rows].tolist(), scene.author[rows].tolist(), strict=True):
        authors_of_text[text].add(author)
    callers: dict[int, set[int]] = defaultdict(set)
    owners: dict[tuple[int, int], list[int]] = {}
    forms = {code: forms_of_parts(parts, words) for code, parts in names.items()}
    for first, last in zip(spans.first.tolist(), spans.last.tolist(), strict=True):
        pair = (int(index.type_at[first]), int(index.type_at[last]))
        if pair not in owners:
            owners[pair] = _owners(declined_given_forms(index.types[pair[0]], words), patronymic_forms(index.types[pair[1]]), forms)
        for code in owners[pair]:
            callers[code] |= authors_of_text[int(index.text_of[first])]
    return {code: len(by - {code, -1}) for code, by in callers.items()}


def _owners(given: Forms, patronymic: Forms, people: dict[int, dict[str, Forms]]) -> list[int]:
    """Return the author codes whose names go with a given name and a patronymic, or only with the given name if one alone has it."""
    named = [code for code, own in people.items() if own.get("given", NO_FORMS) & given]
    full = [code for code in named if people[code].get("patronymic", NO_FORMS) & patronymic]
    if full:
        return full
    partial = [code for code in named if "patronymic" not in people[code]]
    return partial if len(named) == 1 else []
