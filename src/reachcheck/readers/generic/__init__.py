"""Any table that people make, by the names of its columns in five languages."""

from reachcheck.readers.generic.reader import GenericReader

__all__ = ["GenericReader"]
