"""Pieces of evidence: the smallest number of innocent events that explains all that is flagged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from reachcheck.results.finding import Finding
from reachcheck.results.verdict import Conduct, Level, Piece


def pieces(findings: Sequence[Finding], innocent: Mapping[str, tuple[str, ...]]) -> tuple[Piece, ...]:
    """A smallest set of innocent events that explains every flagged finding which feeds conduct.

    Solved exactly by trying sets in order of size, then of the order in which the method names the events; a finding
    without an innocent event is its own piece.
    """
    flagged = {f.code: innocent.get(f.code) or (f.code,) for f in findings if f.status == "flagged" and f.feeds_conduct}
    events = list(dict.fromkeys(event for explains in flagged.values() for event in explains))
    sets = (chosen for size in range(len(events) + 1) for chosen in combinations(events, size))
    least = next(chosen for chosen in sets if all(set(explains) & set(chosen) for explains in flagged.values()))
    return tuple(
        Piece(
            innocent_event=event,
            findings=tuple(sorted(code for code, explains in flagged.items() if event in explains)),
        )
        for event in least
    )


def conduct(findings: Sequence[Finding], innocent: Mapping[str, tuple[str, ...]], strong: int) -> Conduct:
    """The level of conduct: one piece is something to look at, `strong` or more are strong signs."""
    found = pieces(findings, innocent)
    looked = tuple(f.code for f in findings if f.feeds_conduct and f.status != "unknown")
    return Conduct(level=_level(len(found), looked, strong), pieces=found, could_look=looked)


def counted(findings: Sequence[Finding], done: Conduct) -> tuple[Finding, ...]:
    """The findings, each with the innocent event under which it was counted."""
    event = {code: piece.innocent_event for piece in reversed(done.pieces) for code in piece.findings}
    return tuple(replace(finding, piece=event.get(finding.code)) for finding in findings)


def _level(found: int, looked: tuple[str, ...], strong: int) -> Level:
    if found >= strong:
        return "strong"
    if found:
        return "to look at"
    return "none seen" if looked else "unknown"
