"""What the readers of Meta's exports give back: the rows of a file's entries, and the file of the owner's user name."""

from collections.abc import Mapping

import numpy as np

from reachcheck.model.enums import Completeness, TableName
from reachcheck.model.tables import Profile
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.meta import Entries, user_name
from reachcheck.readers.kit.people import leave_out_nobody
from reachcheck.readers.kit.shapes import Made


def made(
    entries: Entries,
    *drafts: Draft,
    columns: Mapping[str, str],
    unmatched: tuple[str, ...] = (),
    handle: str | None = None,
) -> Made:
    """Rows of a file's entries on their way, with what the file says of itself."""
    return Made(
        rows=entries.rows,
        drafts=drafts,
        columns=columns,
        unmatched=unmatched,
        handle=handle,
        unit="index",
        exported_at=entries.exported_at,
    )


def owner(entries: Entries) -> Made:
    """The user name of the owner, and nothing else of what stands beside it."""
    names = [user_name(entry) for entry in entries.items]
    leave_out_nobody(entries.rows, names)
    at = np.arange(len(names))
    draft = Draft(rows=Profile.of(len(names)), table=TableName.PROFILE, completeness=Completeness.UNKNOWN, at=at)
    return made(entries, draft, columns={"Username": "handle"}, handle=next(filter(None, names), None))
