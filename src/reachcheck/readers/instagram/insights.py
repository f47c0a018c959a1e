"""Past insights of single posts and reels: how often each was seen, liked, commented on, shared, saved."""

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Floats, Text
from reachcheck.model.enums import Completeness, TableName
from reachcheck.model.tables import Posts
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.instagram.counts import whole_numbers
from reachcheck.readers.instagram.labels import count_of_post
from reachcheck.readers.instagram.opened import entries_of
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.meta import Entries, key_of
from reachcheck.readers.kit.meta_made import made
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member

ROOTS = ("organic_insights_posts", "organic_insights_reels")


def posts(member: Member, _: ReadOptions) -> Made:
    """One row a post, with the counts that its labels name; a label that is missing is no 0."""
    entries = entries_of(member, *ROOTS)
    rows = entries.rows
    labels = _labels(entries)
    keys = [key_of(entry) for entry in entries.items]
    published_at = entries.times()
    counts = {name: _counted(entries, name, labels) for name in dict.fromkeys(filter(None, labels.values()))}
    empty = [n for n in np.flatnonzero(np.isnat(published_at)).tolist() if not keys[n]]
    rows.leave_out(empty, lambda _: msg("meta.no_post"))
    rows.leave_out_repeats(keys)
    table = Posts.of(len(keys), key=Text.of(keys), published_at=published_at, **counts)
    draft = Draft(rows=table, table=TableName.POSTS, completeness=Completeness.WINDOW, at=np.arange(len(keys)))
    columns = {label: name for label, name in labels.items() if name}
    return made(entries, draft, columns=columns, unmatched=tuple(label for label in labels if label not in columns))


def _labels(entries: Entries) -> dict[str, str | None]:
    """What each label that has a value counts; None for one that counts nothing we know."""
    found = dict.fromkeys(field.label for entry in entries.items for field in entry.fields if field.value)
    return {label: count_of_post(label) for label in found}


def _counted(entries: Entries, name: str, labels: dict[str, str | None]) -> Floats:
    """One count of every post, read as one column; what is no count is missing, with a remark."""
    cells = [
        next((field.value for field in entry.fields if field.value and labels.get(field.label) == name), "")
        for entry in entries.items
    ]
    found = whole_numbers(cells)
    if found.note:
        entries.rows.note(msg("columns.note", column=name, what=found.note))
    bad = sorted({*found.bad, *np.flatnonzero(found.values < 0).tolist()})
    entries.rows.warn(bad, lambda at: msg("objects.count_unread", name=name, value=cells[at][:40]))
    return np.where(found.values < 0, np.nan, found.values)
