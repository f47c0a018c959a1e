"""What the owner of X's archive liked: the post, hardly ever its author, never the day."""

import re

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import NAT
from reachcheck.model.enums import Direction, KeyKind, Response
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.acts import Act, acts
from reachcheck.readers.kit.numbered import numbers_of
from reachcheck.readers.kit.objects import items_of
from reachcheck.readers.kit.picked import path, picked
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member
from reachcheck.readers.x.script import read_script

_AUTHOR = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(?!i/)(\w{1,50})/status/", re.ASCII | re.IGNORECASE
)
"""An address that names the author; the archive itself writes `/i/web/status/`, which names nobody."""


def likes(member: Member, _: ReadOptions) -> Made:
    """One row a like that was given; the text of the liked post is not kept."""
    items = items_of(read_script(member.content, member.name).data, member.name)
    table = picked(items, {"tweetId": path("like", "tweetId"), "expandedUrl": path("like", "expandedUrl")})
    rows = Rows(table)
    ids = numbers_of(table.column("tweetId"))
    rows.leave_out([at for at, name in enumerate(ids) if name is None], lambda _: msg("x.no_post"))
    rows.leave_out_repeats(ids)
    authors = [_AUTHOR.match(address) for address in table.column("expandedUrl")]
    found = [
        Act(at, author[1].lower() if author else None, Response.LIKE, post)
        for at, (author, post) in enumerate(zip(authors, ids, strict=True))
    ]
    given = acts(found, np.full(len(ids), NAT), Direction.OUT, KeyKind.HANDLE)
    return Made(rows=rows, drafts=given, columns={"tweetId": "post", "expandedUrl": "peer"}, unit="index")
