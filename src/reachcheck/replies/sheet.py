"""The sheet as it is written: one row for the whole report, and one for each part of what is flagged."""

from dataclasses import dataclass

from reachcheck.message import Message
from reachcheck.model.dossiers import Dossiers
from reachcheck.replies.parts import REPORT, Part, as_key, owner_of, parts_of, shown
from reachcheck.results.finding import Finding, FindingPart
from reachcheck.results.report import Results
from reachcheck.results.span import Span


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One row to answer, with what was seen on its own days; without a finding it asks about the whole report."""

    key: str
    finding: Finding | None = None
    span: Span | None = None
    observed: Message | None = None
    followers: float | None = None
    evidence: tuple[str, ...] = ()


def asked(results: Results, dossiers: Dossiers) -> list[Asked]:
    """The rows of the sheet for the one profile there is, in the order of the report."""
    owner = owner_of(results.profile)
    rows = [Asked(key=as_key(Part(code=REPORT), owner))]
    for finding in results.findings:
        if finding.status == "flagged":
            pairs = zip(parts_of(finding, dossiers), shown(finding), strict=True)
            rows += [_row(finding, part.span, own, as_key(part, owner)) for part, own in pairs]
    return rows


def _row(finding: Finding, span: Span | None, own: FindingPart | None, key: str) -> Asked:
    """What a part says of itself; where it says nothing, or is all there is, what the finding says."""
    if own is None:
        observed, followers, evidence = finding.observed, finding.followers_n, finding.evidence
    else:
        only = finding.followers_n if len(finding.parts) == 1 else None
        observed, evidence = own.observed or finding.observed, own.evidence
        followers = only if own.k is None else own.k
    return Asked(key=key, finding=finding, span=span, observed=observed, followers=followers, evidence=evidence)
