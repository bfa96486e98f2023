"""The words of a display name in, those that name a child and those that name the participant out: «Евгения мама Насти»."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from chataudit.russian.name_roles import Likelihood, Roles, read_roles
from chataudit.russian.name_tokens import Token
from chataudit.russian.name_words import Gender, NameWords

_BOTH: Final[frozenset[Gender]] = frozenset({"masc", "femn"})


@dataclass(frozen=True)
class Owners:
    """Whose name each word is.

    Attributes:
        own: words that may name the participant.
        child: words that name a child.
        doubtful: words of `own` that may as well name a child («мама Настя»).
    """

    own: tuple[Token, ...]
    child: tuple[Token, ...]
    doubtful: frozenset[Token]


def tell_child_from_participant(tokens: tuple[Token, ...], words: NameWords) -> Owners:
    """Tell which words name a child, by the words of kinship beside them; those words belong to nobody's name.

    The child's name stands after the word of kinship, or before it in the genitive or as an adjective («Насти мама»,
    «Настина мама»), or is followed by the
    number of a class while another given name stands before («Иванова Ольга Ваня 4Б»).
    """
    own: list[Token] = []
    child: list[Token] = []
    doubtful: set[Token] = set()
    kin: Token | None = None
    joined = True  # the next word may go on with the child's name
    for token, following in pairwise([*tokens, None]):
        assert token is not None
        if kin is not None and kin.segment != token.segment:
            kin = None
        if _kin_gender(token, words):
            kin, joined = token, not _take_genitive_before(token, own, child, words)
        elif token.word in words.conjunctions or token.listed_as in words.conjunctions:
            joined = True
        elif kin is not None:
            if not joined and _begins_own_name(token, following, kin, words):
                kin = None
                own.append(token)
                continue
            owner, doubt = _owner_after_kin(token, kin, child, words, joined=joined)
            (child if owner == "child" else own).append(token)
            doubtful |= {token} if doubt else set()
            joined = False
        else:
            (child if _is_pupil(token, own, words) else own).append(token)
    return Owners(tuple(own), tuple(child), frozenset(doubtful))


def _kin_gender(token: Token, words: NameWords) -> frozenset[Gender] | None:
    """Return the genders that a word of kinship leaves the participant, None for other words."""
    listed = token.listed_as
    if words.is_listed(listed, words.mothers) or words.is_listed(token.word, words.mothers):
        return frozenset({"femn"})
    if words.is_listed(listed, words.fathers) or words.is_listed(token.word, words.fathers):
        return frozenset({"masc"})
    if words.is_listed(listed, words.families):
        return _BOTH
    return None


def _take_genitive_before(kin: Token, own: list[Token], child: list[Token], words: NameWords) -> bool:
    """Move the name right before the word of kinship to the child, if it can only be one: «Насти мама», «Настина мама»; say whether it was."""
    if not own or own[-1].segment != kin.segment:
        return False
    roles = read_roles(own[-1], words)
    owner = words.owner_of(own[-1].word)
    if owner is None and (roles.nominative or not roles.oblique):
        return False
    before = own.pop()
    child.append(before if owner is None else replace(before, text=owner, word=owner, latin=False))
    return True


def _begins_own_name(token: Token, following: Token | None, kin: Token, words: NameWords) -> bool:
    """Say whether, behind a child's name, a surname and a given name of the participant's own begin: «мама Пети Зуева Ольга»."""
    if following is None or following.segment != token.segment:
        return False
    surname, given = read_roles(token, words), read_roles(following, words)
    own_given = given.given is Likelihood.SURE and given.nominative and bool(given.genders & (_kin_gender(kin, words) or _BOTH))
    return surname.nominative and surname.surname is Likelihood.SURE and not surname.given and own_given


def _owner_after_kin(token: Token, kin: Token, child: list[Token], words: NameWords, *, joined: bool) -> tuple[str, bool]:
    """Return whose name a word after the word of kinship is, and whether that is doubtful."""
    roles = read_roles(token, words)
    if roles.oblique and not roles.nominative:
        return "child", False
    if roles.common or not (token.capital or roles.nominative or roles.oblique):
        return "own", False
    if joined:  # the first name after «мама», or one after «и»
        return _owner_of_first(kin, roles, words)
    if roles.oblique and roles.surname and not roles.given:  # «мама Пети Иванова»: his surname, or hers
        return ("child", False) if _is_boy(child, words) else ("own", False)
    return ("own", False) if roles.nominative else ("child", False)


def _owner_of_first(kin: Token, roles: Roles, words: NameWords) -> tuple[str, bool]:
    gender = _kin_gender(kin, words) or _BOTH
    if roles.oblique and roles.given:  # «мама Александра»: a genitive by custom
        return "child", False
    if roles.patronymic is Likelihood.SURE and roles.genders & gender:
        return "own", False
    if roles.surname is Likelihood.SURE and not roles.given:
        return "own", True
    if roles.nominative and roles.genders & gender and gender != _BOTH:  # «мама Настя», but not «мама Егор»
        return "own", True
    return "child", False


def _is_boy(child: list[Token], words: NameWords) -> bool:
    return any("masc" in read_roles(token, words).genders for token in child)


def _is_pupil(token: Token, own: list[Token], words: NameWords) -> bool:
    if not token.before_class or read_roles(token, words).given is not Likelihood.SURE:
        return False
    return any(read_roles(other, words).given is Likelihood.SURE for other in own)
