"""Other packages' parsers, reporters, detectors and rulebooks: they work, and what breaks harms nothing else."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import ROOT, run, scan
from plugged import CHAT, Site, export, site

from chataudit.errors import ExitCode, ExportError, PluginWarning
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions

__all__ = ["export", "site"]  # fixtures

SAMPLE = ROOT / "samples" / "good-class"


class TestThatWork:
    def test_all_are_listed_with_their_package_and_state(self, site: Site):
        lines = run("plugins", "--lang", "en").out.splitlines()

        assert [line.split() for line in lines[1:]] == [
            ["parser", "sparrow", "chataudit-sparrow", "0.2.0", "works"],
            ["detector", "long_message", "chataudit-sparrow", "0.2.0", "works"],
            ["reporter", "one-line", "chataudit-sparrow", "0.2.0", "works"],
            ["rulebook", "sparrow-school", "chataudit-sparrow", "0.2.0", "works"],
        ]

    def test_export_of_another_messenger_is_audited_and_named(self, site: Site, export: Path):
        report = scan(export).report

        assert (report["chat"]["platform"], report["chat"]["title"], report["chat"]["message_count"]) == ("Sparrow", "2 «Б»", 2)
        assert "Sparrow, воробей.txt" in scan(export, "--format", "terminal").out

    def test_what_a_parser_skipped_is_told_in_our_words(self, site: Site, export: Path):
        export.write_text(CHAT + "криво\n", encoding="utf-8")

        (warning,) = scan(export).report["chat"]["warnings"]

        assert (warning["line"], warning["text"]) == (4, "Не разобрано и пропущено: 1\u00a0строка.")

    def test_what_a_parser_refuses_is_an_export_that_cannot_be_read(self, site: Site, export: Path):
        export.write_text("SPARROW 1 2 «Б»\n", encoding="utf-8")

        told = scan(export)

        assert (told.code, "нет ни одного сообщения" in told.sentence()) == (ExitCode.NO_EXPORT, True)

    def test_report_is_written_in_another_package_s_form(self, site: Site, export: Path):
        assert scan(export, "--format", "one-line").out == "2 «Б»: 100 (-)\n"

    def test_rulebook_is_chosen_by_its_name_and_looks_in_the_package_s_own_way(self, site: Site, export: Path):
        report = scan(export, rules=Path("sparrow-school")).report

        assert report["rulebook"]["name"] == "sparrow-school"
        assert [(each["rule"], each["message_ids"]) for each in report["findings"]] == [("S01.long", ["3"])]

    def test_its_rulebook_passes_its_own_examples(self, site: Site):
        told = run("rules", "test", "--coverage", "--rules", "sparrow-school")

        assert told.code == ExitCode.AUDITED, told.out


class TestThatBreak:
    def test_parser_that_raises_when_asked_is_named_and_others_are_asked(self, site: Site, export: Path):
        site.change("parser.py", "return entry.head", "return 1 / 0 and entry.head")

        told = scan(export)

        first, second = told.err.splitlines()
        assert told.code == ExitCode.NO_EXPORT
        assert "sparrow (chataudit.parsers, пакет chataudit-sparrow 0.2.0) сломалось: ZeroDivisionError, parser.py:" in first
        assert "не похож на выгрузку чата" in second

    def test_parser_that_raises_while_reading_is_named_without_words_of_the_chat(self, site: Site, export: Path):
        site.change("parser.py", "at, author, text = ", "raise RuntimeError(line)\n                at, author, text = ")

        told = scan(export)

        assert told.code == ExitCode.NO_EXPORT
        assert "RuntimeError, parser.py:" in told.sentence()
        assert "Ольга" not in told.err

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("messages=messages,", "messages=messages.drop(columns='text'),"),
            ("participants=build_participants(messages)", "participants=messages"),
            ("return Chat(", "return dict("),
            ('"plugins.skipped_lines", {"count": len(broken)}, broken[0]),) if broken else ()', '"no.such.text"),)'),
            ('ExportError("parsers.no_messages")', 'ExportError("no.such.text")'),
        ],
    )
    def test_what_is_no_chat_is_refused(self, site: Site, export: Path, old: str, new: str):
        if "ExportError" in old:
            export.write_text("SPARROW 1 2 «Б»\n", encoding="utf-8")
        site.change("parser.py", old, new)

        told = scan(export)

        assert told.code == ExitCode.NO_EXPORT
        assert "sparrow" in told.sentence()

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("API = 1", "API = 2", "для версии 2, а здесь 1"),
            ("API = 1", "VERSION = 1", "нужна строка API = 1"),
            ("def recognises", "def knows", "не хватает recognises"),
            ("class SparrowParser", "import nothing_such\nclass SparrowParser", "ModuleNotFoundError: No module named 'nothing_such'"),
            ("class SparrowParser", "raise SystemExit(5)\nclass SparrowParser", "SystemExit: 5"),
            ("class SparrowParser", "class SparrowParser(", "SyntaxError"),
            ("    API = 1", "    def __init__(self, path): ...\n    API = 1", "TypeError"),
        ],
    )
    def test_parser_that_cannot_be_used_is_named_and_skipped(self, site: Site, export: Path, old: str, new: str, said: str):
        site.change("parser.py", old, new)

        told = scan(export)

        assert told.code == ExitCode.NO_EXPORT
        assert said in told.err.splitlines()[0]
        assert "сломано" in run("plugins").out.splitlines()[1]

    def test_broken_parser_is_not_even_imported_for_an_export_of_ours(self, site: Site):
        site.change("parser.py", "class SparrowParser", "import nothing_such\nclass SparrowParser")

        told = scan(SAMPLE)

        assert (told.code, told.err) == (ExitCode.AUDITED, "")

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("class OneLineReporter", "import nothing_such\nclass OneLineReporter"),
            ("class OneLineReporter", "raise SystemExit\nclass OneLineReporter"),
            ("API = 1", "API = 2"),
            ("    API = 1", "    def __init__(self): 1 / 0\n    API = 1"),
            ("title = ", "raise SystemExit\n        title = "),
        ],
    )
    def test_reporter_that_breaks_at_any_time_keeps_no_other_back(self, site: Site, tmp_path: Path, old: str, new: str):
        site.change("reporter.py", old, new)
        expected = scan(SAMPLE).out.encode()

        told = scan(SAMPLE, "--format", "one-line,json", "--output", tmp_path / "отчёты")

        assert (told.code, "one-line" in told.sentence()) == (ExitCode.USAGE, True)
        assert [(path.name, path.read_bytes()) for path in (tmp_path / "отчёты").iterdir()] == [("good-class.json", expected)]

    def test_reporter_that_cannot_be_imported_is_told_when_asked_for_and_not_before(self, site: Site):
        site.change("reporter.py", "class OneLineReporter", "import nothing_such\nclass OneLineReporter")

        assert scan(SAMPLE, "--format", "json").err == ""
        assert "nothing_such" in scan(SAMPLE, "--format", "one-line").sentence()

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("scene = context.scene", "scene = 1 / 0", "ZeroDivisionError, detector.py:"),
            ("[(int(row),) for row in rows]", "[(10**6,) for row in rows]", "не хватает Matches"),
            ("API: ClassVar[int] = 1", "API: ClassVar[int] = 7", "для версии 7"),
            ('tag="long_message"', 'tag="longer"', 'не хватает tag="long_message"'),
        ],
    )
    def test_detector_that_breaks_ends_only_audits_by_rules_that_name_it(self, site: Site, export: Path, old: str, new: str, said: str):
        site.change("detector.py", old, new)

        told = scan(export, rules=Path("sparrow-school"))

        assert (told.code, told.out) == (ExitCode.USAGE, "")
        assert said in told.err
        assert scan(export).code == ExitCode.AUDITED

    def test_rulebook_without_rules_is_named(self, site: Site):
        site.change_entry("chataudit_sparrow.rules", "chataudit_sparrow.parser")

        assert "не хватает *.yaml" in scan(SAMPLE, rules=Path("sparrow-school")).sentence()


class TestThatAreAbsent:
    def test_removed_entry_point_is_as_if_it_never_was(self, site: Site, export: Path):
        site.change_entry("sparrow = chataudit_sparrow.parser:SparrowParser", "")

        assert "не похож на выгрузку чата" in scan(export).sentence()
        assert "sparrow-school" in run("plugins").out

    def test_without_any_the_list_says_so(self):
        assert run("plugins").out.startswith("Расширений нет.")

    @pytest.mark.parametrize("command", [["--help"], ["scan", str(SAMPLE), "--format", "json"]])
    def test_nobody_looks_for_them_unless_asked(self, command: list[str]):
        program = (
            "import sys; from chataudit.cli.app import main\n"
            "try: main(sys.argv[1:])\n"
            "finally: print('importlib.metadata' in sys.modules and bool(sys.modules['chataudit.plugins'].find_plugins.cache_info().misses),"
            " file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", program, *command], capture_output=True, text=True, cwd=ROOT, check=False, encoding="utf-8")

        assert done.stderr.strip() == "False"

    @pytest.mark.parametrize("entries", ["[chataudit.parsers]\nsparrow\n", "\udcff[chataudit.parsers]\n"])
    def test_damaged_list_of_one_package_hides_its_own_only(self, site: Site, entries: str):
        (another,) = site.folder.glob("*.dist-info")
        shutil.copytree(another, site.folder / "aaa-1.0.dist-info")
        (site.folder / "aaa-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: aaa\nVersion: 1.0\n", encoding="utf-8")
        (site.folder / "aaa-1.0.dist-info" / "entry_points.txt").write_text(entries, encoding="utf-8", errors="surrogateescape")

        told = run("plugins")

        assert told.err == "Список расширений пакета aaa 1.0 (entry_points.txt) повреждён, их не видно. Переустановите или удалите пакет.\n"
        assert len(told.out.splitlines()) == 5

    def test_package_that_does_not_say_its_name_is_used_all_the_same(self, site: Site, export: Path):
        (metadata,) = site.folder.glob("*.dist-info/METADATA")
        metadata.unlink()

        assert scan(export).report["chat"]["platform"] == "Sparrow"


class TestThatTakeOurNames:
    def test_our_names_win(self, site: Site):
        site.change_entry("one-line =", "json =")
        site.change_entry("sparrow-school =", "kaluga-16 =")

        assert json.loads(scan(SAMPLE, "--format", "json").out)["schema"]
        assert [line.split()[-2:] for line in run("plugins").out.splitlines()[3:5]] == [["имя", "занято"]] * 2

    def test_an_export_of_ours_is_never_asked_of_them(self, site: Site):
        site.change("parser.py", "return entry.head.startswith(HEADER.encode())", "return True")

        assert scan(SAMPLE).report["chat"]["platform"] == "telegram"


def test_in_a_library_a_skipped_plug_in_is_a_warning_in_english(site: Site, export: Path):
    site.change("parser.py", "API = 1", "API = 2")

    with pytest.warns(PluginWarning, match="is written for version 2, here is 1"), pytest.raises(ExportError):
        read_chat(export, ReadOptions())
