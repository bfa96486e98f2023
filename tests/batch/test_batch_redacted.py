"""A batch whose reports may leave the school."""

import json
from pathlib import Path

import pytest
from batch_folders import write_chat
from command_line import MEMO, Outcome, run

MANIFEST = (
    "школа;класс;педагог;выгрузка\nКривозубово;2А;Щербатюк Ангелина Львовна;2А/result.json\nКривозубово;3Б;Щербатюк Алла;3Б/нет.json\nДругая;1В;;;\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    write_chat(folder / "2А", "2А Кривозубово")
    (folder / "chataudit.yaml").write_text("teacher_absent: true\n", encoding="utf-8")
    (folder / "manifest.csv").write_text(MANIFEST, encoding="utf-8")
    return folder


def batch(folder: Path, *arguments: object) -> Outcome:
    return run("batch", folder, "-o", folder.parent / "out", "--rules", MEMO, "--jobs", 1, *arguments)


def rows(folder: Path) -> list[dict[str, object]]:
    summary = json.loads((folder.parent / "out" / "summary.json").read_text(encoding="utf-8"))
    return list(summary["rows"])


def test_rows_have_numbers_instead_of_paths_schools_classes_and_people(folder: Path) -> None:
    batch(folder, "--redact", "all")

    shown = [(row["place"], row["school"], row["school_class"], row["teacher"]) for row in rows(folder)]
    assert shown == [
        ("Выгрузка 1", "Школа 1", "Класс 1", "Педагог"),
        ("Выгрузка 2", "Школа 1", "Класс 2", "Педагог"),
        (None, "Школа 2", "Класс 3", None),
    ]


def test_hiding_names_leaves_schools_and_classes(folder: Path) -> None:
    batch(folder, "--redact", "names")

    first = rows(folder)[0]
    assert (first["place"], first["school"], first["school_class"], first["teacher"]) == ("Выгрузка 1", "Кривозубово", "2А", "Педагог")


def test_the_reason_of_a_failure_keeps_cause_and_remedy_and_names_no_path(folder: Path) -> None:
    batch(folder, "--redact", "all")

    reason = str(rows(folder)[1]["result"]["reason"])  # type: ignore[index]
    assert "Выгрузка 2" in reason
    assert "нет.json" not in reason
    assert "3Б" not in reason


def test_the_terminal_still_tells_its_user_which_export_failed(folder: Path) -> None:
    assert "3Б/нет.json" in batch(folder, "--redact", "all").out


def test_reports_are_named_by_number(folder: Path) -> None:
    batch(folder, "--redact", "all")

    assert sorted(path.name for path in (folder.parent / "out" / "chats").iterdir()) == ["chat-001.html", "chat-001.json"]


def test_a_second_run_reuses_redacted_reports(folder: Path) -> None:
    batch(folder, "--redact", "all")
    report = folder.parent / "out" / "chats" / "chat-001.html"
    before = report.stat().st_mtime_ns
    batch(folder, "--redact", "all")

    assert report.stat().st_mtime_ns == before


@pytest.mark.parametrize(("first", "second"), [((), ("--redact", "all")), (("--redact", "names"), ("--redact", "all")), (("--redact", "all"), ())])
def test_reports_that_hide_differently_never_lie_in_one_folder(first: tuple[str, ...], second: tuple[str, ...], folder: Path) -> None:
    batch(folder, *first)
    files = {path: path.read_bytes() for path in (folder.parent / "out").rglob("*") if path.is_file()}

    outcome = batch(folder, *second)

    assert outcome.code == 2
    assert "--output" in outcome.sentence()
    assert {path: path.read_bytes() for path in (folder.parent / "out").rglob("*") if path.is_file()} == files


def test_an_empty_folder_is_nobodys(folder: Path) -> None:
    (folder.parent / "out").mkdir()

    assert batch(folder, "--redact", "all").code == 4


def test_the_summary_says_that_it_is_redacted(folder: Path) -> None:
    batch(folder, "--redact", "all")

    assert json.loads((folder.parent / "out" / "summary.json").read_text(encoding="utf-8"))["redacted"] == "all"
    assert "осмотрите отчёт" in (folder.parent / "out" / "index.html").read_text(encoding="utf-8")


def test_without_the_option_rows_say_what_they_said(folder: Path) -> None:
    batch(folder)

    assert rows(folder)[0]["place"] == "2А/result.json"
    assert rows(folder)[0]["teacher"] == "Щербатюк Ангелина Львовна"
