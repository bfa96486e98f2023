"""The command line: exit codes, streams, languages, and what wrong options are told."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import MEMO, ROOT, run, scan

from chataudit.errors import ExitCode
from chataudit.reporters import REPORTERS

HEAVY = {"pandas", "pymorphy3", "dateutil", "jinja2", "rich", "numpy"}

TEACHER = "Анна Ильинична, воспитатель"


def message(number: int, author: str, text: str, **keys: object) -> dict[str, object]:
    when = {"date": f"2024-09-02T10:{number:02}:00", "date_unixtime": str(1725260400 + 60 * number)}
    return {"id": 100 + number, "type": "message", **when, "from": author, "from_id": f"user{len(author)}", "text": text, "text_entities": []} | keys


VOICE = {"media_type": "voice_message", "file": "(File not included)", "mime_type": "audio/ogg"}


def write_chat(folder: Path, *messages: dict[str, object], name: str = "result.json") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(
        json.dumps({"name": "Рябинка", "type": "private_group", "id": 7, "messages": list(messages)}, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    return path


@pytest.fixture
def quiet(tmp_path: Path) -> Path:
    """A chat in which the small rulebook finds nothing, and whose score is 100."""
    return write_chat(tmp_path, message(1, TEACHER, "Меню висит в раздевалке"), message(2, "Ольга Краснова", "добрый день"))


@pytest.fixture
def partly(tmp_path: Path) -> Path:
    """A chat with one major finding and the verdict `partly` for recommendation 1."""
    return write_chat(tmp_path, message(1, TEACHER, "Меню висит в раздевалке"), message(2, "Ольга Краснова", "", **VOICE))


@pytest.fixture
def violated(tmp_path: Path) -> Path:
    """A chat whose recommendation 1 is violated, and whose score is 83."""
    noise = [message(number, author, "", **VOICE) for number, author in ((2, "Ольга Краснова"), (5, "Ирина Лунёва"))]
    return write_chat(tmp_path, message(1, TEACHER, "Меню висит в раздевалке"), *noise)


class TestExitCode:
    def test_findings_do_not_fail_a_scan_by_themselves(self, violated: Path):
        assert scan(violated).code == ExitCode.AUDITED

    @pytest.mark.parametrize(
        ("level", "code"),
        [("violated", 0), ("partly", 1), ("major", 1), ("minor", 1), ("score:92", 0), ("score:93", 1), ("score:0", 0)],
    )
    def test_partly_met_chat_fails_on_what_it_reaches(self, partly: Path, level: str, code: int):
        assert scan(partly).report["score"] == 92
        assert scan(partly, "--fail-on", level).code == code

    @pytest.mark.parametrize(("level", "code"), [("violated", 1), ("partly", 1), ("score:83", 0), ("score:84", 1)])
    def test_violated_recommendation_fails_on_partly_too(self, violated: Path, level: str, code: int):
        assert scan(violated).report["score"] == 83
        assert scan(violated, "--fail-on", level).code == code

    @pytest.mark.parametrize("level", ["violated", "partly", "major", "minor", "score:100"])
    def test_clean_chat_fails_on_nothing(self, quiet: Path, level: str):
        assert scan(quiet, "--fail-on", level).code == ExitCode.AUDITED

    def test_minor_findings_do_not_fail_on_major(self, tmp_path: Path):
        burst = [message(number, "Ольга Краснова", f"и ещё {number}") for number in range(4)]
        export = write_chat(tmp_path, *burst)

        assert scan(export, "--fail-on", "major").code == ExitCode.AUDITED
        assert scan(export, "--fail-on", "minor").code == ExitCode.FINDINGS

    def test_score_that_cannot_be_computed_fails(self, tmp_path: Path):
        only_unknown = tmp_path / "rules"
        only_unknown.mkdir()
        for name in ("memo.yaml", "M02_menu.yaml"):
            shutil.copy(MEMO / name, only_unknown)
        export = write_chat(tmp_path, message(1, "Ольга", "добрый день"))

        outcome = scan(export, "--fail-on", "score:0", rules=only_unknown)

        assert outcome.report["score"] is None
        assert outcome.code == ExitCode.FINDINGS

    @pytest.mark.parametrize("level", ["bad", "score:", "score:x", "score:²", "score:-1", "info"])
    def test_unknown_level_is_a_wrong_option(self, quiet: Path, level: str):
        outcome = scan(quiet, "--fail-on", level)

        assert outcome.code == ExitCode.USAGE
        assert "score:70" in outcome.sentence()

    def test_report_is_written_even_where_the_scan_fails(self, violated: Path):
        assert scan(violated, "--fail-on", "violated").report["schema"] == "chataudit.report/1"

    def test_strict_passes_a_whole_export(self, quiet: Path):
        assert scan(quiet, "--strict").code == ExitCode.AUDITED


class TestStreams:
    @pytest.mark.parametrize("form", list(REPORTERS))
    def test_report_goes_to_standard_output_and_nothing_else_does(self, violated: Path, form: str):
        outcome = scan(violated, "--format", form)

        assert outcome.out.strip()
        assert outcome.err == ""

    def test_report_written_to_a_file_leaves_the_streams_empty(self, quiet: Path, tmp_path: Path):
        outcome = scan(quiet, "--output", tmp_path / "отчёт.json")

        assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
        assert json.loads((tmp_path / "отчёт.json").read_text(encoding="utf-8"))["schema"] == "chataudit.report/1"

    def test_dash_means_standard_output(self, quiet: Path):
        assert scan(quiet, "--output", "-").out == scan(quiet).out

    def test_same_chat_gives_the_same_bytes(self, violated: Path):
        assert scan(violated).out == scan(violated).out

    def test_report_bears_the_time_that_source_date_epoch_names(self, quiet: Path):
        assert scan(quiet, SOURCE_DATE_EPOCH="86400").report["generated_at"] == "1970-01-02T00:00:00+00:00"


class TestOutput:
    def test_export_is_never_overwritten(self, quiet: Path):
        before = quiet.read_bytes()

        outcome = scan(quiet, "--output", quiet)

        assert outcome.code == ExitCode.USAGE
        assert quiet.name in outcome.sentence()
        assert quiet.read_bytes() == before

    def test_export_is_not_overwritten_through_a_link(self, quiet: Path, tmp_path: Path):
        link = tmp_path / "отчёт.json"
        link.symlink_to(quiet)

        assert scan(quiet, "--output", link).code == ExitCode.USAGE
        assert link.is_symlink()

    def test_files_of_an_exported_folder_are_not_overwritten(self, quiet: Path):
        before = quiet.read_bytes()

        assert scan(quiet.parent, "--output", quiet).code == ExitCode.USAGE
        assert quiet.read_bytes() == before

    @pytest.mark.parametrize(("option", "text"), [("--roster", "child,parent\nКраснов Тимур,Ольга Краснова\n"), ("--config", "me: Ольга\n")])
    def test_what_is_read_beside_the_export_is_not_overwritten(self, quiet: Path, tmp_path: Path, option: str, text: str):
        path = tmp_path / "beside"
        path.write_text(text, encoding="utf-8")

        assert scan(quiet, option, path, "--output", path).code == ExitCode.USAGE
        assert path.read_text(encoding="utf-8") == text

    def test_settings_found_beside_the_export_are_not_overwritten(self, quiet: Path):
        settings = quiet.parent / "chataudit.yaml"
        settings.write_text("me: Ольга\n", encoding="utf-8")

        assert scan(quiet, "--output", settings).code == ExitCode.USAGE

    @pytest.mark.parametrize("command", ["scan", "advise", "check"])
    def test_roster_that_the_settings_name_is_not_overwritten(self, quiet: Path, command: str):
        roster = quiet.parent / "r.csv"
        roster.write_text("child,parent\nКраснов Тимур,Ольга Краснова\n", encoding="utf-8")
        (quiet.parent / "chataudit.yaml").write_text("roster: r.csv\n", encoding="utf-8")

        assert run(command, quiet, "--format", "json", "--output", roster).code == ExitCode.USAGE
        assert roster.read_text(encoding="utf-8").startswith("child")

    def test_file_of_a_name_that_no_settings_mention_is_replaced(self, quiet: Path):
        other = quiet.parent / "r.csv"
        other.write_text("child,parent\n", encoding="utf-8")

        assert scan(quiet, "--output", other).code == ExitCode.AUDITED
        assert other.read_text(encoding="utf-8").startswith("{")

    def test_older_report_is_replaced(self, quiet: Path, tmp_path: Path):
        (tmp_path / "report.json").write_text("старый отчёт", encoding="utf-8")

        assert scan(quiet, "--output", tmp_path / "report.json").code == ExitCode.AUDITED
        assert (tmp_path / "report.json").read_text(encoding="utf-8").startswith("{")

    def test_folder_scanned_again_with_its_report_in_it_reads_the_same_chat(self, quiet: Path):
        first = scan(quiet.parent, "--output", quiet.parent / "report.json")

        assert first.code == ExitCode.AUDITED
        assert scan(quiet.parent).report["chat"]["source"] == quiet.name


class TestPath:
    def test_russian_folder_and_file_names_are_read(self, tmp_path: Path):
        export = write_chat(tmp_path / "Выгрузка чата 1 «А»", message(1, TEACHER, "добрый день"), name="переписка ё.json")

        assert scan(export).report["chat"]["source"] == "переписка ё.json"
        assert scan(export.parent).report["chat"]["source"] == "переписка ё.json"

    def test_whole_account_export_lists_its_chats(self, tmp_path: Path):
        chats = [
            {"name": name, "type": "private_group", "id": number, "messages": [message(1, TEACHER, name)]}
            for number, name in ((41, "1А родители"), (42, "Дача"))
        ]
        export = tmp_path / "result.json"
        export.write_text(json.dumps({"about": "…", "chats": {"about": "…", "list": chats}}, ensure_ascii=False, indent=1), encoding="utf-8")

        outcome = scan(export)

        assert outcome.code == ExitCode.NO_EXPORT
        assert outcome.out == ""
        assert all(each in outcome.err for each in ("41", "1А родители", "42", "Дача", "--chat"))
        assert scan(export, "--chat", "42").report["chat"]["title"] == "Дача"
        assert scan(export, "--chat", "родители").report["chat"]["title"] == "1А родители"


class TestTeacher:
    def test_given_name_is_found_by_its_parts(self, quiet: Path):
        (teacher,) = scan(quiet, "--teacher", "Анна Ильинична").report["chat"]["teachers"]

        assert (teacher["name"], teacher["origin"]) == (TEACHER, "given")

    def test_unknown_name_is_an_error_that_names_the_nearest(self, quiet: Path):
        outcome = scan(quiet, "--teacher", "Ольга Краснолва")

        assert outcome.code == ExitCode.USAGE
        assert "«Ольга Краснова»" in outcome.sentence()
        assert "--teacher-absent" in outcome.err

    def test_name_like_nobody_s_is_an_error_in_a_whole_sentence(self, quiet: Path):
        outcome = scan(quiet, "--teacher", "Зульфия Хамидуллина")

        assert outcome.code == ExitCode.USAGE
        assert "«Зульфия Хамидуллина»" in outcome.sentence()

    def test_name_of_two_people_is_an_error_that_names_both(self, tmp_path: Path):
        export = write_chat(tmp_path, message(1, "Анна Ильина", "да"), message(2, "Анна Львова", "нет"))

        outcome = scan(export, "--teacher", "Анна")

        assert outcome.code == ExitCode.USAGE
        assert "«Анна Ильина»" in outcome.sentence()
        assert "«Анна Львова»" in outcome.err

    def test_absent_teacher_is_taken_as_given(self, quiet: Path):
        (teacher,) = scan(quiet, "--teacher", "Зульфия Хамидуллина", "--teacher-absent").report["chat"]["teachers"]

        assert (teacher["name"], teacher["present"]) == ("Зульфия Хамидуллина", False)


class TestSettings:
    @pytest.fixture
    def settings(self, quiet: Path) -> Path:
        return quiet.parent / "chataudit.yaml"

    def test_file_beside_the_export_is_read(self, quiet: Path, settings: Path):
        settings.write_text('teacher: ["Ольга Краснова"]\nquiet_hours: {from: "20:00", to: "08:00"}\n', encoding="utf-8")

        chat = scan(quiet).report["chat"]

        assert [each["name"] for each in chat["teachers"]] == ["Ольга Краснова"]
        assert chat["quiet_hours"][0] | {"days": []} == {"from_message": None, "origin": "config", "working": ["08:00", "20:00"], "days": []}

    def test_options_go_before_the_file(self, quiet: Path, settings: Path):
        settings.write_text('teacher: ["Ольга Краснова"]\nteacher_absent: true\n', encoding="utf-8")

        assert [each["name"] for each in scan(quiet, "--teacher", TEACHER).report["chat"]["teachers"]] == [TEACHER]
        assert scan(quiet, "--teacher", "Зульфия Хамидуллина").code == ExitCode.USAGE

    def test_unknown_key_is_told_with_its_line_and_the_nearest(self, quiet: Path, settings: Path):
        settings.write_text('me: "Ольга"\nteachr: ["Анна"]\n', encoding="utf-8")

        outcome = scan(quiet)

        assert outcome.code == ExitCode.USAGE
        assert "chataudit.yaml:2" in outcome.sentence()
        assert "«teacher»" in outcome.err

    def test_several_mistakes_are_told_at_once(self, quiet: Path, settings: Path):
        settings.write_text('teachr: ["Анна"]\ndate_order: dym\nquiet_hours: {from: 25, to: "07:00"}\n', encoding="utf-8")

        outcome = scan(quiet)

        assert outcome.code == ExitCode.USAGE
        assert [line.split(": ")[0].strip() for line in outcome.err.splitlines()[1:]] == [f"chataudit.yaml:{line}" for line in (1, 2, 3)]

    @pytest.mark.parametrize(
        "content", [b"\xff\xd8\xff\xe0JFIF", b"", b"- a\n- b\n", b"teacher: [\n", b"timezone: Mars/Olympus\n", b"roster: none.csv\n"]
    )
    def test_file_that_is_no_settings_is_told_in_a_sentence(self, quiet: Path, settings: Path, content: bytes):
        settings.write_bytes(content)

        outcome = scan(quiet)

        assert outcome.code == ExitCode.USAGE
        assert len(outcome.sentence()) > 20

    def test_named_file_that_is_missing_is_told(self, quiet: Path, tmp_path: Path):
        outcome = scan(quiet, "--config", tmp_path / "нет.yaml")

        assert outcome.code == ExitCode.USAGE
        assert "нет.yaml" in outcome.sentence()

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (b"", "child"),
            ("имя;телефон\nа;б\n".encode(), "child"),
            (b"child,parent,contacted_on\na,b,soon\n", ":2"),
            (b"PK\x03\x04\x14\x00\x00\x00\x08\x00", "CSV"),
            (b"child,parent\n" + b"a" * 200_000 + b",b\n", "CSV"),
        ],
        ids=["empty", "other columns", "no date", "spreadsheet", "huge cell"],
    )
    def test_roster_that_cannot_be_used_is_told(self, quiet: Path, tmp_path: Path, content: bytes, told: str):
        roster = tmp_path / "список.csv"
        roster.write_bytes(content)

        outcome = scan(quiet, "--roster", roster)

        assert outcome.code == ExitCode.USAGE
        assert told in outcome.sentence()


class TestOptions:
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["scan", "x.json", "--techer", "Анна"], "--teacher"),
            (["scan", "x.json", "--zzz"], "--zzz"),
            (["scan"], "EXPORT"),
            (["scan", "Чат", "WhatsApp.txt"], "кавычки"),
            (["scan", "x.json", "--chat"], "--chat"),
            (["scan", "x.json", "--all=1"], "--all"),
            (["scna", "x.json"], "scan"),
            (["rules", "lst"], "list"),
            (["scan", "x.json", "--format", "xml"], "json"),
            (["scan", "x.json", "--date-order", "dym"], "dmy"),
            (["scan", "x.json", "--lang", "de"], "ru, en"),
            (["scan", "x.json", "--timezone", "Mars"], "Mars"),
        ],
    )
    def test_wrong_ones_are_told_in_one_russian_sentence(self, arguments: list[str], told: str):
        outcome = run(*arguments)

        assert outcome.code == ExitCode.USAGE
        assert told in outcome.sentence()
        assert any("а" <= letter <= "я" for letter in outcome.err)

    def test_they_are_told_in_english_with_lang_en(self):
        assert run("scan", "x.json", "--techer", "Anna", "--lang", "en").sentence() == "There is no option --techer; did you mean --teacher?"

    def test_no_arguments_at_all_show_the_help(self):
        outcome = run()

        assert "scan" in outcome.out + outcome.err

    def test_version_is_told(self):
        assert run("--version").out.startswith("chataudit ")


class TestLanguage:
    def test_russian_is_the_default(self, quiet: Path):
        assert scan(quiet).report["language"] == "ru"
        assert "Проверить выгрузку" in run("scan", "--help").out

    @pytest.mark.parametrize("arguments", [["--lang", "en"], ["--lang=en"]])
    def test_option_chooses_that_of_report_and_help(self, quiet: Path, arguments: list[str]):
        assert scan(quiet, *arguments).report["language"] == "en"
        assert "Audit a chat" in run("scan", "--help", *arguments).out

    def test_it_may_stand_before_the_command(self, quiet: Path):
        assert run("--lang", "en", "scan", quiet, "--rules", MEMO, "--format", "json").report["language"] == "en"

    def test_environment_chooses_it_too(self, quiet: Path):
        assert scan(quiet, CHATAUDIT_LANG="en").report["language"] == "en"
        assert "Audit a chat" in run("scan", "--help", CHATAUDIT_LANG="en").out

    def test_option_goes_before_the_environment(self, quiet: Path):
        assert scan(quiet, "--lang", "ru", CHATAUDIT_LANG="en").report["language"] == "ru"

    def test_verdicts_do_not_depend_on_it(self, violated: Path):
        reports = [scan(violated, "--lang", language).report for language in ("ru", "en")]

        assert len({tuple((each["number"], each["verdict"]) for each in report["recommendations"]) for report in reports}) == 1
        assert len({tuple(each["id"] for each in report["findings"]) for report in reports}) == 1


@pytest.mark.parametrize("arguments", [["--help"], ["scan", "--help"], ["--version"], ["rules", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]):
    lines = ["import sys", "from chataudit.cli.app import main", f"try: main({arguments})", "finally: print(*sys.modules, file=sys.stderr)"]

    child = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, cwd=ROOT, check=True)

    loaded = {name.partition(".")[0] for name in child.stderr.split()}
    assert "chataudit" in loaded
    assert not loaded & HEAVY


def test_program_runs_as_a_module_of_its_own_process(violated: Path):
    command = [sys.executable, "-m", "chataudit", "scan", str(violated), "--rules", str(MEMO), "--format", "json", "--fail-on", "violated"]

    child = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)

    assert child.returncode == ExitCode.FINDINGS
    assert json.loads(child.stdout)["chat"]["title"] == "Рябинка"
    assert child.stderr == b""
