"""Chats for the tests of checks and baselines, quick to audit by the small rulebook: voice messages are its findings."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from command_line import MEMO, Outcome, run

OLGA, IRINA = "Ольга Краснова", "Ирина Лунёва"
TITLE = "Группа «Рябинка»"
MENU = "Меню висит в раздевалке"
TEACHER = "Анна Ильинична, воспитатель"
MOSCOW_H = 3


def voice(number: int, day: str = "2024-09-02", author: str = OLGA, **keys: object) -> dict[str, object]:
    """A voice message of ten o'clock and `number` minutes; from a parent it is a major finding."""
    return say(number, "", day, author, media_type="voice_message", file="(File not included)", mime_type="audio/ogg", **keys)


def say(number: int, text: str, day: str = "2024-09-02", author: str = OLGA, **keys: object) -> dict[str, object]:
    at = datetime.fromisoformat(f"{day}T10:{number % 60:02}:00")
    unix = int(at.replace(tzinfo=UTC).timestamp()) - MOSCOW_H * 3600
    plain = {
        "id": 100 + number,
        "type": "message",
        "date": at.isoformat(),
        "date_unixtime": str(unix),
        "from": author,
        "from_id": f"user{len(author)}",
    }
    return plain | {"text": text, "text_entities": []} | keys


def write_chat(folder: Path, *messages: dict[str, object], title: str = TITLE, name: str = "result.json") -> Path:
    """Write a Telegram export in which the teacher tells of the menu first."""
    folder.mkdir(parents=True, exist_ok=True)
    chat = {"name": title, "type": "private_group", "id": 7, "messages": [say(0, MENU, author=TEACHER), *messages]}
    path = folder / name
    path.write_text(json.dumps(chat, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def write_created(folder: Path) -> Path:
    """Write a chat from its beginning, in which nobody tells of the menu: a verdict `violated` without any finding."""
    created = {"id": 1, "type": "service", "date": "2024-09-02T09:00:00", "date_unixtime": "1725256800", "actor": TEACHER, "actor_id": "user9"}
    event = created | {"action": "create_group", "title": TITLE, "members": [OLGA], "text": ""}
    path = folder / "result.json"
    chat = {"name": TITLE, "type": "private_group", "id": 7, "messages": [event, say(1, "добрый день", author=TEACHER)]}
    path.write_text(json.dumps(chat, ensure_ascii=False), encoding="utf-8")
    return path


def write_bursts(path: Path, *days: str) -> Path:
    """Write a WhatsApp text with a burst of four messages on each day (dd.mm.yyyy), which is a minor finding."""
    lines = [f"{day}, 10:00 - {OLGA}: {words} {day[:5]}" for day in days for words in ("девочки", "а завтра", "точно", "утренник")]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def check(*arguments: object, rules: Path = MEMO, **environment: str) -> Outcome:
    """Check by the small rulebook."""
    return run("check", "--rules", rules, *arguments, **environment)


def check_json(*arguments: object, **environment: str) -> Outcome:
    """Check by the small rulebook and print JSON."""
    return check("--format", "json", *arguments, **environment)


def rules_counted(outcome: Outcome, export: int = 0) -> Sequence[str]:
    """Return the codes that count against an export."""
    return [finding["rule"] for finding in outcome.report["exports"][export]["findings"]]
