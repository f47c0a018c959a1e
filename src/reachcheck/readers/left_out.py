"""What a source holds and nothing opens is said with the sources: which names, and why."""

from collections.abc import Sequence

from reachcheck.message import Message, msg
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.readers.base import Reading
from reachcheck.readers.source import Refused

NAME = "refused"
NAMED = 5
"""How many names are said; the others are counted."""


def left_out(source: str, refused: Sequence[Refused], repeated: Sequence[str]) -> list[Reading]:
    """One record without rows, whose remarks give each reason once; none where there is nothing to say.

    `repeated` are names that several entries of an archive have; all of those are read.
    """
    reasons: dict[str, list[Refused]] = {}
    for one in refused:
        reasons.setdefault(one.why.key, []).append(one)
    said = [_said(alike) for alike in reasons.values()]
    if repeated:
        said.append(msg("source.repeated_names", names=tuple(repeated[:NAMED]), n=len(repeated)))
    if not said:
        return []
    record = SourceRecord(file=source, sha256="", reader=NAME, warnings=tuple(RowNote(-1, what) for what in said))
    return [Reading(record=record, fragments=())]


def _said(alike: Sequence[Refused]) -> Message:
    names = tuple(one.name for one in alike[:NAMED])
    more = len(alike) - len(names)
    if more:
        return msg("source.left_out_more", names=names, more=more, why=alike[0].why)
    return msg("source.left_out", names=names, why=alike[0].why)
