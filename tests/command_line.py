"""The command line called in this process: arguments in; exit code, standard output and standard error out."""

import gc
import io
import json
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from chataudit.cli.app import main

ROOT = Path(__file__).parent.parent
MEMO = Path(__file__).parent / "rulebooks" / "kindergarten_memo"  # a small rulebook of our own: quick, and nobody tunes it


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> Any:
        return json.loads(self.out)

    def sentence(self) -> str:
        """The one line of standard error, where nothing stands on standard output."""
        assert self.out == ""
        assert self.err.endswith("\n")
        (line,) = self.err.splitlines()
        return line


def run(*arguments: object, **environment: str) -> Outcome:
    """Run `chataudit` with these arguments and environment variables."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with mock.patch.dict(os.environ, {"SOURCE_DATE_EPOCH": "0", **environment}), redirect_stdout(out), redirect_stderr(err):
        if "CHATAUDIT_LANG" not in environment:
            os.environ.pop("CHATAUDIT_LANG", None)
        with pytest.raises(SystemExit) as ended:
            main([str(each) for each in arguments])
    gc.enable()  # the program does without, as it runs once; tests run it often in one process
    code = ended.value.code
    assert isinstance(code, int)
    return Outcome(code, *(_content(stream) for stream in (out, err)))


def scan(export: Path, *arguments: object, rules: Path | None = MEMO, **environment: str) -> Outcome:
    """Scan an export by the small rulebook and print the report as JSON, unless told otherwise."""
    chosen: list[object] = ["--rules", rules] if rules else []
    form: list[object] = [] if "--format" in arguments else ["--format", "json"]
    return run("scan", export, *chosen, *form, *arguments, **environment)


def _content(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
