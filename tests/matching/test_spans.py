"""Spans of words: joined, barred, covering."""

import numpy as np
import pytest

from chataudit.matching.spans import EMPTY, Positions, Spans, cover, follow, of_positions, union, without_after, without_before

ONE_SENTENCE = np.zeros(10, dtype=np.int32)
TWO_SENTENCES = np.array([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], dtype=np.int32)


def spans(*pairs: tuple[int, int]) -> Spans:
    return Spans(np.array([first for first, _ in pairs], dtype=np.int32), np.array([last for _, last in pairs], dtype=np.int32))


def words(*positions: int) -> Spans:
    return of_positions(np.array(positions, dtype=np.int32))


def pairs(found: Spans) -> list[tuple[int, int]]:
    return list(zip(found.first.tolist(), found.last.tolist(), strict=True))


def test_union_holds_each_span_once_in_order() -> None:
    assert pairs(union([words(5, 7), spans((2, 3)), words(5), EMPTY])) == [(2, 3), (5, 5), (7, 7)]


def test_union_of_nothing_is_nothing() -> None:
    assert pairs(union([])) == []


@pytest.mark.parametrize(("gap", "found"), [(0, [(1, 2)]), (1, [(1, 2), (1, 3)]), (5, [(1, 2), (1, 3), (1, 6)])])
def test_what_follows_stands_at_most_a_gap_behind(gap: int, found: list[tuple[int, int]]) -> None:
    assert pairs(follow(words(1), words(2, 3, 6), gap, ONE_SENTENCE)) == found


def test_nothing_follows_backwards_or_from_within() -> None:
    assert pairs(follow(spans((4, 6)), words(3, 5, 6), 9, ONE_SENTENCE)) == []


def test_nothing_follows_into_the_next_sentence() -> None:
    assert pairs(follow(words(4), words(5), 3, TWO_SENTENCES)) == []


@pytest.mark.parametrize(("sentence", "left"), [(ONE_SENTENCE, [8]), (TWO_SENTENCES, [5, 8])])
def test_word_right_behind_a_barred_one_is_dropped_within_its_sentence(sentence: Positions, left: list[int]) -> None:
    assert without_before(words(5, 8), words(4, 6), sentence).first.tolist() == left


@pytest.mark.parametrize(("sentence", "left"), [(ONE_SENTENCE, [8]), (TWO_SENTENCES, [4, 8])])
def test_word_right_before_a_barred_one_is_dropped_within_its_sentence(sentence: Positions, left: list[int]) -> None:
    assert without_after(words(4, 8), words(5), sentence).first.tolist() == left


def test_first_and_last_word_have_no_neighbour_to_bar_them() -> None:
    assert without_before(words(0), words(9), ONE_SENTENCE).first.tolist() == [0]
    assert without_after(words(9), words(0), ONE_SENTENCE).first.tolist() == [9]


def test_cover_tells_the_positions_within_any_span() -> None:
    assert np.flatnonzero(cover([spans((1, 3), (2, 4)), words(7, 7)], 10)).tolist() == [1, 2, 3, 4, 7]
