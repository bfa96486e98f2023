"""`chataudit check`: what counts, what the answer shows and hides, and the exit codes."""

import shutil
from pathlib import Path

import pytest
from batch_folders import DAMAGED_ZIP, pack, write_account, write_whatsapp
from command_line import MEMO, ROOT, run
from gate_chats import IRINA, OLGA, TEACHER, check, check_json, rules_counted, say, voice, write_bursts, write_chat, write_created


class TestThreshold:
    def test_nothing_found_passes(self, tmp_path: Path):
        assert check(write_chat(tmp_path)).code == 0

    def test_findings_of_a_violated_recommendation_fail_by_default(self, tmp_path: Path):
        told = check_json(write_chat(tmp_path, voice(2), voice(9)))

        assert (told.code, rules_counted(told)) == (1, ["M01.voice", "M01.voice"])

    def test_findings_of_a_partly_met_one_pass_by_default(self, tmp_path: Path):
        told = check_json(write_chat(tmp_path, voice(2)))

        assert (told.code, rules_counted(told), told.report["exports"][0]["partly"]) == (0, [], [1])

    @pytest.mark.parametrize(("level", "code"), [("partly", 1), ("major", 1), ("minor", 1), ("score:92", 0), ("score:93", 1)])
    def test_other_levels_are_reached_by_one_finding(self, tmp_path: Path, level: str, code: int):
        assert check(write_chat(tmp_path, voice(2)), "--fail-on", level).code == code

    def test_minor_finding_does_not_reach_major(self, tmp_path: Path):
        bursts = write_bursts(tmp_path / "Чат WhatsApp с контактом 3А.txt", "02.09.2024")

        assert rules_counted(check_json(bursts, "--fail-on", "minor")) == ["M03.burst"]
        assert rules_counted(check_json(bursts, "--fail-on", "major")) == []

    def test_verdict_that_rests_on_no_finding_counts_as_one(self, tmp_path: Path):
        told = check_json(write_created(tmp_path))

        assert (told.code, rules_counted(told)) == (1, ["verdict.2"])

    def test_level_that_is_none_is_told_in_one_sentence(self, tmp_path: Path):
        told = check(write_chat(tmp_path), "--fail-on", "worst")

        assert (told.code, told.sentence()) == (2, "--fail-on worst: бывает violated, partly, major, minor или score:70.")


class TestSince:
    @pytest.mark.parametrize(
        ("since", "counted"), [("2024-09-03", 1), ("03.09.2024", 1), ("2024-09-02", 2), ("2024-09-04", 0), ("1d", 0), ("30w", 2)]
    )
    def test_only_messages_from_that_day_on_count(self, tmp_path: Path, since: str, counted: int):
        path = write_chat(tmp_path, voice(2), voice(9, "2024-09-03"))

        told = check_json(path, "--since", since, SOURCE_DATE_EPOCH="1733000000")

        assert (len(rules_counted(told)), told.report["exports"][0]["earlier"]) == (counted, 2 - counted)
        assert told.code == (1 if counted else 0)

    def test_finding_without_a_message_counts_whatever_the_day(self, tmp_path: Path):
        sample = shutil.copytree(ROOT / "samples" / "whatsapp-android", tmp_path / "chat")

        told = run("check", sample, "--since", "2030-01-01", "--format", "json")

        assert {finding["at"] for finding in told.report["exports"][0]["findings"]} == {None}
        assert told.code == 1

    @pytest.mark.parametrize("value", ["вчера", "40", "31.02.2024", "сентябрь 2024", "99999w"])
    def test_what_is_no_day_is_told_in_one_sentence(self, tmp_path: Path, value: str):
        told = check(write_chat(tmp_path), "--since", value)

        assert told.code == 2
        assert told.sentence().startswith(f"--since {value}: это не дата")


class TestInputs:
    def test_folder_files_and_zips_are_checked_together_each_once(self, tmp_path: Path):
        first = write_chat(tmp_path / "exports" / "2А")
        write_whatsapp(tmp_path / "exports" / "3Б")
        packed = pack(tmp_path / "sent.zip", result_dot_json=first.read_bytes())

        told = check_json(tmp_path / "exports", packed, first)

        places = [Path(each["place"]).relative_to(tmp_path).as_posix() for each in told.report["exports"]]
        assert places == ["exports/2А/result.json", "exports/3Б/Чат WhatsApp с контактом 3Б.txt", "sent.zip/result.json"]

    def test_groups_of_an_account_are_checked_each(self, tmp_path: Path):
        told = check_json(write_account(tmp_path, **{"2А": "private_group", "мама": "personal_chat"}))

        assert [each["title"] for each in told.report["exports"]] == ["2А"]

    def test_settings_beside_the_export_hold(self, tmp_path: Path):
        path = write_chat(tmp_path, voice(2), voice(9))
        (tmp_path / "chataudit.yaml").write_text(f"teacher: [{OLGA}]\n", encoding="utf-8")

        assert check(path).code == 0

    def test_option_is_stronger_than_the_settings(self, tmp_path: Path):
        path = write_chat(tmp_path, voice(2), voice(9, author=IRINA))
        (tmp_path / "chataudit.yaml").write_text(f"teacher: [{OLGA}]\n", encoding="utf-8")

        assert check(path, "--fail-on", "partly", "--teacher", OLGA, "--teacher", IRINA).code == 0
        assert check(path, "--fail-on", "partly").code == 1


class TestExitCode:
    def test_nothing_readable_is_three(self, tmp_path: Path):
        (tmp_path / "broken.zip").write_bytes(DAMAGED_ZIP)

        assert check(tmp_path / "broken.zip").code == 3
        assert check(tmp_path / "missing.json").code == 3

    def test_folder_without_exports_is_three_in_one_sentence(self, tmp_path: Path):
        told = check(tmp_path)

        assert told.code == 3
        assert str(tmp_path) in told.sentence()

    def test_some_unreadable_is_four_even_where_another_fails(self, tmp_path: Path):
        bad = write_chat(tmp_path, voice(2), voice(9))
        (tmp_path / "broken.zip").write_bytes(DAMAGED_ZIP)

        told = check_json(tmp_path)

        assert told.code == 4
        assert [each["outcome"] for each in told.report["exports"]] == ["unread", "failed"]
        assert check(bad).code == 1

    def test_settings_that_fit_no_export_are_two(self, tmp_path: Path):
        assert check(write_chat(tmp_path), "--teacher", "Мария Петровна").code == 2

    def test_exit_zero_hides_findings_but_not_what_was_not_read(self, tmp_path: Path):
        bad = write_chat(tmp_path, voice(2), voice(9))

        assert check(bad, "--exit-zero").code == 0
        assert check(bad, tmp_path / "missing.json", "--exit-zero").code == 4


class TestPrivacy:
    @pytest.mark.parametrize("form", ["terminal", "json", "github", "junit", "sarif"])
    def test_answer_has_neither_words_nor_names(self, tmp_path: Path, form: str):
        path = write_chat(tmp_path, voice(2), say(3, "СЛОВА"), voice(9), say(10, "СЛОВА"))

        told = check(path, "--fail-on", "minor", "--format", form)

        assert told.code == 1
        assert not [word for word in ("СЛОВА", OLGA, TEACHER, "Меню висит") if word in told.out + told.err]

    def test_reason_why_an_export_was_not_judged_names_nobody_either(self, tmp_path: Path):
        path = write_chat(tmp_path, say(2, "добрый день"))
        (tmp_path / "chataudit.yaml").write_text("teacher: [Ольга Краснопольская]\n", encoding="utf-8")

        told = check(path)

        assert told.code == 2
        assert "Ольга" not in told.out
        assert OLGA in check(path, "--quotes").out

    def test_words_and_names_are_shown_when_asked_for(self, tmp_path: Path):
        bursts = write_bursts(tmp_path / "Чат WhatsApp с контактом 3А.txt", "02.09.2024")

        told = check(bursts, "--fail-on", "minor", "--quotes")

        assert OLGA in told.out
        assert "«девочки 02.09" in told.out


class TestPlainAnswer:
    def test_line_an_export_and_a_line_a_finding(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        write_chat(tmp_path, voice(2), voice(9))
        monkeypatch.chdir(tmp_path)

        assert check("result.json").out.replace("\u00a0", " ") == (
            "result.json: не прошла, 2 замечания · Оценка 83 из 100 · проверено 3 из 3\n"
            "  M01.voice  02.09.2024 10:02 · № 102 · Голосовое сообщение\n"
            "  M01.voice  02.09.2024 10:09 · № 109 · Голосовое сообщение\n"
            "Проверено: 1 выгрузка, не прошло: 1, порог violated\n"
        )

    def test_same_check_gives_the_same_bytes(self, tmp_path: Path):
        path = write_chat(tmp_path, voice(2), voice(9))

        assert check_json(path).out == check_json(path).out

    def test_answer_never_overwrites_what_it_reads(self, tmp_path: Path):
        path = write_chat(tmp_path, voice(2))

        told = check(path, "--output", path)

        assert told.code == 2
        assert "result.json" in told.sentence()

    def test_answer_may_lie_in_the_folder_that_is_checked_and_be_written_again(self, tmp_path: Path):
        write_chat(tmp_path)

        assert check(tmp_path, "--output", tmp_path / "chats.txt").code == 0
        assert check(tmp_path, "--output", tmp_path / "chats.txt").code == 0

    @pytest.mark.parametrize("name", ["messages2.html", "chataudit.yaml"])
    def test_pages_and_settings_beside_an_export_are_not_overwritten(self, tmp_path: Path, name: str):
        shutil.copytree(ROOT / "samples" / "html-export", tmp_path, dirs_exist_ok=True)

        assert run("check", tmp_path, "--output", tmp_path / name).code == 2

    def test_roster_beside_an_export_is_not_overwritten(self, tmp_path: Path):
        shutil.copytree(ROOT / "samples" / "html-export", tmp_path, dirs_exist_ok=True)
        roster = tmp_path / "roster.csv"
        roster.write_text("child,parent\nКраснов Тимур,Ольга Краснова\n", encoding="utf-8")

        assert run("check", tmp_path, "--output", roster).code == 2
        assert roster.read_text(encoding="utf-8").startswith("child")

    def test_unknown_form_is_told_with_those_that_are(self, tmp_path: Path):
        told = check(write_chat(tmp_path), "--format", "html")

        assert (told.code, told.sentence()) == (2, "--format html: такого вида отчёта нет; есть: terminal, json, github, junit, sarif.")

    def test_help_is_english_where_asked(self):
        assert "Say whether exports pass a threshold" in " ".join(run("check", "--help", "--lang", "en").out.split())


def test_rulebook_that_is_wrong_is_two(tmp_path: Path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "broken.yaml").write_text("chataudit: [", encoding="utf-8")

    assert check(write_chat(tmp_path), rules=tmp_path / "rules").code == 2
    assert check(write_chat(tmp_path), rules=MEMO).code == 0
