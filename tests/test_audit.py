"""A chat and a rulebook in, a report out."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from tiny_rulebooks import TEACHER, message_rule, rule_file

import chataudit
from chataudit.chat import Chat, Skipped, build_participants
from chataudit.findings import SCORE_OF, Finding, RecommendationResult, Report
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.rulebook import Rulebook

Makes = Callable[..., Rulebook]
Reports = Callable[..., Report]


def always(verdict: str, number: int, weight: int) -> str:
    """A recommendation with one verdict whatever the chat."""
    rules = f"rules: [{{id: R{number:02}.word, kind: message, title: {{ru: слово}}, match: {{say: [слово]}}}}]"
    return rule_file(rules, verdict=f"{{policy: count, cases: [{{verdict: {verdict}, because: {{ru: так}}}}]}}", number=number, weight=weight)


@pytest.mark.parametrize(
    ("verdicts", "scores", "checked"),
    [
        ({"met": 1}, (100, 100, 100), 1),
        ({"partly": 1}, (50, 50, 50), 1),
        ({"violated": 1}, (0, 0, 0), 1),
        ({"met": 3, "violated": 1}, (75, 75, 75), 2),
        ({"met": 1, "unknown": 1}, (100, 50, 100), 1),
        ({"violated": 1, "unknown": 3}, (0, 0, 75), 1),
        ({"met": 1, "not_applicable": 7}, (100, 100, 100), 1),
        ({"unknown": 1}, (None, None, None), 0),
        ({"not_applicable": 1}, (None, None, None), 0),
    ],
)
def test_score_is_the_mean_by_weight_and_the_unknown_widen_it(
    verdicts: dict[str, int], scores: tuple[int | None, ...], checked: int, make_rulebook: Makes, report_on: Reports
) -> None:
    rulebook = make_rulebook(*(always(verdict, number, weight) for number, (verdict, weight) in enumerate(verdicts.items(), start=1)))
    report = report_on("[10:00] Ольга: да", rulebook)

    assert (report.score, report.score_low, report.score_high) == scores
    assert report.checked == checked


RULES = (
    message_rule("{sign: {ru: знак, en: sign}, say: [слово]}", ", message: {ru: '{author} в {time}', en: '{author} at {time}'}"),
    rule_file(
        "rules: [{id: R02.burst, kind: burst, gap: 3m, title: {ru: очередь}, message: {ru: '{count:раз|раза|раз}'}},"
        " {id: R02.praise, kind: message, effect: evidence, title: {ru: хвала}, match: {say: [дело]}}]",
        number=2,
    ),
)
LINES = """
    [09:00] -- create_group Учитель: Ольга, Ирина
    [10:00] Ольга: слово
    [10:30] Ирина: дело
    -- pin Учитель
    [11:00] Ольга: раз
    [11:01] Ольга: <sticker 👍>
    [11:02] Ольга: три
"""


@pytest.fixture
def report(make_rulebook: Makes, report_on: Reports) -> Report:
    return report_on(LINES, make_rulebook(*RULES))


def finding(report: Report, rule: str) -> Finding:
    (found,) = [each for each in report.findings if each.rule == rule]
    return found


def test_finding_quotes_its_message_and_those_beside_it(report: Report) -> None:
    found = finding(report, "R01.word")

    assert (found.recommendation, found.severity, found.participants) == (1, "minor", ["Ольга"])
    assert (found.excerpt, found.explanation, found.signs) == ("слово", "Ольга в 10:00", ["знак"])
    assert found.at == "2024-09-02T10:00:00"
    assert (found.before, [quote.text for quote in found.after]) == ([], ["дело"])


SURE = ", confidence: low, sure_when: {question: true}"


def test_finding_is_as_sure_as_its_rule_and_surest_where_the_rule_says(make_rulebook: Makes, report_on: Reports) -> None:
    report = report_on("[10:00] Ольга: слово\n[10:01] Ирина: слово?\n[10:02] Анна: дело?", make_rulebook(message_rule("{say: [слово]}", SURE)))

    assert [each.confidence for each in report.findings] == ["low", "high"]


def test_run_is_surest_where_its_first_message_says(make_rulebook: Makes, report_on: Reports) -> None:
    rules = rule_file(f"rules: [{{id: R01.burst, kind: burst, gap: 3m, title: {{ru: очередь}}{SURE}}}]")
    report = report_on("[10:00] Ольга: раз\n" * 3 + "[11:00] Ирина: да?\n" + "[11:00] Ирина: раз\n" * 2, make_rulebook(rules))

    assert [each.confidence for each in report.findings] == ["low", "high"]


def test_finding_about_a_participant_has_no_message_to_be_surest_for(make_rulebook: Makes, report_on: Reports) -> None:
    parts = "parts: {surname: {ru: фамилии}, given: {ru: имени}, patronymic: {ru: отчества}}"
    rules = rule_file(f"rules: [{{id: R01.name, kind: display_name, title: {{ru: имя}}, {parts}{SURE}}}]")
    report = report_on("[10:00] Ольга: да?", make_rulebook(rules))

    assert [each.confidence for each in report.findings] == ["low"]


def test_finding_of_a_run_names_all_its_messages(report: Report) -> None:
    found = finding(report, "R02.burst")

    assert len(found.message_ids) == 3
    assert found.excerpt == "раз / [стикер 👍] / три"
    assert found.explanation == "3\u00a0раза"
    assert [quote.text for quote in found.before] == ["дело"]


def test_evidence_stands_apart_from_findings(report: Report) -> None:
    (evidence,) = report.evidence

    assert (evidence.rule, evidence.recommendation, evidence.participants, evidence.excerpt) == ("R02.praise", 2, ["Ирина"], "дело")
    assert all(each.rule != "R02.praise" for each in report.findings)


def test_recommendation_counts_its_findings_and_says_why(report: Report) -> None:
    first, second = report.recommendations

    assert (first.verdict, first.score, first.findings, first.reason) == ("violated", 0, 1, "найдено: 1")
    assert {rule.rule: rule.count for rule in second.rules} == {"R02.burst": 1, "R02.praise": 1}
    assert second.findings == 1


def test_rule_that_was_measured_says_how_often_it_errs(make_rulebook: Makes, report_on: Reports) -> None:
    measured = 'measured: {on: "2025-09-01", version: "1", chats: 2, messages: 300, rules: {R01.word: {right: 30, wrong: 10, missed: 5}}}\n'
    report = report_on("[10:00] Ольга: слово", make_rulebook(message_rule("{say: [слово]}") + measured))

    (rule,) = report.recommendations[0].rules
    assert rule.wrong_of_hundred == 25
    assert "25\u00a0случаях из 100" in (rule.reliability or "")


def test_rule_that_was_not_measured_claims_nothing(make_rulebook: Makes, report_on: Reports) -> None:
    (rule,) = report_on("[10:00] Ольга: слово", make_rulebook(message_rule("{say: [слово]}"))).recommendations[0].rules

    assert (rule.wrong_of_hundred, rule.reliability) == (None, None)


def test_facts_of_the_chat_leave_service_events_out(report: Report) -> None:
    facts = report.chat

    assert (facts.message_count, facts.participant_count, facts.holds_beginning) == (5, 3, True)
    assert (facts.first_message_at, facts.last_message_at) == ("2024-09-02T10:00:00", "2024-09-02T11:02:00")
    assert [(teacher.name, teacher.origin, teacher.present) for teacher in facts.teachers] == [(TEACHER, "given", True)]
    assert [(hours.origin, hours.working) for hours in facts.quiet_hours] == [("default", ["07:00", "21:00"])]


def test_report_is_in_the_language_asked_for(make_rulebook: Makes, report_on: Reports) -> None:
    report = report_on(LINES, make_rulebook(*RULES), language="en")

    assert finding(report, "R01.word").explanation == "Ольга at 10:00"
    assert finding(report, "R02.burst").excerpt == "раз / [sticker 👍] / три"
    assert report.recommendations[0].reason == "found: 1"


def test_warnings_and_what_the_export_hides_are_told(make_chat: Callable[..., Chat], make_rulebook: Makes, report_on: Reports) -> None:
    chat = make_chat(LINES, hides=("seconds", "media"))
    warned = Chat(chat.title, "whatsapp", "chat.txt", chat.messages, chat.participants, chat.hides, (Skipped("rules.no_rules", {}, 7),), True)

    facts = report_on(warned, make_rulebook(*RULES)).chat

    assert (facts.hides, facts.truncated, facts.platform, facts.source) == (["media", "seconds"], True, "whatsapp", "chat.txt")
    assert [each.line for each in facts.warnings] == [7]


def test_accounts_that_share_the_teachers_name_are_warned_of(make_chat: Callable[..., Chat], make_rulebook: Makes, report_on: Reports) -> None:
    chat = make_chat(f"[10:00] {TEACHER}: да\n[10:01] Ольга: да\n[10:02] {TEACHER}: нет\n[10:03] Ольга: нет")
    ids = ["user1", "user2", "user1", "user2"]
    alone = chat.messages.assign(author_id=ids)
    shared = chat.messages.assign(author_id=["user1", "user2", "user3", "user4"])
    counts = []
    for messages in (alone, shared):
        told = replace(chat, messages=messages, participants=build_participants(messages))
        counts.append([each.text for each in report_on(told, make_rulebook(*RULES), teachers=(TEACHER,)).chat.warnings])

    assert [len(texts) for texts in counts] == [0, 1]
    assert "2" in counts[1][0]
    assert TEACHER not in counts[1][0]


def test_offset_is_shown_where_it_is_known(make_chat: Callable[..., Chat], make_rulebook: Makes, report_on: Reports) -> None:
    chat = make_chat(LINES)
    chat.messages["utc_offset_min"] = chat.messages["utc_offset_min"].where(chat.messages["utc_offset_min"].notna(), -210)

    report = report_on(chat, make_rulebook(*RULES))

    assert report.chat.timezone == "-03:30"
    assert finding(report, "R01.word").at == "2024-09-02T10:00:00-03:30"


def test_empty_chat_has_a_report(make_rulebook: Makes, report_on: Reports) -> None:
    report = report_on("", make_rulebook(*RULES))

    assert (report.chat.message_count, report.chat.first_message_at, len(report.findings)) == (0, None, 0)
    assert [each.verdict for each in report.recommendations] == ["met", "met"]


def test_findings_can_be_taken_by_place_slice_and_recommendation(report: Report) -> None:
    everything = list(report.findings)

    assert [report.findings[at] for at in range(len(everything))] == everything
    assert report.findings[-1] == everything[-1]
    assert list(report.findings[:1]) == everything[:1]
    assert list(report.findings.of(2)) == [each for each in everything if each.recommendation == 2]
    with pytest.raises(IndexError):
        report.findings[len(everything)]


def test_findings_of_a_recommendation_are_limited_by_rule(make_rulebook: Makes, report_on: Reports) -> None:
    rules = ", ".join(
        f"{{id: R01.{code}, kind: message, title: {{ru: {word}}}, match: {{say: [{word}]}}}}" for code, word in (("word", "слово"), ("deed", "дело"))
    )
    report = report_on("[10:00] Ольга: слово\n[10:01] Ольга: слово\n[10:02] Ольга: дело", make_rulebook(rule_file(f"rules: [{rules}]")))

    assert [each.excerpt for each in report.findings.of(1, of_each_rule=1)] == ["слово", "дело"]


def test_id_of_a_finding_does_not_depend_on_other_messages(make_rulebook: Makes, report_on: Reports, report: Report) -> None:
    longer = report_on(LINES + "    [12:00] Ирина: слово\n", make_rulebook(*RULES))

    assert finding(report, "R01.word").id == longer.findings[0].id != longer.findings[1].id


# Laws of the built-in rulebook, on chats in which much goes well and much does not.

CLASS = """
    -- create_group Учитель: Ольга Иванова, Ирина Ким
    [10:00] Учитель: Чат создан для оперативной информации о классе. Рекламу и открытки сюда не отправляем
    [10:01] Учитель: пишем с 8:00 до 20:00
    [10:10] Ольга Иванова: во сколько завтра собрание?
    [10:20] Учитель: в шесть вечера, кабинет 12
    [+1d] Ирина Ким: Тимур заболел, не придём
    [+5m] Учитель: напишите мне в личные сообщения
    [+5m] Ирина Ким: спасибо
    [+8d] Ольга Иванова: сколько сдаём на экскурсию?
    [+9d] Ирина Ким: говорят, школу закроют на карантин
"""
QUARREL = """
    -- create_group Ольга Иванова: Ирина Ким, Учитель
    [22:40] Ольга Иванова: вы дура
    [22:41] Ирина Ким: сами вы дура!
    [22:42] Ольга Иванова: выложу переписку в подслушано
    [+3h] Ирина Ким: <photo>
    [+1m] Ирина Ким: <sticker 😂>
    [+1m] Ирина Ким: всех с праздником!
    [+1d] Ольга Иванова: карта 4276 0000 0000 1239
    [+1d] Ирина Ким: а что задали?
    [+9d] Ольга Иванова: учите русский язык
"""
SILENT = """
    [10:00] Ольга Иванова: кто идёт на экскурсию?
    [+1d] Ирина Ким: мы
    [+14d] Ольга Иванова: а когда она?
    [+14d] Ирина Ким: не знаю
"""
EXPORT = """02.09.2024, 10:00 - Мария Петровна: Чат создан для оперативной информации, рекламу сюда не отправляем
02.09.2024, 10:05 - Ольга Иванова: во сколько собрание?
02.09.2024, 22:40 - Ирина Ким: вы дура
02.09.2024, 22:41 - Ольга Иванова: сами вы дура, 8 900 000-12-34
05.09.2024, 10:00 - Ирина Ким: Тимур заболел
"""
CHATS = {"class": CLASS, "quarrel": QUARREL, "silent": SILENT}


@pytest.fixture(scope="session")
def shipped() -> Rulebook:
    return load_rulebook(builtin_rules())


def verdicts(report: Report) -> dict[int, str]:
    return {each.number: each.verdict for each in report.recommendations}


def made_met(known: Report, hidden: Report) -> list[int]:
    """Recommendations that became met by knowing less."""
    return [number for number, verdict in verdicts(hidden).items() if verdict == "met" and verdicts(known)[number] in ("unknown", "violated")]


@pytest.mark.parametrize("name", CHATS)
def test_same_chat_gives_the_same_report(name: str, shipped: Rulebook, report_on: Reports) -> None:
    first, second = (msgspec.json.encode(report_on(CHATS[name], shipped), enc_hook=list) for _ in range(2))

    assert first == second


def test_same_export_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    """The order of Python's sets differs from process to process; the report's must not."""
    export = tmp_path / "chat.txt"
    export.write_text(EXPORT, encoding="utf-8")
    command = [sys.executable, "-m", "chataudit", "scan", str(export), "--format", "json", "--teacher", TEACHER]

    checkout = Path(chataudit.__file__).parents[1]
    outputs = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "0"}, cwd=checkout, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(outputs) == 1


@pytest.mark.parametrize("name", CHATS)
def test_not_knowing_the_teacher_makes_nothing_met(name: str, shipped: Rulebook, report_on: Reports) -> None:
    assert made_met(report_on(CHATS[name], shipped), report_on(CHATS[name], shipped, teachers=())) == []


@pytest.mark.parametrize("name", CHATS)
def test_not_seeing_the_beginning_makes_nothing_met(name: str, shipped: Rulebook, report_on: Reports) -> None:
    later = "\n".join(line for line in CHATS[name].splitlines() if "create_group" not in line)

    assert made_met(report_on(CHATS[name], shipped), report_on(later, shipped)) == []


@pytest.mark.parametrize("name", CHATS)
def test_not_seeing_the_attachments_makes_nothing_met(name: str, shipped: Rulebook, report_on: Reports) -> None:
    hidden = CHATS[name].replace("<photo>", "<hidden>").replace("<sticker 😂>", "<hidden>")

    assert made_met(report_on(CHATS[name], shipped), report_on(hidden, shipped)) == []


@pytest.mark.parametrize("name", CHATS)
def test_reasons_and_explanations_have_no_holes(name: str, shipped: Rulebook, report_on: Reports) -> None:
    for teachers in ((TEACHER,), ()):
        report = report_on(CHATS[name], shipped, teachers=teachers)

        assert [each.number for each in report.recommendations if "…" in each.reason or "{" in each.reason] == []
        assert [each.rule for each in report.findings if "…" in each.explanation or "{" in each.explanation] == []


def test_what_is_unknown_says_what_would_settle_it(shipped: Rulebook, report_on: Reports) -> None:
    for lines in CHATS.values():
        for each in report_on(lines, shipped, teachers=()).recommendations:
            assert_consistent(each)


def assert_consistent(result: RecommendationResult) -> None:
    assert bool(result.needs) == (result.verdict == "unknown"), result.number
    assert len(result.needs_text) == len(result.needs)
    assert result.score == SCORE_OF.get(result.verdict)


def test_creator_of_the_chat_is_who_created_it(shipped: Rulebook, report_on: Reports) -> None:
    """Recommendation 3, whose rule needs no words."""
    assert verdicts(report_on(CLASS, shipped))[3] == "met"
    assert verdicts(report_on(QUARREL, shipped))[3] == "violated"
    assert verdicts(report_on(SILENT, shipped))[3] == "unknown"
