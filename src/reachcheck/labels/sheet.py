"""The sheet of followers that a person looks at, and the marks that come back in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reachcheck.errors import UnreadableError, UsageError
from reachcheck.labels.sample import POINTS, Stratum, chosen, strata_of
from reachcheck.measures.card import card
from reachcheck.measures.count import listed
from reachcheck.message import msg
from reachcheck.method import Composition
from reachcheck.model.columns import Bools, Index
from reachcheck.model.dossiers import Dossiers

PLACE, MARK = "row", "somebody_behind"
COLUMNS = (PLACE, "name", "followers", "following", "posts", MARK)
WORDS: Mapping[str, str] = {
    **dict.fromkeys(("yes", "y", "oui", "o", "1", "true", "vrai"), "somebody"),
    **dict.fromkeys(("no", "n", "non", "0", "false", "faux"), "nobody"),
    **dict.fromkeys(("unsure", "u", "?", "incertain", "i"), "unsure"),
}
MOST_BYTES = 16_000_000


@dataclass(frozen=True, kw_only=True, eq=False)
class Listed:
    """The followers of one profile who can be looked at: their rows of the edges table, and the stratum of each.

    `strata` is 0 throughout where they have no figures to tell them apart by.
    """

    rows: Index
    strata: Index
    places: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One follower on the sheet."""

    place: str
    name: str
    followers: float | None
    following: float | None
    posts: float | None


def followers(dossiers: Dossiers, method: Composition) -> Listed:
    """Who can be looked at: followers with figures, or all listed where fewer than half have any."""
    found = card(dossiers, 0, method)
    rows, strata = found.rows, strata_of(found.points)
    if len(rows) < found.listed / 2:
        rows = np.flatnonzero((dossiers.edges.profile == 0) & listed(dossiers))
        strata = np.zeros(len(rows), dtype=np.int64)
    edges = dossiers.edges
    at = zip(edges.source[rows].tolist(), edges.row[rows].tolist(), strict=True)
    return Listed(rows=rows, strata=strata, places=tuple(dossiers.sources[s].place(r) for s, r in at))


def sheet(dossiers: Dossiers, found: Listed, n: int, seed: int) -> list[Shown]:
    """The followers to look at; UsageError where nobody is listed."""
    if not len(found.rows):
        raise UsageError(msg("review.nobody"), remedy=msg("review.list_needed"))
    edges = dossiers.edges
    made = []
    for at in chosen(found.strata, n, seed).tolist():
        row = int(found.rows[at])
        code = int(edges.peer.codes[row])
        made.append(
            Shown(
                place=found.places[at],
                name=edges.peer.names[code] if code >= 0 else "",
                followers=_known(edges.followers[row]),
                following=_known(edges.following[row]),
                posts=_known(edges.posts[row]),
            )
        )
    return made


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def read_marks(path: str) -> dict[str, str]:
    """The marks of a sheet by place: "nobody", "somebody" or "unsure"; rows that are still empty are left out.

    A table without the column of places is the list itself: its own rows are the places.

    Raises UnreadableError where the file is no sheet, UsageError naming the row where a mark is none of the words.
    """
    from reachcheck.readers.table import read_table

    try:
        data = Path(path).read_bytes()[:MOST_BYTES]
    except OSError as error:
        raise UnreadableError(msg("review.unread"), place=path, remedy=msg("review.sheet_needed")) from error
    table = read_table(data, path, frozenset(COLUMNS).__contains__)
    if MARK not in table.header:
        raise UnreadableError(msg("review.no_sheet"), place=path, remedy=msg("review.sheet_needed"))
    own = [f"{Path(path).name}:{line}" for line in table.lines]
    places = table.column(PLACE) if PLACE in table.header else own
    marks = {}
    for line, place, said in zip(table.lines, places, table.column(MARK), strict=True):
        word = said.strip().lower()
        if not word:
            continue
        if word not in WORDS:
            where = f"{path}:{line}"
            raise UsageError(msg("review.other_word", said=said[:40]), place=where, remedy=msg("review.words"))
        marks[place] = WORDS[word]
    return marks


def strata(found: Listed, marks: Mapping[str, str]) -> list[Stratum]:
    """The strata with what was marked in each; UsageError where a marked row is not among the followers."""
    at = dict(zip(found.places, found.strata.tolist(), strict=True))
    unknown = [place for place in marks if place not in at]
    if unknown:
        raise UsageError(msg("review.other_list", rows=tuple(unknown[:3])), remedy=msg("review.same_files"))
    sizes = np.bincount(found.strata, minlength=len(POINTS)).tolist()
    return [
        Stratum(size=size, **_counts([mark for place, mark in marks.items() if at[place] == number]))
        for number, size in enumerate(sizes)
        if size
    ]


def _counts(marks: Sequence[str]) -> dict[str, int]:
    return {mark: marks.count(mark) for mark in ("nobody", "somebody", "unsure")}


def marked(found: Listed, marks: Mapping[str, str]) -> tuple[Index, Bools]:
    """The rows that were marked as nobody or somebody, and which of them as nobody."""
    here = [(at, marks[place]) for at, place in enumerate(found.places) if marks.get(place, "unsure") != "unsure"]
    rows = found.rows[[at for at, _ in here]] if here else found.rows[:0]
    return rows, np.array([mark == "nobody" for _, mark in here], dtype=np.bool_)
