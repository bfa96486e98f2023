"""Reports read back as their own programs read them, strictly; what is read is how they are built, without the words in them."""

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any, Final, Literal
from xml.etree import ElementTree as ET

import msgspec
import openpyxl
from lxml import html
from markdown_it import MarkdownIt

from chataudit.findings import Report
from chataudit.reporters import REPORTERS
from chataudit.reporters.base import ReportOptions

COMPUTED: Final = re.compile(r"\s*[=+@＝＋＠]|[-－]")  # what a spreadsheet takes for a formula at a cell's beginning
CELL: Final = 32_767
COMMAND: Final = re.compile(r"::(error|warning|notice) title=((?:[^%:,\r\n]|%(?:25|0D|0A|3A|2C))*)::((?:[^%\r\n]|%(?:25|0D|0A))*)")


def render(name: str, report: Report, *, show_all: bool = False) -> bytes:
    out = io.BytesIO()
    REPORTERS[name]().write(report, out, ReportOptions(show_all=show_all, width=80))
    return out.getvalue()


def open_book(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def read_table(content: bytes, delimiter: str = ";") -> list[list[str]]:
    text = content.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=delimiter, strict=True))


def read_commands(content: bytes) -> list[tuple[str, str, str]]:
    """Read workflow commands as the runner does; every line has to be one."""
    lines = content.decode("utf-8").split("\n")
    assert lines.pop() == ""
    commands = [COMMAND.fullmatch(line) for line in lines]
    assert all(commands), lines
    return [(each[1], _decode(each[2]), _decode(each[3])) for each in commands if each]


def _decode(text: str) -> str:
    for code, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, char)
    return text


def _xlsx(content: bytes) -> object:
    book = open_book(content)
    cells = {sheet.title: [[cell.data_type for cell in row] for row in sheet.iter_rows()] for sheet in book}
    types = {each for rows in cells.values() for row in rows for each in row}
    assert types <= {"s", "n", "d"}, "a formula or an error value"
    assert not any(cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row)
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "s"]
    assert max(map(_units, texts)) <= CELL
    assert not [text for text in texts if COMPUTED.match(_decode_signs(text)) and not COMPUTED.match(text)], "a formula once its signs are decoded"
    return cells


def _decode_signs(text: str) -> str:
    """Read `_x003D_` as spreadsheets do."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def _csv(content: bytes) -> object:
    rows = read_table(content)
    cells = [cell for row in rows for cell in row]
    elsewhere = content.decode().replace('"', "").split(",")  # as a spreadsheet of another country cuts it, quotes or none
    assert not [cell for cell in cells + elsewhere if COMPUTED.match(cell)]
    assert max(map(_units, cells)) <= CELL
    return content.count(b"\n"), [len(row) for row in rows]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _markdown(content: bytes) -> object:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(content.decode())
    inner = [child for token in tokens for child in token.children or ()]
    theirs = [each for each in tokens + inner if (each.type, each.info) != ("fence", "text")]  # ours hold the ready texts
    ours = {number for each in tokens if each.type == "fence" and each.map for number in range(*each.map)}
    outside = [line for number, line in enumerate(content.decode().split("\n")) if number not in ours]
    assert not [line for line in outside if re.search(r"://|www\.|@\w", line)], "what GitHub makes a link, or tells somebody of"
    assert not {"link_open", "image", "html_inline", "html_block", "code_inline", "fence", "code_block", "s_open"} & {each.type for each in theirs}
    return [token.type for token in tokens], Counter(each.type for each in inner if each.type != "text")


def _junit(content: bytes) -> object:
    return [(element.tag, sorted(element.attrib), (element.text or "").count("\n")) for element in ET.fromstring(content).iter()]


class _Message(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    text: str


class _Artifact(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    uri: str | None = None
    uri_base_id: str | None = None
    index: int | None = None
    description: _Message | None = None


class _Rule(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    id: str
    short_description: _Message
    full_description: _Message
    properties: dict[str, Any]
    help: _Message | None = None


class _Driver(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    name: str
    version: str
    rules: list[_Rule]
    properties: dict[str, Any]


class _Tool(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    driver: _Driver


class _Notification(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    level: Literal["none", "note", "warning", "error"]
    message: _Message
    properties: dict[str, Any]


class _Invocation(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    execution_successful: bool
    tool_execution_notifications: list[_Notification]


class _Physical(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    artifact_location: _Artifact


class _Logical(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    name: str
    kind: str


class _Location(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    physical_location: _Physical
    logical_locations: list[_Logical] = []


class _Result(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    rule_id: str
    level: Literal["none", "note", "warning", "error"]
    message: _Message
    locations: list[_Location]
    fingerprints: dict[str, str]
    partial_fingerprints: dict[str, str]
    properties: dict[str, Any]
    rule_index: int = -1


class _Listed(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    location: _Artifact


class _Run(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    tool: _Tool
    language: Literal["ru", "en"]
    invocations: list[_Invocation]
    original_uri_base_ids: dict[str, _Artifact]
    artifacts: list[_Listed]
    column_kind: Literal["utf16CodeUnits", "unicodeCodePoints"]
    properties: dict[str, Any]
    results: list[_Result]


class Log(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    """A SARIF 2.1.0 log, as far as we use its schema."""

    version: Literal["2.1.0"]
    runs: list[_Run]
    schema: str = msgspec.field(name="$schema")


def read_log(content: bytes) -> Log:
    log = msgspec.json.decode(content, type=Log)
    (run,) = log.runs
    rules = run.tool.driver.rules
    assert len({each.id for each in rules}) == len(rules)
    for result in run.results:
        assert result.rule_index == -1 or rules[result.rule_index].id == result.rule_id
        assert re.fullmatch(r"(?:[\w.~-]|%[0-9A-F]{2})+", result.locations[0].physical_location.artifact_location.uri or "", re.ASCII)
    assert len({each.fingerprints["chataudit/v1"] for each in run.results}) == len(run.results)
    return log


def _sarif(content: bytes) -> object:
    (run,) = read_log(content).runs
    texts = [each.message.text for each in run.results] + [text for rule in run.tool.driver.rules for text in (rule.short_description.text,)]
    assert not [text for text in texts if re.search(r"\]\(|\{[0-9]", text)], "a link or a placeholder"
    return len(run.tool.driver.rules), [(each.level, each.rule_index) for each in run.results]


def _github(content: bytes) -> object:
    return [(level, title.count("\n"), message.count("\n")) for level, title, message in read_commands(content)]


def _json(content: bytes) -> object:
    def shape(value: object) -> object:
        if isinstance(value, dict):
            return {key: shape(each) for key, each in value.items()}
        return [shape(each) for each in value] if isinstance(value, list) else type(value).__name__

    return shape(json.loads(content))


def _html(content: bytes) -> object:
    page = html.document_fromstring(content.decode())
    rules = [each.text.count("{") for each in page.iter("style", "script")]
    return rules, Counter((element.tag, attribute) for element in page.iter(html.etree.Element) for attribute in ("", *element.attrib))


def _terminal(content: bytes) -> object:
    assert not re.search(r"^\s*::|##\[", content.decode(), re.MULTILINE), "a command, where the terminal is a log of GitHub Actions"
    return len(re.findall(r"^ +\d+  [✓✗~?–] ", content.decode(), re.MULTILINE))


READERS: Final[dict[str, Callable[[bytes], object]]] = {
    "terminal": _terminal,
    "json": _json,
    "html": _html,
    "xlsx": _xlsx,
    "csv": _csv,
    "markdown": _markdown,
    "junit": _junit,
    "sarif": _sarif,
    "github": _github,
}


def acting(text: str) -> set[str]:
    """The characters that act rather than show; the joiner of emoji shows, and ours that parts links does nothing."""
    return {char for char in set(text) if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - set("\r\n\t\u200d\ufeff\u2060")
