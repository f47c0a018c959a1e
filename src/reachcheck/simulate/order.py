"""What somebody wants to have grown, and whether that can be."""

from dataclasses import dataclass
from typing import cast

from reachcheck.errors import UsageError
from reachcheck.message import msg
from reachcheck.simulate import catalogue, files
from reachcheck.simulate.scenarios import SCENARIOS
from reachcheck.simulate.years import exports as of_years
from reachcheck.simulate.years.purchases import Delivery

LISTED = 100_000
"""Accounts that ever follow in a scenario, at most: each of them is a row with a life of its own."""
USUAL = 1_000
"""Followers at the start of a year where nothing else is asked."""
SHARE = 0.2


@dataclass(frozen=True, kw_only=True)
class Order:
    """What is asked for; `checked` makes it."""

    name: str
    followers: int | None
    """At the start; None for as many as the scenario has."""
    purchase: str | None
    share: float
    aged: bool
    profiles: int
    seed: int
    without: tuple[str, ...]

    @property
    def delivery(self) -> Delivery:
        """How the purchase is delivered."""
        return cast(Delivery, (self.purchase or "").replace("-", " "))


def checked(
    name: str,
    *,
    followers: int | None,
    purchase: str | None,
    share: float | None,
    aged: bool,
    profiles: int,
    seed: int,
    without: tuple[str, ...],
) -> Order:
    """An order that can be carried out; raises UsageError for one that cannot."""
    listed = name in SCENARIOS
    if not listed and name not in catalogue.worlds():
        raise UsageError(msg("simulate.unknown", given=name), remedy=msg("simulate.list"))
    if purchase is None and (share is not None or aged):
        raise UsageError(msg("simulate.nothing_bought"), remedy=msg("simulate.say_purchase"))
    if aged and not listed:
        raise UsageError(msg("simulate.no_accounts", given=name), remedy=msg("simulate.take_scenario"))
    bought = 0.0 if purchase is None else SHARE if share is None else share
    if listed:
        _check_size(name, followers, bought)
    known = files.EXPORTS if listed else of_years.EXPORTS
    for export in without:
        if export not in known:
            raise UsageError(msg("simulate.no_export", given=export), remedy=msg("simulate.exports", known=known))
    return Order(
        name=name,
        followers=followers if listed or followers is not None else USUAL,
        purchase=purchase,
        share=bought,
        aged=aged,
        profiles=profiles,
        seed=seed,
        without=without,
    )


def _check_size(name: str, followers: int | None, share: float) -> None:
    """A scenario is multiplied, which takes somebody to begin with; and its lists are written out."""
    plan = SCENARIOS[name]
    if followers is not None and not plan.growth.start:
        raise UsageError(msg("simulate.begins_empty", given=name), remedy=msg("simulate.no_followers"))
    times = 1.0 if followers is None else followers / plan.growth.start
    came = plan.growth.gained + sum(hit.brings for hit in plan.hits) + sum(lot.size for lot in plan.purchases)
    ever = round((plan.growth.start + came) * times * (1 + share))
    if ever > LISTED:
        raise UsageError(msg("simulate.too_many", given=ever, most=LISTED), remedy=msg("simulate.take_world"))
