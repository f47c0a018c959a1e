"""What candidates state and answer, in a batch: beside the verdict from the files alone, and never in it."""

import csv
import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from candidates import SHEET, file

from reachcheck import pipeline
from reachcheck.batches.replies import load as load_replies
from reachcheck.batches.run import score
from reachcheck.errors import UsageError
from reachcheck.formats import tabled, to_csv, to_json_batch
from reachcheck.formats.words import Words
from reachcheck.readers.base import ReadOptions
from reachcheck.replies.read import read_sheet
from reachcheck.results.batch import Batch
from reachcheck.settings import load

HEADER = "your words,what happened,on which day,link,key (leave as it is)\n"
"""The columns that are read back."""


def scored(root: Path, replies: Path | None = None) -> Batch:
    sheets = None if replies is None else load_replies(str(replies))
    return score([str(root)], ReadOptions(), load(), replies=sheets)


@pytest.fixture(scope="module")
def nathan(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a flagged candidate, few files, and one more."""
    root = tmp_path_factory.mktemp("candidates")
    (root / "Nathan").mkdir()
    for name in ("daily", "posts", "profile"):
        shutil.copy(samples / "nathan-3000" / f"{name}.csv", root / "Nathan")
    file(root / "loose.csv")
    return root


def reply(folder: Path, name: str = "nathan.csv") -> Path:
    rows = [",on the radio,2026-02-12,,", ",my talk,2026-06-03,,"]
    file(folder / name, HEADER + "\n".join(rows) + "\n")
    return folder


def row_of(batch: Batch, source: str):
    return next(row for row in batch.rows if row.source == source)


def test_a_reply_stands_beside_the_verdict_and_not_in_it(nathan: Path, tmp_path: Path) -> None:
    before, after = scored(nathan), scored(nathan, reply(tmp_path))
    silent, said = row_of(before, "Nathan"), row_of(after, "Nathan")
    assert (silent.events_stated, silent.verdict_if_accepted, silent.findings_answered) == (0, None, None)
    assert said.events_stated == 2
    assert said.verdict_if_accepted not in (None, said.verdict)
    assert said.findings_answered == 0
    for name in ("verdict", "conduct", "confidence", "real_reach_low", "real_reach_high", "reasons", "missing"):
        assert getattr(said, name) == getattr(silent, name)
    assert row_of(after, "loose") == row_of(before, "loose")


def test_a_batch_says_of_a_reply_what_analyze_says(nathan: Path, tmp_path: Path) -> None:
    sheet = reply(tmp_path) / "nathan.csv"
    here = row_of(scored(nathan, tmp_path), "Nathan").results
    dossiers = pipeline.read([str(nathan / "Nathan")])
    alone = pipeline.analyze_one(dossiers, load(), read_sheet(str(sheet)), mode="recruiter")
    assert here is not None
    assert replace(here, sources=()) == replace(alone, sources=())


def test_events_beside_the_files_are_told_as_stated(nathan: Path, tmp_path: Path) -> None:
    root = tmp_path / "candidates"
    shutil.copytree(nathan, root)
    file(root / "Nathan" / "events.csv", "date,event\n2026-02-12,on the radio\n")
    row = row_of(scored(root), "Nathan")
    assert (row.events_stated, row.findings_answered) == (1, None)
    assert row.verdict_if_accepted is not None


def test_the_formats_tell_it(nathan: Path, tmp_path: Path) -> None:
    batch, words = scored(nathan, reply(tmp_path)), Words("en")
    said = to_csv.render(tabled.of_batch("candidates", batch, words))
    (cells,) = [c for c in csv.DictReader(io.StringIO(said)) if c["source"] == "Nathan"]
    assert (cells["events_stated"], cells["findings_answered"]) == ("2", "0")
    assert f'"verdict_if_accepted": "{cells["verdict_if_accepted"]}"' in to_json_batch.render(batch, words)


def test_one_of_a_table_of_many_is_called_by_its_handle(tmp_path: Path) -> None:
    root, sheets = tmp_path / "candidates", tmp_path / "replies"
    file(root / "sheet.csv", SHEET)
    reply(sheets, "Zoe.csv")
    rows = {row.candidate: row for row in scored(root, sheets).rows}
    assert {name: row.events_stated for name, row in rows.items()} == {"zoe": 2, "yan": 0}


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("anna.csv",), "batch.reply_of_nobody"),
        (("nathan.csv", "Nathan.txt"), "batch.reply_twice"),
    ],
)
def test_no_sheet_is_left_out_in_silence(nathan: Path, tmp_path: Path, names: tuple[str, ...], key: str) -> None:
    for name in names:
        reply(tmp_path, name)
    with pytest.raises(UsageError) as error:
        scored(nathan, tmp_path)
    assert error.value.problem.key == key
    assert error.value.place.endswith(names[-1]) or error.value.place.endswith(names[0])


def test_a_name_that_two_have_is_nobodys(tmp_path: Path) -> None:
    root, sheets = tmp_path / "candidates", tmp_path / "replies"
    file(root / "one.csv", SHEET)
    file(root / "two.csv", SHEET)
    reply(sheets, "zoe.csv")
    with pytest.raises(UsageError) as error:
        scored(root, sheets)
    assert error.value.problem.key == "batch.reply_of_several"


def test_what_is_no_folder_is_refused(nathan: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        scored(nathan, tmp_path / "nowhere")
