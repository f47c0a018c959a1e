"""`reachcheck simulate`, as a user runs it."""

import json

import pytest

from reachcheck.cli.simulate import Purchase


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "invented"


def test_it_writes_what_batch_and_analyze_read_and_the_truth_where_they_do_not(run, folder):
    done = run("simulate", "third/school", "--followers", "300", "--profiles", "2", "-o", str(folder))
    assert (done.returncode, done.stdout) == (0, b"")
    said = done.stderr.decode()
    assert said.startswith(f"2 candidates in {folder / 'candidates'}. All of it is invented")
    assert str(folder / "truth.json") in said
    batch = run("batch", str(folder / "candidates"), "-f", "json")
    assert batch.returncode == 0
    counted, stated = batch.stderr.decode().splitlines()
    assert counted == "2 candidates, 0 unreadable; 0 files ignored as no export"
    assert stated.startswith("Of 2 candidates events are stated")
    assert [row["candidate"] for row in json.loads(batch.stdout)["rows"]] == ["school_001", "school_002"]
    one = run("analyze", str(folder / "candidates" / "school-001"), "-f", "json")
    assert one.returncode == 0


def test_every_row_that_is_written_is_read(run, folder):
    assert run("simulate", "third/musician", "-o", str(folder)).returncode == 0
    seen = json.loads(run("inspect", str(folder / "candidates" / "musician"), "-f", "json").stdout)
    sources = {source["file"].rpartition("/")[2]: source for source in seen["sources"]}
    assert set(sources) == {"profile.csv", "daily.csv", "posts.csv", "events.csv"}
    for name, source in sources.items():
        lines = (folder / "candidates" / "musician" / name).read_text().count("\n") - 1
        assert source["rows_read"] == source["rows_kept"] == lines


def test_a_scenario_with_aged_accounts(run, folder):
    done = run("simulate", "circle-594", "--purchase", "lot", "--share", ".4", "--aged", "-o", str(folder))
    assert done.returncode == 0
    truth = json.loads((folder / "truth.json").read_bytes())
    assert truth["asked"]["aged"] is True
    assert truth["candidates"]["circle-594"]["bought"] > 200
    assert run("analyze", str(folder / "candidates" / "circle-594")).returncode == 0


def test_in_french(run, folder):
    done = run("simulate", "third/school", "--followers", "50", "--lang", "fr", "-o", str(folder))
    assert done.returncode == 0
    assert "Tout y est inventé" in done.stderr.decode()


def test_the_list_is_what_can_be_asked_for(run, inside, folder):
    done = run("simulate", "--list")
    assert done.returncode == 0
    names = [line.strip() for line in done.stdout.decode().splitlines() if line.startswith("  ")]
    assert {"circle-594", "slow-drip", "first/everyday", "second/everyday", "third/everyday"} <= set(names)
    for name in ("dormant", "first/generous-press", names[-1]):
        assert inside("simulate", name, "-o", str(folder / name))[0] == 0


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    "args",
    [
        (),
        ("circle-594",),
        ("nobody", "-o", "x"),
        ("circle-594", "--aged", "-o", "x"),
        ("third/bakery", "--purchase", "lot", "--aged", "-o", "x"),
        ("third/bakery", "--without", "likes", "-o", "x"),
        ("new-account", "--followers", "40", "-o", "x"),
        ("new-account", "--purchase", "refill", "-o", "x"),
        ("nathan-3000", "--followers", "1000000", "-o", "x"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_remedy(inside, monkeypatch, tmp_path, args, lang):
    monkeypatch.chdir(tmp_path)
    code, out, err = inside("simulate", *args, "--lang", lang)
    assert (code, out) == (2, "")
    problem, remedy = err.splitlines()
    assert problem.startswith(("error: ", "erreur\u202f: "))
    assert remedy.startswith(("to do: ", "à faire\u202f: "))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "args",
    [
        ("--followers", "29"),
        ("--followers", "1000001"),
        ("--purchase", "barter"),
        ("--share", "0"),
        ("--profiles", "0"),
        ("--seed", "-1"),
    ],
)
def test_numbers_out_of_range_are_refused(inside, folder, args):
    code, _, err = inside("simulate", "third/bakery", *args, "-o", str(folder))
    assert code == 2
    assert args[0] in err
    assert not folder.exists()


def test_nothing_is_written_beside_what_is_there(inside, tmp_path):
    (tmp_path / "mine.csv").write_text("handle\nada\n")
    for place in (tmp_path, tmp_path / "mine.csv"):
        code, _, err = inside("simulate", "third/bakery", "-o", str(place))
        assert code == 2
        assert str(place) in err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.csv"]


def test_an_empty_folder_may_be_there(inside, folder):
    folder.mkdir()
    assert inside("simulate", "third/bakery", "-o", str(folder))[0] == 0


def test_a_place_where_nothing_can_be_written(inside, tmp_path):
    (tmp_path / "file").write_text("")
    code, _, err = inside("simulate", "third/bakery", "-o", str(tmp_path / "file" / "below"))
    assert code == 2
    assert "cannot be written" in err


def test_people_see_a_bar_and_logs_none(inside, run, folder, monkeypatch):
    from reachcheck.cli import simulate

    done = run("simulate", "third/bakery", "--profiles", "2", "-o", str(folder / "log"))
    assert b"\x1b" not in done.stderr
    monkeypatch.setattr(simulate, "is_terminal", lambda stream: True)
    code, _, err = inside("simulate", "third/bakery", "--profiles", "2", "-o", str(folder / "seen"))
    assert code == 0
    assert "2 candidates" in err


def test_the_help_names_every_delivery(run):
    said = " ".join(run("simulate", "--help", COLUMNS="120").stdout.decode().split())
    assert all(str(purchase) in said for purchase in Purchase)
