"""`python -m tests.benchmarks`: every command some times, in turn; medians and ratios as a table, and as JSON with --json.

Needs the programs that it compares with (`pip install .[bench]`) in this environment or, better, in one of their own (`--readers-python`): some of
what they need changes how pandas holds texts. One that is missing is skipped and named.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.commands import BATCH, STARTING, Command, batches, readers_of, scan, scan_to_terminal
from tests.benchmarks.exports import write_exports, write_folder
from tests.benchmarks.measuring import Usage, measure

_SMALL = 5_000
_MEASURES = ("wall_s", "cpu_s", "peak_anon_mb", "max_rss_mb")
_ROOT = Path(__file__).parents[2]


def main() -> None:
    """Measure what the arguments ask for and print it."""
    asked = _arguments()
    with TemporaryDirectory(prefix="chataudit-bench-") as folder:
        work = Path(folder)
        commands, missing, exports = _prepare(asked, work)
        usages = _run_in_turn(commands, asked.runs, work)
        stages = {export.stem: _time_stages(export) for export in exports}
    results = [_summary(command, usages[command.group, command.name]) for command in commands]
    _print_table(results)
    for export, told in stages.items():
        _print_stages(export, told)
    if missing:
        print(f"\nskipped, not installed: {', '.join(sorted(missing))}")
    if asked.json:
        machine = {"processors": os.cpu_count(), "python": platform.python_version(), "system": platform.platform()}
        told = {"machine": machine, "runs": asked.runs, "results": results, "stages": stages, "skipped": sorted(missing)}
        asked.json.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000], help="messages of the chats (1000000 on request)")
    parser.add_argument("--runs", type=int, default=5, help="how often each command is run")
    parser.add_argument(
        "--chats", type=int, default=0, help="small chats for a batch with one job, with two and on a Dask cluster of two; 0 for none"
    )
    parser.add_argument("--chat-size", type=int, default=500, help="messages of each of them")
    parser.add_argument("--no-start", action="store_true", help="leave out --help, a small chat and the imports they are compared with")
    parser.add_argument("--readers-python", default=sys.executable, help="the interpreter of the programs compared with")
    parser.add_argument("--generator", type=Path, help="another writer of exports: a Python file called with N and the file to write")
    parser.add_argument("--exports", type=Path, default=Path("build/benchmarks"), help="where the exports are kept")
    parser.add_argument("--json", type=Path, help="write all figures there")
    return parser.parse_args()


def _prepare(asked: argparse.Namespace, work: Path) -> tuple[list[Command], set[str], list[Path]]:
    """Write the exports; return what to run, which readers are missing, and each size's exports."""
    commands, missing, exports = [], set(), []
    for size in asked.sizes:
        for export in write_exports(asked.exports, size, asked.generator):
            group = export.stem
            commands.append(Command(group, "chataudit scan", scan(export, work / "report.json")))
            readers, absent = readers_of(export, group, asked.readers_python)
            commands += readers
            missing.update(absent)
            exports.append(export)
    if not asked.no_start:
        small, _ = write_exports(asked.exports, _SMALL, asked.generator)
        commands += [Command("starting", name, [sys.executable, *line]) for name, line in STARTING.items()]
        commands.append(Command("starting", f"scan of {_SMALL} messages", scan_to_terminal(small)))
    if asked.chats:
        folder = write_folder(asked.exports / f"batch-{asked.chats}x{asked.chat_size}", asked.chats, asked.chat_size)
        commands += batches(folder, work)
    return commands, missing, exports


def _run_in_turn(commands: list[Command], runs: int, work: Path) -> dict[tuple[str, str], list[Usage]]:
    """Run all commands, then all again: what slows the machine for a while slows them alike.

    The first round is not counted: it fills the caches of files, of compiled modules and of the rulebook.
    """
    usages: dict[tuple[str, str], list[Usage]] = defaultdict(list)
    for turn in range(runs + 1):
        for command in commands:
            for output in work.glob(f"{BATCH}-*"):
                shutil.rmtree(output)  # or a batch would do only what has changed
            usage = measure(command.line, {"PYTHONPATH": str(_ROOT)})
            if turn:
                usages[command.group, command.name].append(usage)
    return usages


def _time_stages(export: Path) -> dict[str, Any]:
    told = subprocess.run([sys.executable, "-m", "tests.benchmarks.stages", str(export.resolve())], check=True, capture_output=True, cwd=_ROOT)
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def _summary(command: Command, usages: list[Usage]) -> dict[str, Any]:
    medians = {name: round(median(asdict(usage)[name] for usage in usages), 3) for name in _MEASURES}
    return {"group": command.group, "name": command.name, **medians, "runs": [asdict(usage) for usage in usages]}


def _print_table(results: list[dict[str, Any]]) -> None:
    print(f"{'':32}{'wall, s':>9}{'cpu, s':>9}{'anon, MB':>10}{'max rss':>9}   first of the group ÷ this, by cpu (batches: by wall)")
    for row in _with_headings(results):
        print(row)


def _with_headings(results: list[dict[str, Any]]) -> Iterator[str]:
    first: dict[str, Any] = {}
    for result in results:
        if result["group"] != first.get("group"):
            first = result
            yield f"\n{result['group']}"
        measured = "wall_s" if result["group"] == BATCH else "cpu_s"
        ratio = first[measured] / result[measured] if result[measured] else 0.0
        yield (
            f"  {result['name']:30}{result['wall_s']:9.2f}{result['cpu_s']:9.2f}{result['peak_anon_mb']:10.0f}{result['max_rss_mb']:9.0f}"
            + (f"{ratio:12.2f}" if result is not first else "")
        )


def _print_stages(export: str, told: dict[str, Any]) -> None:
    facts, seconds = told["facts"], told["stages"]
    total = sum(seconds.values())
    print(f"\n{export}: " + ", ".join(f"{name} {value}" for name, value in facts.items()))
    print("  " + " · ".join(f"{stage} {100 * spent / total:.0f} %" for stage, spent in seconds.items() if spent >= 0.005 * total))


if __name__ == "__main__":
    main()
