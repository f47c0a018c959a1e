"""`--need` and `--weights`: what an employer looks for stands beside the report and changes nothing in it."""

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reachcheck.formats import schemas

NATHAN, CIRCLE = "data/samples/nathan-3000", "data/samples/circle-594"
BOTH = ("--need", "notoriety", "--need", "internal-community")
FOUND = {
    NATHAN: {
        "real-reach": "not met", "explained-growth": "not met", "broad-responses": "met",
        "conversation": "met", "retention": "met", "constancy": "met", "reciprocity": "not met",
    },
    CIRCLE: {
        "real-reach": "not met", "explained-growth": "met", "broad-responses": "met",
        "conversation": "met", "retention": "met", "constancy": "met", "reciprocity": "met",
    },
}  # fmt: skip


@pytest.fixture
def report(inside):
    def made(*args: str) -> dict:
        code, out, err = inside("analyze", *args, "-f", "json")
        assert (code, err) == (0, "")
        found = json.loads(out)
        Draft202012Validator(json.loads(schemas.text("report"))).validate(found)
        return found

    return made


@pytest.mark.parametrize("sample", [NATHAN, CIRCLE])
def test_the_two_of_the_essay_read_the_same_figures_differently(report, sample):
    found = report(sample, *BOTH)["needs"]
    assert [need["name"] for need in found] == ["notoriety", "internal-community"]
    assert {c["name"]: c["status"] for need in found for c in need["criteria"]} == FOUND[sample]
    assert [need["total"] for need in found] == [None, None]


def test_a_need_changes_nothing_but_itself(report):
    bare, asked = report(NATHAN), report(NATHAN, *BOTH, "--weights", "conversation=3")
    assert bare["needs"] == []
    assert {key for key in bare if bare[key] != asked[key]} == {"needs"}


def test_a_total_comes_only_with_weights(report):
    (need,) = report(NATHAN, "--need", "internal-community", "--weights", "conversation=3")["needs"]
    assert need["total"] == {"low": 5 / 6, "high": 5 / 6}


def test_unknown_stays_apart_in_text_and_total(inside, tmp_path: Path):
    lists = tmp_path / "followers.csv"
    lists.write_text("handle\nada\nben\n", encoding="utf-8")
    code, out, _ = inside("analyze", str(lists), "--need", "internal-community", "--weights", "conversation=1")
    assert code == 0
    assert "0 met, 0 not met, 4 unknown. Unknown is not a no." in " ".join(out.split())
    assert "Weighted as asked, 0 to 100 % is met" in " ".join(out.split())
    assert "No total is made" not in out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("NEED: A BRAND KNOWN OUTSIDE", "Unknown is not a no. No total is made.", "not met")),
        ("fr", ("BESOIN : UNE MARQUE CONNUE AU-DEHORS", "Inconnu ne veut pas dire non.", "non rempli")),
    ],
)
def test_both_languages(inside, lang, said):
    code, out, _ = inside("analyze", NATHAN, "--need", "notoriety", "--lang", lang)
    assert code == 0
    plain = " ".join(out.replace("\u202f", " ").replace("\u00a0", " ").split())
    assert all(each in plain for each in said)
    assert max(map(len, out.splitlines())) <= 80


def test_where_ties_are_mutual_by_design_reciprocity_is_unknown(report, tmp_path: Path):
    (tmp_path / "Connections.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ada,L,https://www.linkedin.com/in/ada,,,,02 Jan 2026\nBen,M,https://www.linkedin.com/in/ben,,,,03 Jan 2026\n",
        encoding="utf-8",
    )
    (need,) = report(str(tmp_path / "Connections.csv"), "--need", "internal-community")["needs"]
    told = {c["name"]: c for c in need["criteria"]}
    assert told["reciprocity"]["status"] == "unknown"
    assert told["reciprocity"]["reason"]["key"] == "unknown.mutual_by_design"
    assert told["reciprocity"]["exports"] == []
    assert told["retention"]["withheld"] == ["responses"]
    assert {c["status"] for c in need["criteria"]} == {"unknown"}


def test_what_is_stated_stands_beside_what_the_files_show(report, tmp_path: Path):
    events = tmp_path / "events.csv"
    events.write_text("date,event\n2026-02-12,a talk\n2026-06-03,a broadcast\n", encoding="utf-8")
    (need,) = report(NATHAN, "--need", "notoriety", "--events", str(events))["needs"]
    told = {c["name"]: (c["status"], c["status_if_reply_accepted"]) for c in need["criteria"]}
    assert told["explained-growth"] == ("not met", "met")
    assert told["broad-responses"] == ("met", "met")


def test_words_of_a_need_do_nothing_on_a_screen(inside, tmp_path: Path):
    path = tmp_path / "ours.toml"
    path.write_text(
        'name = "ours"\ntitle = "a\\u001b[31m\\u202e"\n[[criteria]]\nname = "x"\nmeasure = "real_reach"\n'
        'at_least = 1\npurpose = "\\u009b2J\\u200b' + "y" * 150 + '"\n',
        encoding="utf-8",
    )
    code, out, _ = inside("analyze", NATHAN, "--need", str(path))
    assert code == 0
    assert not set("\x1b\x9b\u202e\u200b") & set(out)
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--need", "fame"), "notoriety"),
        (("--need", "notoriety", "--need", "notoriety"), "Two needs are called notoriety."),
        (("--weights", "conversation=2"), "Weights without a need"),
        (("--need", "notoriety", "--weights", "fame=2"), "real-reach"),
        (("--need", "data/samples/README.md"), "TOML"),
        (("--need", "data/samples"), "No"),
    ],
)
def test_errors_say_what_to_do(inside, args, said):
    code, out, err = inside("analyze", NATHAN, *args)
    assert (code, out) == (2, "")
    assert said.lower() in err.lower() and "Traceback" not in err


def test_a_batch_has_a_column_for_each_criterion(inside):
    code, out, _ = inside("batch", NATHAN, CIRCLE, *BOTH)
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    names = [*(f"notoriety.{name}" for name in list(FOUND[NATHAN])[:3])]
    names += [f"internal-community.{name}" for name in list(FOUND[NATHAN])[3:]]
    assert list(rows[0])[-7:] == names
    for row, sample in zip(rows, (NATHAN, CIRCLE), strict=True):
        assert [row[name] for name in names] == list(FOUND[sample].values())


def test_a_batch_with_needs_is_otherwise_the_same(inside, tmp_path: Path):
    bad = tmp_path / "bad.csv"
    bad.write_text("colour,size\nred,3\n", encoding="utf-8")
    _, bare, _ = inside("batch", NATHAN, str(bad), "-f", "json")
    _, asked, _ = inside("batch", NATHAN, str(bad), *BOTH, "-f", "json")
    rows = json.loads(asked)
    Draft202012Validator(json.loads(schemas.text("batch"))).validate(rows)
    assert rows["rows"][0]["needs"]["notoriety"] == dict(list(FOUND[NATHAN].items())[:3])
    assert rows["rows"][1]["needs"] == {}
    for row in rows["rows"]:
        row["needs"] = {}
    assert rows == json.loads(bare)
