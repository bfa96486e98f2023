"""The report's JSON against its contract, `chataudit.report/1`."""

import io
import json
import sys
import unicodedata
from collections.abc import Callable, Sequence

import msgspec
import pytest

from chataudit.findings import Finding, FindingList, Findings, Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.json import JsonReporter

TEXT, COUNT, NUMBER, FLAG, MAYBE_TEXT, MAYBE_COUNT = {str}, {int}, {int, float}, {bool}, {str, type(None)}, {int, type(None)}
LIST, OBJECT = {list}, {dict}

# The keys that the contract promises, in its order, and what each may hold.
PROMISED: dict[str, dict[str, set[type]]] = {
    "report": {
        "schema": TEXT,
        "chataudit": TEXT,
        "rulebook": OBJECT,
        "generated_at": TEXT,
        "chat": OBJECT,
        "score": MAYBE_COUNT,
        "score_low": MAYBE_COUNT,
        "score_high": MAYBE_COUNT,
        "checked": COUNT,
        "recommendations": LIST,
        "findings": LIST,
        "evidence": LIST,
    },
    "rulebook": {"name": TEXT, "version": TEXT},
    "chat": {
        "title": MAYBE_TEXT,
        "platform": TEXT,
        "source": TEXT,
        "message_count": COUNT,
        "participant_count": COUNT,
        "first_message_at": MAYBE_TEXT,
        "last_message_at": MAYBE_TEXT,
        "holds_beginning": FLAG,
        "timezone": MAYBE_TEXT,
        "quiet_hours": LIST,
        "teachers": LIST,
        "truncated": FLAG,
        "hides": LIST,
        "warnings": LIST,
    },
    "quiet_hours": {"from_message": MAYBE_TEXT, "origin": TEXT, "working": LIST, "days": LIST},
    "teachers": {"name": TEXT, "origin": TEXT, "confidence": NUMBER, "evidence": LIST},
    "warnings": {"line": MAYBE_COUNT, "text": TEXT},
    "recommendations": {
        "number": COUNT,
        "title": TEXT,
        "clause": TEXT,
        "why": TEXT,
        "advice": TEXT,
        "weight": COUNT,
        "verdict": TEXT,
        "score": MAYBE_COUNT,
        "reason": TEXT,
        "needs": LIST,
        "measures": OBJECT,
    },
    "findings": {
        "id": TEXT,
        "rule": TEXT,
        "recommendation": COUNT,
        "severity": TEXT,
        "confidence": TEXT,
        "message_ids": LIST,
        "participants": LIST,
        "at": MAYBE_TEXT,
        "excerpt": MAYBE_TEXT,
        "explanation": TEXT,
        "signs": LIST,
        "before": LIST,
        "after": LIST,
    },
    "before": {"id": TEXT, "author": MAYBE_TEXT, "at": TEXT, "text": TEXT},
    "evidence": {"rule": TEXT, "recommendation": COUNT, "message_ids": LIST, "participants": LIST, "at": MAYBE_TEXT, "excerpt": MAYBE_TEXT},
}


def render(report: Report) -> bytes:
    out = io.BytesIO()
    JsonReporter().write(report, out, ReportOptions())
    return out.getvalue()


def objects_of(report: dict) -> dict[str, list[dict]]:
    chat = report["chat"]
    parts = {part: chat[part] for part in ("quiet_hours", "teachers", "warnings")}
    parts |= {part: report[part] for part in ("recommendations", "findings", "evidence")}
    parts["before"] = [quote for finding in report["findings"] for quote in finding["before"]]
    return {"report": [report], "rulebook": [report["rulebook"]], "chat": [chat]} | parts


@pytest.mark.parametrize("part", PROMISED)
def test_promised_keys_stand_in_their_order(report: Report, part: str) -> None:
    objects = objects_of(json.loads(render(report)))[part]
    assert objects
    assert all([key for key in each if key in PROMISED[part]] == list(PROMISED[part]) for each in objects)


@pytest.mark.parametrize("part", PROMISED)
def test_promised_keys_hold_what_they_promise(report: Report, part: str) -> None:
    for each in objects_of(json.loads(render(report)))[part]:
        wrong = {key: each[key] for key, types in PROMISED[part].items() if type(each[key]) not in types}
        assert not wrong


def test_the_report_is_read_back_whole(report: Report, read_report: Callable[[object], Report]) -> None:
    again = read_report(msgspec.json.decode(render(report)))
    assert list(again.findings) == list(report.findings)
    assert msgspec.structs.replace(again, findings=report.findings) == report


def test_the_same_report_gives_the_same_bytes(make_report: Callable[..., Report]) -> None:
    assert render(make_report()) == render(make_report())


def test_each_finding_stands_on_its_own_line(report: Report) -> None:
    lines = [line.strip().rstrip(",") for line in render(report).decode().splitlines()]
    assert [json.loads(line)["id"] for line in lines if line.startswith('{"id"')] == [each.id for each in report.findings]


def test_each_key_of_the_report_begins_a_line(report: Report) -> None:
    keys = [line.split('"')[1] for line in render(report).decode().splitlines() if line.startswith('  "')]
    assert keys == list(Report.__struct_fields__)


def test_a_report_without_findings_is_json(make_report: Callable[..., Report]) -> None:
    assert json.loads(render(make_report(findings=FindingList([]))))["findings"] == []


def test_findings_are_written_before_all_of_them_are_made(make_report: Callable[..., Report], report: Report) -> None:
    events: list[str] = []

    class Watched(Findings):
        def __len__(self) -> int:
            return 5000

        def __getitem__(self, index: int) -> Finding:
            if index >= len(self):
                raise IndexError
            events.append("made")
            return msgspec.structs.replace(report.findings[0], id=f"watched-{index}")

        def of(self, recommendation: int, limit: int | None = None) -> Sequence[Finding]:
            raise NotImplementedError

    class Out(io.RawIOBase):
        def write(self, chunk: bytes) -> int:
            if b"watched" in chunk:
                events.append("written")
            return len(chunk)

    JsonReporter().write(make_report(findings=Watched()), Out(), ReportOptions())
    assert events.count("made") == 5000
    assert events.index("written") < 2500


def obeyed() -> list[str]:
    """What a terminal would obey if the JSON were shown on it."""
    controls = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in ("Cc", "Zl", "Zp")]
    return [*controls, *map(chr, [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])]


def test_what_a_terminal_obeys_is_escaped_and_not_lost(poisoned: Callable[[str], Report], read_report: Callable[[object], Report]) -> None:
    report = poisoned("".join(obeyed()))
    written = render(report)
    assert not set(written.decode()) & set(obeyed()) - {"\n"}
    assert list(read_report(msgspec.json.decode(written)).findings) == list(report.findings)


def test_half_characters_become_the_sign_for_what_is_lost(poisoned: Callable[[str], Report]) -> None:
    written = json.loads(render(poisoned("\ud83d")))
    assert written["chat"]["title"].startswith("\ufffd2 «Б»")
    assert written["recommendations"][6]["measures"] == {"messages": 38, "share": 0.21}


def test_emoji_and_letters_stand_as_they_are(report: Report) -> None:
    assert "Семья 👨‍👩‍👧 Орловых" in render(report).decode()
