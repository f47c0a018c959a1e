"""All measures, in the order in which they are computed and reported."""

from collections.abc import Mapping

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
    mutuals,
    network,
    newcomers,
    reciprocity,
)
from reachcheck.measures.base import Context, Measured, Spec, measure
from reachcheck.measures.engagement import after_steps
from reachcheck.measures.growth import specs as growth
from reachcheck.method import Method
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
    *follower_map.SPECS,
    *community.SPECS,
    *network.SPECS,
    *newcomers.SPECS,
    *constancy.SPECS,
)


def measure_all(dossiers: Dossiers, method: Method) -> Mapping[str, Measured]:
    """Every measure of every profile; a later one may build on an earlier one."""
    done: dict[str, Measured] = {}
    for spec in MEASURES:
        done[spec.id] = measure(spec, Context(dossiers=dossiers, method=method, done=done))
    return done
