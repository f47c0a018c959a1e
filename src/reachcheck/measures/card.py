"""The card: for each follower which of six signs hold, as far as its own figures tell; never printed of anybody.

Each sign is one that accounts show behind which nobody is, and that people who only read show as well. One that lacks
its column abstains.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from reachcheck.measures.count import followers_of
from reachcheck.method import Composition
from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.tables import Edges

NEEDS: Mapping[str, tuple[str, ...]] = {
    "one_sided": ("followers", "following"),
    "very_one_sided": ("followers", "following"),
    "few_posts": ("posts",),
    "few_followers": ("followers",),
    "follows_many": ("following",),
    "no_picture": ("has_picture",),
}
"""The columns of each sign, in the order of the card."""
SIGNS = tuple(NEEDS)
POINTS = SIGNS[:-1]
"""A point each; what a picture tells depends on the platform, so it is no point."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Card:
    """The followers of one profile whose figures are known.

    `bits` has shape (followers, signs of `known`); `rows` are their rows of the edges table; `listed` is how many there
    are in all.
    """

    known: tuple[str, ...]
    bits: Bools
    rows: Index
    listed: int

    @property
    def points(self) -> Index:
        """The points of each follower, shape (followers,)."""
        which = [at for at, sign in enumerate(self.known) if sign in POINTS]
        return np.asarray(self.bits[:, which].sum(axis=1), dtype=np.int64)


def limits(method: Composition) -> Mapping[str, float]:
    """What the signs are made with, by name: a reference population has to have the same."""
    names = ("one_sided", "very_one_sided", "few_posts", "few_followers", "follows_many")
    return {name: float(getattr(method, name)) for name in names}


def shown(edges: Edges, method: Composition) -> tuple[Bools, Bools]:
    """Which signs hold of each row, and which can be told; both of shape (rows, signs)."""
    ratio = (1 + edges.following) / (1 + edges.followers)
    with np.errstate(invalid="ignore"):
        holds = (
            ratio >= method.one_sided,
            ratio >= method.very_one_sided,
            edges.posts <= method.few_posts,
            edges.followers < method.few_followers,
            edges.following >= method.follows_many,
            edges.has_picture == 0,
        )
    told = [np.logical_and.reduce([_there(getattr(edges, name)) for name in needs]) for needs in NEEDS.values()]
    return np.stack(holds, axis=1), np.stack(told, axis=1)


def _there(column: Floats | Index) -> Bools:
    return np.asarray(~np.isnan(column) if column.dtype.kind == "f" else column >= 0)


def card(dossiers: Dossiers, profile: int, method: Composition) -> Card:
    """The card of one profile: the signs that most of its followers with figures have, and those who have all of them.

    Whose own followers are not known has no figures.
    """
    edges = dossiers.edges
    mine = followers_of(dossiers, profile)
    with_figures = mine[~np.isnan(edges.followers[mine])]
    holds, told = shown(edges.take(with_figures), method)
    usable = told.mean(axis=0) >= method.mostly if len(told) else np.zeros(len(SIGNS), dtype=np.bool_)
    whole = told[:, usable].all(axis=1)
    return Card(
        known=tuple(sign for sign, use in zip(SIGNS, usable.tolist(), strict=True) if use),
        bits=holds[:, usable][whole],
        rows=with_figures[whole],
        listed=len(mine),
    )
