"""`chataudit compare`: reports, exports and batches side by side, and what is refused."""

import json
import re
from pathlib import Path

import pytest
from batch_folders import batch
from command_line import MEMO, ROOT, Outcome, run, scan
from gate_chats import IRINA, say, voice, write_bursts, write_chat
from markdown_it import MarkdownIt

HOSTILE = "\x1b[31m\n::error::x\u202e[b]\x9b"


def compare(old: Path, new: Path, *arguments: object, **environment: str) -> Outcome:
    return run("compare", old, new, "--rules", MEMO, "--format", "json", *arguments, **environment)


def report(export: Path, place: Path, *arguments: object) -> Path:
    """Write an export's report."""
    assert scan(export, "--output", place, *arguments).code == 0
    return place


def altered(path: Path, **values: object) -> Path:
    """Change some keys of a report."""
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | values, ensure_ascii=False), encoding="utf-8")
    return path


def directions(told: Outcome) -> dict[int, str]:
    return {each["number"]: each["direction"] for each in told.report["recommendations"]}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write_chat(tmp_path / "old", voice(2), voice(9))


class TestVerdicts:
    def test_worse_verdict_is_told_as_worse_with_both_reasons(self, tmp_path: Path, old: Path):
        told = compare(write_chat(tmp_path / "quiet"), old)
        first = told.report["recommendations"][0]

        assert (first["direction"], first["old_reason"], first["new_reason"]) == ("worse", "Голосовых сообщений нет.", "Голосовых сообщений: 2.")
        assert told.report["score_change"] == -17

    def test_better_verdict_is_told_as_better(self, tmp_path: Path, old: Path):
        assert directions(compare(old, write_chat(tmp_path / "new", voice(2))))[1] == "better"

    def test_verdict_that_could_not_be_checked_is_neither_better_nor_worse(self, tmp_path: Path, old: Path):
        silent = write_bursts(tmp_path / "Чат WhatsApp с контактом 3А.txt", "02.09.2024")

        told = compare(old, silent)

        assert directions(told)[2] == "undecided"
        assert any("не одни и те же рекомендации" in note.replace("\u00a0", " ") for note in told.report["notes"])

    def test_report_beside_itself_shows_no_change(self, tmp_path: Path, old: Path):
        told = compare(old, old).report

        assert {each["direction"] for each in told["recommendations"]} == {"same"}
        assert (told["score_change"], told["notes"]) == (0, [])
        assert told["on_new_messages"] == told["found_anew"] == told["gone"] == told["out_of_view"] == []


class TestFindings:
    def test_findings_on_messages_that_the_old_export_did_not_hold_stand_apart(self, tmp_path: Path, old: Path):
        told = compare(old, write_chat(tmp_path / "new", voice(2), voice(9), voice(20, "2024-10-01"))).report

        assert [each["message_ids"] for each in told["on_new_messages"]] == [["120"]]
        assert told["found_anew"] == told["gone"] == []

    def test_new_finding_on_an_old_message_is_told_as_such(self, tmp_path: Path):
        before = write_chat(tmp_path / "old", say(2, "добрый день"), say(9, "спасибо"))

        told = compare(before, write_chat(tmp_path / "new", voice(2), say(9, "спасибо"))).report

        assert ([len(told[key]) for key in ("on_new_messages", "found_anew")]) == [0, 1]

    def test_finding_that_is_gone_and_one_that_the_new_export_does_not_hold_stand_apart(self, tmp_path: Path):
        before = write_chat(tmp_path / "old", voice(2), voice(9), voice(20, "2024-10-01"))

        told = compare(before, write_chat(tmp_path / "new", say(2, "добрый день"), voice(9))).report

        assert [each["message_ids"] for each in told["gone"]] == [["102"]]
        assert [each["message_ids"] for each in told["out_of_view"]] == [["120"]]

    def test_whatsapp_text_cut_at_its_beginning_is_matched_by_what_was_said(self, tmp_path: Path):
        (tmp_path / "1").mkdir()
        (tmp_path / "2").mkdir()
        name = "Чат WhatsApp с контактом 3А.txt"

        told = compare(
            write_bursts(tmp_path / "1" / name, "02.09.2024", "05.09.2024"), write_bursts(tmp_path / "2" / name, "05.09.2024", "09.09.2024")
        ).report

        assert [each["at"][:10] for each in told["on_new_messages"]] == ["2024-09-09"]
        assert [each["at"][:10] for each in told["out_of_view"]] == ["2024-09-02"]
        assert told["found_anew"] == told["gone"] == []


class TestNotes:
    @pytest.mark.parametrize(
        ("values", "words"),
        [
            ({"rulebook": {"name": "memo", "version": "9", "title": "…"}}, "Правила разные"),
            ({"chataudit": "99.0"}, "Версии программы разные"),
        ],
    )
    def test_what_may_have_changed_instead_of_the_chat_is_said(self, tmp_path: Path, old: Path, values: dict[str, object], words: str):
        (note,) = compare(altered(report(old, tmp_path / "o.json"), **values), old).report["notes"]

        assert words in note.replace("\u00a0", " ")

    def test_two_chats_and_two_that_were_swapped_are_suspected(self, tmp_path: Path, old: Path):
        later = write_chat(tmp_path / "new", voice(20, "2024-10-01"), title="Другая группа")

        first, second = compare(later, old).report["notes"]

        assert "разные чаты" in first
        assert "переставлены" in second


class TestInputs:
    def test_report_and_export_of_one_chat_agree(self, tmp_path: Path, old: Path):
        told = compare(report(old, tmp_path / "o.json"), old).report

        assert {each["direction"] for each in told["recommendations"]} == {"same"}
        assert told["found_anew"] == told["gone"] == []

    def test_same_comparison_gives_the_same_bytes(self, tmp_path: Path, old: Path):
        new = write_chat(tmp_path / "new", voice(2), voice(30, author=IRINA))

        assert compare(old, new).out == compare(old, new).out

    def test_shipped_report_of_a_sample_can_be_compared(self):
        sample = ROOT / "samples" / "good-class" / "expected.json"

        assert compare(sample, sample).code == 0

    @pytest.mark.parametrize(
        "content",
        [
            b'{"schema": "chataudit.report/1"}',
            b'{"schema": "chataudit.report/1"',
            b'{"schema": "chataudit.report/1", "chataudit": 5}',
            b'{"schema": "chataudit.report/1", "a": ' + b"[" * 100_000,
            b'{"schema": "chataudit.batch/1", "rows": []}',
            b'{"schema": "chataudit.report/1", "x": "\xff\xfe"}',
            b'{"schema": "chataudit.report/9"}',
        ],
        ids=["bare", "cut", "wrong type", "deep", "batch", "not UTF-8", "other schema"],
    )
    def test_broken_or_hostile_report_is_told_in_one_sentence(self, tmp_path: Path, old: Path, content: bytes):
        (tmp_path / "o.json").write_bytes(content)

        told = compare(tmp_path / "o.json", old)

        assert told.code == 2
        assert told.sentence().startswith("o.json: ")

    @pytest.mark.parametrize("at", ["завтра", "", "0001-01-01T00:00:00+14:00"])
    def test_moment_that_is_none_is_told_in_one_sentence(self, tmp_path: Path, old: Path, at: str):
        path = report(old, tmp_path / "o.json")
        content = json.loads(path.read_text(encoding="utf-8"))
        content["findings"][0]["at"] = at

        told = compare(altered(path, findings=content["findings"]), old)

        assert told.code == 2
        assert told.sentence().startswith("o.json: ")

    def test_missing_file_is_told_in_one_sentence(self, tmp_path: Path, old: Path):
        assert "missing.json" in compare(tmp_path / "missing.json", old).sentence()

    def test_folder_of_several_exports_is_told_what_to_do(self, tmp_path: Path, old: Path):
        write_chat(tmp_path / "new")

        told = compare(tmp_path, old)

        assert told.code == 2
        assert "summary.json" in told.sentence()

    def test_inputs_are_not_overwritten(self, tmp_path: Path, old: Path):
        path = report(old, tmp_path / "o.json")
        before = path.read_bytes()

        assert compare(path, old, "--output", path).code == 2
        assert path.read_bytes() == before


class TestBatches:
    @pytest.fixture
    def batches(self, tmp_path: Path) -> tuple[Path, Path]:
        for number, voices in (("1", [voice(2), voice(9)]), ("2", [])):
            write_chat(tmp_path / number / "2А", *voices)
            write_chat(tmp_path / number / f"only-{number}", title=number)
            batch(tmp_path / number, tmp_path / f"out{number}")
        return tmp_path / "out1", tmp_path / "out2"

    def test_chat_is_known_again_by_its_place(self, batches: tuple[Path, Path]):
        told = compare(*batches).report

        assert told["schema"] == "chataudit.batch_comparison/1"
        assert [(each["place"], each["better"], each["worse"]) for each in told["chats"]] == [("2А/result.json", [1], [])]
        assert (told["only_old"], told["only_new"]) == (["only-1/result.json"], ["only-2/result.json"])

    def test_recommendations_show_how_many_chats_moved(self, batches: tuple[Path, Path]):
        first = compare(*batches).report["recommendations"][0]

        assert (first["old_counts"]["violated"], first["new_counts"]["violated"], first["better"], first["worse"]) == (1, 0, 1, 0)

    def test_text_names_both_and_the_chats_that_changed(self, batches: tuple[Path, Path]):
        told = run("compare", *batches, COLUMNS="80").out.replace("\u00a0", " ")

        assert "0/0/1" not in told
        assert "1/0/1 → 2/0/0 · лучше в 1 чате" in told
        assert "оценка 83 → 100 · лучше: 1" in told

    def test_batch_is_not_compared_with_a_report(self, batches: tuple[Path, Path], old: Path):
        told = compare(batches[0], old)

        assert told.code == 2
        assert told.sentence() == "Сравнивать можно отчёт с отчётом или пакетную проверку с пакетной проверкой."


class TestText:
    def test_sections_stand_in_order_and_findings_are_cut_unless_all_are_asked_for(self, tmp_path: Path, old: Path):
        new = write_chat(tmp_path / "new", voice(2), voice(9), *(voice(10 + 2 * number, "2024-10-01") for number in range(7)))

        told = run("compare", old, new, "--rules", MEMO, COLUMNS="80").out.replace("\u00a0", " ")

        assert told.index("Было:") < told.index("Стало:") < told.index("Вердикт прежний") < told.index("Замечания в новых сообщениях: 7")
        assert "и ещё 2; все покажет --all" in told
        assert "и ещё" not in run("compare", old, new, "--rules", MEMO, "--all", COLUMNS="80").out.replace("\u00a0", " ")
        assert max(map(len, told.splitlines())) <= 80

    def test_hostile_names_and_titles_do_not_act(self, tmp_path: Path, old: Path):
        new = write_chat(tmp_path / "new", voice(2, author=HOSTILE), voice(30, author=HOSTILE), title=HOSTILE)

        told = run("compare", old, new, "--rules", MEMO)

        assert told.code == 0
        assert not re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told.out)
        assert "::error" not in told.out

    def test_markdown_tells_the_same_and_shows_markup_as_it_was_written(self, tmp_path: Path, old: Path):
        author = "[x](http://x.example) <b>*a*"
        new = write_chat(tmp_path / "new", voice(2), voice(9), *(voice(10 + number, "2024-10-01", author=author) for number in range(7)))

        told = run("compare", write_chat(tmp_path / "quiet"), new, "--rules", MEMO, "--format", "markdown").out
        parsed = MarkdownIt().parse(told)

        assert "**1. Без голосовых сообщений** соблюдается" in told
        assert "и ещё 4" in told.replace("\u00a0", " ")
        kinds = {child.type for token in parsed for child in token.children or []}
        assert not kinds & {"link_open", "em_open", "html_inline"}

    def test_markdown_of_batches_names_the_chats_that_changed(self, tmp_path: Path):
        for number, voices in (("1", [voice(2), voice(9)]), ("2", [])):
            write_chat(tmp_path / number / "2А", *voices)
            batch(tmp_path / number, tmp_path / f"out{number}")

        told = run("compare", tmp_path / "out1", tmp_path / "out2", "--format", "markdown").out

        assert "- 2А/result.json: лучше: 1" in told.replace("\\", "")

    def test_unknown_form_is_told_with_those_that_are(self, old: Path):
        assert compare(old, old, "--format", "html").sentence() == "--format html: такого вида отчёта нет; есть: terminal, json, markdown."
