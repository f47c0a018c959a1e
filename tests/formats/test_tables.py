"""Every table in every format follows from one definition of its columns."""

import csv
import io
from datetime import date

import pytest
from pyarrow import parquet

from reachcheck.formats import dictionary, tabled, to_csv, to_parquet
from reachcheck.formats.words import Words
from reachcheck.results.batch import Batch, BatchRow
from reachcheck.results.report import Results
from reachcheck.results.tables import CANDIDATE, NAMED, TABLES


def read(table: tabled.Sheet) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv.render(table), newline="")))


def packed(table: tabled.Sheet, words: Words) -> parquet.ParquetFile:
    return parquet.ParquetFile(io.BytesIO(to_parquet.render(table, words)))


def two(nathan: Results, circle: Results) -> Batch:
    rows = [BatchRow(candidate=f"c{at}", source="x", results=each) for at, each in enumerate((nathan, circle))]
    return Batch(rows=(rows[0], BatchRow(candidate="broken", source="y"), rows[1]))


def test_a_finding_is_found_with_its_rows(nathan: Results, en: Words) -> None:
    found = {row["code"]: row for row in read(tabled.of_profile("findings", nathan, en))}
    shown = [row for row in read(tabled.of_profile("evidence", nathan, en)) if row["code"] == "GRO101"]
    (rule,) = (finding for finding in nathan.findings if finding.code == "GRO101")
    assert [row["place"] for row in shown] == list(rule.evidence)
    assert [row["at"] for row in shown] == [str(at + 1) for at in range(len(rule.evidence))]
    assert found["GRO101"]["start"] == min(span.start for span in rule.days).isoformat()
    flags = [found["GRO101"][name] for name in ("status", "feeds_conduct", "replied")]
    assert flags == ["flagged", "true", "false"]


def test_bounds_and_figures(nathan: Results, en: Words) -> None:
    bounds = read(tabled.of_profile("bounds", nathan, en))
    assert [(row["side"], row["value"]) for row in bounds if row["used"] == "true"] == [
        ("lower", "137"),
        ("upper", "405"),
    ]
    points = read(tabled.of_profile("figures", nathan, en))
    assert len(points) == sum(len(figure.x) for figure in nathan.figures)
    assert points[0]["x"] == nathan.figures[0].x[0]


@pytest.mark.parametrize("name", TABLES)
def test_a_batch_has_the_rows_of_each_candidate_under_their_name(
    name: str, nathan: Results, circle: Results, en: Words
) -> None:
    rows = tabled.of_batch(name, two(nathan, circle), en).rows
    alone = [tabled.of_profile(name, each, en).rows for each in (nathan, circle)]
    assert [row[0] for row in rows] == ["c0"] * len(alone[0]) + ["c1"] * len(alone[1])
    assert [row[1:] for row in rows] == [row[1:] for each in alone for row in each]


@pytest.mark.parametrize("name", tabled.ALL)
def test_parquet_holds_what_csv_holds_with_types_units_and_meanings(
    name: str, nathan: Results, circle: Results, fr: Words
) -> None:
    table = tabled.of_batch(name, two(nathan, circle), fr)
    found = packed(table, fr)
    types = {"number": "double", "date": "date32[day]", "flag": "bool"}
    assert found.schema_arrow.metadata[b"table"] == name.encode()
    for field, column in zip(found.schema_arrow, table.columns, strict=True):
        assert field.name == column.name
        assert field.metadata[b"description"].decode() == tabled.meaning(name, column, fr)
        assert field.metadata[b"unit"].decode() == column.unit
        assert str(field.type) == types.get(column.kind, "string")
    assert [list(row.values()) for row in found.read().to_pylist()] == [list(row) for row in table.rows]


def test_the_same_results_give_the_same_parquet_bytes(nathan: Results, en: Words) -> None:
    once, again = (to_parquet.render(tabled.of_profile("measures", nathan, en), en) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("name", TABLES)
def test_frames_have_the_columns_whose_text_depends_on_no_language(name: str, nathan: Results, en: Words) -> None:
    frame = nathan.to_frame(name)
    columns = (CANDIDATE, *TABLES[name].columns)
    assert list(frame.columns) == [column.name for column in columns if column.kind not in NAMED]
    assert len(frame) == len(tabled.of_profile(name, nathan, en).rows)
    assert all(frame[c.name].dtype == "float64" for c in columns if c.kind == "number")


def test_frames_of_a_batch(nathan: Results, circle: Results) -> None:
    batch = two(nathan, circle)
    assert list(batch.to_frame()["readable"]) == [True, True, True]
    assert set(batch.to_frame("findings")["candidate"]) == {"c0", "c1"}
    assert isinstance(batch.to_frame("findings")["start"].dropna().iloc[0], date)


def test_the_dictionary_names_every_column(fr: Words) -> None:
    said = dictionary.render(fr)
    assert all(f"## `{name}`" in said for name in tabled.ALL)
    assert said.count("\n| `") == sum(len(tabled.columns_of(name)) for name in tabled.ALL)
