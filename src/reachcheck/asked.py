"""What somebody asks of finished results: it stands beside them, and nothing in them changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reachcheck.facts.platforms import platform as platform_facts
from reachcheck.measures.registry import MEASURES
from reachcheck.method import Method
from reachcheck.results.measure import Measure
from reachcheck.results.need import Checked, Need, NeedResult
from reachcheck.results.report import Results
from reachcheck.rules.base import Rule
from reachcheck.rules.registry import RULES
from reachcheck.verdict.needs import check, total
from reachcheck.verdict.what_if import what_if

Weights = Mapping[str, float]
MOVES: Mapping[str, str | None] = {spec.id: spec.moves for spec in MEASURES}
"""Which end of real reach each measure could move, those too for which nobody is asked."""


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
    withheld = _withheld(results)
    checked = check(need, {m.id: m for m in results.measures}, results.real_reach, withheld)
    if results.accepted is None:
        return checked
    told = check(need, {m.id: m for m in results.accepted.measures}, results.accepted.real_reach, withheld)
    return tuple(replace(one, if_accepted=other.status) for one, other in zip(checked, told, strict=True))


def with_what_if(results: Results, method: Method) -> Results:
    """The results with what each further export could tell."""
    measures = {measure.id: measure for measure in results.measures}
    blind = {finding.code for finding in results.findings if finding.status == "unknown"}
    rules = {rule.code: _unknown_read(rule, measures, method) for rule in RULES if rule.code in blind}
    withheld = _withheld(results)
    return replace(results, what_if=what_if(measures, rules, MOVES, results.real_reach, withheld))


def _withheld(results: Results) -> tuple[str, ...]:
    """What the platform gives to nobody who has such an audience."""
    return platform_facts(results.profile.platform).withheld_of(results.profile.noun)


class _Watched(Mapping[str, Measure]):
    """Measures that remember which of them somebody read."""

    def __init__(self, measures: Mapping[str, Measure]) -> None:
        self.measures, self.read = measures, dict[str, None]()

    def __getitem__(self, name: str) -> Measure:
        self.read[name] = None
        return self.measures[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.measures)

    def __len__(self) -> int:
        return len(self.measures)


def _unknown_read(rule: Rule, measures: Mapping[str, Measure], method: Method) -> tuple[str, ...]:
    """The unknown measures that a rule reads before it says that it cannot tell: seen by watching it look."""
    watched = _Watched(measures)
    rule.check(watched, method)
    return tuple(name for name in watched.read if not measures[name].known)
