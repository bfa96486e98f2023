"""Building and checking the message table."""

from typing import Any

import numpy as np
import pytest

from chataudit.messages import COLUMNS, EVENTS, KINDS, build_messages, check_messages


def columns(*minutes: int, **others: list[Any]) -> dict[str, Any]:
    """The required columns: a text message at each second after noon."""
    plain = {
        "id": [str(100 + n) for n in range(len(minutes))],
        "sent_at": [np.datetime64("2024-09-02T12:00:00") + second for second in minutes],
        "kind": ["text"] * len(minutes),
        "text": ["да"] * len(minutes),
    }
    return plain | others


def test_table_has_all_columns_in_their_order_and_dtypes() -> None:
    messages = build_messages(columns(0, 1))

    assert {name: str(dtype) for name, dtype in messages.dtypes.items()} == {name: column.dtype for name, column in COLUMNS.items()}
    assert messages["n"].tolist() == [1, 2]


def test_columns_not_given_are_missing_and_edited_is_false() -> None:
    messages = build_messages(columns(0))

    assert messages[["author", "line", "reply_to", "reactions"]].isna().all(axis=None)
    assert messages["edited"].tolist() == [False]


@pytest.mark.parametrize("name", ["sent_at", "kind", "text"])
def test_required_column_that_is_absent_is_a_bug(name: str) -> None:
    given = columns(0)
    del given[name]

    with pytest.raises(ValueError, match=name):
        build_messages(given)


def test_reply_becomes_the_row_of_the_message_replied_to() -> None:
    messages = build_messages(columns(0, 1, 2, reply_to=[None, "100", "7"]))

    assert messages["reply_to"].fillna(0).tolist() == [0, 1, 0]


def test_media_of_one_author_within_a_second_are_an_album() -> None:
    kinds, authors = ["photo", "video", "photo", "photo", "text"], ["Ольга", "Ольга", "Ирина", "Ирина", "Ирина"]
    messages = build_messages(columns(0, 1, 1, 5, 5, kind=kinds, author=authors))

    assert messages["album"].fillna(0).tolist() == [1, 1, 0, 0, 0]


def test_second_album_has_the_next_number() -> None:
    messages = build_messages(columns(0, 0, 9, 9, kind=["photo"] * 4, author=["Ольга"] * 4))

    assert messages["album"].tolist() == [1, 1, 2, 2]


@pytest.mark.filterwarnings("ignore:Constructing a Categorical")
@pytest.mark.parametrize(
    ("others", "complaint"),
    [
        ({"id": ["1", "1"]}, "ids repeat"),
        ({"event": ["pin", None]}, "event"),
        ({"kind": ["service", "text"]}, "event"),
        ({"kind": ["service", "text"], "event": ["party", None]}, "unknown events"),
        ({"kind": ["hologram", "text"]}, "kind"),
        ({"text": [None, "да"]}, "text"),
        ({"sent_at": [None, "2024-09-02T12:00:00"]}, "sent_at"),
    ],
)
def test_value_that_does_not_fit_is_a_bug(others: dict[str, list[Any]], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        build_messages(columns(0, 1, **others))


def test_empty_table_is_a_message_table() -> None:
    check_messages(build_messages(columns()))


def test_table_with_a_column_of_another_dtype_is_refused() -> None:
    messages = build_messages(columns(0)).astype({"n": "int32"})

    with pytest.raises(ValueError, match="column n"):
        check_messages(messages)


def test_table_without_a_column_is_refused() -> None:
    with pytest.raises(ValueError, match="emoji"):
        check_messages(build_messages(columns(0)).drop(columns="emoji"))


def test_kinds_and_events_are_named_once() -> None:
    assert len(set(KINDS)) == len(KINDS)
    assert len(set(EVENTS)) == len(EVENTS)


def test_the_table_takes_the_columns_over_so_that_a_chat_is_not_held_twice() -> None:
    given = columns(0, 1, author=["Ольга", None])
    build_messages(given)

    assert given == {}
