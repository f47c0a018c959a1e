"""X (formerly Twitter): the archive of one's data, and the tables of its analytics."""

from reachcheck.readers.x.reader import READER

__all__ = ["READER"]
