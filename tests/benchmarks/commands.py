"""What is measured: our own commands and those of the programs that only read the same files."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# Programs that read an export and judge nothing: the module that must be there, and what is run.
TELEGRAM_READERS = {
    "orjson.loads": ("orjson", "import sys, orjson; orjson.loads(open(sys.argv[1], 'rb').read())"),
    "chatpack": ("chatpack", "import sys, chatpack; chatpack.parse_telegram(sys.argv[1])"),
    "chat-miner": (
        "chatminer",
        "import sys; from chatminer.chatparsers import TelegramJsonParser as P; p = P(sys.argv[1]); p.parse_file(); p.parsed_messages.get_df()",
    ),
}
WHATSAPP_READERS = {
    "chatpack": ("chatpack", "import sys, chatpack; chatpack.parse_whatsapp(sys.argv[1])"),
    "whatstk": ("whatstk", "import sys; from whatstk import df_from_whatsapp; df_from_whatsapp(sys.argv[1])"),
    "chat-miner": (
        "chatminer",
        "import sys; from chatminer.chatparsers import WhatsAppParser as P; p = P(sys.argv[1]); p.parse_file(); p.parsed_messages.get_df()",
    ),
}
STARTING = {
    "chataudit --help": ["-m", "chataudit", "--help"],
    "import typer, rich": ["-c", "import typer, rich"],
    "import pandas": ["-c", "import pandas"],
}


BATCH = "batch"


@dataclass(frozen=True)
class Command:
    """A command that is measured; its group is what it is compared within, its name what it is called there."""

    group: str
    name: str
    line: Sequence[str]


def scan(export: Path, report: Path) -> list[str]:
    """Return the command line of a scan to a JSON report."""
    return [sys.executable, "-m", "chataudit", "scan", str(export), "--format", "json", "-o", str(report)]


def scan_to_terminal(export: Path) -> list[str]:
    """Return the command line of a scan to the terminal."""
    return [sys.executable, "-m", "chataudit", "scan", str(export)]


def batches(folder: Path, work: Path) -> list[Command]:
    """Return what runs a batch: one process, two, and a Dask scheduler with two workers, which each run starts here; each writes below `work`."""
    line = [sys.executable, "-m", "chataudit", "batch", str(folder), "--format", "json"]
    ways = {"--jobs 1": ["--jobs", "1"], "--jobs 2": ["--jobs", "2"]}
    if _has(sys.executable, "distributed"):
        ways["--engine dask, 2 workers"] = ["--engine", "dask", "--scheduler", "local", "--jobs", "2"]
    return [Command(BATCH, name, [*line, "-o", str(work / f"{BATCH}-{number}"), *options]) for number, (name, options) in enumerate(ways.items())]


def readers_of(export: Path, group: str, python: str) -> tuple[list[Command], list[str]]:
    """Return the readers of an export, and the names of those that are not installed.

    Args:
        python: the interpreter that has them.
    """
    readers = TELEGRAM_READERS if export.suffix == ".json" else WHATSAPP_READERS
    found = {name: code for name, (module, code) in readers.items() if _has(python, module)}
    return [Command(group, name, [python, "-c", code, str(export)]) for name, code in found.items()], sorted(set(readers) - set(found))


def _has(python: str, module: str) -> bool:
    asked = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({module!r}) is None)"
    return subprocess.run([python, "-c", asked], check=False, capture_output=True).returncode == 0
