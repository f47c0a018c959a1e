"""The sheet as it is written: one row for the whole report, and one for each part of what is flagged."""

from dataclasses import dataclass

from reachcheck.model.dossiers import Dossiers
from reachcheck.replies.parts import REPORT, Part, as_key, owner_of, parts_of
from reachcheck.results.finding import Finding
from reachcheck.results.report import Results
from reachcheck.results.span import Span


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One row to answer; without a finding it asks about the whole report."""

    key: str
    finding: Finding | None = None
    span: Span | None = None
    followers: float | None = None


def asked(results: Results, dossiers: Dossiers) -> list[Asked]:
    """The rows of the sheet for the one profile there is, in the order of the report."""
    owner = owner_of(results.profile)
    rows = [Asked(key=as_key(Part(code=REPORT), owner))]
    for finding in results.findings:
        if finding.status == "flagged":
            parts = parts_of(finding, dossiers)
            rows += [
                Asked(
                    key=as_key(part, owner),
                    finding=finding,
                    span=part.span,
                    followers=finding.followers_n if len(parts) == 1 else None,
                )
                for part in parts
            ]
    return rows
