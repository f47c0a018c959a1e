"""What further exports could tell: by hand, with what has to come together, and what nobody gets."""

from dataclasses import replace

from made import absent, known, measures
from reachcheck.results.verdict import RealReach
from reachcheck.results.what_if import Unlocked, WhatIf
from reachcheck.verdict.exports import obtainable, out_of_reach, tells
from reachcheck.verdict.what_if import what_if, with_measures

REACH = RealReach(low=10.0, high=90.0, bounds=())
MOVES = {"a": "lower", "b": "upper", "c": None}
ONE, BOTH = absent("a", "x"), absent("b", "x", "y")
EITHER = replace(absent("c", "x", "z"), either=True)


def asked(*given, rules=None, reach=REACH, withheld=()):
    return what_if({m.id: m for m in given}, rules or {}, MOVES, reach, withheld)


def unlocked(*names, beside=(), rules=()):
    return Unlocked(beside=beside, measures=names, rules=rules)


def test_exports_that_are_all_needed_and_those_of_which_one_is_enough() -> None:
    assert (obtainable(BOTH, ()), out_of_reach(BOTH, ())) == (("x", "y"), ())
    assert (obtainable(BOTH, ("y",)), out_of_reach(BOTH, ("y",))) == ((), ("y",))
    assert (obtainable(EITHER, ("z",)), out_of_reach(EITHER, ("z",))) == (("x",), ())
    assert (obtainable(EITHER, ("x", "z")), out_of_reach(EITHER, ("x", "z"))) == ((), ("x", "z"))
    assert (obtainable(absent("a"), ("x",)), out_of_reach(absent("a"), ("x",))) == ((), ())
    assert [tells(BOTH, held) for held in ({"x"}, {"x", "y"})] == [False, True]
    assert [tells(EITHER, held) for held in ({"x"}, {"y"}, {"z"})] == [True, False, True]
    assert tells(absent("a"), {"x"}) is False


def test_each_export_tells_alone_or_with_others() -> None:
    x, y, z = asked(ONE, BOTH, EITHER)
    assert x == WhatIf(export="x", unlocks=(unlocked("a", "c"), unlocked("b", beside=("y",))), lower=90.0, upper=10.0)
    assert y == WhatIf(export="y", unlocks=(unlocked("b", beside=("x",)),), upper=10.0)
    assert z == WhatIf(export="z", unlocks=(unlocked("c"),))


def test_what_moves_an_end_comes_first() -> None:
    assert [each.export for each in asked(absent("c", "w"), absent("a", "v"))] == ["v", "w"]
    assert [each.export for each in asked(absent("c", "w"), absent("a", "v"), reach=None)] == ["w", "v"]


def test_where_the_ends_meet_none_can_move() -> None:
    (x,) = asked(ONE, reach=RealReach(low=1.0, high=1.0, bounds=()))
    assert (x.lower, x.upper) == (None, None)


def test_known_measures_and_those_that_no_export_tells_ask_for_nothing() -> None:
    assert asked(known("followers_count", 3.0), absent("a")) == ()


def test_what_nobody_gets_moves_nothing_and_is_told_last() -> None:
    found = asked(ONE, BOTH, absent("c", "w"), withheld=("x",))
    assert found == (
        WhatIf(export="w", unlocks=(unlocked("c"),)),
        WhatIf(export="x", unlocks=(unlocked("a", "b"),), withheld=True),
    )


def test_a_rule_can_look_when_all_that_it_read_is_there_and_not_before() -> None:
    rules = {"R1": ("a",), "R2": ("a", "b"), "R3": (), "R4": ("a", "d")}
    x, y, _ = asked(ONE, BOTH, EITHER, absent("d"), rules=rules)
    assert x.unlocks == (unlocked("a", "c", rules=("R1",)), unlocked("b", beside=("y",), rules=("R2",)))
    assert y.unlocks == (unlocked("b", beside=("x",), rules=("R2",)),)


def test_missing_names_the_measures() -> None:
    given = measures(absent("typical_likes", "posts_likes"), absent("comments_per_like", "posts_likes", "posts"))
    assert with_measures(given.values(), "posts_likes", ()) == ("comments_per_like", "typical_likes")
    assert with_measures(given.values(), "posts_likes", ("posts",)) == ("typical_likes",)
