"""Follower maps as measures: first what must stay unknown or unflagged, then blocks where they were put."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import METHOD, Dossiers, SinceKind, dossier, followers, measured
from reachcheck.message import msg
from reachcheck.model.columns import NAT
from reachcheck.results.finding import Finding
from reachcheck.results.measure import Measure
from reachcheck.results.span import Span
from reachcheck.rules.registry import check_all
from reachcheck.simulate.maps import Map, organic, started, with_block, with_newcomers


def listing(created: np.ndarray, came: np.ndarray | None = None, **person: object) -> Dossiers:
    """A list of followers in this order; with follow dates where they are given."""
    n = len(created)
    dates = [None if day is None else str(np.datetime64(int(day), "D")) for day in created.tolist()]
    order: dict[str, list[object]] = {"rank": list(range(n)), "since_kind": [SinceKind.NONE] * n}
    if came is not None:
        since = [str(np.datetime64(int(day), "D")) for day in came.tolist()]
        order = {"since": since, "since_kind": [SinceKind.DAY] * n}  # type: ignore[dict-item]
    return dossier(followers([f"f{i}" for i in range(n)], created_at=dates, **order), **person)


def block_in(seed: int, n: int = 1_000) -> Map:
    return with_block(seed, n, size=n // 5, share=0.8, spread=10)


def of(dossiers: Dossiers) -> Measure:
    return measured(dossiers)["follower_map"]


def findings(dossiers: Dossiers) -> dict[str, Finding]:
    gap = Measure(id="reach_gap", family="data", unit="people", denominator="none", status="known", value=0.0)
    return {f.code: f for f in check_all({**measured(dossiers), "reach_gap": gap}, METHOD)}


def statuses(dossiers: Dossiers) -> tuple[str, str]:
    found = findings(dossiers)
    return found["AUD202"].status, found["AUD203"].status


# ------------------------------------------------------------------------------------------------ not flagged


@pytest.mark.parametrize("n", [300, 1_200])
@pytest.mark.parametrize("made", [organic, started])
def test_maps_in_which_nothing_was_put_are_clear(n: int, made: object) -> None:
    for seed in (110, 111):
        assert statuses(listing(made(seed, n).created)) == ("clear", "clear")  # type: ignore[operator]


def test_a_shuffled_list_is_unknown_with_the_block_in_it() -> None:
    created = np.random.default_rng(0).permutation(block_in(1).created)
    assert of(listing(created)).reason == msg("unknown.no_order")
    assert statuses(listing(created)) == ("unknown", "unknown")


def test_a_list_sorted_by_creation_is_unknown() -> None:
    created = np.sort(block_in(1).created)
    for one in (created, created[::-1]):
        assert of(listing(one)).reason == msg("unknown.sorted_by_creation")


def test_fewer_than_three_hundred_creation_dates_are_too_few() -> None:
    created: np.ndarray = organic(3, 310).created.astype(object)
    created[:11] = None
    assert of(listing(created)).reason == msg("unknown.few_created", found=299, at_least=300)
    created[0] = 15_000
    assert of(listing(created)).known


def test_followers_who_left_are_on_no_map() -> None:
    whole = listing(organic(3, 310).created)
    gone = np.full(310, NAT)
    gone[:11] = np.datetime64("2026-01-01", "s")
    left = replace(whole, edges=replace(whole.edges, until=gone))
    assert of(left).reason == msg("unknown.few_created", found=299, at_least=300)


@pytest.mark.parametrize("year", ["0001", "1970", "2106", "9999"])
def test_dates_that_cannot_be_hide_no_block_and_make_none(year: str) -> None:
    days = int(np.datetime64(f"{year}-01-01", "D").astype(int))
    for made, status in ((block_in(1), "flagged"), (organic(113, 900), "clear")):
        created = made.created.copy()
        created[[40, 90, 140, 190]] = days
        assert statuses(listing(created))[0] == status


def test_accounts_of_mixed_ages_who_followed_on_one_day_are_clear() -> None:
    made = organic(112, 900)
    came = np.floor(made.world.times)
    came[400:550] = came[549]
    assert statuses(listing(made.created, came)) == ("clear", "clear")


def test_a_block_far_below_a_tenth_of_its_ranks_is_clear() -> None:
    made = with_block(3, 4_000, size=40, share=0.05, spread=30)
    assert statuses(listing(made.created)) == ("clear", "clear")


# ------------------------------------------------------------------------------------------------ flagged


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_block_is_flagged_whichever_way_the_list_runs(seed: int) -> None:
    made = block_in(seed)
    forth, back = of(listing(made.created)), of(listing(made.created[::-1]))
    (part,) = forth.parts
    assert part.kind == "interior"
    middle = np.datetime64(round(made.middle), "D").item()
    assert part.start is not None and part.end is not None and part.start < middle < part.end
    assert [replace(p, evidence=()) for p in back.parts] == [replace(part, evidence=())]
    assert (forth.value, forth.low, forth.high) == (back.value, back.low, back.high)
    # row r of the file is rank r - 2; the same two followers stand at the mirrored rows
    rows = [int(place.rpartition(":")[2]) for place in part.evidence]
    mirrored = [int(place.rpartition(":")[2]) for place in back.parts[0].evidence]
    assert mirrored == [1_003 - row for row in rows]
    assert made.start - 5 <= rows[0] - 2 < rows[1] - 2 < made.end + 5
    assert statuses(listing(made.created)) == ("flagged", "clear")


def test_a_block_says_on_which_days_it_came_where_these_are_known() -> None:
    made = block_in(1)
    came = made.created.max() + 100 + np.arange(1_000) // 10
    came[made.start : made.end] = came[made.start]
    assert of(listing(made.created)).parts[0].came is None
    part, *_ = of(listing(made.created, came)).parts
    day = np.datetime64(int(came[made.start]), "D").item()
    assert part.came == Span(start=day, end=day)


def test_the_size_of_a_block_stands_in_its_interval() -> None:
    made = block_in(1)
    found = of(listing(made.created))
    assert found.value is not None and found.low is not None and found.high is not None
    assert found.low <= 0.2 <= found.high + 0.005  # two of its members may lie beyond three standard deviations
    assert found.high - found.low < 0.05
    assert found.n == 1_000


def test_what_is_said_of_a_block() -> None:
    found = findings(listing(block_in(1).created))["AUD202"]
    assert found.observed is not None and found.observed.key == "aud202.observed"
    followed = found.observed.params["followed"]
    assert followed.key == "map.followed_at_earliest"  # type: ignore[union-attr]
    assert found.innocent == (msg("innocent.joined_together"), msg("innocent.platform_wave"))
    assert found.feeds_conduct
    (span,) = found.days
    assert (found.observed.params["start"], found.observed.params["end"]) == (span.start, span.end)


def test_follow_dates_give_the_order_where_they_are_known() -> None:
    made = block_in(2)
    rng = np.random.default_rng(1)
    came = np.sort(np.floor(organic(2, 1_000).world.times))
    shuffled = rng.permutation(1_000)
    found = findings(listing(made.created[shuffled], came[shuffled]))["AUD202"]
    assert found.status == "flagged"
    assert found.observed is not None
    assert found.observed.params["followed"].key == "map.followed"  # type: ignore[union-attr]


def test_newcomers_are_flagged_and_do_not_feed_conduct() -> None:
    made = with_newcomers(2, 2_000, size=200, age=4.0)
    found = findings(listing(made.created))
    assert (found["AUD202"].status, found["AUD203"].status) == ("clear", "flagged")
    assert found["AUD203"].observed is not None
    assert found["AUD203"].observed.params["days"] == 60.0
    assert not found["AUD203"].feeds_conduct


def test_a_map_says_on_what_it_rests_and_what_it_cannot_show() -> None:
    made = organic(3, 400)
    assert of(listing(made.created)).notes == (msg("note.map_ordered"), msg("note.map_blind"))
    came = np.floor(made.world.times)
    assert of(listing(made.created, came)).notes == (msg("note.map_dated"), msg("note.map_blind"))


def test_without_a_block_there_is_no_interval() -> None:
    found = of(listing(organic(3, 400).created))
    assert (found.value, found.low, found.high, found.no_interval) == (0.0, None, None, msg("no_interval.no_block"))


# ------------------------------------------------------------------------------------------------ figure and power


def test_the_figure_is_capped_and_names_the_block() -> None:
    from reachcheck.measures.registry import measure_all

    made = with_block(1, 2_500, size=500, share=0.8, spread=10)
    (figure,) = measure_all(listing(made.created), METHOD)["follower_map"].made.figures[0]
    assert (figure.id, figure.kind, len(figure.x)) == ("follower_map", "points", 834)
    assert [int(x) for x in figure.x] == list(range(0, 2_500, 3))
    assert list(figure.y) == made.created[::3].tolist()
    assert all(one <= other for one, other in pairwise(figure.high))  # type: ignore[operator]
    (mark,) = figure.marks
    assert mark.kind == "interior"
    assert int(mark.start) < made.end and made.start < int(mark.end)


def test_a_smaller_block_than_told_is_not_seen_and_a_larger_one_is() -> None:
    made = organic(7, 3_000)
    smallest = measured(listing(made.created))["smallest_visible_block"].value
    assert smallest is not None and 15 <= smallest <= 60
    for size, status in ((int(smallest * 2), "flagged"), (int(smallest / 2), "clear")):
        lot = made.created[1_500] - 500 + np.arange(size) % 25
        created = np.concatenate([made.created[:1_500], lot, made.created[1_500:]])
        assert statuses(listing(created))[0] == status


def test_a_short_list_says_no_smallest_block() -> None:
    found = measured(listing(organic(3, 300).created))["smallest_visible_block"]
    assert found.reason == msg("unknown.map_too_short")


# ------------------------------------------------------------------------------------------------ what must stay


@settings(max_examples=3, deadline=None)
@given(st.integers(0, 1_000), st.integers(1, 3))
def test_a_map_is_the_same_alone_as_among_others(seed: int, position: int) -> None:
    alone = listing(block_in(seed, 500).created)
    others = [listing(organic(seed + i, 320).created) for i in range(3)]
    joined = Dossiers.join([*others[:position], alone, *others[position:]])
    for name in ("follower_map", "smallest_visible_block"):
        assert measured(joined, position)[name] == measured(alone)[name]


def test_names_play_no_part() -> None:
    one = listing(block_in(1).created)
    named = replace(one, edges=replace(one.edges, peer=replace(one.edges.peer, names=one.edges.peer.names[::-1])))
    assert of(named) == of(one)


def test_dates_of_a_block_are_dates() -> None:
    (part,) = of(listing(block_in(1).created)).parts
    assert type(part.start) is date and type(part.end) is date


# ------------------------------------------------------------------------------------------------ a real map


@pytest.mark.shared_data
def test_the_one_public_map_shows_what_others_saw_in_it(shared_data: Path) -> None:
    created = np.loadtxt(shared_data / "follower_maps" / "x_account1.csv", delimiter=",", skiprows=1)[::-1, 1]
    parts = of(listing(created.astype(np.int64))).parts
    # the list is given newest first here: row r of the file is rank 28,855 - r, counted from the oldest
    spans = [(part.kind, *sorted(28_855 - int(place.rpartition(":")[2]) for place in part.evidence)) for part in parts]
    interior = [(low, high) for kind, low, high in spans if kind == "interior"]
    new = [(low, high) for kind, low, high in spans if kind == "newcomers"]
    assert interior and all(10_280 <= low < high <= 12_680 for low, high in interior)
    assert new and all(4_960 <= low < high <= 5_400 for low, high in new)
    assert not any(low < 8_600 and high > 8_400 for _, low, high in spans)
