"""From a repository (CAR) to rows: whom the account follows since when, its posts, and what it gave to others.

It is looked over here, without decoding anything, and decoded in a child process by a library that is an extra.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.columns import Index, Text, Times
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, SinceKind, TableName
from reachcheck.model.tables import Edges, Interactions, Posts, Profile
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.bluesky.names import author_of, did_of
from reachcheck.readers.car.blocks import CarError, TooLargeError, blocks
from reachcheck.readers.guard import remarks, run_child
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.objects import account, dates_of
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member

CHILD = "reachcheck.readers.car.child"
LIBRARY = "libipld"
MEMORY = 2 << 30
"""Bytes that decoding may take; a million records take half of it."""
_COLUMNS = {
    "app.bsky.graph.follow": "peer, since",
    "app.bsky.feed.post": "key, published_at",
    "app.bsky.feed.like": "post, at",
    "app.bsky.feed.repost": "post, at",
    "app.bsky.actor.profile": "created_at",
}
_GIVEN = {"like": Response.LIKE, "repost": Response.REPOST, "post": Response.REPLY}


def is_car(member: Member) -> bool:
    """Whether a file begins as a CAR does: with the length of its header, and the header's key of roots."""
    return member.head[1:2] == b"\xa2" and b"eroots" in member.head[:16]


def repository(member: Member, _: ReadOptions) -> Made:
    """One row a follow, post, like, repost or the profile; other records are named and left alone.

    Raises UnreadableError where the file is damaged or too large, or the library that decodes it is not installed.
    """
    content = member.content
    _look_over(content, member.name)
    if find_spec(LIBRARY) is None:
        problem, remedy = msg("bluesky.no_library", library=LIBRARY), msg("bluesky.no_library_remedy")
        raise UnreadableError(problem, place=member.name, remedy=remedy)
    remedy = msg("bluesky.broken_remedy")
    answer = json.loads(run_child(CHILD, content, place=member.name, memory=MEMORY, remedy=remedy))
    if isinstance(answer["made"], str):
        raise _refusal(answer["made"], member.name)
    return _made(answer["made"], answer["limited"])


def _look_over(content: bytes, place: str) -> None:
    try:
        for _ in blocks(content):
            pass
    except TooLargeError as error:
        raise _refusal("too_large", place) from error
    except CarError as error:
        raise _refusal("broken", place) from error


def _refusal(word: str, place: str) -> UnreadableError:
    problem = msg("bluesky.too_large") if word == "too_large" else msg("bluesky.broken")
    return UnreadableError(problem, place=place, remedy=msg("bluesky.broken_remedy"))


def _made(found: dict[str, Any], limited: bool) -> Made:
    records = [record or ["", "", "", ""] for record in found["records"]]
    rows = account(list(range(len(records))))
    for remark in remarks(limited):
        rows.note(remark)
    if found["absent"]:
        rows.note(msg("bluesky.parts_absent", n=found["absent"]))
    rows.leave_out(_where(records, ("",)), lambda _: msg("bluesky.record_absent"))
    aimless = [n for n in _where(records, ("follow", "like", "repost")) if not _aim(records[n])]
    rows.leave_out(aimless, lambda _: msg("bluesky.no_subject"))
    rows.leave_out_repeats([about if kind == "follow" else None for kind, _, _, about in records])
    whole = Completeness.UNKNOWN if found["absent"] else Completeness.ALL
    view = _View(records, dates_of([made for _, _, made, _ in records], "createdAt", rows), did_of(found["did"]), whole)
    return Made(
        rows=rows,
        drafts=(view.profile(), view.follows(), view.posts(), view.given()),
        columns=_COLUMNS,
        unmatched=sorted(found["others"]),
        account=view.did,
        unit="index",
    )


@dataclass(frozen=True, eq=False)
class _View:
    """The records of one repository, seen as rows of one table after the other."""

    records: Sequence[Sequence[str]]
    at: Times
    did: str | None
    whole: Completeness

    def profile(self) -> Draft:
        """The account itself, and since when it exists where its profile says so."""
        places = self._places("profile")
        table = Profile.of(len(places), created_at=self.at[places])
        return Draft(rows=table, table=TableName.PROFILE, completeness=Completeness.UNKNOWN, at=places)

    def follows(self) -> Draft:
        """Whom the account follows."""
        places = self._places("follow")
        since, size = self.at[places], len(places)
        table = Edges.of(
            size,
            direction=np.full(size, Direction.OUT, dtype=np.int8),
            peer=Text.of(self._abouts(places)),
            key_kind=np.full(size, KeyKind.ID, dtype=np.int8),
            since=since,
            since_kind=np.where(np.isnat(since), SinceKind.NONE, SinceKind.EXACT).astype(np.int8),
            rank=np.arange(size, dtype=np.int32),
        )
        out = Direction.OUT
        return Draft(rows=table, table=TableName.EDGES, completeness=self.whole, direction=out, at=places)

    def posts(self) -> Draft:
        """Posts, answers and reposts; the repository has no counts of what they received."""
        places = self._places("post", "repost")
        here = [self.records[n] for n in places.tolist()]
        table = Posts.of(
            len(here),
            key=Text.of(f"at://{self.did}/app.bsky.feed.{kind}/{name}" for kind, name, _, _ in here),
            published_at=self.at[places],
            is_reply=np.array([kind == "post" and bool(about) for kind, _, _, about in here], dtype=np.int8),
            is_repost=np.array([kind == "repost" for kind, _, _, _ in here], dtype=np.int8),
        )
        return Draft(rows=table, table=TableName.POSTS, completeness=self.whole, at=places)

    def given(self) -> Draft:
        """Likes, reposts and answers that went to others."""
        spoken = self._places(*_GIVEN)
        places = np.array(
            [n for n in spoken.tolist() if author_of(self.records[n][3]) not in (None, self.did)], dtype=np.int64
        )
        size, abouts = len(places), self._abouts(places)
        table = Interactions.of(
            size,
            direction=np.full(size, Direction.OUT, dtype=np.int8),
            peer=Text.of(map(author_of, abouts)),
            key_kind=np.full(size, KeyKind.ID, dtype=np.int8),
            what=np.array([_GIVEN[self.records[n][0]] for n in places.tolist()], dtype=np.int8),
            post=Text.of(abouts),
            at=self.at[places],
        )
        out = Direction.OUT
        return Draft(rows=table, table=TableName.INTERACTIONS, completeness=self.whole, direction=out, at=places)

    def _places(self, *kinds: str) -> Index:
        return np.array(_where(self.records, kinds), dtype=np.int64)

    def _abouts(self, places: Index) -> list[str]:
        return [self.records[n][3] for n in places.tolist()]


def _where(records: Sequence[Sequence[str]], kinds: Iterable[str]) -> list[int]:
    wanted = frozenset(kinds)
    return [n for n, record in enumerate(records) if record[0] in wanted]


def _aim(record: Sequence[str]) -> str | None:
    """Whom a follow, like or repost is about."""
    return did_of(record[3]) if record[0] == "follow" else author_of(record[3])
