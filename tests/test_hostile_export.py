"""Hostile exports from end to end: names, texts, files, folders, rosters, manifests and rules of strangers, shown in every format."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from batch_folders import DAMAGED_ZIP, batch, summary_of
from chromium import Opener
from command_line import MEMO, run
from parsers.telegram_exports import message, service
from reporters.hostile_texts import PAYLOADS
from reporters.reading_back import READERS, acting, open_book

from chataudit.reporters import REPORTERS

SHORT = [text for name, text in PAYLOADS.items() if not name.startswith("very long")]
NAMES = [
    "<img src=x onerror=alert(1)>",
    "=HYPERLINK(1)",
    "\x1b[2J\x1b]0;взлом\x07",
    "x\n::error::взлом",
    "##[error]взлом",
    "кот\u202eток",
    "'; $(id) `id`",
    "--output",
    "{{ 7 * 7 }}",
    "%2e%2e%2f#1?x",
]  # of files and folders, as far as a file system takes them
WORDS = "=1+1 <script>alert(1)</script> [жми](javascript:alert(1)) ::error::взлом"


def messages_of(number: int, text: str) -> list[dict[str, Any]]:
    """Two voice messages, a sticker, a burst of four and an event by a person of this name."""
    person = {"from": text, "from_id": f"user{number + 10}", "forwarded_from": text, "via_bot": text, "author": text}
    first = number * 8 + 1
    said: list[object] = [text, {"type": "text_link", "text": text, "href": text}]
    return [
        *(message(first + at, text, media_type="voice_message", file=text, file_name=text, **person) for at in (0, 1)),
        message(first + 2, "", media_type="sticker", sticker_emoji=text, file=text, **person),
        *(message(first + at, said, **person) for at in (3, 4, 5, 6)),
        service(first + 7, "edit_group_title", actor=text, title=text),
    ]


def write_export(folder: Path, title: str) -> Path:
    folder.mkdir(parents=True)
    told = [each for number, text in enumerate(SHORT) for each in messages_of(number, text)]
    moments = [each | {"date": "2024-09-02T10:00:00", "date_unixtime": str(1725260400 + at)} for at, each in enumerate(told)]
    path = folder / "result.json"
    path.write_text(json.dumps({"name": title, "type": "private_supergroup", "id": 100, "messages": moments}), encoding="ascii")
    return path


def write_rulebook(folder: Path) -> Path:
    """Write the small rulebook with words of somebody else in its titles, reasons, advice and explanations."""
    folder.mkdir()
    for source in MEMO.iterdir():
        text, examples, rest = source.read_text(encoding="utf-8").partition("\nexamples:")
        (folder / source.name).write_text(re.sub(r'(ru|en): "', lambda found: f"{found.group()}{WORDS} ", text) + examples + rest, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every report of the hostile export, by a rulebook whose words are hostile, too."""
    folder = tmp_path_factory.mktemp("hostile")
    path = write_export(folder / NAMES[0], "".join(SHORT))
    options = ["--rules", write_rulebook(folder / "rules"), "--all", "--teacher", SHORT[0]]
    outcome = run("scan", path, *options, "--format", ",".join(READERS), "--output", folder / "reports")
    assert (outcome.code, outcome.err) == (0, "")
    return {form: (folder / "reports" / f"result{REPORTERS[form]().suffix}").read_bytes() for form in READERS}


@pytest.mark.parametrize("form", READERS)
def test_report_reopens_in_its_own_reader(reports: dict[str, bytes], form: str):
    assert READERS[form](reports[form])


@pytest.mark.parametrize("form", READERS)
def test_report_holds_nothing_that_acts(reports: dict[str, bytes], form: str):
    if form == "xlsx":
        text = "".join(str(cell.value) for sheet in open_book(reports[form]) for row in sheet.iter_rows() for cell in row)
    else:
        text = reports[form].decode()

    assert not acting(text)


def test_everybody_is_found_and_quoted(reports: dict[str, bytes]):
    found = json.loads(reports["json"])["findings"]

    assert {each["rule"] for each in found} == {"M01.voice", "M03.burst"}
    assert len({name for each in found for name in each["participants"]}) == len(SHORT)


def test_page_runs_and_fetches_nothing(open_page: Opener, reports: dict[str, bytes], tmp_path: Path):
    path = tmp_path / "report.html"
    path.write_bytes(reports["html"])

    page = open_page(path)
    page.open_all()

    assert (page.complaints(), page.dialogs(), page.requests()) == ([], [], [page.address])


@pytest.mark.parametrize("name", NAMES)
def test_sentence_about_a_hostile_file_is_one_line_that_nothing_obeys(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(DAMAGED_ZIP)

    outcome = run("scan", tmp_path / name)

    assert outcome.code == 3
    assert not acting(outcome.sentence())
    assert not re.search(r"^\s*::|##\[", outcome.err, re.MULTILINE)


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a batch over chats in hostile folders, of hostile titles, with a hostile manifest and a broken file; and what was printed."""
    folder, output = tmp_path_factory.mktemp("schools"), tmp_path_factory.mktemp("batch") / "reports"
    teachers = [name if ";" not in name else "" for name in NAMES]  # a semicolon stands between two teachers
    rows = [(name, name, teacher, f"{name}/result.json") for name, teacher in zip(NAMES, teachers, strict=True)]
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as table:
        csv.writer(table, delimiter=";").writerows([("school", "class", "teacher", "export"), *rows])
    for name in NAMES:
        write_small_export(folder / name, name)
        (folder / f"{name}.zip").write_bytes(DAMAGED_ZIP)
    outcome = batch(folder, output)
    assert outcome.code == 4, outcome
    return output, outcome.out + outcome.err


def write_small_export(folder: Path, title: str) -> None:
    folder.mkdir()
    chat = {"name": title, "type": "private_supergroup", "id": 100, "messages": messages_of(0, title)}
    (folder / "result.json").write_text(json.dumps(chat), encoding="ascii")


def test_batch_of_hostile_folders_is_whole(summary: tuple[Path, str]):
    statuses = [row["status"] for row in (each["result"] for each in summary_of(summary[0])["rows"])]

    assert sorted(statuses) == ["audited"] * len(NAMES) + ["unread"] * len(NAMES)


def test_reports_of_a_batch_stay_in_its_folder_under_names_of_letters(summary: tuple[Path, str]):
    places = [report for row in summary_of(summary[0])["rows"] for report in row["result"]["reports"].values()]

    assert all(re.fullmatch(r"chats/[\w.-]+", place) and (summary[0] / place).is_file() for place in places)


def test_what_a_batch_prints_and_writes_holds_nothing_that_acts(summary: tuple[Path, str]):
    output, printed = summary

    assert not acting(printed)
    assert not re.search(r"^\s*::|##\[", printed, re.MULTILINE)
    assert not acting((output / "index.html").read_text(encoding="utf-8"))
    assert not acting((output / "summary.json").read_text(encoding="utf-8"))


def test_page_of_the_batch_leads_to_reports_and_runs_nothing(open_page: Opener, summary: tuple[Path, str]):
    page = open_page(summary[0] / "index.html")
    links = page.run("return [...document.querySelectorAll('#chats a')].map((each) => each.href)")

    assert (page.complaints(), page.dialogs(), page.requests()) == ([], [], [page.address])
    assert len(links) == len(NAMES)
    for link in links:
        page.driver.get(link)
    assert (page.complaints(), page.dialogs(), page.requests()) == ([], [], [page.address, *links])
