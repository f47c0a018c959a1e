"""What installed packages bring by entry point, loaded and checked.

A plug-in is code that whoever runs it trusts: once loaded it can do what reachcheck could do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reachcheck.plugins import checks
from reachcheck.plugins.guarded import Format, GuardedFormat, GuardedReader, GuardedRule, blaming
from reachcheck.plugins.texts import Texts, no_texts, texts_of
from reachcheck.readers.base import Reader
from reachcheck.results.plugin import Kind, Plugin
from reachcheck.rules.base import Rule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUPS: Mapping[Kind, str] = {
    "texts": "reachcheck.texts",
    "reader": "reachcheck.readers",
    "rule": "reachcheck.rules",
    "format": "reachcheck.formats",
}
"""Texts first, because the others are held against them."""


@dataclass(frozen=True, kw_only=True)
class Plugins:
    """All that was loaded, in the order of kinds, packages and names; empty where nothing was allowed."""

    named: tuple[Plugin, ...] = ()
    readers: tuple[Reader, ...] = ()
    rules: tuple[Rule, ...] = ()
    formats: Mapping[str, Format] = field(default_factory=dict)
    texts: Texts = field(default_factory=no_texts)


def load() -> Plugins:
    """All plug-ins of installed packages; raises UsageError for one that cannot be loaded, is incomplete or clashes."""
    found = [(_plugin(kind, entry), entry) for kind, group in GROUPS.items() for entry in _entries(group)]
    texts = no_texts()
    readers: list[GuardedReader] = []
    rules: list[GuardedRule] = []
    formats: dict[str, Format] = {}
    for plugin, entry in found:
        with blaming(plugin, loading=True):
            brought = entry.load()
        if plugin.kind == "texts":
            texts = texts_of(brought, plugin, texts)
        elif plugin.kind == "reader":
            readers.append(GuardedReader(checks.reader(brought, plugin, readers), plugin))
        elif plugin.kind == "rule":
            rules.append(GuardedRule(checks.rule(brought, plugin, rules, texts), plugin))
        else:
            formats[plugin.name] = GuardedFormat(checks.format_(brought, plugin, formats), plugin)
    return Plugins(
        named=tuple(plugin for plugin, _ in found),
        readers=tuple(readers),
        rules=tuple(rules),
        formats=formats,
        texts=texts,
    )


def _entries(group: str) -> list["EntryPoint"]:
    from importlib.metadata import entry_points

    return sorted(entry_points(group=group), key=lambda entry: (_package(entry), entry.name))


def _plugin(kind: Kind, entry: "EntryPoint") -> Plugin:
    version = "?" if entry.dist is None else entry.dist.version
    return Plugin(kind=kind, name=entry.name, package=_package(entry), version=version)


def _package(entry: "EntryPoint") -> str:
    return "?" if entry.dist is None else entry.dist.name
