"""A display name in, the surname, given name and patronymic found in it out, each with yes, no or unsure (definitions, 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from chataudit.russian.name_assignment import PARTS, Candidate, PartName, assign_parts, find_candidates, likelihood, without_patronymics
from chataudit.russian.name_children import tell_child_from_participant
from chataudit.russian.name_roles import Likelihood
from chataudit.russian.name_tokens import Token, split_name
from chataudit.russian.name_words import NameWords

State = Literal["yes", "no", "unsure"]


class Part(NamedTuple):
    """One part of a name.

    Attributes:
        state: whether the display name holds it.
        token: the word that is it, or may be it, as written; None where there is none.
        word: the same in Cyrillic, lower case and folded, for comparing.
    """

    state: State
    token: str | None = None
    word: str | None = None


_LONGEST: Final = 300  # characters; messengers allow some 130, and what a stranger writes may be a book


@dataclass(frozen=True)
class NameParts:
    """The participant's own name in a display name.

    Attributes:
        surname: of a double surname in two words, one of them.
        given: a full or short given name.
        patronymic: of «Гасан оглы» the father's name.
        child: the words that name a child («мама Пети» has «пети»), in Cyrillic, folded.
    """

    surname: Part
    given: Part
    patronymic: Part
    child: tuple[str, ...]


def read_display_name(name: str, words: NameWords) -> NameParts:
    """Find the parts of the participant's own name in a display name; their order is free.

    A word has one part only; a word that is no known name becomes a part with certainty where the other two are known.
    """
    owners = tell_child_from_participant(_split_at_listed(split_name(name[:_LONGEST]), words), words)
    father, own = _take_marked_patronymic(owners.own, words)
    candidates = find_candidates(own, words)
    chosen = assign_parts(candidates if father is None else without_patronymics(candidates))
    states = _states(chosen, candidates, marked=father is not None)
    parts: dict[PartName, Part] = {}
    for part in PARTS:
        token = father if part == "patronymic" and father else chosen[part].token if part in chosen else None
        state = "unsure" if token in owners.doubtful else states[part]
        parts[part] = Part(state, token.text, token.word) if token else Part(state)
    if father is not None and owners.own[0] is father and parts["surname"].state == "no":
        parts["surname"] = Part("unsure")  # «Айбек уулу Нурлан»: by Kyrgyz custom it is the surname
    return NameParts(parts["surname"], parts["given"], parts["patronymic"], tuple(token.word for token in owners.child))


def missing(parts: NameParts) -> tuple[PartName, ...]:
    """Return the parts that the display name surely lacks; one that is unsure is not among them."""
    states = {"surname": parts.surname.state, "given": parts.given.state, "patronymic": parts.patronymic.state}
    return tuple(part for part in PARTS if states[part] == "no")


def _split_at_listed(tokens: Sequence[Token], words: NameWords) -> tuple[Token, ...]:
    """Split «Мама-Оля» at its hyphen, but not «Анна-Мария»."""
    listed = words.mothers | words.fathers | words.families | words.titles | words.roles
    split: list[Token] = []
    for token in tokens:
        pairs = [pair for pair in zip(token.text.split("-"), token.word.split("-"), strict=True) if all(pair)]
        if len(pairs) > 1 and any(words.is_listed(word, listed) for _, word in pairs):
            split += [replace(token, text=text, word=word, capital=text[0].isupper()) for text, word in pairs]
        else:
            split.append(token)
    return tuple(split)


def _take_marked_patronymic(tokens: tuple[Token, ...], words: NameWords) -> tuple[Token | None, tuple[Token, ...]]:
    """Take out the father's name that a particle marks («Гасан оглы», «ибн Рашид»), and the particle."""
    for index, token in enumerate(tokens):
        for particles, place in ((words.patronymic_particles, index - 1), (words.patronymic_prefixes, index + 1)):
            if token.word in particles and 0 <= place < len(tokens):
                return tokens[place], tuple(other for other in tokens if other not in (token, tokens[place]))
    return None, tokens


def _states(chosen: Mapping[PartName, Candidate], candidates: Sequence[Candidate], *, marked: bool) -> dict[PartName, State]:
    sure = {part for part, each in chosen.items() if likelihood(each, part) is Likelihood.SURE} | ({"patronymic"} if marked else set())
    states: dict[PartName, State] = {}
    for part in PARTS:
        if part in sure:
            states[part] = "yes"
        elif part in chosen:
            others_sure = sure >= {other for other in PARTS if other != part}
            by_place = {"surname": _is_surname_by_place, "given": _is_given_by_place}.get(part)
            states[part] = "yes" if others_sure or (by_place and by_place(chosen, candidates)) else "unsure"
        else:
            states[part] = "no"
    if states["patronymic"] == "no" and _may_hide_patronymic(chosen, candidates):
        states["patronymic"] = "unsure"
    return states


def _is_surname_by_place(chosen: Mapping[PartName, Candidate], candidates: Sequence[Candidate]) -> bool:
    """Say whether a word beside a given name can only be a surname.

    So is a common noun before it («Мельник Иван», while «Иван Мельник» may tell the trade), and what looks like a
    patronymic and is none («Инна Якубович»).
    """
    if "given" not in chosen or likelihood(chosen["given"], "given") is not Likelihood.SURE:
        return False
    surname = chosen["surname"]
    is_before = candidates.index(surname) < candidates.index(chosen["given"])
    return likelihood(surname, "patronymic") is Likelihood.SURE or (surname.roles.common and is_before)


def _is_given_by_place(chosen: Mapping[PartName, Candidate], candidates: Sequence[Candidate]) -> bool:
    """Say whether an unknown word stands right before a sure patronymic: «Гузалия Мунировна»."""
    if "patronymic" not in chosen or likelihood(chosen["patronymic"], "patronymic") is not Likelihood.SURE:
        return False
    return candidates.index(chosen["given"]) + 1 == candidates.index(chosen["patronymic"])


def _may_hide_patronymic(chosen: Mapping[PartName, Candidate], candidates: Sequence[Candidate]) -> bool:
    """Say whether a third word may be a patronymic of a kind we do not know, or the name has none («Ким Ен Су»)."""
    if not {"surname", "given"} <= chosen.keys():
        return False
    given_is_sure = likelihood(chosen["given"], "given") is Likelihood.SURE
    rest = [each for each in candidates if each not in chosen.values() and each.token.capital]
    return any(each.roles.unknown or not given_is_sure for each in rest)
