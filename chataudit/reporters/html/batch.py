"""The summary of a batch as one HTML page that needs no network and is whole without its script, with links to each chat's own report."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, Final
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from chataudit.batch.summary import LeftAlone, RecommendationShare, Row, Summary, TrendCounts
from chataudit.findings import Verdict
from chataudit.reporters.batch_rows import VERDICTS
from chataudit.reporters.html.environment import environment, join_pieces, read_source
from chataudit.reporters.html.page import SIGNS
from chataudit.reporters.html.policy import content_policy
from chataudit.reporters.numbers import show_number, show_signed
from chataudit.wording import wording

_WIDTH: Final = 240  # of the bar of shares


@dataclass(frozen=True)
class Part:
    """One piece of a bar: its verdict and where it stands, of no width where no chat has that verdict."""

    verdict: Verdict
    x: float
    width: float


@dataclass(frozen=True)
class ShownShare:
    """A recommendation with the bar of its verdicts."""

    share: RecommendationShare
    parts: list[Part]


@dataclass(frozen=True)
class ShownRow:
    """A row as the page shows it.

    Attributes:
        number: from 1, in the summary's order.
        address: of the chat's own page, made of safe characters only; None where there is none.
        marks: by what the script sorts and filters: our own words and numbers, nothing that strangers wrote.
    """

    number: int
    row: Row
    address: str | None
    marks: dict[str, str | int | None]


def write_batch_page(summary: Summary, out: BinaryIO) -> None:
    """Write the page as UTF-8."""
    style = read_source("report.css") + read_source("batch.css")
    script = read_source("batch.js")

    def number(value: float) -> str:
        return show_number(value, summary.language)

    def say(key: str, **values: object) -> str:
        return wording(summary.language, key, **values)

    pieces = (
        environment()
        .get_template("batch.html.jinja")
        .generate(
            **_content(summary),
            say=say,
            number=number,
            signed=show_signed,
            style=Markup(style),  # noqa: S704  - our own
            script=Markup(script),  # noqa: S704  - our own
            policy=content_policy(style, script),
        )
    )
    out.writelines(join_pieces(pieces))


def _content(summary: Summary) -> dict[str, object]:
    """Return what the template lays out, by the names that it knows."""
    schools = {name: at for at, name in enumerate(dict.fromkeys(row.school for row in summary.rows if row.school))}
    rows = [ShownRow(number, row, _address(row), _marks(number, row, schools)) for number, row in enumerate(summary.rows, start=1)]
    return {
        "summary": summary,
        "rows": rows,
        "unread": [each for each in rows if each.row.result.status == "unread"],
        "shares": [ShownShare(each, _parts(each)) for each in summary.recommendations],
        "columns": {
            "school": bool(schools),
            "school_class": any(row.school_class for row in summary.rows),
            "trend": any(row.result.trend for row in summary.rows),
        },
        "schools": [(at, name) for name, at in schools.items()] if len(schools) > 1 else [],
        "recommendations": [(each.number, f"{each.number}. {each.title}") for each in summary.recommendations],
        "verdicts": [(verdict, wording(summary.language, f"report.verdict.{verdict}")) for verdict in VERDICTS],
        "trend": _nonzero(summary.trend),
        "left_alone": _nonzero(summary.left_alone),
        "signs": SIGNS,
        "order": VERDICTS,
    }


def _address(row: Row) -> str | None:
    place = row.result.reports.get("html")
    return quote(place) if place else None


def _nonzero(counts: LeftAlone | TrendCounts) -> dict[str, int]:
    return {name: count for name, count in msgspec.structs.asdict(counts).items() if count}


def _marks(number: int, row: Row, schools: Mapping[str, int]) -> dict[str, str | int | None]:
    """Return the row's attributes; `xmlattr` leaves out what is None."""
    result = row.result
    audited = result.status == "audited"
    comparable = result.trend is not None and not result.trend.unlike
    return {
        "data-number": number,
        "data-school": schools[row.school] if row.school else None,
        "data-messages": result.message_count if audited else None,
        "data-score": result.score,
        "data-change": result.trend.score_change if result.trend and comparable else None,
        "data-checked": result.checked if audited else None,
        "data-violated": sum(each.verdict == "violated" for each in result.recommendations) if audited else None,
        "data-verdicts": " ".join(f"{each.number}-{each.verdict}" for each in result.recommendations) or None,
    }


def _parts(share: RecommendationShare) -> list[Part]:
    total = max(1, sum(share.counts.values()))
    parts: list[Part] = []
    x = 0.0
    for verdict in VERDICTS:
        width = _WIDTH * share.counts[verdict] / total
        parts.append(Part(verdict, round(x, 1), round(width, 1)))
        x += width
    return parts
