"""A link that somebody laid into the folder of the reports leads no report out of it."""

from pathlib import Path

import pytest
from batch_folders import batch, write_chat

LINKED = ("chats", ".state", "summary.json", "chats/2А.html", ".state/2А.json")


@pytest.mark.parametrize("place", LINKED)
def test_link_in_the_folder_of_the_reports_is_told_of_and_not_followed(tmp_path: Path, place: str):
    write_chat(tmp_path / "школы" / "2А")
    own = tmp_path / "чужое"
    own.mkdir() if place in ("chats", ".state") else own.write_text("чужое", encoding="utf-8")
    link = tmp_path / "отчёты" / place
    link.parent.mkdir(parents=True)
    link.symlink_to(own)

    outcome = batch(tmp_path / "школы", tmp_path / "отчёты")

    assert outcome.code == 2
    assert f"«{place}» — ссылка" in outcome.sentence()
    assert not list(own.iterdir()) if own.is_dir() else own.read_text(encoding="utf-8") == "чужое"


def test_folder_of_the_reports_may_be_a_link_itself(tmp_path: Path):
    write_chat(tmp_path / "школы" / "2А")
    (tmp_path / "диск").mkdir()
    (tmp_path / "отчёты").symlink_to(tmp_path / "диск")

    assert batch(tmp_path / "школы", tmp_path / "отчёты").code == 0
    assert (tmp_path / "диск" / "summary.json").is_file()


def test_second_run_finds_its_own_reports_in_order(tmp_path: Path):
    write_chat(tmp_path / "школы" / "2А")

    assert [batch(tmp_path / "школы", tmp_path / "отчёты").code for _ in range(2)] == [0, 0]
