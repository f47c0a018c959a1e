"""Whose report it is, in words."""

from reachcheck.formats.words import Words
from reachcheck.results.report import Person, ProfileSummary


def handle(person: Person, words: Words) -> str:
    """How the person is called: by handle, with the sign where handles have one, or not at all."""
    if person.handle is None:
        return words.say("report.the_person")
    bare = person.handle.startswith("@") or person.noun in ("friends", "connections")
    return words.foreign(person.handle if bare else f"@{person.handle}")


def platform(person: Person, words: Words) -> str:
    """The platform's name, or nothing."""
    return words.name("platform", person.platform) if person.platform else ""


def who(person: Person, words: Words) -> str:
    """Handle and platform, as far as they are known."""
    where = platform(person, words)
    if person.handle is None:
        return words.say("report.no_handle", platform=where) if where else words.say("report.nobody")
    called = handle(person, words)
    return words.say("report.who", handle=called, platform=where) if where else called


def window(profile: ProfileSummary, words: Words) -> str:
    """The days that the data cover."""
    if profile.start is None or profile.end is None:
        return words.say("report.no_window")
    days = words.say("report.window", start=profile.start, end=profile.end)
    return f"{days} {words.foreign(profile.zone, 20)}" if profile.zone else days


def as_of(person: Person, words: Words) -> str:
    """The day they speak of and how it is known, or nothing."""
    if person.as_of is None:
        return ""
    day = words.say("report.as_of", day=person.as_of)
    return f"{day} ({words.name('as_of_origin', person.as_of_origin)})" if person.as_of_origin else day
