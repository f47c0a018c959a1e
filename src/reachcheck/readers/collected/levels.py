"""The count of followers that posts carry, as a curve: one level a day, that of the day's last post."""

import numpy as np

from reachcheck.model.enums import Completeness, Kind, Metric, TableName
from reachcheck.model.tables import Daily, Posts
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.rows import Rows


def levels_at_posts(draft: Draft, rows: Rows) -> Draft:
    """The levels of kept posts that are dated and have one, owner by owner."""
    posts = draft.rows
    assert isinstance(posts, Posts)
    known = ~np.isnat(posts.published_at) & ~np.isnan(posts.followers_at_post) & rows.keep[draft.at]
    places = np.flatnonzero(known)
    days = posts.published_at.astype("datetime64[D]").astype(np.int64)
    last: dict[tuple[str | None, int], int] = {}
    for place in places[np.argsort(posts.published_at[places], kind="stable")].tolist():
        owner = draft.owners[int(draft.at[place])] if draft.owners else None
        last[owner, int(days[place])] = place
    at = np.array(sorted(last.values()), dtype=np.int64)
    levels = Daily.of(
        len(at),
        date=posts.published_at[at].astype("datetime64[D]").astype("datetime64[s]"),
        metric=np.full(len(at), Metric.FOLLOWERS, dtype=np.int8),
        kind=np.full(len(at), Kind.GAUGE, dtype=np.int8),
        value=posts.followers_at_post[at],
    )
    unknown = Completeness.UNKNOWN
    return Draft(rows=levels, table=TableName.DAILY, completeness=unknown, at=draft.at[at], owners=draft.owners)
