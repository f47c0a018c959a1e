"""Events that a person states: beside what the files say, and never a reason to look closer."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reachcheck import pipeline
from reachcheck.errors import UsageError
from reachcheck.measures.registry import measure_all
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import TABLES, Dossiers
from reachcheck.readers.stated import alone, stating
from reachcheck.settings import Settings

START = date(2026, 1, 1)


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    """Half a year of followers and accounts reached."""
    folder = tmp_path / "export"
    folder.mkdir()
    rows, level = ["date,followers,new followers,reach"], 4000
    for n in range(180):
        gained = 5 + n % 3
        level += gained
        rows.append(f"{START + timedelta(days=n)},{level},{gained},{1000 + n % 7}")
    (folder / "daily.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def said(path: Path) -> str:
    path.write_text(f"date,event\n{START + timedelta(days=90)},On the radio\n", encoding="utf-8")
    return str(path)


def smallest(dossiers: Dossiers) -> float:
    return float(measure_all(dossiers, Settings().method)["smallest_visible_arrival"].one(0).value or 0.0)


def _plain(column: Any) -> str:
    return str(column.decode() if isinstance(column, Text) else column.tolist())


def test_what_is_stated_can_be_taken_out_again_without_a_trace(figures, tmp_path) -> None:
    files = pipeline.read([str(figures)])
    both = pipeline.read([str(figures)], events=[said(tmp_path / "said.csv")])
    assert (len(files.events), len(both.events), len(both.sources)) == (0, 1, 2)
    back = alone(both)
    for name in TABLES:
        one, other = files.table(name), back.table(name)
        assert len(one) == len(other)
        assert np.array_equal(files.starts[name], back.starts[name])
        for column in vars(one):
            mine, theirs = (_plain(getattr(table, column)) for table in (one, other))
            assert mine == theirs, (name, column)
    assert alone(files) is files


def test_a_stated_event_makes_nothing_stand_out_that_did_not_before(figures, tmp_path) -> None:
    before = smallest(pipeline.read([str(figures)]))
    told = smallest(pipeline.read([str(figures)], events=[said(tmp_path / "said.csv")]))
    said(figures / "events.csv")
    beside = pipeline.read([str(figures)])
    whole = replace(beside, events=replace(beside.events, stated=np.zeros(1, np.int8)))
    assert told >= before
    assert smallest(beside) == told
    assert smallest(whole) < before, "only a list that is known to be whole would lower a limit"


@pytest.mark.parametrize("name", ["events.csv", "events_2027-05-01.csv", "events_ben.csv"])
def test_events_beside_the_files_can_be_taken_out_again_without_a_trace(figures, name) -> None:
    files = pipeline.read([str(figures)])
    (figures / name).write_text("date,LinkedIn event\n2026-04-01,A tour\n2027-06-01,Another\n", encoding="utf-8")
    both = pipeline.read([str(figures)])
    assert (both.events.stated.tolist(), stating(both), stating(files)) == ([1, 1], [0], [])
    assert same(files, alone(both)) == []


def same(one: Dossiers, other: Dossiers) -> list[str]:
    """Names of the columns in which two dossiers differ."""
    pairs = [(name, one.table(name), other.table(name)) for name in TABLES] + [("people", one.people, other.people)]
    return [
        f"{name}.{column}"
        for name, mine, theirs in pairs
        for column in vars(mine)
        if column != "source" and _plain(getattr(mine, column)) != _plain(getattr(theirs, column))
    ]


def test_of_several_profiles_only_those_of_whom_events_are_stated_have_a_second_verdict(figures, tmp_path) -> None:
    files = pipeline.read([str(figures)])
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "daily.csv").write_bytes((figures / "daily.csv").read_bytes())
    said(tmp_path / "other" / "events.csv")
    told = pipeline.read([str(tmp_path / "other")])
    first, second, third = pipeline.analyze(Dossiers.join([files, told, files]))
    assert (first, third) == (pipeline.analyze(files)[0], first)
    assert second == pipeline.analyze(told)[0]
    assert [one.accepted is None for one in (first, second, third)] == [True, False, True]
    assert [len(one.sources) for one in (first, second, third)] == [1, 2, 1]
    assert second.verdict == first.verdict


def test_events_of_one_person_cannot_be_given_to_several(figures, tmp_path) -> None:
    head, *rows = (figures / "daily.csv").read_text(encoding="utf-8").splitlines()
    many = [f"{name},{row}" for name in ("ann", "ben") for row in rows]
    (figures / "daily.csv").write_text("\n".join([f"handle,{head}", *many]) + "\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        pipeline.read([str(figures)], events=[said(tmp_path / "said.csv")])
    assert caught.value.problem.key == "assemble.whose"
