"""A task on another machine: audited as anywhere, if that machine has the same program, plug-ins and rules, and the export."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import distributed

import chataudit
from chataudit.batch.fetching import Source
from chataudit.batch.summary import ChatResult
from chataudit.batch.task import Audited, Task, audit_export
from chataudit.errors import ConfigError, PluginError, RulebookError
from chataudit.plugins import all_plugins
from chataudit.remote.address import check_address
from chataudit.rulebook.choosing import choose_rules
from chataudit.rulebook.compiled import digest_rules
from chataudit.wording import wording


def audit_apart(task: Task) -> Audited:
    """Audit one export and write nothing; on a machine that would do it otherwise, say what is wrong with the machine."""
    if chataudit.__version__ != task.program:
        return _refuse(task, "cluster.other_program", found=chataudit.__version__, wanted=task.program)
    if tuple(map(str, all_plugins())) != task.plugins:
        return _refuse(task, "cluster.other_plugins")
    if _digest(task.rules) != task.rules_digest:
        return _refuse(task, "cluster.other_rules")
    if task.source is not None:
        return _audit_fetched(task, task.source)
    if not task.path.is_file():
        return _refuse(task, "cluster.no_file")
    return audit_export(task)


def _audit_fetched(task: Task, source: Source) -> Audited:
    try:
        check_address(source.address)
    except ConfigError as error:
        return _refuse(task, error.key, **error.details)
    return audit_export(replace(task, source=replace(source, scratch=_own_folder())))


def _own_folder() -> Path | None:
    """Return the folder of this worker, which its successor clears where it was killed; None for the system's own."""
    try:
        return Path(distributed.get_worker().local_directory)
    except ValueError:  # no worker
        return None


def _refuse(task: Task, key: str, **details: object) -> Audited:
    return Audited(ChatResult(status="unread", reason=wording(task.language, key, **details)), lasts=False)


@cache
def _digest(rules: Path | None) -> str | None:
    try:
        return digest_rules(choose_rules(rules))
    except (PluginError, RulebookError):  # there is no such rulebook
        return None
