"""Bluesky: the repository of an account, and pages of the public interface."""

from reachcheck.readers.bluesky.reader import READER

__all__ = ["READER"]
