"""A rule's kind that the program does not know in, the detector that another package offers under that name out."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, cast, get_args

from chataudit.context.context import Context
from chataudit.detectors import Rule
from chataudit.detectors.base import BaseRule, Matches
from chataudit.errors import ChatAuditError, PluginError
from chataudit.plugins import FAILURES, Plugin, broke, load_plugin, plugin_named, warn_of

OWN_KINDS: Final = tuple(str(each.__struct_config__.tag) for each in get_args(Rule))


@cache
def plugged_detector(kind: str) -> type[BaseRule] | None:
    """Return the detector that another package offers for a kind of rule; None where none does, or where it cannot be used, which is told of."""
    plugin = plugin_named("detectors", kind)
    if plugin is None:
        return None
    try:
        return load_detector(plugin)
    except PluginError as error:
        warn_of(error)
        return None


def load_detector(plugin: Plugin) -> type[BaseRule]:
    """Import a detector: the entry point names a subclass of BaseRule whose tag is the entry point's name.

    Raises:
        PluginError: it is none, or written for another version.
    """
    loaded = load_plugin(plugin)
    if not (isinstance(loaded, type) and issubclass(loaded, BaseRule)):
        raise plugin.error("plugins.wrong_protocol", missing="BaseRule")
    if loaded.__struct_config__.tag != plugin.name:
        raise plugin.error("plugins.wrong_protocol", missing=f'tag="{plugin.name}"')
    return _guarded(plugin, loaded)


def _guarded(plugin: Plugin, detector: type[BaseRule]) -> type[BaseRule]:
    """Return the same kind of rule whose failing is told in one sentence: an audit without what a rule sees would praise for nothing."""

    def find(self: BaseRule, context: Context) -> Matches:
        try:
            matches = detector.find(self, context)
            rows = [row for rows in matches.rows for row in rows]
        except (ChatAuditError, MemoryError):
            raise
        except FAILURES as error:
            raise broke(plugin, error) from error
        if not isinstance(matches, Matches) or not all(0 <= row < context.scene.size for row in rows):
            raise plugin.error("plugins.wrong_protocol", missing="Matches")
        return matches

    metaclass: Any = type(detector)
    made = metaclass(
        detector.__name__,
        (detector,),
        {"find": find, "__doc__": detector.__doc__, "__module__": detector.__module__},
        frozen=True,
        forbid_unknown_fields=True,
        kw_only=True,
        tag=plugin.name,
    )
    return cast("type[BaseRule]", made)
