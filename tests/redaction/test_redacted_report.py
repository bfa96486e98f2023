"""A report without its people says the same as the one it was made of."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

import msgspec
import pytest
from command_line import ROOT

from chataudit.auditing import audit
from chataudit.config import RosterRow, Settings
from chataudit.errors import ConfigError
from chataudit.findings import Report
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.redaction.report import redact_report
from chataudit.rulebook.rulebook import Rulebook
from chataudit.showing import make_finding_id

Level = Literal["names", "all"]
ROSTER = (RosterRow("Зимин Савва", "Зимина Алла", None),)


@pytest.fixture(scope="module")
def reports(rulebook: Rulebook) -> Callable[[Level | None], Report]:
    chat = read_chat(ROOT / "samples" / "bad-class", ReadOptions(None, None, None, None))
    plain = audit(chat, rulebook, Settings(roster=ROSTER), language="ru", generated_at=datetime.fromtimestamp(0, tz=UTC))

    def make(level: Level | None) -> Report:
        return redact_report(plain, chat, ROSTER, rulebook, level) if level else plain

    return make


def figures(report: Report) -> object:
    """Return everything of a report but its people and the chat's words."""
    shown = [(each.rule, each.severity, each.confidence, each.message_ids, each.at, each.signs, len(each.participants)) for each in report.findings]
    chat = report.chat
    facts = (chat.message_count, chat.participant_count, chat.quiet_hours, chat.hides, chat.first_message_at, chat.last_message_at)
    evidence = [(each.rule, each.message_ids, each.at) for each in report.evidence]
    judged = [msgspec.structs.replace(each, ready_texts=[]) for each in report.recommendations]  # these name people
    return (report.score, report.score_low, report.score_high, judged, report.charts, shown, facts, evidence)


@pytest.mark.parametrize("level", ["names", "all"])
def test_figures_verdicts_and_our_own_words_are_the_same(level: Level, reports: Callable[[Level | None], Report]) -> None:
    assert figures(reports(level)) == figures(reports(None))


@pytest.mark.parametrize("level", ["names", "all"])
def test_the_report_says_that_it_is_redacted(level: Level, reports: Callable[[Level | None], Report]) -> None:
    assert reports(level).chat.redacted == level
    assert reports(None).chat.redacted is None


def test_a_participant_bears_one_label_in_both_levels_and_every_run(reports: Callable[[Level | None], Report]) -> None:
    people = [[each.participants for each in reports(level).findings] for level in ("names", "all", "all")]

    assert people[0] == people[1] == people[2]


def test_the_label_stands_where_the_name_stood(reports: Callable[[Level | None], Report]) -> None:
    plain, redacted = reports(None), reports("names")
    alone = [(before, after) for before, after in zip(plain.findings, redacted.findings, strict=True) if len(before.participants) == 1]
    assert alone
    for before, after in alone:
        assert after.explanation == before.explanation.replace(before.participants[0], after.participants[0])


def test_an_id_made_of_a_name_is_made_of_its_label_instead(reports: Callable[[Level | None], Report]) -> None:
    plain, redacted = (next(each for each in reports(level).findings if each.rule == "R06.name") for level in (None, "all"))

    assert plain.id == make_finding_id("R06.name", plain.participants)
    assert redacted.id == make_finding_id("R06.name", redacted.participants) != plain.id


def test_an_id_made_of_messages_stays_so_that_the_finding_can_be_found_again(reports: Callable[[Level | None], Report]) -> None:
    plain, redacted = ([each.id for each in reports(level).findings if each.message_ids] for level in (None, "all"))

    assert plain == redacted


def test_findings_of_a_recommendation_come_redacted_too(reports: Callable[[Level | None], Report]) -> None:
    redacted = reports("all").findings

    assert list(redacted.of(6, 3)) == [each for each in redacted if each.recommendation == 6][:3]
    assert redacted[-1] == list(redacted)[-1]
    assert redacted[:2] == list(redacted)[:2]


def test_hiding_names_keeps_the_title_and_hiding_all_does_not(reports: Callable[[Level | None], Report]) -> None:
    assert reports("names").chat.title == reports(None).chat.title
    assert (reports("all").chat.title, reports("all").chat.source) == ("Чат", "выгрузка")


def test_an_english_report_has_english_labels(rulebook: Rulebook) -> None:
    chat = read_chat(ROOT / "samples" / "bad-class", ReadOptions(None, None, None, None))
    report = audit(chat, rulebook, Settings(), language="en", generated_at=datetime.fromtimestamp(0, tz=UTC))
    redacted = redact_report(report, chat, (), rulebook, "all")

    assert "Parent 1" in {name for finding in redacted.findings for name in finding.participants}


def test_a_rulebook_without_the_words_for_it_is_told_of(reports: Callable[[Level | None], Report], rulebook: Rulebook) -> None:
    chat = read_chat(ROOT / "samples" / "bad-class", ReadOptions(None, None, None, None))

    with pytest.raises(ConfigError) as raised:
        redact_report(reports(None), chat, (), replace(rulebook, identifying=None), "all")

    assert raised.value.key == "redaction.no_words"


@pytest.mark.parametrize("level", ["names", "all"])
def test_ready_texts_name_nobody(level: Level, reports: Callable[[Level | None], Report]) -> None:
    plain, redacted = ([text.text for each in reports(wanted).recommendations for text in each.ready_texts] for wanted in (None, level))

    assert len(redacted) == len(plain)
    for name in ("Станиславовна", "Ирин"):
        assert any(name in text for text in plain)
        assert not any(name in text for text in redacted)


@pytest.mark.parametrize("level", ["names", "all"])
def test_a_ready_text_that_names_nobody_stays_word_for_word(level: Level, reports: Callable[[Level | None], Report]) -> None:
    plain, redacted = ([text.text for each in reports(wanted).recommendations for text in each.ready_texts] for wanted in (None, level))
    unnamed = [(text, hidden) for text, hidden in zip(plain, redacted, strict=True) if "Педагог" not in hidden and "Родитель" not in hidden]

    assert unnamed
    assert all(hidden == text for text, hidden in unnamed)
