"""Needs as files: those that ship, and what somebody writes by mistake or to do harm."""

import re
from pathlib import Path

import pytest

from reachcheck.errors import SettingsError, UsageError
from reachcheck.message import Message, Param, msg
from reachcheck.needs import files
from reachcheck.needs.files import SHIPPED, UNITS, load, parsed
from reachcheck.needs.weights import weights
from reachcheck.results.need import Criterion

GOOD = """name = "ours"
title = "What we look for"

[[criteria]]
name = "talk"
measure = "comments_answered_share"
at_least = 0.3
purpose = "an answer"
"""


def broken(text: str) -> SettingsError:
    with pytest.raises(SettingsError) as caught:
        parsed(text, "ours.toml")
    assert caught.value.place.startswith("ours.toml") and caught.value.remedy is not None
    assert caught.value.exit_code == 2
    return caught.value


def test_a_file_says_what_it_says() -> None:
    need = parsed(GOOD, "ours.toml")
    assert (need.name, need.title) == ("ours", {"": "What we look for"})
    assert need.criteria == (
        Criterion(name="talk", measure="comments_answered_share", at_least=0.3, purpose={"": "an answer"}),
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_those_that_ship_are_named_as_their_files_and_speak_both_languages(name: str) -> None:
    need = load(name)
    assert need.name == name
    assert set(need.title) == {"en", "fr"}
    assert all(set(criterion.purpose) == {"en", "fr"} for criterion in need.criteria)
    assert all(criterion.weight is None for criterion in need.criteria)


@pytest.mark.parametrize("name", SHIPPED)
def test_texts_of_those_that_ship_keep_the_rules_of_all_texts(name: str) -> None:
    need = load(name)
    for texts in (need.title, *(criterion.purpose for criterion in need.criteria)):
        assert not re.search(r"\b(fake|bots?|fraud|suspicious)\b", texts["en"], re.IGNORECASE)
        assert not re.search(r"\b(faux|fausse|robot|fraude|suspect)\b", texts["fr"], re.IGNORECASE)
        assert "'" not in texts["fr"] and not re.search(r" [;:!?%»]", texts["fr"])
        assert all(len(text.split()) <= 25 for text in texts.values())


def test_the_folder_holds_those_that_ship_and_no_others() -> None:
    assert sorted(path.stem for path in Path(files.__file__).parent.glob("*.toml")) == sorted(SHIPPED)


def test_the_two_hold_the_criteria_of_the_essay() -> None:
    held = {name: {criterion.measure for criterion in load(name).criteria} for name in SHIPPED}
    assert held["notoriety"] == {"real_reach", "unexplained_gain_share", "top_ten_response_share"}
    assert held["internal-community"] == {
        "comments_answered_share", "repeat_responder_rate", "weeks_with_a_post", "reciprocity_of_followers",
    }  # fmt: skip


SAID: dict[str, dict[str, Param]] = {
    "need.criteria": {"most": 20}, "need.text": {"most": 200}, "need.twice": {"name": "talk"},
}  # fmt: skip
REMEDIES = {"need.no_measure": msg("need.measures", known=tuple(sorted(UNITS)))}


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("", "need.criteria", "ours.toml"),
        ("= [", "need.no_toml", "ours.toml"),
        ("a=" + "[" * 50_000, "need.no_toml", "ours.toml"),
        (changed('name = "ours"', 'name = "our need"'), "need.name", "ours.toml.name"),
        (changed('name = "ours"', 'name = "../x"'), "need.name", "ours.toml.name"),
        (changed('name = "ours"', 'name = "=1+1"'), "need.name", "ours.toml.name"),
        (changed('name = "ours"', "name = 3"), "need.name", "ours.toml.name"),
        (changed('name = "ours"', f'name = "{"x" * 41}"'), "need.name", "ours.toml.name"),
        (changed('title = "What we look for"', ""), "need.text", "ours.toml.title"),
        (changed('title = "What we look for"', "title = {}"), "need.text", "ours.toml.title"),
        (changed('title = "What we look for"', 'title = " "'), "need.text", "ours.toml.title"),
        (changed('title = "What we look for"', 'title = { de = "Was" }'), "need.text", "ours.toml.title"),
        (changed('title = "What we look for"', "title = { en = 1 }"), "need.text", "ours.toml.title"),
        (changed("What we look for", "x" * 201), "need.text", "ours.toml.title"),
        (changed('"an answer"', "[1]"), "need.text", "ours.toml: criteria[1].purpose"),
        (changed("[[criteria]]", "[criteria]"), "need.criteria", "ours.toml"),
        ('name = "a"\ntitle = "b"\ncriteria = [1]', "need.criteria", "ours.toml: criteria[1]"),
        ('name = "a"\ntitle = "b"\ncriteria = []', "need.criteria", "ours.toml"),
        (GOOD + GOOD.partition("\n\n")[2], "need.twice", "ours.toml"),
        (GOOD + GOOD.partition("\n\n")[2] * 20, "need.criteria", "ours.toml"),
        (changed("comments_answered_share", "age"), "need.no_measure", "ours.toml: criteria[1].measure"),
        (changed("comments_answered_share", "real_reach.low"), "need.no_measure", "ours.toml: criteria[1].measure"),
        (changed('"comments_answered_share"', "[]"), "need.no_measure", "ours.toml: criteria[1].measure"),
        (changed("at_least = 0.3", ""), "need.one_limit", "ours.toml: criteria[1]"),
        (changed("at_least = 0.3", "at_least = 0.3\nat_most = 0.5"), "need.one_limit", "ours.toml: criteria[1]"),
        (changed("at_least = 0.3", "at_least = 30"), "need.share", "ours.toml: criteria[1].at_least"),
        (changed("at_least = 0.3", "at_most = -0.1"), "need.share", "ours.toml: criteria[1].at_most"),
        (changed("at_least = 0.3", 'at_least = "0.3"'), "need.number", "ours.toml: criteria[1].at_least"),
        (changed("at_least = 0.3", "at_least = true"), "need.number", "ours.toml: criteria[1].at_least"),
        (changed("at_least = 0.3", "at_least = nan"), "need.number", "ours.toml: criteria[1].at_least"),
        (changed("at_least = 0.3", "at_least = inf"), "need.number", "ours.toml: criteria[1].at_least"),
        (changed("at_least = 0.3", "at_least = 2026-01-01"), "need.number", "ours.toml: criteria[1].at_least"),
        (changed("at_least = 0.3", f"at_least = {10**400}"), "need.number", "ours.toml: criteria[1].at_least"),
        (GOOD + "least_n = -1", "need.number", "ours.toml: criteria[1].least_n"),
        (GOOD + "weight = -1", "need.number", "ours.toml: criteria[1].weight"),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else str(value),
)
def test_a_file_that_is_no_need_is_told_where_and_what_to_do(text: str, key: str, place: str) -> None:
    error = broken(text)
    assert (error.problem, error.place) == (Message(key, SAID.get(key, {})), place)
    assert error.remedy == REMEDIES.get(key, msg("need.remedy"))


@pytest.mark.parametrize(
    ("text", "place", "known"),
    [
        ("colour = 1\n" + GOOD, "ours.toml", ("name", "title", "criteria")),
        (
            GOOD + "colour = 1",
            "ours.toml: criteria[1]",
            ("name", "measure", "at_least", "at_most", "least_n", "weight", "purpose"),
        ),
    ],
)
def test_an_unknown_key_is_answered_with_those_there_are(text: str, place: str, known: tuple[str, ...]) -> None:
    error = broken(text)
    assert (error.problem, error.place) == (msg("need.key", name="colour"), place)
    assert error.remedy == msg("need.keys", known=known)


def test_the_largest_number_and_an_n_of_nothing_are_numbers() -> None:
    (criterion,) = parsed(GOOD + "weight = 1e12\nleast_n = 0", "ours.toml").criteria
    assert (criterion.weight, criterion.least_n) == (1e12, 0.0)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"\x00\xff\xfe" * 30, "need.no_text"),
        (b"#" * 100_001, "need.too_large"),
        (b"\xef\xbb\xbf" + GOOD.encode(), None),
        (GOOD.replace("\n", "\r\n").encode(), None),
    ],
)
def test_bytes_that_are_no_need(tmp_path: Path, data: bytes, key: str | None) -> None:
    path = tmp_path / "ours.toml"
    path.write_bytes(data)
    if key is None:
        assert load(str(path)).name == "ours"
        return
    with pytest.raises(SettingsError) as caught:
        load(str(path))
    assert (caught.value.problem.key, caught.value.place) == (key, str(path))
    assert caught.value.problem.params == ({"most": 100} if key == "need.too_large" else {})


def test_what_is_wrong_in_a_file_is_told_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text("= [", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load(str(path))
    assert caught.value.place == str(path)


@pytest.mark.parametrize("given", ["notoritey", "", ".", "no/such/file.toml", "a\x00b"])
def test_a_name_that_nobody_has_is_answered_with_those_that_ship(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        load(given)
    assert (caught.value.problem, caught.value.place) == (msg("need.absent"), given)
    assert caught.value.remedy == msg("need.absent_remedy", known=SHIPPED)


# ---------------------------------------------------------------------------------------------- weights

TWO = (load("internal-community"), load("notoriety"))


def test_weights_that_are_not_said_are_1() -> None:
    first, second = weights(" conversation=2, real-reach = 0.5", TWO)
    assert first == {"conversation": 2.0, "retention": 1.0, "constancy": 1.0, "reciprocity": 1.0}
    assert second == {"real-reach": 0.5, "explained-growth": 1.0, "broad-responses": 1.0}


def test_weights_of_the_file_count_only_when_asked_for() -> None:
    need = parsed(GOOD + "weight = 3\n" + GOOD.partition("\n\n")[2].replace("talk", "walk"), "ours.toml")
    assert weights("file", [need]) == ({"talk": 3.0, "walk": 1.0},)
    assert weights("talk=2", [need]) == ({"talk": 2.0, "walk": 1.0},)


@pytest.mark.parametrize(
    ("given", "problem", "place"),
    [
        ("file", msg("need.weights_none"), "internal-community"),
        ("", msg("need.weights_shape", given=""), ""),
        ("conversation", msg("need.weights_shape", given="conversation"), ""),
        ("conversation=2, conversation=3", msg("need.weights_shape", given="conversation=3"), ""),
        ("conversation=", msg("need.weights_shape", given=""), ""),
        ("conversation=-1", msg("need.weights_shape", given="-1"), ""),
        ("conversation=nan", msg("need.weights_shape", given="nan"), ""),
        ("conversation=1000001", msg("need.weights_shape", given="1000001"), ""),
        ("conversation=0,retention=0,constancy=0,reciprocity=0", msg("need.weights_zero"), "internal-community"),
    ],
)
def test_what_is_no_weight(given: str, problem: Message, place: str) -> None:
    with pytest.raises(UsageError) as caught:
        weights(given, TWO)
    assert (caught.value.problem, caught.value.place or "") == (problem, place)
    assert caught.value.remedy == msg("need.weights_example")


def test_the_largest_weight_is_one() -> None:
    assert weights("conversation=1000000", TWO[:1])[0]["conversation"] == 1e6


def test_a_criterion_that_no_need_has_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError) as caught:
        weights("gender=2", TWO[1:])
    assert caught.value.problem == msg("need.weights_name", given="gender")
    known = ("real-reach", "explained-growth", "broad-responses")
    assert caught.value.remedy == msg("need.weights_names", known=known)


def test_weights_without_a_need() -> None:
    with pytest.raises(UsageError) as caught:
        weights("file", ())
    assert caught.value.problem == msg("need.weights_alone")
    assert caught.value.remedy == msg("need.weights_example")


def test_the_page_shows_a_whole_file_as_it_ships() -> None:
    page = (Path(__file__).parents[2] / "docs" / "needs.md").read_text(encoding="utf-8")
    shown = re.search(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    shipped = Path(files.__file__).parent / "internal-community.toml"
    assert shown is not None and shown[1] == shipped.read_text(encoding="utf-8")
