"""Ready texts filled with what is known of a chat."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from command_line import ROOT, run
from tiny_rulebooks import rule_file

from chataudit.config import RosterRow
from chataudit.findings import ReadyText, Report
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.rulebook import Rulebook

Makes = Callable[..., Rulebook]
Reports = Callable[..., Report]

RULES = "rules: [{id: R01.word, kind: message, title: {ru: слово}, match: {say: [слово]}}]"
QUARREL = """[10:00] Олег: ты врёшь, Вера
[+5m] Вера: сам хамло
[+1d] Ольга: добрый день"""


def ready(text: str, *, to: str = "administration", when: str = "{}") -> str:
    """A rule file that is violated where «слово» is said, with one ready text."""
    return rule_file(f"  ready:\n    - {{to: {to}, when: {when}, title: {{ru: Заглавие}}, text: {{ru: '{text}'}}}}\n{RULES}")


@pytest.fixture(scope="module")
def shipped() -> Rulebook:
    return load_rulebook(builtin_rules())


@pytest.fixture
def filled(make_rulebook: Makes, report_on: Reports) -> Callable[..., list[str]]:
    """The texts that a chat is offered."""

    def fill(text: str, lines: str, *, when: str = "{}", **settings: object) -> list[str]:
        (result,) = report_on(lines, make_rulebook(ready(text, when=when)), **settings).recommendations
        return [each.text for each in result.ready_texts]

    return fill


Fills = Callable[..., list[str]]


def texts_of(report: Report, number: int) -> list[ReadyText]:
    return next(each.ready_texts for each in report.recommendations if each.number == number)


class TestFacts:
    def test_teacher_signs_with_given_name_and_patronymic(self, filled: Fills) -> None:
        assert filled("{teacher}", "[10:00] Учитель: слово") == ["Мария Петровна"]

    def test_surname_and_class_of_a_profile_are_left_out_of_the_signature(self, filled: Fills) -> None:
        lines = "[10:00] Анна: слово\n[10:01] орлова мария петровна 3Б: да"

        assert filled("{teacher}", lines, teachers=("орлова мария петровна 3Б",)) == ["Мария Петровна"]

    def test_what_is_not_known_leaves_a_line_to_be_filled_in(self, filled: Fills) -> None:
        assert filled("{teacher}, {creator}", "[10:00] Ольга: слово", teachers=()) == ["________, ________"]

    def test_noun_agrees_with_the_count(self, filled: Fills) -> None:
        said = "[10:00] Ольга: слово\n[10:01] Ирина: слово"

        assert filled("{R01_word:раз|раза|раз}", said) == ["2\u00a0раза"]

    def test_first_and_last_day_and_the_people_of_a_rule_in_their_order(self, filled: Fills) -> None:
        said = "[10:00] Ольга: слово\n[+1d] Ирина: слово\n[+1d] Ольга: слово"

        assert filled("{R01_word_first} {R01_word_last} {R01_word_people}", said) == ["02.09.2024 04.09.2024 Ольга, Ирина"]

    def test_teacher_is_not_among_the_people_of_a_rule(self, filled: Fills) -> None:
        assert filled("{R01_word_people}", "[10:00] Учитель: слово\n[10:01] Ольга: слово") == ["Ольга"]

    def test_of_many_people_the_rest_is_counted(self, filled: Fills) -> None:
        said = "\n".join(f"[{10 + number // 60}:{number % 60:02}] Мама {number}: слово" for number in range(15))

        (text,) = filled("{R01_word_people}", said)

        assert text.endswith("Мама 11 и\u00a0ещё\u00a03")

    def test_creator_is_called_by_given_name(self, filled: Fills) -> None:
        assert filled("{creator}", "-- create_group Ольга Краснова: Учитель\n[10:00] Ольга Краснова: слово") == ["Ольга"]

    def test_teacher_who_created_the_chat_is_no_other_creator(self, filled: Fills) -> None:
        assert filled("{creator}", "-- create_group Учитель: Ольга\n[10:00] Ольга: слово") == ["________"]

    def test_day_of_the_report(self, filled: Fills) -> None:
        (text,) = filled("{today}", "[10:00] Ольга: слово")

        assert re.fullmatch(r"\d\d\.\d\d\.\d{4}", text)

    def test_name_with_a_placeholder_in_it_is_not_filled_again(self, filled: Fills) -> None:
        assert filled("{R01_word_people}", "[10:00] {teacher}: слово") == ["{teacher}"]


class TestHours:
    @pytest.mark.parametrize(
        ("announced", "hours", "quiet"),
        [
            ("Пишем с 8:00 до 20:00.", "с 8:00 до 20:00", "с 20:00 до 8:00"),
            ("Пишем с 8:00 до 20:00 по будням.", "с 8:00 до 20:00 по будням", "с 20:00 до 8:00, а также по выходным"),
            (
                "Пишем с 8:30 до 19:00, кроме воскресенья.",
                "с 8:30 до 19:00 каждый день, кроме воскресенья",
                "с 19:00 до 8:30, а также по воскресеньям",
            ),
        ],
    )
    def test_hours_are_written_as_people_write_them(self, announced: str, hours: str, quiet: str, shipped: Rulebook, report_on: Reports) -> None:
        report = report_on(f"[10:00] Учитель: {announced}\n[23:00] Ольга: а завтра есть физкультура?", shipped)

        text = texts_of(report, 11)[0].text.replace("\u00a0", " ")

        assert f"пишем {hours}. Тихие часы: {quiet}." in text

    def test_usual_hours_are_offered_where_none_are_announced(self, shipped: Rulebook, report_on: Reports) -> None:
        text = texts_of(report_on("[23:00] Ольга: добрый вечер", shipped), 11)[0].text

        assert "с\u00a07:00 до\u00a021:00" in text


class TestWhenTheyAreOffered:
    def test_met_recommendation_offers_nothing(self, filled: Fills) -> None:
        assert filled("текст", "[10:00] Ольга: добрый день") == []

    def test_unknown_one_only_where_the_text_says_so(self, shipped: Rulebook, report_on: Reports) -> None:
        report = report_on("[10:00] Учитель: добрый день", shipped)

        verdicts = {each.number: each.verdict for each in report.recommendations}
        assert (verdicts[3], verdicts[8]) == ("unknown", "unknown")
        assert not texts_of(report, 3)
        assert texts_of(report, 8)

    @pytest.mark.parametrize(
        ("when", "offered"),
        [
            ("{found: [R01.word]}", True),
            ("{verdicts: [partly]}", False),
            ("{known: [teacher]}", True),
            ("{known: [creator]}", False),
            ("{lacking: [creator]}", True),
            ("{lacking: [teacher]}", False),
            ("{messenger: [telegram]}", True),
            ("{messenger: [whatsapp]}", False),
        ],
    )
    def test_conditions_of_a_text(self, when: str, offered: bool, filled: Fills) -> None:
        assert bool(filled("текст", "[10:00] Учитель: слово", when=when)) == offered

    def test_no_shipped_text_where_the_recommendation_is_met_or_does_not_apply(self, shipped: Rulebook, report_on: Reports) -> None:
        report = report_on(QUARREL, shipped)

        assert not [each for each in report.recommendations if each.verdict in ("met", "not_applicable") and each.ready_texts]


class TestAnswerToARumour:
    RUMOUR = "[10:00] Ольга: Говорят, нас закрывают на карантин"

    def test_it_names_the_day(self, shipped: Rulebook, report_on: Reports) -> None:
        report = report_on(f"{self.RUMOUR}\n[+3d] Учитель: Собираем макулатуру.", shipped)

        answer = texts_of(report, 2)[0]
        assert answer.title == "Ответ на слух"
        assert "02.09.2024 в чате" in answer.text

    def test_rebutted_one_needs_none(self, shipped: Rulebook, report_on: Reports) -> None:
        report = report_on(
            f"{self.RUMOUR}\n[+1h] Учитель: Нет, никакого карантина не будет.\n[+1h] Ольга: Во сколько собрание?\n[+2d] Ольга: ясно", shipped
        )

        assert [each.title for each in texts_of(report, 2)] == ["Ответы на вопросы, которые остались без ответа", "Новости недели (раз в неделю)"]


class TestNoteOnAConflict:
    def test_it_names_day_time_participants_and_number_of_messages(self, shipped: Rulebook, report_on: Reports) -> None:
        (note,) = [each for each in texts_of(report_on(QUARREL, shipped), 10) if each.audience == "administration"]

        assert "Дата: 02.09.2024\nВремя: 10:00–10:05\nУчастники (имена как в\u00a0чате): Олег, Вера\nРезких сообщений: 2" in note.text

    def test_reported_quarrel_is_left_out(self, shipped: Rulebook, report_on: Reports) -> None:
        lines = f"{QUARREL}\n[+1m] Учитель: Завуч в курсе ссоры, ждёт вас обоих.\n[+5d] Пётр: ты врёшь, Анна\n[+5m] Анна: сам хамло"

        (note,) = [each for each in texts_of(report_on(lines, shipped), 10) if each.audience == "administration"]

        assert "Олег" not in note.text
        assert "Пётр, Анна" in note.text

    def test_lone_hostile_message_calls_for_no_note(self, shipped: Rulebook, report_on: Reports) -> None:
        texts = texts_of(report_on("[10:00] Олег: рот закрой, Вера", shipped), 10)

        assert texts
        assert "administration" not in {each.audience for each in texts}


def test_families_whom_nobody_reached_are_named_to_the_administration_alone(shipped: Rulebook, report_on: Reports) -> None:
    roster = (RosterRow("Краснов Тимур", "Краснова Ольга", date(2020, 1, 1)), RosterRow("Семёнов Пётр", "Семёнова Анна Ивановна", None))
    report = report_on("[10:00] Учитель: добрый день\n[10:05] Семёнова Анна Ивановна: здравствуйте", shipped, roster=roster)

    naming = [each.audience for each in texts_of(report, 4) if "Краснов Тимур" in each.text]

    assert naming == ["administration"]


SAMPLES = sorted(path.name for path in (ROOT / "samples").iterdir())


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_texts_of_a_sample_are_whole_and_name_nobody_before_all(sample: str, language: str) -> None:
    report = run("scan", ROOT / "samples" / sample, "--format", "json", "--lang", language).report
    teachers = {each["name"] for each in report["chat"]["teachers"]}
    people = {name for finding in report["findings"] for name in finding["participants"]} - teachers
    texts = [text for each in report["recommendations"] for text in each["ready_texts"]]

    assert texts
    assert not [text for text in texts if re.search(r"[{}…]|None", text["text"].replace(report["chat"]["title"], ""))]
    named = [name for text in texts if text["audience"] in ("class_chat", "parents") for name in people if name in text["title"] + text["text"]]
    assert not named
