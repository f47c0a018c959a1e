"""Each row of the sheet speaks of its own part: its sentence, its people and its rows; by hand."""

from dataclasses import replace
from datetime import date, timedelta

from build import days, dossier
from made import finding
from reachcheck.message import msg
from reachcheck.pipeline import analyze_one
from reachcheck.replies.parts import MOST_PARTS
from reachcheck.replies.sheet import Asked, asked
from reachcheck.results.finding import Finding, FindingPart, Span

DOSSIERS = dossier(days("2026-01-01", [100.0, 101.0]))
RESULTS = analyze_one(DOSSIERS)
ALL = msg("gro104.none")


def on(offset: int) -> Span:
    day = date(2026, 3, 1) + timedelta(days=offset)
    return Span(start=day, end=day)


def flagged(*parts: FindingPart) -> Finding:
    made = replace(finding("AUD201", observed=ALL), followers_n=90.0, evidence=("f:1", "f:2", "f:3"))
    return replace(made, days=tuple(part.days for part in parts), parts=parts)


def rows(found: Finding) -> list[Asked]:
    whole, *others = asked(replace(RESULTS, findings=(found,)), DOSSIERS)
    assert whole.finding is None
    return others


def test_rows_stand_in_the_order_of_their_days_and_each_has_its_own() -> None:
    late = FindingPart(days=on(9), observed=msg("aud201.clear"), k=30.0, n=50.0, evidence=("f:1", "f:2"))
    early = FindingPart(days=on(2), observed=msg("dat001.clear"), k=60.0, n=70.0, evidence=("f:3",))
    first, second = rows(flagged(late, early))
    assert (first.span, first.observed, first.followers, first.evidence) == (on(2), early.observed, 60.0, ("f:3",))
    assert (second.span, second.observed, second.followers) == (on(9), late.observed, 30.0)
    assert second.evidence == ("f:1", "f:2")
    assert " 2026-03-03 2026-03-03 " in first.key and " 2026-03-10 2026-03-10 " in second.key


def test_blocks_of_the_same_days_have_a_row_each() -> None:
    parts = [FindingPart(days=on(0), k=float(n)) for n in (1, 2)]
    assert [row.followers for row in rows(flagged(*parts))] == [1.0, 2.0]


def test_a_part_without_a_sentence_has_that_of_the_finding() -> None:
    one, other = FindingPart(days=on(0), evidence=("f:2",)), FindingPart(days=on(5), evidence=("f:3",))
    (row,) = rows(flagged(one))
    assert (row.observed, row.followers, row.evidence) == (ALL, 90.0, ("f:2",))
    first, second = rows(flagged(one, other))
    assert (first.observed, first.followers, first.evidence) == (ALL, None, ("f:2",))
    assert (second.observed, second.followers, second.evidence) == (ALL, None, ("f:3",))


def test_a_finding_without_days_or_with_very_many_is_asked_about_as_a_whole() -> None:
    many = [FindingPart(days=on(n), observed=msg("aud201.clear"), k=1.0) for n in range(MOST_PARTS + 1)]
    for found, span in (
        (flagged(), None),
        (flagged(*many), Span(start=on(0).start, end=on(MOST_PARTS).end)),
    ):
        (row,) = rows(found)
        assert (row.span, row.observed, row.followers, row.evidence) == (span, ALL, 90.0, ("f:1", "f:2", "f:3"))
    assert len(rows(flagged(*many[1:]))) == MOST_PARTS
