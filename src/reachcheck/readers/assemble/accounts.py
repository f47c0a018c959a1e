"""Owners whom one file names by a handle and another by the platform's own id of the account."""

from collections.abc import Sequence
from dataclasses import replace

from reachcheck.readers.base import Fragment, Reading


def named(readings: Sequence[Reading]) -> list[Reading]:
    """Readings whose owners are named alike: by the handle that some file gives an id, else by the id itself."""
    fragments = [fragment for reading in readings for fragment in reading.fragments]
    handles = {fragment.account: fragment.handle for fragment in fragments if fragment.account and fragment.handle}

    def of(fragment: Fragment) -> Fragment:
        if fragment.account is None or fragment.handle is not None or fragment.owners is not None:
            return fragment
        return replace(fragment, handle=handles.get(fragment.account, fragment.account))

    return [replace(reading, fragments=tuple(map(of, reading.fragments))) for reading in readings]
