"""`reply` and `analyze --reply`: a sheet goes out and comes back, and its words stand where they belong."""

import csv
import json
import random
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

SAMPLE = "data/samples/nathan-3000"
BESIDE = {"events", "sources", "report_id", "reply", "verdict_if_reply_accepted", "findings"}
"""What a reply may change of a report; of findings only the key `reply`."""
WORDS, HAPPENED, DAY, LINK, KEY = range(6, 11)
CHANGES = ("as it is", "semicolons", "tabs", "utf-16", "cp1252", "shuffled", "in capitals", "workbook")


@pytest.fixture(scope="module", params=["en", "fr"])
def lang(request) -> str:
    return request.param


def answers(found: dict, code: str) -> list[dict]:
    (finding,) = [finding for finding in found["findings"] if finding["code"] == code]
    return finding["reply"]["answers"] if finding["reply"] else []


def test_the_sheet_asks_about_the_whole_report_and_about_each_part_that_is_flagged(sheet, lang) -> None:
    header, whole, *rows = sheet(lang=lang)
    assert len(header) == 11
    assert whole[0] == {"en": "The whole report", "fr": "L’ensemble du rapport"}[lang]
    assert [row[0][:6] for row in rows] == ["GRO101", "GRO101", "AUD201", "AUD201", "AUD202", "AUD202"]
    assert len({row[KEY] for row in rows}) == 6
    for row in rows:
        assert all(row[:6])
        assert row[WORDS:KEY] == [""] * 4


OWN = (
    ("+1,480 on 12 to 14 Feb 2026;", "12 to 14 Feb 2026", "1480", "daily.csv:135, daily.csv:136 and daily.csv:137"),
    ("+1,130 on 3 to 4 Jun 2026;", "3 to 4 Jun 2026", "1130", "daily.csv:245 and daily.csv:246"),
    (
        "1,202 of 1,465 who followed together (12 to 14 Feb 2026) were created 4 Mar to 28 Apr 2019",
        "accounts created 4 Mar to 28 Apr 2019", "1202", "followers.csv:2733 and followers.csv:1270",
    ),
    (
        "750 of 1,119 who followed together (3 to 4 Jun 2026) were created 13 Sep to 7 Nov 2021",
        "accounts created 13 Sep to 7 Nov 2021", "750", "followers.csv:1166 and followers.csv:51",
    ),
    (
        "1,207 of 1,464 in a row were created 20 Feb to 13 May 2019, and followed 12 to 14 Feb 2026",
        "accounts created 20 Feb to 13 May 2019", "1207", "followers.csv:2733 and followers.csv:1270",
    ),
    (
        "753 of 1,116 in a row were created 1 Sep to 18 Nov 2021, and followed 3 to 4 Jun 2026",
        "accounts created 1 Sep to 18 Nov 2021", "753", "followers.csv:1166 and followers.csv:51",
    ),
)  # fmt: skip
"""What each row says of its own step or block; those who followed together counted by hand in followers.csv."""


def test_each_row_speaks_of_its_own_days_people_and_rows(sheet, samples) -> None:
    _, _, *rows = sheet()
    for row, (seen, days, people, places) in zip(rows, OWN, strict=True):
        assert seen in row[1] and "clearest" not in row[1]
        assert row[2:5] == [days, people, places]
    assert "3 to 4 Jun" not in rows[0][1] and "12 to 14 Feb" not in rows[1][1]
    with (samples / "nathan-3000" / "followers.csv").open(encoding="utf-8", newline="") as file:
        listed = [(row["followed_at"][:10], row["created_at"]) for row in csv.DictReader(file)]
    together = [created for came, created in listed if "2026-06-03" <= came <= "2026-06-04"]
    assert (len(together), sum("2021-09-13" <= day <= "2021-11-07" for day in together)) == (1119, 750)


def test_the_report_says_of_how_many_blocks_the_clearest_is_told(inside) -> None:
    text = " ".join(inside("analyze", SAMPLE)[1].split())
    assert "4 Mar to 28 Apr 2019 (the clearest of 2 blocks)" in text
    said = " ".join(inside("analyze", SAMPLE, "--lang", "fr")[1].split())
    assert "(le plus net de 2 blocs)" in said


def test_the_sheet_names_no_follower(sheet, samples) -> None:
    text = json.dumps(sheet())
    with (samples / "nathan-3000" / "followers.csv").open(encoding="utf-8", newline="") as file:
        names = {row["handle"] for row in csv.DictReader(file)}
    assert len(names) == 3000
    assert [name for name in names if name in text] == []


def test_a_profile_of_which_nothing_is_flagged_can_still_be_answered_as_a_whole(inside) -> None:
    code, out, err = inside("reply", "data/samples/circle-594")
    assert (code, len(out.splitlines())) == (0, 2)
    assert "Nothing is flagged" in err


@pytest.mark.parametrize(
    "change", ["as it is", "semicolons", "tabs", "utf-16", "cp1252", "shuffled", "in capitals", "workbook"]
)
def test_a_sheet_comes_back_from_spreadsheets_as_it_was_meant(sheet, back, report, tmp_path, lang, change) -> None:
    rows = sheet(lang=lang)
    words = 'First line, with; marks "quoted".\nSecond line: l\'été à Zürich'
    day = "12/02/2026" if lang == "fr" else "2026-02-12"
    cells = [
        (2, WORDS, words),
        (2, HAPPENED, "Radio"),
        (2, DAY, day),
        (2, LINK, "https://a.example\nhttps://b.example"),
    ]
    mark = {"semicolons": ";", "tabs": "\t"}.get(change, ",")
    if change == "cp1252":
        rows = [[cell.replace("\u202f", "\u00a0") for cell in row] for row in rows]
    path = back(rows, *cells, mark=mark, encoding=change if change in ("utf-16", "cp1252") else "utf-8-sig")
    if change == "shuffled":
        random.Random(1).shuffle(rows[1:])
        path = back([rows[0], *rows[:0:-1], [""] * 11])
    if change == "in capitals":
        path = back([[name.upper() for name in rows[0]], *rows[1:]])
    if change == "workbook":
        book = Workbook()
        for row in rows:
            book.active.append(row)
        path = str(tmp_path / "filled.xlsx")
        book.save(path)
        words = " ".join(words.split())
    (said,) = answers(report(SAMPLE, "--reply", path), "GRO101")
    assert said["words"] == words
    assert said["links"] == ["https://a.example", "https://b.example"]
    assert said["events"] == [{"date": "2026-02-12", "what": "Radio", "origin": "stated"}]
    assert (said["days"], said["asked_about"]) == ({"from": "2026-02-12", "to": "2026-02-14"},) * 2
    assert (said["matched_by"], said["outcome"]) == ("followers", "explained")


def test_a_reply_changes_nothing_that_the_files_alone_say(sheet, back, report) -> None:
    rows = sheet()
    cells = [(row, column, text) for row in range(1, 8) for column, text in
             ((WORDS, "Untrue"), (HAPPENED, "Invented"), (DAY, "2026-02-12"), (LINK, "https://a.example"))]  # fmt: skip
    path = back(
        [*rows, *[[*rows[2][:HAPPENED], "Invented", f"2026-06-{n:02}", "", rows[2][KEY]] for n in range(1, 29)]], *cells
    )
    files, told = report(SAMPLE), report(SAMPLE, "--reply", path)
    assert told["verdict_if_reply_accepted"]["no_longer_flagged"] == ["GRO101"]
    assert told["verdict_if_reply_accepted"]["real_reach"]["high"] > told["real_reach"]["high"]
    for key in files.keys() - BESIDE:
        assert json.dumps(told[key]) == json.dumps(files[key]), key
    assert [{**one, "reply": None} for one in told["findings"]] == files["findings"]
    assert sum(len(answers(told, code)) for code in ("GRO101", "AUD201", "AUD202")) == 6


def test_words_stand_after_innocent_explanations_and_before_what_was_tested(inside, sheet, back) -> None:
    radio = [(2, WORDS, "I was on the radio."), (2, HAPPENED, "Radio"), (2, DAY, "2026-02-12"), (3, WORDS, "A talk.")]
    school = [(4, WORDS, "My school."), (4, HAPPENED, "Start of term"), (4, DAY, "2026-02-12")]
    path = back(sheet(), *radio, *school)
    _, out, _ = inside("analyze", SAMPLE, "--reply", path)
    text = " ".join(out.split())
    order = [
        "innocent? a crowd came", "reply 12 to 14 Feb 2026: “I was on the radio.” stated 12 Feb 2026: Radio",
        "tested If it is accepted, this is no longer flagged. reply 3 to 4 Jun 2026: “A talk.”",
        "tested No event with a day was stated, so there was nothing to test again. errs",
        "“My school.” stated 12 Feb 2026: Start of term tested An event can explain when people came.",
        "reply No reply yet.",
    ]  # fmt: skip
    places = [text.find(piece) for piece in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "If the reply is accepted: INFLATED COUNT (confidence: " in text
    assert "Flagged for fewer days then: GRO101. The verdict above is from the files alone." in text


def test_what_stands_in_a_table_beside_the_files_is_not_said_to_come_from_the_reply(
    inside, sheet, back, samples, tmp_path
) -> None:
    folder = shutil.copytree(samples / "nathan-3000", tmp_path / "nathan-3000")
    (folder / "events.csv").write_text("date,event\n2026-02-12,Radio\n", encoding="utf-8")
    for answer, said in (
        ([(1, WORDS, "Call me.")], "If the stated events are accepted: "),
        ([(2, HAPPENED, "Radio"), (2, DAY, "2026-02-12")], "If the reply is accepted: "),
        ([(2, HAPPENED, "A talk"), (2, DAY, "2026-02-12")], "If the stated events are accepted: "),
    ):
        text = inside("analyze", str(folder), "--reply", back(sheet(), *answer))[1]
        assert said in text


def test_an_event_that_does_not_fit_leaves_the_step_unexplained(sheet, back, report, inside) -> None:
    path = back(sheet(), (2, HAPPENED, "Radio"), (2, DAY, "2025-12-01"))
    (said,) = answers(report(SAMPLE, "--reply", path), "GRO101")
    assert said["outcome"] == "still_flagged"
    assert "Even if it is accepted, this stays flagged." in " ".join(
        inside("analyze", SAMPLE, "--reply", path)[1].split()
    )


def test_without_an_event_there_is_one_verdict(sheet, back, report, inside) -> None:
    path = back(sheet(), (1, WORDS, "Call me."), (2, HAPPENED, "Radio"))
    found = report(SAMPLE, "--reply", path)
    assert found["verdict_if_reply_accepted"] is None
    assert [said["words"] for said in found["reply"]["general"]] == ["Call me."]
    assert [said["undated"] for said in answers(found, "GRO101")] == [["Radio"]]
    text = " ".join(inside("analyze", SAMPLE, "--reply", path, "--lang", "fr")[1].split()).replace("\u202f", " ")
    for piece in ("il n’y a qu’une conclusion", "« Call me. »", "Radio (déclaré, sans jour)", "Pas encore de réponse."):
        assert piece in text


def test_several_rows_on_one_finding_are_one_answer_with_all_their_events(sheet, back, report) -> None:
    rows = sheet()
    more = [[*rows[2][:WORDS], "And a talk.", "Talk", "2026-02-13", "", rows[2][KEY]]]
    path = back([*rows, *more], (2, WORDS, "Radio."), (2, HAPPENED, "Radio"), (2, DAY, "2026-02-12"))
    (said,) = answers(report(SAMPLE, "--reply", path), "GRO101")
    assert said["words"] == "Radio.\nAnd a talk."
    assert [event["what"] for event in said["events"]] == ["Radio", "Talk"]


def test_a_reply_that_fits_no_finding_of_today_is_told_with_its_words(sheet, back, inside, report) -> None:
    rows = sheet()
    path = back(rows, (1, WORDS, "Hello"), (2, WORDS, "It was a mention."), (4, WORDS, "My school."))
    rows[2][KEY] = rows[2][KEY].replace("2026-02-12 2026-02-14", "2025-12-12 2025-12-14").rsplit(" ", 2)[0] + " - -"
    rows[4][KEY] = rows[4][KEY].replace("AUD201", "ENG302")
    found = report(SAMPLE, "--reply", back(rows))
    assert [(said["code"], said["words"]) for said in found["reply"]["unmatched"]] == [
        ("GRO101", "It was a mention."),
        ("ENG302", "My school."),
    ]
    assert found["reply"]["answered"] == 2
    assert answers(found, "GRO101") == []
    text = " ".join(inside("analyze", SAMPLE, "--reply", path)[1].split())
    assert (
        "On GRO101, 12 to 14 Dec 2025, which fits no finding of today (filled.csv:3): reply “It was a mention.”" in text
    )


def test_a_row_below_the_table_without_a_key_is_about_the_whole_report(sheet, back, report) -> None:
    found = report(SAMPLE, "--reply", back([*sheet(), [*[""] * WORDS, "And one more thing.", "", "", "", ""]]))
    assert [said["words"] for said in found["reply"]["general"]] == ["And one more thing."]


def test_an_empty_sheet_is_no_error(sheet, back, inside) -> None:
    code, out, _ = inside("analyze", SAMPLE, "--reply", back(sheet()))
    assert (code, out.count("No reply yet."), "reachcheck reply" in out) == (0, 3, False)


def test_without_a_sheet_the_report_says_how_to_make_one(inside) -> None:
    _, out, _ = inside("analyze", SAMPLE)
    assert (out.count("No reply yet."), out.count("reachcheck reply ... -o reply.csv")) == (3, 1)
    assert "reachcheck reply" not in inside("analyze", "data/samples/circle-594")[1]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([(2, DAY, "03/04/2026"), (2, HAPPENED, "x")], ["03/04/2026", "filled.csv:3", "12 Feb 2026"]),
        ([(3, DAY, "in spring"), (3, HAPPENED, "x")], ["in spring", "filled.csv:4"]),
        ([(3, DAY, "2026-02-12")], ["filled.csv:4", "what happened"]),
        ([(2, KEY, "GRO101")], ["key", "filled.csv:3"]),
        ([(2, WORDS, "x" * 5001)], ["5,001", "filled.csv:3", "Copy the row"]),
        ([(2, HAPPENED, "x" * 201)], ["201", "filled.csv:3"]),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_row_and_a_remedy(sheet, back, inside, cells, said) -> None:
    code, out, err = inside("analyze", SAMPLE, "--reply", back(sheet(), *cells))
    assert (code, out, "Traceback" in err) == (2, "", False)
    for piece in (*said, "to do: "):
        assert piece in err


def test_a_row_that_a_text_editor_broke_is_never_dropped_in_silence(sheet, back, inside, tmp_path) -> None:
    path = Path(back(sheet()))
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[2] = lines[2].replace(",,,,reachcheck", ",well, yes, no, perhaps,,,,reachcheck")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    code, out, err = inside("analyze", SAMPLE, "--reply", str(path))
    assert (code, out) == (2, "")
    assert "filled.csv:3" in err


def test_the_sheet_of_somebody_else_is_refused(sheet, back, inside) -> None:
    path = back(sheet(), (2, WORDS, "Mine."))
    code, out, err = inside("analyze", "data/samples/circle-594", "--reply", path)
    assert (code, out) == (2, "")
    assert "another profile" in err


@pytest.mark.parametrize(("name", "exit_code"), [("none.csv", 2), ("other.csv", 3), ("photo.csv", 3), ("folder", 3)])
def test_what_is_no_sheet_is_refused(inside, tmp_path, name, exit_code) -> None:
    (tmp_path / "other.csv").write_text("date,event\n2026-01-01,launch\n", encoding="utf-8")
    (tmp_path / "photo.csv").write_bytes(bytes(range(256)))
    (tmp_path / "folder").mkdir()
    code, out, err = inside("analyze", SAMPLE, "--reply", str(tmp_path / name))
    assert (code, out, "Traceback" in err) == (exit_code, "", False)
    assert name in err
