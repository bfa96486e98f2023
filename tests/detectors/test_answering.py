"""Which message answers which question. In these chats whatever ends with «?» asks, and every other message may answer."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import read_condition

from chataudit.conditions.evaluate import holds
from chataudit.conditions.scene import Scene
from chataudit.detectors.answering import Answering, Linking
from chataudit.matching.scalars import SCALARS
from chataudit.strict_yaml import Reading, read_yaml

LINKING = """
plain: {words: {min: 4}}
brief: {words: {max: 1}}
closes: {say: [найти#past]}
thanks: {say: [спасибо]}
slots: [{asks: {say: [кто]}, gives: {say: ["=я"]}}, {asks: {say: [сколько]}, gives: {say: ["@number"]}}]
unlinking: [завтра]
brief_after: 3
"""
DAY = 24 * 60 * 60

Answers = dict[int, int | None]  # a question's line, from 1: its answer's


@pytest.fixture
def match(make_scene: Callable[..., Scene]) -> Callable[[str], tuple[Answers, Answers]]:
    """The first answer to each question of the parents, and the teacher's first."""
    linking = read_yaml(LINKING, Linking, Reading("linking", dict(SCALARS)))
    assert linking is not None

    def matched(lines: str) -> tuple[Answers, Answers]:
        scene = make_scene(lines)
        asks, answers = (holds(read_condition(text), scene) for text in ("{question: true, role: [parent]}", "{question: false}"))
        given_names = [name.split()[0].lower() for name in scene.author_names]
        found = Answering(scene, linking, DAY, given_names).match(asks, answers)
        first, teachers = ({row + 1: int(rows[row]) + 1 or None for row in range(scene.size) if asks[row]} for rows in found)
        return first, teachers

    return matched


Match = Callable[[str], tuple[Answers, Answers]]
ASKED = "[10:00] Ольга: во сколько линейка?\n"
TWO_ASKED = "[10:00] Ольга: где взять краску?\n[11:00] Ирина: во сколько линейка?\n"


@pytest.mark.parametrize(
    ("lines", "answers"),
    [
        (TWO_ASKED + "[11:01] Анна: (reply 1) в кладовой лежит целая банка", {1: 3, 2: None}),
        (TWO_ASKED + "[11:01] Анна: (reply 2) да", {1: None, 2: 3}),
        (TWO_ASKED + "[11:01] Ирина: (reply 2) уже сама не помню толком", {1: None, 2: None}),  # her own question
        ("[10:00] Ольга: вот и осень\n[10:01] Ирина: где взять краску?\n[10:02] Анна: (reply 1) листья давно сгребли в кучи", {2: None}),
    ],
)
def test_reply_speaks_to_what_it_replies_to(lines: str, answers: Answers, match: Match) -> None:
    assert match(lines)[0] == answers


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("[+3h] Анна: краску дали", {1: 3, 2: None}),
        ("[+3h] Анна: банка пуста", {1: None, 2: None}),
        ("[+3h] Ольга: краску дали", {1: None, 2: None}),  # the asker
        ("[+25h] Анна: краску дали", {1: None, 2: None}),  # too late
    ],
)
def test_rare_word_in_common_is_an_answer(answer: str, found: Answers, match: Match) -> None:
    assert match(TWO_ASKED + answer)[0] == found


@pytest.mark.parametrize(
    "lines",
    [
        "[10:00] Ольга: завтра выходной?\n[+3h] Анна: завтра мороз",  # the rulebook says that the word does not link
        "[09:00] Анна: краска есть\n[10:00] Ольга: где краска?\n[+3h] Ирина: краска синяя",  # everybody says it
        "[10:00] Ольга: а он?\n[+3h] Анна: он там",  # too short
    ],
)
def test_word_that_says_little_is_no_answer(lines: str, match: Match) -> None:
    assert set(match(lines)[0].values()) == {None}


@pytest.mark.parametrize(
    ("answer", "found"), [("Ольга, лежит там", 2), ("а Ольге передали", 2), ("видели вчера у дома Ольгу", None), ("Анна, лежит там", None)]
)
def test_askers_name_at_the_beginning_is_an_answer(answer: str, found: int | None, match: Match) -> None:
    assert match(f"[10:00] Ольга: где взять краску?\n[+3h] Ирина: {answer}")[0] == {1: found}


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("[+20m] Анна: сбор у входа ровно в девять", 2),
        ("[+21m] Анна: сбор у входа ровно в девять", None),
        ("[+4h] Учитель: сбор у входа ровно в девять", 2),
        ("[+5h] Учитель: сбор у входа ровно в девять", None),
        ("[+1m] Ольга: сбор у входа ровно в девять", None),
        ("[+1m] Анна: тоже гадаем", None),
    ],
)
def test_plain_message_soon_after_the_newest_question_is_an_answer(answer: str, found: int | None, match: Match) -> None:
    assert match(ASKED + answer)[0] == {1: found}


def test_plain_message_answers_the_newest_question_alone(match: Match) -> None:
    assert match(TWO_ASKED + "[11:05] Анна: сбор у входа ровно в девять")[0] == {1: None, 2: 3}


def test_message_after_a_question_of_another_kind_speaks_to_that_one(match: Match) -> None:
    lines = ASKED + "[10:02] Учитель: все справки сдали?\n[10:03] Анна: отнесли ещё в прошлый вторник"

    assert match(lines)[0] == {1: None}


@pytest.mark.parametrize(("between", "found"), [(2, 4), (3, None)])
def test_brief_message_is_an_answer_unless_others_spoke_meanwhile(between: int, found: int | None, match: Match) -> None:
    talk = "".join(f"[+3h] {name}: привезли парты\n" for name in ("Анна", "Вера", "Зоя")[:between])

    assert match(f"[10:00] Ольга: линейка будет?\n{talk}[+1m] Ирина: да")[0] == {1: found}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("[10:00] Ольга: кто дежурит?\n[+2h] Ирина: наверное, я", 2),
        ("[10:00] Ольга: кто дежурит?\n[+4h] Ирина: наверное, я", None),
        ("[10:00] Ольга: кто дежурит?\n[+2h] Ирина: около 300", None),
        ("[10:00] Ольга: сколько сдаём?\n[+2h] Ирина: около 300", 2),
    ],
)
def test_message_that_gives_what_is_asked_for_is_an_answer(lines: str, found: int | None, match: Match) -> None:
    assert match(lines)[0] == {1: found}


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("[+3h] Ирина: сбор объявят\n[+1m] Ольга: спасибо", 2),
        ("[+3h] Ирина: сбор объявят\n[+1m] Анна: несу цветы\n[+1m] Ольга: спасибо", 3),
        ("[+3h] Ирина: сбор объявят\n[+1m] Анна: большое спасибо", None),
        ("[+3h] Ольга: спасибо большое", None),
    ],
)
def test_askers_thanks_show_that_the_message_before_was_an_answer(after: str, found: int | None, match: Match) -> None:
    assert match(ASKED + after)[0] == {1: found}


@pytest.mark.parametrize(("after", "found"), [("[+3h] Ольга: нашла сама", 2), ("[+3h] Ирина: нашла варежку", None)])
def test_asker_may_settle_the_question_herself(after: str, found: int | None, match: Match) -> None:
    assert match(ASKED + after)[0] == {1: found}


@pytest.mark.parametrize(
    ("second", "answer", "found"),
    [
        ("[10:08] Ирина: где берём краску?", "[10:09] Учитель: всё узнаете на собрании", {1: 3, 2: 3}),
        ("[10:11] Ирина: где берём краску?", "[10:12] Учитель: всё узнаете на собрании", {1: None, 2: 3}),
        ("[10:08] Ирина: где берём краску?", "[10:09] Анна: всё узнаете на собрании", {1: None, 2: 3}),
        ("[10:08] Ольга: где берём краску?", "[10:09] Анна: всё узнаете на собрании", {1: 3, 2: 3}),
    ],
)
def test_questions_close_together_are_answered_together(second: str, answer: str, found: Answers, match: Match) -> None:
    """By the teacher whoever asked, by another parent those of one author."""
    assert match(ASKED + second + "\n" + answer)[0] == found


def test_teachers_answer_is_noted_after_that_of_a_parent(match: Match) -> None:
    lines = ASKED + "[10:01] Ирина: вроде ровно в девять утра\n[10:30] Учитель: да, начнём ровно в девять\n[10:31] Учитель: ждём всех без опозданий"

    assert match(lines) == ({1: 2}, {1: 3})


def test_question_that_only_parents_answered_has_no_answer_of_the_teacher(match: Match) -> None:
    assert match(ASKED + "[10:01] Ирина: вроде ровно в девять утра") == ({1: 2}, {1: None})
