"""YouTube: the tables of YouTube Studio's advanced mode, and what Google Takeout holds of an account."""

from reachcheck.readers.youtube.reader import READER

__all__ = ["READER"]
