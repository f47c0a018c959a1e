"""Handles of nobody, by syllables; those of empty and bought accounts have more digits, as a tendency."""

import numpy as np
from numpy.typing import NDArray

from reachcheck.simulate.chance import Floats, Rng

_HEADS = """
ba be bi bo da de di do fa fe fi ga ge gi jo ju ka ke ki la le li lo ma me mi mo na ne ni no pa pe pi ra re ri ro sa
se si so ta te ti to va ve vi wa we ya yo za ze bra cle dro fri gra kri sta
"""
_TAILS = "\nn l r s t m x na ra la nne tta rk lo mi ndo sa ss th ck rt nd v bel dor fin gar lis mar ner son\n"
_AFTER = """
_art _bike _books _cafe _daily _foto _garden _green _home _kitchen _life _music _notes _run _sky _travel _wood _work
_yoga _zen _ _xo _official _me
"""


def handles(rng: Rng, digits: Floats) -> list[str]:
    """As many different handles as entries in `digits`: the chance of each to end in digits."""
    n = len(digits)
    heads, tails = _parts(_HEADS), _parts(_TAILS)
    first, middle = heads[rng.integers(0, len(heads), n)], heads[rng.integers(0, len(heads), n)]
    third = np.where(rng.random(n) < 0.35, heads[rng.integers(0, len(heads), n)], "")
    last = tails[rng.integers(0, len(tails), n)]
    endings = _parts(_AFTER)
    after = np.where(rng.random(n) < 0.3, endings[rng.integers(0, len(endings), n)], "")
    number = rng.integers(1, 10 ** rng.integers(1, 5, n))
    ends = np.where(rng.random(n) < digits, number.astype(str).astype(object), "")
    drawn = first + middle + third + last + after + ends
    return _different(drawn.tolist())


def _parts(text: str) -> NDArray[np.object_]:
    return np.array(text.split(), dtype=object)


def _different(names: list[str]) -> list[str]:
    """The same, with a letter or more added to those that were taken."""
    taken: set[str] = set()
    out = []
    for position, name in enumerate(names):
        unique = name if name not in taken else f"{name}_{position:x}"
        while unique in taken:
            unique += "x"
        taken.add(unique)
        out.append(unique)
    return out
