"""Newsletters: subscribers and posts of Substack, subscribers of Beehiiv."""

from reachcheck.readers.newsletters.reader import READER

__all__ = ["READER"]
