"""JSON of what a person says: events, answers to findings, and what is said of the whole report."""

from collections.abc import Sequence

from reachcheck.formats.jsonable import Json, day, span, string
from reachcheck.results.answer import Answer
from reachcheck.results.event import Event
from reachcheck.results.reply import Reply


def event(said: Event) -> Json:
    """What happened, when, and who says so."""
    return {"date": day(said.date), "what": string(said.what), "origin": "stated" if said.stated else "file"}


def answers(said: Sequence[Answer]) -> Json | None:
    """What is said to one finding; None where nothing is."""
    return {"answers": [_answer(each) for each in said]} if said else None


def reply(given: Reply | None) -> Json | None:
    """What a sheet says of the whole report, and what fits no finding; the other answers stand at their findings."""
    if given is None:
        return None
    return {
        "file": string(given.file),
        "answered": given.answered,
        "general": [_answer(said) for said in given.general],
        "unmatched": [_answer(said) for said in given.unmatched],
    }


def _answer(said: Answer) -> Json:
    return {
        "code": said.code,
        "words": string(said.words),
        "links": [string(link) for link in said.links],
        "events": [event(each) for each in said.events],
        "undated": [string(what) for what in said.undated],
        "asked_about": span(said.asked),
        "days": span(said.span),
        "matched_by": said.how,
        "outcome": said.outcome.replace(" ", "_"),
        "place": string(said.place),
    }
