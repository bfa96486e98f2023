"""Ready texts as reports show them: whole, to be copied as they are, whatever names they hold."""

import io
from collections.abc import Callable

import msgspec
import pytest
from lxml import html
from markdown_it import MarkdownIt

from chataudit.findings import ReadyText, Report
from chataudit.reporters import REPORTERS
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.ready_texts import WRITERS

PAYLOAD = "<img src=x onerror=alert(1)> ```\n# `````text \x1b[2J \u202e ::error::x"
PLAIN = "Уважаемые родители!\n\nПишем с 8:00 до 20:00, а вопросы, которые появились позже, отправляем утром: так спокойнее всем нам.\nМария"


@pytest.fixture
def offer(report: Report) -> Callable[[str], Report]:
    """The invented report with one ready text, of recommendation 7."""

    def with_text(text: str) -> Report:
        texts = {7: [ReadyText("Часы (закрепите)", text, "class_chat")]}
        results = [msgspec.structs.replace(each, ready_texts=texts.get(each.number, [])) for each in report.recommendations]
        return msgspec.structs.replace(report, recommendations=results)

    return with_text


Offers = Callable[[str], Report]


def written(report: Report, form: str) -> str:
    out = io.BytesIO()
    REPORTERS[form]().write(report, out, ReportOptions(width=80))
    return out.getvalue().decode()


def advised(report: Report, form: str, *, colour: bool = False) -> str:
    out = io.BytesIO()
    WRITERS[form](report, [each for each in report.recommendations if each.ready_texts], out, ReportOptions(colour=colour))
    return out.getvalue().decode()


class TestPage:
    def test_text_keeps_its_lines_and_says_where_it_goes(self, offer: Offers) -> None:
        page = html.document_fromstring(written(offer(PLAIN), "html"))
        (block,) = page.xpath("//*[@id='r07']//*[@class='ready']")

        assert block.xpath("string(.//*[@class='paste'])") == PLAIN
        assert "В общий чат" in block.text_content().replace("\u00a0", " ")

    def test_button_is_for_scripts_only_and_names_its_text(self, offer: Offers) -> None:
        page = html.document_fromstring(written(offer(PLAIN), "html"))
        (button,) = page.xpath("//*[@class='ready']//button")

        assert button.getparent().get("class") == "js-only"
        assert button.get("aria-label") == "Скопировать текст: Часы (закрепите)"
        assert page.xpath("//*[@role='status']")

    def test_list_near_the_top_leads_to_every_text(self, offer: Offers) -> None:
        page = html.document_fromstring(written(offer(PLAIN), "html"))
        (link,) = page.xpath("//*[@id='ready']//ul//a")

        assert page.xpath(f"//*[@id='{link.get('href')[1:]}'][@class='ready']")
        assert page.xpath("//nav//a[@href='#ready']")

    def test_there_is_no_section_without_texts(self, report: Report) -> None:
        page = html.document_fromstring(written(report, "html"))

        assert not page.xpath("//*[@id='ready'] | //*[@class='ready'] | //a[@href='#ready']")

    def test_hostile_name_stays_text(self, offer: Offers) -> None:
        page = html.document_fromstring(written(offer(PAYLOAD), "html"))

        assert not page.xpath("//img")
        assert "<img src=x onerror=alert(1)>" in page.xpath("string(//*[@class='paste'])")


class TestMarkdown:
    @pytest.mark.parametrize("write", [written, advised])
    def test_text_is_one_block_of_code(self, write: Callable[[Report, str], str], offer: Offers) -> None:
        (block,) = [each for each in MarkdownIt().parse(write(offer(PLAIN), "markdown")) if each.type == "fence"]

        assert block.content == PLAIN + "\n"

    @pytest.mark.parametrize("write", [written, advised])
    def test_backticks_in_a_name_do_not_end_the_block(self, write: Callable[[Report, str], str], offer: Offers) -> None:
        tokens = MarkdownIt().parse(write(offer(PAYLOAD), "markdown"))

        (block,) = [each for each in tokens if each.type == "fence"]
        assert block.content.startswith("<img src=x onerror=alert(1)> ```\n# `````text")
        assert not [each for each in tokens if each.type == "html_block"]


class TestTerminal:
    @pytest.mark.parametrize("colour", [False, True])
    def test_lines_are_not_broken(self, offer: Offers, *, colour: bool) -> None:
        assert PLAIN in advised(offer(PLAIN), "terminal", colour=colour)

    def test_pipe_gets_no_escape_sequences_and_a_terminal_is_not_obeyed(self, offer: Offers) -> None:
        out = advised(offer(PAYLOAD), "terminal")

        assert not {"\x1b", "\u202e"} & set(out)
        assert "::error::" not in out

    def test_nothing_to_mend_is_said(self, report: Report) -> None:
        met = [msgspec.structs.replace(each, verdict="met") for each in report.recommendations]

        assert advised(msgspec.structs.replace(report, recommendations=met), "terminal") == "Готовых текстов нет: поправлять нечего.\n"

    def test_rulebook_without_texts_is_no_praise(self, report: Report) -> None:
        assert advised(report, "terminal") == f"Готовых текстов нет: в своде {report.rulebook.name} их не написано.\n"

    def test_scan_mentions_the_command(self, offer: Offers, report: Report) -> None:
        assert "chataudit advise" in written(offer(PLAIN), "terminal")
        assert "chataudit advise" not in written(report, "terminal")


def test_json_holds_the_texts_as_they_are(offer: Offers) -> None:
    advice = msgspec.json.decode(advised(offer(PLAIN), "json"))

    assert advice["schema"] == "chataudit.advice/1"
    assert advice["recommendations"] == [
        {
            "number": 7,
            "title": "Только необходимая рабочая информация",
            "verdict": "violated",
            "ready_texts": [{"title": "Часы (закрепите)", "text": PLAIN, "audience": "class_chat"}],
        }
    ]
