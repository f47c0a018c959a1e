"""A file of X's archive is a script that assigns one JSON value: what it assigns, and to which name."""

import re
from dataclasses import dataclass

from reachcheck.readers.kit.objects import wrong_shape
from reachcheck.readers.table import read_json

CONFIG = "__THAR_CONFIG"
"""What the list of the archive's own files is assigned to."""

_ASSIGNMENT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:window\.(?:YTD\.(?P<kind>\w+)\.part(?P<part>\d{1,9})|(?P<config>__THAR_CONFIG))"
    rb"|var\s+(?P<variable>\w+))\s*=\s*",
    re.ASCII,
)
_LINE = re.compile(rb"[^\n]")


@dataclass(frozen=True)
class Script:
    """The JSON value of a file, what kind of rows it is said to hold, and which part of them it is."""

    data: object
    kind: str
    part: int = 0


def read_script(content: bytes, place: str) -> Script:
    """Read the value after the sign of equality; raises UnreadableError, with line and column of the file."""
    found = _ASSIGNMENT.match(content)
    if found is None:
        raise wrong_shape(place)
    kind = found["kind"] or found["config"] or found["variable"]
    blank = _LINE.sub(b" ", content[: found.end()])
    data = read_json(blank + content[found.end() :].rstrip().removesuffix(b";"), place)
    return Script(data, kind.decode(), int(found["part"] or 0))
