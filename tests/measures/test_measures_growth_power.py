"""The smallest arrival that is seen of a level of 100, held against attention that is alike on all days."""

from dataclasses import replace
from math import ceil, exp, sqrt

import numpy as np
import pytest

from build import EASY, Metric, days, dossier, measured, posts, table
from reachcheck.results.measure import Measure

START = np.datetime64("2026-01-01", "D")


def visible(n: int, *more: object, method: object = EASY) -> Measure:
    """Of n days without a gain, with a post with 10 likes on each of them and on the two weeks before."""
    seen = posts([str(START + i) for i in range(-15, n + 1)], likes=[10.0] * (n + 16))
    made = dossier(days(str(START), [100.0] * (n + 1)), seen, *more)  # type: ignore[arg-type]
    return measured(made, method=method)["smallest_visible_arrival"]  # type: ignore[arg-type]


def in_parts(n: int) -> list[tuple[str, float | None]]:
    return [(part.kind, part.value) for part in visible(n).parts]


def at_once(limit: float) -> int:
    """People of one day who pass: with nobody usual, .5 are expected and 2 are added to both."""
    return ceil(2.5 * exp(limit * sqrt(0.49 + 1 / 2.5)) - 2)


def drip_of(usual: float) -> float:
    """People who pass over 30 days where so many a day are usual and nobody came."""
    spread = sqrt(0.25 + 1 / (30 * (usual + 0.067)))
    return 30 * ((usual + 0.067) * (exp(4.9 * spread) - 1) + usual)


def test_what_comes_over_weeks_shows_in_a_drip_before_a_window_of_weeks_would_show_it() -> None:
    assert in_parts(365) == [("1d", at_once(4.9)), ("3d", at_once(4.9)), ("30d", ceil(drip_of(0.0)))]
    assert drip_of(0.0) < at_once(4.9)


def test_people_who_come_over_weeks_are_part_of_what_is_usual() -> None:
    # 165 days are five stretches of 30; people of days 101 to 130 fall into two of these, 11 days into the lesser one:
    # among the lowest four fifths these are 11 / 30 of all people over 150 days
    once = drip_of(0.0)
    twice = drip_of(drip_of(once * 11 / 30 / 150) * 11 / 30 / 150)
    assert 1.5 * once < twice < 4 * once
    assert in_parts(165)[-1] == ("30d", ceil(twice))


@pytest.mark.parametrize("n", [29, 60])
def test_where_what_is_usual_keeps_up_or_days_are_too_few_no_number_would_be_seen(n: int) -> None:
    assert [kind for kind, _ in in_parts(n)] == ["1d", "3d"]


@pytest.mark.parametrize(
    ("metric", "known", "event", "limit"),
    [
        (Metric.PROFILE_VISITS, 365, None, 3.0),
        (Metric.PROFILE_VISITS, 100, None, 4.9),
        (Metric.REACH, 365, None, 4.0),
        (Metric.REACH, 365, 10, 3.0),
        (Metric.REACH, 100, 10, 4.9),
    ],
)
def test_the_limit_is_that_of_the_most_telling_attention_of_nearly_all_days(
    metric: Metric, known: int, event: int | None, limit: float
) -> None:
    # visits show who named the account, and so does what was reached beside a list of events
    limits = {"limits_named": 3.0, "limits_reach": 4.0, "limits_posts": 4.9}
    growth = replace(EASY.growth, **{name: ((value,) * 6,) * 6 for name, value in limits.items()})  # type: ignore[arg-type]
    listed = [] if event is None else [table("events", 1, date=[str(START + event)])]
    attention = days(str(START), [100.0] * known, metric)
    assert visible(365, attention, *listed, method=replace(EASY, growth=growth)).value == at_once(limit)
