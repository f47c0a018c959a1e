"""Counts of directed edges between int codes."""

import math
from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Codes, Index


@dataclass(frozen=True)
class EdgeCount:
    """Distinct directed `edges` without loops, how many of them go both ways, what was left out, and the nodes."""

    edges: int
    mutual_edges: int
    loops: int
    repeats: int
    nodes: int

    @property
    def reciprocity(self) -> float:
        """The share of edges whose reverse is there too (Newman, Forrest and Balthrop 2002); NaN without edges."""
        return self.mutual_edges / self.edges if self.edges else math.nan

    @property
    def density(self) -> float:
        """The share of all edges that the nodes could have, loops left out; NaN for fewer than two nodes."""
        return self.edges / (self.nodes * (self.nodes - 1)) if self.nodes > 1 else math.nan

    @property
    def rho(self) -> float:
        """Reciprocity beyond chance, (r - a) / (1 - a) with a the density (Garlaschelli and Loffredo 2004).

        From -a / (1 - a), none returned, through 0, as many as by chance, to 1, all returned. NaN without edges or
        where all edges are there, so that chance has no other way.
        """
        if not self.edges or self.density == 1:
            return math.nan
        return (self.reciprocity - self.density) / (1 - self.density)


@dataclass(frozen=True)
class Overlap:
    """The sizes of two sets and of what they share."""

    left: int
    right: int
    both: int


def edge_reciprocity(source: Codes, target: Codes) -> EdgeCount:
    """Count edges from `source[i]` to `target[i]` and those that are returned.

    Codes are places in a list of names: 0 to 2^31 - 1 (memory: a byte for each code up to the greatest); a row with a
    negative code is left out. Nodes are all codes met, also those met in a loop only.
    """
    if min(source.min(initial=0), target.min(initial=0)) < 0:
        known = (source >= 0) & (target >= 0)
        source, target = source[known], target[known]
    keys = _keys(source, target)
    loops = len(source) - len(keys)
    steps = keys[1:] ^ keys[:-1]
    edges = int(len(keys) > 0) + int(np.count_nonzero(steps))
    both = int(np.count_nonzero(steps == 1))
    return EdgeCount(edges, 2 * both, loops, len(keys) - edges, _nodes(source, target))


def overlap(a: Codes, b: Codes) -> Overlap:
    """Compare two sets of codes; repeats count once, negative codes not at all."""
    left, right = _distinct(a), _distinct(b)
    merged = np.sort(np.concatenate([left, right]))
    return Overlap(len(left), len(right), int((merged[1:] == merged[:-1]).sum()))


def _keys(source: Codes, target: Codes) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """One sorted number an edge, loops left out: the pair in ascending order, then one bit for the direction.

    So an edge and its reverse stand side by side and differ in that bit alone.
    """
    keys = np.minimum(source, target).astype(np.uint64)
    keys <<= np.uint64(31)
    keys |= np.maximum(source, target).astype(np.uint64)
    keys <<= np.uint64(1)
    keys |= source > target
    apart = source != target
    keys = keys if apart.all() else keys[apart]
    keys.sort()
    return keys


def _nodes(source: Codes, target: Codes) -> int:
    met = np.zeros(max(source.max(initial=0), target.max(initial=0)) + 1, np.bool_)
    met[source] = met[target] = True
    return int(met.sum())


def _distinct(codes: Codes) -> Index:
    line = np.sort(codes[codes >= 0].astype(np.int64))
    return line[np.diff(line, prepend=-1) > 0]
