"""`review`: pick, fill in, estimate; every wrong sheet is told with its row and what to do."""

import csv
import json
from pathlib import Path

import pytest

SAMPLE = "data/samples/circle-594"


@pytest.fixture
def sheet(inside, tmp_path) -> Path:
    path = tmp_path / "sheet.csv"
    code, out, err = inside("review", SAMPLE, "--n", "40", "-o", str(path))
    assert (code, out, err) == (0, "", "")
    return path


def fill(path: Path, marks: list[str], **other: str) -> Path:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, mark in zip(rows, marks, strict=False):
        row["somebody_behind"] = mark
    rows[0].update(other)
    out = path.with_name("filled.csv")
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return out


def test_the_sheet_names_followers_with_their_row_and_no_mark(sheet) -> None:
    with sheet.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 40
    assert {row["somebody_behind"] for row in rows} == {""}
    assert all(row["row"].startswith("followers.csv:") and row["name"] and row["followers"] for row in rows)


def test_marks_in_either_language_and_with_semicolons_make_an_estimate(inside, sheet) -> None:
    filled = fill(sheet, ["yes"] * 20 + ["oui"] * 10 + ["NO"] * 5 + ["non"] + ["?", "unsure", "", " "])
    code, out, _ = inside("review", SAMPLE, "--marks", str(filled))
    assert code == 0
    assert "Of 594 listed accounts you looked at 38: somebody behind 30, nobody behind" in out
    assert "left open 2" in " ".join(out.split())
    assert inside("review", SAMPLE, "--marks", str(filled), "--lang", "fr")[0] == 0


def test_a_word_that_is_no_mark_is_told_with_its_row(inside, sheet) -> None:
    code, _, err = inside("review", SAMPLE, "--marks", str(fill(sheet, ["yes", "fine"])))
    assert code == 2
    assert "fine is no mark" in err
    assert "filled.csv:3" in err


def test_too_few_marks_another_list_and_another_file_are_refused(inside, sheet, tmp_path) -> None:
    assert "3 marks are too few" in inside("review", SAMPLE, "--marks", str(fill(sheet, ["yes"] * 3)))[2]
    moved = fill(sheet, ["yes"] * 12, row="followers.csv:9999")
    code, _, err = inside("review", SAMPLE, "--marks", str(moved))
    assert (code, "followers.csv:9999" in err) == (2, True)
    other = tmp_path / "other.csv"
    other.write_text("date,event\n2026-01-01,launch\n")
    assert inside("review", SAMPLE, "--marks", str(other))[0] == 3
    assert inside("review", SAMPLE, "--marks", str(tmp_path / "none.csv"))[0] == 3


def test_without_a_list_there_is_nobody_to_look_at(inside, tmp_path) -> None:
    daily = tmp_path / "daily.csv"
    daily.write_text("date,followers\n2026-01-01,100\n2026-01-02,101\n")
    code, _, err = inside("review", str(daily))
    assert (code, "nobody is on a list" in err) == (2, True)


def test_marks_make_a_reference_that_analyze_compares_with(inside, sheet, tmp_path) -> None:
    long = tmp_path / "long.csv"
    assert inside("review", SAMPLE, "--n", "120", "-o", str(long))[0] == 0
    filled, mine = fill(long, ["yes"] * 110 + ["no"] * 10), tmp_path / "mine.toml"
    code, _, err = inside("review", SAMPLE, "--marks", str(filled), "--as-reference", str(mine))
    assert (code, "saved as" in err) == (0, True)
    text = mine.read_text(encoding="utf-8")
    assert "autumn" not in text and "_" not in text.split("cells")[1].split("[limits]")[0]
    code, out, _ = inside("analyze", SAMPLE, "--reference", str(mine))
    assert (code, "SRF 2017 and mine" in " ".join(out.split())) == (0, True)
    names = (
        json.loads(inside("analyze", SAMPLE, "-f", "json", *more)[1])["report_id"]
        for more in ((), ("--reference", str(mine)))
    )
    assert len(set(names)) == 2
    few = inside("review", SAMPLE, "--marks", str(fill(sheet, ["yes"] * 40)), "--as-reference", str(mine))
    assert (few[0], "50 are needed" in few[2]) == (2, True)


def test_a_reference_of_no_marks_is_refused_before_anything_is_read(inside, tmp_path) -> None:
    mine = tmp_path / "mine.toml"
    code, out, err = inside("review", str(tmp_path / "nowhere"), "--as-reference", str(mine))
    assert (code, out, mine.exists()) == (2, "", False)
    assert "--marks sheet.csv" in err


@pytest.mark.parametrize("text", ["", "cells = 3", 'name = "x"'])
def test_a_file_that_is_no_reference_is_refused(inside, tmp_path, text) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(text)
    code, _, err = inside("analyze", SAMPLE, "--reference", str(wrong))
    assert (code, "wrong.toml" in err) == (2, True)


def test_a_reference_made_with_other_signs_is_refused(inside, tmp_path) -> None:
    import reachcheck

    shipped = Path(reachcheck.__file__).parent / "facts/marked_srf2017.toml"
    other = tmp_path / "other.toml"
    other.write_text(shipped.read_text(encoding="utf-8").replace("few_posts = 3.0", "few_posts = 4.0"))
    assert inside("analyze", SAMPLE, "--reference", str(other))[0] == 2


def test_nobody_is_asked_where_nobody_sits(inside) -> None:
    code, out, err = inside("review", SAMPLE, "--ask")
    assert (code, out) == (2, "")
    assert "no terminal" in err


def test_answers_at_the_prompt_stand_in_the_sheet(inside, monkeypatch, tmp_path) -> None:
    import typer

    from reachcheck.cli import review

    answers = iter(["y", "non", "", "what", "q"])
    monkeypatch.setattr(review, "is_terminal", lambda stream: True)
    monkeypatch.setattr(typer, "prompt", lambda *args, **options: next(answers))
    path = tmp_path / "asked.csv"
    assert inside("review", SAMPLE, "--n", "10", "--ask", "-o", str(path))[0] == 0
    with path.open(encoding="utf-8", newline="") as file:
        marks = [row["somebody_behind"] for row in csv.DictReader(file)]
    assert marks == ["yes", "no", "", "unsure", *[""] * 6]


def test_marks_stand_beside_the_figures_in_the_report_and_move_nothing(inside, sheet) -> None:
    filled = str(fill(sheet, ["yes"] * 30 + ["no"] * 6 + ["unsure"] * 2))
    alone = json.loads(inside("analyze", SAMPLE, "-f", "json")[1])
    beside = json.loads(inside("analyze", SAMPLE, "--marks", filled, "-f", "json")[1])
    review = beside["composition"].pop("review")
    assert alone["composition"].pop("review") is None
    assert alone.pop("report_id") != beside.pop("report_id")
    assert alone == beside
    counts = {name: review[name] for name in ("listed", "somebody", "nobody", "unsure")}
    assert counts == {"listed": 594, "somebody": 30, "nobody": 6, "unsure": 2}
    assert review["share"]["low"] < review["value"]["low"] < review["value"]["high"] < review["share"]["high"]
    text = " ".join(inside("analyze", SAMPLE, "--marks", filled)[1].split())
    assert "Marked by hand: 38." in text
    assert "Thirty marked by hand tell more" not in text


def test_every_answer_from_figures_says_that_marks_tell_more(inside) -> None:
    assert "Thirty marked by hand tell more" in " ".join(inside("analyze", SAMPLE)[1].split())
