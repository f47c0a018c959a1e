"""Reciprocity of a million follows beside networkx and igraph, and the shape of networks; run by a person.

    python benchmarks/graphs.py [rounds] [edges]

CPU seconds (process_time) in one process, contenders in turn, medians; only the ratios mean anything. All begin with
two numpy columns of codes and end with the share of returned edges. First igraph, then networkx is beside ours, because
what networkx leaves in memory slows igraph down. igraph is GPL and therefore in no list of dependencies of this
project: whoever wants it beside the others installs it elsewhere and says where, `IGRAPH=/somewhere`, after
`pip install --target /somewhere igraph`.

Then the networks that REACHCHECK_DATA has: what is known of them, ours, and what chance gives. Last, how often a
network that networkx has mixed by swaps of its own lies between the ends of our 39 draws; 95 of 100 should.
"""

import importlib
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from reachcheck.measures.network import draws_for
from reachcheck.method import load
from reachcheck.stats.graph import edge_reciprocity
from reachcheck.stats.network import Network, closure, component_sizes, deepest_core
from reachcheck.stats.rewiring import rewirings

DATA = Path(os.environ.get("REACHCHECK_DATA", Path(__file__).parents[2] / "shared" / "data"))
KNOWN = {"congress_twitter": 0.4616, "email_eu_core": 0.711}
Job = Callable[[], float]


def invented(edges: int, seed: int = 1) -> tuple[Any, Any]:
    """Distinct edges without loops between a tenth as many accounts, a third of them answered, in random order."""
    rng = np.random.default_rng(seed)
    nodes = max(edges // 10, 10)
    keys = np.unique(rng.integers(0, nodes, edges) * nodes + rng.integers(0, nodes, edges))
    source, target = np.divmod(keys[keys // nodes != keys % nodes], nodes)
    answered = rng.random(len(source)) < 0.2
    rows = np.unique(np.concatenate([source * nodes + target, target[answered] * nodes + source[answered]]))
    rows = rng.permutation(rows)[:edges]
    return (rows // nodes).astype(np.int32), (rows % nodes).astype(np.int32)


def beside_networkx(source: Any, target: Any) -> Job:
    def job() -> float:
        made = networkx.DiGraph()
        made.add_edges_from(zip(source.tolist(), target.tolist(), strict=True))
        return float(networkx.overall_reciprocity(made))

    return job


def beside_igraph(source: Any, target: Any) -> dict[str, Job]:
    """Two ways: from columns, as the others; and on a graph that is there already, built outside the clock."""
    if not (folder := os.environ.get("IGRAPH")):
        print("igraph takes no part: name the folder that holds it, IGRAPH=/somewhere (see the head of this file)")
        return {}
    sys.path.append(folder)
    igraph = importlib.import_module("igraph")
    pairs = np.stack([source, target], axis=1).astype(np.int64)
    nodes = int(pairs.max()) + 1

    def whole() -> float:
        return float(igraph.Graph(n=nodes, edges=pairs, directed=True).reciprocity())

    ready = igraph.Graph(n=nodes, edges=pairs, directed=True)
    return {"igraph": whole, "igraph, graph ready": lambda: float(ready.reciprocity())}


def race(jobs: dict[str, Job], rounds: int) -> None:
    seen: dict[str, list[float]] = {name: [] for name in jobs}
    values = {}
    for _ in range(rounds):
        for name, job in jobs.items():
            begin = time.process_time()
            values[name] = job()
            seen[name].append(time.process_time() - begin)
    middle = {name: statistics.median(times) for name, times in seen.items()}
    print(f"{'contender':22}{'CPU s (median)':>16}{'min':>8}{'max':>8}{'rounds':>8}{'ours / it':>11}  reciprocity")
    for name, times in seen.items():
        ratio = middle["ours"] / middle[name]
        sizes = f"{middle[name]:16.3f}{min(times):8.3f}{max(times):8.3f}{len(times):8}{ratio:11.3f}"
        print(f"{name:22}{sizes}  {values[name]:.9f}")
    print(f"all agree to {max(values.values()) - min(values.values()):.1e}")


def shape(name: str) -> None:
    """What is known of a public network, beside what is computed, and what chance gives."""
    file = DATA / "graphs" / f"{name}.csv"
    if not file.is_file():
        print(f"{name}: not at {file}; set REACHCHECK_DATA")
        return
    rows = np.loadtxt(file, delimiter=",", skiprows=1, dtype=np.int64)
    counted, network = edge_reciprocity(rows[:, 0], rows[:, 1]), Network.of(rows[:, 0], rows[:, 1])
    closed, core, sizes = closure(network), deepest_core(network), component_sizes(network)
    method = load()
    begin = time.process_time()
    drawn = list(rewirings(network.degrees(), draws_for(method.level), method.network.seed))
    shares = [found.closed / found.triples for found in map(closure, drawn)]
    depths = [deepest_core(other).depth for other in drawn]
    took = time.process_time() - begin
    print(f"\n{name}: {network.nodes:,} people, {counted.edges:,} edges, {network.ties:,} ties")
    print(f"  reciprocity {counted.reciprocity:.4f} (known: {KNOWN[name]}), rho {counted.rho:.4f}")
    print(f"  largest part {sizes[0]:,} of {network.nodes:,}, parts {len(sizes)}; triangles {closed.closed // 3:,}")
    chance = f"by chance {statistics.median(shares):.4f} ({min(shares):.4f} to {max(shares):.4f})"
    print(f"  closed {closed.closed / closed.triples:.4f}, {chance}")
    depth = f"by chance {statistics.median(depths)} ({min(depths)} to {max(depths)})"
    print(f"  deepest core {core.depth} ({core.nodes} people), {depth}; {len(drawn)} draws took {took:.2f} s of CPU")


def covered(name: str, make: Callable[[int], networkx.Graph], networks: int = 150) -> None:
    """How often networks mixed by another implementation lie between the ends of ours; seeds from 0."""
    method = load()
    below = above = 0
    for seed in range(networks):
        made = make(seed)
        networkx.double_edge_swap(made, 20 * made.number_of_edges(), 10_000_000, seed=seed)
        network = Network.of(*np.array(made.edges).T)
        drawn = [closure(other).closed for other in rewirings(network.degrees(), draws_for(method.level), seed + 1)]
        below += closure(network).closed < min(drawn)
        above += closure(network).closed > max(drawn)
    print(
        f"  {name}: {1 - (below + above) / networks:.3f} of {networks} between the ends, {below} below, {above} above"
    )


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    source, target = invented(int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
    print(f"{len(source):,} distinct edges")
    ours: dict[str, Job] = {"ours": lambda: edge_reciprocity(source, target).reciprocity}
    if igraph := beside_igraph(source, target):
        race({**ours, **igraph}, rounds)
    race({**ours, "networkx": beside_networkx(source, target)}, rounds)
    for name in KNOWN:
        shape(name)
    print("\nnetworks that networkx has mixed")
    covered("100 people, 300 ties, alike", lambda seed: networkx.gnm_random_graph(100, 300, seed))
    covered("100 people, hubs", lambda seed: networkx.barabasi_albert_graph(100, 3, seed))
    covered("1,000 people, hubs", lambda seed: networkx.barabasi_albert_graph(1_000, 3, seed), 60)


if __name__ == "__main__":
    main()
