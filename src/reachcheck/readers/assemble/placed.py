"""A fragment in its place: which source it is, and whose each of its rows is."""

from dataclasses import dataclass, replace

import numpy as np

from reachcheck.model.columns import Codes
from reachcheck.model.tables import Table
from reachcheck.readers.base import Fragment

Names = tuple[str | None, ...]


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A fragment with the positions of its source and of the profile of each row."""

    fragment: Fragment
    rows: Table
    profile: Codes
    source: int
    part: int


def place(fragment: Fragment, names: Names, source: int, part: int) -> Placed:
    """Give each row its profile: by the row's own owner, else by the file's, else the one there is.

    `part` is the position of the fragment among those of its file.
    """
    position = {name: place for place, name in enumerate(names)}
    length = len(fragment.rows)
    if fragment.owners is not None and len(names) > 1:
        table = np.array([position[name] for name in fragment.owners.names] + [-1], dtype=np.int32)
        profile = table[fragment.owners.codes]
    else:
        profile = np.full(length, position.get(fragment.handle, 0) if fragment.handle else 0, dtype=np.int32)
    places = {"source": np.full(length, source, dtype=np.int32), "part": np.full(length, part, dtype=np.int32)}
    return Placed(
        fragment=fragment,
        rows=replace(fragment.rows, profile=profile, **places),
        profile=profile,
        source=source,
        part=part,
    )
