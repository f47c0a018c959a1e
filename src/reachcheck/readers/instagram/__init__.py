"""Instagram: the information export in JSON."""

from reachcheck.readers.instagram.reader import READER

__all__ = ["READER"]
