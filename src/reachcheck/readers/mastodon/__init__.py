"""Mastodon: the list of accounts followed, and the archive of an account."""

from reachcheck.readers.mastodon.reader import READER

__all__ = ["READER"]
