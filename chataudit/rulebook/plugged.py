"""A rulebook's name in, the folder of YAML files that another package offers under it out."""

from __future__ import annotations

from pathlib import Path

from chataudit.plugins import Plugin, load_package_folder, plugin_named


def plugged_folder(name: str) -> Path | None:
    """Return the folder of a rulebook that another package offers; None where none does.

    Raises:
        PluginError: the package cannot be imported, or holds no rules there.
    """
    plugin = plugin_named("rulebooks", name)
    return load_folder(plugin) if plugin else None


def load_folder(plugin: Plugin) -> Path:
    """Return the folder of the package that the entry point names; what is in it the loader checks, its format's version too.

    Raises:
        PluginError: the package cannot be imported, or holds no rules there.
    """
    folder = load_package_folder(plugin)
    if folder is None or not any(folder.rglob("*.yaml")):
        raise plugin.error("plugins.wrong_protocol", missing="*.yaml")
    return folder
