"""One scan with a clock on its stages: `python -m tests.benchmarks.stages EXPORT` prints the share of each, and what the export holds, as JSON.

A stage's time is its own: what a stage within it takes is taken off. The clocks cost a little, so shares are to be trusted, not seconds.
"""

import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import cached_property, wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

# What each stage is, by the functions that do it: where a function is looked up, and its name there.
STAGES: dict[str, list[tuple[str, str]]] = {
    "rulebook": [("chataudit.scan", "load_compiled")],
    "read": [("chataudit.scan", "read_chat")],
    "table": [
        ("chataudit.parsers.telegram_json", "build_messages"),
        ("chataudit.parsers.telegram_json", "build_participants"),
        ("chataudit.parsers.whatsapp_text", "build_messages"),
        ("chataudit.parsers.whatsapp_text", "build_participants"),
    ],
    "establish": [("chataudit.auditing", "prepare_answers")],
    "distinct texts": [("chataudit.conditions.scene", "Scene._texts")],
    "tokens": [("chataudit.matching.token_table", "_tokenise")],
    "index": [("chataudit.matching.text_index", "TextIndex.__init__")],
    "lemmas": [
        ("chataudit.russian.morphology", "Morphology.__init__"),
        ("chataudit.matching.text_index", "TextIndex._lemmas"),
    ],
    "candidates": [
        ("chataudit.matching.search", "Search.find_any"),
        ("chataudit.conditions.scene", "scan_texts"),
    ],
    "confirm": [("chataudit.asking", "Answers.matches_of")],
    "verdicts": [("chataudit.asking", "Answers.decide")],
    "report": [("chataudit.auditing", "make_charts"), ("chataudit.auditing", "make_evidence"), ("chataudit.scan", "write_reports")],
}


class Clock:
    """Time by stage, processor seconds."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._running = ["imports"]
        self._since = 0.0  # of the process's own beginning: interpreter and imports come first

    def turn(self) -> None:
        """Give the time since the last turn to the stage that runs."""
        now = time.process_time()
        self.seconds[self._running[-1]] += now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same and whose time is the stage's."""

        @wraps(function)
        def run(*args: Any, **options: Any) -> Any:
            self.turn()
            self._running.append(stage)
            try:
                return function(*args, **options)
            finally:
                self.turn()
                self._running.pop()

        return run


def put_clocks(clock: Clock) -> None:
    """Put the clock on every function of STAGES."""
    for stage, places in STAGES.items():
        for module, name in places:
            *path, last = name.split(".")
            owner: Any = importlib.import_module(module)
            for part in path:
                owner = getattr(owner, part)
            found = vars(owner)[last]
            if isinstance(found, cached_property):
                found.func = clock.timed(stage, found.func)
            else:
                setattr(owner, last, clock.timed(stage, found))


def run_scan(export: Path) -> dict[str, Any]:
    """Scan an export to a JSON report; return the seconds of each stage and what the export holds."""
    from chataudit.cli.app import main
    from chataudit.matching.text_index import TextIndex

    clock = Clock()
    put_clocks(clock)
    indexes: list[TextIndex] = []
    index = TextIndex.__init__

    def note(self: TextIndex, *args: Any, **options: Any) -> None:
        index(self, *args, **options)
        indexes.append(self)

    TextIndex.__init__ = note  # type: ignore[method-assign]
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        clock.turn()
        try:
            clock.timed("other", main)(["scan", str(export), "--format", "json", "-o", str(report)])
        except SystemExit as end:
            if end.code:
                raise
        told = json.loads(report.read_bytes())
    messages = told["chat"]["message_count"]
    texts = max(indexes, key=lambda each: len(each.texts))  # names are read by indexes of their own
    facts = {
        "messages": messages,
        "bytes": export.stat().st_size,
        "distinct_texts_share": round(len(texts.texts) / messages, 3),
        "words_a_distinct_text": round(len(texts.text_of) / len(texts.texts), 1),
        "findings": len(told["findings"]),
    }
    return {"facts": facts, "stages": {stage: round(seconds, 3) for stage, seconds in clock.seconds.items()}}


if __name__ == "__main__":
    print(json.dumps(run_scan(Path(sys.argv[1]))))
