"""`--redact` on the command line and in the settings."""

import json
from pathlib import Path

import pytest
from canaries import TITLE, write_telegram
from command_line import run


def test_a_level_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    outcome = run("scan", write_telegram(tmp_path), "--redact", "some")

    assert (outcome.code, outcome.sentence()) == (2, "--redact some: бывает names, all.")


def test_one_message_under_a_glass_is_refused_with_redaction(tmp_path: Path) -> None:
    outcome = run("scan", write_telegram(tmp_path), "--redact", "all", "--why", "1")

    assert outcome.code == 2
    assert "--why" in outcome.sentence()


def test_the_settings_may_ask_for_it_and_the_command_line_is_above_them(tmp_path: Path) -> None:
    export = write_telegram(tmp_path)
    (tmp_path / "chataudit.yaml").write_text("redact: all\n", encoding="utf-8")

    assert run("scan", export, "--format", "json").report["chat"]["redacted"] == "all"
    named = run("scan", export, "--format", "json", "--redact", "names").report["chat"]
    assert (named["redacted"], named["title"]) == ("names", TITLE)


@pytest.mark.parametrize("level", ["names", "all"])
def test_an_error_names_nobody_of_a_chat_that_is_redacted(level: str, tmp_path: Path) -> None:
    export = write_telegram(tmp_path)
    author = next(each["from"] for each in json.loads(export.read_text(encoding="utf-8"))["messages"] if each.get("from"))
    wrong = f"{author}ш"

    assert author.split()[0] in run("scan", export, "--teacher", wrong).sentence().replace(wrong, "")
    assert author.split()[0] not in run("scan", export, "--teacher", wrong, "--redact", level).sentence().replace(wrong, "")


def test_a_wrong_level_in_the_settings_is_told_with_its_line(tmp_path: Path) -> None:
    export = write_telegram(tmp_path)
    (tmp_path / "chataudit.yaml").write_text("redact: some\n", encoding="utf-8")

    assert "chataudit.yaml:1" in run("scan", export).sentence()


@pytest.mark.parametrize(("form", "notice"), [("terminal", "Просмотрите"), ("html", "осмотрите отчёт"), ("markdown", "осмотрите отчёт")])
def test_the_head_says_that_the_report_is_redacted_and_must_be_looked_over(form: str, notice: str, tmp_path: Path) -> None:
    export = write_telegram(tmp_path)

    told = " ".join(run("scan", export, "--format", form, "--redact", "names").out.replace("\u00a0", " ").split())
    plain = " ".join(run("scan", export, "--format", form).out.replace("\u00a0", " ").split())

    assert notice in told
    assert notice not in plain


def test_without_the_option_nothing_is_hidden(tmp_path: Path) -> None:
    report = run("scan", write_telegram(tmp_path), "--format", "json").report

    assert report["chat"]["redacted"] is None
    assert report["chat"]["title"] == TITLE
