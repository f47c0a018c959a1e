"""LinkedIn: analytics workbooks, connections, and the data-export archive."""

from reachcheck.readers.linkedin.reader import READER

__all__ = ["READER"]
