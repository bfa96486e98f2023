"""What a user may take for an export, or write for a rule: one clear sentence each, the right exit code, no traceback."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import ROOT, Outcome, run, scan

from chataudit.errors import ExitCode

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20


def scan_empty_file(folder: Path, *language: str) -> Outcome:
    path = folder / "result.json"
    path.touch()
    return scan(path, *language)


def scan_jpeg(folder: Path, *language: str) -> Outcome:
    path = folder / "IMG_2024.jpg"
    path.write_bytes(JPEG)
    return scan(path, *language)


def scan_zip_without_chat(folder: Path, *language: str) -> Outcome:
    path = folder / "фото.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("IMG_1.jpg", JPEG)
    return scan(path, *language)


def scan_folder_without_export(folder: Path, *language: str) -> Outcome:
    (folder / "заметки.txt").write_text("спросить про экскурсию\n", encoding="utf-8")
    return scan(folder, *language)


def scan_missing_file(folder: Path, *language: str) -> Outcome:
    return scan(folder / "нет такого.json", *language)


def scan_by_unreadable_rule(folder: Path, *language: str) -> Outcome:
    (folder / "R01.yaml").write_text("chataudit: 1\nrules:\n  - id: R01.x\n    knd: message\n    title: {ru: x}\n", encoding="utf-8")
    return scan(ROOT / "samples" / "bad-class", *language, rules=folder)


def scan_by_rules_that_are_no_yaml(folder: Path, *language: str) -> Outcome:
    (folder / "R01.yaml").write_text("chataudit: [1\n", encoding="utf-8")
    return scan(ROOT / "samples" / "bad-class", *language, rules=folder)


def scan_by_missing_rules(folder: Path, *language: str) -> Outcome:
    return scan(ROOT / "samples" / "bad-class", *language, rules=folder / "правила")


Scan = Callable[..., Outcome]
CASES: list[tuple[Scan, ExitCode]] = [
    (scan_empty_file, ExitCode.NO_EXPORT),
    (scan_jpeg, ExitCode.NO_EXPORT),
    (scan_zip_without_chat, ExitCode.NO_EXPORT),
    (scan_folder_without_export, ExitCode.NO_EXPORT),
    (scan_missing_file, ExitCode.NO_EXPORT),
    (scan_by_unreadable_rule, ExitCode.USAGE),
    (scan_by_rules_that_are_no_yaml, ExitCode.USAGE),
    (scan_by_missing_rules, ExitCode.USAGE),
]
each_case = pytest.mark.parametrize(("attempt", "code"), CASES, ids=lambda value: getattr(value, "__name__", None))


@each_case
def test_user_is_told_in_one_russian_sentence(tmp_path: Path, attempt: Scan, code: ExitCode):
    outcome = attempt(tmp_path)

    assert outcome.code == code
    assert re.search("[а-яё]{4}", outcome.sentence())


@each_case
def test_user_is_told_in_one_english_sentence(tmp_path: Path, attempt: Scan, code: ExitCode):
    outcome = attempt(tmp_path, "--lang", "en")

    assert outcome.code == code
    told = outcome.sentence()
    assert re.search("[a-z]{4}", told)
    assert not re.search("[а-яё]", re.sub("нет такого|фото|правила", "", told))


def test_mistake_of_a_rule_is_told_with_its_place_and_the_nearest_key(tmp_path: Path):
    (tmp_path / "R01.yaml").write_text(
        "chataudit: 1\nrules:\n  - id: R01.x\n    kind: message\n    titel: {ru: x}\n    match: {words: {min: 1}}\n", encoding="utf-8"
    )

    told = scan(ROOT / "samples" / "bad-class", rules=tmp_path).err

    assert f"{tmp_path.name}/R01.yaml:5" in told
    assert "«title»" in told


def test_all_mistakes_of_a_rulebook_are_told_at_once_a_line_each(tmp_path: Path):
    for name in ("R01.yaml", "R02.yaml"):
        (tmp_path / name).write_text("chataudit: 1\nrulez: []\n", encoding="utf-8")

    outcome = scan(ROOT / "samples" / "bad-class", rules=tmp_path)

    assert outcome.code == ExitCode.USAGE
    assert [line.split(":")[0].strip() for line in outcome.err.splitlines()[1:]] == [f"{tmp_path.name}/R01.yaml", f"{tmp_path.name}/R02.yaml"]


class TestTruncatedExport:
    """`result.json` cut anywhere: all whole messages are audited, and the loss is stated."""

    whole = (ROOT / "samples" / "bad-class" / "result.json").read_bytes()

    @pytest.fixture
    def cut(self, tmp_path: Path) -> Path:
        path = tmp_path / "result.json"
        path.write_bytes(self.whole[: len(self.whole) * 2 // 3])
        return path

    def test_all_whole_messages_are_audited(self, cut: Path):
        # At this depth of indentation a line «},» ends a message, and no other.
        indent = re.search(rb"\n( +)\{\n +\"id\"", self.whole)
        assert indent is not None
        entries = cut.read_bytes().split(b"\n" + indent[1] + b"{\n")[1:]
        whole = [entry for entry in entries if re.search(rb"\n" + indent[1] + rb"\},?\s*$", entry)]
        written = [entry for entry in whole if b'"type": "service"' not in entry]

        outcome = scan(cut)

        assert outcome.code == ExitCode.AUDITED
        assert outcome.report["chat"]["message_count"] == len(written)

    @pytest.mark.parametrize("form", ["terminal", "json"])
    @pytest.mark.parametrize(("language", "words"), [("ru", "обрывается"), ("en", "cut or damaged")])
    def test_loss_is_stated_in_the_report(self, cut: Path, form: str, language: str, words: str):
        outcome = scan(cut, "--format", form, "--lang", language)

        assert words in " ".join(outcome.out.split())
        assert outcome.err == ""

    def test_json_says_so_by_its_flag_and_line(self, cut: Path):
        chat = scan(cut).report["chat"]

        assert chat["truncated"] is True
        assert chat["warnings"][0]["line"] > 100

    def test_strict_refuses_it(self, cut: Path):
        outcome = scan(cut, "--strict")

        assert outcome.code == ExitCode.NO_EXPORT
        assert "--strict" in outcome.sentence()

    def test_file_cut_before_its_first_message_is_refused(self, tmp_path: Path):
        path = tmp_path / "result.json"
        path.write_bytes(self.whole[: self.whole.index(b'"date"')])

        outcome = scan(path)

        assert outcome.code == ExitCode.NO_EXPORT
        assert "до первого сообщения" in outcome.sentence()


def test_rules_test_of_an_unreadable_rulebook_is_told_alike(tmp_path: Path):
    (tmp_path / "R01.yaml").write_text("chataudit: 1\nrulez: []\n", encoding="utf-8")

    for command in (["list"], ["test"]):
        assert run("rules", *command, "--rules", tmp_path).code == ExitCode.USAGE
    assert run("explain", "R01.x", "--rules", tmp_path).code == ExitCode.USAGE
