"""Published engagement rates, for context only: no rule ever sees them."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from reachcheck.results.measure import Measure
from reachcheck.results.report import Reference

FILE = "engagement_rates.csv"
DENOMINATORS: Mapping[str, str] = {
    "engagement_rate_by_followers": "followers",
    "engagement_rate_by_reach": "reach",
    "engagement_rate_by_impressions": "impressions",
}
REACH = frozenset({"views", "reach"})
"""Numerators that are no responses."""
DRAWN = "followers"
"""The denominator of the rates that are drawn beside posts."""
UNSTATED = "unstated"
Row: TypeAlias = Mapping[str, str]
MOST = 4
"""References shown for one measure; the best graded and newest come first."""


@cache
def _table() -> Sequence[Row]:
    text = (files("reachcheck.facts") / FILE).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def near(platform: str | None, measures: Mapping[str, Measure]) -> tuple[Reference, ...]:
    """Published rates of that platform, denominator and size; none where platform or count are unknown."""
    count = measures["followers_count"].value
    if platform is None or count is None:
        return ()
    found: list[Reference] = []
    for measure, denominator in DENOMINATORS.items():
        if measures[measure].known:
            rows = _best(platform, denominator, count)
            drawn = _to_draw(rows) if denominator == DRAWN else None
            found.extend(_reference(row, measure, drawn=row is drawn) for row in rows)
    return tuple(found)


def middle_half(platform: str | None, count: float) -> tuple[float, float] | None:
    """The quartiles of published rates by followers, as shares, that are drawn beside posts of an account; or none."""
    row = None if platform is None or not count > 0 else _to_draw(_best(platform, DRAWN, count))
    return None if row is None else (float(row["p25"]) / 100, float(row["p75"]) / 100)


def _best(platform: str, denominator: str, count: float) -> Sequence[Row]:
    """The best graded and newest of that platform, denominator and size; the one to draw is among them."""
    rows = [row for row in _table() if _fits(row, platform.lower(), denominator, count)]
    rows.sort(key=lambda row: (row["grade"], -int(_year(row))))
    drawn = _to_draw(rows)
    return rows[:MOST] if drawn is None or drawn in rows[:MOST] else [*rows[: MOST - 1], drawn]


def _to_draw(rows: Sequence[Row]) -> Row | None:
    """The first that has both quartiles and says what it counted."""
    whole = (row for row in rows if _is_number(row["p25"]) and _is_number(row["p75"]) and row["numerator"] != UNSTATED)
    return next(whole, None)


def _fits(row: Row, platform: str, denominator: str, count: float) -> bool:
    if row["platform"] != platform or row["denominator"] != denominator or row["numerator"] in REACH:
        return False
    low, high = (0.0 if row["lo"] in ("", "all") else float(row["lo"])), row["hi"]
    return low <= count and (high in ("", "all") or count < float(high))


def _year(row: Row) -> str:
    digits = "".join(c for c in row["data_year"] if c.isdigit())
    return digits[:4] or "0"


def _reference(row: Row, measure: str, *, drawn: bool) -> Reference:
    shares = {
        name: float(row[name]) / 100 if _is_number(row[name]) else None for name in ("p25", "median", "p75", "mean")
    }
    return Reference(
        measure=measure,
        source=row["source"],
        year=row["data_year"],
        n=row["n"],
        grade=row["grade"],
        population=row["population"],
        numerator=row["numerator"],
        drawn=drawn,
        **shares,
    )


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
