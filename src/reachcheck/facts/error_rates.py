"""How often a rule flags honest profiles: measured on invented years, by size and by what is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reachcheck.facts import load
from reachcheck.results.finding import ErrorRate

FOUNDED_ON = ("visits", "named", "reach", "posts")


@dataclass(frozen=True, kw_only=True)
class Rate:
    """One cell: a rule, what was known, sizes from `start` up to but not including `end`, and how often it errs."""

    code: str
    known: str
    start: float
    end: float
    worst: ErrorRate


@cache
def rates() -> tuple[Rate, ...]:
    """All that was measured, in the order of the file."""
    table = load("error_rates")
    return tuple(
        Rate(
            code=code,
            known=cell["known"],
            start=float(cell["sizes"][0]),
            end=float(cell["sizes"][1]),
            worst=ErrorRate(
                share=cell["share"],
                low=cell["low"],
                high=cell["high"],
                n=cell["n"],
                worlds=cell["worlds"],
                world=cell["world"],
                unseen=cell["unseen"],
            ),
        )
        for code, cells in table.items()
        for cell in cells
    )


def founded_on(kinds: Sequence[str]) -> str | None:
    """Under which of `FOUNDED_ON` the known kinds fall; "named" is accounts reached with a list of events."""
    if "visits" in kinds:
        return "visits"
    if "reach" in kinds:
        return "named" if "events" in kinds else "reach"
    return "posts" if "posts" in kinds else None


def worst(code: str, kinds: Sequence[str], count: float | None) -> ErrorRate | None:
    """The rate of a rule for an account of that count with these kinds of attention; None where it was not measured.

    Counts beyond the sizes measured have none.
    """
    known = founded_on(kinds)
    for rate in rates():
        if rate.code == code and rate.known == known and count is not None and rate.start <= count < rate.end:
            return rate.worst
    return None
