"""Maps of a list: first what must not be found, then grids counted by hand."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.simulate.maps import organic, started, with_block, with_newcomers
from reachcheck.stats.arrays import Floats
from reachcheck.stats.maps.blocks import Found, interior
from reachcheck.stats.maps.grid import block_of, grid, old
from reachcheck.stats.maps.newcomers import Stretch, Young, newcomers
from reachcheck.stats.maps.order import expected_rises, order, reached, rises
from reachcheck.stats.maps.rectangles import Scan, deviance, expected_by_ring, raised, rectangles, roughness

SCAN = Scan(ranks=(4, 10, 20), days=(1, 2, 4), strength=6.0, least=15.0, share=0.1, rough=1.4)
YOUNG = tuple(Young(age, share, 0.3, 1.0) for age, share in ((60, 0.7), (15, 0.6), (7, 0.55), (2, 0.5)))


def days(created: np.ndarray) -> Floats:
    return created.astype(np.float64)


def blocks(born: Floats) -> list[Found]:
    came = reached(born)
    return interior(born, came, grid(born, came, 60.0, 30.0), SCAN, 0.95)


def young(born: Floats) -> list[Stretch]:
    return newcomers(born, reached(born), YOUNG)


# ------------------------------------------------------------------------------------------------ never found


@pytest.mark.parametrize("n", [300, 1_000, 4_000])
def test_nothing_is_found_in_maps_in_which_nothing_was_put(n: int) -> None:
    for seed in range(100, 104):
        born = days(organic(seed, n).created)
        assert (blocks(born), young(born)) == ([], [])


@pytest.mark.parametrize("n", [300, 1_000, 4_000])
def test_a_phase_in_which_an_account_starts_up_clears_itself(n: int) -> None:
    for seed in range(100, 104):
        born = days(started(seed, n).created)
        assert (blocks(born), young(born)) == ([], [])


def test_people_of_all_ages_who_come_in_one_day_are_no_block() -> None:
    # a crowd from a mention: 600 of 4,000, drawn from the same ages as everybody, all at one time
    born = days(organic(150, 3_400).created)
    rng = np.random.default_rng(1)
    crowd = rng.choice(born[1_000:1_500], 600)
    assert blocks(np.concatenate([born[:1_500], crowd, born[1_500:]])) == []


def test_a_wave_of_the_platform_that_all_the_list_shares_is_no_block() -> None:
    # every fifth follower, first to last, has an account of the same month
    born = days(organic(151, 4_000).created)
    born[::5] = born[0] - 200 + np.arange(800) % 30
    assert blocks(born) == []


def test_ages_that_drift_slowly_are_no_block() -> None:
    rng = np.random.default_rng(2)
    came = np.sort(rng.uniform(3_000, 5_000, 4_000))
    born = came - rng.exponential(np.linspace(100, 2_000, 4_000))
    assert interior(born, came, grid(born, came, 60.0, 30.0), SCAN, 0.95) == []


# ------------------------------------------------------------------------------------------------ order


def test_a_shuffled_list_has_no_order() -> None:
    rng = np.random.default_rng(3)
    for seed in range(40):
        assert order(rng.permutation(days(organic(seed, 400).created)), 0.001, 0.98).found == "none"


def test_a_list_sorted_by_birthday_is_not_in_order_of_arrival() -> None:
    born = np.sort(days(organic(1, 500).created))
    assert order(born, 0.001, 0.98).found == "by_birthday"
    assert order(born[::-1], 0.001, 0.98).found == "by_birthday"


def test_members_without_newcomers_among_them_show_no_order() -> None:
    rng = np.random.default_rng(4)
    assert order(rng.uniform(0, 100, 1_000), 0.001, 0.98).found == "none"
    assert order(np.full(400, 7.0), 0.001, 2.0).found == "none"


@pytest.mark.parametrize("seed", range(4))
def test_the_direction_of_a_list_is_found(seed: int) -> None:
    born = days(organic(seed, 300).created)
    assert order(born, 0.001, 0.98).found == "oldest_first"
    assert order(born[::-1], 0.001, 0.98).found == "newest_first"
    assert order(born, 0.001, 0.98).p == order(born[::-1], 0.001, 0.98).p


def test_a_list_that_turns_back_on_itself_has_no_order() -> None:
    born = days(organic(5, 400).created)
    assert order(np.concatenate([born, born[::-1]]), 0.001, 0.98).found == "none"


def test_two_misdated_members_change_nothing() -> None:
    born = days(organic(6, 400).created)
    born[[3, 40]] = 1e6
    assert order(born, 0.001, 0.98).found == "oldest_first"
    assert reached(born).max() < 1e5


def test_the_third_latest_so_far_is_reached() -> None:
    born = np.array([5.0, 9, 1, 7, 8, 2, 20, 9, 3, 4, 11, 12, 1, 13])
    # sorted so far, third from the end: at place 10 of (20, 11, 9), then (20, 12, 11), the same, (20, 13, 12)
    assert reached(born).tolist() == [9.0] * 10 + [9.0, 11.0, 11.0, 12.0]
    # the first three, then 5 -> 7 at 8 (9, 8, 7), 8 at 20, 9 at the second 9, 11 at 12, 12 at 13; 7 itself makes 5
    assert rises(born) == 3 + 7 - 1


@pytest.mark.parametrize(("n", "mean"), [(1, 1.0), (3, 3.0), (4, 3.75), (6, 3.75 + 0.6 + 0.5)])
def test_rises_expected_by_chance(n: int, mean: float) -> None:
    assert expected_rises(n) == pytest.approx(mean)


def test_the_mean_of_rises_over_all_orders_is_what_is_expected() -> None:
    counts = [rises(np.array(one, dtype=np.float64)) for one in permutations(range(6))]
    assert np.mean(counts) == pytest.approx(expected_rises(6))


@given(st.lists(st.integers(0, 50), min_size=11, max_size=60))
def test_what_is_reached_is_the_third_of_all_so_far_sorted(values: list[int]) -> None:
    level = reached(np.array(values, dtype=np.float64))
    assert level[10:].tolist() == [sorted(values[: i + 1])[-3] for i in range(10, len(values))]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=60))
def test_what_is_reached_never_falls_and_is_never_above_the_latest(values: list[int]) -> None:
    born = np.array(values, dtype=np.float64)
    level = reached(born)
    assert (np.diff(level) >= 0).all()
    assert (level[9:] <= np.maximum.accumulate(born)[9:]).all()


# ------------------------------------------------------------------------------------------------ grids


@pytest.mark.parametrize(
    ("n", "block"), [(1, 5), (599, 5), (600, 6), (1_000, 10), (4_100, 40), (100_000, 40), (1_000_000, 400)]
)
def test_ranks_in_a_block(n: int, block: int) -> None:
    assert block_of(n) == block


def tiny() -> tuple[Floats, Floats]:
    """Twelve members in three blocks; those of day 95 and 100 are too young to count."""
    born = np.array([0, 10, 35, 35, 40, 5, 5, 62, 95, 70, 100, 33], dtype=np.float64)
    return born, np.array([100.0] * 5 + [110.0] * 5 + [130.0] * 2)


def test_only_old_members_are_counted() -> None:
    born, came = tiny()
    cells = grid(born, came, 40.0, 30.0)
    assert old(born, came, 40.0).tolist() == [True] * 8 + [False, False, False, True]
    assert (cells.blocks, cells.bins, cells.block, cells.first_day) == (3, 4, 5, 0.0)
    assert cells.windows(1, 1).tolist() == [[2, 3, 0, 0], [2, 0, 1, 0], [0, 1, 0, 0]]
    assert cells.windows(2, 2).tolist() == [[7, 4, 1], [3, 2, 1]]
    assert cells.usable.tolist() == [2, 2, 3]
    rows, columns = np.array([0, 1]), np.array([1, 0])
    assert cells.inside(rows, 2, columns, 2).tolist() == [4, 3]
    assert cells.among(rows, 2).tolist() == [8, 4]


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=20)
def test_sums_over_windows_are_those_of_the_members_in_them(seed: int) -> None:
    rng = np.random.default_rng(seed)
    came = np.sort(rng.uniform(0, 300, 90))
    born = came - rng.exponential(60, 90)
    cells = grid(born, came, 20.0, 25.0)
    row, column = int(rng.integers(0, cells.blocks - 2)), int(rng.integers(0, cells.bins))
    low = cells.first_day + column * 25.0
    inside = old(born, came, 20.0) & (born >= low) & (born < low + 25.0)
    assert cells.inside(np.array([row]), 2, np.array([column]), 1)[0] == inside[row * 5 : (row + 2) * 5].sum()


def test_birthdays_of_other_ages_of_the_world_take_no_room() -> None:
    born, came = tiny()
    cells = grid(np.append(born, -1e6), np.append(came, 131.0), 40.0, 30.0)
    assert cells.bins <= 601
    assert cells.sums[-1, -1] == 9
    cells = grid(np.append(born, 3e6), np.append(came, 131.0), 40.0, 30.0)
    assert cells.sums[-1, -1] == 9


def test_the_score_of_a_window_by_hand() -> None:
    assert deviance(np.array([20.0, 3.0]), np.array([5.0, 3.0])).tolist() == pytest.approx(
        [np.sqrt(2 * (20 * np.log(4.0) - 15)), 0.0]
    )
    assert raised(np.array([4.0]), np.array([9.0])).tolist() == pytest.approx([4 + 0.5 + 0.3 * 4 / 3])


def steady() -> tuple[Floats, Floats]:
    """A list of 600 (blocks of 6) in which every block has one member of each of six old months, and a lot put in."""
    came = np.repeat(np.arange(100.0) + 1_000, 6)
    born = np.tile(np.arange(6) * 30.0, 100)
    born[300:312] = 60.0
    return born, came


def test_a_rectangle_counted_by_hand() -> None:
    born, came = steady()
    scan = Scan(ranks=(2,), days=(1,), strength=2.0, least=8.0, share=0.1, rough=1.4)
    cells = grid(born, came, 60.0, 30.0)
    assert roughness(cells, scan) == 1.4
    (found,) = rectangles(cells, scan)
    assert (found.start, found.end, found.low, found.high) == (300, 312, 60.0, 90.0)
    # each piece of the ring is one block, with one of its six in this month: 12 / 6 are expected
    assert (found.count, found.expected) == (12.0, pytest.approx(2.0))
    # 16 pieces, a quarter left out
    level = 2 + 0.5 + 0.3 * 2 / np.sqrt(12)
    assert found.strength == pytest.approx(np.sqrt(2 * (12 * np.log(12 / level) - 12 + level)) / 1.4)


def by_ring(born: Floats, came: Floats, row: int, column: int, ranks: int) -> float | None:
    """The expectation of a window one bin wide, member by member: 60 days old, bins of 30, blocks of five."""
    counted, first = old(born, came, 60.0), born.min()
    low = first + column * 30.0
    shares, left = [], False
    for piece in range(-10, 12):
        if -3 < piece < 4:
            continue
        start = (row + piece * (ranks // 2)) * 5
        end = start + (ranks // 2) * 5
        if start < 0 or end > len(born) or low + 30.0 > came[start] - 60.0 or not counted[start:end].any():
            continue
        inside = counted[start:end] & (born[start:end] >= low) & (born[start:end] < low + 30.0)
        shares.append(inside.sum() / counted[start:end].sum())
        left |= piece < 0
    if len(shares) < 3 or not left:
        return None
    kept = sorted(shares)[: len(shares) - max(len(shares) // 4, 1)]
    return float(np.mean(kept) * counted[row * 5 : (row + ranks) * 5].sum())


@given(st.integers(0, 2**32 - 1), st.sampled_from([2, 4, 6]))
@settings(max_examples=25, deadline=None)
def test_what_the_ring_tells_is_what_is_told_member_by_member(seed: int, ranks: int) -> None:
    rng = np.random.default_rng(seed)
    came = np.sort(np.floor(rng.uniform(0, 900, 300)))
    born = came - np.floor(rng.exponential(150, 300))
    cells = grid(born, came, 60.0, 30.0)
    rows, columns = rng.integers(0, cells.blocks - ranks + 1, 30), rng.integers(0, cells.bins, 30)
    told, averaged = expected_by_ring(cells, ranks, 1, rows, columns)
    for row, column, level, pieces in zip(rows.tolist(), columns.tolist(), told, averaged, strict=True):
        found = by_ring(born, came, row, column, ranks)
        assert bool(pieces > 0) is (found is not None)
        assert found is None or level == pytest.approx(found)


def test_a_month_that_becomes_old_does_not_appear() -> None:
    # everybody is of one of the last three months: each month crosses the line at some rank
    rng = np.random.default_rng(7)
    came = np.linspace(1_000, 2_000, 4_000)
    born = came - rng.uniform(0, 90, 4_000)
    assert interior(born, came, grid(born, came, 60.0, 30.0), SCAN, 0.95) == []


# ------------------------------------------------------------------------------------------------ what must be found


@pytest.mark.parametrize(
    ("n", "size", "share", "spread"), [(300, 50, 1.0, 10), (1_000, 200, 0.5, 30), (5_000, 200, 0.2, 30)]
)
def test_a_block_is_found_where_it_was_put(n: int, size: int, share: float, spread: float) -> None:
    for seed in (1, 2, 3):
        made = with_block(seed, n, size=size, share=share, spread=spread)
        (found,) = blocks(days(made.created))
        assert abs(found.block.middle - made.middle) < spread
        assert found.block.start < made.end and made.start < found.block.end
        assert 0.8 * size < found.block.chances.sum() < 1.25 * size


@pytest.mark.parametrize("age", [1.0, 15.0])
def test_newcomers_are_found_where_they_were_put(age: float) -> None:
    for seed in (1, 2, 3):
        made = with_newcomers(seed, 4_000, size=300, age=age)
        (found,) = young(days(made.created))
        assert found.start < made.end and made.start < found.end
        assert found.count - found.expected > 100


def test_a_block_in_which_everybody_of_its_ranks_lies_has_chances() -> None:
    # birthdays of a month that nobody else has; one of them lies far from the others, yet in the same window
    rng = np.random.default_rng(8)
    born = rng.uniform(-3_000, -1_000, 1_000)
    born[400:600] = 0.0
    born[450] = 50.0
    came = np.full(1_000, 1_000.0)
    (found,) = interior(born, came, grid(born, came, 60.0, 30.0), SCAN, 0.95)
    assert (found.rectangle.count, found.rectangle.expected) == (200.0, 0.0)
    assert (found.block.chances.min(), found.block.chances.max() <= 1) == (0.0, True)
    assert found.block.chances.sum() == pytest.approx(199, abs=0.5)
    assert (found.block.start, found.block.end, found.block.middle) == (400, 600, pytest.approx(0.0, abs=0.1))


def test_windows_that_stand_out_and_make_no_more_than_usual_together_are_no_stretch() -> None:
    # blocks of 40, of which so many are young: a dense phase at the end makes a long stretch in the middle ordinary
    age = np.full(4_000, 5.0)
    young_in = {36: [20] * 5 + [15] * 4 + [40] * 5, 92: [26, 26, 27, 26, 27, 26, 26, 27]}
    for begin, many in young_in.items():
        for block, k in enumerate(many, begin):
            age[block * 40 : block * 40 + k] = 1.0
    came = np.arange(4_000) / 4
    assert newcomers(came - age, came, YOUNG) == []


def test_newcomers_counted_by_hand() -> None:
    # blocks of 6; one in six is young, but for two windows' worth in the middle
    came = np.repeat(np.arange(100.0) * 100, 6)
    age = np.tile([0.0, *[500.0] * 5], 100)
    age[300:360] = 1.0
    (found,) = newcomers(came - age, came, (Young(60, 0.7, 0.3, 0.0),))
    # 7 windows of 30 ranks lie wholly inside; one block more on either side leaves 25 of 30 and 80 %, so it stands too
    assert (found.start, found.end) == (294, 366)
    assert (found.count, found.expected) == (62.0, pytest.approx(72 / 6))


# ------------------------------------------------------------------------------------------------ what must stay


@given(st.integers(0, 50), st.integers(-10_000, 10_000))
@settings(max_examples=8, deadline=None)
def test_the_origin_of_the_days_changes_nothing(seed: int, shift: int) -> None:
    born = days(with_block(seed, 600, size=100, share=0.5, spread=15).created)
    one, other = blocks(born), blocks(born + shift)
    assert [(f.block.start, f.block.end) for f in one] == [(f.block.start, f.block.end) for f in other]
    assert [f.rectangle.strength for f in one] == [f.rectangle.strength for f in other]


@given(st.integers(0, 50))
@settings(max_examples=8, deadline=None)
def test_a_list_turned_round_gives_the_same_blocks(seed: int) -> None:
    born = days(with_block(seed, 600, size=100, share=0.5, spread=15).created)
    turned = born[::-1]
    assert order(turned, 0.001, 0.98).found == "newest_first"
    assert [f.rectangle for f in blocks(turned[::-1])] == [f.rectangle for f in blocks(born)]


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=1, max_size=80))
@settings(max_examples=30, deadline=None)
def test_nothing_breaks_on_any_list(pairs: list[tuple[int, int]]) -> None:
    came = np.sort(np.array([first for first, _ in pairs], dtype=np.float64))
    born = np.array([second for _, second in pairs], dtype=np.float64)
    scan = Scan(ranks=(2, 4), days=(1, 2), strength=0.5, least=1.0, share=0.01)
    for found in interior(born, came, grid(born, came, 10.0, 30.0), scan, 0.95):
        assert 0 <= found.block.start < found.block.end <= len(born)
        assert ((found.block.chances >= 0) & (found.block.chances <= 1)).all()
    for stretch in newcomers(born, came, YOUNG):
        assert 0 <= stretch.start < stretch.end <= len(born)
