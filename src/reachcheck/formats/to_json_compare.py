"""JSON of a comparison (`reachcheck-compare/1`): both sides, their differences, and what became of what was flagged."""

from reachcheck.formats.jsonable import Json, day, dump, message, number, string
from reachcheck.formats.words import Words
from reachcheck.results.comparison import Between, Change, Comparison, Difference, Turnover
from reachcheck.results.finding import Finding
from reachcheck.results.measure import Measure
from reachcheck.results.report import Results

COMPARE = "reachcheck-compare/1"


def render(found: Comparison, words: Words) -> str:
    """The comparison."""
    words = words.speaking_of(found.first.profile.noun)
    reach = found.real_reach
    return dump(
        {
            "schema": COMPARE,
            "one_profile": found.one_profile,
            "same_files": found.same_files,
            "first": _side(found.first),
            "second": _side(found.second),
            "real_reach": _between(reach),
            "without_readings": _between(found.without_readings),
            "differences": [_difference(each, words) for each in found.differences],
            "followers": None if found.turnover is None else _turnover(found.turnover, words),
            "changes": [_change(each) for each in found.changes],
        }
    )


def _between(ends: Between | None) -> Json | None:
    return None if ends is None else {"low": number(ends.low), "high": number(ends.high)}


def _side(results: Results) -> Json:
    profile, reach = results.profile, results.real_reach
    return {
        "platform": None if profile.platform is None else string(profile.platform),
        "handle": None if profile.handle is None else string(profile.handle),
        "as_of": day(profile.as_of),
        "count": number(profile.followers),
        "real_reach": None if reach is None else {"low": number(reach.low), "high": number(reach.high)},
        "verdict": results.verdict.label,
        "confidence": results.verdict.confidence,
        "conduct": results.conduct.level,
        "report_id": results.report_id,
        "method": results.tool.method,
    }


def _difference(each: Difference, words: Words) -> Json:
    limits = {"value": number(each.value), "low": number(each.low), "high": number(each.high), "how": each.how}
    return {
        "id": each.first.id,
        "unit": each.first.unit,
        "first": _measure(each.first),
        "second": _measure(each.second),
        "difference": None if each.how is None else limits,
        "reason": message(each.reason, words),
    }


def _measure(measure: Measure) -> Json:
    numbers = {name: number(getattr(measure, name)) for name in ("value", "low", "high", "k", "n")}
    return {**numbers, "status": measure.status, "denominator": measure.denominator}


def _turnover(turned: Turnover, words: Words) -> Json:
    known = turned.reason is None
    return {
        "stayed": turned.stayed if known else None,
        "came": [string(name) for name in turned.came] if known else None,
        "went": [string(name) for name in turned.went] if known else None,
        "reason": message(turned.reason, words),
    }


def _change(each: Change) -> Json:
    return {
        "code": each.first.code,
        "became": each.became,
        "first": _finding(each.first),
        "second": _finding(each.second),
    }


def _finding(finding: Finding) -> Json:
    days = [{"from": day(span.start), "to": day(span.end)} for span in finding.days]
    return {"status": finding.status, "days": days}
