"""`rules eval` and `rules fit`: what those who tend a rulebook ask of labelled chats."""

import json
import shutil
from pathlib import Path

import pytest
from command_line import MEMO, run

SAID = [("Картинки сюда не шлите", []), ("спасибо", []), ("спасибо большое", [])]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A rulebook of our own that may be written to, one of whose rules people label."""
    folder = Path(shutil.copytree(MEMO, tmp_path / "rules"))
    pack = next(path for path in folder.glob("*.yaml") if "\npack:" in path.read_text(encoding="utf-8"))
    text = pack.read_text(encoding="utf-8")
    codes = [
        line.split("id: ")[1].strip()
        for path in sorted(folder.glob("M*.yaml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "- id: " in line
    ]
    pack.write_text(text.replace("\npack:\n", f"\npack:\n  labelling: {{codes: [{', '.join(codes)}]}}\n"), encoding="utf-8")
    return folder


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    lines: list[dict[str, object]] = [{"chat": "t", "platform": "telegram", "title": "Группа", "teacher": None}]
    lines += [
        {"n": at, "ts": f"2025-09-01T10:{at:02}:00", "author": "Ольга", "kind": "text", "text": text, "labels": labels}
        for at, (text, labels) in enumerate(SAID, start=1)
    ]
    path = tmp_path / "chat.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path


def test_evaluation_counts_chats_and_messages(rules: Path, chat: Path):
    told = run("rules", "eval", chat, "--rules", rules)

    assert told.code == 0
    assert "Чатов: 1, сообщений: 3" in told.out


def test_written_figures_are_read_with_the_rulebook(rules: Path, chat: Path):
    assert run("rules", "eval", chat, "--rules", rules, "--write").code == 0

    assert "chats: 1\n  messages: 3" in (rules / "measured.yaml").read_text(encoding="utf-8")
    assert run("rules", "list", "--rules", rules).code == 0


def test_nothing_is_written_unless_asked(rules: Path, chat: Path):
    run("rules", "eval", chat, "--rules", rules)

    assert not (rules / "measured.yaml").exists()


def test_unknown_rule_is_told(rules: Path, chat: Path):
    told = run("rules", "eval", chat, "--errors", "R99.nothing", "--rules", rules)

    assert (told.code, told.sentence().startswith("Правила R99.nothing нет")) == (2, True)


def test_missing_chats_are_told_in_english_too(rules: Path, tmp_path: Path):
    told = run("rules", "eval", tmp_path / "none", "--rules", rules, "--lang", "en")

    assert (told.code, told.sentence()) == (2, "none is no labelled chat; JSONL in UTF-8 is wanted, as tests/labelled/README.md describes.")


def test_rule_without_signs_has_nothing_to_fit(rules: Path, chat: Path):
    code = next(line.split()[0] for line in run("rules", "list", "--rules", rules).out.splitlines() if line.startswith("   M"))

    assert "нет признаков" in run("rules", "fit", code, chat, "--rules", rules).sentence()
