"""The annotations of a GitHub Actions run, read back as the runner reads them."""

from collections.abc import Callable

import msgspec
from reading_back import read_commands, render

from chataudit.findings import FindingList, Report


def test_every_recommendation_that_is_not_met_has_one(report: Report) -> None:
    *commands, _ = read_commands(render("github", report))
    wanted = {"violated": "error", "partly": "warning"}
    assert [level for level, _, _ in commands] == [wanted[each.verdict] for each in report.recommendations if each.verdict in wanted]
    assert commands[0][1] == "2 «Б» 🎒 (result.json) · 2. Педагог активно участвует в переписке"


def test_annotation_tells_the_reason_and_the_first_findings(report: Report) -> None:
    message = next(message for _, title, message in read_commands(render("github", report)) if " 7. " in title)
    verdict, *findings, left_out = message.splitlines()
    assert verdict == "нарушается: 21 % сообщений — не о деле, порог — 15 %."
    assert len(findings) == 3
    assert left_out == "показано 3\u00a0из\u00a07"


def test_last_one_tells_the_score(report: Report) -> None:
    assert read_commands(render("github", report))[-1] == (
        "notice",
        "2 «Б» 🎒 (result.json)",
        "Оценка 54\u00a0из\u00a0100 · проверено 12\u00a0из\u00a016",
    )


def test_all_findings_have_their_own_when_asked_for(report: Report) -> None:
    few, every = (read_commands(render("github", report, show_all=asked)) for asked in (False, True))
    assert len(every) - len(few) == len(report.findings)


def test_line_ends_and_signs_of_commands_are_escaped(make_report: Callable[..., Report], report: Report) -> None:
    hostile = msgspec.structs.replace(report.findings[0], participants=["Я\n::error::взлом%0A"])
    content = render("github", make_report(findings=FindingList([hostile]), chat=msgspec.structs.replace(report.chat, title="а:б,в%"))).decode()
    assert content.splitlines()[0].startswith("::warning title=а%3Aб%2Cв%25 (result.json) · 2. ")
    assert "Я ::error::взлом%250A" in content.splitlines()[0]
