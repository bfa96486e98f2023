"""A rulebook as data: the form of its files, and the whole when they are read together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from chataudit.conditions.condition import Condition, Texts
from chataudit.context.rules import ContextRules
from chataudit.detectors import Rule
from chataudit.matching.patterns import Pattern
from chataudit.matching.scalars import Regex
from chataudit.rulebook.labelling import FittedWeights, Labelling, Measured
from chataudit.rulebook.ready import ReadyWording
from chataudit.rulebook.structures import structures
from chataudit.russian.identifying import IdentifyingWords
from chataudit.russian.name_words import NameWords
from chataudit.verdicts import AnyPolicy
from chataudit.verdicts.without_chat import GroupCase

FORMAT = 1


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the rulebook is: its name, version, title, the letter it reads, and the folders or rulebooks whose words it uses.

    Attributes:
        labelling: how chats labelled by people are compared with its findings.
    """

    name: str
    version: str
    title: Texts
    source: Texts = {}
    uses: list[str] = []
    labelling: Labelling = Labelling()


class Recommendation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One recommendation of the letter and how its verdict is reached.

    Attributes:
        clause: where the letter says it; why: why it matters; advice: what to do.
        weight: its part in the score.
        beyond_letter: what of the checks is our reading rather than the letter's words.
        questions: what no export can show and a person has to answer.
        ready: messages to paste that help to mend it.
        without_chat: how a class that has no chat is judged, by what a manifest says of its group.
    """

    number: int
    title: Texts
    clause: Texts
    why: Texts
    advice: Texts
    weight: int
    verdict: AnyPolicy
    beyond_letter: Texts | None = None
    questions: list[Texts] = []
    ready: list[ReadyWording] = []
    without_chat: list[GroupCase] = []


class NameLists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of display names, as `chataudit.russian.name_words.NameWords` describes them."""

    mothers: list[str]
    fathers: list[str]
    families: list[str]
    titles: list[str]
    roles: list[str]
    nicknames: list[str]
    conjunctions: list[str]
    patronymic_particles: list[str]
    patronymic_prefixes: list[str]
    patronymic_endings: dict[str, list[str]]
    patronymics: dict[str, list[str]]
    surname_pairs: dict[str, str]
    surname_endings: list[str]
    surnames: list[str]
    short_endings: list[str]
    women: dict[str, list[str]]
    men: dict[str, list[str]]


class RedactionLists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a report is redacted, as `chataudit.russian.identifying.IdentifyingWords` describes them."""

    stays: list[str]
    polite: list[str]
    phrases: list[str]
    streets: list[str]
    numbered: list[str]
    classes: list[str]
    number_endings: list[str]
    numerals: list[str]
    between: list[str]


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file of a rulebook; which of these keys stand in which file is free.

    Attributes:
        chataudit: the format of the file, 1.
        of: the recommendation that its rules belong to, where another file describes that.
        redaction: words by which a report is redacted.
        words: named lists of patterns; conditions: named conditions; both shared by the whole rulebook.
        measured: how often its rules are right; fitted: weights of signs, by the name of their set.
    """

    chataudit: int
    pack: Pack | None = None
    context: ContextRules | None = None
    names: NameLists | None = None
    redaction: RedactionLists | None = None
    words: dict[str, list[Pattern]] = {}
    conditions: dict[str, Condition] = {}
    recommendation: Recommendation | None = None
    of: int | None = None
    rules: list[Rule] = []
    measured: Measured | None = None
    fitted: dict[str, FittedWeights] = {}

    @property
    def number(self) -> int | None:
        """The recommendation that its rules belong to."""
        return self.recommendation.number if self.recommendation else self.of


@dataclass(frozen=True)
class Rulebook:
    """A rulebook read as a whole.

    Attributes:
        recommendations: by number, in rising order.
        rules: by id, in the order of the files; recommendation_of: the number that each belongs to.
        lists, conditions: shared names.
        fitted: weights of signs by the name of their set; measured: how often the rules are right, where that is known.
        identifying: words by which a report is redacted; None where its files hold none.
        borrowed: names of the lists and conditions that come from another rulebook, whose examples hold them in place.
        expressions: the regular expressions of all conditions, each once.
    """

    pack: Pack
    context: ContextRules
    names: NameWords
    recommendations: dict[int, Recommendation]
    rules: dict[str, Rule]
    recommendation_of: dict[str, int]
    lists: dict[str, list[Pattern]] = field(default_factory=dict)
    conditions: dict[str, Condition] = field(default_factory=dict)
    fitted: dict[str, FittedWeights] = field(default_factory=dict)
    measured: Measured | None = None
    identifying: IdentifyingWords | None = None
    borrowed: frozenset[str] = frozenset()
    expressions: list[Regex] = field(default_factory=list)

    @classmethod
    def of(cls, own: Sequence[RuleFile], lent: Sequence[RuleFile], expressions: Sequence[Regex] | None = None) -> Rulebook:
        """Put files together that fit, as the loader has checked.

        Args:
            own: the rulebook's files; lent: what is left of another rulebook's.
            expressions: the regular expressions of all conditions, where they are known already.
        """
        files = [*own, *lent]
        pack, context, names, redaction, measured = (
            next((getattr(file, key) for file in files if getattr(file, key)), None) for key in ("pack", "context", "names", "redaction", "measured")
        )
        assert pack is not None
        assert context is not None
        assert names is not None
        recommendations = sorted((file.recommendation for file in files if file.recommendation), key=lambda each: each.number)
        return cls(
            pack,
            context,
            NameWords.from_lists(msgspec.to_builtins(names)),
            {each.number: each for each in recommendations},
            {rule.id: rule for file in files for rule in file.rules},
            {rule.id: file.number for file in files if file.number is not None for rule in file.rules},
            {name: patterns for file in files for name, patterns in file.words.items()},
            {name: condition for file in files for name, condition in file.conditions.items()},
            {name: weights for file in files for name, weights in file.fitted.items()},
            measured,
            IdentifyingWords.from_lists(msgspec.to_builtins(redaction)) if redaction else None,
            frozenset(name for file in lent for name in (*file.words, *file.conditions)),
            list(_expressions(files) if expressions is None else expressions),
        )

    def findings_of(self, number: int) -> list[str]:
        """Return the ids of a recommendation's rules that give findings."""
        return [rule for rule, owner in self.recommendation_of.items() if owner == number and self.rules[rule].effect == "finding"]


def _expressions(files: Sequence[RuleFile]) -> dict[Regex, None]:
    return dict.fromkeys(expression for file in files for condition in structures(file, Condition) for expression in condition.regex or ())
