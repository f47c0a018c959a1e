"""Which file of TikTok's is which: allowed by its path, known by its keys, its first block or its columns."""

from reachcheck.readers.kit.shapes import Shape
from reachcheck.readers.tiktok.archive import is_export, read_export
from reachcheck.readers.tiktok.blocks import is_blocks, read_blocks
from reachcheck.readers.tiktok.studio import is_studio, read_studio

_COPY = r"(?:_\d+)?(?: ?\(\d+\))?"
"""The number of a part, and that of a copy."""
_TABLES = "Overview|FollowerHistory|FollowerActivity|FollowerGender|FollowerTopTerritories|Viewers|Content"

SHAPES = (
    Shape(
        name="export",
        path=rf"(?:^|/)user_data(?:_tiktok)?{_COPY}\.json$",
        shown_by=is_export,
        read=read_export,
    ),
    Shape(
        name="blocks",
        path=rf"(?:^|/)(?:follow(?:er|ing)(?: list)?|volgers?|volgend){_COPY}\.txt$",
        shown_by=is_blocks,
        read=read_blocks,
    ),
    Shape(
        name="studio",
        path=rf"(?:^|/)(?:{_TABLES}){_COPY}\.(?:csv|xlsx)$",
        shown_by=is_studio,
        read=read_studio,
    ),
)
