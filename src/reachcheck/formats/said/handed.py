"""Whom to write to about a report, and until when it is kept, where who made it says so."""

from reachcheck.formats.words import Words
from reachcheck.results.report import Results

LONGEST = 200


def handed(results: Results, words: Words) -> list[str]:
    """What the person it is about should know of who holds it."""
    told = [words.say("report.contact", contact=words.foreign(results.contact, LONGEST))] if results.contact else []
    kept = results.retain_until
    return [*told, words.say("report.retain_until", day=kept)] if kept is not None else told
