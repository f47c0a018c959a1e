"""reachcheck: tells inflated counts from genuine communities, offline, from people's own exports.

import reachcheck
results = reachcheck.analyze("export.csv")
results.verdict.label, results.real_reach
results.to_frame()
reachcheck.page(results)  # in a notebook, with the charts
"""

from collections.abc import Mapping, Sequence
from datetime import date
from os import PathLike, fspath
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from reachcheck.version import __version__

if TYPE_CHECKING:
    import pandas

    from reachcheck.formats.html.page import Page
    from reachcheck.model.dossiers import Dossiers
    from reachcheck.plugins import Plugins
    from reachcheck.readers.source import Source
    from reachcheck.results.batch import Batch
    from reachcheck.results.report import Results
    from reachcheck.settings import Settings

__all__ = ["__version__", "analyze", "batch", "page", "read", "render"]

File = str | PathLike[str]
Paths = File | Sequence[File]
Frames = Mapping[str, "pandas.DataFrame"]


class Reading(TypedDict, total=False):
    """What `read` takes beside the paths."""

    columns: Mapping[str, str] | None
    role: str | None
    platform: str | None
    date_order: Literal["dmy", "mdy"] | None
    as_of: date | None
    handle: str | None
    events: Paths


def read(
    paths: "Paths | Frames", *, columns: Mapping[str, str] | None = None, role: str | None = None,
    platform: str | None = None, date_order: Literal["dmy", "mdy"] | None = None, as_of: date | None = None,
    handle: str | None = None, events: Paths = (), plugins: bool = False,
) -> "Dossiers":  # fmt: skip
    """Read one or several paths as one candidate.

    In place of paths, DataFrames by the names that their files would have: ``{"followers": frame, "posts": frame}``.
    They are read as those files would be; an index that has a name is a column too.

    `columns` maps a canonical name to the source's own (as ``--map`` does), `role` says what a list is, `platform`
    which one to read where the files are of several, `date_order` how dates such as 03/04/2026 are meant, `as_of` the
    day that the export speaks of, `handle` the one profile to look at; `events` are files of what you say happened, and
    when; `plugins` allows readers of other packages. Raises `reachcheck.errors.ReachcheckError` with place and remedy
    when the files cannot be read.
    """
    from reachcheck import pipeline
    from reachcheck.readers.base import ReadOptions

    options = ReadOptions(
        columns=columns or {}, role=role, platform=platform, date_order=date_order, readers=_plugged(plugins).readers
    )
    return pipeline.read(_sources(paths), options, as_of=as_of, handle=handle, events=_listed(events))


def analyze(
    source: "Paths | Frames | Dossiers", *, reply: File | None = None, needs: Paths = (),
    weights: str | Mapping[str, float] | None = None, what_if: bool = False,
    mode: Literal["self", "recruiter"] = "self", marks: File | None = None, learned: File | None = None,
    references: Paths = (), plugins: bool = False, contact: str | None = None, retain_until: date | None = None,
    **reading: Unpack[Reading],
) -> "Results":  # fmt: skip
    """The results of one profile, from paths or DataFrames (with all that `read` takes) or from what `read` gave.

    Everything that ``reachcheck analyze`` takes, under the same names:

    - `reply` is a sheet that the person answered (see ``reachcheck reply``), `events` are files of what they say
      happened: `results.accepted` is what follows if it is accepted, and nothing else depends on it;
    - `needs` are names of needs that ship or files of one's own, `results.needs` how the profile meets them; `weights`
      adds them up, from a mapping of criteria to numbers, or "file" for what the needs' files say;
    - `what_if=True` fills `results.what_if` with what further exports could tell;
    - `mode` "recruiter" leaves out the advice, which is for the person alone;
    - `marks` is a sheet of followers that you looked at, `learned` a model that was made of such marks, `references`
      are marked lists to compare with (see ``reachcheck review``);
    - `contact` says whom to write to about the report, `retain_until` until when it is kept; both are only printed;
    - `plugins` allows readers and rules of other packages; what was read with them before is analyzed with them too.

    Raises `reachcheck.errors.ReachcheckError` with place and remedy, TypeError for what is said about files that are
    read already.
    """
    from reachcheck.model.dossiers import Dossiers
    from reachcheck.reported import reported, wishes

    asked = wishes(
        reply=_path(reply), date_order=reading.get("date_order"), marks=_path(marks), learned=_path(learned),
        needs=_listed(needs), weights=_as_text(weights), what_if=what_if, mode=mode,
        contact=contact, retain_until=retain_until,
    )  # fmt: skip
    if not isinstance(source, Dossiers):
        dossiers = read(source, plugins=plugins, **reading)
    elif unheard := sorted(reading.keys() - {"date_order"}):
        raise TypeError(f"these files are read already: give {', '.join(unheard)} to read")
    else:
        dossiers = source
    return reported(dossiers, _compared(_settings(plugins), _listed(references)), asked)


def batch(
    paths: Paths, *, needs: Paths = (), replies: File | None = None, plugins: bool = False,
    columns: Mapping[str, str] | None = None, role: str | None = None, platform: str | None = None,
    date_order: Literal["dmy", "mdy"] | None = None,
) -> "Batch":  # fmt: skip
    """One row a candidate; `.to_frame()` gives them as a pandas DataFrame.

    `needs` are held against each; `replies` is a folder with a reply sheet for each candidate, named as they are. The
    others are as in `read`.
    """
    from reachcheck.batches.replies import load
    from reachcheck.batches.run import score
    from reachcheck.needs.files import load_all
    from reachcheck.readers.base import ReadOptions

    options = ReadOptions(
        columns=columns or {}, role=role, platform=platform, date_order=date_order, readers=_plugged(plugins).readers
    )
    sheets = None if replies is None else load(fspath(replies), date_order)
    return score(_listed(paths), options, _settings(plugins), needs=load_all(_listed(needs)), replies=sheets)


def render(
    results: "Results", *, format: str = "text", lang: str = "en", width: int = 80, plugins: bool = False,  # noqa: A002
) -> str:  # fmt: skip
    """The report of one profile as "text", "html", "md", "json" or "csv", or in a format of a plug-in."""
    from reachcheck.formats.render import render as to_text

    loaded = _plugged(plugins)
    return to_text(results, format=format, lang=lang, width=width, formats=loaded.formats, texts=loaded.texts)


def page(
    results: "Results", picture: str | None = None, *, lang: str = "en", height: int | None = None,
    plugins: bool = False,
) -> "Page":  # fmt: skip
    """The report with its charts for a notebook: what this returns shows itself as the last line of a cell.

    `picture` names one chart alone: "growth", "map", "people", "posts", "weeks" or "signs"; where the files cannot show
    it, the reason stands in its place. `height` is in pixels; ``str(page)`` is the HTML itself.
    """
    from reachcheck.formats.html.page import page as made

    return made(results, picture, lang=lang, height=height, texts=_plugged(plugins).texts)


def _plugged(allowed: bool) -> "Plugins":
    from reachcheck.plugins import Plugins, load

    return load() if allowed else Plugins()


def _settings(plugins: bool) -> "Settings":
    from reachcheck.settings import Settings

    loaded = _plugged(plugins)
    return Settings(rules=loaded.rules, plugins=loaded.named)


def _compared(settings: "Settings", references: Sequence[str]) -> "Settings":
    if not references:
        return settings
    from reachcheck.labels.reference import compared_with

    return compared_with(references, settings)


def _as_text(weights: str | Mapping[str, float] | None) -> str | None:
    """Weights as the command line takes them."""
    if weights is None or isinstance(weights, str):
        return weights
    return ",".join(f"{name}={weight!r}" for name, weight in weights.items())


def _path(path: File | None) -> str | None:
    return None if path is None else fspath(path)


def _sources(paths: Paths | Frames) -> "Sequence[str | Source]":
    if not isinstance(paths, Mapping):
        return _listed(paths)
    from reachcheck.readers.source import from_frames

    return (from_frames(paths),)


def _listed(paths: Paths) -> tuple[str, ...]:
    if isinstance(paths, (str, PathLike)):
        return (str(paths),)
    return tuple(str(path) for path in paths)
