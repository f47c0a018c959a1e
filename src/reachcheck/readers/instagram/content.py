"""What the owner published, and when: posts, reels and stories; and the owner's user name."""

import re

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Text
from reachcheck.model.enums import Completeness, TableName
from reachcheck.model.tables import Posts, Profile
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.instagram.opened import entries_of
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.meta import Entry, user_name
from reachcheck.readers.kit.objects import text_of
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member

ROOTS = ("ig_reels_media", "ig_stories")
_READ = {"uri": "key", "creation_timestamp": "published_at"}
_MEDIA_ID = re.compile(r"(?:^|[/_])(\d{15,20})\.\w{2,5}", re.ASCII)


def posts(member: Member, _: ReadOptions) -> Made:
    """Posts, reels or stories: when, and by which file; the time of a post with one picture stands with the picture."""
    entries = entries_of(member, *ROOTS)
    rows = entries.rows
    keys = [key_of(entry) for entry in entries.items]
    published_at = entries.times()
    empty = [n for n in np.flatnonzero(np.isnat(published_at)).tolist() if not keys[n]]
    rows.leave_out(empty, lambda _: msg("instagram.no_post"))
    rows.leave_out_repeats(keys)
    table = Posts.of(len(keys), key=Text.of(keys), published_at=published_at)
    draft = Draft(rows=table, table=TableName.POSTS, completeness=Completeness.WINDOW, at=np.arange(len(keys)))
    return Made(rows=rows, drafts=(draft,), columns=_READ, unit="index", exported_at=entries.exported_at)


def user(member: Member, _: ReadOptions) -> Made:
    """The user name, and nothing else of what stands beside it."""
    entries = entries_of(member, "profile_user")
    names = [user_name(entry) for entry in entries.items]
    entries.rows.leave_out([n for n, name in enumerate(names) if name is None], lambda _: msg("row.nobody"))
    draft = Draft(
        rows=Profile.of(len(names)),
        table=TableName.PROFILE,
        completeness=Completeness.UNKNOWN,
        at=np.arange(len(names)),
    )
    handle = next(filter(None, names), None)
    columns = {"Username": "handle"}
    return Made(
        rows=entries.rows,
        drafts=(draft,),
        columns=columns,
        handle=handle,
        unit="index",
        exported_at=entries.exported_at,
    )


def key_of(entry: Entry) -> str | None:
    """By what a post is told from others: the number that ends its file's name, else the file's place.

    Past insights show the same post by a smaller picture elsewhere, whose name ends with the same number.
    """
    uri = next((uri for each in entry.media if (uri := text_of(each.get("uri")))), "")
    number = _MEDIA_ID.search(uri)
    return number[1] if number else uri or None
