"""How often labels and flags come out on invented profiles, as shipped: whole, in order, for the right account."""

from math import inf

import pytest

from reachcheck.facts import verdict_rates
from reachcheck.facts.verdict_rates import cells, errs, of_labels, of_rule, worst
from reachcheck.results.fared import Fared, World

LABELS = ("genuine community", "mixed", "inflated count", "not assessable")


def cell(who: str = "honest", got: str = "mixed", most: float = 0.5) -> Fared:
    world = World(world="first: one", n=10, share=most, low=most, high=most)
    return Fared(who=who, got=got, start=30, end=300, worlds=1, n=10, share=most, looked=None, least=world, most=world)


def test_every_share_lies_between_those_of_its_worlds() -> None:
    assert cells()
    for each in cells():
        assert 0 <= each.least.share <= each.share <= each.most.share <= 1
        for world in (each.least, each.most):
            assert 0 <= world.low <= world.share <= world.high <= 1
        assert each.n >= each.worlds * 40
        assert each.looked is None or 0 < each.looked <= 1


def test_the_labels_of_a_group_and_size_are_all_there_and_add_up() -> None:
    for who, start in {(each.who, each.start) for each in cells() if each.got in LABELS}:
        found = {e.got: e.share for e in cells() if e.who == who and e.start == start}
        assert sum(found[label] for label in LABELS) == pytest.approx(1, abs=0.002)
        assert found["at least mixed"] == pytest.approx(found["mixed"] + found["inflated count"], abs=0.001)


def test_few_honest_profiles_are_called_inflated() -> None:
    for each in cells():
        if each.who == "honest" and each.got == "inflated count":
            assert each.most.share <= 0.02


def test_a_size_belongs_to_one_band_and_beyond_them_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict_rates, "cells", lambda: (cell(), cell(got="AUD201")))
    for count in (30.0, 299.0):
        assert [each.got for each in of_labels(count)] == ["mixed"]
        rate = worst("AUD201", count)
        assert rate is not None
        assert (rate.share, rate.overall, rate.unseen) == (0.5, 0.5, None)
    for count in (None, 29.0, 300.0):
        assert of_labels(count) == ()
        assert worst("AUD201", count) is None
    assert worst("AUD202", 100.0) is None


def test_what_took_two_exports_is_of_no_size() -> None:
    (twice,) = of_rule("REC401")
    assert (twice.who, twice.start, twice.end) == ("two_exports", 0, inf)
    assert worst("REC401", 500.0) is None


def test_a_label_errs_about_those_who_should_not_get_it() -> None:
    got = (cell(most=0.1), cell("lots", most=0.2), cell("lots", "genuine community", 0.3), cell(got="not assessable"))
    assert errs("mixed", got) == 0.1
    assert errs("genuine community", got) == 0.3
    assert errs("inflated count", got) is None
    assert errs("not assessable", got) is None
