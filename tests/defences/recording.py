"""Run the tests of hostile texts in some media; write which payload was noticed in which field: `python -m tests.defences.recording OUT MEDIUM…`.

A medium is the form of a report, or what a test's mark `medium` names. Written is a list of `[medium, payload, whether the test failed]`.
Where a test tries a payload in all fields of a report at once, those of single fields are left out.
"""

import json
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

Tried = list[tuple[str, str, bool]]


class Recorder:
    """Lets the tests of some media run, and gathers what each says of its payload."""

    def __init__(self, media: set[str]) -> None:
        self.tried: Tried = []
        self._media = media

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Leave only tests that try a payload in one of the media."""
        in_media = [each for each in items if "payload" in _parameters(each) and _medium(each) in self._media]
        at_once = {_cell(each) for each in in_media if {"form", "payload"} == _parameters(each).keys()}
        chosen = [each for each in in_media if _parameters(each).keys() != {"form", "field", "payload"} or _cell(each) not in at_once]
        config.hook.pytest_deselected(items=[each for each in items if each not in set(chosen)])
        items[:] = chosen

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Note a test that ran."""
        report = yield
        if call.when == "call":
            self.tried.append((*_cell(item), report.failed))
        return report


def _parameters(item: pytest.Item) -> dict[str, str]:
    return item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}


def _medium(item: pytest.Item) -> str:
    mark = item.get_closest_marker("medium")
    return str(mark.args[0]) if mark else _parameters(item).get("form", "")


def _cell(item: pytest.Item) -> tuple[str, str]:
    return _medium(item), _parameters(item)["payload"]


def main(out: str, *media: str) -> int:
    """Run; the exit code is pytest's."""
    recorder = Recorder(set(media))
    code = pytest.main(["-q", "--tb=no", "--no-summary", "-p", "no:cacheprovider", "tests/reporters"], plugins=[recorder])
    Path(out).write_text(json.dumps(recorder.tried), encoding="utf-8")
    return int(code)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
