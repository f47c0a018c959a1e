"""The method: read strictly, named by its file, with innocent events for all that it may flag."""

import hashlib
import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.errors import SettingsError
from reachcheck.message import msg
from reachcheck.method import SECTIONS, Method, load, parse
from reachcheck.rules.registry import RULES
from reachcheck.settings import Settings
from reachcheck.settings import load as load_settings

CONTENT = (files("reachcheck.method") / "1.toml").read_bytes()
TABLE = tomllib.loads(CONTENT.decode())


def test_the_method_is_named_by_its_version_and_the_hash_of_its_file() -> None:
    assert load().name == f"1-{hashlib.sha256(CONTENT).hexdigest()[:8]}"
    assert (load().version, load().level) == (1, 0.95)
    assert load() == load(1)


def test_any_change_of_the_file_changes_the_name() -> None:
    assert parse(CONTENT + b"\n").name != load().name
    assert parse(CONTENT.replace(b"level = 0.95", b"level = 0.99")).level == 0.99


def test_every_number_of_the_file_is_in_the_method() -> None:
    made = parse(CONTENT)
    for section in SECTIONS:
        limits = getattr(made, section)
        for key, value in TABLE[section].items():
            assert getattr(limits, key) == frozen(value), (section, key)
    assert made.innocent == {code: tuple(events) for code, events in TABLE["innocent"].items()}


def frozen(value: object) -> object:
    return tuple(frozen(each) for each in value) if isinstance(value, list) else value


def wrong(content: bytes) -> SettingsError:
    with pytest.raises(SettingsError) as raised:
        parse(content)
    return raised.value


@pytest.mark.parametrize("section", SECTIONS)
def test_an_unknown_key_is_an_error_that_names_it(section: str) -> None:
    heading = f"[{section}]\n".encode()
    error = wrong(CONTENT.replace(heading, heading + b"unheard_of = 1\n"))
    assert error.problem == msg("method.keys", section=section, keys=("unheard_of",))


@pytest.mark.parametrize(("section", "key"), [(section, key) for section in SECTIONS for key in TABLE[section]])
def test_a_missing_key_is_an_error_that_names_it(section: str, key: str) -> None:
    before, heading, after = CONTENT.decode().partition(f"[{section}]\n")
    without = re.sub(rf"^{key} = (\[\n.*?^\]|[^\n]*)$", "", after, count=1, flags=re.M | re.S)
    error = wrong((before + heading + without).encode())
    assert error.problem == msg("method.keys", section=section, keys=(key,))


def test_a_missing_or_unknown_section_is_an_error_that_names_it() -> None:
    error = wrong(CONTENT.replace(b"[constancy]", b"[constance]"))
    assert error.problem == msg("method.keys", section="/", keys=("constance", "constancy"))


@pytest.mark.parametrize("key", ["version", "level", "innocent"])
def test_what_stands_outside_the_sections_is_required_too(key: str) -> None:
    text = CONTENT.replace(f"[{key}]".encode(), b"[other]") if key == "innocent" else CONTENT.replace(
        f"\n{key} =".encode(), b"\nother ="
    )  # fmt: skip
    assert wrong(text).problem == msg("method.keys", section="/", keys=tuple(sorted((key, "other"))))


def test_a_version_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(SettingsError) as raised:
        load(99)
    assert raised.value.problem == msg("method.absent", version=99)


@settings(deadline=None)
@given(st.integers(0, 10**6))
def test_a_threshold_is_read_as_it_stands(number: int) -> None:
    changed = CONTENT.replace(b"long_silence_days = 90", f"long_silence_days = {number}".encode())
    assert parse(changed).constancy.long_silence_days == number


# ------------------------------------------------------------------------------------------------ innocent events


def test_every_rule_that_feeds_conduct_has_innocent_events() -> None:
    for rule in RULES:
        if rule.feeds_conduct:
            assert load().innocent[rule.code], rule.code


def test_innocent_events_are_of_rules_that_exist_and_named_once_each() -> None:
    codes = {rule.code for rule in RULES}
    for code, events in load().innocent.items():
        assert code in codes
        assert len(events) == len(set(events)) > 0


def test_all_rules_that_can_flag_have_an_innocent_reading() -> None:
    assert set(load().innocent) == {rule.code for rule in RULES} - {"GRO104"}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_innocent_event_has_its_words(lang: str) -> None:
    words = tomllib.loads((files("reachcheck.locale") / f"{lang}.toml").read_text(encoding="utf-8"))["innocent"]
    assert set(words) >= {event for events in load().innocent.values() for event in events}


def test_a_step_and_a_block_have_no_innocent_event_in_common() -> None:
    innocent = load().innocent
    assert not set(innocent["GRO101"]) & set(innocent["AUD201"])


# ------------------------------------------------------------------------------------------------ sense


def test_thresholds_are_in_their_range() -> None:
    made = load()
    shares = [
        made.growth.least_share, made.growth.pseudo_share, made.audience.block_share,
        made.engagement.likes_from_followers, made.community.small_circle_share, made.data.disagreement_share,
        made.data.list_gap_share, made.verdict.inflated_upper_share, made.verdict.repeat_rate_low,
        made.verdict.answered_low, made.verdict.reciprocity_low, made.verdict.weeks_share,
        made.verdict.high_upper_share, made.verdict.high_lower_share,
    ]  # fmt: skip
    assert all(0 < share < 1 for share in shares)
    assert made.verdict.high_upper_share < made.verdict.inflated_upper_share
    assert made.verdict.strong_pieces >= 2
    assert made.verdict.for_kinds >= 2
    assert made.growth.windows == tuple(sorted(made.growth.windows))


def test_settings_hold_the_shipped_method() -> None:
    assert load_settings() == Settings() == Settings(method=load())
    assert isinstance(Settings().method, Method)
