"""Facebook: the information export of a personal profile, in JSON."""

from reachcheck.readers.facebook.reader import READER

__all__ = ["READER"]
