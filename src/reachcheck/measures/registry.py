"""All measures, in the order in which they are computed and reported."""

from collections.abc import Mapping

import numpy as np

from reachcheck.facts.marked_lists import MarkedList, shipped
from reachcheck.measures import (
    agreement,
    audience,
    busy_days,
    churn,
    community,
    constancy,
    count,
    engagement,
    follower_map,
    hollow,
    mutuals,
    network,
    newcomers,
    reciprocity,
)
from reachcheck.measures.base import Context, Measured, Need, Spec, measure
from reachcheck.measures.engagement import after_steps
from reachcheck.measures.growth import specs as growth
from reachcheck.method import Method
from reachcheck.model.columns import Bools
from reachcheck.model.dossiers import Dossiers

MEASURES: tuple[Spec, ...] = (
    *count.SPECS,
    *agreement.SPECS,
    *engagement.SPECS,
    *reciprocity.SPECS,
    *churn.SPECS,
    *mutuals.SPECS,
    *busy_days.SPECS,
    *growth.SPECS,
    *after_steps.SPECS,
    *audience.SPECS,
    *hollow.SPECS,
    *follower_map.SPECS,
    *community.SPECS,
    *network.SPECS,
    *newcomers.SPECS,
    *constancy.SPECS,
)


def measure_all(
    dossiers: Dossiers, method: Method, references: tuple[MarkedList, ...] | None = None
) -> Mapping[str, Measured]:
    """Every measure of every profile; a later one may build on an earlier one.

    `references` are the marked lists that others are compared with, those that ship where none are given.
    """
    done: dict[str, Measured] = {}
    known = shipped() if references is None else references
    context = Context(dossiers=dossiers, method=method, done=done, references=known)
    for spec in MEASURES:
        done[spec.id] = measure(spec, context)
    return done


DAILY = Need(export="daily", table="daily")
"""What growth is made of where there are no follow dates: no measure needs it alone."""
ANSWERED = "comments_answered_share"
"""What owners do under posts of others is no answer: that there are answers is known where this is."""


def held(dossiers: Dossiers, done: Mapping[str, Measured]) -> Mapping[str, Bools]:
    """Of which profiles the files hold an export: at least a row of each kind that some measure needs of it."""
    needs = {DAILY, *(need for spec in MEASURES if spec.id != ANSWERED for need in spec.needs)}
    found: dict[str, Bools] = {"owner_answers": ~np.isnan(done[ANSWERED].value)}
    for need in needs:
        some = need.rows(dossiers) > 0
        found[need.export] = found.get(need.export, some) & some
    return found
