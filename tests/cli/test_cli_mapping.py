"""What columns mean is said once, saved, and used again."""

import json
import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reachcheck.readers.base import ReadOptions
from reachcheck.readers.mapping import as_toml, load

SHEET = "Jour,Coeurs,Lien\n03/04/2026,5,a\n04/04/2026,7,b\n"


def sheet(folder: Path, name: str = "sheet.csv", text: str = SHEET) -> str:
    path = folder / name
    path.write_text(text)
    return str(path)


def test_a_saved_mapping_reads_the_next_file_alike(run, tmp_path):
    said = ["--map", "likes=Coeurs", "--map", "published_at=Jour", "--map", "url=Lien", "--as", "posts"]
    saved = str(tmp_path / "sheet.toml")
    first = run("inspect", sheet(tmp_path), *said, "--date-order", "dmy", "--save-map", saved, "-f", "json")
    assert first.returncode == 0, first.stderr
    again = run("inspect", sheet(tmp_path, "next.csv"), "--map", saved, "-f", "json")
    one, two = (json.loads(done.stdout)["sources"][0] for done in (first, again))
    assert one["columns"] == two["columns"] == {"Coeurs": "likes", "Jour": "published_at", "Lien": "url"}
    assert (one["role"], two["role"]) == ("posts", "posts")
    assert b"--map" in first.stderr


def test_what_is_saved_is_what_was_found_too(run, tmp_path):
    saved = tmp_path / "found.toml"
    path = sheet(tmp_path, "posts.csv", "date,likes\n2026-01-01,4\n")
    assert run("analyze", path, "--save-map", str(saved), "-f", "json").returncode == 0
    assert tomllib.loads(saved.read_text()) == {
        "role": "posts",
        "columns": {"published_at": "date", "likes": "likes"},
    }


def test_what_is_said_now_comes_before_what_was_saved(run, tmp_path):
    (tmp_path / "old.toml").write_text('role = "posts"\n[columns]\nlikes = "Lien"\n')
    done = run("inspect", sheet(tmp_path), "--map", "likes=Coeurs", "--map", str(tmp_path / "old.toml"), "-f", "json")
    assert json.loads(done.stdout)["sources"][0]["columns"]["Coeurs"] == "likes"


def test_a_mapping_is_of_one_table(run, tmp_path):
    paths = [sheet(tmp_path, name, "date,likes\n2026-01-01,4\n") for name in ("posts_a.csv", "posts_b.csv")]
    done = run("inspect", *paths, "--save-map", str(tmp_path / "m.toml"))
    assert (done.returncode, (tmp_path / "m.toml").exists()) == (2, False)


def test_what_is_no_mapping_is_refused_with_a_remedy(inside, tmp_path):
    for text in ("role = ", "[columns]\nlikes = 3\n", 'date_order = "ymd"\n', "columns = 1\n", "role = 4\n", "x = 1\n"):
        path = tmp_path / "bad.toml"
        path.write_text(text)
        code, _, err = inside("inspect", sheet(tmp_path), "--map", str(path))
        assert (code, "--save-map" in err) == (2, True), text
    assert inside("inspect", sheet(tmp_path), "--map", str(tmp_path / "none.toml"))[0] == 2


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1)))
def test_any_column_can_be_saved(tmp_path_factory, columns):
    names = {
        key.encode("utf-8", "ignore").decode(): value.encode("utf-8", "ignore").decode()
        for key, value in columns.items()
    }
    path = tmp_path_factory.mktemp("maps") / "m.toml"
    path.write_text(as_toml(ReadOptions(columns=names, role="posts")), encoding="utf-8")
    assert dict(load(path).columns) == names


def test_a_map_that_names_a_column_of_no_file_is_never_passed_over(inside, tmp_path):
    own = "post,date,likes\np1,2026-01-05,4\np2,2026-01-12,6\n"
    (tmp_path / "old.toml").write_text('[columns]\nlikes = "Nope"\n')
    paths = [sheet(tmp_path, name, own) for name in ("posts_a.csv", "posts_b.csv")]
    for mapped in ("likes=Nope", str(tmp_path / "old.toml")):
        for command in (["inspect", paths[0]], ["inspect", *paths], ["batch", *paths]):
            code, _, err = inside(*command, "--map", mapped)
            assert code == 2, command
            assert "Nope" in err and "likes" in err
