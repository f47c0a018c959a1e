"""The shape of a network, whichever way its ties point: parts, closed triples, cores."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from reachcheck.stats.arrays import Bools, Codes, Index
from reachcheck.stats.sets import distinct

CHUNK = 4_000_000
"""Paths of two ties that are looked at together; bounds the memory of `closure`."""
SMALL = 200
"""Nodes up to which a full table of who is tied to whom is quicker than a sparse one."""


@dataclass(frozen=True, eq=False)
class Network:
    """Nodes 0 to `nodes` - 1, and between which of them there is a tie: each once, `first` < `second`, in order."""

    nodes: int
    first: Index
    second: Index

    @classmethod
    def of(cls, source: Codes, target: Codes) -> "Network":
        """The network of directed edges between codes, in which direction, repeats and loops do not count.

        A row with a negative code is left out. Nodes are all codes met, also those met in a loop only.
        """
        known = (source >= 0) & (target >= 0)
        source, target = source[known].astype(np.int64), target[known].astype(np.int64)
        place = _places(source, target)
        source, target = place[source], place[target]
        keys = np.minimum(source, target) << np.int64(32) | np.maximum(source, target)
        keys = distinct(keys[source != target])
        return cls(int(place[-1]) + 1 if len(place) else 0, keys >> np.int64(32), keys & np.int64(0xFFFFFFFF))

    @property
    def ties(self) -> int:
        """How many pairs of nodes are tied."""
        return len(self.first)

    def degrees(self) -> Index:
        """How many others each node is tied to."""
        ends = np.concatenate([self.first, self.second])
        return np.bincount(ends, minlength=self.nodes).astype(np.int64)


@dataclass(frozen=True)
class Closure:
    """Pairs of ties that share a node (`triples`), and how many of them are `closed` by a third tie."""

    closed: int
    triples: int


@dataclass(frozen=True)
class Core:
    """The deepest core: the greatest `depth` so that a group of `nodes` all have that many ties inside the group."""

    depth: int
    nodes: int


def component_sizes(network: Network) -> Index:
    """The numbers of nodes of the parts that no tie connects, the largest first; none without nodes."""
    from scipy.sparse.csgraph import connected_components

    _, part = connected_components(_matrix(network.first, network.second, network.nodes), directed=False)
    sizes: Index = np.sort(np.bincount(part))[::-1].astype(np.int64)
    return sizes


def closure(network: Network) -> Closure:
    """Count pairs of ties that share a node, and those whose ends are tied too (three in each triangle).

    Closed / triples is the clustering coefficient of the network as a whole, its transitivity (Newman, Strogatz and
    Watts 2001). Each triangle is found once, from its node of least degree, so that hubs cost little.
    """
    degrees = network.degrees()
    triples = int((degrees * (degrees - 1) // 2).sum())
    return Closure(3 * _triangles(network, degrees), triples)


def deepest_core(network: Network) -> Core:
    """The k-core with the greatest k that is not empty (Seidman 1983); (0, nodes) without ties."""
    cores = core_numbers(network)
    depth = int(cores.max(initial=0))
    return Core(depth, int((cores == depth).sum()))


def core_numbers(network: Network) -> Index:
    """For each node the greatest k so that it is in a group whose members all have k ties inside the group.

    Nodes with no more than k ties left are peeled off in waves, for rising k (Batagelj and Zaversnik 2003).
    """
    starts, neighbours = _neighbours(network)
    left, cores = network.degrees(), np.zeros(network.nodes, np.int64)
    here, k = np.ones(network.nodes, np.bool_), 0
    while here.any():
        k = max(k, int(left[here].min()))
        wave = np.flatnonzero(here & (left <= k))
        while len(wave):
            cores[wave], here[wave] = k, False
            wave = _loosened(left, here, _gathered(neighbours, starts, wave), k)
    return cores


def _loosened(left: Index, here: Bools, touched: Index, k: int) -> Index:
    """Take a tie from each node touched; those that are still here and have no more than k."""
    touched = touched[here[touched]]
    np.subtract.at(left, touched, 1)
    return distinct(touched[left[touched] <= k])


def _places(source: Index, target: Index) -> Index:
    """For each code up to the greatest its number among the codes met; whatever stands at the others."""
    if not len(source):
        return np.empty(0, np.int64)
    met = np.zeros(max(int(source.max()), int(target.max())) + 1, np.bool_)
    met[source] = met[target] = True
    return np.cumsum(met) - 1


def _neighbours(network: Network) -> tuple[Index, Index]:
    """Where each node's neighbours begin and end, (nodes + 1,), and all of them."""
    ends = np.concatenate([network.first, network.second])
    others = np.concatenate([network.second, network.first])
    starts = np.zeros(network.nodes + 1, np.int64)
    np.cumsum(network.degrees(), out=starts[1:])
    return starts, others[np.argsort(ends, kind="stable")]


def _gathered(values: Index, starts: Index, which: Index) -> Index:
    """The values of some segments, one after the other."""
    sizes = starts[which + 1] - starts[which]
    ends = np.cumsum(sizes)
    places: Index = np.repeat(starts[which] - (ends - sizes), sizes) + np.arange(ends[-1] if len(ends) else 0)
    return values[places]


def _triangles(network: Network, degrees: Index) -> int:
    """Ties point from fewer ties to more; a path of two that a third tie shortens is a triangle."""
    swap = degrees[network.first] > degrees[network.second]
    low, high = np.where(swap, network.second, network.first), np.where(swap, network.first, network.second)
    if network.nodes <= SMALL:
        tied = np.zeros((network.nodes, network.nodes))
        tied[low, high] = 1.0
        return int(((tied @ tied) * tied).sum())
    return _sparse_triangles(low, high, network.nodes)


def _sparse_triangles(low: Index, high: Index, nodes: int) -> int:
    """The same, piece by piece: no more than about `CHUNK` paths at once."""
    ahead = _matrix(low, high, nodes)
    out = np.bincount(low, minlength=nodes)
    paths = np.cumsum(np.bincount(low, weights=out[high].astype(np.float64), minlength=nodes))
    full = distinct(np.searchsorted(paths, np.arange(CHUNK, paths[-1], CHUNK)))
    found, begin = 0, 0
    for end in [*(full + 1).tolist(), nodes]:
        rows = ahead[begin:end]
        found += int((rows @ ahead).multiply(rows).sum())
        begin = end
    return found


def _matrix(row: Index, column: Index, nodes: int) -> Any:
    from scipy.sparse import csr_array

    return csr_array((np.ones(len(row), np.int64), (row, column)), shape=(nodes, nodes))
