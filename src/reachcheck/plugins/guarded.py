"""Plug-ins as the rest of the program sees them: what they do wrong is said of them, and their rules weigh nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from reachcheck.errors import ReachcheckError, UsageError
from reachcheck.message import msg
from reachcheck.method import Method
from reachcheck.readers.base import Reader, Reading, ReadOptions
from reachcheck.readers.private import is_private
from reachcheck.readers.source import Member
from reachcheck.results.finding import Finding
from reachcheck.results.plugin import Plugin
from reachcheck.results.report import Results
from reachcheck.rules.base import Measures, Rule, Seen

if TYPE_CHECKING:
    from reachcheck.formats.words import Words

Format = Callable[[Results, "Words"], str]


def place(plugin: Plugin) -> str:
    """Which package to look at."""
    return f"{plugin.package} {plugin.version}"


@contextmanager
def blaming(plugin: Plugin, *, loading: bool = False) -> Iterator[None]:
    """Whatever goes wrong inside is the plug-in's; errors for people and too deep nesting pass.

    The exception's own text may hold rows of somebody's file: its name alone is shown.
    """
    try:
        yield
    except (ReachcheckError, RecursionError):
        raise
    except (Exception, SystemExit) as error:
        problem = msg("plugin.not_loaded" if loading else "plugin.failed", name=plugin.name, error=type(error).__name__)
        raise UsageError(problem, place=place(plugin), remedy=msg("plugin.without")) from error


class GuardedReader:
    """A plug-in's reader; files whose names speak of messages, addresses or payments are not even shown to it."""

    def __init__(self, inner: Reader, plugin: Plugin) -> None:
        self._inner, self._plugin = inner, plugin
        self.name, self.platform, self.platforms = inner.name, inner.platform, frozenset(inner.platforms)

    def wants(self, name: str) -> bool:
        """As the plug-in says, within what nobody opens."""
        with blaming(self._plugin):
            return not is_private(name) and bool(self._inner.wants(name))

    def claims(self, member: Member) -> bool:
        """As the plug-in says."""
        with blaming(self._plugin):
            return bool(self._inner.claims(member))

    def read(self, member: Member, options: ReadOptions) -> Reading:
        """As the plug-in reads it."""
        with blaming(self._plugin):
            reading = self._inner.read(member, options)
            if not isinstance(reading, Reading):
                raise TypeError("read gives a Reading")
            return reading


class GuardedRule(Rule):
    """A plug-in's rule: told beside ours, and part neither of conduct nor of the verdict, whatever it says itself."""

    feeds_conduct = False

    def __init__(self, inner: Rule, plugin: Plugin) -> None:
        self._inner, self.plugin = inner, plugin
        self.code, self.family, self.innocent = inner.code, inner.family, tuple(inner.innocent)  # type: ignore[misc]

    def see(self, measures: Measures, method: Method) -> Seen:
        """As the plug-in sees it."""
        with blaming(self.plugin):
            return self._inner.see(MappingProxyType(dict(measures)), method)

    def check(self, measures: Measures, method: Method) -> Finding:
        """The finding, made by our own hand, and whose it is."""
        with blaming(self.plugin):
            return replace(super().check(measures, method), plugin=self.plugin.package)


class GuardedFormat:
    """A plug-in's format."""

    def __init__(self, inner: Format, plugin: Plugin) -> None:
        self._inner, self._plugin = inner, plugin

    def __call__(self, results: Results, words: "Words") -> str:
        """The report of one profile."""
        with blaming(self._plugin):
            text = self._inner(results, words)
            if not isinstance(text, str):
                raise TypeError("a format gives text")
            return text
