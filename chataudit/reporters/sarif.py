"""A report as SARIF 2.1.0 for tools that gather findings; written piece by piece."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import BinaryIO, Final
from urllib.parse import quote

from chataudit.findings import Finding, RecommendationResult, Report, RuleSummary, Severity
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.json_text import encode, encode_lines
from chataudit.reporters.lines import tell_quote
from chataudit.reporters.terminal_text import visible
from chataudit.wording import wording

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[dict[Severity, str]] = {"major": "error", "minor": "warning", "info": "note"}
_TOOL: Final = "chataudit"
_BATCH: Final = 1000
_BASE: Final = "EXPORT"  # the folder that the export lies in, which a report does not know
_JOINER: Final = "\u2060"  # shows nothing and joins nothing: it only stands between

# SARIF makes a link of `[words](address)` and fills `{0}`, in plain text, too.
_ACTIVE: Final = re.compile(r"(?<=\])(?=\()|(?<=\{)(?=[0-9])")


class SarifReporter:
    """Writes a rule of the report as a rule, a finding as a result, a warning as a notification; all findings are there."""

    name = "sarif"
    suffix = ".sarif"
    binary = False

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:  # noqa: ARG002  - the protocol's
        """Write one run, a line a result."""
        write_sarif([report], out)


def write_sarif(reports: Sequence[Report], out: BinaryIO, *, unread: Sequence[str] = (), are_paths: bool = False) -> None:
    """Write a run for each report, and one that failed for each sentence of `unread`.

    With `are_paths` the reports' sources are paths rather than names of files and keep their slashes.
    """
    out.write(b'{"$schema": ' + encode(_SCHEMA) + b', "version": "2.1.0", "runs": [')
    for number, report in enumerate(reports):
        out.write(b", {\n" if number else b"{\n")
        _write_run(report, _locate(report, "/" if are_paths else ""), out)
    for number, sentence in enumerate(unread, start=len(reports)):
        out.write((b", " if number else b"") + encode(_failed_run(sentence)))
    out.write(b"]}\n")


def _failed_run(sentence: str) -> dict[str, object]:
    failure = {"executionSuccessful": False, "toolExecutionNotifications": [{"level": "error", "message": _message(sentence)}]}
    return {"tool": {"driver": {"name": _TOOL}}, "invocations": [failure], "results": []}


def _write_run(report: Report, location: Mapping[str, object], out: BinaryIO) -> None:
    rules = [(result, rule) for result in report.recommendations for rule in result.rules if rule.effect == "finding"]
    run = {
        "tool": {"driver": _driver(report, rules)},
        "language": report.language,
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {_BASE: {"description": _message(wording(report.language, "formats.sarif.base"))}},
        "artifacts": [{"location": location}],
        "columnKind": "unicodeCodePoints",
        "properties": {"score": report.score, "checked": report.checked, "chat": _text(report.chat.title or "")}
        | ({"redacted": report.chat.redacted} if report.chat.redacted else {}),
    }
    out.writelines(encode(name) + b": " + encode(value) + b",\n" for name, value in run.items())
    out.write(b'"results": [')
    separator = b"\n"
    results = _results(report, {rule.rule: place for place, (_, rule) in enumerate(rules)}, location)
    while batch := list(islice(results, _BATCH)):
        out.write(separator + encode_lines(batch).replace(b"\n", b",\n"))
        separator = b",\n"
    out.write(b"\n]}")


def _driver(report: Report, rules: list[tuple[RecommendationResult, RuleSummary]]) -> dict[str, object]:
    return {
        "name": _TOOL,
        "version": _text(report.chataudit),
        "rules": [_rule(result, rule) for result, rule in rules],
        "properties": {"rulebook": _text(report.rulebook.name), "rulebookVersion": _text(report.rulebook.version)},
    }


def _rule(result: RecommendationResult, rule: RuleSummary) -> dict[str, object]:
    described: dict[str, object] = {
        "id": _text(rule.rule),
        "shortDescription": _message(rule.title or rule.rule),
        "fullDescription": _message(f"{result.number}. {result.title}"),
    }
    if result.advice:
        described["help"] = _message(result.advice)
    properties: dict[str, object] = {"recommendation": result.number, "clause": _text(result.clause), "verdict": result.verdict}
    if rule.wrong_of_hundred is not None:
        properties["wrongOfHundred"] = rule.wrong_of_hundred
    return described | {"properties": properties}


def _invocation(report: Report) -> dict[str, object]:
    notifications = [
        {"level": "warning", "message": _message(each.text), "properties": {} if each.line is None else {"line": each.line}}
        for each in report.chat.warnings
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": notifications}


def _results(report: Report, places: dict[str, int], artifact: Mapping[str, object]) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    location = {"physicalLocation": {"artifactLocation": {**artifact, "index": 0}}}
    for finding in report.findings:
        seen[finding.id] += 1
        result = _result(finding, seen[finding.id], report, location)
        if finding.rule in places:
            result["ruleIndex"] = places[finding.rule]
        yield result


def _result(finding: Finding, number: int, report: Report, location: Mapping[str, object]) -> dict[str, object]:
    """Return a finding; `number` tells apart those of one id, such as two silences of one teacher."""
    fingerprint = _text(finding.id if number == 1 else f"{finding.id}-{number}")
    words = " ".join(each for each in (finding.explanation, tell_quote(finding, report.language)) if each)
    told: dict[str, object] = {
        "ruleId": _text(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": _message(words),
        "fingerprints": {"chataudit/v1": fingerprint},
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},  # GitHub would take all of one file for one
        "properties": {
            "at": finding.at,
            "confidence": finding.confidence,
            "messageIds": [_text(each) for each in finding.message_ids],
            "participants": [_text(each) for each in finding.participants],
        },
    }
    messages = [{"name": _text(each), "kind": "message"} for each in finding.message_ids[:1]]
    return told | {"locations": [{**location, **({"logicalLocations": messages} if messages else {})}]}


def _locate(report: Report, safe: str) -> dict[str, object]:
    return {"uri": quote(report.chat.source, safe=safe, errors="replace"), "uriBaseId": _BASE}


def _message(text: str) -> dict[str, str]:
    return {"text": _text(text)}


def _text(text: str) -> str:
    """Return a stranger's text as one that shows and neither links nor is filled in."""
    return _ACTIVE.sub(_JOINER, visible(text))
