"""Days that two files of one account count: the days of a file are not final when it is made, levels are."""

from collections.abc import Sequence

import numpy as np

from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Kind, Metric
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Daily
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Fragment, Reading

FIRST = np.datetime64("2026-01-01", "s")
DAY = np.timedelta64(1, "D")


def reading(name: str, values: Sequence[float], metric: Metric, kind: Kind, start: int = 0) -> Reading:
    size = len(values)
    rows = Daily.of(
        size,
        row=np.arange(size, dtype=np.int32),
        date=FIRST + (start + np.arange(size)) * DAY,
        metric=np.full(size, metric, np.int8),
        kind=np.full(size, kind, np.int8),
        value=np.array(values, dtype=np.float64),
    )
    record = SourceRecord(file=name, sha256=name, reader="made", rows_read=size, rows_kept=size)
    return Reading(record=record, fragments=(Fragment(rows=rows),))


def kept(dossiers: Dossiers) -> list[tuple[float, int]]:
    daily = dossiers.daily
    return list(zip(daily.value.tolist(), daily.source.tolist(), strict=True))


def told(dossiers: Dossiers) -> list[list[tuple[int, str]]]:
    return [[(note.row, note.what.key) for note in record.reported] for record in dossiers.sources]


def test_of_two_counts_of_a_day_the_higher_one_is_kept_with_its_place() -> None:
    old = reading("a", [10, 20, 5], Metric.IMPRESSIONS, Kind.FLOW_GROSS)
    new = reading("b", [20, 30, 7], Metric.IMPRESSIONS, Kind.FLOW_GROSS, start=1)
    found = [(10.0, 0), (20.0, 0), (30.0, 1), (7.0, 1)]
    dossiers = assemble([old, new])
    assert kept(dossiers) == found
    assert told(dossiers) == [[(2, "assemble.counted_more")], [(0, "assemble.repeated")]]
    assert [record.rows_kept for record in dossiers.sources] == [2, 2]
    assert [value for value, _ in kept(assemble([new, old]))] == [value for value, _ in found]


def test_responses_that_may_be_taken_back_settle_upwards_too() -> None:
    parts = [reading(name, [value], Metric.LIKES, Kind.FLOW_NET) for name, value in (("a", -2.0), ("b", 9.0))]
    assert kept(assemble(parts)) == [(9.0, 1)]


def test_levels_and_changes_of_the_count_are_those_of_the_first_file() -> None:
    for metric, kind in ((Metric.FOLLOWERS, Kind.GAUGE), (Metric.GAINED, Kind.FLOW_NET)):
        parts = [reading(name, [value], metric, kind) for name, value in (("a", 5.0), ("b", 9.0))]
        dossiers = assemble(parts)
        assert kept(dossiers) == [(5.0, 0)]
        assert told(dossiers) == [[], [(0, "assemble.repeated")]]
    gross = [reading(name, [value], Metric.GAINED, Kind.FLOW_GROSS) for name, value in (("a", 5.0), ("b", 9.0))]
    assert kept(assemble(gross)) == [(9.0, 1)]
