"""No row is lost and no cell changed without a word: checked against the lines of the file, counted another way."""

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raw_tables import blind, blindly

from reachcheck.errors import UnreadableError
from reachcheck.readers.table import RawTable, read_table

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from pollution.clean import Table, source
from pollution.pollute import Polluted, polluted

MOST = 25
"""How many files of one kind of pollution are tried."""


def some_polluted() -> Iterator[Polluted]:
    files = polluted(source())
    totals = Counter(each.kind for each in files)
    seen: Counter[str] = Counter()
    for each in files:
        seen[each.kind] += 1
        if seen[each.kind] * MOST // totals[each.kind] != (seen[each.kind] - 1) * MOST // totals[each.kind]:
            yield each


FILES = list(some_polluted())


def places(table: RawTable) -> list[int]:
    """Every line that the table accounts for."""
    return [*table.above, *table.lines, *(note.row for note in table.reported)]


def filled_lines(text: str) -> list[int]:
    """The lines that hold something, counted by their ends alone."""
    return [number for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1) if line.strip()]


@pytest.mark.parametrize("kind", sorted({each.kind for each in FILES} - {"empty file"}))
def test_every_line_of_a_polluted_file_is_accounted_for_once(kind: str) -> None:
    for file in (each for each in FILES if each.kind == kind):
        lines = filled_lines(file.content.decode())
        assert sorted(place for table in blindly(file.content) for place in places(table)) == lines, file.name
        assert sorted(places(read_table(file.content, "x.csv", lambda _: False))) == lines, file.name


@pytest.mark.parametrize("kind", sorted({each.kind for each in FILES} - {"empty file"}))
def test_a_polluted_file_gives_its_table_or_says_what_it_leaves_out(kind: str) -> None:
    """Kept rows are those of the truth, all but as many as are reported; a changed row has a remark."""
    for file in (each for each in FILES if each.kind == kind):
        table = blindly(file.content)[0]
        truth = [list(row) for row in (file.truth.rows if table.named else file.truth.lines)]
        assert [row for row in table.rows if row not in truth] == [], file.name
        assert len(truth) - len(table.rows) == len([n for n in table.reported if n.what.key != "table.remark"])


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(UnreadableError):
        blind(b"")


TEXTS = st.text(st.sampled_from("ab1 ,;\t|\"'\\\n\r@:/.é"), max_size=9).map(str.strip)
WORDS = st.text(st.sampled_from("abcdefg"), min_size=1, max_size=6)


@settings(deadline=None, max_examples=66)
@given(
    rows=st.lists(st.tuples(st.integers(0, 10**18).map(str), TEXTS, WORDS), min_size=2, max_size=40),
    mark=st.sampled_from([",", ";", "\t", "|"]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_the_cells_of_a_sound_table_are_those_that_were_written(
    rows: list[tuple[str, str, str]], mark: str, end: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(
        [("Key", "Text", "Word"), *rows]
    )
    table = read_table(out.getvalue().encode(), "x.csv", {"Key", "Text"}.__contains__)
    assert table.header == ("Key", "Text", "Word")
    assert [tuple(row) for row in table.rows] == rows
    assert (table.reported, table.warnings) == ((), ())


@settings(deadline=None, max_examples=50)
@given(
    cells=st.lists(
        st.tuples(st.integers(1, 9999).map(str), WORDS, st.dates().map(str), WORDS), min_size=9, max_size=25
    ),
    which=st.integers(0, 10**6),
)
def test_any_pollution_of_any_table_loses_no_line(cells: list[tuple[str, str, str, str]], which: int) -> None:
    files = polluted(Table(("Number", "Word", "Day", "Other"), tuple(cells)))
    file = files[1 + which % (len(files) - 1)]
    if file.kind == "empty file":
        return
    lines = filled_lines(file.content.decode())
    assert sorted(place for table in blindly(file.content) for place in places(table)) == lines
    assert sorted(places(read_table(file.content, "x.csv", lambda _: False))) == lines
