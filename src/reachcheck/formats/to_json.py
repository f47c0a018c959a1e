"""JSON: the contract that programs rely on (`reachcheck-report/1`); keys are only ever added."""

from dataclasses import asdict
from typing import Any

from reachcheck.formats.jsonable import Json, day, dump, message, messages, number, source, string
from reachcheck.formats.to_json_asked import need, what_if
from reachcheck.formats.to_json_fared import fared
from reachcheck.formats.to_json_finding import finding
from reachcheck.formats.to_json_reply import event, reply
from reachcheck.formats.words import Words
from reachcheck.results.figure import Figure
from reachcheck.results.learned import Learned
from reachcheck.results.measure import Measure, Part
from reachcheck.results.reply import Accepted
from reachcheck.results.report import Inspection, Person, ProfileSummary, Reference, Results, Tool, Window
from reachcheck.results.review import Review
from reachcheck.results.verdict import Bound, Composition, Conduct, RealReach, Verdict

REPORT = "reachcheck-report/1"
INSPECT = "reachcheck-inspect/1"
POWER = ("1d", "3d", "30d")


def render(results: Results, words: Words) -> str:
    """The report of one profile."""
    return dump(report(results, words))


def render_inspection(inspection: Inspection, words: Words) -> str:
    """What was read, before anything is measured."""
    return dump(
        {
            "schema": INSPECT,
            "people": [_person(person) for person in inspection.people],
            "tables": {name: dict(counts) for name, counts in inspection.tables.items()},
            "coverage": [_window(window) for window in inspection.coverage],
            "sources": [source(record, words) for record in inspection.sources],
            "ignored": [string(name) for name in inspection.ignored],
            "never_opened": [string(name) for name in inspection.unopened],
        }
    )


def report(results: Results, words: Words) -> Json:
    """The report as JSON values; what later versions fill is null or empty."""
    words = words.speaking_of(results.profile.noun)
    return {
        "schema": REPORT,
        "tool": _tool(results.tool),
        "profile": _profile(results.profile),
        "report_id": results.report_id,
        "coverage": [_window(window) for window in results.coverage],
        "events": [event(said) for said in results.events],
        "advice": [{"code": each.code, "text": message(each.text, words)} for each in results.advice],
        "sources": [source(record, words) for record in results.sources],
        "measures": [_measure(measure, words) for measure in results.measures],
        "figures": [_figure(figure) for figure in results.figures],
        "findings": [finding(each, words) for each in results.findings],
        "composition": _composition(results.composition, results.references, words),
        "conduct": _conduct(results.conduct),
        "power": {"smallest_visible": _power(results.measures)},
        "real_reach": _real_reach(results.real_reach, words),
        "verdict": _verdict(results.verdict, words),
        "reply": reply(results.reply),
        "verdict_if_reply_accepted": _accepted(results.accepted, words),
        "needs": [need(found, words) for found in results.needs],
        "what_if": [what_if(each) for each in results.what_if],
        "mode": results.mode,
        "contact": string(results.contact) if results.contact else None,
        "retain_until": results.retain_until.isoformat() if results.retain_until else None,
    }


def _tool(tool: Tool) -> Json:
    made = {"name": "reachcheck", "version": tool.version, "method": tool.method, "facts": tool.facts}
    return {**made, "options": None, "learned": tool.learned, "plugins": [asdict(each) for each in tool.plugins]}


def _profile(profile: ProfileSummary) -> Json:
    return {
        "platform": profile.platform,
        "handle": None if profile.handle is None else string(profile.handle),
        "noun": profile.noun,
        "followers": number(profile.followers),
        "following": number(profile.following),
        "posts": number(profile.posts),
        "from": day(profile.start),
        "to": day(profile.end),
        "as_of": day(profile.as_of),
        "as_of_origin": profile.as_of_origin,
        "zone": profile.zone,
    }


def _person(person: Person) -> Json:
    return {
        "platform": person.platform,
        "handle": None if person.handle is None else string(person.handle),
        "noun": person.noun,
        "as_of": day(person.as_of),
        "as_of_origin": person.as_of_origin,
        "zone": person.zone,
    }


def _window(window: Window) -> Json:
    return {
        "table": window.table,
        "direction": window.direction,
        "from": day(window.start),
        "to": day(window.end),
        "completeness": window.completeness,
        "order": window.order,
        "rows": window.rows,
    }


def _measure(measure: Measure, words: Words) -> Json:
    return {
        "id": measure.id,
        "value": number(measure.value),
        "low": number(measure.low),
        "high": number(measure.high),
        "k": number(measure.k),
        "n": number(measure.n),
        "unit": measure.unit,
        "denominator": measure.denominator,
        "status": measure.status,
        "reason": message(measure.reason or measure.no_interval, words),
        "notes": messages(measure.notes, words),
        "parts": [_part(part, words) for part in measure.parts],
        "lacks": list(measure.lacks),
        "either": measure.either,
    }


def _part(part: Part, words: Words) -> Json:
    return {
        "kind": part.kind,
        "from": day(part.start),
        "to": day(part.end),
        "value": number(part.value),
        "low": number(part.low),
        "high": number(part.high),
        "people": number(part.people),
        "evidence": [string(place) for place in part.evidence],
        "note": message(part.note, words),
        "details": messages(part.details, words),
    }


def _figure(figure: Figure) -> Json:
    marks = [{"kind": m.kind, "start": m.start, "end": m.end, "value": number(m.value)} for m in figure.marks]
    series: dict[str, Any] = {name: [number(v) for v in getattr(figure, name)] for name in ("y", "low", "high")}
    return {"id": figure.id, "kind": figure.kind, "x": [string(x) for x in figure.x], **series, "marks": marks}


def _composition(composition: Composition | None, references: tuple[Reference, ...], words: Words) -> Json:
    known = composition is not None and composition.status == "known"
    low, high = (composition.low, composition.high) if composition is not None and known else (None, None)
    return {
        "status": "known" if known else "unknown",
        "share": {"low": number(low), "high": number(high)},
        "reason": message(composition.reason if composition is not None else None, words),
        "review": _review(None if composition is None else composition.review),
        "learned": _learned(None if composition is None else composition.learned, words),
        "references": [_reference(reference) for reference in references],
    }


def _review(found: Review | None) -> Json | None:
    if found is None:
        return None
    return {
        "listed": found.listed,
        "nobody": found.nobody,
        "somebody": found.somebody,
        "unsure": found.unsure,
        "share": {"low": number(found.low), "high": number(found.high)},
        "value": {"low": number(found.least), "high": number(found.most)},
    }


def _learned(found: Learned | None, words: Words) -> Json | None:
    if found is None:
        return None
    return {
        "name": found.name,
        "platform": string(found.platform),
        "marked": {"nobody": found.marked_nobody, "somebody": found.marked_somebody},
        "n": found.n,
        "nobody": found.nobody,
        "somebody": found.somebody,
        "undecided": found.undecided,
        "share": {"low": number(found.low), "high": number(found.high)},
        "reason": message(found.reason, words),
        "lacks": found.lacks,
    }


def _reference(reference: Reference) -> Json:
    texts = ("measure", "source", "year", "n", "grade", "population", "numerator")
    figures = ("p25", "median", "p75", "mean")
    return {
        **{name: getattr(reference, name) for name in texts},
        **{name: number(getattr(reference, name)) for name in figures},
        "drawn": reference.drawn,
    }


def _conduct(conduct: Conduct) -> Json:
    pieces = [{"innocent_event": p.innocent_event, "findings": list(p.findings)} for p in conduct.pieces]
    return {"level": conduct.level, "pieces": pieces, "could_look": list(conduct.could_look)}


def _power(measures: tuple[Measure, ...]) -> Json:
    found = {p.kind: number(p.value) for m in measures if m.id == "smallest_visible_arrival" for p in m.parts}
    return {days: found.get(days) for days in POWER}


def _real_reach(reach: RealReach | None, words: Words) -> Json | None:
    if reach is None:
        return None
    bounds, without = [_bound(bound, words) for bound in reach.bounds], reach.without_readings
    return {
        "low": number(reach.low),
        "high": number(reach.high),
        "bounds": bounds,
        "without_readings": None if without is None else {"low": number(without[0]), "high": number(without[1])},
    }


def _bound(bound: Bound, words: Words) -> Json:
    return {
        "side": bound.side,
        "value": number(bound.value),
        "kind": bound.kind,
        "measure": bound.measure,
        "text": message(bound.text, words),
        "reading": message(bound.reading, words),
        "used": bound.used,
        "reason": message(bound.reason, words),
    }


def _verdict(verdict: Verdict, words: Words) -> Json:
    missing = [
        {"export": m.export, "moves": m.moves, "at_most": number(m.at_most), "measures": list(m.measures)}
        for m in verdict.missing
    ]
    return {
        "label": verdict.label,
        "summary": message(verdict.summary, words),
        "confidence": verdict.confidence,
        "confidence_reason": message(verdict.confidence_reason, words),
        "for": messages(verdict.for_, words),
        "against": messages(verdict.against, words),
        "missing": missing,
        "error_rate": number(verdict.error_rate),
        "tested": [fared(each) for each in verdict.tested],
        "tested_without": list(verdict.tested_without),
        "without_readings": verdict.without_readings,
    }


def _accepted(accepted: Accepted | None, words: Words) -> Json | None:
    """The verdict with stated events taken as true, and what it rests on."""
    if accepted is None:
        return None
    return {
        **_verdict(accepted.verdict, words),
        "real_reach": _real_reach(accepted.real_reach, words),
        "conduct": _conduct(accepted.conduct),
        "no_longer_flagged": list(accepted.cleared),
        "flagged_for_fewer_days": list(accepted.eased),
        "newly_flagged": list(accepted.raised),
    }
