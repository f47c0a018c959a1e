"""What the owner published, and what the owner gave to others: posts, comments and reactions, without their words.

Of comments and reactions only a sentence says under whose post they were. It is in the language of the account, and is
understood in English.
"""

import re
from collections.abc import Mapping

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Text
from reachcheck.model.enums import Completeness, KeyKind, Response, TableName
from reachcheck.model.tables import Posts
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.objects import first_of, items_of, objects_of, text_of, times_of
from reachcheck.readers.kit.people import given
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member
from reachcheck.readers.table import read_json

ROOTS = ("comments_v2", "reactions_v2")
_SENTENCE = re.compile(r" (?:commented on|(replied to)|likes|liked|reacted to) (\S.{0,200}?)['’]s ")


def posts(member: Member, _: ReadOptions) -> Made:
    """Posts: when, and nothing else; a post has no number, so that its second is its key."""
    objects, rows = objects_of(items_of(read_json(member.content, member.name), member.name))
    published_at = times_of([item.get("timestamp") for item in objects], rows)
    rows.leave_out(np.flatnonzero(np.isnat(published_at)).tolist(), lambda _: msg("meta.no_post"))
    keys = [None if np.isnat(at) else str(at) for at in published_at]
    table = Posts.of(len(keys), key=Text.of(keys), published_at=published_at)
    draft = Draft(rows=table, table=TableName.POSTS, completeness=Completeness.WINDOW, at=np.arange(len(keys)))
    return Made(rows=rows, drafts=(draft,), columns={"timestamp": "published_at"}, unit="index")


def acts(member: Member, _: ReadOptions) -> Made:
    """Comments or reactions that the owner gave: to whom, and when."""
    objects, rows = objects_of(items_of(read_json(member.content, member.name), member.name, *ROOTS))
    when = times_of([item.get("timestamp") for item in objects], rows)
    found = [_act(item) for item in objects]
    names = [name for name, _ in found]
    rows.leave_out([n for n, name in enumerate(names) if name is None], lambda _: msg("facebook.nobody"))
    kinds = np.array([kind for _, kind in found], dtype=np.int8)
    draft = given(names, when, kinds, kind=KeyKind.NAME)
    return Made(rows=rows, drafts=(draft,), columns={"title": "peer", "timestamp": "at"}, unit="index")


def _act(item: Mapping[str, object]) -> tuple[str | None, Response]:
    """Whose post it was, and what was done; the owner's own name begins the sentence."""
    data = first_of(item.get("data"))
    comment, reaction = (_object(data.get(name)) for name in ("comment", "reaction"))
    owner = text_of(comment.get("author")) or text_of(reaction.get("actor"))
    title = text_of(item.get("title"))
    found = _SENTENCE.match(title, len(owner)) if owner and title.startswith(owner) else None
    if comment or not reaction:
        kind = Response.REPLY if found and found[1] else Response.COMMENT
    else:
        kind = Response.LIKE if text_of(reaction.get("reaction")).upper() == "LIKE" else Response.REACTION
    return (found[2].strip() if found else None), kind


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
