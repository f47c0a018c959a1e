"""Reciprocity: who follows back, in both directions and in whole networks."""

from collections.abc import Mapping

import numpy as np

from reachcheck.measures.base import Context, Need, Spec, Values, named_by, per_profile
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Codes, Floats, Index
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Direction
from reachcheck.stats.graph import EdgeCount
from reachcheck.stats.graph import edge_reciprocity as edge_counts
from reachcheck.stats.intervals import wilson
from reachcheck.stats.sets import among, distinct


def ties(dossiers: Dossiers, direction: Direction) -> Index:
    """Distinct (profile, peer) pairs of the lists of one direction, as single sorted integers."""
    edges = dossiers.edges
    here = (edges.direction == direction) & (edges.peer.codes >= 0) & np.isnat(edges.until)
    names = len(edges.peer.names) + 1
    return distinct(edges.profile[here].astype(np.int64) * names + edges.peer.codes[here])


def _sizes(dossiers: Dossiers, pairs: Index) -> Floats:
    names = len(dossiers.edges.peer.names) + 1
    return np.bincount(pairs // names, minlength=len(dossiers)).astype(np.float64)


def counts(dossiers: Dossiers) -> tuple[Floats, Floats, Floats]:
    """Followers, following and mutual ties of each profile."""
    followers, following = ties(dossiers, Direction.IN), ties(dossiers, Direction.OUT)
    mutual = followers[among(followers, following)]
    return _sizes(dossiers, followers), _sizes(dossiers, following), _sizes(dossiers, mutual)


def _share(context: Context, where: Bools, k: Floats, n: Floats) -> Values:
    usable = where & (n > 0)
    low, high = wilson(k, n, context.method.level)
    value = np.full(context.rows, np.nan)
    value[usable] = k[usable] / n[usable]
    return Values(
        value=value,
        low=np.where(usable, low, np.nan),
        high=np.where(usable, high, np.nan),
        k=np.where(usable, k, np.nan),
        n=np.where(usable, n, np.nan),
    )


def incomparable(dossiers: Dossiers) -> dict[int, Message]:
    """Profiles whose lists cannot be compared: people are named differently, or every tie is mutual by design."""
    edges = dossiers.edges
    kinds = [
        named_by(len(dossiers), edges.profile[here], edges.key_kind[here])
        for here in (edges.direction == Direction.IN, edges.direction == Direction.OUT)
    ]
    apart = np.flatnonzero((kinds[0] > 0) & (kinds[1] > 0) & (kinds[0] & kinds[1] == 0))
    by_design = np.flatnonzero(dossiers.people.mutual == 1)
    return {
        **{int(i): msg("unknown.key_kinds") for i in apart},
        **{int(i): msg("unknown.mutual_by_design") for i in by_design},
    }


def of_followers(context: Context, where: Bools) -> Values:
    """Share of the followers whom the profile follows back: |F and G| / |F|."""
    followers, _, mutual = counts(context.dossiers)
    return _share(context, where, mutual, followers)


def of_following(context: Context, where: Bools) -> Values:
    """Share of those followed who follow back: |F and G| / |G|."""
    _, following, mutual = counts(context.dossiers)
    return _share(context, where, mutual, following)


def mutual_count(context: Context, where: Bools) -> Values:
    """How many follow and are followed."""
    followers, following, mutual = counts(context.dossiers)
    return Values(
        value=np.where(where, mutual, np.nan),
        n=np.minimum(followers, following),
        no_interval=msg("no_interval.counted"),
    )


def ends(context: Context, where: Bools) -> dict[int, tuple[Codes, Codes]]:
    """Who follows and who is followed in each row of the networks of some profiles, as codes of one list of names."""
    graph, starts = context.dossiers.graph, context.dossiers.starts["graph"].tolist()
    places: dict[str, int] = {}
    source, target = graph.from_.recode(places), graph.to.recode(places)
    spans = {i: slice(starts[i], starts[i + 1]) for i in np.flatnonzero(where).tolist()}
    return {i: (source[span], target[span]) for i, span in spans.items()}


def edge_reciprocity(context: Context, where: Bools) -> Values:
    """Share of the ties of a whole network that are returned; loops and repeats left out."""
    counted = {i: edge_counts(*pair) for i, pair in ends(context, where).items()}
    out = per_profile(context, where, lambda i: (counted[i].reciprocity, counted[i].mutual_edges, counted[i].edges), 3)
    return Values(value=out[:, 0], k=out[:, 1], n=out[:, 2], no_interval=msg("no_interval.counted"), kept=counted)


def reciprocity_rho(context: Context, where: Bools) -> Values:
    """Mutual ties of a whole network beyond chance: rho of Garlaschelli and Loffredo (Phys. Rev. Lett. 93, 2004).

    rho = (r - a) / (1 - a), with r the share of ties that are returned and a = L / (N (N - 1)) the share of all
    possible ties that are there, which is what r would be on average if the L ties lay between the N people by chance.
    1: all are returned; 0: as by chance; below 0: fewer than by chance. Unknown where all follow all: a is 1.
    """
    counted: Mapping[int, EdgeCount] = context.done["edge_reciprocity"].made.kept
    out = per_profile(context, where, lambda i: (counted[i].rho, counted[i].mutual_edges, counted[i].edges), 3)
    whole = [i for i in np.flatnonzero(where).tolist() if counted[i].density == 1]
    return Values(
        value=out[:, 0],
        k=out[:, 1],
        n=out[:, 2],
        no_interval=msg("no_interval.counted"),
        reasons=dict.fromkeys(whole, msg("unknown.all_follow_all")),
    )


FOLLOWERS = Need(export="followers", table="edges", columns=("peer",), direction=Direction.IN)
FOLLOWING = Need(export="following", table="edges", columns=("peer",), direction=Direction.OUT)
LISTS = (FOLLOWERS, FOLLOWING)
NETWORK = Need(export="graph", table="graph", columns=("from_", "to"))
SPECS = (
    Spec(
        id="reciprocity_of_followers",
        family="reciprocity",
        unit="share",
        denominator="listed_followers",
        needs=LISTS,
        barred=incomparable,
        compute=of_followers,
    ),
    Spec(
        id="reciprocity_of_following",
        family="reciprocity",
        unit="share",
        denominator="listed_following",
        needs=LISTS,
        barred=incomparable,
        compute=of_following,
    ),
    Spec(
        id="mutual_count",
        family="reciprocity",
        unit="people",
        denominator="none",
        needs=LISTS,
        barred=incomparable,
        compute=mutual_count,
    ),
    Spec(
        id="edge_reciprocity",
        family="reciprocity",
        unit="share",
        denominator="edges",
        needs=(NETWORK,),
        compute=edge_reciprocity,
        asks=False,
    ),
    Spec(
        id="reciprocity_rho",
        family="reciprocity",
        unit="ratio",
        denominator="edges",
        needs=(NETWORK,),
        compute=reciprocity_rho,
        asks=False,
    ),
)
