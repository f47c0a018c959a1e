"""`compare`: the essay's pair side by side, one profile on two days, in four formats and both languages."""

import csv
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import naughty
from reachcheck.compared.compare import compare
from reachcheck.formats import schemas, to_json_compare
from reachcheck.formats.html.comparison import render_comparison as as_page
from reachcheck.formats.markdown import render_comparison as as_markdown
from reachcheck.formats.text import render_comparison
from reachcheck.formats.words import Words
from reachcheck.pipeline import analyze_one, read

NATHAN, CIRCLE, FEW = (f"data/samples/{name}" for name in ("nathan-3000", "circle-594", "new-account"))


def rows(said: str, label: str) -> list[str]:
    return [" ".join(line.split()) for line in said.splitlines() if line.strip().startswith(label)]


def valid(said: str) -> dict:
    data = json.loads(said)
    Draft202012Validator(json.loads(schemas.text("compare"))).validate(data)
    return data


def test_the_pair(inside) -> None:
    """Ends counted by hand: 430 - 418 = 12 at least, 594 - 127 = 467 at most."""
    code, said, err = inside("compare", NATHAN, CIRCLE)
    assert (code, err) == (0, "")
    assert rows(said, "Count ")[0] == "Count 3,000 594 \u22122,406"
    assert rows(said, "Real reach") == [
        "Real reach 127 to 418 430 to 594 +12 to +467",
        "Real reach without 127 to 798 430 to 594 \u2212368 to +467",  # 430 - 798: the circle has no reading
    ]
    assert "No" not in rows(said, "Verdict")[0]
    assert "This ranks nobody" in said
    assert not [word for word in ("better", "worse", "rank ", "winner") if word in said]


def later(folder: Path) -> Path:
    """The sample some time later: three followers left, one came, and the count says so."""
    for path in Path(FEW).iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    head, *listed = (folder / "followers.csv").read_text("utf-8").splitlines()
    came = ",".join(["latecomer", *listed[0].split(",")[1:]])
    (folder / "followers.csv").write_text("\n".join([head, came, *listed[3:]]) + "\n", "utf-8")
    header, values = csv.reader((folder / "profile.csv").read_text("utf-8").splitlines())
    values[header.index("followers")] = str(len(listed) - 2)
    (folder / "profile.csv").write_text(f"{','.join(header)}\n{','.join(values)}\n", "utf-8")
    return folder


def test_one_profile_on_two_days(inside, tmp_path: Path) -> None:
    code, said, _ = inside("compare", FEW, str(later(tmp_path)), "-f", "json")
    data = valid(said)
    left = [row.split(",")[0] for row in Path(FEW, "followers.csv").read_text("utf-8").splitlines()[1:4]]
    assert (code, data["one_profile"], data["same_files"]) == (0, True, False)
    assert (data["followers"]["came"], data["followers"]["went"]) == (["latecomer"], sorted(left))
    (count,) = (each["difference"] for each in data["differences"] if each["id"] == "followers_count")
    assert count == {"value": -2, "low": -2, "high": -2, "how": "counted"}


@pytest.mark.parametrize("sample", [FEW, "data/samples/quiet-expert"])
def test_a_profile_against_itself(inside, sample: str) -> None:
    data = valid(inside("compare", sample, sample, "-f", "json")[1])
    assert data["same_files"]
    assert {each["difference"]["value"] for each in data["differences"] if each["difference"]} == {0}
    assert data["followers"]["came"] == data["followers"]["went"] == []
    assert {change["became"] for change in data["changes"]} <= {"stayed"}
    assert data["real_reach"] == {"low": 0, "high": 0}


def test_in_french_and_in_markdown(inside, tmp_path: Path) -> None:
    code, _, _ = inside("compare", FEW, CIRCLE, "--lang", "fr", "-o", str(tmp_path / "out.md"))
    said = (tmp_path / "out.md").read_text("utf-8")
    assert code == 0
    assert said.startswith("# Deux profils côte à côte\n")
    assert "| Compteur | 41 | 594 | +553 |" in said


def test_as_a_page_by_name_or_by_the_name_of_the_file(inside, tmp_path: Path) -> None:
    code, said, _ = inside("compare", FEW, FEW, "-f", "html")
    assert code == 0 and said.startswith("<!doctype html>\n") and said.count("Content-Security-Policy") == 1
    assert inside("compare", FEW, FEW, "-o", str(tmp_path / "out.html"))[:2] == (0, "")
    assert (tmp_path / "out.html").read_text("utf-8") == said


def test_a_source_that_is_not_there(inside) -> None:
    code, said, err = inside("compare", FEW, "nothing-here.zip")
    assert (code != 0, said) == (True, "")
    assert "nothing-here.zip" in err and "Traceback" not in err


def test_no_name_of_a_stranger_is_more_than_text(tmp_path: Path) -> None:
    made = []
    for at, folder in enumerate((tmp_path / "a", tmp_path / "b")):
        folder.mkdir()
        names = [name for name in (*naughty.STRINGS, *("x" * n for n in (3, 4))) if "\ud800" not in name][at::2]
        with (folder / "followers.csv").open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([["handle"], *([f"a{name}"] for name in names)])
        (folder / "profile.csv").write_text(
            f"handle,platform,followers,as_of\nada,x,{len(names)},2026-09-30\n", encoding="utf-8"
        )
        dossiers = read([str(folder)])
        made.append((dossiers, analyze_one(dossiers)))
    found, words = compare(made[0], made[1]), Words("en")
    for width in (60, 80, 200):
        lines = [line.text for line in render_comparison(found, words, width)]
        assert naughty.active("\n".join(lines)) == []
    assert naughty.active(as_markdown(found, words)) == []
    assert naughty.active(as_page(found, words)) == []
    assert valid(to_json_compare.render(found, words))["one_profile"]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_too_wide(lang: str, width: int) -> None:
    dossiers = read([FEW])
    side = (dossiers, analyze_one(dossiers))
    for unicode in (True, False):
        lines = render_comparison(compare(side, side), Words(lang, strict=True), width, unicode=unicode)
        assert max(len(line.text) for line in lines) <= width
