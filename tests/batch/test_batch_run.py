"""A batch is the same as each alone, and a bad file costs one row."""

import json
from pathlib import Path

import pytest
from candidates import POSTS, SHEET, archive, file, folder

import reachcheck
from reachcheck.batches.run import score
from reachcheck.errors import UsageError
from reachcheck.formats import to_json
from reachcheck.formats.words import Words
from reachcheck.readers.base import ReadOptions
from reachcheck.results.batch import Batch, BatchRow
from reachcheck.results.report import Results
from reachcheck.settings import load

VERDICTS = {
    "brand-page": "genuine community",
    "circle-594": "genuine community",
    "nathan-3000": "inflated count",
    "new-account": "not assessable",
    "quiet-expert": "genuine community",
    "viral-week": "genuine community",
}


def scored(*paths: Path) -> Batch:
    return score([str(path) for path in paths], ReadOptions(), load())


def as_json(results: Results | None) -> str:
    assert results is not None
    value = json.loads(to_json.render(results, Words("en")))
    assert value.pop("mode") in ("self", "recruiter")
    value.pop("advice")
    return json.dumps(value, sort_keys=True)


@pytest.fixture(scope="module")
def whole(samples: Path) -> Batch:
    return scored(samples)


def test_the_samples_are_six_rows_in_order(whole: Batch) -> None:
    assert {row.source: row.verdict for row in whole.rows} == VERDICTS
    assert [row.source for row in whole.rows] == sorted(VERDICTS)
    assert whole.unreadable == 0
    assert [Path(name).name for name in whole.ignored] == ["README.md"]


def test_nobody_is_accused_with_one_kind_of_sign_or_none(whole: Batch) -> None:
    for row in whole.rows:
        assert row.results is not None
        assert (row.conduct == "strong") == (len(row.results.conduct.pieces) >= 2)
        assert row.verdict != "inflated count" or row.conduct == "strong"


@pytest.mark.parametrize("sample", sorted(VERDICTS))
def test_a_report_does_not_depend_on_who_else_is_there(whole: Batch, samples: Path, sample: str) -> None:
    (row,) = (row for row in whole.rows if row.source == sample)
    alone = reachcheck.analyze(samples / sample)
    assert (alone.mode, row.results and row.results.mode) == ("self", "recruiter")
    assert as_json(row.results) == as_json(alone)


def test_company_and_order_change_no_row(samples: Path, tmp_path: Path) -> None:
    few = folder(samples / "new-account", tmp_path / "few")
    sheet = file(tmp_path / "sheet.csv", SHEET)
    posts = file(tmp_path / "loose.csv", POSTS)
    there = {row.candidate: as_json(row.results) for row in scored(few, sheet, posts).rows}
    back = {row.candidate: as_json(row.results) for row in scored(posts, sheet, few).rows}
    assert there == back and len(there) == 4
    assert {row.candidate: as_json(row.results) for row in scored(sheet).rows} == {
        name: there[name] for name in ("zoe", "yan")
    }


def test_the_same_person_twice_is_two_rows_that_say_the_same(samples: Path, tmp_path: Path) -> None:
    few = samples / "new-account"
    first, second = scored(few, archive(few, tmp_path / "few.zip")).rows
    assert (first.source, second.source) == ("new-account", "few")
    assert (first.candidate, first.real_reach_low, first.verdict) == (
        second.candidate, second.real_reach_low, second.verdict,
    )  # fmt: skip


def test_one_bad_file_costs_one_row_with_its_reason_and_place(samples: Path, tmp_path: Path) -> None:
    good = folder(samples / "new-account", tmp_path / "good")
    bad = file(tmp_path / "bad.csv", "post,date,likes\np1,2026-02-03,-4\n")
    rows = scored(bad, good, tmp_path / "gone.csv").rows
    assert [row.source for row in rows] == ["bad", "good", "gone"]
    assert rows[0].error is not None and rows[0].error_place == "bad.csv"
    assert rows[0].error.params["row"] == 2
    assert rows[1].verdict == "not assessable"
    assert rows[2].error is not None and rows[2].error.key == "source.missing"
    assert as_json(rows[1].results) == as_json(reachcheck.analyze(good))


def test_an_unreadable_row_claims_nothing(tmp_path: Path) -> None:
    (row,) = scored(file(tmp_path / "bad.csv", "")).rows
    empty = BatchRow(candidate="bad", source="bad", error=row.error, error_place=row.error_place)
    assert row == empty


def test_progress_counts_every_candidate(tmp_path: Path) -> None:
    paths = [str(file(tmp_path / f"{name}.csv")) for name in "abc"]
    seen: list[tuple[int, int]] = []
    score(paths, ReadOptions(), load(), lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_row_of_a_sheet_that_names_nobody_has_its_row(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("handle,platform,followers,average likes\nann,x,100,3\n,x,200,4\nbob,x,300,5\n", encoding="utf-8")
    rows = score([str(sheet)], ReadOptions(), load()).rows
    assert [row.candidate for row in rows] == ["ann", "bob", "sheet.csv:3"]
    assert rows[2].error is not None


def test_a_row_that_sums_up_a_sheet_is_nobody(tmp_path: Path) -> None:
    sheet = tmp_path / "candidats.csv"
    sheet.write_text(
        "Candidat;Instagram;Abonnés\nAnne;@anne;100\nBob;@bob;300\nTotal;;400\nMoyenne;;200\n", encoding="utf-8"
    )
    batch = score([str(sheet)], ReadOptions(), load())
    assert [(row.candidate, row.followers) for row in batch.rows] == [("anne", 100), ("bob", 300)]
    assert batch.unreadable == 0


def test_a_mapped_column_that_no_candidate_has_stops_the_batch(tmp_path: Path) -> None:
    paths = [str(file(tmp_path / f"{name}.csv")) for name in ("ann", "ben")]
    with pytest.raises(UsageError) as caught:
        score(paths, ReadOptions(columns={"likes": "Nope"}), load())
    assert caught.value.problem.key == "columns.absent"


def test_a_mapped_column_that_one_candidate_has_costs_no_other_its_row(tmp_path: Path) -> None:
    file(tmp_path / "ann.csv", POSTS.replace("likes", "Coeurs"))
    file(tmp_path / "ben.csv")
    scores = score([str(tmp_path)], ReadOptions(columns={"likes": "Coeurs"}), load())
    assert [(row.source, row.error) for row in scores.rows] == [("ann", None), ("ben", None)]
    figures = [{m.id: m.value for m in row.results.measures} for row in scores.rows if row.results]
    assert figures[0] == figures[1]
