"""Telegram's JSON: what the folders of cases cannot say in one export. Rows of formats.md, D, are named by number."""

import json
import tracemalloc
from datetime import timedelta, timezone
from pathlib import Path

import numpy as np
import pytest
from dateutil import tz
from telegram_exports import export, keys_of, message, read, service

from chataudit.errors import ExportError
from chataudit.wording import wording


def test_hex_escape_becomes_its_character_d20(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1, "раз@два")).replace(b"@", b"\\x0B"))

    assert chat.messages["text"].tolist() == ["раз\x0bдва"]
    assert keys_of(chat) == ["parsers.repaired"]


def test_backslash_before_x_in_a_text_is_not_taken_for_an_escape_d20(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1, r"папка C:\x0B, и тут"), message(2, "раз@два")).replace(b"@", b"\\x0B"))

    assert chat.messages["text"].tolist() == [r"папка C:\x0B, и тут", "раз\x0bдва"]


def test_account_export_is_told_from_a_single_chat_by_its_keys_d21(tmp_path: Path) -> None:
    single = {"name": "5А", "type": "private_group", "id": 7, "messages": [message(1)]}
    account = json.dumps({"about": "…", "chats": {"about": "…", "list": [single]}}).encode()

    assert read(tmp_path, account).title == read(tmp_path, json.dumps(single).encode()).title == "5А"


def test_first_message_may_be_service_and_authors_may_be_gone_d22(tmp_path: Path) -> None:
    chat = read(tmp_path, export(service(1, "create_group", title="1А"), message(2, **{"from": None, "from_id": "user123"})))

    assert chat.messages["author"].tolist() == ["Ольга", "Удалённый аккаунт (user123)"]
    assert chat.participants["kind"].tolist() == ["person", "deleted"]


def test_message_without_author_keys_has_no_author_d22(tmp_path: Path) -> None:
    orphan = {key: value for key, value in message(2).items() if not key.startswith("from")}
    chat = read(tmp_path, export(message(1), orphan))

    assert chat.messages["author"].isna().tolist() == [False, True]


def test_unixtime_tells_the_offset_of_each_message_d23(tmp_path: Path) -> None:
    before = message(1, date="2024-10-27T02:30:00", date_unixtime="1729985400")
    after = message(2, date="2024-10-27T02:10:00", date_unixtime="1729987800")
    chat = read(tmp_path, export(before, after))

    assert chat.messages["utc_offset_min"].tolist() == [180, 120]
    assert chat.messages["sent_at"].is_monotonic_increasing is False
    assert chat.timezone == "export"


@pytest.mark.parametrize("zone", [timezone(timedelta(hours=7)), tz.gettz("Asia/Novosibirsk")])
def test_given_zone_tells_the_offset_where_unixtime_is_missing_d23(tmp_path: Path, zone: timezone) -> None:
    old = {key: value for key, value in message(1).items() if key != "date_unixtime"}
    chat = read(tmp_path, export(old), timezone=zone)

    assert chat.messages["utc_offset_min"].tolist() == [420]
    assert chat.timezone == "given"
    assert "offsets" not in chat.hides


def test_offset_is_missing_where_neither_export_nor_user_tells_it_d23(tmp_path: Path) -> None:
    old = {key: value for key, value in message(1).items() if key != "date_unixtime"}
    chat = read(tmp_path, export(old))

    assert chat.messages["utc_offset_min"].isna().all()
    assert "offsets" in chat.hides


def test_parts_of_a_text_are_joined_with_nothing_d25(tmp_path: Path) -> None:
    parts = ["По ссылке", {"type": "text_link", "text": "(вот)", "href": "https://example.org/a"}, ", ", {"type": "bold", "text": "срочно"}, "!"]
    chat = read(tmp_path, export(message(1, parts)))

    assert chat.messages["text"].tolist() == ["По ссылке(вот), срочно!"]
    assert chat.messages["links"].tolist() == ["https://example.org/a"]


def test_media_without_text_is_kept_d25(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1, "", photo="photos/p.jpg"), message(2)))

    assert chat.messages["kind"].tolist() == ["photo", "text"]


def test_reactions_are_counted_d26(tmp_path: Path) -> None:
    liked = message(1, reactions=[{"type": "emoji", "count": 3, "emoji": "👍"}, {"type": "paid", "count": 2}])
    chat = read(tmp_path, export(liked, message(2)))

    assert chat.messages["reactions"].tolist() == [5, 0]


def test_without_any_reaction_their_number_is_not_known_d26(tmp_path: Path) -> None:
    assert read(tmp_path, export(message(1))).messages["reactions"].isna().all()


def test_sentence_in_place_of_a_path_is_no_file_d27(tmp_path: Path) -> None:
    missing = "(File exceeds maximum size. Change data exporting settings to download.)"
    chat = read(tmp_path, export(message(1, "", file=missing, media_type="video_file"), message(2, "", file="files/a (1).pdf")))

    assert chat.messages["kind"].tolist() == ["video", "document"]
    assert chat.messages["file"].fillna("–").tolist() == ["–", "a (1).pdf"]


def test_paths_outside_the_export_leave_only_a_name_d27(tmp_path: Path) -> None:
    chat = read(tmp_path, export(*(message(n, "", file=path) for n, path in enumerate(["../../etc/passwd", "C:\\secret\\a.txt", "/abs/b.txt"]))))

    assert chat.messages["file"].tolist() == ["passwd", "a.txt", "b.txt"]


@pytest.mark.parametrize("cut", [0.55, 0.7, 0.93, 0.999])
def test_cut_file_keeps_its_whole_messages(tmp_path: Path, cut: float) -> None:
    whole = export(*(message(n, f"сообщение {n}") for n in range(50)))
    part = whole[: int(len(whole) * cut)]
    chat = read(tmp_path, part)

    assert chat.truncated
    assert chat.messages["text"].tolist() == [f"сообщение {n}" for n in range(len(chat.messages))]
    assert len(chat.messages) >= part.count(b'"text_entities"') - 1
    assert [(warning.key, warning.details, warning.line) for warning in chat.warnings] == [
        ("parsers.truncated", {"count": len(chat.messages)}, part.count(b"\n") + 1)
    ]


def test_cut_account_keeps_the_whole_messages_of_the_chat_cut(tmp_path: Path) -> None:
    chats = [{"name": name, "type": "private_group", "id": n, "messages": [message(1), message(2, name)]} for n, name in enumerate(["1А", "2Б"])]
    whole = json.dumps({"about": "…", "chats": {"list": chats}}, ensure_ascii=False, indent=1).encode()
    chat = read(tmp_path, whole[: whole.rindex(b'"id": 2')], chat="2б")

    assert chat.title == "2Б"
    assert len(chat.messages) == 1
    assert chat.truncated


def test_file_cut_before_its_first_message_is_refused(tmp_path: Path) -> None:
    whole = export(message(1))
    with pytest.raises(ExportError, match=r"parsers\.no_whole_message"):
        read(tmp_path, whole[: whole.index(b'"text"')])


def test_byte_order_mark_does_not_hinder(tmp_path: Path) -> None:
    chat = read(tmp_path, b"\xef\xbb\xbf" + export(message(1)))

    assert len(chat.messages) == 1
    assert not chat.warnings


@pytest.mark.parametrize("half", [b"\xed\xa0\xbd", b"\\ud83d", b"\xff"])
def test_half_a_character_becomes_a_replacement_character(tmp_path: Path, half: bytes) -> None:
    chat = read(tmp_path, export(message(1, "до@после")).replace(b"@", half))

    text = chat.messages["text"][0]
    assert text.startswith("до\ufffd")
    assert text.endswith("\ufffdпосле")


def test_last_of_two_equal_keys_wins(tmp_path: Path) -> None:
    twice = export(service(1, "send_webview_data")).replace(b'"text": ""', b'"text": "x", "text": ""')

    assert read(tmp_path, twice).messages["text"].tolist() == [""]


@pytest.mark.parametrize(
    ("opening", "key"),
    [
        (b'{"type": "private_group", "messages": ', "parsers.too_deep"),
        (b'{"messages": [{"id": 1, "type": "message", "text": ', "parsers.too_deep"),
        (b'{"about": "", "contacts": ', "parsers.too_deep"),
        (b'{"chats": {"list": ', "parsers.too_deep"),
        (b"", "parsers.unknown_format"),
    ],
)
def test_a_hundred_thousand_brackets_are_refused_with_little_memory(tmp_path: Path, opening: bytes, key: str) -> None:
    tracemalloc.start()
    with pytest.raises(ExportError) as caught:
        read(tmp_path, opening + b"[" * 100_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert caught.value.key == key
    assert peak < 5_000_000


def test_brackets_nested_deep_inside_a_damaged_file_are_refused(tmp_path: Path) -> None:
    content = export(message(1, "a@")).replace(b"@", b"\\x0B").replace(b'"text_entities": []', b'"text_entities": ' + b"[" * 200 + b"]" * 200)
    with pytest.raises(ExportError, match=r"parsers\.too_deep"):
        read(tmp_path, content)


def test_object_that_is_no_message_is_counted_with_its_line(tmp_path: Path) -> None:
    content = export(message(1), None, message(3))
    chat = read(tmp_path, content)

    assert chat.messages["id"].tolist() == ["1", "3"]
    assert [(each.key, each.details, each.line) for each in chat.warnings] == [
        ("parsers.unreadable_messages", {"count": 1}, content[: content.index(b"  null")].count(b"\n") + 1)
    ]


def test_line_of_a_message_is_where_it_begins_in_the_file(tmp_path: Path) -> None:
    content = export(message(1), message(2, "вторая"))
    lines = content.decode().splitlines()
    chat = read(tmp_path, content)

    assert [lines[line - 1].strip() for line in chat.messages["line"]] == ["{", "{"]
    assert '"id": 2' in lines[chat.messages["line"][1]]


def test_line_of_a_file_without_line_breaks_is_the_first(tmp_path: Path) -> None:
    content = json.dumps(json.loads(export(message(1), message(2)))).encode()

    assert read(tmp_path, content).messages["line"].tolist() == [1, 1]


def test_dateless_message_takes_the_date_of_the_one_before(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1), {"id": 2, "type": "unsupported"}, message(3, date="вчера"), message(4)))

    minutes = chat.messages["sent_at"].dt.minute.tolist()
    assert minutes == [1, 1, 1, 4]
    assert chat.messages["utc_offset_min"].tolist() == [180, 180, 180, 180]
    assert keys_of(chat) == ["parsers.dateless", "parsers.unsupported"]


def test_export_without_any_date_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"parsers\.no_dates"):
        read(tmp_path, export({"id": 1, "type": "unsupported"}))


@pytest.mark.parametrize("messages", [(), (None, None)])
def test_export_without_messages_is_refused(tmp_path: Path, messages: tuple[None, ...]) -> None:
    with pytest.raises(ExportError, match=r"parsers\.no_messages"):
        read(tmp_path, export(*messages))


def test_repeated_id_gets_a_suffix_and_replies_go_to_the_first(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(7), message(7), message(8, reply_to_message_id=7)))

    assert chat.messages["id"].tolist() == ["7", "7#2", "8"]
    assert chat.messages["reply_to"].tolist()[2] == 1
    assert keys_of(chat) == ["parsers.repeated_ids"]


def test_unknown_key_warns_once_however_many_messages_have_it(tmp_path: Path) -> None:
    chat = read(tmp_path, export(*(message(n, mood="😴") for n in range(30)), message(31)))

    assert [(each.key, each.details) for each in chat.warnings] == [("parsers.unknown_key", {"name": "mood", "count": 30})]
    assert len(chat.messages) == 31


def test_known_idle_action_is_kept_without_a_warning(tmp_path: Path) -> None:
    chat = read(tmp_path, export(service(1, "boost_apply", boosts=1), message(2)))

    assert chat.messages["event"].tolist()[0] == "other"
    assert not chat.warnings


def test_someone_removing_another_is_no_leaving(tmp_path: Path) -> None:
    chat = read(tmp_path, export(service(1, "remove_members", members=["Ирина"]), service(2, "remove_members", members=["Ольга"])))

    assert chat.messages["event"].tolist() == ["remove", "leave"]


def test_deleted_account_that_left_by_itself_left(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1), service(2, "remove_members", actor=None, members=[None])))

    assert chat.messages["event"].tolist()[1] == "leave"


def test_person_named_like_a_bot_in_russian_is_a_person(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1, **{"from": "Робот"}), message(2, **{"from": "RoseBot", "from_id": "user2"})))

    assert chat.participants["kind"].tolist() == ["person", "bot"]


def test_two_people_of_one_name_are_two_participants(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1), message(2, from_id="user2"), message(3)))

    assert chat.participants[["name", "participant_id", "n_messages"]].to_numpy().tolist() == [["Ольга", "user1", 2], ["Ольга", "user2", 1]]


def test_only_own_messages_of_an_account_export_warn_but_of_a_single_chat_do_not(tmp_path: Path) -> None:
    single = {"name": "5А", "type": "private_group", "id": 7, "messages": [message(1)]}
    account = json.dumps({"chats": {"list": [single]}}).encode()

    assert keys_of(read(tmp_path, account)) == ["parsers.only_own_messages"]
    assert not keys_of(read(tmp_path, json.dumps(single).encode()))


def test_other_json_with_messages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"parsers\.not_telegram") as caught:
        read(tmp_path, b'{"type": "x", "messages": {"hello": 1}}')

    assert "result.json" in wording("ru", caught.value.key, **caught.value.details)


@pytest.mark.parametrize("date", ["today", "now", "10000-01-01T00:00:00", "0000-01-01T00:00:00", "2024-02-30T10:00:00", "-5000"])
def test_date_that_no_messenger_writes_is_counted_as_missing(date: str) -> None:
    from chataudit.parsers.telegram_times import parse_dates

    assert np.isnat(parse_dates(["2024-02-29T10:00:00", date])).tolist() == [False, True]


@pytest.mark.parametrize("seconds", [10**400, "inf", "вчера"])
def test_unix_time_that_is_none_is_missing(seconds: object) -> None:
    from chataudit.parsers.telegram_times import parse_seconds

    assert not np.isfinite(parse_seconds(["1725180000", seconds])[1])  # type: ignore[list-item]
