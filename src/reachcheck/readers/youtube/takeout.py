"""What Google Takeout holds of a YouTube account: the channels subscribed to, and the owner's own comments.

Who subscribes to the owner it never says, and neither who commented.
"""

import re
from collections import Counter
from dataclasses import replace

import numpy as np

from reachcheck.message import msg
from reachcheck.model.enums import Direction, KeyKind, Response
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import ties
from reachcheck.readers.kit.acts import Act, acts
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.opening import open_table
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import made_of, read_cells
from reachcheck.readers.source import Member

COMMENTS: Names = {
    "comment": ("Comment ID", "ID de comentario", "ID-ul comentariului"),
    "channel": ("Channel ID", "ID de canal", "ID-ul canalului"),
    "at": (
        "Comment Create Timestamp",
        "Marca de tiempo de creación del comentario",
        "Marcajul temporal de creare a comentariului",
    ),
    "post": ("Video ID", "ID de vídeo", "ID-ul videoclipului"),
    "parent": ("Parent Comment ID",),
}

_CHANNEL = re.compile(r"UC[\w-]{22}", re.ASCII)
_ROW = re.compile(rb'^"?UC[\w-]{22}"?[,;\t]"?https?://(?:www\.)?youtube\.com/channel/UC[\w-]{22}', re.MULTILINE)


def is_subscriptions(member: Member) -> bool:
    """Whether a line near the beginning is that of a channel: its id, and an address that holds the id."""
    return bool(_ROW.search(member.head.replace(b"\0", b"")))


def subscriptions(member: Member, options: ReadOptions) -> Made:
    """Channels that the owner subscribed to, without a date; their column is found by its cells, in any language."""
    table, _ = open_table(member, lambda _: False)
    places = Counter(place for row in table.rows for place, cell in enumerate(row) if _CHANNEL.fullmatch(cell))
    title = table.header[max(places, key=places.__getitem__, default=0)]
    cells = Cells(table, {"id": title}, Rows(table), place=member.name, date_order=options.date_order)
    strange = [n for n, text in enumerate(cells.raw("id")) if not _CHANNEL.fullmatch(text)]
    cells.rows.leave_out(strange, lambda at: msg("youtube.no_channel", value=cells.raw("id")[at]))
    return made_of(cells, ties.following(cells))


def comments(member: Member, options: ReadOptions) -> Made:
    """The owner's comments: when, under which video, and whether in answer to another; never what they say."""
    cells = read_cells(member, options, COMMENTS, "comment", "channel", "at")
    at, posts, parents = cells.date("at")[0], cells.ids("post"), cells.text("parent")
    empty = [n for n, (post, day) in enumerate(zip(posts, np.isnat(at).tolist(), strict=True)) if day and not post]
    cells.rows.leave_out(empty, lambda _: msg("row.no_value"))
    cells.rows.leave_out_repeats(cells.ids("comment"))
    found = [
        Act(n, None, Response.REPLY if parent else Response.COMMENT, post)
        for n, (post, parent) in enumerate(zip(posts, parents, strict=True))
    ]
    made = made_of(cells, acts(found, at, Direction.OUT, KeyKind.ID))
    channels = {text for text in cells.raw("channel") if _CHANNEL.fullmatch(text)}
    return replace(made, account=min(channels) if len(channels) == 1 else None)
