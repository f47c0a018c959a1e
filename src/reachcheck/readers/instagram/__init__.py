"""Instagram: the information export in JSON."""

from reachcheck.readers.instagram.reader import InstagramReader

__all__ = ["InstagramReader"]
