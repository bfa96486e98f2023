"""What the tests share: a chat of a few readable lines, and a rulebook of a few lines of YAML asked about it."""

import signal
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from network_guard import guard
from tiny_rulebooks import CAST, TEACHER, TINY_RULES, read_condition

from chataudit import cache
from chataudit.asking import Answers
from chataudit.auditing import audit
from chataudit.chat import Chat
from chataudit.conditions.scene import Scene
from chataudit.config import Settings
from chataudit.establish import establish_context, establish_rest
from chataudit.findings import Report
from chataudit.matching.patterns import parse_pattern
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.rulebook import Rulebook
from chataudit.russian.morphology import morphology
from chataudit.trials.notation import build_tiny_chat
from chataudit.wording import Language

pytest_plugins = ["corpus_summary", "chromium"]

guard()

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # so a shell starts its background jobs, and programs inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep between scans what is kept, but nowhere near the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(cache.VARIABLE, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def make_chat() -> Callable[..., Chat]:
    """Five readable lines give a chat: `chataudit.trials.notation` has their notation."""

    def make(lines: str, **options: Any) -> Chat:
        return build_tiny_chat(lines, CAST, silent_teacher=False, **options).chat

    return make


@pytest.fixture
def make_scene(make_chat: Callable[..., Chat]) -> Callable[..., Scene]:
    """Lay a chat out for conditions; `Учитель` is its teacher."""

    def make(lines: str, words: dict[str, list[str]] | None = None, conditions: dict[str, str] | None = None) -> Scene:
        lists = {name: [parse_pattern(entry) for entry in entries] for name, entries in (words or {}).items()}
        named = {name: read_condition(text) for name, text in (conditions or {}).items()}
        scene = Scene(make_chat(lines), lists, named, morphology())
        is_teacher = np.array([name == TEACHER for name in scene.author_names], dtype=bool)
        scene.roles.update({"teacher": is_teacher, "parent": ~is_teacher})
        return scene

    return make


@pytest.fixture
def make_rulebook(tmp_path: Path) -> Callable[..., Rulebook]:
    """Load rule files written as YAML; what every rulebook needs besides is added."""

    def make(*files: str) -> Rulebook:
        (tmp_path / "tiny.yaml").write_text(TINY_RULES, encoding="utf-8")
        for number, text in enumerate(files, start=1):
            (tmp_path / f"R{number:02}.yaml").write_text(text, encoding="utf-8")
        return load_rulebook(tmp_path)

    return make


@pytest.fixture
def ask(make_rulebook: Callable[..., Rulebook], make_chat: Callable[..., Chat]) -> Callable[..., Answers]:
    """Ask rule files about a chat. `Учитель` is its teacher unless `teachers` says otherwise; she need not be in it."""

    def ask_about(files: str | Sequence[str], lines: str | Chat, *, teachers: tuple[str, ...] = (TEACHER,), **settings: Any) -> Answers:
        rulebook = make_rulebook(*([files] if isinstance(files, str) else files))
        chat = make_chat(lines) if isinstance(lines, str) else lines
        answers = Answers(rulebook)
        answers.context = establish_context(chat, rulebook, Settings(teachers=teachers, teacher_absent=True, **settings), answers)
        establish_rest(answers.context, rulebook)
        return answers

    return ask_about


@pytest.fixture
def report_on(make_chat: Callable[..., Chat]) -> Callable[..., Report]:
    """Audit a chat by a rulebook. `Учитель` is its teacher unless `teachers` says otherwise; she need not be in it."""

    def report(
        lines: str | Chat, rulebook: Rulebook, *, teachers: tuple[str, ...] = (TEACHER,), language: Language = "ru", **settings: Any
    ) -> Report:
        chat = make_chat(lines) if isinstance(lines, str) else lines
        known = Settings(teachers=teachers, teacher_absent=True, **settings)
        return audit(chat, rulebook, known, language=language, generated_at=datetime(2026, 1, 1, tzinfo=UTC))

    return report
