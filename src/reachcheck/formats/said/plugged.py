"""What is said of plug-ins that were loaded."""

from collections.abc import Sequence

from reachcheck.message import Message, msg
from reachcheck.results.plugin import Plugin


def loaded(plugins: Sequence[Plugin]) -> Message:
    """All of them, each with its kind, package and version."""
    return msg("report.plugins", plugins=tuple(_one(plugin) for plugin in plugins))


def _one(plugin: Plugin) -> Message:
    return msg("report.plugin", kind=plugin.kind, name=plugin.name, package=plugin.package, version=plugin.version)
