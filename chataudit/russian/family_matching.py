"""The roster's families and the display names of a chat in, which display name belongs to which family out (definitions, 4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from chataudit.russian.display_names import NameParts, read_display_name
from chataudit.russian.name_forms import (
    Forms,
    declined_given_forms,
    forms_of_parts,
    genders_of_given,
    given_forms,
    initials_of,
    is_declined_surname,
    surname_forms,
)
from chataudit.russian.name_roles import read_roles
from chataudit.russian.name_spelling import fold
from chataudit.russian.name_tokens import split_name
from chataudit.russian.name_words import NameWords

_NOTHING: Final[Forms] = frozenset()


@dataclass(frozen=True)
class Family:
    """A family of the roster.

    Attributes:
        child: the child's name, as the roster has it.
        parents: the parents' names.
    """

    child: str
    parents: tuple[str, ...]


@dataclass(frozen=True)
class FamilyMatches:
    """Who of the roster is in the chat.

    Attributes:
        names: the display names of every family that has some.
        unmatched: the families that have none, in the roster's order.
        unidentified: the display names that no family surely has.
    """

    names: Mapping[Family, tuple[str, ...]]
    unmatched: tuple[Family, ...]
    unidentified: tuple[str, ...]


@dataclass(frozen=True)
class _Relatives:
    """A family laid out for comparing: the forms of each parent's and of the child's parts."""

    family: Family
    parents: tuple[dict[str, Forms], ...]
    child: dict[str, Forms]

    @property
    def surnames(self) -> Forms:
        return frozenset[str]().union(*(person.get("surname", _NOTHING) for person in (*self.parents, self.child)))


@dataclass(frozen=True)
class _Participant:
    """A display name laid out for comparing.

    `children` holds the forms of each given name of a child, `child_surnames` those of the surnames beside them;
    `initials` stand in the display name.
    """

    name: str
    own: dict[str, Forms]
    initials: Forms
    children: tuple[Forms, ...]
    child_surnames: Forms


class _Fit(NamedTuple):
    """The families that a display name is sure to belong to, and those to one of which it may belong."""

    sure: tuple[Family, ...] = ()
    possible: tuple[Family, ...] = ()


def match_families(families: Sequence[Family], display_names: Sequence[str], words: NameWords) -> FamilyMatches:
    """Find each family's display names.

    A display name is a family's by a parent's (or the child's) surname and given name, in any order; by the child whom it
    names («мама Тимура»); or by a surname or a given name alone that only this family has in the roster and only this
    display name in the chat. What fits several families identifies none of them; brothers and sisters, a parent of whom
    is written alike, are one household.
    """
    roster = [_lay_out_family(family, words) for family in families]
    chat = [_lay_out_participant(name, words) for name in display_names]
    fits = {person.name: _fit_full_name(person, roster) or _fit_children(person, roster) for person in chat}
    rest = [person for person in chat if fits[person.name] is None]
    for person in rest:
        fits[person.name] = _fit_surname(person, roster, rest) or _fit_given(person, roster, chat)
    names: dict[Family, tuple[str, ...]] = {}
    for name, fit in fits.items():
        for family in fit.sure if fit else ():
            names[family] = (*names.get(family, ()), name)
    unidentified = [name for name, fit in fits.items() if fit is None or not (fit.sure or names.keys() >= set(fit.possible))]
    return FamilyMatches(names, tuple(family for family in families if family not in names), tuple(unidentified))


def named_in(text: str, family: Family, words: NameWords) -> bool:
    """Say whether a text names a family: by the child's given name in any case («родителям Коли»), or by a surname of it."""
    relatives = _lay_out_family(family, words)
    given = relatives.child.get("given", _NOTHING)
    for token in split_name(text):
        roles = read_roles(token, words)
        if not token.capital and (roles.common or roles.unknown):
            continue
        if declined_given_forms(token.text, words) & given or surname_forms(token.text, words) & relatives.surnames:
            return True
    return False


def _lay_out_family(family: Family, words: NameWords) -> _Relatives:
    parents = tuple(_lay_out_name(read_display_name(parent, words), words) for parent in family.parents)
    child = _lay_out_name(read_display_name(family.child, words), words)
    tokens = split_name(family.child)
    if "given" not in child and tokens:  # a name that reads as a surname alone is the child's given name all the same
        child["given"] = given_forms(tokens[-1].text, words)
    return _Relatives(family, parents, child)


def _lay_out_participant(name: str, words: NameWords) -> _Participant:
    parts = read_display_name(name, words)
    surnames = [word for word in parts.child if is_declined_surname(word, words)]
    given = tuple(declined_given_forms(word, words) for word in parts.child if word not in surnames)
    forms = frozenset[str]().union(*(surname_forms(word, words) for word in surnames))
    return _Participant(name, _lay_out_name(parts, words), frozenset(initials_of(name)), given, forms)


def _lay_out_name(parts: NameParts, words: NameWords) -> dict[str, Forms]:
    forms = forms_of_parts(parts, words)
    if parts.given.token:
        forms["gender"] = genders_of_given(parts.given.token, words)
    forms["initials"] = frozenset(part.word[0] for part in (parts.surname, parts.patronymic) if part.word)
    return forms


def _differ(part: str, own: Mapping[str, Forms], other: Mapping[str, Forms]) -> bool:
    return part in own and part in other and not own[part] & other[part]


def _share(part: str, own: Mapping[str, Forms], other: Mapping[str, Forms]) -> bool:
    return bool(own.get(part, _NOTHING) & other.get(part, _NOTHING))


def _fit_one_of(found: Sequence[_Relatives]) -> _Fit | None:
    """Return the fit of a display name that belongs to one of the families found: sure if they are one household."""
    families = tuple(each.family for each in found)
    if not families:
        return None
    shared = set.intersection(*({fold(parent) for parent in family.parents} for family in families))
    return _Fit(sure=families) if len(families) == 1 or shared else _Fit(possible=families)


def _fit_full_name(person: _Participant, roster: Sequence[_Relatives]) -> _Fit | None:
    """Fit by surname and given name of a parent or the child; the child that is named besides decides between several."""
    found = [each for each in roster if any(_is_same(person.own, relative) for relative in (*each.parents, each.child))]
    by_child = [each for each in found if any(forms & each.child.get("given", _NOTHING) for forms in person.children)]
    return _fit_one_of(by_child or found)


def _is_same(own: Mapping[str, Forms], other: Mapping[str, Forms]) -> bool:
    """Say whether two people have surname and given name in common, whichever is taken for which, and no different patronymics."""
    if not {"surname", "given"} <= own.keys() & other.keys() or _differ("patronymic", own, other):
        return False
    straight = own["surname"] & other["surname"] and own["given"] & other["given"]
    return bool(straight or (own["surname"] & other["given"] and own["given"] & other["surname"]))


def _fit_children(person: _Participant, roster: Sequence[_Relatives]) -> _Fit | None:
    """Fit by the children named; a surname beside the child's name must be the family's, the participant's own names decide between several."""
    fits = []
    for forms in person.children:
        found = [each for each in roster if forms & each.child.get("given", _NOTHING)]
        if person.child_surnames:
            found = [each for each in found if not each.surnames or each.surnames & person.child_surnames]
        by_surname = [each for each in found if each.surnames & person.own.get("surname", _NOTHING)]
        by_given = [each for each in found if any(_share("given", person.own, parent) for parent in each.parents)]
        fits.append(_fit_one_of(by_surname or by_given or found))
    known = [fit for fit in fits if fit is not None]
    if not known:
        return None
    sure = tuple(dict.fromkeys(family for fit in known for family in fit.sure))
    return _Fit(sure, tuple(family for fit in known for family in fit.possible))


def _fit_surname(person: _Participant, roster: Sequence[_Relatives], rest: Sequence[_Participant]) -> _Fit | None:
    """Fit by a surname that one family has, and one display name of those that nothing else identifies.

    Another given name is no obstacle where it can be the other parent's: of another gender than the parent's of the roster.
    """
    surname = person.own.get("surname", _NOTHING)
    found = [each for each in roster if each.surnames & surname]
    if sum(bool(other.own.get("surname", _NOTHING) & surname) for other in rest) > 1 or person.children:
        return None
    strangers = [each for each in found if any(_is_another(person.own, parent) for parent in each.parents)]
    return None if strangers else _fit_one_of(found)


def _is_another(own: Mapping[str, Forms], parent: Mapping[str, Forms]) -> bool:
    """Say whether two people of one surname are of one gender and yet of different given names or patronymics."""
    return not _differ("gender", own, parent) and (_differ("given", own, parent) or _differ("patronymic", own, parent))


def _fit_given(person: _Participant, roster: Sequence[_Relatives], chat: Sequence[_Participant]) -> _Fit | None:
    """Fit by a given name, and a patronymic beside it, that one parent has in the roster and one display name in the chat."""
    if "surname" in person.own or person.children:
        return None
    found = [each for each in roster if any(_may_be(person, parent) for parent in each.parents)]
    namesakes = [other for other in chat if _may_be(person, other.own)]
    return _fit_one_of(found) if len(namesakes) == 1 else None


def _may_be(person: _Participant, other: Mapping[str, Forms]) -> bool:
    """Say whether somebody with a given name, perhaps with initials or a patronymic, may be the other one."""
    initials_differ = person.initials and other["initials"] and not person.initials & other["initials"]
    return _share("given", person.own, other) and not _differ("patronymic", person.own, other) and not initials_differ
