"""Texts with which strangers might try to act through a report, and the fields of a chat that they could put them into."""

from collections.abc import Callable
from typing import Final

import msgspec

from chataudit.findings import FindingList, Report

HARMLESS: Final = "просто слова"

PAYLOADS: Final = {
    "harmless": "другие слова",  # that nothing notices: what a test complains of is the payload's doing
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
    "script address": "javascript:alert(1)",
    "title's end": "</title></head><body onload=alert(1)>",
    "style's end": "</style><style>*{display:none}</style><script>alert(1)</script>",
    "attribute's end": "\"><img src=http://evil.example/x.png onerror=alert(1)>' onmouseover='alert(1)' x='",
    "drawing": "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>",
    "details": "<details open ontoggle=alert(1)><a href=javascript:alert(1)>x</a>",
    "other base": "<!-- --><base href=//evil.example><meta http-equiv=refresh content=0;url=//evil.example><form action=//evil.example>",
    "text area's end": "</select></textarea></noscript><iframe srcdoc='<script>alert(1)</script>'>",
    "entities": "&lt;script&gt;alert(1)&#x3c;/script&#x3e;&quot;&#39;",
    "template": "{{ 7 * 7 }}{% raw %}{{ say('x') }}{# #}",
    "style rule": "*/}body{display:none}/*",
    "console's markup": "[/b] [link=file:///etc/passwd]жми[/link] :smile: [bold red]ж[/]",
    "overwriting": "слово\r\x1b[1A\x1b[2K\x08\x08\x0e",
    "device control": "\x1bP$q\x1b\\\x1b]52;c;eA==\x07\x1b[6n\x90\x9d0;x\x9c",
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

MEDIA: Final = {
    "terminal": "signs that act, markup of the console, commands of a build server and line ends that make them",
    "json": "signs that a terminal obeys, half characters",
    "html": "markup, entities, templates, rules of a style sheet, signs that act",
    "xlsx": "formulas, error values, encoded signs, signs that act or that XML lacks, more than a cell holds",
    "csv": "formulas, delimiters, quotation marks, line ends, signs that act, more than a cell holds",
    "markdown": "markup, links, mentions, line ends, signs that act",
    "junit": "markup, line ends, signs that act or that XML lacks",
    "sarif": "links and placeholders of its texts, signs that act",
    "github": "encoded signs, ends of properties, line ends, half characters",
    "batch page": "markup, entities, templates, signs that act",
    "batch json": "signs that a terminal obeys, half characters",
    "batch lines": "signs that act, commands of a build server, line ends",
    "batch xlsx": "formulas, error values, encoded signs, signs that act or that XML lacks, more than a cell holds",
    "batch csv": "formulas, delimiters, quotation marks, line ends, signs that act, more than a cell holds",
}  # where reports are read, and all that acts there: what nobody shows but obeys

# Where each payload acts once a gate is gone; `python -m tests.defences.payloads` sees that it is noticed there, and nowhere else.
ACTS_IN: Final[dict[str, tuple[str, ...]]] = {
    "formula": ("xlsx", "csv", "batch xlsx", "batch csv"),
    "hyperlink": ("xlsx", "csv", "markdown", "junit", "github", "batch xlsx", "batch csv"),
    "plus": ("csv", "markdown", "batch csv"),
    "minus": ("csv", "batch csv"),
    "at": ("csv", "markdown", "batch csv"),
    "full-width": ("csv", "batch csv"),
    "blank before formula": ("csv", "batch csv"),
    "formula behind delimiters": ("csv", "markdown", "junit", "github", "batch lines", "batch csv"),
    "quotes and delimiters": ("csv", "junit", "github", "batch csv"),
    "error value": ("batch xlsx",),
    "encoded sign": ("xlsx", "batch xlsx"),
    "escape": tuple(MEDIA),
    "bidi": tuple(MEDIA),
    "nul": tuple(MEDIA),
    "lone surrogate": ("json", "html", "xlsx", "csv", "markdown", "junit", "github", "batch json", "batch lines", "batch xlsx", "batch csv"),
    "no characters": ("xlsx", "junit", "batch xlsx"),
    "separators": tuple(MEDIA),
    "cdata": ("html", "csv", "markdown", "junit", "batch page", "batch csv"),
    "script": ("html", "markdown", "junit", "batch page"),
    "script address": ("github",),
    "title's end": ("html", "markdown", "junit", "batch page"),
    "style's end": ("html", "markdown", "junit", "github", "batch page"),
    "attribute's end": ("html", "markdown", "junit", "github", "batch page"),
    "drawing": ("html", "markdown", "junit", "batch page"),
    "details": ("html", "markdown", "junit", "github", "batch page"),
    "other base": ("html", "csv", "markdown", "junit", "batch page", "batch csv"),
    "text area's end": ("html", "markdown", "junit", "batch page"),
    "entities": ("html", "csv", "junit", "batch page", "batch csv"),
    "template": ("html", "batch page"),
    "style rule": ("html", "markdown", "github"),
    "console's markup": ("terminal", "markdown", "github"),
    "overwriting": ("terminal", "xlsx", "markdown", "junit", "sarif", "batch page", "batch lines", "batch xlsx", "batch csv"),
    "device control": ("terminal", "xlsx", "csv", "junit", "sarif", "batch page", "batch json", "batch lines", "batch xlsx", "batch csv"),
    "command": ("terminal", "csv", "markdown", "junit", "github", "batch lines", "batch csv"),
    "command where a line is wrapped": ("terminal", "markdown", "junit", "github"),
    "old command": ("terminal", "batch lines"),
    "encoded line end": ("github",),
    "property": ("github",),
    "link": ("html", "markdown", "junit", "sarif", "github", "batch page"),
    "bare link": ("markdown", "github"),
    "markup": ("csv", "markdown", "junit", "github", "batch lines", "batch csv"),
    "html in markdown": ("html", "csv", "markdown", "junit", "github", "batch page", "batch lines", "batch csv"),
    "fence": ("csv", "markdown", "junit", "github", "batch lines", "batch csv"),
    "very long": ("csv", "batch csv"),
    "very long formula": ("xlsx", "csv", "batch xlsx", "batch csv"),
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


def _warning(report: Report, text: str) -> Report:
    return _change(report, of_chat={"warnings": [msgspec.structs.replace(each, text=f"Запись «{text}» пропущена.") for each in report.chat.warnings]})


def _roster_name(report: Report, text: str) -> Report:
    results = [
        msgspec.structs.replace(each, reason=f"Не оповещены: {text}.", needs_text=[text for _ in each.needs_text]) for each in report.recommendations
    ]
    return _change(msgspec.structs.replace(report, recommendations=results), explanation=lambda _: f"С семьёй {text} не связались.")


def _rulebook(report: Report, text: str) -> Report:
    """Words of a rulebook that somebody else wrote."""
    results = [
        msgspec.structs.replace(
            each,
            title=text,
            clause=text,
            why=text,
            advice=each.advice and text,
            beyond_letter=each.beyond_letter and text,
            questions=[text for _ in each.questions],
            rules=[msgspec.structs.replace(rule, title=text) for rule in each.rules],
        )
        for each in report.recommendations
    ]
    named = msgspec.structs.replace(report.rulebook, title=text, name=text, version=text)
    return _change(msgspec.structs.replace(report, recommendations=results, rulebook=named), explanation=lambda _: text, signs=lambda _: [text])


FIELDS: Final[dict[str, Callable[[Report, str], Report]]] = {
    "title": _title,
    "file name": _file_name,
    "author": _author,
    "text": _text,
    "sticker emoji": _sticker_emoji,
    "warning": _warning,
    "roster name": _roster_name,
    "rulebook": _rulebook,
}
