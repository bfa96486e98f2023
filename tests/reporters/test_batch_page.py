"""The summary page of a batch: what it says, and that strangers' words act nowhere in it."""

import base64
import hashlib
import io
import re
from collections import Counter

import pytest
from batch_summaries import audited, row, summary
from lxml import html

from chataudit.batch_summary import Standing, Summary
from chataudit.reporters.batch_json import write_batch_json
from chataudit.reporters.html.batch import write_batch_page

PAYLOADS = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "<!-- --><base href=//evil.example>",
    "{{ 7 * 7 }}",
    "&lt;script&gt;",
]


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

    assert "71 53–78 12 из 1 9, 10" in words_of(line)


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


def shape(page: html.HtmlElement) -> Counter[tuple[str, str]]:
    return Counter((element.tag, attribute) for element in page.iter(html.etree.Element) for attribute in ("", *element.attrib))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_page_is_built_as_that_of_harmless_names(payload: str):
    poisoned, harmless = (
        read(summary(audited(words), row(words, status="unread", reason=words), row(words, status="no_chat"))) for words in (payload, "просто слова")
    )

    assert shape(poisoned) == shape(harmless)
    assert payload in poisoned.text_content()
    assert not [value for value in poisoned.xpath("//@*") if payload in value]


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x9b", "\u202e", "\u2028", "\ud83d"])
def test_what_acts_rather_than_shows_is_spelt_out(char: str):
    shown = summary(audited("имя " + char))
    out = io.BytesIO()
    write_batch_json(shown, out)

    assert char not in render(shown)
    assert char not in out.getvalue().decode()
