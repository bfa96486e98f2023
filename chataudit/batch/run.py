"""One batch: exports found and planned, tasks run, what is unchanged left as it is, the summary written, the exit code told."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final, cast, get_args

import chataudit
from chataudit.batch.accounts import divide_accounts
from chataudit.batch.copies import drop_copies, find_alike
from chataudit.batch.engine import Limits
from chataudit.batch.engines import PROCESSES, check_engine, open_engine
from chataudit.batch.exit_code import exit_code
from chataudit.batch.exports import Exports, open_exports
from chataudit.batch.keys import Keys
from chataudit.batch.manifest import find_manifest, read_manifest
from chataudit.batch.outputs import OUTPUTS, write_outputs
from chataudit.batch.perform import perform
from chataudit.batch.plan import Planned, Planner
from chataudit.batch.redacted import claim_folder, hide_details, label_export, redact_rows
from chataudit.batch.store import STATE, Store, report_name
from chataudit.batch.summarise import judge_without_chat, make_row, summarise
from chataudit.batch.summary import ChatResult, LeftAlone, Summary
from chataudit.batch.task import Task
from chataudit.config import Settings, parse_redaction, parse_timezone
from chataudit.error_sentences import tell_error
from chataudit.errors import ConfigError, ExitCode, ExportError
from chataudit.parsers.base import DateOrder
from chataudit.plugins import all_plugins
from chataudit.remote.address import check_address, is_address
from chataudit.reporters import REPORTERS, find_reporter
from chataudit.reporters.base import make_folder
from chataudit.rulebook.choosing import choose_rules, names_folder
from chataudit.rulebook.compiled import digest_rules, load_compiled
from chataudit.rulebook.rulebook import Rulebook
from chataudit.scan import check_fail_on, report_time
from chataudit.wording import Language

_ALWAYS: Final = "json"  # the report that others are drawn from


@dataclass(frozen=True)
class BatchOptions:
    """What the command line was asked for; names as its options, 0 for no limit; `folder` may be the address of a storage."""

    folder: str
    output: Path
    language: Language = "ru"
    manifest: Path | None = None
    formats: tuple[str, ...] = ()
    chats: tuple[str, ...] = ()
    timezone: str | None = None
    date_order: str | None = None
    rules: Path | None = None
    jobs: int | None = None
    engine: str = PROCESSES
    scheduler: str | None = None
    timeout: int = 0
    memory: int = 0
    fail_on: str | None = None
    redact: str | None = None


def run_batch(options: BatchOptions) -> tuple[Summary, ExitCode]:
    """Audit every export under a folder and write the reports and the summary; return it with the places of the exports, for the terminal.

    Raises:
        ChatAuditError: wrong options, manifest or rules; nothing there to audit.
    """
    given = _check_options(options)
    output = Path(os.path.realpath(options.output))

    def prepare_output() -> Path:
        return _prepare_output(output, options, given)

    with open_exports(options.folder, prepare_output) as exports:
        return _run(exports, given, output, options, prepare_output)


def _run(exports: Exports, given: Settings, output: Path, options: BatchOptions, prepare_output: Callable[[], Path]) -> tuple[Summary, ExitCode]:
    rules = choose_rules(options.rules)
    rulebook = load_compiled(rules)
    manifest = options.manifest or find_manifest(exports.folder)
    lines = read_manifest(manifest) if manifest else []
    found = exports.search(output)
    sightings, other_chats = divide_accounts(found.sightings, [*options.chats, *(line.chat for line in lines if line.chat)], exports.folder)
    plan = Planner(exports.folder, manifest, given, is_mirror=is_address(options.folder)).plan(sightings, lines)
    exports.complete(each.sighting for group in find_alike(plan) for each in group if each.sighting)
    plan, copies = drop_copies(plan)
    if not plan:
        raise ExportError("batch.nothing_found", path=options.folder)
    prepare_output()
    at = report_time()
    results = _judge(plan, _make_tasks(plan, exports, options, rules=rules, output=output, at=at), rulebook, Store(output), options)
    rows = [make_row(each, result, rulebook, has_manifest=manifest is not None) for each, result in zip(plan, results, strict=True)]
    left_alone = LeftAlone(
        other_chats=other_chats,
        same_chats=found.same_chats,
        copies=copies,
        attachments=found.attachments,
        links=found.links,
        other_files=found.other_files,
    )
    sum_up = partial(summarise, rulebook=rulebook, left_alone=left_alone, language=options.language, generated_at=at, redacted=given.redact)
    write_outputs(sum_up(redact_rows(rows, given.redact, options.language) if given.redact else rows), output)
    return sum_up(rows), exit_code(rows, options.fail_on)


def _check_options(options: BatchOptions) -> Settings:
    """Return what the options say of every export."""
    if is_address(options.folder):
        check_address(options.folder)
    elif not Path(options.folder).is_dir():
        raise ConfigError("batch.no_folder", path=options.folder)
    if options.jobs is not None and options.jobs < 1:
        raise ConfigError("batch.bad_jobs", value=options.jobs)
    for name in ("timeout", "memory"):
        if getattr(options, name) < 0:
            raise ConfigError("batch.bad_limit", option=f"--{name}", value=getattr(options, name))
    check_engine(options.engine, options.scheduler)
    if options.fail_on:
        check_fail_on(options.fail_on)
    known = [name for name in REPORTERS if name != "terminal"]
    for form in options.formats:
        find_reporter(form, known=known)
    if options.date_order and options.date_order not in get_args(DateOrder):
        raise ConfigError("cli.bad_date_order", value=options.date_order, known=", ".join(get_args(DateOrder)))
    zone = parse_timezone(options.timezone) if options.timezone else None
    redact = parse_redaction(options.redact) if options.redact else None
    return Settings(timezone=zone, date_order=cast("DateOrder | None", options.date_order), redact=redact)


def _prepare_output(output: Path, options: BatchOptions, given: Settings) -> Path:
    """Make the folder of the reports, and in it that of the state, which is returned; the folder of the exports would mix the two."""
    if not is_address(options.folder) and output == Path(os.path.realpath(options.folder)):
        raise ConfigError("batch.output_is_folder")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError("batch.bad_output", path=str(options.output)) from error
    Store(output).refuse_links()
    claim_folder(output, given.redact, OUTPUTS, str(options.output))
    make_folder(output / STATE)
    return output / STATE


def _make_tasks(plan: Sequence[Planned], exports: Exports, options: BatchOptions, *, rules: Path, output: Path, at: datetime) -> list[Task | None]:
    formats = tuple(dict.fromkeys([_ALWAYS, *options.formats]))
    keys = Keys(digest_rules(rules), options.language, formats, exports.identify)
    plugins = tuple(map(str, all_plugins()))
    tasks: list[Task | None] = []
    for number, each in enumerate(plan, start=1):
        if each.sighting is None or each.error is not None:
            tasks.append(None)
            continue
        tasks.append(
            Task(
                place=each.sighting.place,
                path=each.sighting.path,
                member=each.sighting.member,
                span=each.sighting.span,
                settings=each.settings,
                rules=options.rules.resolve() if options.rules and names_folder(options.rules) else options.rules,
                rules_digest=keys.rules,
                plugins=plugins,
                program=chataudit.__version__,
                language=options.language,
                generated_at=at.isoformat(),
                formats=formats,
                output=output,
                name=f"chat-{number:03}" if options.redact else report_name(each.sighting.place),
                label=label_export(number, options.language) if options.redact else None,
                key=keys.make(each.sighting, each.settings),
                source=exports.source_of(each.sighting),
                size=each.sighting.chat_size,
            )
        )
    return tasks


def _judge(plan: Sequence[Planned], tasks: Sequence[Task | None], rulebook: Rulebook, store: Store, options: BatchOptions) -> list[ChatResult]:
    language = options.language
    limits = Limits(options.timeout or None, options.memory or None)
    engine = partial(open_engine, options.engine, scheduler=options.scheduler, jobs=options.jobs, limits=limits)
    ran = perform([task for task in tasks if task is not None], store, open_engine=engine, limits=limits, language=language)
    results: list[ChatResult] = []
    for number, (planned, task) in enumerate(zip(plan, tasks, strict=True), start=1):
        if task is not None:
            results.append(ran[task.name])
        elif planned.error is not None:
            told = hide_details(planned.error, label_export(number, language), language) if options.redact else planned.error
            results.append(ChatResult(status="unread", reason=tell_error(told, language)))
        else:
            results.append(judge_without_chat(planned, rulebook, language))
    return results
