"""The answer of a check in each of its forms: true to what counts, well formed, and deaf to hostile names."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from batch_folders import DAMAGED_ZIP
from gate_chats import check, voice, write_chat

HOSTILE = "\x1b[31m\x1b]0;x\x07\n::error::x ##[error]x\u202e<b>&\x9b%0A]]>"
FORMS = ["terminal", "json", "github", "junit", "sarif"]


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    """A chat that passes, one that fails and one that cannot be read."""
    write_chat(tmp_path / "1", title="Первая")
    write_chat(tmp_path / "2", voice(2), voice(9), title="Вторая")
    (tmp_path / "3.zip").write_bytes(DAMAGED_ZIP)
    return tmp_path


def test_junit_has_a_suite_an_export_with_failures_and_errors_counted(exports: Path):
    suites = ET.fromstring(check(exports, "--format", "junit").out)

    assert [Path(suite.get("name", "")).parent.name for suite in suites][:2] == ["1", "2"]
    assert [(suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in suites] == [
        ("3", "0", "0"),
        ("3", "1", "0"),
        ("1", "0", "1"),
    ]


def test_junit_case_passes_where_nothing_counts_though_the_verdict_is_partly(tmp_path: Path):
    (suite,) = ET.fromstring(check(write_chat(tmp_path, voice(2)), "--format", "junit").out)

    assert suite.get("failures") == "0"


def test_junit_failure_by_score_is_a_case_of_its_own(tmp_path: Path):
    (suite,) = ET.fromstring(check(write_chat(tmp_path, voice(2)), "--format", "junit", "--fail-on", "score:100").out)

    assert (suite.get("tests"), suite.get("failures")) == ("4", "1")


def test_github_annotates_what_fails_and_what_was_not_read(exports: Path):
    lines = check(exports, "--format", "github").out.splitlines()

    assert [line.split(" ", 1)[0] for line in lines] == ["::error", "::error", "::notice"]
    assert "M01.voice: 02.09.2024" in lines[0]


def test_sarif_has_a_run_for_each_export_with_what_counts_and_a_failed_one_for_what_was_not_read(exports: Path):
    runs = json.loads(check(exports, "--format", "sarif").out)["runs"]

    assert [len(run["results"]) for run in runs] == [0, 2, 0]
    assert [run["invocations"][0]["executionSuccessful"] for run in runs] == [True, True, False]
    assert runs[1]["artifacts"][0]["location"]["uri"].endswith("/2/result.json")


def test_json_names_its_schema_and_all_exports(exports: Path):
    told = json.loads(check(exports, "--format", "json").out)

    assert (told["schema"], told["passed"]) == ("chataudit.check/1", False)
    assert [each["outcome"] for each in told["exports"]] == ["passed", "failed", "unread"]


@pytest.mark.parametrize("form", FORMS)
def test_hostile_names_and_titles_neither_act_nor_break_the_form(tmp_path: Path, form: str):
    folder = tmp_path / HOSTILE.replace("\x00", "").replace("/", "")
    write_chat(folder, voice(2, author=HOSTILE), voice(9, author=HOSTILE), title=HOSTILE)

    told = check(folder, "--format", form, "--quotes")

    assert told.code == 1
    assert not re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told.out)
    if form == "json":
        assert json.loads(told.out)["exports"][0]["title"] == HOSTILE
    elif form == "sarif":
        assert len(json.loads(told.out)["runs"]) == 1
    elif form == "junit":
        assert len(ET.fromstring(told.out)) == 1
    elif form == "github":
        assert len(told.out.splitlines()) == 2
        assert not re.search(r"^::(?!error title=|notice title=)", told.out, re.MULTILINE)
    else:
        assert len(told.out.splitlines()) == 4
        assert "::error" not in told.out
        assert "##[" not in told.out
