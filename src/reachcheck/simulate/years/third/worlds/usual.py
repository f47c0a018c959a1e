"""What befalls profiles of many worlds."""

from reachcheck.simulate.years.third.kinds import Occasion, When


def tagged(a_year: float, people: float = 4_000, named: float = 0.6) -> Occasion:
    """Somebody larger mentions the profile: sizes differ wildly, it is over in days, and the reach is the other's."""
    when = When(a_year=a_year)
    circles = (0.0, 0.15, 0.55, 0.3)
    return Occasion(
        when=when, people=people, grows=0.65, varies=1.4, lasts=4, circles=circles, visit=0.05, guests=0.15, named=named
    )


def advertised(a_year: float, people: float, lasts: int, among: float = 0.4) -> Occasion:
    """An advertisement for a fixed budget a day: as many people each day, counted as reached, nearly all strangers."""
    return Occasion(
        when=When(a_year=a_year),
        people=people,
        grows=0.7,
        lasts=lasts,
        shape="even",
        circles=(0.0, 0.5, 0.3, 0.2),
        visit=0.03,
        reached=0.9,
        guests=0.1,
        named=0.95,
        among=among,
    )


def raffle(a_year: float, people: float, among: float = 0.3) -> Occasion:
    """Who follows takes part; after the draw most of those who came for the prize go. The owner knows of it."""
    return Occasion(
        when=When(a_year=a_year),
        people=people,
        lasts=8,
        shape="even",
        circles=(0.02, 0.4, 0.18, 0.4),
        visit=0.25,
        follow=2.5,
        reached=0.6,
        guests=0.6,
        named=1.0,
        among=among,
    )
