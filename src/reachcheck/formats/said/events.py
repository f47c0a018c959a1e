"""What happened, and when, in the words of the person or of a file."""

from reachcheck.formats.words import Words
from reachcheck.results.event import Event


def event(given: Event, words: Words) -> str:
    """An event with its day and where it comes from."""
    origin = words.say("report.event_stated" if given.stated else "report.event_in_file")
    return words.say("report.event", day=given.date, what=words.foreign(given.what, 200), origin=origin)
