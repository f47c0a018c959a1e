"""Years of honest profiles: what was decided before, then day by day, then as the platform shows it."""

from collections.abc import Sequence

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import stream
from reachcheck.simulate.years.third.days import Calendar, away, calendar, wandering
from reachcheck.simulate.years.third.kinds import World
from reachcheck.simulate.years.third.ledger import Ledger, booked, gaps
from reachcheck.simulate.years.third.live import DRIFTING, Given, live
from reachcheck.simulate.years.third.owners import Owners, owners
from reachcheck.simulate.years.third.posting import posting
from reachcheck.simulate.years.third.stimuli import going, recommendations, stimulus
from reachcheck.simulate.years.third.worlds import WORLDS
from reachcheck.simulate.years.year import FIRST_DAY, Years


def third(world: str, n: int, seed: int, sizes: tuple[float, float] = (30, 1_000_000), days: int = 365) -> Years:
    """So many profiles of a world, with followers between two sizes; raises KeyError for a world not in `WORLDS`.

    Nobody bought anything. The same seed gives the same bytes.
    """
    return year(WORLDS[world], world, n, seed, sizes, days)


def year(place: World, world: str, n: int, seed: int, sizes: tuple[float, float], days: int) -> Years:
    """The same under any circumstances; `world` names the streams."""
    who = owners(place, n, sizes, stream(seed, "third", world, "owners"))
    dates = calendar(place, FIRST_DAY, days, stream(seed, "third", world, "calendar"))
    given = _given(world, place, who, dates, seed)
    happened = live(given, stream(seed, "third", world, "life"))
    event = _any([stimulus.event for stimulus in given.stimuli], happened.gained.shape)
    missing = gaps(happened.gained.shape, place.gaps, stream(seed, "third", world, "gaps"))
    return _shown(world, who, happened, dates, event, missing)


def _given(world: str, place: World, who: Owners, dates: Calendar, seed: int) -> Given:
    """Each mechanism has a stream of its own, so that changing one leaves the others as they were."""
    shape = (len(who), len(dates))
    gone = away(place, dates, len(who), stream(seed, "third", world, "away"))
    stimuli = [
        stimulus(occasion, who, dates, gone, stream(seed, "third", world, f"occasion {number}"))
        for number, occasion in enumerate(place.occasions)
    ]
    leaving = np.zeros((*shape, 4))
    for number, farewell in enumerate(place.farewells):
        rng = stream(seed, "third", world, f"farewell {number}")
        leaving += going(farewell, who, dates, gone, rng)[:, :, None] * np.array(farewell.circles)
    rng = stream(seed, "third", world, "rest")
    posts = posting(place, who, dates, gone, stream(seed, "third", world, "posts"))
    return Given(
        world=place,
        who=who,
        posting=posts,
        stimuli=stimuli,
        recommended=recommendations(place, who, dates, stream(seed, "third", world, "recommended")),
        searched=place.searched * dates.busy,
        drifting=DRIFTING * np.exp(wandering(rng, shape, 1.2, 0.85) - 0.72),
        going=leaving,
        purge=dates.purge * rng.beta(2.0, 2.0, len(who))[:, None],
        over=_any([stimulus.over for stimulus in stimuli], shape),
        opens=rng.random(shape) < np.where(posts.posted, 0.5, 0.08) * ~gone,
        private=rng.random(len(who)) < place.approves,
    )


def _any(marks: Sequence[Bools], shape: tuple[int, ...]) -> Bools:
    """Where at least one of the marks is."""
    return np.asarray(np.any([np.zeros(shape, dtype=np.bool_), *marks], axis=0), dtype=np.bool_)


def _shown(world: str, who: Owners, happened: Ledger, dates: Calendar, event: Bools, missing: Bools) -> Years:
    """As the platform books it, with days that an export lacks."""

    def figures(values: Floats) -> Floats:
        return np.where(missing, np.nan, values)

    return Years(
        world=world,
        start=who.start.astype(np.float64),
        gained=booked(happened.gained, dates.late),
        lost=booked(happened.lost, dates.late),
        bought=np.zeros_like(happened.gained),
        reach=figures(happened.reach),
        visits=figures(happened.visits),
        responses=happened.responses,
        post_reach=happened.post_reach,
        event=event,
        missing=missing,
        quantum=who.quantum,
    )
