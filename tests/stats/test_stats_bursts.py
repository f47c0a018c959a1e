"""Bursts: by hand, on series whose lots are known, and on series that have none."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.stats.bursts import Yardstick, bursts, smallest_visible
from reachcheck.stats.rates import blocks, conversion, quantum, runs
from reachcheck.stats.windows import passing

MISSING = math.nan
WEEK = [4.0, 5, 6, 5, 4, 6, 5]
USUAL = Yardstick(windows=(1, 3, 7), threshold=2.5, least_share=0.03, least=10)
ONE_DAY = Yardstick(windows=(1,), threshold=2.5, least_share=0.03, least=10)


def series(gains, days=1.0, level=MISSING):
    line = np.array(gains, np.float64)
    return line, np.broadcast_to(days, line.shape).astype(np.float64), np.broadcast_to(level, line.shape).astype(float)


def weeks(count, **lots):
    line = np.tile(WEEK, count)
    for place, lot in lots.items():
        line[int(place[3:])] += lot
    return line


def ends(found):
    return [(burst.first, burst.last) for burst in found]


def score(gain, mean, pseudo, scale=0.7):
    return math.log((gain + pseudo) / (mean + pseudo)) / math.sqrt(scale**2 + 1 / (mean + pseudo))


# ---- rates ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "length", "expected"),
    [
        ([1, 1, 1, 1, 1], 3, [3, 4, 5, 5, 5]),
        ([1, 1, 1], 2.9, [2, 3, 3]),
        ([2, 2, 5, 0.5, 0.5], 3, [1, 2, 3, 5, 5]),
        ([0.1] * 10, 0.3, [3, 4, 5, 6, 7, 8, 9, 10, 10, 10]),
        ([1e6, 1e-2, 1e6], 1e-4, [1, 2, 3]),
        ([], 3, []),
    ],
)
def test_runs_are_the_longest_that_fit(days, length, expected):
    found = runs(np.array(days, np.float64), length)
    assert found.tolist() == expected
    assert found.dtype == np.int64


@pytest.mark.parametrize(
    ("gains", "length", "sums", "spans"),
    [
        (range(1, 11), 4, [10, 26, 19], [4, 4, 2]),
        (range(1, 10), 4, [10, 26], [4, 4]),
        ([5], 7, [5], [1]),
        ([1, MISSING, 2, 3], 2, [3, 3], [2, 1]),
        ([1, MISSING, MISSING], 2, [1], [1]),
        ([MISSING], 2, [], []),
        ([], 2, [], []),
    ],
)
def test_blocks_by_hand(gains, length, sums, spans):
    line, days, _ = series(gains)
    found = blocks(line, days, length)
    assert [part.tolist() for part in found] == [sums, spans]


def test_blocks_of_irregular_periods():
    line, days, _ = series([1, 2, 3, 4, 5, 6], [3, 3, 3, 20, 1, 2])
    assert [part.tolist() for part in blocks(line, days, 7)] == [[3, 3, 4], [6, 3, 20]]
    assert [part.tolist() for part in blocks(line, days, 6)] == [[3, 3, 4, 11], [6, 3, 20, 3]]


@pytest.mark.parametrize(
    ("sums", "spans", "expected"),
    [
        ([1, 2, 3, 4, 100], [1, 1, 1, 1, 1], 3),
        ([0, 0, 0, 8, 100], [1, 1, 1, 1, 1], 2),
        ([0, 100, 0, 12, 0, 50], [2, 1, 1, 1, 1, 1], 6),
        ([0, 100, 0, 12, 0, 0, 50], [2, 1, 1, 1, 1, 1, 1], 2),
        ([2, 30], [1, 10], 2.5),
        ([7], [2], 3.5),
        ([-5, -7, -6], [1, 1, 1], 0),
        ([6, 30, 0], [1, 10, 2], 3),
        ([0, 20, 0, 0, 9], [1, 10, 1, 1, 1], 20 / 13),
    ],
)
def test_conversion_by_hand(sums, spans, expected):
    assert conversion(np.array(sums, float), np.array(spans, float)) == pytest.approx(expected, rel=1e-15)


def test_conversion_of_nothing_is_missing():
    assert math.isnan(conversion(np.empty(0), np.empty(0)))


@pytest.mark.parametrize(
    ("gains", "expected"),
    [
        ([100, 200, 0, -300], 100),
        ([100, 200, 0, 0], 1),
        ([100, 200, MISSING, 400], 100),
        ([100, 200, 300, 0.5], 1),
        ([6, 10, 15], 1),
        ([5, 5, 5], 5),
        ([], 1),
        ([0, 0, 0, 0], 1),
    ],
)
def test_quantum_by_hand(gains, expected):
    found = quantum(np.array(gains, np.float64))
    assert found == expected
    assert type(found) is int


# ---- windows --------------------------------------------------------------------------------------------------------


def test_scores_by_hand():
    gains, days, level = series(weeks(4, at_10=100))
    found = passing(gains, days, level, ONE_DAY)
    assert found == [(pytest.approx(score(105, 5.5, 2), rel=1e-12), 10, 11)]


def test_windows_of_each_length_by_hand():
    gains, days, level = series(weeks(4, at_10=100))
    found = passing(gains, days, level, Yardstick((1, 3, 7), 0.1, 0, 0))
    expected = [(score(105, 5.5, 2), 10, 11)]
    expected += [(score(gains[i : i + 3].sum(), 15.5, 2), i, i + 3) for i in range(8, 11)]
    expected += [(score(135, 35.5, 2), i, i + 7) for i in range(4, 11)]
    expected.sort(key=lambda window: (-window[0], window[1], window[2]))
    assert [window[1:] for window in found] == [window[1:] for window in expected]
    np.testing.assert_allclose([window[0] for window in found], [window[0] for window in expected], rtol=1e-12)


def test_equal_scores_are_sorted_by_place_then_length():
    gains, days, level = series(weeks(6, at_9=100, at_23=100))
    gains[10] = gains[24] = 5.0
    found = passing(gains, days, level, ONE_DAY)
    assert [window[1] for window in found] == [9, 23]
    assert found[0][0] == found[1][0]
    twice = passing(*series([3, 100, 4, 5], 5.0), Yardstick((1, 2, 3), 0.1, 0, 0))
    assert [window[1:] for window in twice] == [(1, 2)] * 3


def test_where_nothing_is_usual_the_earlier_window_comes_first_then_the_shorter():
    line = np.zeros(20)
    line[9] = 50
    found = passing(*series(line), Yardstick((3, 1), 1.0, 0, 0))
    assert {window[0] for window in found} == {score(50, 0.5, 2)}
    assert [window[1:] for window in found] == [(7, 10), (8, 11), (9, 10), (9, 12)]


def test_the_first_window_is_summed_like_the_others():
    gains, days, level = series(weeks(6, at_0=100))
    found = passing(gains, days, level, Yardstick((3,), 2, 0, 0))
    assert found[0][1:] == (0, 3)
    assert found[0][0] == pytest.approx(score(115, 15.5, 2), rel=1e-12)
    for hole, first in ((0, 1), (1, 2), (2, 3)):
        line = weeks(4, at_0=100, at_1=100, at_2=100, at_3=100, at_4=100, at_5=100)
        line[hole] = MISSING
        assert min(window[1] for window in passing(*series(line), Yardstick((3,), 1, 0, 0))) == first


def test_pseudo_counts_grow_with_the_level():
    gains, days, level = series(weeks(4, at_10=400), level=2000.0)
    assert passing(gains, days, level, ONE_DAY)[0][0] == pytest.approx(score(405, 5.5, 10), rel=1e-12)
    level[10] = 300
    assert passing(gains, days, level, ONE_DAY)[0][0] == pytest.approx(score(405, 5.5, 2), rel=1e-12)
    other = Yardstick((1,), 1.0, 0, 0, scale=0.5, pseudo_share=0.1, pseudo_least=3)
    assert passing(gains, days, level, other)[0][0] == pytest.approx(score(405, 5.5, 30, 0.5), rel=1e-12)
    level[10] = MISSING
    assert passing(gains, days, level, other)[0][0] == pytest.approx(score(405, 5.5, 3, 0.5), rel=1e-12)


@pytest.mark.parametrize(("level", "least"), [(MISSING, 10), (200.0, 10), (1000.0, 30), (5000.0, 150)])
def test_the_excess_must_reach_both_floors(level, least):
    easy = Yardstick((1,), 0.0, 0.03, 10)
    # day 10 gains 5 of itself, 5.5 are expected
    for lot, count in ((least + 0.5, 1), (least + 0.25, 0)):
        assert len(passing(*series(weeks(4, at_10=lot), level=level), easy)) == count


def test_the_threshold_itself_passes():
    gains, days, level = series(weeks(4, at_10=100))
    exact = passing(gains, days, level, ONE_DAY)[0][0]
    assert passing(gains, days, level, Yardstick((1,), exact, 0.03, 10))
    assert not passing(gains, days, level, Yardstick((1,), math.nextafter(exact, 9), 0.03, 10))


def test_the_usual_gain_of_long_windows_comes_from_long_blocks():
    # weeks of 7, 7, 70 and then two of 7: blocks of 7 days give 1 a day, blocks of 14 at least (14 + 77) / 28 or so
    gains, days, level = series(np.repeat([1.0, 1.5, 10, 1, 1.5, 1, 1], 7))
    found = passing(gains, days, level, Yardstick((14,), 0.1, 0, 0))
    usual = conversion(np.array([17.5, 77, 17.5]), np.array([14.0, 14, 14]))
    best = max(window[0] for window in found)
    assert usual == 1.25
    assert best == pytest.approx(score(80.5, 14 * usual + 0.5, 2), rel=1e-12)


@pytest.mark.parametrize("step", [100, 7, 2])
def test_rounded_gains_need_three_steps_of_excess_and_two_of_pseudo_count(step):
    line = np.tile([0.0, step, 0, 0, step, 0, 0], 6)
    line[16] = 3 * step
    easy = Yardstick((1,), 0.5, 0, 0)
    assert not passing(*series(line), easy)
    line[16] = 4 * step
    mean = 2 * step / 7 + 0.5
    assert passing(*series(line), easy) == [(pytest.approx(score(4 * step, mean, 2 * step), rel=1e-12), 16, 17)]
    line[16] += 0.5
    unrounded = passing(*series(line), easy)[0]
    assert unrounded == (pytest.approx(score(4 * step + 0.5, mean, 2), rel=1e-12), 16, 17)


def test_the_steps_of_gains_by_one_do_not_count():
    line = weeks(4, at_10=2.0)
    assert quantum(line) == 1
    found = passing(*series(line), Yardstick((1,), 0.0, 0, 0))
    assert (10, 11) in [window[1:] for window in found]
    assert found[0][0] == pytest.approx(score(7, 5.5, 2), rel=1e-12)


# ---- the power line -------------------------------------------------------------------------------------------------


def test_smallest_visible_by_hand():
    # two days of seven gain 4: the lot they need is the .95 quantile
    gains, days, level = series(weeks(6))
    need = 7.5 * math.exp(2.5 * math.sqrt(0.49 + 1 / 7.5)) - 2 - 4
    lot = smallest_visible(gains, days, level, USUAL)
    assert lot == pytest.approx(need, rel=1e-12)
    assert not passing(*series(weeks(6, at_14=lot - 0.01)), ONE_DAY)
    assert passing(*series(weeks(6, at_14=lot + 0.01)), ONE_DAY)


def test_smallest_visible_heeds_the_floors():
    gains, days, level = series(weeks(6), level=10000.0)
    assert smallest_visible(gains, days, level, Yardstick((1,), 0.1, 0.03, 10)) == pytest.approx(300 + 1.5)
    assert smallest_visible(gains, days, level, Yardstick((1,), 0.1, 0, 0)) == pytest.approx(
        55.5 * math.exp(0.1 * math.sqrt(0.49 + 1 / 55.5)) - 54
    )


def test_smallest_visible_of_rounded_gains():
    gains, days, level = series(np.tile([0.0, 100, 0, 0, 100, 0, 0], 6))
    assert smallest_visible(gains, days, level, Yardstick((1,), 0.01, 0, 0)) == pytest.approx(300 + 200 / 7 + 0.5)


def test_a_period_that_passes_as_it_is_needs_a_lot_of_0():
    # 10 a day are usual, 10.5 expected: the first day lacks 10.5, the second nothing
    mostly = Yardstick((1,), 0.0, 0, 0)
    assert smallest_visible(*series([0.0, 20]), mostly) == pytest.approx(0.95 * 10.5, rel=1e-12)


def test_smallest_visible_counts_by_the_day():
    gains, days, level = series([30.0, 31, 29, 60], [3, 3, 3, 6])
    need = 32.5 * math.exp(2.5 * math.sqrt(0.49 + 1 / 32.5)) - 2 - np.array([29, 30, 31])
    last = 62.5 * math.exp(2.5 * math.sqrt(0.49 + 1 / 62.5)) - 2 - 60
    expected = np.quantile([*need, last], 0.95)
    assert smallest_visible(gains, days, level, USUAL) == pytest.approx(expected, rel=1e-12)


def test_smallest_visible_of_no_known_gain_is_missing():
    assert math.isnan(smallest_visible(*series([]), USUAL))
    assert math.isnan(smallest_visible(*series([MISSING, MISSING]), USUAL))


# ---- bursts ---------------------------------------------------------------------------------------------------------


def test_a_burst_by_hand():
    (found,) = bursts(*series(weeks(8, at_30=300), level=1000.0), USUAL)
    assert ends([found]) == [(30, 30)]
    assert found.score == pytest.approx(score(306, 5.5, 5), rel=1e-12)
    assert found.gain == 306
    # outside are seven whole weeks and a last block of six days
    assert found.expected == pytest.approx(5, rel=0.03)
    assert found.expected_low <= found.expected <= found.expected_high
    assert found.excess == found.gain - found.expected
    assert found.excess_low == pytest.approx(306 - found.expected_high - 1.645 * math.sqrt(306), rel=1e-12)
    assert found.excess_high == pytest.approx(306 - found.expected_low + 1.645 * math.sqrt(306), rel=1e-12)


def test_the_expected_range_comes_from_the_blocks_outside():
    gains = np.repeat([1.0, 2, 3, 4, 5, 50, 6, 7, 8, 9, 10.5], 7)
    (found,) = bursts(*series(gains), Yardstick((7,), 2, 0, 0))
    rates = np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10.5])
    assert ends([found]) == [(35, 41)]
    assert found.expected_low == pytest.approx(7 * np.quantile(rates, 0.1), rel=1e-12)
    assert found.expected_high == pytest.approx(7 * np.quantile(rates, 0.9), rel=1e-12)
    assert found.expected == pytest.approx(7 * 5.5, rel=1e-12)
    assert found.gain == 350


def test_a_long_burst_is_compared_with_blocks_of_its_own_length():
    gains = np.array([1.0] * 10 + [3.5] * 10 + [100.0] * 10 + [1] * 10 + [3] * 10)
    (found,) = bursts(*series(gains), Yardstick((5,), 1.5, 0, 0))
    assert ends([found]) == [(20, 29)]
    assert found.expected_high == pytest.approx(10 * np.quantile([1, 3.5, 1, 3], 0.9), rel=1e-12)
    assert found.expected_low == pytest.approx(10.0, rel=1e-12)


def test_an_expected_loss_counts_as_no_gain():
    gains = np.tile([-4.0, -5, -6, -5, -4, -6, -5], 6)
    gains[20] = 300
    (found,) = bursts(*series(gains), USUAL)
    assert (found.expected, found.expected_low, found.expected_high) == (0, 0, 0)
    assert found.score == pytest.approx(score(300, 0.5, 2), rel=1e-12)
    assert found.excess == 300
    assert found.excess_low == pytest.approx(300 - 1.645 * math.sqrt(300))


def test_an_excess_within_the_noise_has_a_lower_end_of_0():
    gains = np.tile([0.0, 1, 0, 0, 0, 0, 0], 8)
    easy = Yardstick((1,), 0.5, 0, 0)
    gains[20] = 4
    (found,) = bursts(*series(gains), easy)
    assert 0.5 < found.excess_low == pytest.approx(4 - found.expected_high - 1.645 * 2)
    gains[20] = 2.5
    (found,) = bursts(*series(gains), easy)
    assert found.excess_low == 0
    assert found.excess > 2


def test_nothing_outside_leaves_the_expected_open():
    # the usual gain a day is that of the only week, 24 / 7; three windows of three days are above it side by side
    gains = [4.0, 4, 4, 4, 4, 4, 0, 0, 21, MISSING]
    found = bursts(*series(gains), Yardstick((3,), 0.0, 0, 0))
    assert ends(found) == [(0, 8)]
    assert math.isnan(found[0].expected)
    assert math.isnan(found[0].expected_low)
    assert math.isnan(found[0].expected_high)
    assert math.isnan(found[0].excess)
    assert found[0].excess_low == 0
    assert math.isnan(found[0].excess_high)


@pytest.mark.parametrize("rate", [0.0, 1, 5, 5.5, 1000])
def test_a_flat_series_has_none(rate):
    for level in (MISSING, 0.0, 1000.0):
        assert bursts(*series([rate] * 60, level=level), USUAL) == ()


def test_an_empty_or_unknown_series_has_none():
    assert bursts(*series([]), USUAL) == ()
    assert bursts(*series([MISSING] * 9), USUAL) == ()
    assert bursts(*series([1000.0]), USUAL) == ()


@pytest.mark.parametrize("place", [0, 1, 29, 58, 59])
def test_one_lot_is_found_where_it_is(place):
    gains = np.full(60, 5.0)
    gains[place] += 300
    (found,) = bursts(*series(gains, level=1000.0), USUAL)
    assert (found.first, found.last) == (place, place)
    assert found.gain == 305
    assert found.excess == pytest.approx(300)


def test_a_lot_over_three_days_is_one_burst():
    line = weeks(8, at_20=300, at_21=280, at_22=310)
    (found,) = bursts(*series(line, level=1000.0), USUAL)
    assert (found.first, found.last) == (20, 22)
    assert found.gain == line[20:23].sum()


def test_windows_taken_side_by_side_are_joined_with_the_best_score():
    line = weeks(8, at_20=300, at_21=900, at_22=300)
    one_by_one = bursts(*series(line), ONE_DAY)
    assert ends(one_by_one) == [(20, 22)]
    assert one_by_one[0].score == pytest.approx(score(line[21], 5.5, 2), rel=1e-12)


def test_lots_apart_are_bursts_apart_in_order_of_time():
    line = weeks(12, at_20=300, at_22=300, at_60=900)
    found = bursts(*series(line, level=1000.0), ONE_DAY)
    assert ends(found) == [(20, 20), (22, 22), (60, 60)]
    assert found[2].score > found[0].score


def test_the_best_window_is_taken_and_what_overlaps_it_is_not():
    line = weeks(8, at_20=150, at_21=150, at_22=150)
    (found,) = bursts(*series(line), Yardstick((1, 3, 7), 1.5, 0, 0))
    assert (found.first, found.last) == (20, 22)
    assert found.score == pytest.approx(score(line[20:23].sum(), 15.5, 2), rel=1e-12)


def test_weekly_seasons_and_noise_are_not_flagged():
    season = np.tile([0.6, 0.7, 0.8, 1, 1.2, 1.9, 1.8], 52)
    for seed in range(20):
        rng = np.random.default_rng(seed)
        noisy = rng.poisson(20 * season * rng.gamma(10, 0.1, len(season))).astype(float)
        level = 3000 + np.cumsum(noisy) - noisy
        assert bursts(noisy, np.ones(len(noisy)), level, USUAL) == ()


def test_irregular_periods_are_measured_by_the_day():
    days = np.tile([1.0, 2, 7, 30, 1, 1, 14], 6)
    gains = 5 * days
    gains[0] += 0.25
    assert bursts(gains, days, np.full(42, 1000.0), USUAL) == ()
    gains[17] += 1500
    (found,) = bursts(gains, days, np.full(42, 1000.0), USUAL)
    assert (found.first, found.last) == (17, 17)
    assert found.gain == 1650
    assert found.expected == pytest.approx(150)
    gains[18] += 300
    assert ends(bursts(gains, days, np.full(42, 1000.0), USUAL)) == [(17, 18)]


def test_losses_are_no_bursts_and_hide_none():
    line = weeks(10, at_20=-500, at_40=400)
    assert ends(bursts(*series(line, level=1000.0), USUAL)) == [(40, 40)]


def test_a_missing_gain_is_in_no_window():
    line = weeks(8, at_30=300)
    line[29] = line[31] = MISSING
    assert ends(bursts(*series(line, level=1000.0), USUAL)) == [(30, 30)]
    line[30] = MISSING
    assert bursts(*series(line, level=1000.0), USUAL) == ()
    wide = Yardstick((3,), 2.5, 0.03, 10)
    line = weeks(8, at_30=300)
    line[29] = 50
    line[31] = MISSING
    assert ends(bursts(*series(line, level=1000.0), wide)) == [(29, 30)]


def test_the_ends_of_a_burst_take_part_in_it():
    # a day at either end belongs to it from one twentieth of its own gain a day
    wide = Yardstick((5,), 1.0, 0, 0)
    line = np.tile([0.0, 1, 0, 0, 2, 0, 0], 10)
    line[30:35] = [0, 0, 400, 0, 0]
    assert ends(bursts(*series(line), wide)) == [(32, 32)]
    line[30:35] = [3, 0, 390, 4, 3]
    (found,) = bursts(*series(line), wide)
    assert ((found.first, found.last), found.gain) == ((32, 33), 394)
    line[30:35] = [4, 0, 389, 3, 4]
    (found,) = bursts(*series(line), wide)
    assert ((found.first, found.last), found.gain) == ((30, 34), 400)


def test_the_ends_of_a_burst_are_judged_by_the_day():
    days = np.ones(60)
    days[31] = 10
    gains = np.tile([0.0, 1, 0, 0, 2, 0], 10)
    gains[30:32] = 400, 30
    gains[:30] = gains[32:] = 0
    both = Yardstick((11,), 1.0, 0, 0)
    assert ends(bursts(gains, days, np.full(60, MISSING), both)) == [(30, 31)]
    gains[31] = 15
    assert ends(bursts(gains, days, np.full(60, MISSING), both)) == [(30, 30)]


def test_rounding_by_100_makes_no_bursts():
    rng = np.random.default_rng(11)
    for _ in range(20):
        true = np.cumsum(rng.poisson(20, 200))
        gains = np.diff(true // 100 * 100).astype(float)
        level = 5000.0 + np.cumsum(gains) - gains
        assert quantum(gains) == 100
        assert bursts(gains, np.ones(199), level, Yardstick((1, 3, 7), 1.0, 0, 10)) == ()
        gains[90] += 3000
        assert ends(bursts(gains, np.ones(199), level, USUAL)) == [(90, 90)]


@pytest.mark.parametrize("function", [bursts, smallest_visible, passing])
def test_arrays_that_do_not_fit_are_an_error(function):
    gains, days, level = series([1.0, 2, 3])
    with pytest.raises(ValueError, match=r"shapes differ: \(3,\), \(2,\), \(3,\)"):
        function(gains, days[:2], level, USUAL)
    with pytest.raises(ValueError, match=r"shapes differ: \(3,\), \(3,\), \(1,\)"):
        function(gains, days, level[:1], USUAL)
    for length in (0.0, -1.0, MISSING):
        days[1] = length
        with pytest.raises(ValueError, match="every period must last longer than 0 days"):
            function(gains, days, level, USUAL)


gains_of = st.one_of(st.integers(-20, 60), st.integers(0, 5000), st.just(MISSING), st.just(5), st.floats(-9, 99))
periods = st.lists(st.tuples(gains_of, st.sampled_from([1, 1, 1, 2, 7, 0.5, 31])), max_size=50)


@settings(deadline=None, max_examples=300)
@given(periods, st.sampled_from([MISSING, 0.0, 50.0, 4000.0]), st.sampled_from([0.2, 1.0, 2.5]))
def test_bursts_are_apart_above_the_floors_and_inside_their_ends(rows, level, threshold):
    gains = np.array([gain for gain, _ in rows], np.float64)
    days = np.array([length for _, length in rows], np.float64)
    found = bursts(gains, days, np.full(len(gains), level), Yardstick((1, 3, 7), threshold, 0.03, 10))
    for before, after in pairwise(found):
        assert before.last + 1 < after.first
    for burst in found:
        mine = slice(burst.first, burst.last + 1)
        assert 0 <= burst.first <= burst.last < len(gains)
        assert burst.gain == pytest.approx(gains[mine].sum(), abs=1e-6)
        assert burst.gain >= 10
        assert burst.score >= threshold
        if not math.isnan(burst.expected):
            assert 0 <= burst.expected_low <= burst.expected * (1 + 1e-9)
            assert burst.expected <= burst.expected_high * (1 + 1e-9) + 1e-9
            assert burst.excess_low <= max(0, burst.excess)
            assert burst.excess <= burst.excess_high
        assert burst.excess_low >= 0


@settings(deadline=None)
@given(periods)
def test_a_stricter_threshold_passes_fewer_windows(rows):
    gains = np.array([gain for gain, _ in rows], np.float64)
    days = np.array([length for _, length in rows], np.float64)
    level = np.full(len(gains), 100.0)
    loose, strict = (passing(gains, days, level, Yardstick((1, 7), t, 0.03, 10)) for t in (0.5, 1.5))
    assert set(strict) <= set(loose)
    assert strict == [window for window in loose if window[0] >= 1.5]
    assert loose == sorted(loose, key=lambda window: (-window[0], window[1], window[2]))
