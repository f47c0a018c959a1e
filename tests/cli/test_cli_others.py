import csv
import io
import json
import shutil

import pytest
from jsonschema import Draft202012Validator

from reachcheck.formats import schemas, tabled

COLUMNS = tuple(column.name for column in tabled.columns_of("candidates"))


@pytest.fixture
def candidates(tmp_path, samples):
    """Two candidates, one of them unreadable."""
    folder = tmp_path / "candidates"
    shutil.copytree(samples / "new-account", folder / "anna")
    (folder / "ben").mkdir()
    (folder / "ben" / "posts.csv").write_text("no,header\n")
    return folder


def test_batch(run, candidates, tmp_path):
    done = run("batch", str(candidates), "-o", str(tmp_path / "scores.csv"))
    assert done.returncode == 4
    assert done.stdout == b""
    assert done.stderr.decode() == "2 candidates, 1 unreadable; 0 files ignored as no export\n"
    rows = list(csv.DictReader(io.StringIO((tmp_path / "scores.csv").read_bytes().decode(), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["verdict"] == "not assessable"
    assert rows[1]["candidate"] == "ben"
    assert rows[1]["unreadable_because"]


def test_batch_formats(run, candidates):
    value = json.loads(run("batch", str(candidates), "-f", "json").stdout)
    Draft202012Validator(json.loads(schemas.text("batch"))).validate(value)
    lines = run("batch", str(candidates), "-f", "jsonl").stdout.decode().splitlines()
    assert [json.loads(line) for line in lines] == value["rows"]


def test_batch_in_which_all_is_well(run, few):
    assert run("batch", few).returncode == 0


def test_batch_in_which_nothing_is_readable(run, candidates):
    shutil.rmtree(candidates / "anna")
    assert run("batch", str(candidates)).returncode == 3


def test_batch_shows_no_bar_in_logs(run, candidates):
    assert b"\x1b" not in run("batch", str(candidates)).stderr


def test_batch_shows_a_bar_to_people(inside, few, monkeypatch):
    from reachcheck.cli import batch

    monkeypatch.setattr(batch, "is_terminal", lambda stream: True)
    code, out, err = inside("batch", few, "-f", "csv")
    assert code == 0
    assert out.startswith("candidate,")
    assert "1 candidate, 0 unreadable" in err


def test_inspect(run, few):
    text = run("inspect", few).stdout.decode()
    assert "TABLES" in text
    assert "followers.csv" in text
    value = json.loads(run("inspect", few, "-f", "json").stdout)
    Draft202012Validator(json.loads(schemas.text("inspect"))).validate(value)
    for source in value["sources"]:
        assert source["rows_read"] == source["rows_kept"] + source["rows_reported"]


def test_inspect_to_a_file(run, few, tmp_path):
    assert run("inspect", few, "-o", str(tmp_path / "i.json")).returncode == 0
    assert json.loads((tmp_path / "i.json").read_bytes())["schema"] == "reachcheck-inspect/1"


def test_inspect_as_a_table_for_an_issue(run, few, tmp_path):
    said = run("inspect", few, "-f", "md").stdout.decode()
    assert "| Sources | Reader | Rows read | Kept | Left out |\n| --- | --- | ---: | ---: | ---: |\n" in said
    assert "| `followers.csv` | generic table |" in said
    run("inspect", few, "-o", str(tmp_path / "i.md"))
    assert (tmp_path / "i.md").read_text("utf-8") == said


def test_rules_and_explain(inside):
    from reachcheck.rules import RULES

    _, listed, _ = inside("rules")
    for rule in RULES:
        assert rule.code in listed
        code, said, _ = inside("explain", rule.code.lower(), "--lang", "fr")
        assert code == 0
        assert "se trompe" in said
        assert "[" not in said


def test_explain_of_no_rule(run):
    done = run("explain", "XYZ999")
    assert done.returncode == 2
    assert "Choose one of DAT001" in done.stderr.decode()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_exports(run, lang):
    done = run("exports", "--lang", lang, "--width", "100")
    assert done.returncode == 0
    assert "LinkedIn" in done.stdout.decode()
    assert "--map" in done.stdout.decode()


@pytest.mark.parametrize("name", ["report", "batch", "inspect"])
def test_schema(run, name):
    schema = json.loads(run("schema", name).stdout)
    assert schema["$id"] == f"reachcheck-{name}/1"


def test_demo_shows_the_pair(run):
    text = run("demo").stdout.decode()
    assert text.index("GENUINE COMMUNITY") < text.index("INFLATED COUNT")


def test_demo_of_one_sample(run):
    text = run("demo", "new-account", "--lang", "fr").stdout.decode()
    assert text.startswith("$ reachcheck analyze new-account/\n")
    assert "NON ÉVALUABLE" in text


def test_demo_of_no_sample(run):
    done = run("demo", "../../etc")
    assert done.returncode == 2
    assert "circle-594" in done.stderr.decode()


def test_samples_in_the_wheel(tmp_path, monkeypatch):
    from reachcheck.cli import _samples

    monkeypatch.setattr(_samples, "__file__", str(tmp_path / "reachcheck" / "cli" / "_samples.py"))
    assert _samples.sample_names() == ()
    (tmp_path / "reachcheck" / "samples" / "one").mkdir(parents=True)
    assert _samples.sample_names() == ("one",)


def test_commands_without_settings_report_interrupts_too(inside, monkeypatch):
    from reachcheck.formats import schemas as shipped

    def interrupted(name):
        raise KeyboardInterrupt

    monkeypatch.setattr(shipped, "text", interrupted)
    assert inside("schema", "report")[0] == 130
