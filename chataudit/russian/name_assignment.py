"""The participant's own words of a display name in, the one word for each part of the name out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Final, Literal, NamedTuple

from chataudit.russian.name_roles import Likelihood, Roles, read_roles
from chataudit.russian.name_tokens import Token
from chataudit.russian.name_words import NameWords

PartName = Literal["surname", "given", "patronymic"]
PARTS: Final[tuple[PartName, ...]] = ("surname", "given", "patronymic")

_MOST_WORDS: Final = 8  # longer names are phrases; their first words decide

# What speaks for an assignment: the likelihoods of its words first, then the customary order; small shares break ties.
_LIKELIHOOD: Final = 10.0
_TIE: Final = {"given": 0.3, "patronymic": 0.2, "surname": 0.1}
_PATRONYMIC_AFTER_GIVEN: Final = 12.0
_PATRONYMIC_FIRST: Final = -15.0  # «Базилевич Олег» is a surname
_SURNAME_BETWEEN: Final = -1.0
_GENDERS_DIFFER: Final = -30.0  # «Анна Абрамович» is a surname
_LATER: Final = {"given": -0.01, "patronymic": -0.01, "surname": -0.02}


class Candidate(NamedTuple):
    """A word that may be a part of the name, and what it may be."""

    token: Token
    roles: Roles


def find_candidates(tokens: Sequence[Token], words: NameWords) -> list[Candidate]:
    """Return the words that may be parts of a name: no nicks, trades and roles, and no common words of a phrase."""
    named = [Candidate(token, read_roles(token, words)) for token in tokens if not is_nick(token, words)]
    glued_to_nick = any(token.glued and is_nick(token, words) for token in tokens)
    in_phrase = any(each.roles.common and not each.token.capital for each in named)
    with_name = any(likelihood(each, part) is Likelihood.SURE for each in named for part in PARTS)

    def is_kept(each: Candidate) -> bool:
        sure = any(likelihood(each, part) is Likelihood.SURE for part in PARTS)
        if each.roles.common and not sure and (in_phrase or not (each.roles.noun or with_name)):
            return False
        if glued_to_nick and each.roles.unknown:
            return False
        return any(likelihood(each, part) for part in PARTS)

    return _lend_given([each for each in named if is_kept(each)][:_MOST_WORDS])


def _lend_given(candidates: list[Candidate]) -> list[Candidate]:
    """Let a word of the language be the given name where a surname or patronymic stands and nothing else can be it («Попов Кир Ильич»)."""
    free = [each for each in candidates if max(each.roles.surname, each.roles.patronymic) is not Likelihood.SURE]
    if len(free) == len(candidates) or any(each.roles.given for each in free):
        return candidates
    return [
        each._replace(roles=replace(each.roles, given=Likelihood.POSSIBLE)) if each in free and each.token.capital else each for each in candidates
    ]


def is_nick(token: Token, words: NameWords) -> bool:
    """Say whether a word tells what its owner is or does; a word that is a surname or given name too is a name."""
    if token.listed_as in words.nicks or token.word in words.nicks:
        return True
    if not words.is_listed(token.word, words.nicks):  # of most words: what else they may be need not be asked
        return False
    roles = read_roles(token, words)
    return roles.common and roles.surname is not Likelihood.SURE


def likelihood(candidate: Candidate, part: PartName) -> Likelihood:
    """Return how surely the word is that part, taken alone."""
    found: Likelihood = getattr(candidate.roles, part)
    return found


def without_patronymics(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the words, none of them taken for a patronymic, where a particle has marked it already."""
    return [each._replace(roles=replace(each.roles, patronymic=Likelihood.NO)) for each in candidates]


def assign_parts(candidates: Sequence[Candidate]) -> dict[PartName, Candidate]:
    """Give each part of the name at most one word, and each word at most one part, as likely as can be."""
    indexes = [[None, *(i for i, each in enumerate(candidates) if likelihood(each, part))] for part in PARTS]
    choices = (dict(zip(PARTS, choice, strict=True)) for choice in product(*indexes) if _is_free_of_repeats(choice))
    best = max(choices, key=lambda choice: _worth(choice, candidates))
    return {part: candidates[index] for part, index in best.items() if index is not None}


def _is_free_of_repeats(choice: Sequence[int | None]) -> bool:
    taken = [index for index in choice if index is not None]
    return len(set(taken)) == len(taken)


def _worth(choice: Mapping[PartName, int | None], candidates: Sequence[Candidate]) -> float:
    taken = {part: index for part, index in choice.items() if index is not None}
    worth = sum(_LIKELIHOOD * likelihood(candidates[index], part) + _TIE[part] + _LATER[part] * index for part, index in taken.items())
    surname, given, patronymic = (taken.get(part) for part in PARTS)
    if given is not None and patronymic is not None:
        worth += _PATRONYMIC_AFTER_GIVEN if patronymic == given + 1 else 0
        worth += _PATRONYMIC_FIRST if patronymic == 0 and given == 1 else 0
        differ = not candidates[given].roles.genders & candidates[patronymic].roles.genders
        worth += _GENDERS_DIFFER if differ and surname is None and candidates[patronymic].roles.surname else 0
        worth += _SURNAME_BETWEEN if surname is not None and given < surname < patronymic else 0
    return worth
