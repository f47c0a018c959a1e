"""The year of a profile: which day is which, and how likely each is to bring somebody.

Every function gives 365 weights, one a day, of which only the proportions count.
"""

from datetime import date, timedelta

import numpy as np

from reachcheck.simulate.chance import DAY, Floats, Ints, Rng

DAYS = 365
LAST_DAY = date(2026, 9, 30)
FIRST_DAY = LAST_DAY - timedelta(days=DAYS - 1)
EPOCH = date(1970, 1, 1)
START = (FIRST_DAY - EPOCH).days * DAY
END = START + DAYS * DAY
"""The year in seconds since 1970: START <= moment < END."""
AGE = np.arange(DAYS, dtype=np.float64)


def day_of(month: int, day: int) -> int:
    """How many days after the first day a date comes."""
    year = FIRST_DAY.year if (month, day) >= (FIRST_DAY.month, FIRST_DAY.day) else LAST_DAY.year
    return (date(year, month, day) - FIRST_DAY).days


def weekdays() -> Ints:
    """0 for Mondays, by day."""
    return (FIRST_DAY.weekday() + np.arange(DAYS)) % 7


def mood(rng: Rng, memory: float, spread: float) -> Floats:
    """Factors around 1 whose logarithm remembers the days before, with t-distributed surprises."""
    kept = float(np.exp(-1.0 / memory))
    steps = rng.standard_t(5, DAYS) * spread * np.sqrt(0.6 * (1 - kept**2))
    steps[0] /= np.sqrt(1 - kept**2)
    for day in range(1, DAYS):
        steps[day] += kept * steps[day - 1]
    return np.asarray(np.exp(steps), dtype=np.float64)


def ordinary(rng: Rng) -> Floats:
    """Days as they come: a week, a season, moods, and a few days of which nobody knows why."""
    week = np.exp(0.25 * rng.standard_normal(7))[weekdays()]
    season = 1 + rng.uniform(0, 0.45) * np.cos(2 * np.pi * (AGE / DAYS - rng.random()))
    odd = np.where(rng.random(DAYS) < 0.015, 1 + rng.pareto(1.6, DAYS), 1.0)
    return np.asarray(week * season * mood(rng, rng.uniform(2, 20), rng.uniform(0.2, 0.6)) * odd, dtype=np.float64)


def shock(day: int, decay: float, power: float = 1.4) -> Floats:
    """Nothing before a day; then attention that falls as a power of time, `decay` days after."""
    age = AGE - day
    return np.where(age < 0, 0.0, (1 + np.maximum(age, 0.0) / decay) ** -power)


def wave(middle: float, width: float) -> Floats:
    """A rise and a slower fall."""
    age = AGE - middle
    return np.asarray(np.exp(-0.5 * (age / np.where(age < 0, width, 2.2 * width)) ** 2), dtype=np.float64)


def between(first: int, last: int) -> Floats:
    """The days from one to another, both included."""
    return np.asarray((first <= AGE) & (last >= AGE), dtype=np.float64)


def ramp(rng: Rng, last: int, length: float) -> Floats:
    """Ever more until a day, a remnant after it."""
    age = last - AGE
    return np.where(age >= 0, np.exp(-np.maximum(age, 0) / length), 0.1 * np.exp(age / 5)) * mood(rng, 3, 0.3)


def some_day(rng: Rng, first: int = 40, last: int = 330) -> int:
    """Any day, far enough from both ends to see what was before and what comes after."""
    return int(rng.integers(first, last))
