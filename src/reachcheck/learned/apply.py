"""A model on the followers of one profile."""

import numpy as np

from reachcheck.learned.alike import alike
from reachcheck.learned.cells import CELLS, UNSAID
from reachcheck.learned.inputs import COLUMNS, chosen, known, matrix
from reachcheck.learned.model import Model
from reachcheck.learned.predict import decided, said_of
from reachcheck.learned.share import share_between
from reachcheck.measures.count import listed
from reachcheck.message import Message, msg
from reachcheck.method import Composition
from reachcheck.model.columns import Index
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
    return _counted(model, said_of(model, chosen(inputs, model.inputs)), method.level)


def _counted(model: Model, cells: Index, level: float) -> Learned:
    """How many are taken for what, and the share, unless the list is of another kind than the marks."""
    nobody, undecided = decided(cells)
    n, k, a = len(cells), int(nobody.sum()), int(undecided.sum())
    low, high = share_of(model, cells, level)
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
        reason=msg("learned.unlike") if low is None else None,
    )


def share_of(model: Model, cells: Index, level: float) -> tuple[float, float] | tuple[None, None]:
    """The share with nobody behind among rows in such cells; None where they are unlike the marked members."""
    seen = (model.nobody, model.somebody)
    if not alike(np.bincount(cells[cells != UNSAID], minlength=CELLS), seen):
        return None, None
    nobody, undecided = decided(cells)
    return share_between(len(cells), int(nobody.sum()), int(undecided.sum()), seen, level)


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
