"""Pages of Telegram's HTML that are missing, or end before their end."""

from pathlib import Path

import pytest
from telegram_exports import keys_of
from test_telegram_html import PAGE, default, read, text

from chataudit.chat import Chat, Skipped
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions

NEXT = '<a class="pagination block_link" href="{}">\nNext messages\n</a>'
PREVIOUS = '<a class="pagination block_link" href="{}">\nPrevious messages\n</a>'
WHOLE = PAGE.format(default(1, text("раз")) + "\n" + default(2, text("два")))


def missing(chat: Chat) -> list[object]:
    return [each.details["name"] for each in chat.warnings if each.key == "parsers.missing_page"]


def read_bytes(folder: Path, content: bytes) -> Chat:
    (folder / "messages.html").write_bytes(content)
    return read_chat(folder / "messages.html", ReadOptions())


@pytest.mark.parametrize("link", ["messages2.html", "messages2.html#go_to_message5", "file:///C:/Users/olga/ChatExport/messages2.html"])
def test_last_page_that_is_not_there_is_missing(tmp_path: Path, link: str) -> None:
    chat = read(tmp_path, default(1, text("раз")), NEXT.format(link))

    assert missing(chat) == ["messages2.html"]
    assert chat.truncated


def test_all_pages_that_lie_there_are_enough(tmp_path: Path) -> None:
    last = PAGE.format(PREVIOUS.format("messages.html") + default(2, text("два")))
    (tmp_path / "messages2.html").write_text(last, encoding="utf-8")
    chat = read(tmp_path, default(1, text("раз")), NEXT.format("messages2.html"))

    assert not chat.truncated
    assert not chat.warnings
    assert chat.messages["text"].tolist() == ["раз", "два"]


def test_pages_missing_between_and_at_the_end_are_all_named(tmp_path: Path) -> None:
    third = PAGE.format(PREVIOUS.format("messages2.html") + default(3, text("три")) + NEXT.format("messages4.html"))
    (tmp_path / "messages3.html").write_text(third, encoding="utf-8")

    assert missing(read(tmp_path, default(1, text("раз")), NEXT.format("messages2.html"))) == ["messages2.html", "messages4.html"]


def test_page_under_another_name_misses_those_to_which_it_leads(tmp_path: Path) -> None:
    records = [PREVIOUS.format("messages.html"), default(5, text("раз")), NEXT.format("messages3.html")]

    assert missing(read(tmp_path, *records, name="чат.html")) == ["messages.html", "messages3.html"]


def test_address_that_somebody_sent_leads_to_no_page(tmp_path: Path) -> None:
    chat = read(tmp_path, default(1, text('<a href="https://example.org/messages2.html">смотрите</a>')))

    assert not chat.truncated
    assert not chat.warnings


@pytest.mark.parametrize("end", ["</div></div></body></html>", "</body></html>", "</html>"])
def test_page_cut_between_messages_or_after_the_last_is_told(tmp_path: Path, end: str) -> None:
    chat = read_bytes(tmp_path, WHOLE[: WHOLE.rindex(end)].encode())

    assert chat.truncated
    assert chat.warnings == (Skipped("telegram.cut_pages", {"count": 1, "name": "messages.html"}),)


def test_page_cut_inside_a_message_keeps_what_is_left_of_it(tmp_path: Path) -> None:
    chat = read_bytes(tmp_path, WHOLE[: WHOLE.rindex("а\n</div>")].encode())

    assert chat.messages["text"].tolist() == ["раз", "дв"]
    assert chat.truncated


def test_words_like_an_end_are_no_end(tmp_path: Path) -> None:
    chat = read_bytes(tmp_path, WHOLE.replace("два", "&lt;/html&gt;").partition("</div></div></div></body>")[0].encode())

    assert keys_of(chat) == ["telegram.cut_pages"]


def test_pages_that_are_cut_are_counted_and_the_first_is_named(tmp_path: Path) -> None:
    for number in (2, 3):
        (tmp_path / f"messages{number}.html").write_text(WHOLE.removesuffix("</body></html>"), encoding="utf-8")

    assert Skipped("telegram.cut_pages", {"count": 2, "name": "messages2.html"}) in read(tmp_path, default(9, text("раз"))).warnings


@pytest.mark.parametrize("behind", ["", "\r\n" * 2000, "\n<!-- saved by a browser -->\n"])
@pytest.mark.parametrize("end", ["</html>", "</HTML>"])
def test_page_saved_anew_with_something_behind_its_end_is_whole(tmp_path: Path, end: str, behind: str) -> None:
    chat = read_bytes(tmp_path, (WHOLE.removesuffix("</html>") + end + behind).encode())

    assert not chat.truncated
    assert not chat.warnings
