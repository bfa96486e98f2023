"""Another letter with three recommendations, written in YAML only: everything that the built-in rulebook can do, it can."""

import json
from pathlib import Path

import pytest
from command_line import MEMO, run, scan

from chataudit.errors import ExitCode

CHAT = """02.09.2024, 08:00 - Анна Ильинична, воспитатель создал(-а) группу "Рябинка"
02.09.2024, 08:05 - Анна Ильинична, воспитатель: Меню на неделю висит в раздевалке у входа
02.09.2024, 09:00 - Ольга Краснова: PTT-20240902-WA0001.opus (файл добавлен)
02.09.2024, 09:10 - Анна Ильинична, воспитатель: PTT-20240902-WA0002.opus (файл добавлен)
02.09.2024, 10:00 - Ирина Лунёва: а завтра
02.09.2024, 10:00 - Ирина Лунёва: точно
02.09.2024, 10:01 - Ирина Лунёва: утренник
02.09.2024, 10:01 - Ирина Лунёва: или перенесли
"""


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "Чат WhatsApp с контактом Рябинка.txt"
    path.write_text(CHAT, encoding="utf-8")
    return path


def test_it_holds_no_python():
    assert {path.suffix for path in MEMO.rglob("*") if path.is_file()} == {".yaml"}


def test_its_recommendations_get_their_verdicts(export: Path):
    report = scan(export).report

    assert report["rulebook"]["name"] == "kindergarten-memo"
    assert {each["number"]: each["verdict"] for each in report["recommendations"]} == {1: "partly", 2: "met", 3: "partly"}


def test_its_rules_find_and_spare(export: Path):
    report = scan(export).report

    assert [(each["rule"], each["message_ids"]) for each in report["findings"]] == [("M01.voice", ["3"]), ("M03.burst", ["5", "6", "7", "8"])]
    assert [(each["rule"], each["message_ids"]) for each in report["evidence"]] == [("M02.menu", ["2"])]


def test_its_weights_make_the_score(export: Path):
    report = scan(export).report

    assert (report["score"], report["checked"]) == (round((1 * 50 + 3 * 100 + 2 * 50) / 6), 3)


def test_its_texts_are_in_both_languages(export: Path):
    assert "Без голосовых сообщений" in scan(export, "--format", "terminal").out
    assert "No voice messages" in scan(export, "--format", "terminal", "--lang", "en").out


def test_its_severities_count_for_fail_on(export: Path):
    assert scan(export, "--fail-on", "major").code == ExitCode.FINDINGS
    assert scan(export, "--fail-on", "violated").code == ExitCode.AUDITED


def test_its_rules_are_listed_and_explained():
    assert "M03.burst" in run("rules", "list", "--rules", MEMO).out
    explained = run("explain", "M01.voice", "--rules", MEMO).out
    assert all(text in explained for text in ("п. 1 памятки", "воспитатель диктует на ходу", "findings >= 2", "Напишите то же словами"))


def test_its_examples_pass_and_reach_every_part_of_it():
    outcome = run("rules", "test", "--coverage", "--rules", MEMO)

    assert outcome.code == ExitCode.AUDITED, outcome.out


def test_examples_of_one_rule_are_tried_alone():
    assert "прошло: 3," in run("rules", "test", "M01.voice", "--rules", MEMO).out


def test_failing_example_is_told_and_gives_code_1(tmp_path: Path):
    for path in MEMO.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(
            text.replace("сейчас наговорю голосовое", "добрый день").replace("kind: [voice]", "kind: [voice, text]"), encoding="utf-8"
        )

    outcome = run("rules", "test", "M01.voice", "--rules", tmp_path)

    assert outcome.code == ExitCode.FINDINGS
    assert "добрый день" in outcome.out


@pytest.mark.parametrize("command", [["explain", "M01.vioce"], ["rules", "test", "M01.vioce"]])
def test_unknown_rule_is_an_error_that_names_the_nearest(command: list[str]):
    outcome = run(*command, "--rules", MEMO)

    assert outcome.code == ExitCode.USAGE
    assert "M01.voice" in outcome.sentence()


def test_schema_for_editors_is_printed_as_json():
    assert "RuleFile" in json.loads(run("rules", "schema").out)["$defs"]
