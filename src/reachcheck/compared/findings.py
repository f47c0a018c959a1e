"""What became of what was flagged, between two days of one profile."""

from reachcheck.results.comparison import Became, Change
from reachcheck.results.finding import Finding
from reachcheck.results.report import ProfileSummary, Results

MIRRORED: dict[Became, Became] = {
    "stayed": "stayed",
    "other days": "other days",
    "went": "came",
    "out of sight": "into sight",
    "not looked at": "looked at",
}
"""What it is called when the flag is the second's, not the first's."""


def changes(first: Results, second: Results) -> tuple[Change, ...]:
    """Each rule that flags one of the two, in the order of the report."""
    after = {finding.code: finding for finding in second.findings}
    pairs = ((finding, after[finding.code]) for finding in first.findings if finding.code in after)
    made = (_change(before, now, first.profile, second.profile) for before, now in pairs)
    return tuple(change for change in made if change is not None)


def _change(before: Finding, now: Finding, then: ProfileSummary, today: ProfileSummary) -> Change | None:
    flags = (before.status == "flagged", now.status == "flagged")
    if not any(flags):
        return None
    if all(flags):
        return Change(first=before, second=now, became="stayed" if _meet(before, now) else "other days")
    became = _lost(before, now, today) if flags[0] else MIRRORED[_lost(now, before, then)]
    return Change(first=before, second=now, became=became)


def _meet(one: Finding, other: Finding) -> bool:
    """Whether they share a day; those that rest on no days are one."""
    if not one.days or not other.days:
        return True
    return any(span.meets(also) for span in one.days for also in other.days)


def _lost(flagged: Finding, other: Finding, seen: ProfileSummary) -> Became:
    """Why one is flagged and the other not: the other's files leave it open, do not reach so far, or clear it."""
    if other.status == "unknown":
        return "not looked at"
    return "out of sight" if _beyond(flagged, seen) else "went"


def _beyond(finding: Finding, seen: ProfileSummary) -> bool:
    if seen.start is None or seen.end is None:
        return False
    return any(span.start < seen.start or span.end > seen.end for span in finding.days)
