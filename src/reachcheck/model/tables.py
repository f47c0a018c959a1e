"""The canonical tables: frozen dataclasses of equally long columns.

Every row carries `profile` (which person), `source` (which file), `part` (which of the tables that one file
gives) and `row` (which line, index or cell of it).
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from reachcheck.model.columns import Codes, Enums, Floats, Text, Times, choice, code, moment, number, text


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """What all tables share: where each row belongs and comes from, slicing and joining."""

    time: ClassVar[str | None] = None
    """The column that orders the rows of one profile."""

    profile: Codes = code()
    source: Codes = code()
    part: Codes = code()
    row: Codes = code()

    @classmethod
    def of(cls, length: int, **columns: Any) -> Self:
        """A table of `length` rows; every column that is not given is missing throughout."""
        given = dict(columns)
        for column in fields(cls):
            if column.name in given:
                continue
            missing = column.metadata["missing"]
            given[column.name] = Text.of([None] * length) if missing is None else np.full(length, missing)
        return cls(**given)

    @classmethod
    def join(cls, parts: Sequence["Table"]) -> Self:
        """Rows of several tables of this kind, one after the other."""
        if not parts:
            return cls.of(0)
        joined: dict[str, Any] = {}
        for column in fields(cls):
            pieces = [getattr(part, column.name) for part in parts]
            joined[column.name] = Text.join(pieces) if isinstance(pieces[0], Text) else np.concatenate(pieces)
        return cls(**joined)

    def take(self, index: NDArray[Any]) -> Self:
        """The rows at `index` (positions or a mask), in that order."""
        taken: dict[str, Any] = {}
        for column in fields(self):
            values = getattr(self, column.name)
            taken[column.name] = values.take(index) if isinstance(values, Text) else values[index]
        return type(self)(**taken)

    def __len__(self) -> int:
        return len(self.row)


@dataclass(frozen=True, kw_only=True, eq=False)
class Profile(Table):
    """What a source states about the account itself; several rows where several sources state it."""

    time: ClassVar[str | None] = "as_of"

    as_of: Times = moment()
    created_at: Times = moment()
    followers: Floats = number()
    following: Floats = number()
    posts: Floats = number()
    average_likes: Floats = number()
    average_comments: Floats = number()
    average_views: Floats = number()
    gained: Floats = number()
    """Who came from `since` to `as_of`, whether they stayed or not; `lost` is who left in the same days."""
    lost: Floats = number()
    since: Times = moment()


@dataclass(frozen=True, kw_only=True, eq=False)
class Edges(Table):
    """Ties of the account: who follows it (in), whom it follows (out), or both by design (mutual)."""

    time: ClassVar[str | None] = "since"

    direction: Enums = choice()
    peer: Text = text()
    key_kind: Enums = choice()
    since: Times = moment()
    since_kind: Enums = choice()
    until: Times = moment()
    listed_at: Times = moment()
    """The day of the first export that lists the tie, where a later one shows whether it lasted."""
    rank: Codes = code()
    created_at: Times = moment()
    followers: Floats = number()
    following: Floats = number()
    posts: Floats = number()
    has_picture: Enums = choice()
    bio_length: Floats = number()
    private: Enums = choice()
    verified: Enums = choice()


@dataclass(frozen=True, kw_only=True, eq=False)
class Posts(Table):
    """What the account published, with the counts that its platform gives for each post."""

    time: ClassVar[str | None] = "published_at"

    key: Text = text()
    published_at: Times = moment()
    is_reply: Enums = choice()
    is_repost: Enums = choice()
    scope: Enums = choice()
    likes: Floats = number()
    comments: Floats = number()
    shares: Floats = number()
    saves: Floats = number()
    views: Floats = number()
    reach: Floats = number()
    impressions: Floats = number()
    clicks: Floats = number()
    interactions: Floats = number()
    profile_visits: Floats = number()
    follows: Floats = number()
    """New followers whom the platform credits to the post."""
    followers_at_post: Floats = number()


@dataclass(frozen=True, kw_only=True, eq=False)
class Interactions(Table):
    """Single responses: received from a peer (in) or given to one (out)."""

    time: ClassVar[str | None] = "at"

    direction: Enums = choice()
    peer: Text = text()
    key_kind: Enums = choice()
    what: Enums = choice()
    post: Text = text()
    at: Times = moment()


@dataclass(frozen=True, kw_only=True, eq=False)
class Daily(Table):
    """One value of one metric on one date."""

    time: ClassVar[str | None] = "date"

    date: Times = moment()
    metric: Enums = choice()
    kind: Enums = choice()
    value: Floats = number()


@dataclass(frozen=True, kw_only=True, eq=False)
class Graph(Table):
    """A whole directed network that belongs to no one profile."""

    from_: Text = text()
    to: Text = text()


@dataclass(frozen=True, kw_only=True, eq=False)
class Breakdown(Table):
    """How an audience divides along a dimension, as the platform gives it."""

    dimension: Text = text()
    value: Text = text()
    share: Floats = number()
    share_text: Text = text()


@dataclass(frozen=True, kw_only=True, eq=False)
class Events(Table):
    """What happened, and when: found in a file or stated by the person."""

    time: ClassVar[str | None] = "date"

    date: Times = moment()
    what: Text = text()
    stated: Enums = choice()


@dataclass(frozen=True, kw_only=True, eq=False)
class Coverage(Table):
    """What a table can know: its window, how complete it is, how it is ordered, as of when."""

    table: Enums = choice()
    direction: Enums = choice()
    start: Times = moment()
    end: Times = moment()
    completeness: Enums = choice()
    order: Enums = choice()
    as_of: Times = moment()


@dataclass(frozen=True, kw_only=True, eq=False)
class People(Table):
    """Whose dossiers these are: exactly one row a profile."""

    platform: Text = text()
    handle: Text = text()
    noun: Text = text()
    zone: Text = text()
    as_of: Times = moment()
    as_of_origin: Text = text()
    mutual: Enums = choice()
    """1 where ties on the platform are mutual by design (friends, connections)."""
