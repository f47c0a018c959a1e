"""What to do about one's own profile: tied to what was seen, conditional, and nothing that only moves a figure."""

from collections.abc import Sequence

from reachcheck.message import Message, msg
from reachcheck.results.advice import Advice
from reachcheck.results.finding import Finding
from reachcheck.results.measure import Measure
from reachcheck.results.verdict import Missing, RealReach

CODES = (
    "DAT001", "DAT002", "DAT003", "GRO101", "AUD201", "AUD202", "AUD203", "ENG301", "ENG302", "REC401", "COM502",
    "CON601",
)  # fmt: skip
"""Findings that there is something to say to; GRO104 never flags."""


def advise(
    findings: Sequence[Finding], hollow: Measure, missing: Sequence[Missing], reach: RealReach | None
) -> tuple[Advice, ...]:
    """One for each finding that is flagged, then for those who are not there, then for what is missing.

    Where no rule could look, that nothing is flagged says nothing. Where real reach is not given, nobody can name it.
    """
    flagged = [finding.code for finding in findings if finding.status == "flagged" and finding.code in CODES]
    found = [Advice(code=code, text=Message(f"advice.{code}")) for code in flagged]
    if hollow.low:
        found.append(Advice(code=hollow.id, text=msg("advice.hollow", share=hollow.low)))
    if {finding.status for finding in findings} & {"flagged", "clear"} == {"clear"}:
        text = msg("advice.nothing_to_repair" if reach is None else "advice.nothing_flagged")
        found.insert(0, Advice(code="nothing_flagged", text=text))
    if missing:
        found.append(Advice(code="missing", text=msg("advice.missing", export=missing[0].export)))
    return tuple(found)
