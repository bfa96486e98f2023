"""VK's data archive in the making, after formats.md, C: what was said in, pages of HTML in windows-1251 out, newest first."""

import html
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from chataudit.chat import Chat
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions

CUT = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
FULL = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря")
PAGES = {"Ольга Краснова": "id100001", "Тимур Гареев": "id100002", "Марина Ильина": "id100003", "Класс 2Б": "club500"}
GROUP = 2_000_000_001


@dataclass(frozen=True)
class Said:
    """A message: `author` None is the archive's owner; attachments are (what VK calls it, its address); `event` is VK's own HTML."""

    id: int
    at: datetime
    author: str | None
    text: str = ""
    attachments: tuple[tuple[str, str | None], ...] = ()
    event: str = ""
    edited: bool = False


def person(name: str) -> str:
    """A name as events of VK hold it."""
    return f'<a class="im_srv_lnk " target="_blank" href="https://vk.com/{PAGES.get(name, "id900")}">{name}</a>'


def show_date(at: datetime, months: Sequence[str] = CUT) -> str:
    return f"{at.day} {months[at.month - 1]} {at.year} в {at.hour}:{at:%M:%S}"


def message(said: Said, months: Sequence[str] = CUT) -> str:
    """The HTML of one message."""
    author = "Вы" if said.author is None else f'<a href="https://vk.com/{PAGES[said.author]}">{said.author}</a>'
    edited = f'<span class="message-edited" title="{show_date(said.at, months)}"> (ред.)</span>' if said.edited else ""
    text = html.escape(said.text, quote=False).replace("\n", "<br>")
    attachments = "".join(
        f'<div class="attachment">\n  <div class="attachment__description">{name}</div>\n  '
        + (f"<a class='attachment__link' href='{address}'>{address}</a>" if address else "")
        + "\n</div>"
        for name, address in said.attachments
    )
    return (
        f'<div class="item">\n  <div class=\'item__main\'><div class="message" data-id="{said.id}">\n'
        f'  <div class="message__header">{author}, {show_date(said.at, months)}{edited}</div>\n'
        f'  <div>{text}<div class="kludges">{attachments}{said.event}</div></div>\n</div></div>\n</div>'
    )


def page(title: str, messages: Sequence[str], offsets: Sequence[int] = ()) -> str:
    """The HTML of a page; `offsets` are the pages that it leads to."""
    links = "".join(f'<a class="pg_link" href="messages{offset}.html">{offset // 50 + 1}</a>' for offset in offsets)
    return (
        '<!DOCTYPE html>\n<html>\n<head>\n  <meta charset="windows-1251">\n  <title>ВКонтакте</title>\n</head>\n<body>\n<div class="wrap">'
        f'<h2><div class="ui_crumb"><a href="../index-messages.html">Сообщения</a></div><div class="ui_crumb">{html.escape(title)}</div></h2>\n'
        f'<div class="wrap_page_content">{"".join(messages)}<div class="pagination clearfix">{links}</div></div>\n</div>\n</body>\n</html>\n'
    )


def encode(text: str) -> bytes:
    """What windows-1251 lacks VK writes as a number."""
    return text.encode("cp1251", "xmlcharrefreplace")


def conversation(title: str, said: Sequence[Said], months: Sequence[str] = CUT) -> dict[str, bytes]:
    """The files of one conversation by name; `said` from the oldest on."""
    newest_first = [message(each, months) for each in reversed(said)]
    offsets = range(0, len(newest_first), 50)
    return {f"messages{at}.html": encode(page(title, newest_first[at : at + 50], offsets)) for at in offsets}


def archive(conversations: Mapping[int | str, tuple[str, Mapping[str, bytes]]]) -> dict[str, bytes]:
    """The files of an archive by place: of each peer its title and its pages."""
    peers = "".join(
        f'<div class="item">\n <div class=\'item__main\'><div class="message-peer"><div class="message-peer--id">\n'
        f'<a href="{peer}/messages0.html">{html.escape(title)}</a>\n</div></div></div></div>'
        for peer, (title, _) in conversations.items()
    )
    files = {
        "index.html": encode(
            '<html><head><meta charset="windows-1251"></head><body><a href="messages/index-messages.html">Сообщения</a></body></html>'
        ),
        "messages/index-messages.html": encode(f'<html><head><meta charset="windows-1251"></head><body>{peers}</body></html>'),
    }
    return files | {f"messages/{peer}/{name}": content for peer, (_, pages) in conversations.items() for name, content in pages.items()}


def write(folder: Path, files: Mapping[str, bytes]) -> Path:
    for place, content in files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(content)
    return folder


def pack(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, content in files.items():
            packed.writestr(place, content)
    return path


def read(folder: Path, files: Mapping[str, bytes], **options: object) -> Chat:
    return read_chat(write(folder, files), ReadOptions(**options))  # type: ignore[arg-type]


def warnings_of(chat: Chat) -> dict[str, object]:
    return {warning.key: warning.details.get("count") for warning in chat.warnings}
