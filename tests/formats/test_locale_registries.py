"""Ids of the registries have words: measures, denominators, exports, rules, innocent events, platforms."""

import csv
from importlib.resources import files

import pytest
from locale_keys import RULE_CODES

from reachcheck.facts.rates import FILE
from reachcheck.formats.locales import LANGUAGES, load

WORST_NAMED = ("honest", "two_exports")
pytestmark = pytest.mark.parametrize("lang", LANGUAGES)


def _idents(lang: str, family: str) -> set[str]:
    return {key.partition(".")[2] for key in load(lang).texts if key.startswith(f"{family}.")}


def test_measures(lang):
    from reachcheck.measures.registry import MEASURES

    assert {spec.id for spec in MEASURES} - _idents(lang, "measure") == set()
    assert {"count_today", *(spec.denominator for spec in MEASURES)} ^ _idents(lang, "denominator") == set()
    assert {need.export for spec in MEASURES for need in spec.needs} - _idents(lang, "export") == set()


def test_rules(lang):
    from reachcheck.rules import RULES

    assert {rule.code for rule in RULES} == set(RULE_CODES)
    assert {rule.family for rule in RULES} - _idents(lang, "family") == set()


def test_innocent_events(lang):
    from reachcheck.settings import load as settings

    events = {event for names in settings().method.innocent.values() for event in names}
    assert events == _idents(lang, "innocent")


def test_platforms(lang):
    from reachcheck.facts.platforms import platforms

    known = set(platforms())
    assert known == _idents(lang, "platform")
    assert known == _idents(lang, "guide_request")
    assert {export for facts in platforms().values() for export in facts.withheld} - _idents(lang, "export") == set()
    assert {facts.noun for facts in platforms().values()} <= {n.partition(".")[0] for n in _idents(lang, "noun")}


def test_published_figures(lang):
    rows = list(csv.DictReader((files("reachcheck.facts") / FILE).read_text(encoding="utf-8").splitlines()))
    for column in ("population", "numerator"):
        assert {row[column].replace(" ", "_") for row in rows} == _idents(lang, f"published_{column}")


def test_scenarios(lang):
    from reachcheck.facts import error_rates, verdict_rates

    worst = {rate.worst.world for rate in error_rates.rates()}
    worst |= {each.most.world for each in verdict_rates.cells() if each.got.isupper() and each.who in WORST_NAMED}
    named = {world.partition(": ")[2].replace(" ", "_") for world in worst}
    assert named - _idents(lang, "scenario") == set()


def test_guide(lang):
    from reachcheck.formats.text.guide import FILES

    assert set(FILES) == _idents(lang, "guide_file")


def test_readers(lang):
    from reachcheck.readers.recognise import READERS

    assert {reader.name for reader in READERS} - _idents(lang, "reader") == set()
