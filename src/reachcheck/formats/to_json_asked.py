"""JSON of what somebody asks beside the report: needs, criterion by criterion, and what further exports could tell."""

from reachcheck.formats.jsonable import Json, message, number, string
from reachcheck.formats.words import Words
from reachcheck.results.need import Checked, NeedResult, Texts
from reachcheck.results.what_if import WhatIf


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


def what_if(each: WhatIf) -> Json:
    """An export that is not there, and what it could tell."""
    return {
        "export": each.export,
        "withheld": each.withheld,
        "raises_lower_end_to": number(each.lower),
        "lowers_upper_end_to": number(each.upper),
        "unlocks": [
            {"beside": list(u.beside), "measures": list(u.measures), "rules": list(u.rules)} for u in each.unlocks
        ],
    }
