"""Small invented files of every kind that the program reads: what the mutator and the coverage-guided fuzzer begin with."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

_TESTS: Final = Path(__file__).parent.parent
_CASES: Final = _TESTS / "parsers" / "cases"
_SAMPLES: Final = _TESTS.parent / "samples"
_MEMO: Final = _TESTS / "rulebooks" / "kindergarten_memo"
_MESSAGES: Final = 12  # of a sample: a long seed is slow to read and its changes hit nothing


@cache
def telegram_json() -> Sequence[bytes]:
    """Exports of one chat."""
    cases = [path.read_bytes() for path in sorted(_CASES.glob("telegram_json/*/result.json")) if path.parent.name != "whole_account"]
    return [*cases, _head_of_sample("bad-class"), _head_of_sample("kindergarten")]


def telegram_account() -> Sequence[bytes]:
    """Exports of a whole account."""
    group, talk = (json.loads(_head_of_sample(name)) for name in ("bad-class", "good-class"))
    about = {"about": "x", "contacts": {"list": []}, "chats": {"about": "x", "list": [group, talk | {"type": "personal_chat"}]}}
    return [(_CASES / "telegram_json/whole_account/result.json").read_bytes(), json.dumps(about, ensure_ascii=False, indent=1).encode()]


def telegram_html() -> Sequence[bytes]:
    """Pages."""
    return [path.read_bytes() for path in sorted(_CASES.glob("telegram_html/*/*.html"))]


def whatsapp() -> Sequence[bytes]:
    """Texts of Android and of iOS, in three languages, and in the shapes that dates take elsewhere."""
    return [*(path.read_bytes() for path in sorted(_CASES.glob("whatsapp/*/*.txt"))), *(text.encode() for text in _LOCALES)]


_LOCALES: Final = (
    "3/12/24, 9:05\u202fPM - Ольга: раз\n3/13/24, 10:01\u202fAM - Иван: два\n",
    "[2024-03-12 21:05:01] Ольга: раз\r\n[2024-03-13 10:01:00] Иван: \u200eimage omitted\r\n",
    "\u200f١٢/٣/٢٠٢٤، ٩:٠٥ م - Ольга: раз\n\u200f١٣/٣/٢٠٢٤، ١٠:٠١ ص - Иван: два\n",
    "12. 3. 2024. 21:05 - Ольга: раз\n13. 3. 2024. 10:01 - Иван: два\n",
    "12/03/2567 21.05 - Ольга: раз\n13/03/2567 10.01 - Иван: два\n",
    "12/3/24, 9:05 p.\u00a0m. - Ольга: раз\n13/3/24, 10:01 a.\u00a0m. - Иван: POLL:\nКогда?\nOPTION: завтра (3 votes)\n",
)


def vk_pages() -> Sequence[bytes]:
    """Pages of conversations in VK's archive, cut to a few messages."""
    pages = sorted((_SAMPLES / "vk-archive" / "messages").glob("*/*.html"))
    return [b"".join(_VK_MESSAGE.split(page.read_bytes())[:_MESSAGES]) for page in pages]


def vk_lists() -> Sequence[bytes]:
    """Lists of the conversations of an archive."""
    return [(_SAMPLES / "vk-archive" / "messages" / "index-messages.html").read_bytes()]


_VK_MESSAGE: Final = re.compile(rb'(?=<div class="item">)')


@cache
def table_messages() -> Sequence[bytes]:
    """Tables of messages as CSV and as JSON Lines, with all columns and with the fewest."""
    whole = {
        "id": "7",
        "sent_at": "2024-09-02T08:00:00",
        "utc_offset_min": "180",
        "kind": "text",
        "event": "",
        "author": "Лаврова Нина",
        "author_id": "user1",
        "text": 'Завтра в 8:30, "линейка"; во дворе',
        "reply_to": "",
        "edited": "false",
        "reactions": "2",
        "line": "3",
    }
    event = whole | {"id": "8", "kind": "service", "event": "create_group", "text": "", "sent_at": "2024-09-02T08:00:00+04:00"}
    spoken = whole | {"id": "9", "kind": "voice", "reply_to": "7", "text": "", "edited": "true"}
    rows = [whole, event, spoken]
    lines = "".join(json.dumps(row | {"reactions": 1, "edited": False}, ensure_ascii=False) + "\n" for row in rows)
    few = "sent_at;author;text\n2024-09-02 08:00;Ольга;'=1+1\n2024-09-03 08:00:01;Иван;б\n"
    return [_csv(rows).encode(), lines.encode(), few.encode(), few.encode("cp1251"), _csv(rows[:1]).replace(",", "\t").encode("utf-8-sig")]


def _csv(rows: Sequence[dict[str, str]]) -> str:
    written = io.StringIO()
    table = csv.DictWriter(written, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    return written.getvalue()


def table_facts() -> Sequence[bytes]:
    """What lies beside a table and tells of the chat."""
    whole: dict[str, Any] = {"schema": "chataudit.table/1", "messages": "messages.csv", "participants": "participants.csv", "title": "3Б"}
    more = {"platform": "max", "source": "result.json", "timezone": "export", "hides": ["media", "replies"], "truncated": True, "guarded": True}
    warning = {"key": "parsers.truncated", "details": {"count": 2}, "line": 9}
    return [json.dumps(whole).encode(), json.dumps(whole | more | {"warnings": [warning]}, indent=1).encode()]


def table_beside() -> dict[str, bytes]:
    """The tables that the facts speak of."""
    people = "name,participant_id,kind,n_messages,joined_at,left_at,present_from_start\nЛаврова Нина,user1,person,2,2024-09-02T08:00:00,,true\n"
    return {"messages.csv": table_messages()[0], "participants.csv": people.encode()}


@cache
def zips() -> Sequence[bytes]:
    """Archives of each format, with media and other texts beside it, and one within another."""
    one = _zip({"ChatExport/result.json": telegram_json()[0], "ChatExport/photos/x.jpg": b"\xff\xd8"})
    pages = {f"messages{number}.html": page for number, page in zip(("", 2), telegram_html(), strict=False)}
    vk = {"messages/index-messages.html": vk_lists()[0], "messages/2000000019/messages0.html": vk_pages()[0]}
    text = _zip({"_chat.txt": whatsapp()[-1], "заметки.txt": b"x", "IMG-20240312-WA0001.jpg": b"\xff\xd8"})
    return [one, _zip(pages), text, _zip({"inner.zip": one, "_chat.txt": whatsapp()[0]}), _zip({"result.json": telegram_account()[0]}), _zip(vk)]


def config() -> Sequence[bytes]:
    """Settings."""
    whole = (
        'teacher:\n  - "Мария Петровна"\n  - Анна Ильинична\nteacher_absent: false\nme: Ольга\nchat: "100"\ntimezone: Europe/Samara\n'
        'date_order: dmy\nquiet_hours: {from: "21:00", to: "07:00"}\nroster: roster.csv\nredact: names\n'
    )
    return [whole.encode(), b'timezone: "+04:30"\n', b"redact: all\nroster: ../x.csv\n", b"teacher: []\nquiet_hours:\n  from: 22:00\n  to: 6:30\n"]


def roster() -> Sequence[bytes]:
    """Rosters as spreadsheets save them."""
    rows = 'ребёнок;родитель;связались\nПетров Коля;Петрова Анна;28.10.2025\n;;\nСедова Даша;"Седов ""И""";2025-10-01\n'
    return [rows.encode(), rows.encode("cp1251"), b"child,parent,contacted_on\na,b,2025-10-28\nc,d,\n", b"\xef\xbb\xbfparent\tchild\nx\ty\n"]


def manifest_csv() -> Sequence[bytes]:
    """Manifests as CSV."""
    rows = "школа;класс;педагог;выгрузка;чат;список;группа;закрыта\nШкола № 1;1А;Мария Петровна;a/result.json;;;;\nШкола № 1;1Б;;;;;vk.com/x;да\n"
    return [rows.encode(), rows.encode("cp1251"), b"school,class,teacher,export\n1,2,x,y\n"]


@cache
def manifest_xlsx() -> Sequence[bytes]:
    """Manifests as workbooks."""
    from openpyxl import Workbook

    book = Workbook()
    for row in (["школа", "класс", "педагог", "группа", "закрыта"], ["№ 1", 1, "Мария Петровна", None, None], ["№ 1", 2.0, None, "vk.com/x", "да"]):
        book.worksheets[0].append(row)
    saved = io.BytesIO()
    book.save(saved)
    return [saved.getvalue()]


def manifest_yaml() -> Sequence[bytes]:
    """Manifests as YAML."""
    return ["- {школа: № 1, класс: 1А, педагог: Мария Петровна, выгрузка: a.json}\n- класс: 1Б\n  группа: vk.com/x\n  закрыта: нет\n".encode()]


def rules() -> Sequence[bytes]:
    """Rule files, without their examples; each is read beside the rest of its small rulebook."""
    return [path.read_bytes().partition(b"\n---\n")[0] for path in sorted(_MEMO.glob("*.yaml"))]


def rules_beside() -> dict[str, bytes]:
    """The files of the small rulebook by name; the one being fuzzed comes as one more."""
    return {path.name: path.read_bytes() for path in sorted(_MEMO.glob("*.yaml"))}


def baseline() -> Sequence[bytes]:
    """Baselines."""
    entry = '  - {id: "00aa", rule: "M01.voice", created: "2026-01-01", expires: "2026-12-31", reason: "договорились", chat: "ff"}\n'
    whole = f"# принято\nschema: chataudit.baseline/1\nkey_id: 0a1b\naccepted:\n{entry}{entry}"
    return [whole.encode(), b"schema: chataudit.baseline/1\nkey_id: x\naccepted: []\n"]


@cache
def report() -> Sequence[bytes]:
    """Reports, cut to a few findings, and the summary of a batch."""
    reports = []
    for name in ("bad-class", "whatsapp-ios"):
        whole = json.loads((_SAMPLES / name / "expected.json").read_bytes())
        whole |= {"findings": whole["findings"][:6], "evidence": whole["evidence"][:2], "charts": {}}
        reports.append(json.dumps(whole, ensure_ascii=False).encode())
    summary: dict[str, Any] = {"schema": "chataudit.batch/1", "generated_at": "2026-01-01T00:00:00+03:00", "rows": []}
    return [*reports, json.dumps(summary).encode()]


def _head_of_sample(name: str) -> bytes:
    chat = json.loads((_SAMPLES / name / "result.json").read_bytes())
    return json.dumps(chat | {"messages": chat["messages"][:_MESSAGES]}, ensure_ascii=False, indent=1).encode()


def _zip(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()
