"""What somebody asks of finished results: it stands beside them, and nothing in them changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reachcheck.facts.platforms import platform as platform_facts
from reachcheck.results.need import Checked, Need, NeedResult
from reachcheck.results.report import Results
from reachcheck.verdict.needs import check, total

Weights = Mapping[str, float]


def with_needs(results: Results, needs: Sequence[Need], weights: Sequence[Weights] = ()) -> Results:
    """The results with each need looked at, and totals where there are weights, one mapping for each need."""
    found = [_looked_at(results, need) for need in needs]
    totals = [total(checked, each) for checked, each in zip(found, weights, strict=True)] if weights else None
    made = (
        NeedResult(need=need, criteria=checked, total=None if totals is None else totals[i])
        for i, (need, checked) in enumerate(zip(needs, found, strict=True))
    )
    return replace(results, needs=tuple(made))


def _looked_at(results: Results, need: Need) -> tuple[Checked, ...]:
    """The criteria from the files alone, each with what it would be if what the person states is accepted."""
    withheld = platform_facts(results.profile.platform).withheld
    checked = check(need, {m.id: m for m in results.measures}, results.real_reach, withheld)
    if results.accepted is None:
        return checked
    told = check(need, {m.id: m for m in results.accepted.measures}, results.accepted.real_reach, withheld)
    return tuple(replace(one, if_accepted=other.status) for one, other in zip(checked, told, strict=True))
