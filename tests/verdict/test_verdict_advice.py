"""Advice: tied to what was seen, conditional, and never a way to move a figure."""

import re
from dataclasses import replace

import pytest

from made import absent, finding, known
from reachcheck.formats.locales import LANGUAGES, load
from reachcheck.message import msg
from reachcheck.results.advice import Advice
from reachcheck.results.verdict import Missing, RealReach
from reachcheck.rules.registry import RULES
from reachcheck.verdict.advice import CODES, advise

REACH = RealReach(low=6.0, high=41.0, bounds=())
UNKNOWN = absent("hollow_share")
NOTHING = Advice(code="nothing_flagged", text=msg("advice.nothing_flagged"))


def test_every_flag_that_can_be_raised_has_advice() -> None:
    assert {rule.code for rule in RULES} - set(CODES) == {"GRO104"}


def test_each_finding_that_is_flagged_has_its_own() -> None:
    found = advise([finding("CON601"), finding("GRO101"), finding("AUD201", "clear")], UNKNOWN, (), REACH)
    assert found == (
        Advice(code="CON601", text=msg("advice.CON601")),
        Advice(code="GRO101", text=msg("advice.GRO101")),
    )


def test_where_nothing_is_flagged_it_says_so() -> None:
    assert advise([finding("GRO101", "clear"), finding("AUD201", "unknown")], UNKNOWN, (), REACH) == (NOTHING,)


def test_where_real_reach_is_not_given_nobody_is_asked_to_name_it() -> None:
    (said,) = advise([finding("CON601", "clear")], UNKNOWN, (), None)
    assert said == Advice(code="nothing_flagged", text=msg("advice.nothing_to_repair"))


def test_who_is_not_there_and_what_is_missing() -> None:
    hollow = replace(known("hollow_share", 0.4), low=0.4, high=0.9)
    looked = [finding("GRO101", "clear")]
    found = advise(looked, hollow, (Missing(export="responses"), Missing(export="daily")), REACH)
    assert found == (
        NOTHING,
        Advice(code="hollow_share", text=msg("advice.hollow", share=0.4)),
        Advice(code="missing", text=msg("advice.missing", export="responses")),
    )
    assert advise(looked, replace(hollow, low=0.0), (), REACH) == (NOTHING,)


def test_where_no_rule_could_look_nobody_is_told_that_nothing_is_flagged() -> None:
    blind = [finding("GRO101", "unknown"), finding("AUD201", "unknown")]
    missing = Advice(code="missing", text=msg("advice.missing", export="daily"))
    assert advise(blind, UNKNOWN, (Missing(export="daily"),), REACH) == (missing,)


GAMING = {
    "en": r"\bbuy|\bboost|post more|more often|follow (them )?back|ask (people|your followers|them|for likes)",
    "fr": r"\bachet|\bdop(er|ez)|publiez plus|plus souvent|suivez.* en retour|demandez (à|aux) (vos|des|aux)",
}
CONDITIONS = {"en": r"\b[Ii]f\b", "fr": r"\b[Ss](i|'|’)"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_games_the_measures_and_all_about_people_is_conditional(lang: str) -> None:
    texts = {key: text for key, text in load(lang).texts.items() if key.startswith("advice.")}
    assert len(texts) == len(CODES) + 6
    for key, text in texts.items():
        assert not re.search(GAMING[lang], text, re.IGNORECASE), key
        if key.removeprefix("advice.") in CODES and key != "advice.DAT002":
            assert re.search(CONDITIONS[lang], text), key
