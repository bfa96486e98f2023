"""The summary page of a batch: what it says, and that strangers' words act nowhere in it."""

import base64
import hashlib
import io
import re

import pytest
from batch_summaries import TREND, audited, row, summary
from hostile_texts import PAYLOADS
from lxml import html
from msgspec.structs import replace

from chataudit.batch.summary import SchoolSpread, Spread, Standing, Summary, Trend
from chataudit.reporters.batch_json import write_batch_json
from chataudit.reporters.html.batch import write_batch_page

PRINTED = [name for name, text in PAYLOADS.items() if text.isprintable() and not name.startswith("very long")]


def read(shown: Summary) -> html.HtmlElement:
    return html.document_fromstring(render(shown).encode())


def render(shown: Summary) -> str:
    out = io.BytesIO()
    write_batch_page(shown, out)
    return out.getvalue().decode()


def words_of(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_each_chat_is_a_row_with_a_link_to_its_own_report():
    page = read(summary(audited("2А"), audited("3Б")))

    links = page.xpath("//table[@class='chats']//a")
    assert [(link.text_content(), link.get("href")) for link in links] == [(name, "chats/2%D0%90-0a1b.html") for name in ("2А", "3Б")]


def test_score_stands_beside_its_range_and_what_was_checked():
    (line,) = read(summary(audited())).xpath("//tr[@id='chat-1']")

    assert "71 53–78 9, 10 12 из 1" in words_of(line)


@pytest.mark.parametrize(
    ("trend", "words"),
    [
        (TREND, "▲ +12 выше с 01.10.2026 нарушений: −1 лучше: 9"),
        (replace(TREND, score=74, score_change=-3, better=[], violated_change=0, worse=[7]), "▼ −3 ниже с 01.10.2026 хуже: 7"),
        (replace(TREND, score=71, score_change=0, better=[], violated_change=0), "= оценка та же с 01.10.2026"),
        (replace(TREND, unlike=["rules"]), "было 59, 01.10.2026 сравнить нельзя: правила с тех пор другие"),
        (replace(TREND, score=None, score_change=None, better=[], violated_change=0), "было нет, 01.10.2026"),
    ],
)
def test_change_is_told_in_words_and_no_progress_is_claimed_where_rules_changed(trend: Trend, words: str):
    (line,) = read(summary(audited(trend=trend))).xpath("//tr[@id='chat-1']")

    assert words_of(line.find_class("trend")[0]) == words


def test_chat_without_a_past_is_said_to_have_none():
    (line,) = read(summary(audited(trend=TREND), audited())).xpath("//tr[@id='chat-2']")

    assert "сравнить не с чем" in words_of(line)
    assert not read(summary(audited())).find_class("trend")


def test_rows_tell_the_script_numbers_and_our_own_words_alone():
    (line,) = read(summary(audited(trend=TREND))).xpath("//tr[@id='chat-1']")

    marks = {name.removeprefix("data-"): value for name, value in line.attrib.items() if name.startswith("data-")}
    assert (marks["score"], marks["change"]) == ("71", "12")
    assert marks["verdicts"] == "1-met"
    assert all(re.fullmatch(r"[\w -]*", value, re.ASCII) for value in marks.values())


def test_change_that_cannot_be_compared_is_not_sorted_by():
    (line,) = read(summary(audited(trend=replace(TREND, unlike=["program"])))).xpath("//tr[@id='chat-1']")

    assert "data-change" not in line.attrib


def test_every_column_but_the_teacher_can_be_sorted_by():
    page = read(summary(audited(trend=TREND)))

    assert [words_of(header) for header in page.xpath("//table[@class='chats']//th[@scope='col' and not(@data-sort)]")] == ["Педагог"]


def test_schools_can_be_chosen_where_there_are_several():
    page = read(summary(audited("№ 5"), audited("№ 7"), audited("№ 5")))

    assert [option.text_content() for option in page.xpath("//select[@id='by-school']/option")] == ["все", "№ 5", "№ 7"]
    assert page.xpath("//table[@class='chats']//tr/@data-school") == ["0", "1", "0"]
    assert not read(summary(audited("№ 5"), audited("№ 5"))).xpath("//select[@id='by-school']")


def test_middle_of_a_school_is_told_where_it_has_enough_chats():
    page = read(summary(audited(), schools=[SchoolSpread("№ 5", 6, Spread(6, 70.5, 60.0, 80.0)), SchoolSpread("№ 7", 2, None)]))

    assert [words_of(line) for line in page.xpath("//table[@class='schools']/tbody/tr")] == ["№ 5 6 70,5 от 60 до 80", "№ 7 2 чатов с оценкой мало"]


def test_what_needs_the_script_is_shown_by_it_alone():
    page = read(summary(audited()))

    (filters,) = page.xpath("//*[@id='filters']")
    assert "js-only" in filters.get("class")
    assert not page.xpath("//table[@class='chats']//button")


def test_every_field_has_a_label():
    page = read(summary(audited("№ 5"), audited("№ 7")))

    assert {field.get("id") for field in page.xpath("//select | //input")} == set(page.xpath("//label/@for"))


def test_middle_and_quartiles_are_told_and_nobody_is_ranked():
    page = read(summary(audited("хуже", score=10), audited("лучше", score=90)))

    assert "Медиана оценок 64,5" in words_of(page)
    assert "от 50 до 71" in words_of(page)
    assert [link.text_content() for link in page.xpath("//table[@class='chats']//a")] == ["хуже", "лучше"]


def test_verdicts_of_each_recommendation_are_counted():
    (line,) = read(summary(audited())).xpath("//table[@class='shares']/tbody/tr")

    assert words_of(line) == "9 Конфиденциальность 2 – 1 1 –"


def test_what_could_not_be_read_is_listed_with_its_reason():
    page = read(summary(audited(), row("5Г.zip", status="unread", reason="Архив повреждён.")))

    assert "2 5Г.zip Архив повреждён." in words_of(page.get_element_by_id("unread"))
    assert "не прочитан: Архив повреждён." in words_of(page.get_element_by_id("chat-2"))


def test_page_without_failures_has_no_list_of_them():
    assert not read(summary(audited())).xpath("//*[@id='unread']")


def test_class_without_a_chat_is_told_with_its_verdict():
    page = read(summary(row("6Д", status="no_chat", recommendations=[Standing(15, "violated", "Группа открыта.", 1, ["R15.open_group"], [])])))

    assert "чата нет" in words_of(page.get_element_by_id("chat-1"))
    assert "15: нарушается. Группа открыта." in words_of(page.get_element_by_id("chat-1"))


def test_what_was_left_alone_is_counted():
    assert "не открывались: 7" in words_of(read(summary(audited())))


def test_page_loads_nothing_and_runs_its_own_script_alone():
    page = read(summary(audited()))

    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    (script,) = page.xpath("//script/text()")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert not page.xpath("//script/@* | //img | //link | //iframe | //@src | //@onload")
    assert all(re.fullmatch(r"#[\w-]+|chats/[\w%.-]+|summary\.(xlsx|csv)", link) for link in page.xpath("//@href"))


def test_every_table_has_headers_for_its_columns_and_rows():
    for table in read(summary(audited(), row("5Г", status="unread", reason="нет"))).iter("table"):
        assert table.xpath(".//thead//th[@scope='col']")
        assert len(table.xpath(".//tbody/tr")) == len(table.xpath(".//tbody/tr/th[@scope='row']"))


@pytest.mark.medium("batch page")
@pytest.mark.parametrize("payload", PRINTED)
def test_payload_is_shown_as_it_was_written(payload: str):
    words = PAYLOADS[payload]
    page = read(summary(audited(words), row(words, status="unread", reason=words), row(words, status="no_chat")))

    assert page.text_content().count(words) >= 5
    assert not [value for value in page.xpath("//@*") if words in value]


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x9b", "\u202e", "\u2028", "\ud83d"])
def test_what_acts_rather_than_shows_is_spelt_out(char: str):
    shown = summary(audited("имя " + char))
    out = io.BytesIO()
    write_batch_json(shown, out)

    assert char not in render(shown)
    assert char not in out.getvalue().decode()
