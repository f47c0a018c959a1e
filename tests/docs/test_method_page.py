"""The page on the method quotes every threshold as it stands, and names every measure, rule and innocent event."""

import re
import tomllib
from importlib import import_module
from importlib.resources import files
from typing import Any

import pytest
from pages import ROOT, text_of

from reachcheck.measures.registry import MEASURES
from reachcheck.rules.registry import RULES

PAGE = text_of(ROOT / "docs" / "method.md")
METHOD = tomllib.loads((files("reachcheck.method") / "1.toml").read_text(encoding="utf-8"))
QUOTED = re.findall(r"`([A-Za-z_][\w.]*) = ([^`]+)`", PAGE)


def flat(table: dict[str, Any], before: str = "") -> dict[str, Any]:
    """The keys of a method with their sections."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        found |= flat(value, f"{before}{key}.") if isinstance(value, dict) else {before + key: value}
    return found


THRESHOLDS = flat(METHOD)
CONSTANTS = [(name, value) for name, value in QUOTED if name.rpartition(".")[2].isupper() and name not in THRESHOLDS]


@pytest.mark.parametrize(("name", "value"), [pair for pair in QUOTED if pair not in CONSTANTS])
def test_a_quoted_threshold_is_that_of_the_method(name: str, value: str) -> None:
    assert name in THRESHOLDS
    assert tomllib.loads(f"value = {value}")["value"] == THRESHOLDS[name]


@pytest.mark.parametrize(("name", "value"), CONSTANTS)
def test_a_quoted_constant_is_that_of_the_code(name: str, value: str) -> None:
    module, _, constant = name.rpartition(".")
    assert str(getattr(import_module(f"reachcheck.{module}"), constant)) == value


def test_every_threshold_is_quoted() -> None:
    assert set(THRESHOLDS) <= {name for name, _ in QUOTED}


def test_a_threshold_that_moved_would_be_seen() -> None:
    assert ("growth.step_threshold", "3.0") in QUOTED
    assert len(QUOTED) > len(THRESHOLDS)


@pytest.mark.parametrize("measure", [*(spec.id for spec in MEASURES), "reach_gap"])
def test_every_measure_is_explained(measure: str) -> None:
    assert f"`{measure}`" in PAGE


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_rule_is_explained(code: str) -> None:
    assert f"**{code}**" in PAGE


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.feeds_conduct], ids=lambda rule: rule.code)
def test_the_rules_that_feed_conduct_are_named(rule: Any) -> None:
    sentence = next(
        line for line in re.split(r"(?<=[.:])\s", PAGE) if line.replace("\n", " ").endswith("feed conduct.")
    )
    assert rule.code in sentence


@pytest.mark.parametrize("event", sorted({event for events in METHOD["innocent"].values() for event in events}))
def test_every_innocent_event_is_explained_in_the_words_of_the_report(event: str) -> None:
    words = tomllib.loads((files("reachcheck.locale") / "en.toml").read_text(encoding="utf-8"))
    assert f"| `{event}` | {words['innocent'][event]} |" in PAGE
