"""One owner under two names: the handle, and the platform's own id of the account."""

import numpy as np
import pytest

from reachcheck.errors import UsageError
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Posts
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Fragment, Reading


def reading(handle: str | None, account: str | None) -> Reading:
    record = SourceRecord(file=f"{handle} {account}", sha256="", reader="made", rows_read=1, rows_kept=1)
    rows = Posts.of(1, row=np.zeros(1, dtype=np.int32))
    return Reading(record=record, fragments=(Fragment(rows=rows, handle=handle, account=account),))


def handles(*readings: Reading) -> list[str | None]:
    return assemble(readings).people.handle.decode()


def test_a_file_that_knows_the_id_only_takes_the_handle_of_another() -> None:
    assert handles(reading(None, "did:1"), reading("ada", "did:1")) == ["ada"]
    assert handles(reading("ada", "did:1"), reading(None, "did:1"), reading(None, None)) == ["ada"]


def test_without_a_handle_the_id_stands_for_it() -> None:
    assert handles(reading(None, "did:1")) == ["did:1"]


def test_files_of_two_accounts_are_never_joined() -> None:
    assert handles(reading(None, "did:1"), reading(None, "did:2")) == ["did:1", "did:2"]
    assert handles(reading("ada", "did:1"), reading(None, "did:2")) == ["ada", "did:2"]
    with pytest.raises(UsageError):
        handles(reading(None, "did:1"), reading(None, "did:2"), reading(None, None))
