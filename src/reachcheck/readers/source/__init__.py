"""A source as members: a file, a folder, a ZIP, standard input or tables in memory seen as one thing, under caps."""

from reachcheck.readers.source.frames import from_frames
from reachcheck.readers.source.member import CAPS, Caps, Member, Refused
from reachcheck.readers.source.open import Source, open_source

__all__ = ["CAPS", "Caps", "Member", "Refused", "Source", "from_frames", "open_source"]
