"""Marked followers made up: some with nobody behind, who follow many and post little, as some people do too."""

import numpy as np

from reachcheck.model.tables import Edges


def figures(seed: int, n: int, share: float = 0.4, *, missing: float = 0.05) -> tuple[Edges, np.ndarray]:
    """Rows of edges with figures, and which have nobody behind; posts and pictures are missing here and there."""
    rng = np.random.default_rng(seed)
    nobody = rng.random(n) < share
    followers = rng.lognormal(5, 1.4, n) / np.where(nobody, 6, 1)
    following = rng.lognormal(5.5, 1.1, n) * np.where(nobody, 3, 1)
    posts = np.round(rng.lognormal(3, 1.5, n) / np.where(nobody, 10, 1))
    posts[rng.random(n) < missing] = np.nan
    picture = np.where(rng.random(n) < np.where(nobody, 0.5, 0.9), 1, 0)
    picture[rng.random(n) < missing] = -1
    made = Edges.of(
        n, followers=followers.round(), following=following.round(), posts=posts, has_picture=picture.astype(np.int8)
    )
    return made, nobody


def rows(seed: int, n: int, missing: float = 0.2) -> np.ndarray:
    """Any inputs at all, some of them missing, some on a tie with what was seen in fitting."""
    rng = np.random.default_rng(seed)
    made = rng.normal(3, 4, (n, 5)).round(1)
    made[rng.random((n, 5)) < missing] = np.nan
    return made
