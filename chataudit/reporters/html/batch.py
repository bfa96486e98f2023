"""The summary of a batch as one HTML page that needs no script and no network, with links to each chat's own report."""

from dataclasses import dataclass
from typing import BinaryIO, Final
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from chataudit.batch_summary import RecommendationShare, Row, Summary
from chataudit.findings import Verdict
from chataudit.reporters.html.environment import environment, join_pieces, read_source
from chataudit.reporters.html.page import SIGNS
from chataudit.reporters.html.policy import content_policy
from chataudit.reporters.numbers import show_number
from chataudit.wording import wording

_WIDTH: Final = 240  # of the bar of shares
_ORDER: Final[tuple[Verdict, ...]] = ("violated", "partly", "met", "unknown", "not_applicable")


@dataclass(frozen=True)
class Part:
    """One piece of a bar: its verdict, how many, and where it stands."""

    verdict: Verdict
    count: int
    x: float
    width: float


@dataclass(frozen=True)
class ShownShare:
    """A recommendation with the bar of its verdicts."""

    share: RecommendationShare
    parts: list[Part]


@dataclass(frozen=True)
class ShownRow:
    """A row with the address of the chat's own page, made of safe characters only; None where there is none."""

    number: int
    row: Row
    address: str | None


def write_batch_page(summary: Summary, out: BinaryIO) -> None:
    """Write the page as UTF-8."""
    style = read_source("report.css") + read_source("batch.css")
    rows = [ShownRow(number, row, _address(row)) for number, row in enumerate(summary.rows, start=1)]

    def number(value: float) -> str:
        return show_number(value, summary.language)

    def say(key: str, **values: object) -> str:
        return wording(summary.language, key, **values)

    pieces = (
        environment()
        .get_template("batch.html.jinja")
        .generate(
            summary=summary,
            rows=rows,
            unread=[each for each in rows if each.row.result.status == "unread"],
            shares=[ShownShare(each, _parts(each)) for each in summary.recommendations],
            columns={name: any(getattr(row, name) for row in summary.rows) for name in ("school", "school_class")},
            left_alone={name: count for name, count in msgspec.structs.asdict(summary.left_alone).items() if count},
            signs=SIGNS,
            order=_ORDER,
            say=say,
            number=number,
            style=Markup(style),  # noqa: S704  - our own
            policy=content_policy(style, ""),
        )
    )
    out.writelines(join_pieces(pieces))


def _address(row: Row) -> str | None:
    place = row.result.reports.get("html")
    return quote(place) if place else None


def _parts(share: RecommendationShare) -> list[Part]:
    total = sum(share.counts.values())
    parts: list[Part] = []
    x = 0.0
    for verdict in _ORDER:
        if count := share.counts[verdict]:
            width = _WIDTH * count / total
            parts.append(Part(verdict, count, round(x, 1), round(width, 1)))
            x += width
    return parts
