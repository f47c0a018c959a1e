import csv
import io
import json

import pytest
from jsonschema import Draft202012Validator
from report_samples import HOSTILE

from reachcheck.formats import schemas, tabled, to_csv, to_json_batch
from reachcheck.message import msg
from reachcheck.results.batch import Batch, BatchRow

ROWS = (
    BatchRow(
        candidate="@nathan", source="nathan.zip", platform="x", followers=3000.0, real_reach_low=137.0,
        real_reach_high=405.0, conduct="strong", verdict="inflated count", confidence="high",
        reasons=(msg("for.answered", k=58.0, n=71.0, low=0.71, high=0.89), msg("gro104.none")),
        missing=("posts_reach", "graph"),
    ),
    BatchRow(candidate=HOSTILE, source="-x", error=msg("unknown.no_count"), error_place="broken.csv:3"),
)  # fmt: skip
BATCH = Batch(rows=ROWS, ignored=("photo.jpg",))


def _table(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_a_candidate_in_input_order(en):
    first, second = _table(to_csv.render(tabled.of_batch("candidates", BATCH, en)))
    assert first["candidate"] == "nathan"
    assert (first["count"], first["real_reach_low"], first["real_reach_high"]) == ("3000", "137", "405")
    assert first["verdict"] == "inflated count"
    assert first["top_reasons"].startswith("58 of 71 comments were answered (71 to 89 %); ")
    assert first["missing"] == "accounts reached by each post; the network of follows"
    assert second["unreadable_because"] == "broken.csv:3: no file states the count"
    assert second["verdict"] == ""


def test_columns_and_line_ends(en):
    text = to_csv.render(tabled.of_batch("candidates", BATCH, en))
    assert text.splitlines()[0] == ",".join(column.name for column in tabled.columns_of("candidates"))
    assert text.count("\r\n") == 3
    assert "\n" not in text.replace("\r\n", "")


def test_no_cell_is_a_formula_and_numbers_are_left_alone(en):
    second = _table(to_csv.render(tabled.of_batch("candidates", BATCH, en)))[1]
    assert second["candidate"].startswith("'=cmd")
    assert second["source"] == "'-x"
    assert "\x1b" not in second["candidate"]
    assert to_csv._cell(-0.5) == "-0.5"
    assert to_csv._cell(float("nan")) == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_every_start_of_a_formula(start):
    assert to_csv._cell(f"{start}1").startswith("'")


def test_measures_as_a_table(nathan, en, fr):
    rows = {row["id"]: row for row in _table(to_csv.render(tabled.of_profile("measures", nathan, en)))}
    assert rows["hollow_share"]["low"] == "0.71"
    assert rows["hollow_share"]["name"] == "No sign of anyone behind"
    assert (
        rows["graph" if "graph" in rows else "edge_reciprocity"]["reason"] == "the network of follows would be needed"
    )
    assert {row["name"] for row in _table(to_csv.render(tabled.of_profile("measures", nathan, fr)))} >= {"Compteur"}


def test_json_fits_its_schema(en, fr):
    schema = json.loads(schemas.text("batch"))
    for words in (en, fr):
        value = json.loads(to_json_batch.render(BATCH, words))
        Draft202012Validator(schema).validate(value)
        assert value["rows"][0]["top_reasons"][0]["key"] == "for.answered"
        assert value["rows"][1]["unreadable_place"] == "broken.csv:3"


def test_json_lines_are_the_rows(en):
    whole = json.loads(to_json_batch.render(BATCH, en))["rows"]
    assert [json.loads(line) for line in to_json_batch.render_lines(BATCH, en).splitlines()] == whole
