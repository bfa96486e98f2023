"""The limits that `chataudit guide limits` names, each at its edge; what costs time or memory is tried in a child process."""

import json
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import MEMO, ROOT, Outcome, run, scan
from parsers.telegram_exports import export, keys_of, message, read
from tiny_rulebooks import message_rule

from chataudit.errors import ExitCode, RulebookError
from chataudit.parsers import entries, read_chat, zips
from chataudit.parsers.base import HEAD_BYTES, ReadOptions
from chataudit.parsers.strange import MAX_NAME, MAX_NAMES
from chataudit.quoting import EXCERPT_CHARACTERS
from chataudit.rulebook.loader import MAX_WEIGHT
from chataudit.strict_yaml import MAX_BYTES, MAX_DEPTH, read_text

WHATSAPP = b"13.02.2024, 09:00 - \xd0\xae: a\n13.02.2024, 09:01 - \xd0\xae: b\n"
MB = 1 << 20
_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
resource.setrlimit(resource.RLIMIT_DATA, ({megabytes} << 20, {megabytes} << 20))
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.errors import ExportError
from pathlib import Path
try:
    print(len(read_chat(Path(sys.argv[1]), ReadOptions()).messages))
except ExportError as error:
    print(error.key)
"""


def read_within(path: Path, *, megabytes: int, seconds: int) -> str:
    """Read an export in a process that may take so much; return the number of messages, or the key of the refusal."""
    code = _LIMITED.format(megabytes=megabytes, seconds=seconds)
    child = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert child.stderr == ""
    return child.stdout.strip()


limited = pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_DATA is Linux's")


@limited
@pytest.mark.parametrize(
    "nested",
    [
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'[{"id": 1, "type": "message", "text": ' + b'{"a":' * 100_000,
        b'[{"id": 1, "type": "message", "text": ' + b"[" * 100_000,
    ],
    ids=["arrays", "closed arrays", "objects", "within a message"],
)
def test_a_hundred_thousand_brackets_are_refused_within_200_mb(tmp_path: Path, nested: bytes):
    """A second is asked for, and the imports take the most of it; five are given to slow machines."""
    path = tmp_path / "result.json"
    path.write_bytes(b'{"name": "x", "type": "private_group", "id": 1, "messages": ' + nested)

    assert read_within(path, megabytes=200, seconds=5) in {"parsers.too_deep", "parsers.no_whole_message"}


@limited
@pytest.mark.parametrize(
    "text",
    [
        "13.02.2024, 09:01 - Ольга: " + "." * MB + ")",
        "13.02.2024, 09:01 - Ольга: " + "\u200e" * MB + ">",
        "13.02.2024, 09:01 - Ольга: ОПРОС:\nЧто?\nВАРИАНТ: да" + " " * MB + "x",
        "13.02.2024, 09:01 - Ольга: " + "а" * MB + "<>",
        "13.02.2024, 09:01 - Ольга: " + "https://foursquare.com/v/ " * 40_000,
    ],
    ids=["dots before a bracket", "marks before a bracket", "blanks in a poll", "letters before brackets", "places"],
)
def test_a_message_of_a_megabyte_made_to_hang_is_read(tmp_path: Path, text: str):
    path = tmp_path / "chat.txt"
    path.write_text(f"13.02.2024, 09:00 - Ольга: да\n{text}\n13.02.2024, 09:02 - Ирина: да\n", encoding="utf-8")

    assert read_within(path, megabytes=1000, seconds=20) == "3"


@limited
def test_a_message_of_two_hundred_thousand_parts_is_read(tmp_path: Path):
    path = tmp_path / "result.json"
    path.write_bytes(export(message(1, ["а", {"type": "bold", "text": "б"}] * 100_000), message(2)))

    assert read_within(path, megabytes=1000, seconds=20) == "2"


_AUDITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
from chataudit.cli.app import main
main(["scan", sys.argv[1], "--format", "json"])
"""


@limited
def test_a_message_of_a_megabyte_is_audited_and_its_beginning_is_quoted(tmp_path: Path):
    """By all that ships; five seconds are enough, the rest is for slow machines."""
    path = tmp_path / "result.json"
    text = "звоните 8 900 123-45-67, «говорят», нас закрывают на карантин! Пишем с 8:00 до 20:00 "
    path.write_bytes(export(message(1, text * (MB // len(text))), message(2)))

    ran = subprocess.run([sys.executable, "-c", _AUDITED, path], capture_output=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)})

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert max(len(each["excerpt"]) for each in json.loads(ran.stdout)["findings"] if each["excerpt"]) == EXCERPT_CHARACTERS


def test_file_above_the_limit_is_refused_unread(tmp_path: Path):
    path = tmp_path / "result.json"
    path.write_bytes(export(message(1)))
    os.truncate(path, entries.MAX_BYTES + 1)  # a hole: it takes no room

    assert "больше 16 ГБ" in scan(path).sentence()


def test_file_at_the_limit_is_read_and_one_a_byte_longer_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "result.json"
    path.write_bytes(export(message(1)))
    monkeypatch.setattr(entries, "MAX_BYTES", path.stat().st_size)

    assert len(read_chat(path, ReadOptions()).messages) == 1
    path.write_bytes(path.read_bytes() + b" ")
    assert scan(path).code == ExitCode.NO_EXPORT


def pack(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


class TestArchive:
    def test_member_above_the_limit_is_refused_by_what_comes_out_of_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        path = pack(tmp_path / "чат.zip", ("_chat.txt", WHATSAPP * 2000))
        monkeypatch.setattr(zips, "MAX_MEMBER_BYTES", len(WHATSAPP) * 2000)
        assert scan(path).code == ExitCode.AUDITED

        monkeypatch.setattr(zips, "MAX_MEMBER_BYTES", len(WHATSAPP) * 2000 - 1)
        assert "подозрительно огромный" in scan(path).sentence()

    @pytest.mark.parametrize(("count", "code"), [(zips.MAX_MEMBERS, ExitCode.AUDITED), (zips.MAX_MEMBERS + 1, ExitCode.NO_EXPORT)])
    def test_members_have_a_limit(self, tmp_path: Path, count: int, code: ExitCode):
        media = [(f"IMG-{number}.jpg", b"") for number in range(count - 1)]

        assert scan(pack(tmp_path / "чат.zip", ("_chat.txt", WHATSAPP), *media)).code == code

    def test_ratio_has_a_limit_beyond_ten_megabytes(self, tmp_path: Path):
        line = "13.02.2024, 09:00 - Ольга: да\n".encode()
        below = pack(tmp_path / "малый.zip", ("_chat.txt", line * (9 * MB // len(line))))
        above = pack(tmp_path / "большой.zip", ("_chat.txt", line * (11 * MB // len(line))))

        assert len(read_chat(below, ReadOptions()).messages) > 100_000
        assert "подозрительно огромный" in scan(above).sentence()

    @pytest.mark.parametrize("name", ["../../_chat.txt", "/etc/_chat.txt", "C:\\chats\\_chat.txt", "a/../../../_chat.txt", "..\\..\\_chat.txt"])
    def test_name_that_leads_outside_is_only_a_name(self, tmp_path: Path, name: str):
        inner = tmp_path / "здесь"
        inner.mkdir()
        path = pack(inner / "чат.zip", (name, WHATSAPP))
        before = sorted(tmp_path.rglob("*"))

        assert scan(path).code == ExitCode.AUDITED
        assert sorted(tmp_path.rglob("*")) == before

    def test_link_is_not_followed(self, tmp_path: Path):
        link = zipfile.ZipInfo("_chat.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16

        assert scan(pack(tmp_path / "чат.zip", (link, WHATSAPP))).code == ExitCode.NO_EXPORT

    def test_archive_in_an_archive_is_not_opened(self, tmp_path: Path):
        inner = pack(tmp_path / "inner.zip", ("_chat.txt", WHATSAPP)).read_bytes()

        assert "нет чата" in scan(pack(tmp_path / "чат.zip", ("inner.zip", inner))).sentence()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_pipe_is_told_and_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "чат.json")
    pipe = os.open(tmp_path / "чат.json", os.O_RDWR | os.O_NONBLOCK)  # who reads it all the same does not wait, and this test fails
    os.write(pipe, b"{" * HEAD_BYTES)

    assert "не файл" in scan(tmp_path / "чат.json").sentence()
    os.close(pipe)


class TestNamesOfStrangers:
    def test_unknown_key_is_told_cut_short(self, tmp_path: Path):
        chat = read(tmp_path, export(message(1, **{"к" * 5_000: 1}), message(2)))

        (warning,) = chat.warnings
        assert warning.details["name"] == "к" * (MAX_NAME - 1) + "…"

    def test_many_unknown_keys_are_told_together(self, tmp_path: Path):
        chat = read(tmp_path, export(message(1, **{f"key{number:03}": 1 for number in range(MAX_NAMES + 5)})))

        assert keys_of(chat) == ["parsers.unknown_key"] * (MAX_NAMES + 1)
        assert chat.warnings[-1].details == {"name": "…", "count": 5}


class TestYaml:
    @pytest.fixture
    def settings(self, tmp_path: Path) -> Callable[[str], Outcome]:
        export_ = tmp_path / "result.json"
        export_.write_bytes(export(message(1), message(2)))

        def told(text: str) -> Outcome:
            (tmp_path / "chataudit.yaml").write_text(text, encoding="utf-8")
            return scan(export_)

        return told

    def test_size_has_a_limit(self, settings: Callable[[str], Outcome]):
        line = "teacher_absent: true\n"
        assert settings(line + "#" * (MAX_BYTES - len(line))).code == ExitCode.AUDITED
        assert "больше 1024 КБ" in settings(line + "#" * (MAX_BYTES - len(line) + 1)).sentence()

    def test_of_a_huge_file_only_the_beginning_is_read(self, tmp_path: Path):
        path = tmp_path / "chataudit.yaml"
        path.write_bytes(b"#")
        os.truncate(path, 1 << 32)

        assert len(read_text(path)) == 32 * MAX_BYTES

    def test_depth_has_a_limit(self, settings: Callable[[str], Outcome]):
        assert f"больше {MAX_DEPTH}" in settings("teacher: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH).sentence()
        assert f"больше {MAX_DEPTH}" not in settings("teacher: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)).sentence()

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("teacher: &a [x]\n", "(& и *)"),
            ("me: !!str Ольга\n", "(!…)"),
            ("teacher: !!python/object/apply:os.system [id]\n", "(!…)"),
            ("teacher: " + "[" * 100_000, f"больше {MAX_DEPTH}"),
        ],
        ids=["an anchor", "a harmless tag", "a tag that would run something", "brackets without end"],
    )
    def test_aliases_tags_and_endless_brackets_are_refused(self, settings: Callable[[str], Outcome], text: str, told: str):
        """Also where they would do no harm: without them, the settings would be sound."""
        outcome = settings(text)

        assert outcome.code == ExitCode.USAGE
        assert told in outcome.err


@pytest.mark.parametrize(
    ("condition", "key"),
    [
        ("{quiet_before: 999999d}", "yaml.bad_duration"),
        ("{quiet_before: " + "9" * 5000 + "d}", "yaml.bad_duration"),
        ("{signs: [{say: [слово], weight: 1e999}], threshold: 1}", "yaml.not_float"),
    ],
    ids=["a long time", "a number of thousands of digits", "an endless weight"],
)
def test_numbers_of_rules_have_limits(make_rulebook: Callable[..., object], condition: str, key: str):
    with pytest.raises(RulebookError) as refused:
        make_rulebook(message_rule(condition))

    assert key in [each.key for each in refused.value.complaints]


@pytest.mark.parametrize("weight", [0, -3, MAX_WEIGHT + 1, 10**17])
def test_weight_of_a_recommendation_has_limits(tmp_path: Path, weight: int):
    for path in MEMO.iterdir():
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8").replace("weight: 3", f"weight: {weight}"), encoding="utf-8")

    assert "от 1 до 100" in run("rules", "list", "--rules", tmp_path).err


class TestTwoFormats:
    def test_the_other_is_told(self, tmp_path: Path):
        (tmp_path / "result.json").write_bytes(export(message(1)))
        (tmp_path / "Чат WhatsApp.txt").write_bytes(WHATSAPP)
        chat = read_chat(tmp_path, ReadOptions())

        assert chat.platform == "telegram"
        assert [warning.details for warning in chat.warnings] == [{"name": "Чат WhatsApp.txt", "source": "result.json"}]

    def test_one_sent_as_a_file_is_not(self, tmp_path: Path):
        (tmp_path / "result.json").write_bytes(export(message(1)))
        (tmp_path / "files").mkdir()
        (tmp_path / "files" / "_chat.txt").write_bytes(WHATSAPP)

        assert read_chat(tmp_path, ReadOptions()).warnings == ()


def test_other_pages_of_an_export_are_not_overwritten(tmp_path: Path):
    for page in (Path(__file__).parent / "parsers" / "cases" / "telegram_html" / "two_pages").glob("*.html"):
        (tmp_path / page.name).write_bytes(page.read_bytes())
    before = (tmp_path / "messages2.html").read_bytes()

    told = scan(tmp_path / "messages.html", "--output", tmp_path / "messages2.html", "--format", "html")

    assert told.code == ExitCode.USAGE
    assert (tmp_path / "messages2.html").read_bytes() == before
