"""What the person says happened, given with --events or as a file beside the figures."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reachcheck.formats import schemas

START = date(2026, 1, 1)
STEP = 100
"""The day on which 2000 people come, with no more visits than on any other."""


def day(n: int) -> str:
    return (START + timedelta(days=n)).isoformat()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Half a year of 4,000 to 7,000 followers."""
    folder = tmp_path / "export"
    folder.mkdir()
    rows, level = ["date,followers,new followers,profile visits"], 4000
    for n in range(180):
        gained = 2000 if n == STEP else 5 + n % 3
        level += gained
        rows.append(f"{day(n)},{level},{gained},{100 + n % 7}")
    (folder / "daily.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def events(path: Path, *rows: str, header: str = "date,event") -> str:
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return str(path)


def report(run, *args: str) -> dict:
    done = run("analyze", *args, "-f", "json")
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    Draft202012Validator(json.loads(schemas.text("report"))).validate(found)
    return found


def kinds(found: dict) -> list[str]:
    return [
        part["kind"] for measure in found["measures"] if measure["id"] == "growth_steps" for part in measure["parts"]
    ]


def status(found: dict, code: str) -> str:
    return {finding["code"]: finding["status"] for finding in found["findings"]}[code]


def cleared(found: dict) -> list[str]:
    return found["verdict_if_reply_accepted"]["no_longer_flagged"]


@pytest.mark.parametrize(("at", "explains"), [(STEP - 4, False), (STEP - 3, True), (STEP, True)])
def test_a_step_on_the_days_of_a_stated_event_would_not_be_flagged_if_it_is_accepted(
    run, export, tmp_path, at, explains
) -> None:
    found = report(run, str(export), "--events", events(tmp_path / "said.csv", f"{day(at)},On the radio"))
    assert (kinds(found), status(found, "GRO101")) == (["unexplained"], "flagged")
    accepted = found["verdict_if_reply_accepted"]
    assert cleared(found) == (["GRO101"] if explains else [])
    assert accepted["conduct"]["level"] == ("none seen" if explains else "to look at")
    assert accepted["label"] == ("not assessable" if explains else "mixed")
    assert accepted["real_reach"]["high"] >= found["real_reach"]["high"]
    assert found["events"] == [{"date": day(at), "what": "On the radio", "origin": "stated"}]


@pytest.mark.parametrize("place", ["given", "in the folder"])
def test_what_is_stated_changes_nothing_that_the_files_alone_say(run, export, tmp_path, place) -> None:
    beside = {"events", "sources", "report_id", "verdict_if_reply_accepted"}
    files = report(run, str(export))
    name = tmp_path / "said.csv" if place == "given" else export / "events.csv"
    said = events(name, *(f"{day(n)},Invented" for n in range(0, 180, 2)))
    told = report(run, str(export), *(("--events", said) if place == "given" else ()))
    assert files["verdict_if_reply_accepted"] is None
    assert cleared(told) == ["GRO101"]
    for key in files.keys() - beside:
        assert json.dumps(told[key]) == json.dumps(files[key]), key


def test_a_step_of_two_that_an_event_explains_is_told(run, export, tmp_path) -> None:
    head, *rows = (export / "daily.csv").read_text(encoding="utf-8").splitlines()
    for n in range(150, 180):
        at, level, gained, visits = rows[n].split(",")
        rows[n] = ",".join((at, str(int(level) + 3000), str(int(gained) + 3000 * (n == 150)), visits))
    (export / "daily.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    said = events(tmp_path / "said.csv", f"{day(STEP)},On the radio")
    found = report(run, str(export), "--events", said)
    assert (kinds(found), cleared(found)) == (["unexplained", "unexplained"], [])
    assert found["verdict_if_reply_accepted"]["flagged_for_fewer_days"] == ["GRO101"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "If the stated events are accepted: NOT ASSESSABLE (confidence: low). Real reach would be 0 to 7,074. "
               "No longer flagged then: GRO101. The verdict above is from the files alone."),
        ("fr", "Si les événements déclarés sont admis : NON ÉVALUABLE (confiance : faible). Le public réel serait "
               "de 0 à 7 074. Ne seraient plus des écarts : GRO101. La conclusion ci-dessus vient des fichiers seuls."),
    ],
)  # fmt: skip
def test_both_verdicts_are_printed(run, export, tmp_path, lang, said) -> None:
    table = events(tmp_path / "said.csv", f"{day(STEP)},On the radio")
    text = run("analyze", str(export), "--events", table, "--lang", lang).stdout.decode().replace("\u202f", " ")
    assert said in " ".join(text.split())


def test_an_event_in_the_folder_is_stated_as_one_that_is_given_is(run, export, tmp_path) -> None:
    row = f"{day(STEP)},On the radio"
    given = report(run, str(export), "--events", events(tmp_path / "said.csv", row))
    events(export / "events.csv", row)
    found = report(run, str(export))
    assert kinds(found) == ["unexplained"]
    assert found["events"] == [{"date": day(STEP), "what": "On the radio", "origin": "stated"}]
    assert found["verdict_if_reply_accepted"] == given["verdict_if_reply_accepted"]


def test_events_in_the_list_of_a_json_file_are_stated_too(run, export) -> None:
    head, *rows = (export / "daily.csv").read_text(encoding="utf-8").splitlines()
    daily = [dict(zip(head.split(","), row.split(","), strict=True)) for row in rows]
    (export / "daily.csv").unlink()
    content = {"daily": daily, "events": [{"date": day(STEP), "event": "On the radio"}, {"date": day(9), "event": "A"}]}
    (export / "mine.json").write_text(json.dumps(content), encoding="utf-8")
    found = report(run, str(export))
    assert (kinds(found), cleared(found)) == (["unexplained"], ["GRO101"])


def test_the_same_event_given_and_in_the_folder_is_one(run, export, tmp_path) -> None:
    events(export / "events.csv", f"{day(STEP)},On the radio", f"{day(3)},A talk")
    found = report(run, str(export), "--events", events(tmp_path / "said.csv", f"{day(STEP)},On the radio"))
    assert [(event["date"], event["origin"]) for event in found["events"]] == [
        (day(3), "stated"),
        (day(STEP), "stated"),
    ]


def test_an_announced_event_does_not_move_the_day_that_the_data_speak_of(run, export, tmp_path) -> None:
    said = events(tmp_path / "said-2027-03-01.csv", "2027-05-01,A tour")
    assert report(run, str(export), "--events", said)["profile"]["as_of"] == day(179)


def test_no_events_are_an_empty_list(run, export) -> None:
    assert report(run, str(export))["events"] == []


@pytest.mark.parametrize(
    ("lang", "title", "given", "in_folder"),
    [
        ("en", "EVENTS", "11 Apr 2026: On the radio (stated)", "4 Jan 2026: A talk (stated)"),
        ("fr", "ÉVÉNEMENTS", "11 avril 2026 : On the radio (déclaré)", "4 janv. 2026 : A talk (déclaré)"),
    ],
)
def test_the_text_has_a_line_for_each(run, export, tmp_path, lang, title, given, in_folder) -> None:
    events(export / "events.csv", f"{day(3)},A talk")
    said = events(tmp_path / "said.csv", f"{day(STEP)},On the radio")
    text = run("analyze", str(export), "--events", said, "--lang", lang).stdout.decode().replace("\u202f", " ")
    lines = [line.strip() for line in text.splitlines()]
    assert lines[lines.index(title) + 1 :][:2] == [in_folder, given]


@pytest.mark.parametrize(
    ("lang", "label", "said"),
    [
        ("en", "beside it", "11 Apr 2026: 1 of 1 day brought a multiple of 100 (+2,000 on 11 Apr 2026)."),
        ("fr", "à noter", "le 11 avril 2026 : 1 jour sur 1 a apporté un multiple de 100 (+2 000 le 11 avril 2026)."),
    ],
)
def test_what_else_there_is_to_see_of_a_step_stands_under_it(run, export, lang, label, said) -> None:
    report(run, str(export))
    done = run("analyze", str(export), "--lang", lang, "--width", "160")
    text = " ".join(done.stdout.decode().replace("\u202f", " ").split())
    assert f" {label} {said}" in text


def test_what_an_event_is_called_is_inert(run, export, tmp_path) -> None:
    said = events(tmp_path / "said.csv", f"{day(STEP)},\x1b[2J\u202ebad")
    text = run("analyze", str(export), "--events", said).stdout.decode()
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        ("event", "On the radio", "date"),
        ("date,event", "some day,On the radio", "some day"),
        ("handle,followed at", "ann,2026-01-01", "date"),
    ],
)
def test_a_file_without_dated_events_is_an_error_with_place_and_remedy(
    run, export, tmp_path, header, row, said
) -> None:
    done = run("analyze", str(export), "--events", events(tmp_path / "said.csv", row, header=header))
    assert done.returncode in (2, 3)
    assert (done.stdout, b"Traceback" in done.stderr) == (b"", False)
    for piece in ("said.csv", "to do: ", said):
        assert piece in done.stderr.decode()


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("followers_1.json", b'[{"title": "", "media_list_data": [], "string_list_data": [{"href": '
                             b'"https://www.instagram.com/ann", "value": "ann", "timestamp": 1700000000}]}]'),
        ("photo.bin", bytes(range(256))),
    ],
)  # fmt: skip
def test_another_export_holds_no_events(run, export, tmp_path, name, content, lang) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("analyze", str(export), "--events", str(tmp_path / name), "--lang", lang)
    assert done.returncode == 2
    said = done.stderr.decode()
    assert name in said
    assert {"en": "date,event", "fr": "date,événement"}[lang] in said


def test_a_file_of_events_that_is_not_there(run, export, tmp_path) -> None:
    done = run("analyze", str(export), "--events", str(tmp_path / "nowhere.csv"))
    assert done.returncode in (2, 3)
    assert "nowhere.csv" in done.stderr.decode()


def test_columns_of_the_events_can_be_mapped_beside_those_of_the_other_files(run, export, tmp_path) -> None:
    said = events(tmp_path / "said.csv", f"{day(STEP)},On the radio", header="date,Anlass der Woche")
    found = report(run, str(export), "--events", said, "--map", "what=Anlass der Woche")
    assert cleared(found) == ["GRO101"]
    done = run("analyze", str(export), "--events", said, "--map", "what=Anlass", "--map", "likes=Nope")
    assert done.returncode in (2, 3)


@pytest.mark.parametrize("handle", ["ann", "@Ann"])
def test_events_are_of_the_one_profile_that_is_asked_for(run, export, tmp_path, handle) -> None:
    head, *rows = (export / "daily.csv").read_text(encoding="utf-8").splitlines()
    many = [f"{name},{row}" for name in ("ann", "ben") for row in rows]
    sheet = events(tmp_path / "daily.csv", *many, header=f"handle,{head}")
    said = events(tmp_path / "said.csv", f"{day(STEP)},On the radio")
    assert cleared(report(run, sheet, "--handle", handle, "--events", said)) == ["GRO101"]
    assert report(run, sheet, "--handle", "ben")["verdict_if_reply_accepted"] is None
    done = run("analyze", sheet, "--events", said)
    assert (done.returncode, done.stdout) == (2, b"")


def test_a_handle_for_files_that_name_nobody_is_that_of_the_events_too(run, export, tmp_path) -> None:
    said = events(tmp_path / "said.csv", f"{day(STEP)},On the radio")
    found = report(run, str(export), "--handle", "ann", "--events", said)
    assert (found["profile"]["handle"], cleared(found)) == ("ann", ["GRO101"])


def test_the_columns_of_a_table_are_saved_beside_events(run, export, tmp_path) -> None:
    said, saved = events(tmp_path / "said.csv", f"{day(STEP)},On the radio"), tmp_path / "saved.toml"
    report(run, str(export), "--events", said, "--save-map", str(saved))
    assert 'role = "daily"' in saved.read_text(encoding="utf-8")


def test_a_row_of_a_batch_holds_what_the_files_alone_say(run, export, tmp_path) -> None:
    (tmp_path / "all").mkdir()
    figures = (export / "daily.csv").read_text(encoding="utf-8")
    for name in ("anna", "ben"):
        (tmp_path / "all" / f"daily_{name}.csv").write_text(figures, encoding="utf-8")
        (tmp_path / "all" / f"sub-{name}").mkdir()
        (tmp_path / "all" / f"sub-{name}" / "daily.csv").write_text(figures, encoding="utf-8")
    events(tmp_path / "all" / "events_anna.csv", f"{day(STEP)},On the radio")
    events(tmp_path / "all" / "sub-anna" / "events.csv", f"{day(STEP)},On the radio")
    rows = json.loads(run("batch", str(tmp_path / "all"), "-f", "json").stdout)["rows"]
    assert [row["source"] for row in rows] == ["sub-anna", "sub-ben", "anna", "ben"]
    assert {row["conduct"] for row in rows} == {"to look at"}
    apart = {"candidate", "source", "events_stated", "verdict_if_accepted"}
    assert len({json.dumps({key: row[key] for key in row.keys() - apart}, sort_keys=True) for row in rows}) == 1
    assert [row["events_stated"] for row in rows] == [1, 0, 1, 0]
    assert [row["verdict_if_accepted"] for row in rows] == ["not assessable", None, "not assessable", None]
