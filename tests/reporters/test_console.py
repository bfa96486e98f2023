"""The report on a terminal.

The golden texts are what a reader sees. After a wanted change renew them, and read the difference before committing it:

    CHATAUDIT_RENEW_GOLDEN=1 pytest tests/reporters/test_console.py
"""

import io
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest
from rich.cells import cell_len

from chataudit.findings import ChatFacts, Finding, FindingList, Findings, Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.console import ConsoleReporter

GOLDEN = Path(__file__).parent / "golden"
STYLE = re.compile(r"\x1b\[([0-9;]*)m")
KEPT = "\n\t\u200d"
OBEYED = [char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") and char not in KEPT]


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def render(report: Report, *, width: int = 80, **options: bool) -> str:
    out = io.BytesIO()
    ConsoleReporter().write(report, out, ReportOptions(width=width, **options))
    return out.getvalue().decode()


def styles_of(text: str) -> set[str]:
    return {code for found in STYLE.findall(text) for code in found.split(";")}


@pytest.fixture
def good_report(make_report: Callable[..., Report]) -> Report:
    report = make_report(findings=FindingList([]))
    met = [msgspec.structs.replace(each, verdict="met", findings=0) for each in report.recommendations]
    return msgspec.structs.replace(report, recommendations=met, score=100, score_low=100, score_high=100, checked=16)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_the_report_looks_as_agreed(make_report: Callable[..., Report], language: str, width: int) -> None:
    golden = GOLDEN / f"console_{language}_{width}.txt"
    shown = render(make_report(language), width=width)
    if os.environ.get("CHATAUDIT_RENEW_GOLDEN"):
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    assert max(map(cell_len, render(report, width=width).splitlines())) <= width


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_ends_in_blanks(report: Report, width: int) -> None:
    assert [line for line in render(report, width=width).splitlines() if line != line.rstrip()] == []


def test_colour_changes_no_word(report: Report) -> None:
    assert STYLE.sub("", render(report, colour=True)) == render(report)


def test_without_colour_there_is_no_escape(report: Report) -> None:
    assert "\x1b" not in render(report)


def test_no_color_leaves_bold_and_dim_alone(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert styles_of(render(report, colour=True)) <= {"0", "1", "2"}


def test_colours_are_readable_on_light_and_dark_grounds(report: Report, good_report: Report) -> None:
    used = styles_of(render(report, colour=True)) | styles_of(render(good_report, colour=True))
    assert used == {"0", "1", "2", "31", "32", "33", "36"}


def test_bold_is_never_coloured_because_many_terminals_make_that_bright(report: Report) -> None:
    assert not [found for found in STYLE.findall(render(report, colour=True)) if re.search(r"\b1;3|3\d;1\b", found)]


def test_a_good_report_is_green(good_report: Report) -> None:
    assert "32" in styles_of(render(good_report, colour=True))


def test_nothing_is_green_when_little_was_checked(good_report: Report) -> None:
    shown = render(msgspec.structs.replace(good_report, checked=11), colour=True)
    assert "32" not in styles_of(shown)
    assert "мало\u00a0данных" in shown


def test_nothing_is_green_while_a_serious_finding_stands(good_report: Report, a_finding: Callable[..., Finding]) -> None:
    serious = a_finding("R10.conflict", 5, "Юлия", "…", severity="major")
    assert "32" not in styles_of(render(msgspec.structs.replace(good_report, findings=FindingList([serious])), colour=True))


def test_a_minor_finding_takes_no_green_away(good_report: Report, a_finding: Callable[..., Finding]) -> None:
    minor = a_finding("R10.conflict", 5, "Юлия", "…", severity="minor")
    assert "32" in styles_of(render(msgspec.structs.replace(good_report, findings=FindingList([minor])), colour=True))


@pytest.mark.parametrize("words", ["✓ соблюдается", "~ соблюдается частично", "✗ нарушается", "? нельзя проверить", "– неприменимо"])
def test_each_verdict_is_a_sign_and_a_word(report: Report, words: str) -> None:
    assert words in render(report)


def test_a_report_without_a_score_says_so(make_report: Callable[..., Report]) -> None:
    shown = render(make_report(score=None, score_low=None, score_high=None, checked=0)).replace("\u00a0", " ")
    assert "Оценки нет · проверено 0 из 16 · мало данных" in shown


def test_five_findings_of_a_recommendation_are_shown(report: Report) -> None:
    shown = render(report)
    assert "показано 5\u00a0из\u00a07" in shown
    assert shown.count("R07.") == 5


def test_all_findings_are_shown_when_asked_for(report: Report) -> None:
    shown = render(report, show_all=True)
    assert "показано" not in shown
    assert shown.count("R07.") == 7


def test_the_most_serious_finding_comes_first(report: Report) -> None:
    shown = render(report)
    assert shown.index("Вы хамка") < shown.index("Не вам, милочка")


def test_only_the_findings_that_are_shown_are_made(make_report: Callable[..., Report], report: Report) -> None:
    class OnlyFirst(Findings):
        def __len__(self) -> int:
            raise AssertionError

        def __getitem__(self, index: int | slice) -> Finding:
            raise AssertionError

        def of(self, recommendation: int, limit: int | None = None) -> Sequence[Finding]:
            assert limit is not None
            assert limit <= 5
            return report.findings.of(recommendation, limit)

    assert render(make_report(findings=OnlyFirst())) == render(report)


def test_advice_is_given_only_for_what_is_not_met(make_report: Callable[..., Report]) -> None:
    report = make_report()
    advised = [msgspec.structs.replace(each, advice=f"совет {each.number}.") for each in report.recommendations]
    shown = render(msgspec.structs.replace(report, recommendations=advised))
    assert re.findall(r"совет (\d+)\.", shown) == ["10", "6", "7", "9", "2", "14"]


def test_warnings_are_counted_in_the_last_line(report: Report) -> None:
    assert render(report).splitlines()[-1] == "Предупреждений при чтении: 7 (строки\u00a0812, 840, 1205, 1377, 1402…)."


def test_the_last_line_says_that_there_were_no_warnings(make_report: Callable[..., Report], report: Report) -> None:
    chat: ChatFacts = msgspec.structs.replace(report.chat, warnings=[])
    assert render(make_report(chat=chat)).splitlines()[-1] == "Предупреждений при чтении нет."


@pytest.mark.parametrize(("wrong", "warned"), [(25, True), (10, True), (9, False), (None, False)])
def test_a_rule_that_often_errs_is_told_beside_its_findings(
    make_report: Callable[..., Report], report: Report, wrong: int | None, warned: bool
) -> None:
    results = [
        msgspec.structs.replace(each, rules=[msgspec.structs.replace(rule, wrong_of_hundred=wrong) for rule in each.rules])
        for each in report.recommendations
    ]

    assert ("R07.picture ошибается примерно в" in render(msgspec.structs.replace(report, recommendations=results))) == warned


def test_a_teacher_named_but_absent_is_told(make_report: Callable[..., Report], report: Report) -> None:
    teacher = msgspec.structs.replace(report.chat.teachers[0], origin="given", present=False, evidence=[])
    assert "имя задано, среди участников его нет" in render(make_report(chat=msgspec.structs.replace(report.chat, teachers=[teacher])))


@pytest.mark.parametrize("start", range(0, len(OBEYED), 10))
@pytest.mark.parametrize("colour", [False, True])
def test_nothing_that_a_terminal_obeys_stands_raw(poisoned: Callable[[str], Report], start: int, colour: bool) -> None:
    obeyed = OBEYED[start : start + 10]
    shown = STYLE.sub("", render(poisoned("".join(obeyed)), width=120, colour=colour))
    assert not set(shown) & set(obeyed)
    assert f"{ord(obeyed[0]):04x}" in shown


def test_half_characters_are_shown_by_their_number(poisoned: Callable[[str], Report]) -> None:
    assert "\\ud83d" in render(poisoned("\ud83d"))


@pytest.mark.parametrize("payload", ["[/b]", "[link=file:///etc/passwd]x[/link]", ":smile:", "[red]", "{name}", "\\[b]", "%s"])
def test_markup_is_shown_as_it_was_written(poisoned: Callable[[str], Report], payload: str) -> None:
    shown = render(poisoned(payload), colour=True)
    assert f"{payload}2 «Б»" in STYLE.sub("", shown)
    assert "\x1b]" not in shown


def test_emoji_families_keep_their_joiners(report: Report) -> None:
    assert "Семья 👨‍👩‍👧 Орловых" in render(report)


def test_a_name_cannot_forge_a_line(make_report: Callable[..., Report], a_finding: Callable[..., Finding]) -> None:
    forger = a_finding("R02.unanswered", 1, "Юлия\n  5  ✓ соблюдается", "вопрос")
    shown = render(make_report(findings=FindingList([forger])))
    assert "Юлия 5  ✓ соблюдается" in shown


def test_a_quote_shows_its_line_ends_by_a_mark(report: Report) -> None:
    assert "«Подскажите, пожалуйста, ↵ во сколько собрание?»" in render(report)


def test_context_is_one_line_cut_at_the_terminals_end(report: Report) -> None:
    lines = [line for line in render(report).splitlines() if "перед этим" in line]
    assert len(lines) == 1
    assert lines[0].endswith("…")
    assert cell_len(lines[0]) == 80


def test_words_bound_by_a_non_breaking_space_stay_in_one_line(make_report: Callable[..., Report], report: Report) -> None:
    bound = msgspec.structs.replace(report.chat, title="класс " * 12 + "№\u00a012")
    first, second, *_ = render(make_report(chat=bound), width=74).splitlines()
    assert first.endswith("класс")
    assert second == "№\u00a012"
