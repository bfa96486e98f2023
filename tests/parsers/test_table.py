"""Tables that strangers write: what may be left out, what is told of, and where a mistake stands."""

import json
from pathlib import Path

import pytest
from dateutil import tz

from chataudit.chat import Chat
from chataudit.errors import ExportError
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.wording import wording
from chataudit.wording.table import TEXTS

LEAST = "sent_at,author,text\n2024-09-02T10:00:00,Ольга,Добрый день\n2024-09-02T10:05:10,Ирина,Спасибо\n"
FACTS = {"schema": "chataudit.table/1", "messages": "messages.csv", "title": "2Б", "platform": "viber"}


def write(folder: Path, content: str | bytes, name: str = "2Б.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(folder: Path, content: str | bytes, name: str = "2Б.csv", **options: object) -> Chat:
    return read_chat(write(folder, content, name), ReadOptions(**options))  # type: ignore[arg-type]


def read_whole(folder: Path, table: str = LEAST, people: str | None = None, **facts: object) -> Chat:
    write(folder, table, "messages.csv")
    named = {} if people is None else {"participants": "participants.csv"}
    if people is not None:
        write(folder, people, "participants.csv")
    write(folder, json.dumps(FACTS | named | facts), "chat.json")
    return read_chat(folder, ReadOptions())


def refuse(folder: Path, content: str, name: str = "2Б.csv") -> ExportError:
    with pytest.raises(ExportError) as raised:
        read(folder, content, name)
    assert raised.value.key in TEXTS
    assert "…" not in wording("ru", raised.value.key, **raised.value.details)
    return raised.value


def test_three_columns_are_enough(tmp_path: Path):
    chat = read(tmp_path, LEAST)

    assert chat.messages["id"].tolist() == ["1", "2"]
    assert chat.messages["kind"].tolist() == ["text", "text"]
    assert chat.messages["line"].tolist() == [2, 3]
    assert chat.participants["name"].tolist() == ["Ольга", "Ирина"]
    assert (chat.title, chat.platform, chat.source, chat.timezone) == ("2Б", "table", "2Б.csv", None)


def test_what_has_no_column_is_hidden(tmp_path: Path):
    least = read(tmp_path, LEAST)
    more = read(
        tmp_path,
        "id,sent_at,kind,author,author_id,text,reply_to,edited,reactions\n"
        "a,2024-09-02T10:00:00+03:00,deleted,Ольга,7,,,false,0\nb,2024-09-02T10:00:07+03:00,text,Ольга,7,да,a,true,2\n",
    )

    assert least.hides == {"media", "replies", "edits", "reactions", "deletions", "user_ids", "offsets"}
    assert more.hides == set()
    assert (more.timezone, more.messages["utc_offset_min"].tolist(), more.messages["reply_to"].tolist()[1]) == ("export", [180, 180], 1)


@pytest.mark.parametrize("offset", [-1439, 0, 1439])
def test_offset_within_a_day_is_taken(tmp_path: Path, offset: int):
    assert read(tmp_path, f"sent_at,author,text,utc_offset_min\n{ROW},{offset}\n").messages["utc_offset_min"].tolist() == [offset]


@pytest.mark.parametrize(
    "content",
    [LEAST.replace(",", ";"), LEAST.replace(",", "\t"), "\ufeff" + LEAST, LEAST.replace("\n", "\r\n"), LEAST + "\n\n"],
)
def test_csv_of_any_spreadsheet_is_read(tmp_path: Path, content: str | bytes):
    assert read(tmp_path, content).messages["text"].tolist() == ["Добрый день", "Спасибо"]


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r", "mac_cyrillic"])
def test_csv_in_an_older_encoding_is_read(tmp_path: Path, encoding: str):
    chat = read(tmp_path, LEAST.encode(encoding))

    assert (chat.messages["text"].tolist(), chat.warnings) == (["Добрый день", "Спасибо"], ())


@pytest.mark.parametrize("damage", [b"\xff", "ы".encode()[:1], b"\x80\x80"])
def test_damaged_sign_spoils_itself_alone_and_is_counted(tmp_path: Path, damage: bytes):
    chat = read(tmp_path, LEAST.encode().replace("Спасибо".encode(), "Спаси".encode() + damage + "бо".encode()))

    assert [text.replace("\ufffd", "") for text in chat.messages["text"]] == ["Добрый день", "Спасибо"]
    assert [each.key for each in chat.warnings] == ["table.bad_bytes"]


def test_sign_that_stands_for_damage_in_the_chat_itself_is_not_counted(tmp_path: Path):
    assert not read(tmp_path, LEAST.replace("Спасибо", "Спаси\ufffdбо")).warnings


def test_json_lines_are_read(tmp_path: Path):
    lines = [
        {"text": "раз", "author": "Ольга", "sent_at": "2024-09-02 10:00", "id": 7},
        {"sent_at": "2024-09-02 10:01", "text": "", "author": None, "event": "notice"},
    ]

    chat = read(tmp_path, "\n".join(json.dumps(each, ensure_ascii=False) for each in lines), "2Б.jsonl")

    assert chat.messages["id"].tolist() == ["7", "2"]
    assert chat.messages["kind"].tolist() == ["text", "service"]


def test_quotation_marks_and_line_breaks_are_text(tmp_path: Path):
    assert (
        read(tmp_path, LEAST + '2024-09-02T11:00:00,Ольга,"раз\nдва ""три"", \'четыре"\n').messages["text"].tolist()[2] == 'раз\nдва "три", \'четыре'
    )


def test_sign_of_the_guard_is_text_where_nobody_says_that_it_guards(tmp_path: Path):
    table = LEAST + "2024-09-02T11:00:00,Ольга,'=1\n"

    assert read(tmp_path, table).messages["text"].tolist()[2] == "'=1"
    assert read_whole(tmp_path, table, guarded=True).messages["text"].tolist()[2] == "=1"


def test_zone_is_laid_over_times_without_one(tmp_path: Path):
    chat = read(tmp_path, LEAST, timezone=tz.tzoffset(None, 4 * 3600))

    assert (chat.timezone, chat.messages["utc_offset_min"].tolist(), "offsets" in chat.hides) == ("given", [240, 240], False)


def test_facts_name_the_chat_and_any_messenger(tmp_path: Path):
    chat = read_whole(tmp_path)

    assert (chat.title, chat.platform, chat.source) == ("2Б", "viber", "messages.csv")


def test_participants_may_be_told_with_few_columns(tmp_path: Path):
    people = read_whole(tmp_path, people="name,kind,joined_at\nОльга,,2024-09-01T09:00:00\nБот,bot,\nИрина,,\n").participants

    assert people["name"].tolist() == ["Ольга", "Бот", "Ирина"]
    assert people["kind"].tolist() == ["person", "bot", "person"]
    assert people["n_messages"].tolist() == [1, 0, 1]
    assert people["joined_at"].notna().tolist() == [True, False, False]


ROW = "2024-09-02T10:00:00,Ольга,да"


@pytest.mark.parametrize(
    ("content", "key", "details"),
    [
        (f"sent_at,author,text,kinde\n{ROW},text\n", "table.unknown_column", {"column": "kinde", "known": "kind"}),
        (f"sent_at,author,text,text\n{ROW},\n", "table.column_twice", {"column": "text"}),
        (LEAST + "вчера,Ольга,да\n", "table.bad_datetime", {"line": 4, "column": "sent_at"}),
        (LEAST + "2024-09-02,Ольга,да\n", "table.bad_datetime", {"line": 4, "column": "sent_at"}),
        (LEAST + ",Ольга,да\n", "table.empty_cell", {"line": 4, "column": "sent_at"}),
        (LEAST + "2024-09-02T10:00:00,Ольга\n", "table.cells", {"line": 4, "count": 2, "expected": 3}),
        (LEAST + '2024-09-02T10:00:00,Ольга,"да\nи нет\n', "table.not_csv", {"line": 4}),
        (f"sent_at,author,text,kind\n{ROW},phto\n", "table.bad_choice", {"line": 2, "column": "kind"}),
        (f"sent_at,author,text,event\n{ROW},party\n", "table.bad_choice", {"line": 2, "column": "event"}),
        (f"sent_at,author,text,kind\n{ROW},service\n", "table.kind_of_event", {"line": 2}),
        (f"sent_at,author,text,edited\n{ROW},возможно\n", "table.bad_boolean", {"line": 2, "column": "edited"}),
        (f"sent_at,author,text,reactions\n{ROW},много\n", "table.bad_integer", {"line": 2, "column": "reactions"}),
        (f"sent_at,author,text,reactions\n{ROW},99999999999999\n", "table.bad_integer", {"line": 2, "column": "reactions"}),
        (f"sent_at,author,text,utc_offset_min\n{ROW},1440\n", "table.too_far", {"line": 2, "column": "utc_offset_min"}),
        (f"sent_at,author,text,utc_offset_min\n{ROW},-1440\n", "table.too_far", {"line": 2, "column": "utc_offset_min"}),
        (f'sent_at,author,text,id\n2024-09-02T10:00:00,Ольга,"да\nда",1\n{ROW},1\n', "table.repeated_id", {"line": 4}),
    ],
)
def test_mistake_is_told_with_its_place(tmp_path: Path, content: str, key: str, details: dict[str, object]):
    error = refuse(tmp_path, content)

    assert error.key == key
    assert details.items() <= error.details.items()
    assert error.details["source"] == "2Б.csv"


@pytest.mark.parametrize(
    ("line", "key"),
    [("{", "table.not_json"), ("[1]", "table.not_json"), ('{"sent_at": "2024-09-02T10:00:00", "author": 1.5, "text": ""}', "table.bad_string")],
)
def test_mistake_in_json_lines_is_told_with_its_line(tmp_path: Path, line: str, key: str):
    error = refuse(tmp_path, '{"sent_at": "2024-09-02T10:00:00", "author": "Ольга", "text": "да"}\n\n' + line + "\n", "2Б.jsonl")

    assert (error.key, error.details["line"]) == (key, 3)


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"colour": "red"}, "table.bad_facts"),
        ({"hides": ["everything"]}, "table.bad_facts"),
        ({"warnings": [{"key": "no.such.key"}]}, "table.bad_facts"),
        ({"schema": "chataudit.table/2"}, "table.bad_facts"),
        ({"platform": "<b>" * 20}, "table.bad_platform"),
        ({"messages": "../secret.csv"}, "table.no_file"),
        ({"participants": "нет.csv"}, "table.no_file"),
    ],
)
def test_mistake_in_the_facts_is_told(tmp_path: Path, facts: dict[str, object], key: str):
    with pytest.raises(ExportError) as raised:
        read_whole(tmp_path, **facts)

    assert raised.value.key == key


def test_table_without_rows_is_refused(tmp_path: Path):
    with pytest.raises(ExportError, match="no_messages"):
        read(tmp_path, "sent_at,author,text\n")


@pytest.mark.parametrize(
    "content", ["child,parent\nТимур,Ольга\n", "sent_at,author\n", '{"sent_at": 1}\n', "текст\n", "", "\r\r\r", '{"a": ' + "[" * 50_000]
)
def test_other_files_are_no_tables(tmp_path: Path, content: str):
    with pytest.raises(ExportError) as raised:
        read(tmp_path, content)

    assert raised.value.key in ("parsers.unknown_format", "parsers.empty_file")


def test_damaged_parquet_is_told(tmp_path: Path):
    pytest.importorskip("pyarrow")

    assert refuse(tmp_path, "PAR1 и ничего", "2Б.parquet").key == "table.not_parquet"


def test_parquet_without_its_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)

    assert refuse(tmp_path, "PAR1", "2Б.parquet").key == "table.no_pyarrow"


HALVES = b'{"sent_at": "2024-09-02T10:00:00", "author": "@", "text": "@ \\ud83d\\ude42"}\n'


def test_half_of_a_pair_in_json_lines_never_reaches_a_report(tmp_path: Path):
    """Python reads it, and nothing could be written with it."""
    messages = read(tmp_path, HALVES.replace(b"@", rb"\ud83d") + HALVES.replace(b"@", "Ольга".encode()), "2Б.jsonl").messages

    assert messages["author"].tolist() == ["\ufffd", "Ольга"]
    assert messages["text"].tolist() == ["\ufffd 🙂", "Ольга 🙂"]


def test_json_lines_in_no_utf_8_are_refused(tmp_path: Path):
    """Halves of pairs as bytes, too, which Python would read."""
    with pytest.raises(ExportError) as refused:
        read(tmp_path, HALVES + HALVES.replace(b"@", b"\xed\xa0\xbd"), "2Б.jsonl")

    assert (refused.value.key, refused.value.details["line"]) == ("table.not_json", 2)
