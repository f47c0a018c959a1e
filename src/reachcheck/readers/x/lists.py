"""Lists of people in X's archive: numbers of accounts only, in an order that nothing promises."""

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Text
from reachcheck.model.enums import Completeness, Direction, KeyKind, SinceKind, TableName
from reachcheck.model.tables import Edges
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.numbered import numbers_of
from reachcheck.readers.kit.objects import items_of
from reachcheck.readers.kit.picked import path, picked
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.snowflakes import accounts_born
from reachcheck.readers.source import Member
from reachcheck.readers.x.script import read_script

_DIRECTIONS = {"follower": Direction.IN, "following": Direction.OUT}


def ties(member: Member, _: ReadOptions) -> Made:
    """Who follows, or who is followed: one number a row, which tells when that account was made."""
    script = read_script(member.content, member.name)
    table = picked(items_of(script.data, member.name), {"accountId": path(script.kind, "accountId")})
    rows = Rows(table)
    ids = numbers_of(table.column("accountId"))
    rows.leave_out([at for at, name in enumerate(ids) if name is None], lambda _: msg("row.nobody"))
    rows.leave_out_repeats(ids)
    size, direction = len(ids), _DIRECTIONS[script.kind]
    edges = Edges.of(
        size,
        direction=np.full(size, direction, dtype=np.int8),
        peer=Text.of(ids),
        key_kind=np.full(size, KeyKind.ID, dtype=np.int8),
        since_kind=np.full(size, SinceKind.NONE, dtype=np.int8),
        rank=np.arange(size, dtype=np.int32),
        created_at=accounts_born(ids, rows),
    )
    draft = Draft(
        rows=edges,
        table=TableName.EDGES,
        completeness=Completeness.UNKNOWN if script.part else Completeness.ALL,
        direction=direction,
        at=np.arange(size),
    )
    return Made(rows=rows, drafts=(draft,), columns={"accountId": "peer"}, unit="index")
