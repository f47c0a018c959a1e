"""`--what-if` and `--mode`: what further exports could tell, and advice for the person alone."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reachcheck.formats import schemas

NATHAN, NEW = "data/samples/nathan-3000", "data/samples/new-account"


@pytest.fixture
def report(inside):
    def made(*args: str) -> dict:
        code, out, err = inside("analyze", *args, "-f", "json")
        assert (code, err) == (0, "")
        found = json.loads(out)
        Draft202012Validator(json.loads(schemas.text("report"))).validate(found)
        return found

    return made


@pytest.fixture
def followers(tmp_path: Path) -> str:
    path = tmp_path / "followers.csv"
    path.write_text("handle\nada\nben\n", encoding="utf-8")
    return str(path)


def test_advice_is_for_the_person_alone(report):
    own, other = report(NATHAN), report(NATHAN, "--mode", "recruiter")
    flagged = [finding["code"] for finding in own["findings"] if finding["status"] == "flagged"]
    assert [each["code"] for each in own["advice"]][: len(flagged)] == flagged
    assert other["advice"] == []
    assert {key for key in own if own[key] != other[key]} == {"advice", "mode"}


@pytest.mark.parametrize(("lang", "title"), [("en", "WHAT YOU CAN DO"), ("fr", "CE QUE VOUS POUVEZ FAIRE")])
def test_a_report_for_somebody_else_prints_no_advice(inside, lang, title):
    _, own, _ = inside("analyze", NATHAN, "--lang", lang)
    _, other, _ = inside("analyze", NATHAN, "--lang", lang, "--mode", "recruiter")
    assert title in own and title not in other
    assert max(map(len, own.splitlines())) <= 80


def test_a_mode_that_does_not_exist(inside):
    code, out, err = inside("analyze", NATHAN, "--mode", "judge")
    assert (code, out) == (2, "") and "recruiter" in err


def test_to_what_an_event_clears_no_advice_is_printed(report, inside, tmp_path: Path):
    events = tmp_path / "events.csv"
    events.write_text("date,event\n2026-02-12,a talk\n2026-06-03,a broadcast\n", encoding="utf-8")
    bare, told = report(NATHAN), report(NATHAN, "--events", str(events))
    assert "GRO101" in told["verdict_if_reply_accepted"]["no_longer_flagged"]
    assert told["advice"] == bare["advice"]
    _, out, _ = inside("analyze", NATHAN, "--events", str(events))
    given = out.partition("WHAT YOU CAN DO")[2].partition("MEASURES")[0]
    assert "AUD201" in given and "GRO101" not in given


def test_what_if_changes_nothing_but_itself(report):
    bare, asked = report(NEW), report(NEW, "--what-if")
    assert bare["what_if"] == [] and asked["what_if"]
    assert {key for key in bare if bare[key] != asked[key]} == {"what_if"}


def test_missing_names_measures_that_are_unknown(report, followers):
    found = report(followers)
    unknown = {measure["id"] for measure in found["measures"] if measure["status"] == "unknown"}
    assert found["verdict"]["missing"]
    for missing in found["verdict"]["missing"]:
        assert missing["measures"] and set(missing["measures"]) <= unknown


def test_what_if_agrees_with_what_is_missing(report, followers):
    found = report(followers, "--what-if")
    told = {each["export"]: each for each in found["what_if"]}
    for missing in found["verdict"]["missing"]:
        each = told[missing["export"]]
        assert {name for one in each["unlocks"] for name in one["measures"]} == set(missing["measures"])
        end = {"lower": "raises_lower_end_to", "upper": "lowers_upper_end_to"}.get(missing["moves"])
        assert end is None or each[end] == missing["at_most"]


def test_growth_takes_one_of_two_exports_and_the_block_both(report, tmp_path: Path):
    path = tmp_path / "followers.csv"
    path.write_text("handle\n" + "".join(f"p{i}\n" for i in range(60)), encoding="utf-8")
    told = {each["export"]: each["unlocks"] for each in report(str(path), "--what-if")["what_if"]}
    assert told["daily"][0]["beside"] == [] and "growth_steps" in told["daily"][0]["measures"]
    assert told["daily"][0]["rules"] == ["GRO101", "GRO104"]
    together = {tuple(one["beside"]): one for one in told["followers_dated"]}
    assert "growth_steps" in together[()]["measures"]
    assert together[("followers_created",)] == {
        "beside": ["followers_created"], "measures": ["creation_block"], "rules": ["AUD201"],
    }  # fmt: skip


def test_a_rule_can_look_once_the_export_is_there(report, followers, tmp_path: Path):
    told = {each["export"]: each["unlocks"] for each in report(followers, "--what-if")["what_if"]}
    assert told["posts_dated"][0]["rules"] == ["CON601"]
    posts = tmp_path / "posts.csv"
    posts.write_text("post,date\np1,2026-01-03\np2,2026-01-09\np3,2026-01-20\n", encoding="utf-8")
    status = {finding["code"]: finding["status"] for finding in report(followers, str(posts))["findings"]}
    assert status["CON601"] == "clear"


def test_what_a_platform_gives_to_nobody_is_told_as_such(report, inside, tmp_path: Path):
    (tmp_path / "Connections.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ada,L,https://www.linkedin.com/in/ada,,,,02 Jan 2026\n",
        encoding="utf-8",
    )
    path = str(tmp_path / "Connections.csv")
    told = {each["export"]: each for each in report(path, "--what-if")["what_if"]}
    assert told["responses"]["withheld"] is True
    assert told["responses"]["raises_lower_end_to"] is None
    assert "repeat_responder_rate" in told["responses"]["unlocks"][0]["measures"]
    _, out, _ = inside("analyze", path, "--what-if")
    assert "LinkedIn gives it to nobody" in out
    for lang in ("en", "fr"):
        _, out, _ = inside("analyze", path, "--what-if", "--lang", lang)
        assert max(map(len, out.splitlines())) <= 80


def test_with_what_if_nothing_is_told_twice(inside, followers):
    _, bare, _ = inside("analyze", followers)
    _, asked, _ = inside("analyze", followers, "--what-if")
    assert "WHAT FURTHER EXPORTS COULD TELL" in asked and "WHAT FURTHER EXPORTS COULD TELL" not in bare
    assert "With the list of accounts followed: " in bare and "With the list of accounts followed: " not in asked


@pytest.mark.parametrize("platform", ["", "instagram"])
def test_what_could_move_an_end_is_missing_unless_the_platform_gives_it_to_nobody(report, tmp_path, platform) -> None:
    (tmp_path / "profile.csv").write_text(f"handle,followers,platform\nada,900,{platform}\n", encoding="utf-8")
    found = report(str(tmp_path), "--what-if")
    missing = {each["export"] for each in found["verdict"]["missing"] if each["moves"]}
    ends = ("raises_lower_end_to", "lowers_upper_end_to")
    could = {each["export"] for each in found["what_if"] if any(each[end] is not None for end in ends)}
    assert ("followers_figures" in missing) == ("followers_figures" in could) == (not platform)
