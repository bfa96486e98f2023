"""Long lists are encoded piece by piece; nobody sees where one ends."""

import io

import pytest
from batch_summaries import audited, summary

from chataudit.reporters.json_text import write_object


@pytest.mark.parametrize("count", [0, 1, 2, 4, 5])
def test_pieces_of_a_list_are_joined_without_a_seam(monkeypatch: pytest.MonkeyPatch, count: int):
    told = summary(*(audited(f"{number}А") for number in range(count)))
    at_once, in_pieces = io.BytesIO(), io.BytesIO()
    write_object(told, at_once)

    monkeypatch.setattr("chataudit.reporters.json_text._AT_ONCE", 2)
    write_object(told, in_pieces)

    assert in_pieces.getvalue() == at_once.getvalue()
