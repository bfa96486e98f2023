"""`chataudit baseline`: what was accepted counts no longer, survives a longer export, grows old, and tells nobody anything."""

import json
from pathlib import Path

import pytest
import yaml
from command_line import MEMO, Outcome, run
from gate_chats import IRINA, OLGA, TITLE, check, check_json, rules_counted, voice, write_bursts, write_chat, write_created

from chataudit.errors import ConfigError
from chataudit.gate.key import find_key

KEY = "0123456789abcdef0123456789abcdef"
DAY = 86400


def accept(*arguments: object, **environment: str) -> Outcome:
    return run("baseline", "--rules", MEMO, *arguments, **environment)


def entries(path: Path) -> list[dict[str, str]]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))["accepted"]


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    return write_chat(tmp_path, voice(2), voice(9))


@pytest.fixture
def baseline(chat: Path, tmp_path: Path) -> Path:
    path = tmp_path / "accepted.yaml"
    assert accept(chat, "--output", path, "--reason", "было до памятки").code == 0
    return path


def against(baseline: Path, *arguments: object, **environment: str) -> Outcome:
    return check_json("--fail-on", "minor", "--baseline", baseline, *arguments, **environment)


class TestLeavingOut:
    def test_accepted_findings_count_no_longer(self, chat: Path, baseline: Path):
        told = against(baseline, chat)

        assert (told.code, rules_counted(told), told.report["exports"][0]["accepted"]) == (0, [], 2)

    def test_new_finding_counts_beside_accepted_ones(self, tmp_path: Path, baseline: Path):
        told = against(baseline, write_chat(tmp_path, voice(2), voice(9), voice(20, author=IRINA)))

        assert (told.code, len(rules_counted(told))) == (1, 1)

    def test_accepted_in_one_chat_is_not_accepted_in_another(self, tmp_path: Path, baseline: Path):
        other = write_chat(tmp_path / "other", voice(3), voice(8), title="Другая группа")

        assert len(rules_counted(against(baseline, other))) == 2

    def test_verdict_without_findings_can_be_accepted(self, tmp_path: Path):
        path, accepted = write_created(tmp_path), tmp_path / "accepted.yaml"

        assert check(path).code == 1
        assert accept(path, "--output", accepted).code == 0
        assert against(accepted, path, "--fail-on", "violated").code == 0


class TestLaterExports:
    def test_telegram_export_that_begins_later_goes_on_keeps_what_was_accepted(self, tmp_path: Path, baseline: Path):
        later = write_chat(tmp_path, voice(9), voice(20, "2024-10-01"))

        assert len(rules_counted(against(baseline, later))) == 1

    def test_changed_display_name_and_time_zone_leave_a_telegram_finding_what_it_was(self, tmp_path: Path, baseline: Path):
        moved = [voice(number, author="Оля ☀️", date=f"2024-09-02T12:{number:02}:00") for number in (2, 9)]

        assert rules_counted(against(baseline, write_chat(tmp_path, *moved))) == []

    def test_whatsapp_text_cut_at_its_beginning_keeps_what_was_accepted(self, tmp_path: Path):
        path, accepted = tmp_path / "Чат WhatsApp с контактом 3А.txt", tmp_path / "accepted.yaml"
        accept(write_bursts(path, "02.09.2024", "05.09.2024"), "--output", accepted)

        told = against(accepted, write_bursts(path, "05.09.2024", "09.09.2024"))

        assert [finding["at"][:10] for finding in told.report["exports"][0]["findings"]] == ["2024-09-09"]
        assert [entry["rule"] for entry in told.report["stale"]] == ["M03.burst"]

    def test_language_of_the_report_changes_nothing(self, tmp_path: Path):
        path, accepted = tmp_path / "Чат WhatsApp с контактом 3А.txt", tmp_path / "accepted.yaml"
        accept(write_bursts(path, "02.09.2024"), "--output", accepted)

        assert against(accepted, path, "--lang", "en").code == 0


class TestGrowingOld:
    def test_entry_that_nothing_matches_is_stale_and_shown(self, tmp_path: Path, baseline: Path):
        write_chat(tmp_path, voice(9))

        told = check(tmp_path / "result.json", "--baseline", baseline)

        assert told.code == 0
        assert "В базе устарело: M01.voice" in told.out
        assert "(было до памятки)" in told.out

    def test_entries_of_a_chat_that_is_not_checked_are_not_stale(self, tmp_path: Path, baseline: Path):
        assert against(baseline, write_chat(tmp_path / "other", title="Другая группа")).report["stale"] == []

    def test_entry_is_not_stale_because_its_finding_is_below_the_threshold_or_earlier(self, chat: Path, baseline: Path):
        assert against(baseline, chat, "--fail-on", "score:0").report["stale"] == []
        assert against(baseline, chat, "--since", "2030-01-01").report["stale"] == []

    def test_entry_holds_through_its_last_day_and_counts_again_after_it(self, chat: Path, tmp_path: Path):
        path = tmp_path / "dated.yaml"
        accept(chat, "--output", path, "--expires", "11.01.1970")

        on_the_day = against(path, chat, SOURCE_DATE_EPOCH=str(10 * DAY))
        after_it = against(path, chat, SOURCE_DATE_EPOCH=str(11 * DAY))

        assert (on_the_day.code, on_the_day.report["expired"]) == (0, [])
        assert (after_it.code, len(rules_counted(after_it)), len(after_it.report["expired"])) == (1, 2, 2)

    def test_expired_entries_are_told_of(self, chat: Path, tmp_path: Path):
        path = tmp_path / "dated.yaml"
        accept(chat, "--output", path, "--expires", "1970-01-11")

        told = check(chat, "--baseline", path, SOURCE_DATE_EPOCH=str(11 * DAY))

        assert "В базе истекло 11.01.1970: M01.voice" in told.out


class TestBringingUpToDate:
    def test_update_adds_what_is_new_drops_what_is_stale_and_keeps_the_reasons(self, tmp_path: Path, baseline: Path):
        later = write_chat(tmp_path, voice(9), voice(20))

        told = accept(later, "--output", baseline, "--update", "--reason", "новое")

        assert told.out.replace("\u00a0", " ") == f"{baseline}: 2 записи, новых 1, убрано 1\n"
        assert [each["reason"] for each in entries(baseline)] == ["было до памятки", "новое"]

    def test_baseline_may_lie_in_the_folder_of_the_exports(self, chat: Path, baseline: Path):
        assert accept(chat.parent, "--output", baseline, "--update").code == 0
        assert against(baseline, chat.parent).code == 0

    def test_export_is_no_baseline_and_is_not_overwritten(self, chat: Path):
        before = chat.read_bytes()

        assert accept(chat, "--output", chat).code == 2
        assert accept(chat, "--output", chat, "--update").code == 2
        assert chat.read_bytes() == before

    def test_prune_adds_nothing(self, tmp_path: Path, baseline: Path):
        later = write_chat(tmp_path, voice(9), voice(20))

        accept(later, "--output", baseline, "--prune")

        assert len(entries(baseline)) == 1

    def test_update_by_one_chat_leaves_the_entries_of_another(self, tmp_path: Path, baseline: Path):
        other = write_chat(tmp_path / "other", voice(3), voice(8), title="Другая группа")

        accept(other, "--output", baseline, "--update")

        assert len(entries(baseline)) == 4

    def test_update_does_not_renew_what_expired(self, chat: Path, tmp_path: Path):
        path = tmp_path / "dated.yaml"
        accept(chat, "--output", path, "--expires", "1970-01-11")

        accept(chat, "--output", path, "--update", SOURCE_DATE_EPOCH=str(20 * DAY))

        assert against(path, chat, SOURCE_DATE_EPOCH=str(20 * DAY)).code == 1

    def test_baseline_that_is_there_is_not_overwritten(self, chat: Path, baseline: Path):
        before = baseline.read_bytes()

        told = accept(chat, "--output", baseline)

        assert told.code == 2
        assert "--update" in told.sentence()
        assert baseline.read_bytes() == before

    def test_nothing_is_written_where_an_export_cannot_be_read(self, chat: Path, tmp_path: Path):
        path = tmp_path / "accepted.yaml"

        told = accept(chat, tmp_path / "missing.json", "--output", path)

        assert (told.code, told.out, path.exists()) == (4, "", False)
        assert "missing.json" in told.err


class TestSecrets:
    def test_file_holds_no_word_no_name_and_no_id(self, baseline: Path):
        text = baseline.read_text(encoding="utf-8")

        assert not [word for word in (OLGA, TITLE, "Рябинка", "102", "2024") if word in text]

    def test_same_key_gives_the_same_bytes_another_key_others(self, chat: Path, tmp_path: Path):
        written = []
        for number, key in enumerate((KEY, KEY, KEY[::-1])):
            path = tmp_path / f"{number}.yaml"
            accept(chat, "--output", path, CHATAUDIT_BASELINE_KEY=key)
            written.append(path.read_bytes())

        assert written[0] == written[1]
        assert not {each["id"] for each in yaml.safe_load(written[0])["accepted"]} & {each["id"] for each in yaml.safe_load(written[2])["accepted"]}

    def test_key_is_made_beside_the_baseline_for_its_owner_alone(self, baseline: Path):
        key = baseline.parent / ".chataudit-key"

        assert len(key.read_text(encoding="utf-8").strip()) == 64
        assert key.stat().st_mode & 0o077 == 0

    def test_user_is_told_of_a_new_key_and_to_keep_it(self, chat: Path, tmp_path: Path):
        told = accept(chat, "--output", tmp_path / "accepted.yaml")

        assert "не публикуйте" in told.err
        assert (tmp_path / ".chataudit-key").read_text(encoding="utf-8").strip() not in told.err + told.out

    def test_key_of_the_environment_is_written_nowhere(self, chat: Path, tmp_path: Path):
        accept(chat, "--output", tmp_path / "accepted.yaml", CHATAUDIT_BASELINE_KEY=KEY)

        assert not (tmp_path / ".chataudit-key").exists()
        assert KEY not in (tmp_path / "accepted.yaml").read_text(encoding="utf-8")

    @pytest.mark.parametrize(("key", "words"), [("f" * 64, "с другим ключом"), ("short", "короче 16 символов")])
    def test_wrong_key_is_refused_rather_than_everything_called_stale(self, chat: Path, baseline: Path, key: str, words: str):
        told = against(baseline, chat, CHATAUDIT_BASELINE_KEY=key)

        assert told.code == 2
        assert words in told.sentence()

    def test_missing_key_is_told_with_where_it_is_looked_for(self, chat: Path, baseline: Path):
        (baseline.parent / ".chataudit-key").unlink()

        told = against(baseline, chat)

        assert told.code == 2
        assert "CHATAUDIT_BASELINE_KEY" in told.sentence()

    def test_answer_never_overwrites_the_key(self, chat: Path, baseline: Path):
        assert against(baseline, chat, "--output", baseline.parent / ".chataudit-key").code == 2
        assert against(baseline, chat).code == 0

    def test_key_may_lie_elsewhere(self, chat: Path, baseline: Path, tmp_path: Path):
        (tmp_path / "keys").mkdir()
        key = (baseline.parent / ".chataudit-key").rename(tmp_path / "keys" / "key")

        assert against(baseline, chat, "--baseline-key", key).code == 0


class TestFile:
    def test_edited_by_hand_it_still_holds(self, chat: Path, baseline: Path):
        content = yaml.safe_load(baseline.read_text(encoding="utf-8"))
        content["accepted"] = [each | {"reason": "решили на собрании", "expires": "31.12.2099"} for each in content["accepted"]]
        baseline.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")

        assert against(baseline, chat).code == 0

    def test_reason_with_signs_of_yaml_and_controls_is_read_back(self, chat: Path, tmp_path: Path):
        path, reason = tmp_path / "odd.yaml", 'a: "b" #c {d}, \x1b[31m\u2028 \x85 e'
        accept(chat, "--output", path, "--reason", reason)

        assert against(path, chat).code == 0
        assert {each["reason"] for each in entries(path)} == {reason}
        assert "\x1b" not in path.read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "text",
        ["", "[", "schema: chataudit.baseline/2\nkey_id: a\naccepted: []\n", "schema: chataudit.baseline/1\naccepted: []\n", "- " * 100, "\x00"],
    )
    def test_what_is_no_baseline_is_told_in_one_sentence(self, chat: Path, baseline: Path, text: str):
        baseline.write_text(text, encoding="utf-8")

        told = against(baseline, chat)

        assert told.code == 2
        assert "accepted.yaml" in told.sentence()

    def test_day_that_is_none_is_told_with_its_entry(self, chat: Path, baseline: Path):
        content = yaml.safe_load(baseline.read_text(encoding="utf-8"))
        content["accepted"][0]["expires"] = "когда-нибудь"
        baseline.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")

        told = against(baseline, chat)

        assert told.code == 2
        assert content["accepted"][0]["id"] in told.sentence()

    def test_json_is_yaml_too(self, chat: Path, baseline: Path):
        baseline.write_text(json.dumps(yaml.safe_load(baseline.read_text(encoding="utf-8"))), encoding="utf-8")

        assert against(baseline, chat).code == 0


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device of POSIX")
def test_key_that_never_ends_is_refused(tmp_path: Path):
    with pytest.raises(ConfigError) as refused:
        find_key(tmp_path / "baseline.yaml", Path("/dev/zero"))

    assert refused.value.key == "gate.no_key"
