"""Conditions answered for the lines of a chat."""

from collections.abc import Callable

import numpy as np
import pytest
from tiny_rulebooks import read_condition

from chataudit.conditions.evaluate import holds, signs_of
from chataudit.conditions.scene import Scene

Makes = Callable[..., Scene]

TALK = """
    [10:00] Учитель: Завтра собрание в 18:00
    [10:01] Ольга: спасибо большое
    [10:05] Ирина: а сколько сдаём?
    -- pin Учитель
    [+1h] Учитель: 300 рублей
    [+1h] Ольга: спасибо, сдам 👍
"""


def lines(condition: str, scene: Scene) -> list[int]:
    """The chat's lines, from 1, on which a condition holds."""
    return (np.flatnonzero(holds(read_condition(condition), scene)) + 1).tolist()


def said(condition: str, text: str, make_scene: Makes) -> bool:
    """Whether the condition holds of one message."""
    return lines(condition, make_scene(f"[10:00] Ольга: {text}")) == [1]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("say: [спасибо]", [2, 6]),
        ("say: [спасибо, рубль]", [2, 5, 6]),
        ("say: [здравствуйте]", []),
        ("role: [teacher]", [1, 5]),
        ("role: [parent]", [2, 3, 6]),
        ("role: [teacher, parent]", [1, 2, 3, 5, 6]),
        ("role: [creator]", []),
        ("question: true", [3]),
        ("question: false", [1, 2, 5, 6]),
        ("asks: [сдавать]", [3]),
        ("asks: [собрание]", []),
        ("words: {min: 3, max: 3}", [3]),
        ("{say: [спасибо], words: {max: 2}}", [2, 6]),
        ("{}", [1, 2, 3, 5, 6]),
        ("not: {role: [teacher]}", [2, 3, 6]),
        ("all: [{say: [спасибо]}, {say: [сдать]}]", [6]),
        ("any: [{say: [собрание]}, {question: true}]", [1, 3]),
        ("at_least: {count: 2, of: [{role: [parent]}, {question: true}, {say: [сколько]}]}", [3]),
        ("{signs: [{say: [спасибо], weight: 1}, {say: [сдать], weight: 0.5}], threshold: 1.5}", [6]),
        ("{signs: [{say: [спасибо], weight: 1}, {say: [большой], weight: -1}], threshold: 1}", [6]),
        ("quiet_before: 30m", [1, 5, 6]),
        ("quiet_before: 61m", [1]),
    ],
)
def test_condition_holds_on_these_lines(condition: str, expected: list[int], make_scene: Makes) -> None:
    assert lines(condition, make_scene(TALK)) == expected


def test_service_event_satisfies_no_condition(make_scene: Makes) -> None:
    scene = make_scene("-- create_group Учитель: Ольга\n-- pin Учитель")

    assert lines("{}", scene) == lines("not: {say: [спасибо]}", scene) == lines("quiet_before: 1m", scene) == []


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        ("begins: [добрый день]", "👍 Добрый день, завтра собрание"),
        ("ends: [спасибо]", "сдала, спасибо))) 🌸"),
        ("opens: [спасибо]", "Сдала. Спасибо вам"),
        ("only: {of: [спасибо, большой]}", "Спасибо большое"),
        ("only: {of: [спасибо, '@emoji', '@smile']}", "спасибо)) 👍"),
        ("only: {of: [спасибо], spare: 1}", "Елена, спасибо"),
        ("each_sentence: [спасибо, (рад|рада)]", "Спасибо! Очень рада 🌸"),
        ("together: {groups: [[чат], [реклама]]}", "рекламу не шлём в чат"),
        ("together: {within: 3, groups: [[реклама], [чат], [не]]}", "рекламу не шлём в чат"),
        ("has: [phone]", "8 900 000-12-34"),
        ("has: [email, phone]", "a@example.ru"),
        ("has: [emoji_only]", "😂 😂)))"),
        ("has: [shouting]", "КТО ЭТО НАПИСАЛ"),
        (r"regex: ['t\.me/\+\w+']", "вступайте T.ME/+AbC"),
    ],
)
def test_condition_on_a_text_holds(condition: str, text: str, make_scene: Makes) -> None:
    assert said(condition, text, make_scene)


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        ("begins: [добрый день]", "Всем добрый день"),
        ("ends: [спасибо]", "спасибо, сдала"),
        ("opens: [спасибо]", "Большое спасибо. Сдала"),
        ("only: {of: [спасибо, большой]}", "Спасибо большое вам"),
        ("only: {of: [спасибо]}", "👍"),
        ("only: {of: [спасибо], spare: 1}", "Елена Ивановна, спасибо"),
        ("each_sentence: [спасибо]", "Спасибо! А когда сдавать"),
        ("together: {groups: [[чат], [реклама]]}", "Это чат. Рекламы не надо"),
        ("together: {within: 1, groups: [[реклама], [чат]]}", "рекламу прошу не слать в чат"),
        ("has: [emoji_only]", "😂 да"),
        ("has: [emoji_only]", ")))"),
        ("has: [shouting]", "ВСЕМ привет"),
        ("has: [shouting]", "МБОУ СОШ проводит собрание родителей первого класса"),
        (r"regex: ['t\.me/\+\w+']", "вступайте t.me/news"),
    ],
)
def test_condition_on_a_text_does_not_hold(condition: str, text: str, make_scene: Makes) -> None:
    assert not said(condition, text, make_scene)


@pytest.mark.parametrize("condition", ["begins: [да]", "ends: [да]", "opens: [да]", "only: {of: [да]}", "each_sentence: [да]", "asks: [да]"])
def test_chat_without_words_satisfies_nothing(condition: str, make_scene: Makes) -> None:
    assert lines(condition, make_scene("[10:00] Ольга: <photo>\n[+1m] Ольга: !!!")) == []


def test_kinds_replies_and_forwards_are_told(make_scene: Makes) -> None:
    scene = make_scene("""
        [10:00] Ольга: <photo> с экскурсии
        [+1m] Ирина: (reply 1) красиво
        [+1m] Анна: (forward) уроки в субботу
        [+1m] Ольга: <sticker 👍>
    """)

    assert lines("kind: [photo, sticker]", scene) == [1, 4]
    assert lines("reply: true", scene) == [2]
    assert lines("reply: false", scene) == [1, 3, 4]
    assert lines("forwarded: true", scene) == [3]
    assert lines("replied: {kind: [photo]}", scene) == [2]
    assert lines("replied: {say: [уроки]}", scene) == []


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("before: {within: 10m, that: {question: true}}", [2, 3]),
        ("before: {within: 10m, that: {question: true}, by: other}", [2]),
        ("before: {within: 10m, that: {question: true}, by: same}", [3]),
        ("before: {within: 10m, messages: 1, that: {question: true}}", [2]),
        ("before: {within: 3h, that: {question: true}}", [2, 3, 5]),
        ("after: {within: 10m, that: {say: [да]}}", [1]),
        ("after: {within: 10m, that: {say: [да]}, by: same}", []),
    ],
)
def test_neighbours_are_looked_at_within_their_bounds(condition: str, expected: list[int], make_scene: Makes) -> None:
    scene = make_scene("""
        [10:00] Ольга: кто идёт?
        [10:04] Ирина: да
        [10:10] Ольга: ладно
        -- pin Ольга
        [12:00] Анна: мы
    """)

    assert lines(condition, scene) == expected


def test_correction_sets_right_a_word_of_another_message(make_scene: Makes) -> None:
    scene = make_scene("""
        [10:00] Ольга: ответте пожалуста на собрании
        [+1m] Ирина: пожалуйста!
        [+1m] Ольга: пожалуйста
        [+1m] Анна: собрание
        [+1m] Анна: нет, пожалуйста напишите так, чтобы все поняли
        [+1d] Анна: пожалуйста
    """)

    assert lines("respells: {within: 1h}", scene) == [2]


def test_correction_may_open_a_longer_sentence(make_scene: Makes) -> None:
    scene = make_scene("""
        [10:00] Ольга: ответте пожалуста на собрании
        [+1m] Анна: пожалуйста, Ольга, с двумя буквами
        [+2h] Ирина: (reply 1) пожалуйста
    """)

    assert lines("respells: {within: 1h, words: 9}", scene) == [2, 3]


def test_words_between_quotation_marks_are_told_from_the_rest(make_scene: Makes) -> None:
    scene = make_scene("""
        [10:00] Ольга: ложить, а «класть» нельзя?
        [10:01] Ирина: "ложить" нельзя
        [10:02] Анна: ложить)) ну и слово
        [10:03] Вера: ложить нельзя
    """)

    assert lines("quotes: [=ложить]", scene) == [2, 3]


def test_echo_repeats_what_another_wrote_before(make_scene: Makes) -> None:
    scene = make_scene("""
        [10:00] Ольга: какой тетрадка нужен
        [10:01] Ольга: «тетрадка нужен»
        [10:02] Ирина: «тетрадка нужен», ну-ну
        [10:03] Ирина: «нужен какой»
        [+2d] Анна: «тетрадка»
    """)

    assert lines("echoes: 1d", scene) == [3]
    assert lines("echoes: 3d", scene) == [3, 5]


def test_echoes_among_thousands_that_quote_the_same_are_found(make_scene: Makes) -> None:
    quotes = "«слово» " * 20_000
    told = "\n".join(f"[+1m] {'Ольга' if at % 2 else 'Ирина'}: «слово» номер {at}" for at in range(2_000))

    assert lines("echoes: 1d", make_scene(f"[10:00] Ольга: {quotes}\n{told}")) == list(range(2, 2_002))


def test_named_condition_and_named_lists_are_looked_up(make_scene: Makes) -> None:
    scene = make_scene(TALK, words={"thanks": ["спасибо"]}, conditions={"polite": "say: [<thanks>]"})

    assert lines("{is: polite, role: [parent]}", scene) == [2, 6]


def test_hidden_address_is_found_by_a_regex(make_scene: Makes) -> None:
    scene = make_scene("[10:00] Ольга: вступайте сюда\n[10:01] Ирина: куда")
    scene.chat.messages.loc[0, "links"] = "https://T.me/+AbC"

    assert lines(r"regex: ['t\.me/\+\w+']", scene) == [1]


def test_messages_that_another_rule_matches_are_asked_for(make_scene: Makes) -> None:
    scene = make_scene(TALK)
    scene.matched = {"R01.word": np.array([False, True, False, False, False, False]), "R02.word": np.zeros(6, dtype=bool)}.__getitem__

    assert lines("rule: [R01.word, R02.word]", scene) == [2]
    assert lines("rule: [R02.word]", scene) == []


def test_signs_that_hold_are_told_in_the_order_written(make_scene: Makes) -> None:
    scene = make_scene("[10:00] Ольга: спасибо большое", conditions={"big": "{sign: {ru: размер}, say: [большой]}"})
    condition = read_condition("any: [{sign: {ru: благодарность}, say: [спасибо]}, {sign: {ru: отказ}, say: [нет]}, {is: big}]")

    assert [(part.sign, flags.tolist()) for part, flags in signs_of(condition, scene)] == [
        ({"ru": "благодарность"}, [True]),
        ({"ru": "отказ"}, [False]),
        ({"ru": "размер"}, [True]),
    ]


def test_same_text_by_two_authors_is_judged_by_each(make_scene: Makes) -> None:
    scene = make_scene("[10:00] Учитель: спасибо\n[10:01] Ольга: спасибо")

    assert lines("{say: [спасибо], role: [parent]}", scene) == [2]


def test_names_of_people_in_the_chat_are_a_class_of_words(make_scene: Makes) -> None:
    scene = make_scene("[10:00] Ольга: Зарема, вы где\n[10:01] Ольга: Ирина, вы где")
    scene.define_class("participant", frozenset({"зарема"}))

    assert lines("say: ['@participant']", scene) == [1]


def test_class_defined_later_replaces_what_was_looked_up_before(make_scene: Makes) -> None:
    scene = make_scene("[10:00] Ольга: Зарема, вы где")
    assert lines("say: ['@teacher']", scene) == []

    scene.define_class("teacher", frozenset({"зарема"}))

    assert lines("say: ['@teacher']", scene) == [1]


@pytest.mark.parametrize("text", ["спа\u200bси\u00adбо", "с\u0336п\u0336а\u0336с\u0336и\u0336б\u0336о\u0336", "спаси\u0301бо"])
def test_signs_that_show_nothing_hide_no_word(make_scene: Makes, text: str) -> None:
    assert said("say: [спасибо]", text, make_scene)
    assert said("regex: [спасибо]", text, make_scene)
