"""From a scenario or a plan to an invented profile with its truth."""

from datetime import timedelta

import numpy as np

from reachcheck.simulate.chance import stream
from reachcheck.simulate.follows import make_following
from reachcheck.simulate.growth import make_arrivals
from reachcheck.simulate.invented import Invented, Lot, Rows, Truth
from reachcheck.simulate.people import STAYS, TOGETHER, People, dropped, make_people
from reachcheck.simulate.plans import Plan, scaled
from reachcheck.simulate.posts import make_posts
from reachcheck.simulate.responses import make_responses, responded
from reachcheck.simulate.scenarios import SCENARIOS
from reachcheck.simulate.tables import Happened, make_tables

__all__ = ["SCENARIOS", "Invented", "Lot", "Truth", "invent", "run_plan"]


def invent(scenario: str, seed: int, scale: float = 1.0) -> Invented:
    """One profile of a scenario; `scale` multiplies all numbers of people."""
    if scenario not in SCENARIOS:
        raise ValueError(f"no such scenario: {scenario}")
    return run_plan(scaled(SCENARIOS[scenario], scale), scenario, seed)


def run_plan(plan: Plan, scenario: str, seed: int) -> Invented:
    """Let chance have its say over a plan."""
    posts = make_posts(plan, stream(seed, scenario, "posts"))
    arrivals = make_arrivals(plan, posts, stream(seed, scenario, "growth"))
    people = make_people(plan, arrivals, stream(seed, scenario, "people"))
    responses = make_responses(plan, posts, people, stream(seed, scenario, "responses"))
    known = max(int(responses.who.max(initial=0)) + 1, len(people))
    following = make_following(plan, people, known, stream(seed, scenario, "following"))
    run = Happened(plan=plan, posts=posts, people=people, responses=responses)
    tables, names = make_tables(run, following, stream(seed, scenario, "tables"))
    truth = _truth(run, tables["followers"], names)
    return Invented(scenario=scenario, seed=seed, tables=tables, truth=truth)


def _truth(run: Happened, followers: Rows, names: tuple[str, ...]) -> Truth:
    people = run.people
    stay = people.left == STAYS
    bought = np.flatnonzero(stay & (people.lot >= 0))
    return Truth(
        followers=len(followers),
        real=int((stay & (people.lot < 0) & ~people.hollow).sum()),
        hollow=int((stay & people.hollow).sum()),
        bought=len(bought),
        lots=tuple(_lot(run.plan, people, index) for index in range(len(run.plan.purchases))),
        lot_of={names[i]: int(people.lot[i]) for i in bought},
        responders=len(responded(run.responses, people)),
        label=run.plan.label,
    )


def _lot(plan: Plan, people: People, index: int) -> Lot:
    lot = plan.purchases[index]
    first = plan.first_day + timedelta(days=lot.day)
    together = people.together & (people.lot == index) & (people.left == STAYS)
    return Lot(
        first_day=first,
        last_day=first + timedelta(days=lot.days - 1),
        delivered=lot.size,
        still_there=lot.size - dropped(lot),
        created_from=lot.created,
        created_to=lot.created + timedelta(days=TOGETHER - 1),
        created_together=int(together.sum()),
    )
