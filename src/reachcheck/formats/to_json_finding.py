"""JSON of one finding."""

from reachcheck.formats.jsonable import Json, message, messages, number, span, string
from reachcheck.formats.to_json_reply import answers
from reachcheck.formats.words import Words
from reachcheck.results.finding import Finding, FindingPart


def finding(found: Finding, words: Words) -> Json:
    """A finding, and what is flagged by its days one by one."""
    return {
        "code": found.code,
        "family": found.family,
        "status": found.status,
        "title": message(found.title, words),
        "observed": message(found.observed, words),
        "expected": message(found.expected, words),
        "strength": number(found.strength),
        "days": [span(each) for each in found.days],
        "days_of": found.days_of,
        "parts": [_part(part, words) for part in found.parts],
        "followers_n": number(found.followers_n),
        "piece": found.piece,
        "evidence": [string(place) for place in found.evidence],
        "details": messages(found.details, words),
        "innocent": messages(found.innocent, words),
        "error_rate": None if found.error_rate is None else number(found.error_rate.most),
        "reply": answers(found.reply),
        "plugin": found.plugin,
    }


def _part(part: FindingPart, words: Words) -> Json:
    return {
        "days": span(part.days),
        "observed": message(part.observed, words),
        "k": number(part.k),
        "n": number(part.n),
        "came": span(part.came),
        "evidence": [string(place) for place in part.evidence],
    }
