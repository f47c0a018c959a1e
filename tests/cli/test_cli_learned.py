"""`review --learn` and `analyze --learned`: what is learned stands beside the report and changes nothing in it."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

CIRCLE, NATHAN = "data/samples/circle-594", "data/samples/nathan-3000"


def mark(row: dict[str, str]) -> str:
    return "no" if float(row["following"]) > 4 * float(row["followers"]) else "yes"


@pytest.fixture(scope="module")
def marks(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("marks")
    command = [sys.executable, "-m", "reachcheck", "review", NATHAN, "--n", "300", "-o", str(folder / "sheet.csv")]
    subprocess.run(command, check=True)
    with (folder / "sheet.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (folder / "marks.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows({**row, "somebody_behind": mark(row)} for row in rows)
    return folder / "marks.csv"


@pytest.fixture
def model(inside, marks) -> Path:
    path = marks.with_name("model.json")
    if not path.exists():
        assert inside("review", NATHAN, "--marks", str(marks), "--learn", str(path))[0] == 0
    return path


def test_learning_says_from_what_and_how_it_errs(inside, marks, tmp_path) -> None:
    path = tmp_path / "model.json"
    code, out, err = inside("review", NATHAN, "--marks", str(marks), "--learn", str(path))
    assert (code, err) == (0, f"saved as {path}\n")
    said = " ".join(out.split())
    assert "Learned from 2" in said and "by followers, accounts followed, posts and followed per follower" in said
    assert "had not seen" in said and "puts the right one first in" in said
    assert "Of those marked as somebody it calls" in said
    assert f"model {json.loads(path.read_text())['sha256'][:12]}" in said
    assert inside("review", NATHAN, "--marks", str(marks), "--learn", str(path), "--lang", "fr")[0] == 0


def test_the_file_names_no_account(model) -> None:
    found = json.loads(model.read_text(encoding="utf-8"))
    assert set(found["made_with"]) == {"reachcheck", "scikit-learn"}
    assert "north" not in model.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_report_says_what_the_model_says_and_that_it_moves_nothing(inside, model, lang) -> None:
    plain, said = (
        re.sub(
            r"\b[0-9a-f]{4}-[0-9a-f]{4}\b", "", " ".join(inside("analyze", NATHAN, "--lang", lang, *more)[1].split())
        )
        for more in ((), ("--learned", str(model)))
    )
    first, last = ("A model (", "no verdict. ") if lang == "en" else ("Un modèle (", "ni dans le verdict. ")
    before, _, rest = said.partition(first)
    assert before + rest.partition(last)[2] == plain
    assert json.loads(model.read_text())["sha256"][:12] in rest


def test_the_json_names_the_model_and_nothing_else_changes(inside, model) -> None:
    plain = json.loads(inside("analyze", NATHAN, "-f", "json")[1])
    found = json.loads(inside("analyze", NATHAN, "-f", "json", "--learned", str(model))[1])
    said = found["composition"]["learned"]
    assert found["tool"]["learned"] == said["name"] == json.loads(model.read_text())["sha256"]
    assert said["n"] == 3000 == said["nobody"] + said["somebody"] + said["undecided"]
    assert 0 <= said["share"]["low"] <= said["share"]["high"] <= 1
    assert (plain["tool"]["learned"], plain["composition"]["learned"]) == (None, None)
    assert said["reason"] is None
    found["tool"]["learned"] = found["composition"]["learned"] = None
    assert found.pop("report_id") != plain.pop("report_id")
    assert found == plain


def test_a_list_that_lacks_what_the_model_looks_at_is_told_what_would_help(inside, model, tmp_path) -> None:
    bare = tmp_path / "followers.csv"
    bare.write_text("handle,followers\n" + "".join(f"a{at},{at}\n" for at in range(200)))
    code, out, _ = inside("analyze", str(bare), "--as", "followers", "--learned", str(model))
    said = " ".join(out.split())
    assert code == 0
    assert "says nothing: most accounts on the list lack accounts followed and posts; figures of the" in said
    found = json.loads(inside("analyze", str(bare), "--as", "followers", "--learned", str(model), "-f", "json")[1])
    assert found["composition"]["learned"]["lacks"] == "followers_figures"


def test_a_table_with_figures_and_marks_is_its_own_sheet(inside, tmp_path) -> None:
    with Path(NATHAN, "followers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[:400]
    path = tmp_path / "marked.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        names = ["handle", "followers", "following", "posts", "somebody_behind"]
        writer = csv.DictWriter(file, names, delimiter=";", extrasaction="ignore")
        writer.writeheader()
        for at, row in enumerate(rows):
            said = "incertain" if at < 5 else {"no": "non", "yes": "oui"}[mark(row)]
            followers = "" if at == 9 else row["followers"]
            writer.writerow({**row, "handle": f"{at}x", "followers": followers, "somebody_behind": said})
    model = tmp_path / "mine.json"
    arguments = ("review", str(path), "--as", "followers", "--marks", str(path))
    code, out, err = inside(*arguments, "--learn", str(model))
    assert (code, err) == (0, f"saved as {model}\n")
    assert "Not used: 5 left open, 1 without figures of their own" in " ".join(out.split())
    found = json.loads(model.read_text())["marked"]
    assert found["nobody"]["marked"] + found["somebody"]["marked"] == 394


def test_what_cannot_be_learned_from_is_told_with_the_remedy(inside, marks, tmp_path) -> None:
    code, _, err = inside("review", NATHAN, "--learn", str(tmp_path / "none.json"))
    assert (code, "--marks sheet.csv" in err) == (2, True)
    few = tmp_path / "few.csv"
    lines = marks.read_text(encoding="utf-8").splitlines(keepends=True)
    few.write_text("".join(lines[:40]), encoding="utf-8")
    code, _, err = inside("review", NATHAN, "--marks", str(few), "--learn", str(tmp_path / "none.json"))
    assert (code, "30 of each are needed" in err, "--n 500" in err) == (2, True, True)
    assert not (tmp_path / "none.json").exists()


def test_a_file_that_is_no_model_is_refused_with_place_and_remedy(inside, model, tmp_path) -> None:
    changed = tmp_path / "changed.json"
    changed.write_text(model.read_text(encoding="utf-8").replace('"platform": "', '"platform": "x'), encoding="utf-8")
    for path, what in ((changed, "was changed after it was made"), (tmp_path / "none.json", "is no model")):
        code, out, err = inside("analyze", CIRCLE, "--learned", str(path))
        assert (code, out) == (2, "")
        assert what in err and path.name in err and "--learn FILE.json" in err


def test_a_model_is_applied_without_scikit_learn(model) -> None:
    code = (
        "import sys; sys.modules['sklearn'] = None\n"
        f"sys.argv = ['reachcheck', 'analyze', {CIRCLE!r}, '--learned', {str(model)!r}]\n"
        "from reachcheck.cli.app import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*sorted(m.split('.')[0] for m in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert "A model (" in done.stdout
    assert not set(done.stderr.split()) & {"scipy", "pandas", "joblib", "threadpoolctl"}
