"""From the entries of TikTok's data export to rows: the profile, posts, and what the owner did."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import NAT, Text
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, Scope, TableName
from reachcheck.model.tables import Posts, Profile
from reachcheck.readers.kit.acts import Act, acts
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.values import handles

PUBLIC = ("public", "everyone")
"""Words of the setting under which everybody sees a post."""

_VIDEO = re.compile(r"/(?:video|photo)/(\d{5,20})(?!\d)", re.ASCII)


def profile(made: date | None, cells: Cells) -> list[Draft]:
    """The counts that the profile shows, as of the day on which the export was made."""
    followers, following = cells.number("followers"), cells.number("following")
    named = np.array([name is not None for name in cells.text("handle")], dtype=np.bool_)
    nothing = ~named & np.isnan(followers) & np.isnan(following)
    cells.rows.leave_out(np.flatnonzero(nothing).tolist(), lambda _: msg("row.no_value"))
    as_of = np.full(cells.size, NAT if made is None else np.datetime64(made, "s"))
    rows = Profile.of(cells.size, as_of=as_of, followers=followers, following=following)
    unknown = Completeness.UNKNOWN
    return [Draft(rows=rows, table=TableName.PROFILE, completeness=unknown, at=np.arange(cells.size))]


def owner(cells: Cells) -> str | None:
    """The user name of the profile."""
    return next((name for name in handles([text or "" for text in cells.text("handle")]) if name), None)


def posts(cells: Cells) -> list[Draft]:
    """Public posts with their likes; the export gives the addresses of their files alone, which change each time."""
    published_at, likes = cells.date("published_at", essential=True)[0], cells.number("likes")
    seen_by = cells.text("seen_by")
    hidden = [n for n, word in enumerate(seen_by) if word and not any(each in word.casefold() for each in PUBLIC)]
    cells.rows.leave_out(hidden, lambda at: msg("tiktok.not_public", setting=seen_by[at] or ""))
    rows = Posts.of(
        cells.size,
        key=Text.of(_stamps(cells.raw("published_at"))),
        published_at=published_at,
        scope=np.full(cells.size, Scope.LIFETIME, dtype=np.int8),
        likes=likes,
    )
    unknown = Completeness.UNKNOWN
    return [Draft(rows=rows, table=TableName.POSTS, completeness=unknown, at=np.arange(cells.size))]


def given(what: Response, cells: Cells) -> list[Draft]:
    """What the owner did, and under which video; whose it is the export does not say."""
    at, links = cells.date("at")[0], cells.ids("post_url")
    empty = [n for n, (link, day) in enumerate(zip(links, np.isnat(at).tolist(), strict=True)) if day and not link]
    cells.rows.leave_out(empty, lambda _: msg("row.no_value"))
    keys = [cells.whole(n) if link else None for n, link in enumerate(links)]
    cells.rows.leave_out_repeats(keys)
    found = [Act(n, None, what, video(link)) for n, link in enumerate(links)]
    return acts(found, at, Direction.OUT, KeyKind.HANDLE)


def video(link: str | None) -> str | None:
    """The id of the video that an address is of; the address itself where it shows none."""
    found = _VIDEO.search(link or "")
    return found[1] if found else link


def _stamps(texts: Sequence[str]) -> list[str | None]:
    """The second of a post stands for its key, unless two posts share it."""
    counts = Counter(texts)
    return [text if text and counts[text] == 1 else None for text in texts]
