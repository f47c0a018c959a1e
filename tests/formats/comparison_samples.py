"""Hand-made comparisons: the circle and the inflated count, and one profile on two days under any name."""

from dataclasses import replace
from datetime import date

import report_samples

from reachcheck.message import msg
from reachcheck.results.comparison import Between, Change, Comparison, Difference, Turnover
from reachcheck.results.measure import Measure
from reachcheck.results.report import Results


def _measure(ident: str, family: str, unit: str, value: float | None, **more) -> Measure:
    status = "unknown" if value is None else "known"
    return Measure(id=ident, family=family, unit=unit, denominator="none", status=status, value=value, **more)


def _share(value: float | None, **more) -> Measure:
    return _measure("repeat_responder_rate", "community", "share", value, **more)


COUNT = Difference(
    first=_measure("followers_count", "data", "people", 594.0),
    second=_measure("followers_count", "data", "people", 3000.0),
    value=2406.0, low=2406.0, high=2406.0, how="counted",
)  # fmt: skip
SHARE = Difference(first=_share(0.83), second=_share(0.63), value=-0.2, low=-0.28, high=-0.12, how="newcombe")
SILENCE = Difference(
    first=_measure("longest_silence_days", "constancy", "days", 7.0),
    second=_measure("longest_silence_days", "constancy", "days", None),
    reason=msg("compare.no_value"),
)


def pair() -> Comparison:
    """A circle of 594 friends, real reach 418 to 582, beside a count of 3,000 followers, real reach 137 to 405."""
    return Comparison(
        first=report_samples.circle(), second=report_samples.nathan(), one_profile=False, same_files=False,
        differences=(COUNT, SHARE, SILENCE), real_reach=Between(low=-445.0, high=-13.0),
    )  # fmt: skip


def _named(text: str) -> Results:
    """The inflated count with a stranger's text wherever a comparison shows one."""
    known = report_samples.nathan()
    said = msg("unknown.absent", export=text)
    record = replace(known.sources[0], file=text, platform=text, unmatched=(text,), columns={text: "date"})
    findings = tuple(replace(each, evidence=(text,) * 4, observed=said, innocent=(said,)) for each in known.findings)
    profile = replace(known.profile, handle=text, platform=text, zone=text)
    verdict = replace(known.verdict, confidence_reason=said, summary=said)
    return replace(known, profile=profile, sources=(record,), findings=findings, verdict=verdict)


def days(text: str = "nathan") -> Comparison:
    """One profile of that name on two days: one follower of that name came, one went, and one flag has gone."""
    second = _named(text)
    first = replace(second, profile=replace(second.profile, start=date(2025, 4, 1), end=date(2026, 3, 31)))
    unknown = replace(SHARE, value=None, low=None, high=None, how=None, reason=msg("unknown.absent", export=text))
    flagged = next(each for each in first.findings if each.status == "flagged")
    clear = replace(flagged, status="clear", days=())
    return Comparison(
        first=first, second=second, one_profile=True, same_files=False,
        differences=(COUNT, unknown),
        turnover=Turnover(stayed=12, came=(text,), went=(text,)),
        changes=(Change(first=flagged, second=clear, became="went"),),
    )  # fmt: skip
