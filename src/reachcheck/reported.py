"""One profile with all that somebody asks for: what the command line and the Python API have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reachcheck import pipeline
from reachcheck.asked import with_needs, with_what_if
from reachcheck.described import with_more
from reachcheck.labels import sheet as sheets
from reachcheck.labels.review import reviewed
from reachcheck.learned.apply import learned
from reachcheck.learned.stored import load
from reachcheck.method import Method
from reachcheck.model.dossiers import Dossiers
from reachcheck.replies.read import Sheet
from reachcheck.results.need import Need
from reachcheck.results.report import Results
from reachcheck.results.verdict import Composition
from reachcheck.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What is asked for beside the results from the files.

    `weights` are one mapping for each of `needs`, or none; `marks` and `learned` are the paths of files.
    """

    reply: Sheet | None = None
    marks: str | None = None
    learned: str | None = None
    needs: Sequence[Need] = ()
    weights: Sequence[Mapping[str, float]] = ()
    what_if: bool = False
    mode: str = "self"
    contact: str | None = None
    retain_until: date | None = None


def wishes(
    *, reply: str | None = None, date_order: str | None = None, marks: str | None = None, learned: str | None = None,
    needs: Sequence[str] = (), weights: str | None = None, what_if: bool = False, mode: str = "self",
    contact: str | None = None, retain_until: date | None = None,
) -> Wishes:  # fmt: skip
    """The same with its files read, so that what is wrong with them is said before the exports are looked at.

    Raises UsageError or UnreadableError for a sheet, a need or weights that cannot be used.
    """
    return Wishes(
        reply=None if reply is None else _sheet(reply, date_order),
        marks=marks,
        learned=learned,
        needs=(wanted := _wanted(needs)),
        weights=_weighed(weights, wanted),
        what_if=what_if,
        mode=mode,
        contact=contact or None,
        retain_until=retain_until,
    )


def reported(dossiers: Dossiers, settings: Settings, asked: Wishes) -> Results:
    """The results of the one profile there is; UsageError where there are several, or marks are of another list."""
    results = pipeline.analyze_one(dossiers, settings, asked.reply, mode=asked.mode)
    if asked.marks is not None:
        results = _with_marks(results, dossiers, asked.marks, settings.method)
    if asked.learned is not None:
        results = _with_learned(results, dossiers, asked.learned, settings.method)
    results = replace(results, contact=asked.contact, retain_until=asked.retain_until)
    results = with_needs(results, asked.needs, asked.weights)
    return with_what_if(results, settings.method) if asked.what_if else results


def _with_marks(results: Results, dossiers: Dossiers, path: str, method: Method) -> Results:
    """The results of the one profile with what a person's marks say beside them; nothing else changes.

    Raises what `labels` raise where the sheet is none, is of another list, or holds too few marks.
    """
    found = sheets.followers(dossiers, method.composition)
    marks = sheets.read_marks(path)
    review = reviewed(sheets.strata(found, marks), method.level)
    beside = results.composition or Composition(status="unknown")
    name = with_more(results.report_id, *(f"{place} {mark}" for place, mark in sorted(marks.items())))
    return replace(results, report_id=name, composition=replace(beside, review=review))


def _with_learned(results: Results, dossiers: Dossiers, path: str, method: Method) -> Results:
    """The results of the one profile with what a model that was learned from marks says; nothing else changes.

    Raises SettingsError where the file is no such model.
    """
    model = load(path)
    said = learned(dossiers, 0, model, method.composition)
    beside = results.composition or Composition(status="unknown")
    return replace(
        results,
        tool=replace(results.tool, learned=model.name),
        report_id=with_more(results.report_id, model.name),
        composition=replace(beside, learned=said),
    )


def _sheet(path: str, order: str | None) -> Sheet:
    from reachcheck.replies.read import read_sheet

    return read_sheet(path, order)


def _wanted(given: Sequence[str]) -> tuple[Need, ...]:
    if not given:
        return ()
    from reachcheck.needs.files import load_all

    return load_all(given)


def _weighed(given: str | None, needs: Sequence[Need]) -> Sequence[Mapping[str, float]]:
    if given is None:
        return ()
    from reachcheck.needs.weights import weights

    return weights(given, needs)
