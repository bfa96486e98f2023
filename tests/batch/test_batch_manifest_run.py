"""`chataudit batch` driven by a manifest: classes in its order, each with its export, or judged without one."""

from pathlib import Path
from typing import Any

import pytest
from batch_folders import batch, summary_of, write_account, write_chat
from command_line import run

from chataudit.errors import ExitCode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "школы"
    write_chat(made / "2А")
    write_chat(made / "3Б", "3Б родители")
    return made


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "отчёты"


def write_manifest(folder: Path, *rows: str, headings: str = "школа,класс,педагог,выгрузка,чат,список,группа вк,закрыта") -> None:
    (folder / "manifest.csv").write_text("\n".join([headings, *rows, ""]), encoding="utf-8")


def rows_of(output: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = summary_of(output)["rows"]
    return rows


def reason(folder: Path, output: Path) -> str:
    """Run a batch whose first row cannot be read; return why."""
    assert batch(folder, output).code == ExitCode.SOME_UNREAD
    return str(rows_of(output)[0]["result"]["reason"])


def test_rows_stand_in_the_order_of_the_manifest_and_the_rest_follows(folder: Path, output: Path):
    write_chat(folder / "1В", "1В родители")
    write_manifest(folder, "№ 5,3Б,,3Б/result.json,,,,", "№ 5,2А,Ольга,2А,,,,")

    assert batch(folder, output).code == ExitCode.AUDITED

    shown = [(row["school_class"], row["teacher"], row["place"], row["listed"]) for row in rows_of(output)]
    assert shown == [("3Б", None, "3Б/result.json", True), ("2А", "Ольга", "2А/result.json", True), (None, None, "1В/result.json", False)]
    assert rows_of(output)[1]["result"]["teachers"] == ["Ольга"]


def test_path_of_windows_names_the_same_export(folder: Path, output: Path):
    write_manifest(folder, "№ 5,2А,,2А\\result.json,,,,")

    batch(folder, output)

    assert rows_of(output)[0]["result"]["status"] == "audited"


def test_classes_without_a_chat_are_judged_by_their_group(folder: Path, output: Path):
    write_manifest(folder, "№ 5,5Г,,,,,vk.com/k5g,да", "№ 5,6Д,,,,,vk.com/k6d,нет", "№ 5,7Е,,,,,,")

    outcome = run("batch", folder, "--output", output, "--jobs", "1", "--fail-on", "violated")

    assert outcome.code == ExitCode.FINDINGS
    without = [row["result"] for row in rows_of(output) if row["result"]["status"] == "no_chat"]
    standings = [(each["number"], each["verdict"], each["rules"], each["needs"]) for result in without for each in result["recommendations"]]
    assert standings == [(15, "met", [], []), (15, "violated", ["R15.open_group"], []), (15, "unknown", [], ["manifest"])]
    assert [result["worst_severity"] for result in without] == [None, "major", None]
    assert summary_of(output)["without_chat"] == 3
    assert summary_of(output)["scores"]["count"] == 2


def test_roster_of_the_manifest_is_used(folder: Path, output: Path):
    (folder / "нет столбцов.csv").write_text("имя\nПетя\n", encoding="utf-8")
    write_manifest(folder, "№ 5,2А,,2А/result.json,,нет столбцов.csv,,")

    assert "нет столбцов.csv" in reason(folder, output)


def test_missing_export_is_told(folder: Path, output: Path):
    write_manifest(folder, "№ 5,2А,,нет/result.json,,,,")

    assert "нет/result.json" in reason(folder, output)


@pytest.mark.parametrize("path", ["../снаружи/result.json", "/etc"])
def test_export_outside_the_folder_is_refused(folder: Path, output: Path, path: str):
    write_chat(folder.parent / "снаружи")
    write_manifest(folder, f"№ 5,2А,,{path},,,,")

    assert "manifest.csv:2" in reason(folder, output)


def test_roster_of_settings_outside_the_folder_is_not_read(folder: Path, output: Path):
    (folder.parent / "чужой.csv").write_text("ребёнок,родитель\nЁлкин Пётр,Ёлкина Анна\n", encoding="utf-8")
    (folder / "2А" / "chataudit.yaml").write_text("roster: ../../чужой.csv\n", encoding="utf-8")

    assert "чужой.csv" in reason(folder, output)


def test_export_of_two_classes_is_refused_to_the_second(folder: Path, output: Path):
    write_manifest(folder, "№ 5,2А,,2А/result.json,,,,", "№ 5,2Б,,2А/result.json,,,,")

    batch(folder, output)

    assert [row["result"]["status"] for row in rows_of(output)] == ["audited", "unread", "audited"]
    assert "manifest.csv:3" in rows_of(output)[1]["result"]["reason"]


def test_nearest_row_takes_an_export_within_the_folder_of_another(folder: Path, output: Path):
    write_manifest(folder, "№ 5,вся школа,,.,,,,", "№ 5,2А,,2А,,,,")

    batch(folder, output)

    assert [(row["school_class"], row["place"]) for row in rows_of(output)] == [("вся школа", "3Б/result.json"), ("2А", "2А/result.json")]


def test_classes_may_share_an_account(tmp_path: Path, output: Path):
    folder = tmp_path / "аккаунт"
    write_account(folder, родители_2А="private_group", мама="personal_chat", родители_3Б="private_group")
    write_manifest(folder, "№ 5,3Б,,result.json,3Б,,,", "№ 5,2А,,result.json,100,,,", "№ 5,лично,,result.json,мама,,,")

    batch(folder, output)

    assert [row["place"] for row in rows_of(output)] == ["result.json#102", "result.json#100", "result.json#101"]
    assert summary_of(output)["left_alone"]["other_chats"] == 0


def test_mistake_in_the_manifest_ends_the_run_before_it_begins(folder: Path, output: Path):
    write_manifest(folder, "№ 5,2А,,2А/result.json,,,,может быть")

    outcome = batch(folder, output)

    assert outcome.code == ExitCode.USAGE
    assert "manifest.csv:2" in outcome.sentence()
