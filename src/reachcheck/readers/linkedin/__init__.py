"""LinkedIn: analytics workbooks, connections, and the data-export archive."""

from reachcheck.readers.linkedin.reader import LinkedInReader

__all__ = ["LinkedInReader"]
