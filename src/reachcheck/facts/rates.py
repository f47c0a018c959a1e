"""Published engagement rates, for context only: no rule ever sees them."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

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
MOST = 4
"""References shown for one measure; the best graded and newest come first."""


@cache
def _table() -> Sequence[Mapping[str, str]]:
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
            rows = [row for row in _table() if _fits(row, platform.lower(), denominator, count)]
            ordered = sorted(rows, key=lambda row: (row["grade"], -int(_year(row))))
            found.extend(_reference(row, measure) for row in ordered[:MOST])
    return tuple(found)


def _fits(row: Mapping[str, str], platform: str, denominator: str, count: float) -> bool:
    if row["platform"] != platform or row["denominator"] != denominator or row["numerator"] in REACH:
        return False
    low, high = (0.0 if row["lo"] in ("", "all") else float(row["lo"])), row["hi"]
    return low <= count and (high in ("", "all") or count < float(high))


def _year(row: Mapping[str, str]) -> str:
    digits = "".join(c for c in row["data_year"] if c.isdigit())
    return digits[:4] or "0"


def _reference(row: Mapping[str, str], measure: str) -> Reference:
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
        **shares,
    )


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
