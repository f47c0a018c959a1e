"""One account of a network: its own followers and following, taken out of a list of directed edges."""

from dataclasses import replace

import numpy as np

from reachcheck.model.columns import Bools, Text
from reachcheck.model.dossiers import TABLES, Dossiers
from reachcheck.model.enums import Direction, KeyKind, SinceKind
from reachcheck.model.tables import Edges, Graph


def holds(dossiers: Dossiers, handle: str) -> bool:
    """Whether the network has an account of that name."""
    graph = dossiers.graph
    return handle in {*graph.from_.names, *graph.to.names}


def project(dossiers: Dossiers, handle: str) -> Dossiers:
    """The dossier of one account: edges to it are followers, edges from it are following; loops are neither."""
    graph = dossiers.graph
    into, out_of = _is(graph.to, handle), _is(graph.from_, handle)
    edges = Edges.join(
        [
            dossiers.edges,
            _ties(graph.take(into & ~out_of), "from_", Direction.IN),
            _ties(graph.take(out_of & ~into), "to", Direction.OUT),
        ]
    )
    people = replace(dossiers.people, handle=Text.of([handle]))
    return Dossiers.build(people, {**{name: dossiers.table(name) for name in TABLES}, "edges": edges}, dossiers.sources)


def _is(column: Text, name: str) -> Bools:
    wanted = column.names.index(name) if name in column.names else len(column.names)
    return np.asarray(column.codes == wanted)


def _ties(graph: Graph, peer: str, direction: Direction) -> Edges:
    length = len(graph)
    return Edges.of(
        length,
        profile=graph.profile,
        source=graph.source,
        row=graph.row,
        peer=getattr(graph, peer),
        direction=np.full(length, direction, np.int8),
        key_kind=np.full(length, KeyKind.ID, np.int8),
        since_kind=np.full(length, SinceKind.NONE, np.int8),
    )
