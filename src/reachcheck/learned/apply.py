"""A model on the followers of one profile."""

import numpy as np

from reachcheck.learned.inputs import COLUMNS, chosen, known, matrix
from reachcheck.learned.model import Model
from reachcheck.learned.predict import decided
from reachcheck.learned.share import share_between
from reachcheck.measures.count import listed
from reachcheck.message import Message, msg
from reachcheck.method import Composition
from reachcheck.model.dossiers import Dossiers
from reachcheck.results.learned import Learned

EXPORT = "followers_figures"


def learned(dossiers: Dossiers, profile: int, model: Model, method: Composition) -> Learned:
    """What the model says of one profile's followers with figures; a reason where they lack what it looks at."""
    edges = dossiers.edges
    mine = np.flatnonzero((edges.profile == profile) & listed(dossiers) & ~np.isnan(edges.followers))
    inputs = matrix(edges.take(mine))
    there = known(inputs, method.mostly)
    lacking = tuple(name for name in COLUMNS if name in model.inputs and name not in there)
    if lacking or not len(mine):
        reason = _lacking(lacking) if len(mine) else msg("learned.no_figures", export=EXPORT)
        return _of(model, reason)
    nobody, undecided = decided(model, chosen(inputs, model.inputs))
    n, k, a = len(mine), int(nobody.sum()), int(undecided.sum())
    low, high = share_between(n, k, a, (model.nobody, model.somebody), method.level)
    return Learned(
        name=model.name,
        platform=model.platform,
        marked_nobody=model.nobody.marked,
        marked_somebody=model.somebody.marked,
        n=n,
        nobody=k,
        somebody=n - k - a,
        undecided=a,
        low=low,
        high=high,
    )


def _lacking(inputs: tuple[str, ...]) -> Message:
    return msg("learned.lacking", inputs=inputs, export=EXPORT)


def _of(model: Model, reason: Message) -> Learned:
    return Learned(
        name=model.name,
        platform=model.platform,
        marked_nobody=model.nobody.marked,
        marked_somebody=model.somebody.marked,
        reason=reason,
        lacks=EXPORT,
    )
