"""How often labels and flags come out where the truth is known: measured on whole invented profiles, by size."""

from functools import cache
from math import inf
from typing import Any

from reachcheck.facts import load
from reachcheck.results.fared import Fared, Who, World
from reachcheck.results.finding import ErrorRate

GROUPS: tuple[Who, ...] = ("honest", "lots", "aged", "two_exports")
NAMED = 30_000
"""Followers from which no invented profile has responses by name: nobody's export names so many."""
WRONG: dict[str, Who] = {"inflated count": "honest", "mixed": "honest", "genuine community": "lots"}
"""Who gets a label that should not; the label that says nothing errs about nobody."""


@cache
def cells() -> tuple[Fared, ...]:
    """All that was measured, in the order of the file within each group."""
    table = load("verdict_rates")
    return tuple(_tested(who, cell) for who in GROUPS for cell in table.get(who, ()))


def _tested(who: Who, cell: dict[str, Any]) -> Fared:
    start, end = map(float, cell["sizes"] or (0, inf))
    return Fared(
        who=who,
        got=cell["got"],
        start=start,
        end=end,
        worlds=cell["worlds"],
        n=cell["n"],
        share=cell["share"],
        looked=cell.get("looked"),
        least=World(**cell["least"]),
        most=World(**cell["most"]),
    )


def of_rule(code: str) -> tuple[Fared, ...]:
    """What was measured of a rule: honest profiles that it flags, by size."""
    return tuple(each for each in cells() if each.got == code)


def of_labels(count: float | None) -> tuple[Fared, ...]:
    """What profiles of that count got as labels; nothing for a size that was not measured."""
    return tuple(each for each in cells() if not each.got.isupper() and _holds(each, count))


def errs(label: str, got: tuple[Fared, ...]) -> float | None:
    """How often a label is given where it should not be, in the worst world; None where that was not measured."""
    return next((each.most.share for each in got if each.got == label and each.who == WRONG.get(label)), None)


def worst(code: str, count: float | None) -> ErrorRate | None:
    """The rate of a rule for an account of that count; None where it was not measured."""
    for each in of_rule(code):
        if each.who == "honest" and _holds(each, count):
            most = each.most
            return ErrorRate(
                share=most.share,
                low=most.low,
                high=most.high,
                n=most.n,
                worlds=each.worlds,
                world=most.world,
                overall=each.share,
                looked=each.looked,
            )
    return None


def _holds(each: Fared, count: float | None) -> bool:
    return count is not None and each.start <= count < each.end
