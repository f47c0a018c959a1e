"""When follows became mutual and who was first, by hand."""

import numpy as np
import pytest

from build import METHOD, Direction, Dossiers, KeyKind, SinceKind, dossier, followers, measured
from reachcheck.measures.registry import measure_all
from reachcheck.message import msg
from reachcheck.results.measure import Measure
from reachcheck.stats.intervals import wilson

BOTH = ("days_until_mutual", "owner_first_share")
Dates = dict[str, str | None]


def lists(received: Dates, given: Dates, kind: SinceKind = SinceKind.DAY, **person: object) -> Dossiers:
    tables = [
        followers(
            list(since),
            way,
            since=list(since.values()),
            since_kind=[SinceKind.NONE if day is None else kind for day in since.values()],
        )
        for way, since in ((Direction.IN, received), (Direction.OUT, given))
    ]
    return dossier(*tables, **person)  # type: ignore[arg-type]


def of(received: Dates, given: Dates, kind: SinceKind = SinceKind.DAY, **person: object) -> tuple[Measure, Measure]:
    found = measured(lists(received, given, kind, **person))
    return found[BOTH[0]], found[BOTH[1]]


# seven mutual ties, given on the 10th; received so many days later
LATER = {"a": -9, "b": -3, "c": 0, "d": 1, "e": 4, "f": 11, "g": 20}
GIVEN: Dates = dict.fromkeys(LATER, "2026-03-10")
RECEIVED: Dates = {name: str(np.datetime64("2026-03-10") + days) for name, days in LATER.items()}


def test_by_hand() -> None:
    # apart by 0 1 3 4 9 11 20 days; the median of seven lies between the first and the last at .95
    apart, first = of({**RECEIVED, "follower": "2020-01-01"}, {**GIVEN, "followed": "2020-01-01"})
    assert (apart.value, apart.low, apart.high) == (4.0, 0.0, 20.0)
    assert (apart.n, apart.unit, apart.denominator) == (7.0, "days", "dated_mutual")
    assert (first.k, first.n, first.denominator) == (4.0, 6.0, "ordered_mutual")
    assert first.value == pytest.approx(4 / 6, abs=1e-9)
    low, high = wilson(np.array([4.0]), np.array([6.0]))
    assert (first.low, first.high) == (pytest.approx(low[0], rel=1e-8), pytest.approx(high[0], rel=1e-8))
    assert first.notes == (msg("note.mutual_same_day", n=1.0),)


def test_turned_round_the_days_are_the_same_and_the_other_was_first() -> None:
    apart, first = of(RECEIVED, GIVEN)
    turned, other = of(GIVEN, RECEIVED)
    assert turned == apart
    assert (other.k, other.n) == (2.0, 6.0)
    assert first.k == 4.0


def test_few_ties_have_a_middle_and_no_interval() -> None:
    apart, first = of({"a": "2026-03-01", "b": "2026-03-05"}, {"a": "2026-03-02", "b": "2026-03-02"})
    assert (apart.value, apart.low, apart.n, apart.no_interval) == (2.0, None, 2.0, msg("no_interval.too_few"))
    assert (first.value, first.k, first.n, first.notes) == (0.5, 1.0, 2.0, ())


def test_within_a_day_the_second_tells_who_was_first_where_it_is_known() -> None:
    received: Dates = {"a": "2026-03-01T10:00:01", "b": "2026-03-01T10:00:00"}
    given: Dates = {"a": "2026-03-01T10:00:00", "b": "2026-03-01T10:00:00"}
    apart, first = of(received, given, SinceKind.EXACT)
    assert (apart.value, first.value, first.n) == (0.0, 1.0, 1.0)
    by_day, unordered = of(received, given)
    assert by_day.value == 0.0
    assert (unordered.status, unordered.reason, unordered.n) == ("unknown", msg("unknown.mutual_same_day"), None)


def test_ties_without_a_date_on_both_sides_do_not_count() -> None:
    for received, given in (
        ({"a": "2026-03-01", "b": None}, {"a": None, "b": "2026-03-01"}),
        ({"a": "2026-03-01"}, {"b": "2026-03-01"}),
    ):
        for found in of(received, given):
            assert (found.status, found.reason) == ("unknown", msg("unknown.no_dated_mutual"))


@pytest.mark.parametrize("name", BOTH)
def test_where_lists_cannot_be_compared_nobody_was_first(name: str) -> None:
    friends = measured(lists(RECEIVED, GIVEN, mutual=1, platform="facebook"))[name]
    assert (friends.reason, friends.lacks) == (msg("unknown.mutual_by_design"), ())
    apart = lists(RECEIVED, GIVEN)
    apart.edges.key_kind[apart.edges.direction == Direction.IN] = KeyKind.ID
    assert measured(apart)[name].reason == msg("unknown.key_kinds")
    undated = measured(dossier(followers(["a"]), followers(["a"], Direction.OUT)))[name]
    assert (undated.lacks, undated.asked) == (("followers_dated", "following_dated"), False)


def test_each_of_several_profiles_has_its_own() -> None:
    parts = [lists(RECEIVED, GIVEN), dossier(), lists({"a": "2026-03-01"}, {"a": "2026-03-04"})]
    together = measure_all(Dossiers.join(parts), METHOD)
    for i, part in enumerate(parts):
        assert [together[name].one(i) for name in BOTH] == [measured(part)[name] for name in BOTH]
