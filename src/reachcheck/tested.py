"""How often labels and flags err, joined to what was decided: measured on invented profiles that had all exports."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from reachcheck.facts import error_rates, verdict_rates
from reachcheck.measures.base import Need
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Direction
from reachcheck.results.finding import ErrorRate, Finding
from reachcheck.results.measure import Measure
from reachcheck.results.verdict import Verdict

IN = Direction.IN
EXPORTS = (
    Need(export="daily", table="daily", columns=("value",)),
    Need(export="followers_dated", table="edges", columns=("since",), direction=IN),
    Need(export="followers_created", table="edges", columns=("created_at",), direction=IN),
    Need(export="followers_figures", table="edges", columns=("followers", "following", "posts"), direction=IN),
    Need(export="following", table="edges", direction=Direction.OUT),
    Need(export="posts_likes", table="posts", columns=("likes", "comments")),
    Need(export="responses", table="interactions", direction=IN),
)
"""What the invented profiles had."""


def lacking(dossiers: Dossiers) -> list[tuple[str, ...]]:
    """Of each profile, which of those exports its files lack."""
    held = [need.rows(dossiers) > 0 for need in EXPORTS]
    absent = np.array(held).T.reshape(len(dossiers), len(EXPORTS))
    return [tuple(need.export for need, there in zip(EXPORTS, row, strict=True) if not there) for row in absent]


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


def with_labels(verdict: Verdict, count: float | None, lacks: tuple[str, ...]) -> Verdict:
    """The verdict with how invented profiles of this size fared; with fewer exports nobody measured how it errs."""
    got = verdict_rates.of_labels(count)
    named = count is None or count < verdict_rates.NAMED
    wanted = tuple(export for export in lacks if named or export != "responses")
    error = None if wanted else verdict_rates.errs(verdict.label, got)
    return replace(verdict, tested=got, tested_without=wanted, error_rate=error)
