"""What the owner published, and when: posts, reels and stories; and the owner's user name."""

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Text
from reachcheck.model.enums import Completeness, TableName
from reachcheck.model.tables import Posts
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.instagram.opened import entries_of
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.meta import key_of
from reachcheck.readers.kit.meta_made import made, owner
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member

ROOTS = ("ig_reels_media", "ig_stories")
_READ = {"uri": "key", "creation_timestamp": "published_at"}


def posts(member: Member, _: ReadOptions) -> Made:
    """Posts, reels or stories: when, and by which file; the time of a post with one picture stands with the picture."""
    entries = entries_of(member, *ROOTS)
    rows = entries.rows
    keys = [key_of(entry) for entry in entries.items]
    published_at = entries.times()
    empty = [n for n in np.flatnonzero(np.isnat(published_at)).tolist() if not keys[n]]
    rows.leave_out(empty, lambda _: msg("meta.no_post"))
    rows.leave_out_repeats(keys)
    table = Posts.of(len(keys), key=Text.of(keys), published_at=published_at)
    draft = Draft(rows=table, table=TableName.POSTS, completeness=Completeness.WINDOW, at=np.arange(len(keys)))
    return made(entries, draft, columns=_READ)


def user(member: Member, _: ReadOptions) -> Made:
    """The user name of the owner."""
    return owner(entries_of(member, "profile_user"))
