"""JSON of what somebody asked beside the report: needs, criterion by criterion."""

from reachcheck.formats.jsonable import Json, message, number, string
from reachcheck.formats.words import Words
from reachcheck.results.need import Checked, NeedResult, Texts


def need(found: NeedResult, words: Words) -> Json:
    """A need with each criterion; a total is null unless somebody gave weights."""
    total = found.total
    return {
        "name": string(found.need.name),
        "title": _texts(found.need.title),
        "criteria": [_criterion(each, words) for each in found.criteria],
        "total": None if total is None else {"low": number(total.low), "high": number(total.high)},
    }


def _criterion(each: Checked, words: Words) -> Json:
    asked, found = each.criterion, each.found
    figures = ("value", "low", "high", "k", "n")
    return {
        "name": string(asked.name),
        "measure": asked.measure,
        "at_least": number(asked.at_least),
        "at_most": number(asked.at_most),
        "least_n": number(asked.least_n),
        "purpose": _texts(asked.purpose),
        "status": each.status,
        "found": {**{name: number(getattr(found, name)) for name in figures}, "unit": found.unit},
        "reason": message(each.reason, words),
        "exports": list(each.exports),
        "withheld": list(each.withheld),
        "status_if_reply_accepted": each.if_accepted,
    }


def _texts(texts: Texts) -> Json:
    return {lang or "any": string(text) for lang, text in texts.items()}
