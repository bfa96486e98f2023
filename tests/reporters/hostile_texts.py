"""Texts with which strangers might try to act through a report, and the fields of a chat that they could put them into."""

from collections.abc import Callable
from typing import Final

import msgspec

from chataudit.findings import FindingList, Report

HARMLESS: Final = "просто слова"

PAYLOADS: Final = {
    "formula": "=1+1",
    "hyperlink": '=HYPERLINK("http://evil.example";"жми")',
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(1;1)",
    "full-width": "＝1+1",
    "blank before formula": " \t=1+1",
    "formula behind delimiters": "слово,=1+1;=2+2\t=3+3\r\n=4+4",
    "quotes and delimiters": '";"=1+1","=1+1',
    "error value": "#REF!",
    "encoded sign": "_x003D_1+1",
    "escape": "\x1b[2J\x1b]0;x\x07\x1b]8;;http://evil.example\x07\x9b31m",
    "bidi": "\u202eабв\u2066где\u200f\u061c",
    "nul": "а\x00б\x7f",
    "lone surrogate": "\ud83d слово \udc00",
    "no characters": "\ufffe\uffff\ufdd0",
    "separators": "а\u2028б\u2029в\x85г\x0b",
    "cdata": "]]><!-- <![CDATA[ <!DOCTYPE x [<!ENTITY y 'z'>]>&y;",
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "command": "слово\n::error::взлом\r\n::set-output name=x::y\r::add-mask::z",
    "command where a line is wrapped": "слово ::error::взлом " * 20,
    "old command": "##[error]взлом",
    "encoded line end": "%0A::error::%0D%25",
    "property": "x,file=a,line=1::взлом",
    "link": "[жми](javascript:alert(1)) ![](http://evil.example/x.png) <http://evil.example> {0}{{1}}",
    "bare link": "http://evil.example www.evil.example a@evil.example @someone #1",
    "markup": "*ж* **ж** _к_ __к__ ~~з~~ `код` ``код`` $x$ | а | б |\n---\n# заголовок\n\n> цитата\n- пункт\n1. пункт\n===\n    код",
    "html in markdown": "<details><summary>x</summary></details>\n\n<b>ж</b> &lt;b&gt; \\<b>",
    "fence": "```\nкод\n```\n~~~\n[x]: http://evil.example\n[x]",
    "very long": "ы" * 33_000,
    "very long formula": "=" * 9_000 + "😀" * 12_000,
}


def _change(report: Report, *, of_chat: dict[str, object] | None = None, **of_finding: Callable[[str | None], object]) -> Report:
    """Change the chat's facts, and fields of every finding and of the quotes beside it."""
    found = [msgspec.structs.replace(each, **{name: change(getattr(each, name)) for name, change in of_finding.items()}) for each in report.findings]
    return msgspec.structs.replace(report, chat=msgspec.structs.replace(report.chat, **of_chat or {}), findings=FindingList(found))


def _title(report: Report, text: str) -> Report:
    return _change(report, of_chat={"title": text})


def _file_name(report: Report, text: str) -> Report:
    return _change(report, of_chat={"source": text})


def _author(report: Report, text: str) -> Report:
    teachers = [msgspec.structs.replace(each, name=text) for each in report.chat.teachers]
    evidence = [msgspec.structs.replace(each, participants=[text]) for each in report.evidence]
    return _change(
        msgspec.structs.replace(report, evidence=evidence),
        of_chat={"teachers": teachers},
        participants=lambda names: [text for _ in names],
        explanation=lambda told: f"{text}: {told}",
        before=lambda quotes: [msgspec.structs.replace(each, author=text) for each in quotes],
    )


def _text(report: Report, text: str) -> Report:
    return _change(
        report,
        excerpt=lambda excerpt: None if excerpt is None else text,
        before=lambda quotes: [msgspec.structs.replace(each, text=text) for each in quotes],
    )


def _sticker_emoji(report: Report, text: str) -> Report:
    return _change(report, excerpt=lambda excerpt: None if excerpt is None else f"[стикер {text}]")


FIELDS: Final[dict[str, Callable[[Report, str], Report]]] = {
    "title": _title,
    "file name": _file_name,
    "author": _author,
    "text": _text,
    "sticker emoji": _sticker_emoji,
}
