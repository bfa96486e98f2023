"""A test that hangs without its defence ends with all of its processes."""

import subprocess
import sys
from pathlib import Path

import pytest
from defences.removing import run_in_group

HANGS = """
import subprocess, sys
child = "import time; open('begun', 'w'); time.sleep(30); open('ended', 'w')"
subprocess.run([sys.executable, "-c", child])
"""


def test_children_of_a_test_that_hangs_end_with_it(tmp_path: Path):
    with pytest.raises(subprocess.TimeoutExpired):
        run_in_group([sys.executable, "-c", HANGS], tmp_path, 5)

    assert (tmp_path / "begun").exists()
    assert not (tmp_path / "ended").exists()


def test_what_a_test_prints_comes_back_with_its_exit_code(tmp_path: Path):
    assert run_in_group([sys.executable, "-c", "print('слово'); raise SystemExit(3)"], tmp_path, 60) == (3, "слово\n")
