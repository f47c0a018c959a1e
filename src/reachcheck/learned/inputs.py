"""What a model sees of a follower: the few figures that lists give, each with the direction that it may speak in."""

from collections.abc import Mapping

import numpy as np

from reachcheck.model.columns import Floats
from reachcheck.model.tables import Edges

DIRECTIONS: Mapping[str, int] = {"followers": -1, "following": 1, "posts": -1, "ratio": 1, "has_picture": -1}
"""The inputs in their order: 1 where more of it may only speak for nobody behind an account, -1 for somebody.

`ratio` is (1 + following) / (1 + followers). All are logarithms but the picture, which is 0 or 1.
"""
COLUMNS = ("followers", "following", "posts", "has_picture")
"""The columns they are made of, which a list has or lacks."""


def matrix(edges: Edges) -> Floats:
    """All inputs of each row, shape (rows, inputs); NaN where it is not known."""
    followers, following, posts = (_log(getattr(edges, name)) for name in ("followers", "following", "posts"))
    picture = np.where(edges.has_picture < 0, np.nan, edges.has_picture.astype(np.float64))
    return np.stack([followers, following, posts, following - followers, picture], axis=1)


def _log(figures: Floats) -> Floats:
    """The logarithm of 1 + a figure; what is below 0 is no figure."""
    return np.asarray(np.log1p(np.where(figures >= 0, figures, np.nan)))


def known(inputs: Floats, mostly: float) -> tuple[str, ...]:
    """The inputs that at least a share `mostly` of some rows has; none where there are no rows."""
    if not len(inputs):
        return ()
    share = (~np.isnan(inputs)).mean(axis=0)
    return tuple(name for name, there in zip(DIRECTIONS, share.tolist(), strict=True) if there >= mostly)


def chosen(inputs: Floats, names: tuple[str, ...]) -> Floats:
    """The columns of some inputs, in the order of the names."""
    return inputs[:, [tuple(DIRECTIONS).index(name) for name in names]]
