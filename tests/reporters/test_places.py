"""Which report goes where: one to a file or standard output, several to a folder."""

import json
import sys
from pathlib import Path

import pytest
from command_line import ROOT, scan
from reading_back import READERS

from chataudit.errors import ConfigError, ExitCode
from chataudit.reporters import REPORTERS
from chataudit.reporters.places import parse_formats, place_reports

SAMPLE = ROOT / "samples" / "bad-class"


def test_formats_are_told_apart_by_commas_and_written_once() -> None:
    assert parse_formats("html, json,html") == ["html", "json"]


@pytest.mark.parametrize("asked", ["", "pdf", "html,", "html,pdf"])
def test_unknown_format_is_told_with_the_known_ones(asked: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_formats(asked)
    assert caught.value.key == "cli.bad_format"
    assert caught.value.details["known"] == ", ".join(REPORTERS)


def test_several_are_named_like_the_export(tmp_path: Path) -> None:
    export = tmp_path / "Чат 3.А.txt"
    export.touch()
    assert place_reports(["html", "junit"], tmp_path / "отчёты", export) == {
        "html": tmp_path / "отчёты" / "Чат 3.А.html",
        "junit": tmp_path / "отчёты" / "Чат 3.А.junit.xml",
    }


def test_several_of_a_folder_are_named_like_it(tmp_path: Path) -> None:
    (tmp_path / "3.А").mkdir()
    assert list(place_reports(["csv", "json"], tmp_path, tmp_path / "3.А").values()) == [tmp_path / "3.А.csv", tmp_path / "3.А.json"]


def test_names_of_all_forms_differ(tmp_path: Path) -> None:
    assert len(set(place_reports(list(REPORTERS), tmp_path, tmp_path).values())) == len(REPORTERS)


@pytest.mark.parametrize("output", [None, Path("-")])
def test_several_need_a_folder(output: Path | None) -> None:
    with pytest.raises(ConfigError) as caught:
        place_reports(["html", "json"], output, SAMPLE)
    assert caught.value.key == "cli.several_reports"


def test_several_do_not_fit_into_a_file(tmp_path: Path) -> None:
    (tmp_path / "report").touch()
    with pytest.raises(ConfigError) as caught:
        place_reports(["html", "json"], tmp_path / "report", SAMPLE)
    assert caught.value.key == "cli.several_in_file"


def test_workbook_is_not_thrown_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(ConfigError) as caught:
        place_reports(["xlsx"], None, SAMPLE)
    assert caught.value.key == "cli.binary_report"
    assert place_reports(["csv"], None, SAMPLE) == {"csv": None}


def test_all_forms_at_once_are_written_and_reopen(tmp_path: Path) -> None:
    outcome = scan(SAMPLE, "--format", ",".join(REPORTERS), "--output", tmp_path / "новая" / "папка")

    assert (outcome.code, outcome.out, outcome.err) == (ExitCode.AUDITED, "", "")
    written = {path.name: path.read_bytes() for path in (tmp_path / "новая" / "папка").iterdir()}
    for name, reader in READERS.items():
        assert reader(written.pop(f"bad-class{REPORTERS[name]().suffix}"))
    assert written == {}


def test_files_of_the_export_are_not_overwritten(tmp_path: Path) -> None:
    export = tmp_path / "result.json"
    export.write_bytes((SAMPLE / "result.json").read_bytes())
    outcome = scan(export, "--format", "json,csv", "--output", tmp_path)

    assert outcome.code == ExitCode.USAGE
    assert "result.json" in outcome.sentence()
    assert export.read_bytes() == (SAMPLE / "result.json").read_bytes()


def test_hostile_export_is_reported_in_every_form(tmp_path: Path) -> None:
    hostile = "=1+1\n::error::x\u202e\x1b[2J]]><script>alert(1)</script> %0A"
    messages = [
        {"id": number, "type": "message", "date": f"2024-09-02T10:0{number}:00", "date_unixtime": str(1725260400 + 60 * number), "from": hostile,
         "from_id": "user1", "text": "" if number == 3 else hostile, "text_entities": [],
         **({"media_type": "sticker", "file": "sticker.webp", "sticker_emoji": hostile} if number == 3 else {})}
        for number in range(1, 6)
    ]  # fmt: skip
    export = tmp_path / "=1+1;x.json"
    export.write_text(json.dumps({"name": hostile, "type": "private_supergroup", "id": 1, "messages": messages}), encoding="utf-8")

    assert scan(export, "--format", ",".join(REPORTERS), "--output", tmp_path / "reports", rules=None).code == ExitCode.AUDITED
    for name, reader in READERS.items():
        reader((tmp_path / "reports" / f"=1+1;x{REPORTERS[name]().suffix}").read_bytes())
