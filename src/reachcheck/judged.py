"""From the measures of one profile to its verdict, in the order of the design; and the same with what was stated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reachcheck.facts.platforms import platform as platform_facts
from reachcheck.measures.base import Measured
from reachcheck.measures.registry import MEASURES
from reachcheck.method import Method
from reachcheck.model.dossiers import Dossiers
from reachcheck.results.finding import Finding
from reachcheck.results.measure import Measure
from reachcheck.results.reply import Accepted
from reachcheck.results.verdict import Conduct, RealReach, Verdict
from reachcheck.rules.base import Rule
from reachcheck.rules.registry import check_all
from reachcheck.verdict.judge import judge
from reachcheck.verdict.pieces import conduct, counted
from reachcheck.verdict.reach import reach_gap, real_reach
from reachcheck.verdict.what_if import with_measures

MOVES: Mapping[str, str | None] = {spec.id: spec.moves for spec in MEASURES if spec.asks}


@dataclass(frozen=True, kw_only=True)
class Judged:
    """All that is decided about one profile."""

    measures: Mapping[str, Measure]
    reach: RealReach | None
    findings: tuple[Finding, ...]
    conduct: Conduct
    verdict: Verdict


def judged(
    dossiers: Dossiers, measured: Mapping[str, Measured], i: int, method: Method, more: Sequence[Rule] = ()
) -> Judged:
    """Real reach, findings, conduct and verdict of a profile, each from those before it.

    What `more` rules find stands beside the findings; nothing else is made from it.
    """
    measures = {name: column.one(i) for name, column in measured.items()}
    measures["reach_gap"] = reach_gap(measures, method)
    findings = check_all(measures, method)
    done = conduct(findings, method.innocent, method.verdict.strong_pieces)
    reach = real_reach(measures, method, len(done.pieces))
    who = dossiers.people
    withheld = platform_facts(who.platform.decode()[i]).withheld_of(who.noun.decode()[i] or "followers")
    verdict = judge(measures, findings, done, reach, MOVES, method, withheld=withheld)
    missing = (replace(m, measures=with_measures(measures.values(), m.export, withheld)) for m in verdict.missing)
    verdict = replace(verdict, missing=tuple(missing))
    told = (*counted(findings, done), *(rule.check(measures, method) for rule in more))
    return Judged(measures=measures, reach=reach, findings=told, conduct=done, verdict=verdict)


def accepted(files: Sequence[Finding], told: Judged) -> Accepted:
    """What is decided with the events that were stated, held against the findings from the files alone."""
    return Accepted(
        verdict=told.verdict,
        conduct=told.conduct,
        real_reach=told.reach,
        findings=told.findings,
        cleared=_flagged(files, told.findings),
        eased=_eased(files, told.findings),
        raised=_flagged(told.findings, files),
        measures=tuple(told.measures.values()),
    )


def _flagged(here: Sequence[Finding], there: Sequence[Finding]) -> tuple[str, ...]:
    """Codes that are flagged here and not there."""
    others = {finding.code for finding in there if finding.status == "flagged"}
    return tuple(f.code for f in here if f.status == "flagged" and f.code not in others)


def _eased(here: Sequence[Finding], there: Sequence[Finding]) -> tuple[str, ...]:
    """Codes that are flagged here and there, but there for fewer stretches of days."""
    spans = {finding.code: finding.days for finding in there if finding.status == "flagged"}
    both = (finding for finding in here if finding.status == "flagged" and finding.code in spans)
    return tuple(f.code for f in both if not all(any(o.meets(s) for o in spans[f.code]) for s in f.days))
