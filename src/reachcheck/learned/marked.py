"""From a person's marks of a list to a model."""

from collections.abc import Mapping

import numpy as np

from reachcheck.errors import UsageError
from reachcheck.labels.sample import POINTS, strata_of
from reachcheck.learned.errs import fitting
from reachcheck.learned.inputs import matrix
from reachcheck.learned.model import Model
from reachcheck.measures import card
from reachcheck.measures.count import listed
from reachcheck.message import msg
from reachcheck.method import Composition
from reachcheck.model.columns import Floats, Index
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.tables import Edges
from reachcheck.results.learned import Fitting


def from_marks(dossiers: Dossiers, marks: Mapping[str, str], method: Composition) -> tuple[Model, Fitting]:
    """Learn from the marks of the one profile's followers; the model, and how it errs.

    Each stands for as many as its stratum has for every mark in it: a sheet is denser where the card leaves most open.
    UsageError: a marked row that is not on the list, or too few marks of a kind.
    """
    from reachcheck.learned.fit import fit

    edges = dossiers.edges
    rows, said = _rows(dossiers, marks), np.array(list(marks.values()), dtype=np.str_)
    order = np.argsort(rows)
    rows, said = rows[order], said[order]
    figures = ~np.isnan(edges.followers[rows])
    used = figures & (said != "unsure")
    model = fit(
        matrix(edges.take(rows[used])),
        said[used] == "nobody",
        _stands_for(dossiers, rows[used], method),
        method.mostly,
        dossiers.people.platform.decode()[0] or "",
    )
    unsure = int((said == "unsure").sum())
    return model, fitting(model, unsure, len(said) - unsure - int(used.sum()), method.level)


def _rows(dossiers: Dossiers, marks: Mapping[str, str]) -> Index:
    """The row of the edges table that each mark is of; UsageError where it is none of the list."""
    edges = dossiers.edges
    rows = _followers(dossiers)
    at = zip(edges.source[rows].tolist(), edges.row[rows].tolist(), rows.tolist(), strict=True)
    places = {dossiers.sources[source].place(row): where for source, row, where in at}
    unknown = [place for place in marks if place not in places]
    if unknown:
        raise UsageError(msg("review.other_list", rows=tuple(unknown[:3])), remedy=msg("review.same_files"))
    return np.array([places[place] for place in marks], dtype=np.int64)


def _followers(dossiers: Dossiers) -> Index:
    return np.flatnonzero((dossiers.edges.profile == 0) & listed(dossiers))


def _stands_for(dossiers: Dossiers, rows: Index, method: Composition) -> Floats:
    """How many followers with figures each marked row stands for, shape (rows,)."""
    everybody = _followers(dossiers)
    everybody = everybody[~np.isnan(dossiers.edges.followers[everybody])]
    sizes = np.bincount(_strata(dossiers.edges.take(everybody), method), minlength=len(POINTS))
    mine = _strata(dossiers.edges.take(rows), method)
    return np.asarray(sizes[mine] / np.bincount(mine, minlength=len(POINTS))[mine])


def _strata(edges: Edges, method: Composition) -> Index:
    """The stratum of each follower, as the sheet was drawn by; a sign that cannot be told is no point."""
    holds, told = card.shown(edges, method)
    points = [card.SIGNS.index(sign) for sign in card.POINTS]
    return strata_of(np.asarray((holds & told)[:, points].sum(axis=1), dtype=np.int64))
