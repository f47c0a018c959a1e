"""Which followers a person should look at: a seeded sample, denser where the card leaves most open."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Index

POINTS = (0, 1, 2)
"""The strata: followers with no point of the card, with one, and with two or more."""
GUESSED = (0.08, 0.2, 0.5)
"""How many of each stratum may have nobody behind; only the allocation depends on it, never the estimate."""
LEAST = 3


@dataclass(frozen=True, kw_only=True)
class Stratum:
    """So many followers of a kind, and of those looked at how many were marked as nobody, somebody, or left open."""

    size: int
    nobody: int = 0
    somebody: int = 0
    unsure: int = 0

    @property
    def marked(self) -> int:
        """How many were looked at."""
        return self.nobody + self.somebody + self.unsure


def strata_of(points: Index) -> Index:
    """The stratum of each follower."""
    return np.minimum(points, POINTS[-1])


def allocate(sizes: Index, n: int) -> Index:
    """How many of each stratum to look at, n in all or everybody (Neyman 1934): by size and guessed spread.

    At least `LEAST` of a stratum, or all of it.
    """
    sizes = np.asarray(sizes, dtype=np.int64)
    least = np.minimum(LEAST, sizes)
    guessed = np.array(GUESSED[: len(sizes)])
    weight = sizes * np.sqrt(guessed * (1 - guessed))
    taken = least.copy()
    while taken.sum() < min(n, sizes.sum()):
        short = np.where(taken < sizes, weight / (taken + 1), -1.0)
        taken[int(short.argmax())] += 1
    return taken


def chosen(strata: Index, n: int, seed: int) -> Index:
    """Positions of the followers to look at, shuffled so that nobody sees which stratum comes next."""
    rng = np.random.default_rng(seed)
    take = allocate(np.bincount(strata, minlength=len(POINTS)), n)
    picked = [rng.choice(np.flatnonzero(strata == at), k, replace=False) for at, k in enumerate(take.tolist())]
    return np.asarray(rng.permutation(np.concatenate(picked)), dtype=np.int64)
