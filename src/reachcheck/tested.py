"""How often labels and flags err, joined to what was decided: measured on invented profiles that had all exports."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from reachcheck.facts import error_rates, verdict_rates
from reachcheck.results.finding import ErrorRate, Finding
from reachcheck.results.measure import Measure
from reachcheck.results.verdict import Verdict

EXPORTS = (
    "daily", "followers_dated", "followers_created", "followers_figures", "following", "posts_likes",
    "posts_comments", "responses",
)  # fmt: skip
"""What the invented profiles had."""


def with_rates(findings: Sequence[Finding], measures: Mapping[str, Measure]) -> tuple[Finding, ...]:
    """What is flagged, with how often the rule flags honest profiles of this size with such figures."""
    notes = measures["growth_steps"].notes
    against = next((note.params["kinds"] for note in notes if note.key == "note.held_against"), ())
    kinds = tuple(str(kind) for kind in against) if isinstance(against, tuple) else ()
    count = measures["followers_count"].value
    return tuple(replace(f, error_rate=_rate(f.code, kinds, count)) if f.status == "flagged" else f for f in findings)


def _rate(code: str, kinds: Sequence[str], count: float | None) -> ErrorRate | None:
    """By years and what is known of them where that was measured, with whole profiles beside it; else by these."""
    whole = verdict_rates.worst(code, count)
    if code not in {rate.code for rate in error_rates.rates()}:
        return whole
    years = error_rates.worst(code, kinds, count)
    return None if years is None else replace(years, profiles=whole)


def with_labels(verdict: Verdict, count: float | None, there: Collection[str]) -> Verdict:
    """The verdict with how invented profiles of this size fared; with fewer exports nobody measured how it errs."""
    got, named = verdict_rates.of_labels(count), count is None or count < verdict_rates.NAMED
    lacking = tuple(e for e in EXPORTS if e not in there and (named or e != "responses"))
    error = None if lacking else verdict_rates.errs(verdict.label, got)
    return replace(verdict, tested=got, tested_without=lacking, error_rate=error)
