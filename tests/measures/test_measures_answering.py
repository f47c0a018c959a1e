"""Followers who came together and respond as the others do are people: told, and not held against anybody."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from build import EASY, METHOD, Direction, dossier, followers, measured, responses
from reachcheck.measures.answering import answering
from reachcheck.measures.base import Context
from reachcheck.message import Message, msg
from reachcheck.model.dossiers import Dossiers
from reachcheck.pipeline import analyze
from reachcheck.settings import Settings
from reachcheck.simulate.as_read import as_read
from reachcheck.simulate.plans import Group, Purchase
from reachcheck.simulate.profiles import run_plan
from reachcheck.simulate.scenarios import CIRCLE

GROUP, OTHERS = [f"g{i}" for i in range(40)], [f"o{i}" for i in range(100)]
AFTER, BEFORE = "2026-03-10", "2026-02-10"


def profile(of_group: int, of_others: int, at: str | None = AFTER, **more: str) -> Dossiers:
    """Forty who came on the first of March, a hundred who came before; so many of each responded."""
    who = [*GROUP[:of_group], *OTHERS[:of_others]]
    return dossier(
        followers(GROUP, since=["2026-03-01"] * 40),
        followers(OTHERS, since=["2026-01-01"] * 100),
        responses([(name, "p") for name in who], at=[at] * len(who), **more),  # type: ignore[arg-type]
    )


def said(dossiers: Dossiers, share: float = 0.25, least: int = 10) -> Message | None:
    method = replace(METHOD, answering=replace(METHOD.answering, share=share, least=least))
    group = [name.startswith("g") for name in map(str, dossiers.edges.peer.decode())]
    return answering(Context(dossiers=dossiers, method=method, done={}), 0, np.flatnonzero(group))


def test_silent_people_are_not_spoken_for() -> None:
    assert said(profile(0, 50)) is None
    assert said(profile(1, 50)) is None


def test_who_responds_as_the_others_do_is_told_with_both_shares() -> None:
    assert said(profile(20, 50)) == msg("step.answering", k=20.0, n=40.0, usual=0.5)


@pytest.mark.parametrize(("k", "speaks"), [(9, False), (10, True)])
def test_it_is_the_lower_limit_that_counts(k: int, speaks: bool) -> None:
    # Wilson's lower limits of 9 and 10 of 40 are .1232 and .1419; a quarter of 54 of 100 is .135
    assert (said(profile(k, 54)) is not None) is speaks


def test_few_others_are_no_usual() -> None:
    assert said(profile(20, 9)) is None
    assert said(profile(20, 10)) is not None
    assert said(profile(20, 20), least=21) is None


def test_the_share_is_the_methods() -> None:
    assert said(profile(20, 54), share=0.7) is None


def test_responses_before_they_came_count_for_neither() -> None:
    assert said(profile(20, 50, at=BEFORE)) is None


def test_strangers_and_the_owners_own_acts_do_not_count() -> None:
    outside = dossier(
        followers(GROUP, since=["2026-03-01"] * 40),
        followers(OTHERS, since=["2026-01-01"] * 100),
        responses([(f"x{i}", "p") for i in range(60)], at=[AFTER] * 60),
        responses([(name, "p") for name in GROUP], at=[AFTER] * 40, direction=Direction.OUT),
    )
    assert said(outside) is None


def test_without_dates_all_responses_count() -> None:
    undated = dossier(
        followers(GROUP), followers(OTHERS), responses([(name, "p") for name in GROUP[:20] + OTHERS[:50]])
    )
    assert said(undated) == msg("step.answering", k=20.0, n=40.0, usual=0.5)


def test_those_who_came_later_are_not_among_the_others() -> None:
    later = dossier(
        followers(GROUP, since=["2026-03-01"] * 40),
        followers(OTHERS, since=["2026-01-01"] * 50 + ["2026-03-05"] * 50),
        responses([(name, "p") for name in GROUP[:20] + OTHERS[:50]], at=[AFTER] * 70),
    )
    assert said(later) == msg("step.answering", k=20.0, n=40.0, usual=1.0)


# ------------------------------------------------------------------------------------------------ in whole profiles


def lived(silent: float, seed: int = 3) -> Dossiers:
    group = Group(day=150, days=2, size=350, silent=silent, together=0.9, joined=900)
    return as_read([run_plan(replace(CIRCLE, groups=(group,)), "answering", seed)])


def flagged(dossiers: Dossiers) -> set[str]:
    (results,) = analyze(dossiers, Settings(method=EASY))
    return {finding.code for finding in results.findings if finding.status == "flagged"}


def test_a_school_that_joined_and_came_together_and_responds_is_not_flagged() -> None:
    assert flagged(lived(silent=0.3)) == set()
    (results,) = analyze(lived(silent=0.3), Settings(method=EASY))
    told = {f.code: f.observed.key for f in results.findings if f.observed is not None}
    assert (told["GRO101"], told["AUD201"], told["AUD202"]) == (
        "gro101.answering",
        "aud201.answering",
        "aud201.answering",
    )
    assert results.verdict.label == "genuine community"


def test_the_same_school_in_silence_is_told_as_it_looks() -> None:
    assert flagged(lived(silent=1.0)) >= {"GRO101", "AUD201", "AUD202"}


def test_bought_accounts_do_not_respond_and_stay_flagged() -> None:
    lot = Purchase(day=150, days=2, size=350, together=0.8, created=date(2019, 3, 4))
    dossiers = as_read([run_plan(replace(CIRCLE, purchases=(lot,)), "answering", 3)])
    assert flagged(dossiers) >= {"GRO101", "AUD201"}


def test_the_evidence_and_the_share_stand_in_the_measures() -> None:
    made = measured(lived(silent=0.3), method=EASY)
    kinds = [part.kind for part in made["growth_steps"].parts]
    assert "answering" in kinds
    assert "unexplained" not in kinds
    assert made["unexplained_gain_share"].parts == ()
    assert made["silent_newcomers"].high == 0.0
