"""reachcheck: tells inflated counts from genuine communities, offline, from people's own exports.

import reachcheck
results = reachcheck.analyze("export.csv")
results.verdict.label, results.real_reach
results.to_frame()
"""

from collections.abc import Sequence
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING

from reachcheck.version import __version__

if TYPE_CHECKING:
    from reachcheck.model.dossiers import Dossiers
    from reachcheck.plugins import Plugins
    from reachcheck.results.batch import Batch
    from reachcheck.results.report import Results
    from reachcheck.settings import Settings

__all__ = ["__version__", "analyze", "batch", "read", "render"]

Paths = str | PathLike[str] | Sequence[str | PathLike[str]]


def read(
    paths: Paths, *, columns: dict[str, str] | None = None, role: str | None = None,
    platform: str | None = None, as_of: date | None = None, handle: str | None = None, events: Paths = (),
    plugins: bool = False,
) -> "Dossiers":  # fmt: skip
    """Read one or several paths as one candidate.

    `columns` maps a canonical name to the source's own (as ``--map`` does), `role` says what a list is, `platform`
    which one to read where the files are of several; `events` are files of what happened, and when; `plugins` allows
    readers of other packages. Raises `reachcheck.errors.ReachcheckError` with place and remedy when the files cannot be
    read.
    """
    from reachcheck import pipeline
    from reachcheck.readers.base import ReadOptions

    options = ReadOptions(columns=columns or {}, role=role, platform=platform, readers=_plugged(plugins).readers)
    return pipeline.read(_listed(paths), options, as_of=as_of, handle=handle, events=_listed(events))


def analyze(
    source: "Paths | Dossiers", *, reply: "str | PathLike[str] | None" = None, plugins: bool = False, **options: object
) -> "Results":
    """The results of one profile, from paths (with the options of `read`) or from what `read` gave.

    `reply` is a sheet that the person answered (see ``reachcheck reply``). `plugins` allows readers and rules of other
    packages; what was read with them before is analyzed with them too.
    """
    from reachcheck import pipeline
    from reachcheck.model.dossiers import Dossiers

    dossiers = source if isinstance(source, Dossiers) else read(source, plugins=plugins, **options)  # type: ignore[arg-type]
    settings = _settings(plugins)
    if reply is None:
        return pipeline.analyze_one(dossiers, settings)
    from reachcheck.replies.read import read_sheet

    return pipeline.analyze_one(dossiers, settings, read_sheet(str(reply)))


def batch(paths: Paths, *, columns: dict[str, str] | None = None, plugins: bool = False) -> "Batch":
    """One row a candidate; `.to_frame()` gives them as a pandas DataFrame."""
    from reachcheck.batches.run import score
    from reachcheck.readers.base import ReadOptions

    options = ReadOptions(columns=columns or {}, readers=_plugged(plugins).readers)
    return score(_listed(paths), options, _settings(plugins))


def render(
    results: "Results", *, format: str = "text", lang: str = "en", width: int = 80, plugins: bool = False,  # noqa: A002
) -> str:  # fmt: skip
    """The report of one profile as text or JSON, or in a format of a plug-in."""
    from reachcheck.formats.render import render as to_text

    loaded = _plugged(plugins)
    return to_text(results, format=format, lang=lang, width=width, formats=loaded.formats, texts=loaded.texts)


def _plugged(allowed: bool) -> "Plugins":
    from reachcheck.plugins import Plugins, load

    return load() if allowed else Plugins()


def _settings(plugins: bool) -> "Settings":
    from reachcheck.settings import Settings

    loaded = _plugged(plugins)
    return Settings(rules=loaded.rules, plugins=loaded.named)


def _listed(paths: Paths) -> tuple[str, ...]:
    if isinstance(paths, (str, PathLike)):
        return (str(paths),)
    return tuple(str(path) for path in paths)
