"""Growth in words: its steps by letter, and the smallest arrivals that would have been seen."""

from datetime import date

from reachcheck.formats.words import Words
from reachcheck.message import Message, msg
from reachcheck.results.figure import Figure, Mark
from reachcheck.results.report import Results

MOSTLY_UNSEEN = 300
"""Followers below which hardly any purchase of a fifth of them was seen in trials (docs/accuracy.md)."""
TITLED = frozenset({"followers_by_time", "listed_by_time", "net_by_time", "gained_by_time"})
LETTERS = "ABCDEFGH"


def grown(results: Results) -> Figure | None:
    """The followers over time, or those who came where no count is known; None where there is no line to draw."""
    for figure in results.figures:
        if figure.id in TITLED and sum(y is not None for y in figure.y) > 1:
            return figure
    return None


def title(figure: Figure, words: Words) -> str:
    """From how many to how many, or how many came where the files do not say of how many."""
    known = [y for y in figure.y if y is not None]
    if figure.id == "gained_by_time":
        return words.say("report.gained", last=known[-1])
    if figure.id == "net_by_time":
        return words.say("report.net", last=known[-1])
    if figure.id == "listed_by_time":
        return words.say("report.listed", first=known[0], last=known[-1])
    return words.say("report.growth", first=known[0], last=known[-1])


def line(figure: Figure, words: Words) -> str:
    """What the line is."""
    if figure.id == "gained_by_time":
        return words.say("html.growth.line_gained")
    if figure.id == "net_by_time":
        return words.say("html.growth.line_net")
    if figure.id == "listed_by_time":
        return words.say("html.growth.line_listed")
    return words.say("html.growth.line")


def counts(figure: Figure, words: Words) -> str:
    """What a number of the line is, as the head of a column."""
    return words.say("html.count") if figure.id == "followers_by_time" else words.say("html.growth.so_far")


def steps(figure: Figure) -> list[tuple[str, Mark]]:
    """The steps with the letters that name them."""
    return list(zip(LETTERS, (mark for mark in figure.marks if mark.value is not None), strict=False))


def step(mark: Mark, words: Words) -> str:
    """What a step was, how large, and when."""
    kind = words.name("mark", mark.kind)
    value = 0.0 if mark.value is None else mark.value
    return words.say("report.mark", kind=kind, start=day(mark.start), end=day(mark.end), value=value)


def power(results: Results, words: Words) -> list[str]:
    """The smallest arrivals that would have been seen on this account, by the days over which they come."""
    parts = [part for m in results.measures if m.id == "smallest_visible_arrival" for part in m.parts]
    arrivals = tuple(_arrival(part.value, int(part.kind.removesuffix("d"))) for part in parts if part.value is not None)
    if not arrivals:
        return []
    followers = results.profile.followers
    few = followers is not None and followers < MOSTLY_UNSEEN
    said = words.say("report.power", arrivals=arrivals)
    return [said, words.say("report.mostly_unseen", n=MOSTLY_UNSEEN)] if few else [said]


def day(text: str) -> date:
    """The day of an ISO date or time."""
    return date.fromisoformat(text[:10])


def _arrival(people: float, days: int) -> Message:
    return msg("report.power_day", n=people) if days == 1 else msg("report.power_days", n=people, days=days)
