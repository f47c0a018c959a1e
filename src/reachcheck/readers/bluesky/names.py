"""The two names of an account (a handle, and an id that never changes) and the addresses of its posts."""

import re

_DID = re.compile(r"did:[a-z]+:[A-Za-z0-9._:%-]+", re.ASCII)
_POST = re.compile(rf"at://({_DID.pattern})/", re.ASCII)
_NONE = "handle.invalid"
"""What stands for a handle that does not lead to the account any more."""


def did_of(value: object) -> str | None:
    """An account's id; None for anything else."""
    return value if isinstance(value, str) and _DID.fullmatch(value) else None


def author_of(uri: str) -> str | None:
    """The id of the account whose record an address points at."""
    found = _POST.match(uri)
    return found[1] if found else None


def handle_of(value: object) -> str | None:
    """A handle in lower case; None where there is none."""
    handle = value.strip().lstrip("@").lower() if isinstance(value, str) else ""
    return handle if handle and handle != _NONE else None
