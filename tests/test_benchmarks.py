"""The benchmarks can be run: their exports are read, their clocks find the functions that they time. What they measure is no test's concern."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.exports import write_exports
from benchmarks.stages import STAGES

from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions

ROOT = Path(__file__).parents[1]


def test_both_exports_hold_the_same_texts(tmp_path: Path) -> None:
    telegram, whatsapp = (read_chat(path, ReadOptions()).messages for path in write_exports(tmp_path, 60))
    of_text = (telegram["text"] != "").to_numpy()
    assert telegram["text"][of_text].tolist() == whatsapp["text"][of_text].tolist()
    assert telegram["author"].tolist() == whatsapp["author"].tolist()


def test_every_stage_of_a_scan_is_timed(tmp_path: Path) -> None:
    export, _ = write_exports(tmp_path, 60)
    run = subprocess.run([sys.executable, "-m", "tests.benchmarks.stages", str(export)], cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(run.stdout)
    assert told["facts"]["messages"] == 60
    assert {*STAGES, "imports", "other"} == set(told["stages"])
