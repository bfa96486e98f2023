"""What changed since a chat last stood otherwise: told for every chat, and never taken from a run compared with itself."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from batch_folders import batch, files_of, summary_of, write_chat
from command_line import MEMO, ROOT, run
from parsers.telegram_exports import export, message

from chataudit.batch.summary import Trend
from chataudit.batch.trend import Measure, find_trend, remember
from chataudit.errors import ExitCode
from chataudit.findings import Verdict

OCTOBER, NOVEMBER = "2026-10-01T09:00:00+00:00", "2026-11-01T09:00:00+00:00"


def stood(score: int | None = 60, at: str = OCTOBER, rules: str = "r1", program: str = "0.1.0", **verdicts: Verdict) -> Measure:
    pairs: list[tuple[int, Verdict]] = [(int(name.removeprefix("r")), verdict) for name, verdict in verdicts.items()]
    return Measure(at=at, rules=rules, program=program, messages=9, last_message_at=None, score=score, verdicts=pairs)


def trend_of(now: Measure, *earlier: Measure) -> Trend:
    found = find_trend(now, earlier)
    assert found is not None
    return found


def test_change_is_that_since_the_last_run():
    found = trend_of(stood(72, NOVEMBER, r7="met", r9="partly"), stood(60, r7="violated", r9="met"))

    assert (found.since, found.score, found.score_change) == (OCTOBER, 60, 12)
    assert (found.violated, found.violated_change) == (1, -1)
    assert (found.better, found.worse, found.unlike) == ([7], [9], [])


def test_first_run_has_no_trend():
    assert find_trend(stood(), []) is None


def test_run_is_not_compared_with_its_like():
    assert find_trend(stood(at=NOVEMBER), [stood()]) is None
    assert trend_of(stood(at=NOVEMBER), stood(50), stood()).score == 50


def test_what_is_not_scored_has_no_change_of_score():
    assert trend_of(stood(None), stood(60)).score_change is None


@pytest.mark.parametrize(
    ("then", "unlike"),
    [
        (stood(50, rules="r0", r7="met"), ["rules"]),
        (stood(50, program="0.0.9", r7="met"), ["program"]),
        (stood(50, r7="unknown"), ["checked"]),
        (stood(50, r7="violated"), []),
    ],
)
def test_what_differs_besides_the_chat_is_told(then: Measure, unlike: list[str]):
    assert trend_of(stood(r7="met"), then).unlike == unlike


def test_recommendation_that_could_not_be_checked_is_neither_better_nor_worse():
    found = trend_of(stood(r7="met", r9="unknown"), stood(50, r7="unknown", r9="violated"))

    assert (found.better, found.worse) == ([], [])


def test_only_what_differs_is_remembered_and_little_of_it():
    first, second, third = stood(40), stood(50), stood(60)

    assert remember([], None) == []
    assert remember([first], stood(40, NOVEMBER)) == [first]
    assert remember([first, second], third) == [second, third]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "школы"
    for name in ("1А", "2А"):
        write_chat(made / name, name)
    return made


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "отчёты"


def spoil(folder: Path, *names: str) -> None:
    """Add a voice message, of which the small rulebook disapproves."""
    spoken = message(2, "", media_type="voice_message", file="(File not included.)", mime_type="audio/ogg", duration_seconds=4)
    for name in names:
        (folder / name / "result.json").write_bytes(export(message(1), spoken, name=name))


def trends(output: Path) -> list[Any]:
    return [row["result"]["trend"] for row in summary_of(output)["rows"]]


def test_changed_chat_has_a_trend_and_an_unchanged_one_has_none(folder: Path, output: Path):
    batch(folder, output)
    assert trends(output) == [None, None]
    spoil(folder, "2А")

    outcome = batch(folder, output)

    unchanged, changed = trends(output)
    assert unchanged is None
    assert changed["score_change"] < 0
    assert summary_of(output)["trend"] == {"better": 0, "worse": 1, "same": 0, "unlike": 0}
    assert f"2А/result.json: {changed['score']} → {changed['score'] + changed['score_change']}" in outcome.out.replace("\u00a0", " ")


@pytest.mark.parametrize("arguments", [(), ("--lang", "en"), ("--format", "html,markdown")])
def test_run_over_unchanged_exports_keeps_the_trend(folder: Path, output: Path, arguments: tuple[str, ...]):
    batch(folder, output)
    spoil(folder, "2А")
    batch(folder, output)
    before = trends(output)

    batch(folder, output, *arguments)

    assert trends(output) == before


def test_trend_outlives_a_run_in_which_the_export_could_not_be_read(folder: Path, output: Path):
    batch(folder, output)
    (folder / "2А" / "result.json").write_bytes(b"{")
    assert batch(folder, output).code == ExitCode.SOME_UNREAD
    assert trends(output)[1] is None
    spoil(folder, "2А")

    batch(folder, output)

    assert trends(output)[1]["score_change"] < 0


def test_changed_rules_are_told_and_no_progress_is_claimed(folder: Path, output: Path, tmp_path: Path):
    rules = tmp_path / "правила"
    rules.mkdir()
    for path in MEMO.iterdir():
        (rules / path.name).write_bytes(path.read_bytes())
    batch(folder, output, "--rules", rules)
    with (rules / "memo.yaml").open("a", encoding="utf-8") as file:
        file.write("# a note\n")
    spoil(folder, "2А")

    batch(folder, output, "--rules", rules)

    assert trends(output)[1]["unlike"] == ["rules"]
    assert summary_of(output)["trend"] == {"better": 0, "worse": 0, "same": 0, "unlike": 1}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_killed_run_keeps_what_it_is_compared_with(tmp_path: Path):
    names = [f"{number:02}" for number in range(12)]
    folder, killed, whole = (tmp_path / name for name in ("школы", "прервано", "целиком"))
    for name in names:
        write_chat(folder / name, name)
    for output in (killed, whole):
        run("batch", folder, "--output", output, "--rules", MEMO, "--jobs", 1, "--timeout", 0, "--memory", 0)
    spoil(folder, *names[::2])
    before = {path: path.stat().st_mtime_ns for path in (killed / ".state").iterdir()}
    command = [sys.executable, "-m", "chataudit", "batch", folder, "--output", killed, "--rules", MEMO, "--jobs", "1"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "0"}

    running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while running.poll() is None and all(path.stat().st_mtime_ns == at for path, at in before.items()):
        time.sleep(0.002)
    running.send_signal(signal.SIGKILL)
    running.wait()
    for output in (killed, whole):
        batch(folder, output)

    assert sum(each is not None for each in trends(whole)) == 6
    assert files_of(killed) == files_of(whole)
