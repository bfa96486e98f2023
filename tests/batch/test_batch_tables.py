"""Tables of messages within a batch: a whole table is one chat, and other tables are no exports."""

from pathlib import Path

from batch_folders import batch, places, summary_of, write_chat
from command_line import run

from chataudit.batch.search import search

ROWS = "sent_at,author,text\n2024-09-02T10:00:00,Ольга,Добрый день\n"


def test_whole_table_is_one_chat_in_a_folder_and_in_a_zip(tmp_path: Path):
    source = write_chat(tmp_path / "source")
    for name in ("2А", "2А.zip"):
        (tmp_path / "in").mkdir(exist_ok=True)
        assert run("export", source, "-o", tmp_path / "in" / name).code == 0

    found = search(tmp_path / "in", leave_out=tmp_path / "out")

    assert [each.place for each in found.sightings] == ["2А.zip/chat.json", "2А/chat.json"]


def test_file_of_messages_alone_is_a_chat_and_a_roster_is_none(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "2Б.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "in" / "список.csv").write_text("ребёнок;родитель\nТимур;Ольга\n", encoding="utf-8")

    assert batch(tmp_path / "in", tmp_path / "out").code == 0
    assert places(tmp_path / "out") == ["2Б.csv"]
    assert summary_of(tmp_path / "out")["left_alone"]["other_files"] == 0


def test_tables_of_other_messages_are_no_copies(tmp_path: Path):
    for name, text in (("а", "раз"), ("б", "два")):
        folder = tmp_path / "in" / name
        folder.mkdir(parents=True)
        (folder / "messages.csv").write_text(ROWS.replace("Добрый день", text), encoding="utf-8")
        (folder / "chat.json").write_text('{"schema": "chataudit.table/1", "messages": "messages.csv", "platform": "Сферум"}', encoding="utf-8")

    batch(tmp_path / "in", tmp_path / "out")

    assert places(tmp_path / "out") == ["а/chat.json", "б/chat.json"]
    assert {row["result"]["platform"] for row in summary_of(tmp_path / "out")["rows"]} == {"Сферум"}
