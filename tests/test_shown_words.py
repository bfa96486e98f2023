"""What stands in buttons, places, games and invoices is judged by the built-in rules as text is; names are told of."""

from pathlib import Path
from typing import Any

import pytest
from command_line import scan
from parsers.telegram_exports import export, message

ADVERT = "Продам коляску, 5000 рублей, пишите в личку"
PHONE = "Звоните маме Пети: 8 910 123-45-67"
INVITE = "https://t.me/+AAAABBBBCCCC"


def report_of(folder: Path, *, text: str = "", **keys: object) -> Any:
    path = folder / "result.json"
    path.write_bytes(export(message(1, "Добрый вечер, завтра собрание в 18:00"), message(2, text, **keys)))
    outcome = scan(path, rules=None)
    assert outcome.code == 0, outcome.err
    return outcome.report


def found_in(report: Any) -> set[str]:
    return {each["rule"] for each in report["findings"] if each["message_ids"] == ["2"]}


def button(words: str, kind: str = "callback", data: str = "") -> list[list[dict[str, str]]]:
    return [[{"type": kind, "text": words, "data": data}]]


@pytest.mark.parametrize(
    ("keys", "rule"),
    [
        ({"inline_bot_buttons": button(ADVERT)}, "R07.advertisement"),
        ({"inline_bot_buttons": button(PHONE)}, "R09.personal_data"),
        ({"inline_bot_buttons": button("Войти", "url", INVITE)}, "R15.open_link"),
        ({"place_name": ADVERT, "address": ""}, "R07.advertisement"),
        ({"place_name": "Дом", "address": "ул. Ленина, д. 5, кв. 12"}, "R09.personal_data"),
        ({"game_title": "Игра", "game_description": INVITE}, "R15.open_link"),
        ({"invoice_information": f'{{"title": "Счёт", "description": "{PHONE}"}}'}, "R09.personal_data"),
    ],
)
def test_rule_sees_what_is_hidden_beside_the_text(tmp_path: Path, keys: dict[str, object], rule: str):
    assert rule in found_in(report_of(tmp_path, **keys))


@pytest.mark.parametrize(
    "keys",
    [
        {"place_name": "Бассейн «Дельфин»", "address": "ул. Ленина, 5"},
        {"place_name": "Школа № 3", "address": "Калуга, ул. Мира, 10"},
        {"text": "Расписание на неделю", "inline_bot_buttons": button("Открыть", "url", "https://example.org/timetable")},
        {"file": "files/a.pdf", "file_name": "Спасибо.pdf"},
        {"file": "files/a.mp3", "file_name": "a.mp3", "media_type": "audio_file", "title": "С днём рождения", "performer": "Хор"},
    ],
)
def test_ordinary_place_button_file_or_song_is_no_finding(tmp_path: Path, keys: dict[str, Any]):
    report = report_of(tmp_path, **keys)

    assert not found_in(report)
    assert not report["chat"]["warnings"]


def test_likes_under_a_picture_are_the_picture_alone(tmp_path: Path):
    likes = [[{"type": "callback", "text": "👍 12", "data": "1"}, {"type": "callback", "text": "👎", "data": "2"}]]

    assert found_in(report_of(tmp_path, photo="photos/1.jpg", inline_bot_buttons=likes)) == {"R07.picture"}


def test_report_tells_of_a_file_name_that_no_rule_sees(tmp_path: Path):
    (warning,) = report_of(tmp_path, file="files/a.pdf", file_name=f"{PHONE}.pdf")["chat"]["warnings"]

    assert "названия мы не проверяем" in warning["text"]
    assert PHONE not in warning["text"]
