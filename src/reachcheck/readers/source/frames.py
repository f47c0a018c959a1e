"""Tables that are in memory already, seen as a folder of files: so they are read as any file is, and no other way."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from reachcheck.readers.source.member import Member
from reachcheck.readers.source.open import Source

if TYPE_CHECKING:
    import pandas

NAME = "tables"


def from_frames(frames: "Mapping[str, pandas.DataFrame]") -> Source:
    """A source with one delimited file for each frame, named as its key; TypeError for what is no DataFrame.

    An index that has a name is a column like the others; one without a name only counts rows, and is left out.
    """
    members = tuple(_member(f"{name}.csv", _written(name, frame)) for name, frame in sorted(frames.items()))
    return Source(NAME, "folder", members)


def _written(name: str, frame: "pandas.DataFrame") -> bytes:
    if not hasattr(frame, "to_csv"):
        raise TypeError(f"{name!r} is a {type(frame).__name__}, not a DataFrame; paths are given without names")
    named = any(level is not None for level in frame.index.names)
    written: str = frame.to_csv(index=named, lineterminator="\n")
    return written.encode()


def _member(name: str, content: bytes) -> Member:
    return Member(name, name, len(content), partial(_first, content))


def _first(content: bytes, limit: int | None) -> bytes:
    return content[:limit]
