import json
import re
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

from reachcheck.formats import schemas


def test_text_on_standard_output(run, few):
    done = run("analyze", few)
    assert done.returncode == 0
    assert done.stderr == b""
    text = done.stdout.decode()
    assert "NOT ASSESSABLE" in text
    assert "\x1b" not in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_json_fits_its_schema(run, few):
    report = json.loads(run("analyze", few, "-f", "json").stdout)
    Draft202012Validator(json.loads(schemas.text("report"))).validate(report)


def test_the_same_input_gives_the_same_bytes(run, few):
    first, second = (run("analyze", few, "-f", "json", PYTHONHASHSEED=seed).stdout for seed in "12")
    assert first == second


STARTS = {
    "r.json": b"{\n", "r.txt": b"@new_account", "r.csv": b"candidate,id,name", "r": b"@new_account",
    "r.md": b"# `@new_account`", "r.parquet": b"PAR1",
}  # fmt: skip


@pytest.mark.parametrize("name", STARTS)
def test_the_suffix_chooses_the_format(inside, few, tmp_path, name):
    code, said, _ = inside("analyze", few, "-o", str(tmp_path / name))
    assert (code, said) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(STARTS[name])


def test_a_dash_is_standard_output(run, few):
    assert run("analyze", few, "-o", "-", "-f", "json").stdout.startswith(b"{\n")


def test_french(run, few):
    text = run("analyze", few, "--lang", "fr").stdout.decode()
    assert "PUBLIC RÉEL" in text
    assert "NON ÉVALUABLE" in text


@pytest.mark.parametrize("width", ["60", "160"])
def test_width(run, few, width):
    lines = run("analyze", few, "--width", width).stdout.decode().splitlines()
    assert max(map(len, lines)) <= int(width)
    assert max(map(len, lines)) > 0.9 * int(width) - 5


@pytest.mark.parametrize(("label", "code"), [("not assessable", 1), ("not-assessable", 1), ("inflated count", 0)])
def test_fail_on(run, few, label, code):
    assert run("analyze", few, "--fail-on", label).returncode == code


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--fail-on", "guilty"), "There is no verdict guilty."),
        (("-f", "pdf"), "There is no format pdf."),
        (("--map", "likes"), "likes maps no column."),
        (("--map", "=x"), "=x maps no column."),
        (("--handle", "nobody_here"), "nobody_here"),
        (("-o", "/no/such/folder/r.txt"), "The result cannot be written there."),
    ],
)
def test_usage_errors_say_what_to_do(run, few, args, said):
    done = run("analyze", few, *args)
    assert done.returncode == 2
    assert done.stdout == b""
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("args", [("analyze",), ("analyse", "x"), ("analyze", "x", "--form", "json"), ("schema", "x")])
def test_usage_errors_of_the_command_line_itself(run, args):
    assert run(*args).returncode == 2


def test_nothing_readable(run, tmp_path):
    (tmp_path / "photo.bin").write_bytes(bytes(range(256)))
    done = run("analyze", str(tmp_path / "photo.bin"))
    assert done.returncode == 3
    assert done.stderr.decode().startswith("error: ")
    assert "to do: " in done.stderr.decode()


def test_errors_speak_the_chosen_language(run, tmp_path):
    done = run("analyze", str(tmp_path / "nowhere.csv"), "--lang", "fr")
    assert done.stderr.decode().startswith("erreur\u202f: ")
    assert "à faire\u202f: " in done.stderr.decode()


def test_names_of_files_are_inert_in_errors(run, tmp_path):
    done = run("analyze", str(tmp_path / "a\u202e\x1b[2Jb.csv"))
    assert "\\u{202e}\\u{1b}" in done.stderr.decode()
    assert "\x1b" not in done.stderr.decode()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_without_unicode(run, few, encoding):
    for lang in ("en", "fr"):
        done = run("analyze", few, "--lang", lang, PYTHONIOENCODING=encoding)
        assert done.returncode == 0
        text = done.stdout.decode(encoding)
        assert not re.search("[█▒░▁\u202f’]", text)
        assert "#" in text
        if lang == "fr":
            assert ("COMMUNAUTÉ" if encoding == "cp1252" else "NON EVALUABLE") in text or "NON ÉVALUABLE" in text


def test_json_is_utf8_whatever_the_terminal(run, few):
    plain = run("analyze", few, "-f", "json", "--lang", "fr").stdout
    assert run("analyze", few, "-f", "json", "--lang", "fr", PYTHONIOENCODING="ascii").stdout == plain


def test_standard_input(run, samples):
    content = (samples / "new-account" / "posts.csv").read_bytes()
    done = run("inspect", "-", "-f", "json", stdin=content)
    assert done.returncode == 0
    assert json.loads(done.stdout)["tables"]["posts"]["rows"] > 0


def test_a_reader_that_went_away_is_no_error(samples):
    command = [sys.executable, "-m", "reachcheck", "analyze", str(samples / "new-account")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(120) == 0
    assert said == b""


def test_our_own_faults(inside, few, monkeypatch):
    from reachcheck import pipeline

    def broken(*args, **options):
        raise ZeroDivisionError("row 3 of somebody's file")

    monkeypatch.setattr(pipeline, "read", broken)
    code, out, err = inside("analyze", few)
    assert (code, out) == (70, "")
    assert err.startswith("error: this is our fault, not yours (ZeroDivisionError).")
    assert "somebody" not in err
    code, _, err = inside("analyze", few, "--debug")
    assert code == 70
    assert "Traceback" in err


def test_an_interrupt(inside, few, monkeypatch):
    from reachcheck import pipeline

    def interrupted(*args, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read", interrupted)
    code, _, err = inside("analyze", few)
    assert (code, err) == (130, "")


def test_options_reach_the_pipeline(inside, few, monkeypatch):
    from datetime import date

    from reachcheck import pipeline

    seen = {}

    def read(paths, options, *, as_of, handle, events):
        seen.update(paths=paths, options=options, as_of=as_of, handle=handle, events=events)
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read", read)
    inside("analyze", few, "x", "--map", "likes=J'aime = oui", "--as", "posts", "--date-order", "dmy", "--handle", "n",
           "--as-of", "2026-09-30", "--events", "a.csv", "--events", "b.csv")  # fmt: skip
    assert seen["paths"] == [few, "x"]
    assert seen["options"].columns == {"likes": "J'aime = oui"}
    assert (seen["options"].role, seen["options"].date_order) == ("posts", "dmy")
    assert (seen["as_of"], seen["handle"]) == (date(2026, 9, 30), "n")
    assert seen["events"] == ["a.csv", "b.csv"]
