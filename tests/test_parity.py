"""The same chat exported by two messengers gets the same report, save for what one of the exports cannot hold."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import scan
from invented_chat import CHAT, TEACHER, write_telegram_json, write_whatsapp_android, write_whatsapp_ios

OF_MESSENGER = 5  # the recommendation that speaks of the messenger itself

Write = Callable[[Path], Path]


def audit(write: Callable[..., Path], folder: Path, **options: bool) -> Any:
    """The report on the invented chat by the built-in rules."""
    folder.mkdir()
    outcome = scan(write(folder, **options), "--teacher", TEACHER, rules=None)
    assert outcome.code == 0, outcome.err
    return outcome.report


def places_of(report: Any, key: str) -> set[tuple[object, ...]]:
    """Findings (or evidence) as (rule, places in the invented chat, who, words, severity), whatever the messenger's ids are."""
    before_first = 500 if report["chat"]["platform"] == "telegram" else 1
    return {
        (
            each["rule"],
            tuple(int(number) - before_first for number in each["message_ids"]),
            *each["participants"],
            words_of(each),
            each.get("severity"),
        )
        for each in report[key]
        if each["recommendation"] != OF_MESSENGER
    }


def words_of(finding: Any) -> str | None:
    """What the author wrote; an attachment is called by its kind, but for a sticker whose emoji one messenger alone tells."""
    excerpt = finding["excerpt"]
    return "[стикер]" if excerpt and excerpt.startswith("[стикер") else excerpt


@pytest.fixture(scope="module")
def telegram(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return audit(write_telegram_json, tmp_path_factory.mktemp("parity") / "telegram")


@pytest.fixture(params=[write_whatsapp_android, write_whatsapp_ios], ids=["android", "ios"])
def whatsapp(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    return audit(request.param, tmp_path / "whatsapp")


def test_invented_chat_gives_rules_something_to_find(telegram: Any):
    assert len(CHAT) >= 30
    found = {each["rule"] for each in telegram["findings"]}
    assert {"R07.picture", "R07.sticker", "R07.congratulation", "R07.acknowledgement", "R11.late", "R14.burst", "R09.personal_data"} <= found
    assert "R11.hours" in {each["rule"] for each in telegram["evidence"]}


def test_findings_are_the_same(telegram: Any, whatsapp: Any):
    assert places_of(whatsapp, "findings") == places_of(telegram, "findings")


def test_evidence_is_the_same(telegram: Any, whatsapp: Any):
    assert places_of(whatsapp, "evidence") == places_of(telegram, "evidence")


def test_verdicts_are_the_same_but_for_that_on_the_messenger(telegram: Any, whatsapp: Any):
    ours, theirs = (
        {each["number"]: each["verdict"] for each in report["recommendations"] if each["number"] != OF_MESSENGER} for report in (whatsapp, telegram)
    )
    assert ours == theirs


def test_facts_of_the_chat_are_the_same(telegram: Any, whatsapp: Any):
    for name in ("title", "message_count", "participant_count", "holds_beginning", "truncated"):
        assert whatsapp["chat"][name] == telegram["chat"][name], name
    for name in ("first_message_at", "last_message_at"):
        assert telegram["chat"][name].startswith(whatsapp["chat"][name])
    assert [each["working"] for each in whatsapp["chat"]["quiet_hours"]] == [each["working"] for each in telegram["chat"]["quiet_hours"]]


def test_export_of_ios_without_files_still_tells_their_kinds(telegram: Any, tmp_path: Path):
    report = audit(write_whatsapp_ios, tmp_path / "ios", media=False)

    assert "media" not in report["chat"]["hides"]
    assert places_of(report, "findings") == places_of(telegram, "findings")


class TestAndroidWithoutMedia:
    """«<Без медиафайлов>» hides what kind the attachment is."""

    @pytest.fixture
    def blind(self, tmp_path: Path) -> Any:
        return audit(write_whatsapp_android, tmp_path / "blind", media=False)

    def test_only_what_rests_on_attachments_is_lost(self, telegram: Any, blind: Any):
        attachments = {number for number, entry in enumerate(CHAT, start=1) if entry.kind != "text"}
        seen, all_of_it = places_of(blind, "findings"), places_of(telegram, "findings")
        comparable = {finding for finding in all_of_it if not set(finding[1]) & attachments}  # type: ignore[call-overload]

        assert comparable <= seen
        assert {rule for rule, *_ in all_of_it - seen} <= {"R07.picture", "R07.sticker", "R09.personal_data"}

    def test_nothing_is_found_that_attachments_would_have_spared(self, telegram: Any, blind: Any):
        assert places_of(blind, "findings") <= places_of(telegram, "findings")

    def test_loss_is_told(self, blind: Any):
        assert "media" in blind["chat"]["hides"]

    def test_share_that_they_could_change_is_called_a_lower_bound(self, telegram: Any, blind: Any):
        whole, partial = (next(each for each in report["recommendations"] if each["number"] == 7) for report in (telegram, blind))

        assert whole["verdict"] == "violated"
        assert partial["verdict"] in ("violated", "partly")
        assert partial["measures"]["share_low"] < whole["measures"]["share"] <= partial["measures"]["share_high"]

    def test_verdict_that_they_alone_could_decide_needs_media(self, tmp_path: Path):
        export = tmp_path / "Чат WhatsApp с контактом 3Б.txt"
        lines = [f"02.09.2024, 10:{minute:02} - {TEACHER}: Контрольная работа в среду, урок номер {minute}" for minute in range(0, 40, 4)]
        lines += [f"02.09.2024, 11:{minute:02} - Ольга: <Без медиафайлов>" for minute in range(0, 40, 10)]
        export.write_text("\n".join(lines) + "\n", encoding="utf-8")

        report = scan(export, "--teacher", TEACHER, rules=None).report

        (verdict,) = [each for each in report["recommendations"] if each["number"] == 7]
        assert (verdict["verdict"], verdict["needs"]) == ("unknown", ["media"])
