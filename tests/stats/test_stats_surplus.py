"""Windows above what their exposure carries; what must not stand out comes first."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.stats.surplus import Sums, Yard, drip_scores, drip_terms, may_stand_out, window_scores, window_terms

YARD = Yard()
DAYS = 70


def series(
    gain: float = 10.0, exposure: float = 100.0, level: float = 1000.0, days: int = DAYS
) -> tuple[np.ndarray, ...]:
    return tuple(np.full((1, days), value) for value in (gain, exposure, level))


def sums(gains: np.ndarray, exposure: np.ndarray, level: np.ndarray) -> Sums:
    return Sums.of(gains, exposure, level)


def test_a_steady_series_has_no_scores() -> None:
    made = sums(*series())
    for length in (1, 3, 7, 14, 30):
        assert np.isneginf(window_scores(made, length, YARD)).all()
    assert np.isneginf(drip_scores(made, 30, YARD)).all()


def test_what_exposure_carries_does_not_stand_out() -> None:
    gains, exposure, level = series()
    gains[0, 40], exposure[0, 40] = 500.0, 5000.0
    assert np.isneginf(window_scores(sums(gains, exposure, level), 1, YARD)).all()


def test_a_surplus_that_is_small_against_the_count_is_not_scored() -> None:
    gains, exposure, level = series(level=1000.0)
    gains[0, 40] = 10 + 30 + 0.4
    assert np.isneginf(window_scores(sums(gains, exposure, level), 1, YARD)).all()
    gains[0, 40] = 10 + 30 + 0.5
    assert np.isfinite(window_scores(sums(gains, exposure, level), 1, YARD)[0, 40])


def test_a_lot_scores_by_the_formula() -> None:
    """c = .1, c e = 10, a = max(2, .005 x 1000) = 5."""
    gains, exposure, level = series()
    gains[0, 40] = 200.0
    scores = window_scores(sums(gains, exposure, level), 1, YARD)
    mean = 10.0 + 0.5
    expected = math.log((200 + 5) / (mean + 5)) / math.sqrt(0.49 + 1 / (mean + 5))
    assert scores[0, 40] == pytest.approx(expected)
    assert np.isfinite(scores).sum() == 1 and not np.isnan(scores).any()


def test_a_spike_that_decays_is_no_drip_and_an_even_surplus_is() -> None:
    """E = 5 a day, M = 10, a = max(2/30, .0002 x 1000) = .2."""
    gains, exposure, level = series(days=365)
    gains[0, 20:28] += 100.0
    assert np.nanmax(drip_scores(sums(gains, exposure, level), 30, YARD)) == pytest.approx(0.0)
    gains, exposure, level = series(days=365)
    gains[0, 20:50] += 5.0
    score = drip_scores(sums(gains, exposure, level), 30, YARD)[0, 20]
    expected = math.log((5 + 10 + 0.2) / (10 + 0.2)) / math.sqrt(0.25 + 1 / (30 * 10.2))
    assert score == pytest.approx(expected)


def test_most_windows_empty_still_gives_a_conversion() -> None:
    gains, exposure, level = series(gain=0.0)
    gains[0, ::14] = 7.0
    (usual,) = sums(gains, exposure, level).conversion(7)
    assert usual == pytest.approx(3.5 / 7 / 100, rel=0.5) and usual > 0


def test_the_conversion_is_the_middle_of_weeks() -> None:
    gains, exposure, level = series()
    gains[0, :14] = 50.0
    assert sums(gains, exposure, level).conversion(7).tolist() == pytest.approx([0.1])


def test_of_two_weeks_the_emptier_says_what_is_least() -> None:
    # rates 0 and .1, whose middle is .05; over all exposure, 707, the emptier week gained nothing
    gains, exposure, level = series(days=14)
    gains[0], exposure[0] = [0.0] * 7 + [10.0] * 7, [1.0] * 7 + [100.0] * 7
    assert sums(gains, exposure, level).conversion(7).tolist() == pytest.approx([0.05])


def test_exposure_spread_over_a_week_may_all_belong_to_one_day() -> None:
    made = Sums.of(*series(exposure=3.0), apart=7)
    assert made.over(1)[1][0, 0] == pytest.approx(21.0)
    assert made.over(2)[1][0, 0] == pytest.approx(21.0)
    assert made.over(7)[1][0, 0] == pytest.approx(21.0)
    assert made.over(14)[1][0, 0] == pytest.approx(42.0)


def test_missing_periods_add_nothing_and_half_of_a_window_may_be_missing() -> None:
    gains, exposure, level = series()
    gains[0, 40] = 200.0
    gains[0, 41:44] = np.nan
    scores = window_scores(sums(gains, exposure, level), 7, YARD)
    assert np.isfinite(scores[0, 40])
    gains[0, 44] = np.nan
    assert np.isnan(window_scores(sums(gains, exposure, level), 7, YARD)[0, 40])


def rounded(grain: int = 100) -> Sums:
    """10 a day, of a level of 1000, rounded on days 30 to 32."""
    gains, exposure, level = series()
    steps = np.ones(gains.shape, np.int64)
    steps[0, 30:33] = grain
    return Sums.of(gains, exposure, level, steps)


def test_what_a_window_is_rounded_to_is_the_most_of_its_days_and_nothing_where_none_is() -> None:
    row, first = np.zeros(4, np.int64), np.array([27, 28, 32, 33])
    assert rounded().coarsest(row, first, 3).tolist() == [0.0, 100.0, 100.0, 0.0]
    assert sums(*series()).coarsest(row, first, 3).tolist() == [0.0] * 4
    assert Sums.of(*series(), np.full((1, DAYS), 7)).coarsest(row, first, 1).tolist() == [7.0] * 4


@pytest.mark.parametrize(("grain", "pseudo", "least"), [(1, 5.0, 30.0), (2, 5.0, 30.0), (100, 200.0, 300.0)])
def test_rounding_raises_what_is_added_and_the_floor(grain: int, pseudo: float, least: float) -> None:
    terms = window_terms(rounded(grain), 3, YARD, np.array([0]), np.array([30]))
    assert (terms.gains[0], terms.mean[0], terms.pseudo[0], terms.least[0]) == pytest.approx((30, 30.5, pseudo, least))
    assert terms.spread[0] == pytest.approx(math.sqrt(0.49 + 1 / (30.5 + pseudo)))


@pytest.mark.parametrize(("grain", "pseudo", "least"), [(1, 0.2, 30.0), (100, 200 / 30, 300.0)])
def test_rounding_raises_them_for_a_drip_too_by_the_day(grain: int, pseudo: float, least: float) -> None:
    drip = drip_terms(rounded(grain), 30, YARD, np.array([0]), np.array([30]))
    terms = drip.terms
    assert (terms.gains[0], terms.mean[0], terms.pseudo[0], terms.least[0]) == pytest.approx((300, 10, pseudo, least))
    assert terms.spread[0] == pytest.approx(math.sqrt(0.25 + 1 / (30 * (10 + pseudo))))
    assert drip.rest[0] == pytest.approx(0.0)


@pytest.mark.parametrize(("gain", "scored"), [(300.0, False), (310.5, True)])
def test_less_than_three_times_what_is_rounded_to_has_no_score(gain: float, scored: bool) -> None:
    made = rounded()
    gains = np.full((1, DAYS), 10.0)
    gains[0, 31] = gain
    score = window_scores(Sums.of(gains, *series()[1:], made.grain), 1, YARD)[0, 31]
    assert np.isfinite(score) if scored else np.isneginf(score)


@pytest.mark.parametrize(("a_day", "scored"), [(19.0, False), (20.5, True)])
def test_nor_has_a_drip(a_day: float, scored: bool) -> None:
    # thirty days bring 270 or 315 more than usual
    gains, exposure, level = series(days=365)
    gains[0, 20:50] = a_day
    grain = np.ones(gains.shape, np.int64)
    grain[0, 30] = 100
    score = drip_scores(Sums.of(gains, exposure, level, grain), 30, YARD)[0, 20]
    assert np.isfinite(score) if scored else np.isneginf(score)


def test_little_exposure_has_a_conversion_as_well() -> None:
    assert sums(*series(exposure=0.1)).conversion(7).tolist() == pytest.approx([100.0])


def test_small_accounts_have_floors_of_people() -> None:
    made = sums(*series(level=50.0))
    terms = window_terms(made, 1, YARD, np.array([0]), np.array([30]))
    assert (terms.pseudo[0], terms.least[0]) == (2.0, 10.0)
    drip = drip_terms(made, 30, YARD, np.array([0]), np.array([30])).terms
    assert (drip.pseudo[0], drip.least[0]) == (2 / 30, 10.0)


def test_the_rest_of_a_drip_is_without_its_eight_best_days() -> None:
    gains, exposure, level = series(days=365)
    gains[0, 20:28], gains[0, 28], gains[0, 29] = 100.0, 21.0, 32.0
    # days 21 to 50: seven of 100 and the one of 32 are left out, and of the other 22 one is 11 above the usual 10
    drip = drip_terms(sums(gains, exposure, level), 30, YARD, np.array([0]), np.array([21]))
    assert drip.rest[0] == pytest.approx(11 / 22)


def test_the_ends_of_what_is_usual_count_a_loss_as_nobody() -> None:
    # ten weeks of -1, 0, .1, .2, ... .8 for each unit: the .1 and .9 quantiles of 0, 0, .1, ... .8 are 0 and .71
    weekly = np.array([-1.0, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
    gains, exposure, level = series()
    gains[0] = np.repeat(weekly, 7) * 100.0
    assert sums(gains, exposure, level).rates(7) == pytest.approx((0.0, 0.71))
    nothing = sums(*series(exposure=0.0)).rates(7)
    assert math.isnan(nothing[0]) and math.isnan(nothing[1])


def test_a_week_that_is_not_full_says_nothing_unless_it_is_alone() -> None:
    gains, exposure, level = series(days=13)
    gains[0, 7:] = 999.0
    assert sums(gains, exposure, level).conversion(7).tolist() == pytest.approx([0.1])
    gains, exposure, level = series(days=6)
    assert sums(gains, exposure, level).conversion(7).tolist() == pytest.approx([0.1])


def test_what_is_usual_may_be_that_of_the_most_usual_of_others() -> None:
    gains, exposure, level = (np.repeat(part, 3, axis=0) for part in series())
    gains[1], gains[2] = 30.0, 20.0
    exposure[0] = 0.0
    calm = sums(gains, exposure, level)
    plain = sums(*series())
    told = Sums(plain.gains, plain.exposure, plain.missing, plain.level, plain.grain, calm=calm)
    assert told.conversion(7).tolist() == pytest.approx([0.3])


def test_where_no_level_is_known_only_the_people_are_asked_for() -> None:
    gains, _, level = series(gain=0.0)
    gains[0, 40] = 10.0
    known, half = level.copy(), level.copy()
    half[0, :35] = np.nan
    for levels, may in ((level * np.nan, True), (known, False), (half, False), (half / 10, True)):
        assert may_stand_out(gains, levels, 30, YARD).tolist() == [may]
    gains[0, 40] = 9.9
    assert may_stand_out(gains, level * np.nan, 30, YARD).tolist() == [False]


@pytest.mark.parametrize("length", [71, 100])
def test_windows_longer_than_the_series_are_none(length: int) -> None:
    assert window_scores(sums(*series()), length, YARD).shape == (1, 0)
    assert drip_scores(sums(*series()), length, YARD).shape == (1, 0)


def test_series_without_exposure_have_no_scores() -> None:
    gains, exposure, level = series(exposure=0.0)
    gains[0, 40] = 500.0
    assert np.isnan(window_scores(sums(gains, exposure, level), 1, YARD)).all()


def test_what_is_no_series_is_refused() -> None:
    gains, exposure, level = series()
    with pytest.raises(ValueError, match="shapes"):
        Sums.of(gains, exposure[:, 1:], level)
    with pytest.raises(ValueError, match="negative"):
        Sums.of(gains, -exposure, level)


@pytest.mark.parametrize("length", [7, 14, 30])
def test_what_is_usual_of_a_series_in_thirds_is_the_same_to_the_last_bit_alone(length: int) -> None:
    # gains spread over days are no whole numbers, so that the order in which they are added up shows
    for seed in range(40):
        rng = np.random.default_rng(seed)
        gains, exposure = rng.poisson(0.02, (5, 400)) / 3, rng.random((5, 400))
        among = Sums.of(gains, exposure, np.ones((5, 400))).conversion(length)
        for i in range(5):
            one = slice(i, i + 1)
            assert Sums.of(gains[one], exposure[one], np.ones((1, 400))).conversion(length)[0] == among[i]


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), n=st.integers(2, 30), length=st.sampled_from([1, 3, 7, 14, 30]))
def test_a_series_scores_the_same_alone_as_among_others(seed: int, n: int, length: int) -> None:
    rng = np.random.default_rng(seed)
    gains = rng.poisson(rng.gamma(1.0, 30.0, (n, 90))).astype(float)
    gains[rng.random((n, 90)) < 0.05] = np.nan
    exposure, level = rng.gamma(2.0, 100.0, (n, 90)), np.full((n, 90), 500.0)
    at = int(rng.integers(0, n))
    one = slice(at, at + 1)
    for score in (window_scores, drip_scores):
        among = score(Sums.of(gains, exposure, level), length, YARD)[one]
        alone = score(Sums.of(gains[one], exposure[one], level[one]), length, YARD)
        assert among.tobytes() == alone.tobytes()
