"""What makes two rows of a table the same."""

import numpy as np

from reachcheck.model.columns import Index, Ints, Text, Times
from reachcheck.stats.sets import grouped


def rank(*columns: Ints) -> Index:
    """One integer a row, equal where all columns are equal."""
    if not len(columns[0]):
        return np.empty(0, dtype=np.int64)
    keys = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        found, place, _ = grouped(column)
        keys = grouped(keys * len(found) + place)[1]
    return keys


def named(column: Text) -> Index:
    """The codes of names; a row without a name is like no other."""
    return np.where(column.codes < 0, -2 - np.arange(len(column)), column.codes).astype(np.int64)


def dated(column: Times) -> Index:
    """Times as integers; a row without a time is like no other."""
    unlike = np.iinfo(np.int64).min + np.arange(len(column))
    return np.where(np.isnat(column), unlike, column.astype("datetime64[s]").astype(np.int64))
