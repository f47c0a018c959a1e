"""The shape of a whole network: its parts, how closed it is, how deep its core is, and what chance would give.

Whoever follows whom, here two people are tied or not. Circles of friends, classes and firms are closed and have deep
cores; so has any group that ties itself together. No rule sees these figures.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from reachcheck.measures.base import Context, Spec, Values
from reachcheck.measures.reciprocity import NETWORK, ends
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats
from reachcheck.stats.network import Closure, Core, Network, closure, component_sizes, deepest_core
from reachcheck.stats.rewiring import rewirings

COUNTED = msg("no_interval.counted")


@dataclass(frozen=True, kw_only=True, eq=False)
class Drawn:
    """Of each network drawn by chance the share of pairs of ties that are closed, and the depth of the core."""

    clustering: Floats
    depth: Floats


def _rows(where: Bools) -> list[int]:
    found: list[int] = np.flatnonzero(where).tolist()
    return found


def _networks(context: Context) -> Mapping[int, Network]:
    return context.done["largest_component_share"].made.kept


def largest_component_share(context: Context, where: Bools) -> Values:
    """Share of the people of a network who are in its largest connected part, whichever way the ties point."""
    networks = {i: Network.of(*pair) for i, pair in ends(context, where).items()}
    k, n = context.blank(), context.blank()
    notes = {}
    for i, network in networks.items():
        sizes = component_sizes(network)
        k[i], n[i] = sizes[0], network.nodes
        notes[i] = (msg("note.network_parts", people=float(network.nodes), parts=float(len(sizes))),)
    return Values(value=k / n, k=k, n=n, notes=notes, no_interval=COUNTED, kept=networks)


def clustering_coefficient(context: Context, where: Bools) -> Values:
    """Of the pairs of ties that meet in one person the share whose ends are tied too: friends of friends."""
    counted: dict[int, Closure] = {i: closure(_networks(context)[i]) for i in _rows(where)}
    k, n = context.blank(), context.blank()
    for i, found in counted.items():
        k[i], n[i] = found.closed, found.triples
    value = np.divide(k, n, out=context.blank(), where=n > 0)
    return Values(value=value, k=k, n=n, no_interval=COUNTED, reasons=_no_pairs(counted), kept=counted)


def deepest_core_of(context: Context, where: Bools) -> Values:
    """The most ties that all of some group have inside the group, and how large that group is."""
    counted: dict[int, Core] = {i: deepest_core(_networks(context)[i]) for i in _rows(where)}
    value, n = context.blank(), context.blank()
    notes = {}
    for i, core in counted.items():
        value[i], n[i] = core.depth or np.nan, _networks(context)[i].nodes
        notes[i] = (msg("note.core_people", people=float(core.nodes), depth=float(core.depth)),)
    none = [i for i, core in counted.items() if not core.depth]
    return Values(
        value=value,
        n=n,
        notes=notes,
        no_interval=COUNTED,
        reasons=dict.fromkeys(none, msg("unknown.no_ties")),
        kept=counted,
    )


def clustering_by_chance(context: Context, where: Bools) -> Values:
    """The same share in networks drawn by chance in which everybody keeps as many ties."""
    closed: Mapping[int, Closure] = context.done["clustering_coefficient"].made.kept
    drawn = {i: _drawn(context, _networks(context)[i]) for i in _rows(where) if _may_draw(context, i)}
    told = {i: draws.clustering for i, draws in drawn.items() if closed[i].triples}
    seen = {i: closed[i].closed / closed[i].triples for i in told}
    reasons = {**_no_pairs(closed), **_too_large(context, where)}
    return _beside(context, told, seen, lambda k, n: msg("note.closed_by_chance", k=k, n=n), reasons, drawn)


def core_by_chance(context: Context, where: Bools) -> Values:
    """The depth of the core in the same networks drawn by chance."""
    cores: Mapping[int, Core] = context.done["deepest_core"].made.kept
    drawn: Mapping[int, Drawn] = context.done["clustering_by_chance"].made.kept
    told = {i: draws.depth for i, draws in drawn.items() if cores[i].depth}
    seen = {i: float(cores[i].depth) for i in told}
    none = [i for i in _rows(where) if not cores[i].depth]
    reasons = {**dict.fromkeys(none, msg("unknown.no_ties")), **_too_large(context, where)}
    return _beside(context, told, seen, lambda k, n: msg("note.core_by_chance", k=k, n=n), reasons, {})


def draws_for(level: float) -> int:
    """How many draws have one more between their ends with the probability `level`: (n - 1) / (n + 1) is its least."""
    return round(2 / (1 - level)) - 1


def _drawn(context: Context, network: Network) -> Drawn:
    degrees = np.sort(network.degrees()).astype(np.int32)
    return _drawn_with(degrees.tobytes(), draws_for(context.method.level), context.method.network.seed)


@lru_cache(maxsize=64)
def _drawn_with(degrees: bytes, draws: int, seed: int) -> Drawn:
    """Numbers of ties (int32), not who has them, decide what is drawn: so it need not be drawn twice."""
    clustering, depth = np.zeros(draws), np.zeros(draws)
    numbers = np.frombuffer(degrees, np.int32).astype(np.int64)
    for place, network in enumerate(rewirings(numbers, draws, seed)):
        found = closure(network)
        clustering[place] = found.closed / found.triples if found.triples else 0.0
        depth[place] = deepest_core(network).depth
    return Drawn(clustering=clustering, depth=depth)


def _beside(
    context: Context,
    drawn: Mapping[int, Floats],
    seen: Mapping[int, float],
    note: Callable[[float, float], Message],
    reasons: Mapping[int, Message],
    kept: Mapping[int, Drawn],
) -> Values:
    """The middle and the ends of what was drawn, and how much of it reaches what was seen."""
    value, low, high, n = (context.blank() for _ in range(4))
    notes = {}
    for i, draws in drawn.items():
        value[i], low[i], high[i], n[i] = np.median(draws), draws.min(), draws.max(), len(draws)
        notes[i] = (note(float((draws >= seen[i]).sum()), float(len(draws))),)
    return Values(value=value, low=low, high=high, n=n, notes=notes, reasons=reasons, kept=kept)


def _may_draw(context: Context, profile: int) -> bool:
    return _networks(context)[profile].ties <= context.method.network.most_ties


def _too_large(context: Context, where: Bools) -> dict[int, Message]:
    most = context.method.network.most_ties
    large = {i: _networks(context)[i].ties for i in _rows(where) if not _may_draw(context, i)}
    return {i: msg("unknown.network_too_large", ties=float(ties), most=float(most)) for i, ties in large.items()}


def _no_pairs(counted: Mapping[int, Closure]) -> dict[int, Message]:
    return {i: msg("unknown.no_pair_of_ties") for i, found in counted.items() if not found.triples}


SPECS = (
    Spec(
        id="largest_component_share",
        family="community",
        unit="share",
        denominator="network_people",
        needs=(NETWORK,),
        compute=largest_component_share,
        asks=False,
    ),
    Spec(
        id="clustering_coefficient",
        family="community",
        unit="share",
        denominator="pairs_of_ties",
        needs=(NETWORK,),
        compute=clustering_coefficient,
        asks=False,
    ),
    Spec(
        id="deepest_core",
        family="community",
        unit="count",
        denominator="network_people",
        needs=(NETWORK,),
        compute=deepest_core_of,
        asks=False,
    ),
    Spec(
        id="clustering_by_chance",
        family="community",
        unit="share",
        denominator="drawn_networks",
        needs=(NETWORK,),
        compute=clustering_by_chance,
        asks=False,
    ),
    Spec(
        id="core_by_chance",
        family="community",
        unit="count",
        denominator="drawn_networks",
        needs=(NETWORK,),
        compute=core_by_chance,
        asks=False,
    ),
)
