"""Words of a chat without what tells who is who; and those that tell nobody, left as they are."""

from collections.abc import Callable, Mapping

import pytest

Redact = Mapping[str, Callable[[str], str]]


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Нина Сергеевна, здравствуйте!", "Педагог, здравствуйте!"),
        ("Скажите Ольге Смирновой", "Скажите Родитель 1"),
        ("Лаврова Н.С. передала", "‹имя› передала"),
        ("смирновой передайте, а вера знает", "‹имя› передайте, а ‹имя› знает"),
        ("Спасибо, Олечка!", "Спасибо, ‹имя›!"),
        ("Петя и его мама", "‹имя› и его мама"),
        ("Olga Smirnova пишет", "Родитель 1 пишет"),
        ("звоните 89161234567 или +7(916)123 45 67", "звоните Родитель 2 или Родитель 2"),
        ("@79161234567 ответьте", "Родитель 2 ответьте"),
        ("🌸🌸🌸 пишет", "Родитель 3 пишет"),
        ("👑Princess👑 и princess", "👑Родитель 4👑 и Родитель 4"),
        ("@vasya_mama знает", "‹ник› знает"),
        ("wa.me/79161234567", "Родитель 2"),
        ("smirnova.olga@mail.ru", "‹имя›"),
        ("Смирнова_согласие.pdf", "‹имя›"),
        ("С м и р н о в а опять", "‹имя› опять"),
        ("Оляяяя, привет", "‹имя›, привет"),
    ],
)
def test_both_levels_hide_the_people_of_the_chat(text: str, redacted: str, redact_text: Redact) -> None:
    assert redact_text["names"](text) == redacted
    assert redact_text["all"](text) == redacted


@pytest.mark.parametrize(
    "text",
    [
        "Коля болеет, телефон 8 903 777 12 13, ул. Садовая, д. 5",
        "мама сказала, солнышко светит, света нет",
        "Можно ли прийти? Им всё равно.",
        "Встречаемся у театра в 18:30",
    ],
)
def test_hiding_names_leaves_everything_else(text: str, redact_text: Redact) -> None:
    assert redact_text["names"](text) == text


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Коля с Дашкой болеют", "‹имя› с ‹имя› болеют"),
        ("у коли температура, дашунька кашляет", "у ‹имя› температура, ‹имя› кашляет"),
        ("видели Настин портфель?", "видели ‹имя› портфель?"),
        ("Поздравляем Ирину Викторовну!", "Поздравляем ‹имя›!"),
        ("карта 2202 2011 1111 1111", "карта ‹номер›"),
        ("снилс 112-233-445 95", "снилс ‹номер›"),
        ("девятьсот шестнадцать сто двадцать три", "‹номер›"),
        ("почта a.b@mail.ru, чат t.me/joinchat/AAA.", "почта ‹почта›, чат ‹ссылка›."),
        ("живём в квартире 12", "живём в квартире ‹номер›"),
        ("встречаемся на Садовой", "встречаемся на ▒▒▒"),
        ("мы из калуги", "мы из ‹имя›"),
        ("И в а н о в пишет", "▒▒▒ пишет"),
        ("Ив\u200bан пишет", "‹имя› пишет"),
        ("Приходи, Kamila", "Приходи, ‹имя›"),
        ("3Б собирается", "‹номер› собирается"),
        ("кузявка", "▒▒▒"),
    ],
)
def test_the_wary_level_hides_whatever_may_tell_of_anybody(text: str, redacted: str, redact_text: Redact) -> None:
    assert redact_text["all"](text) == redacted


@pytest.mark.parametrize(
    "text",
    [
        "Добрый день! Завтра собрание в 18:00, приходите, пожалуйста.",
        "Спасибо большое 🙏",
        "Кто потерял шапку? Красная, с помпоном, у охраны.",
        "а давайте сделаем отдельный чат без учителя, хоть поговорим нормально",
        "слава богу, к марту всё решим",
        "С праздником, дорогие мамы! Желаю счастья и здоровья вам и вашим детям 🌸",
        "Уважаемые родители! НЕ ПИШИТЕ НОЧЬЮ.",
        "работаем с 8:00-20:00, перерыв 15 минут",
        "на 8 Марта сдаём по 50 р, это 2-й сбор",
        "а я и в школу не пойду",
        "спасибооо, ок, дз в дневнике, скрин в личку",
        "Вы не правы, в нашем классе так не принято.",
        "[стикер 🥳]",
        "[GIF]",
        "+",
        "",
    ],
)
def test_harmless_words_stay_word_for_word(text: str, redact_text: Redact) -> None:
    assert redact_text["all"](text) == text


def test_a_name_that_the_quote_cuts_in_two_is_cut_off(redact_text: Redact) -> None:
    quoted = ("приходите " * 39 + "скажи Смирновой")[:399] + "…"

    assert "Сми" in quoted
    assert "Сми" not in redact_text["names"](quoted)


def test_a_name_that_is_an_everyday_word_is_a_name_where_it_stands_as_one(redact_text: Redact) -> None:
    assert redact_text["names"]("Солнышко, вы где? Мама, ты где?") == "Родитель 6, вы где? Мама, ты где?"
