"""What can be chosen in a page's filters → the style rules that hide the rest, so that filters work without scripts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One line of a filter.

    Attributes:
        mark: our own word for it, which findings bear as a class.
        label: what people read.
    """

    mark: str
    label: str


@dataclass(frozen=True)
class Filters:
    """What findings can be filtered by."""

    recommendations: list[Choice]
    severities: list[Choice]
    months: list[Choice]
    authors: list[Choice]


def filter_rules(filters: Filters) -> str:
    """Return a rule for each choice: while it is chosen, what does not bear its mark is not shown."""
    rules = [
        f'body:has(#by-recommendation option[value="{each.mark}"]:checked) .rec:not(.{each.mark}){{display:none}}' for each in filters.recommendations
    ]
    for field, choices in (("severity", filters.severities), ("month", filters.months), ("author", filters.authors)):
        rules += [f'body:has(#by-{field} option[value="{each.mark}"]:checked) .finding:not(.{each.mark}){{display:none}}' for each in choices]
    return "\n".join(rules) + "\n"
