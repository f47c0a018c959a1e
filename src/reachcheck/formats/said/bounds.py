"""The bounds of real reach in words, in the order of their sides and values."""

from dataclasses import dataclass

from reachcheck.formats.words import Words
from reachcheck.results.report import Results
from reachcheck.results.verdict import Bound, BoundKind, Side

EVIDENT = ("bound.sets_the_end", "bound.another_is_tighter")
"""Why a bound is used or not, where the order of the bounds shows it."""


@dataclass(frozen=True)
class Rung:
    """One statement "at least" or "at most", in words; `reading` is empty for what is none."""

    side: Side
    at: str
    number: float
    value: str
    text: str
    kind: BoundKind
    kind_name: str
    used: bool
    reading: str


def rungs(results: Results, words: Words) -> list[Rung]:
    """All bounds that say anything."""
    reach = results.real_reach
    said = () if reach is None else sorted(reach.bounds, key=lambda b: (b.side, b.value))
    return [_rung(bound, words) for bound in said if bound.value > 0 or bound.used]


def readings(results: Results, words: Words) -> str:
    """What must be true for the ends that are readings, and what would be if it is not; or nothing."""
    reach, without = results.real_reach, without_readings(results, words)
    if reach is None or not without:
        return ""
    used = [bound for bound in reach.bounds if bound.used and bound.reading is not None]
    said = [words.say("report.end_if", end=bound.value, reading=bound.reading or "") for bound in used]
    return " ".join((*said, without))


def without_readings(results: Results, words: Words) -> str:
    """What real reach and the label would be if no reading set an end; nothing where none does."""
    reach, label = results.real_reach, results.verdict.without_readings
    if reach is None or reach.without_readings is None or label is None:
        return ""
    low, high = reach.without_readings
    if label == results.verdict.label:
        return words.say("report.without_same", low=low, high=high)
    return words.say("report.without_other", low=low, high=high, label=words.name("verdict_label", label))


def _rung(bound: Bound, words: Words) -> Rung:
    return Rung(
        side=bound.side,
        at=words.say("report.bar.at_least") if bound.side == "lower" else words.say("report.bar.at_most"),
        number=bound.value,
        value=words.count(bound.value),
        text=words.text(bound.text),
        kind=bound.kind,
        kind_name=words.name("kind", bound.kind),
        used=bound.used,
        reading=_reading(bound, words),
    )


def _reading(bound: Bound, words: Words) -> str:
    """What must be true for a reading to hold, and why it sets an end or not where that does not show."""
    if bound.reading is None:
        return ""
    said = words.say("report.reading", reading=bound.reading)
    if bound.reason is None or bound.reason.key in EVIDENT:
        return said
    return words.say("report.semicolon").join((said, words.text(bound.reason)))
