"""The making of a baseline: exports audited, their findings accepted, the file written; what it holds already is kept with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chataudit.days import parse_day
from chataudit.errors import ConfigError, ExitCode
from chataudit.gate.baseline import SCHEMA, Baseline, Digester, accept, find_stale, read_baseline, write_baseline
from chataudit.gate.counting import select_all
from chataudit.gate.key import check_key, find_key, find_or_make_key
from chataudit.gate.look import LookOptions, load_rules, look, unread_code
from chataudit.gate.result import Accepted
from chataudit.reporters.base import open_output
from chataudit.scan import report_time


@dataclass(frozen=True)
class BaselineOptions:
    """What the command line was asked for; names as its options."""

    look: LookOptions
    output: Path
    baseline_key: Path | None = None
    reason: str | None = None
    expires: str | None = None
    update: bool = False
    prune: bool = False


@dataclass(frozen=True)
class Written:
    """What became of the file.

    Attributes:
        entries, new, dropped: how many it holds, how many of them came, how many went.
        key: the file of a key that had to be made.
        unread: a sentence for each export that could not be audited; if there is one, nothing was written.
        code: the exit code.
    """

    entries: int = 0
    new: int = 0
    dropped: int = 0
    key: Path | None = None
    unread: tuple[str, ...] = ()
    code: ExitCode = ExitCode.AUDITED


def run_baseline(options: BaselineOptions) -> Written:
    """Accept the findings of the exports and write them down.

    Raises:
        ChatAuditError: wrong options, baseline or rules; nothing there to audit; the file cannot be written.
    """
    keeps = options.update or options.prune
    if options.output.exists() and not keeps:
        raise ConfigError("gate.baseline_exists", path=str(options.output))
    at = report_time()
    expires = _parse_expiry(options.expires)
    old: list[Accepted] = []
    key: Path | None = None
    if keeps:
        baseline = read_baseline(options.output)
        digester = find_key(options.output, options.baseline_key)
        check_key(baseline.key_id, digester, options.output)
        old = baseline.accepted
    else:
        digester, key = find_or_make_key(options.output, options.baseline_key)
    present, chats, unread, code = _look_at_all(options, digester, at.date(), expires)
    if code is not None:  # what was not seen would seem stale, or be missing
        return Written(key=key, unread=unread, code=code)
    stale = {each.id for each in find_stale(old, {each.id for each in present}, chats)}
    kept = [each for each in old if each.id not in stale]
    new = [] if options.prune else [each for each in present if each.id not in {entry.id for entry in kept}]
    with open_output(options.output) as out:  # no file was there, or a baseline was: nothing else can be written over
        out.write(write_baseline(Baseline(SCHEMA, digester.key_id, kept + new), options.look.language))
    return Written(len(kept) + len(new), len(new), len(stale), key)


def _look_at_all(
    options: BaselineOptions, digester: Digester, today: date, expires: date | None
) -> tuple[list[Accepted], set[str], tuple[str, ...], ExitCode | None]:
    """Return an entry for each finding, the digests of the chats, and what could not be audited with its exit code."""
    rulebook = load_rules(options.look)
    present: dict[str, Accepted] = {}
    chats: set[str] = set()
    unread: list[str] = []
    codes: list[ExitCode] = []
    for looked in look(options.look, rulebook, report_time()):
        codes.append(looked.code)
        report = looked.report
        if report is None:
            unread.append(f"{looked.place}: {looked.reason}")
            continue
        chats.add(digester.of_chat(report.chat))
        entries = accept(select_all(report), report.chat, digester, created=today, expires=expires, reason=options.reason)
        present |= {each.id: each for each in entries}
    return list(present.values()), chats, tuple(unread), unread_code(codes)


def _parse_expiry(text: str | None) -> date | None:
    try:
        return parse_day(text) if text else None
    except ValueError as error:
        raise ConfigError("gate.bad_expiry", value=(text or "")[:40]) from error
