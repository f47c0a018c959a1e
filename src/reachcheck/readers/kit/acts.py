"""Single responses that stand inside other rows: a post that is a reply, a repost, or names somebody."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np

from reachcheck.model.columns import Enums, Text, Times
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, TableName
from reachcheck.model.tables import Interactions
from reachcheck.readers.kit.drafts import Draft


class Act(NamedTuple):
    """One response: at which row of the table it stands, who the other one is, what it is, and to which post."""

    at: int
    peer: str | None
    what: Response
    post: str | None = None


def acts(
    found: Sequence[Act],
    times: Times,
    direction: Direction,
    kind: KeyKind,
    *,
    owners: Sequence[str | None] = (),
) -> list[Draft]:
    """A draft of these responses, or none where there is none; `times` and `owners` are by row of the table."""
    if not found:
        return []
    found = sorted(found, key=lambda act: act.at)
    at = np.array([act.at for act in found], dtype=np.int64)
    rows = Interactions.of(
        len(found),
        direction=_all(found, direction),
        peer=Text.of(act.peer for act in found),
        key_kind=np.array([-1 if act.peer is None else kind for act in found], dtype=np.int8),
        what=np.array([act.what for act in found], dtype=np.int8),
        post=Text.of(act.post for act in found),
        at=times[at],
    )
    unknown = Completeness.UNKNOWN
    draft = Draft(
        rows=rows, table=TableName.INTERACTIONS, completeness=unknown, direction=direction, at=at, owners=owners
    )
    return [draft]


def to_others(found: Sequence[Act], mine: Collection[str]) -> list[Act]:
    """Without what is to the owner: whoever is answered under a post of one's own (`mine`) writes on."""
    owner = {act.peer for act in found if act.what == Response.REPLY and act.post in mine}
    return [act for act in found if act.peer is None or act.peer not in owner]


def _all(found: Sequence[Act], value: int) -> Enums:
    return np.full(len(found), value, dtype=np.int8)
