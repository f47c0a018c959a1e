"""The hollow share: people who read are not counted, a missing column abstains, and what is claimed is at least so."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from build import METHOD, dossier, followers, measured, posts, responses
from reachcheck.measures.card import SIGNS, card
from reachcheck.message import msg
from reachcheck.model.tables import Edges
from reachcheck.results.measure import Measure

PERSON = {"followers": 300.0, "following": 250.0, "posts": 40.0, "has_picture": 1}
READER = {"followers": 20.0, "following": 400.0, "posts": 0.0, "has_picture": 1}
BOUGHT = {"followers": 12.0, "following": 3000.0, "posts": 1.0, "has_picture": 0}
NAMES = ("followers", "following", "posts", "has_picture")


def made_of(*groups: tuple[dict[str, float], int], columns: Sequence[str] = NAMES) -> Edges:
    rows = [kind for kind, times in groups for _ in range(times)]
    given = {name: [row[name] for row in rows] for name in columns}
    return followers([f"p{i}" for i in range(len(rows))], **given)


def share(*groups: tuple[dict[str, float], int], columns: Sequence[str] = NAMES) -> Measure:
    return measured(dossier(made_of(*groups, columns=columns)))["hollow_share"]


# ------------------------------------------------------------------------------------------------ what is not claimed


def test_a_list_of_people_has_nobody_at_least() -> None:
    found = share((PERSON, 500))
    assert (found.status, found.value, found.low, found.n) == ("known", 0.0, 0.0, 500.0)


def test_one_in_fifteen_who_only_reads_is_ordinary() -> None:
    # on the marked list 24 of 424 people have three points, and .0787 x 1.5 is let pass
    found = share((PERSON, 467), (READER, 33))
    assert found.value == 0.0


def test_lists_without_the_followers_own_figures_are_unknown() -> None:
    found = measured(dossier(followers([f"p{i}" for i in range(500)])))["hollow_share"]
    assert (found.status, found.value, found.low, found.high) == ("unknown", None, None, None)
    assert found.reason == msg("unknown.absent", export="followers_figures")


@pytest.mark.parametrize("columns", [("has_picture",), ("following", "posts"), ("posts",)])
def test_without_how_many_follow_them_nothing_is_said(columns: tuple[str, ...]) -> None:
    assert share((BOUGHT, 500), columns=columns).status == "unknown"


def test_one_sign_alone_says_nothing() -> None:
    found = share((BOUGHT, 500), columns=("followers",))
    assert (found.status, found.reason) == ("unknown", msg("unknown.no_marked_list"))


def test_a_hundred_figures_are_needed() -> None:
    found = share((BOUGHT, 99))
    assert found.reason == msg("unknown.few_figures", found=99, at_least=100)
    assert found.lacks == (), "no list holds more than there are"
    assert share((BOUGHT, 100)).known


def test_without_a_marked_list_that_has_the_signs_nothing_is_said() -> None:
    from reachcheck.measures.base import Context, measure
    from reachcheck.measures.count import FOLLOWERS_COUNT
    from reachcheck.measures.hollow import hollow_share

    listed = dossier(made_of((BOUGHT, 200)))
    count = measure(FOLLOWERS_COUNT, Context(dossiers=listed, method=METHOD, done={}))
    context = Context(dossiers=listed, method=METHOD, done={"followers_count": count}, references=())
    made = hollow_share(context, np.array([True]))
    assert made.reasons[0] == msg("unknown.no_marked_list")


# ------------------------------------------------------------------------------------------------ what is claimed


def test_what_goes_far_beyond_any_list_of_people_is_claimed_at_least() -> None:
    found = share((PERSON, 200), (BOUGHT, 300))
    assert found.low is not None and found.high is not None
    assert 0.4 < found.low <= 0.6 <= found.high
    assert found.value == found.low
    (band,) = found.parts
    assert (band.kind, band.high) == ("band", found.high)
    assert band.low is not None and found.low <= band.low <= 0.6


def test_those_who_responded_have_somebody_behind_them() -> None:
    listed, six_posts = made_of((PERSON, 50), (BOUGHT, 50)), [f"2026-0{m}-01" for m in range(1, 7)]
    silent = measured(dossier(listed, posts(six_posts)))["hollow_share"]
    # 40 of the 100 responded, one of them twice; 3 more are not on the list
    who = [*(f"p{i}" for i in range(40)), "p0", "x1", "x2", "x3"]
    heard = responses([(name, "0") for name in who])
    found = measured(dossier(listed, posts(six_posts), heard))["hollow_share"]
    assert silent.high is not None and silent.high > 0.6
    assert (found.low, found.high) == (silent.low, 0.6)
    # where more responded than the share leaves room for, the share itself stands
    many = responses([(f"p{i}", "0") for i in range(90)])
    crowded = measured(dossier(listed, posts(six_posts), many))["hollow_share"]
    assert crowded.low == crowded.high == silent.low
    assert crowded.parts[0].low == silent.low


def test_a_missing_column_makes_its_signs_abstain_and_is_said() -> None:
    found = share((PERSON, 200), (BOUGHT, 300), columns=("followers", "following"))
    assert msg("note.card_abstains", signs=("few_posts", "no_picture")) in found.notes
    assert msg(
        "note.card_signs", k=4, n=6, signs=("one_sided", "very_one_sided", "few_followers", "follows_many")
    ) in found.notes  # fmt: skip
    assert found.low is not None and 0.3 < found.low <= 0.6


def test_followers_without_figures_are_left_out_and_counted() -> None:
    listed = made_of((PERSON, 200), (BOUGHT, 300))
    bare = followers([f"x{i}" for i in range(100)])
    found = measured(dossier(listed, bare))["hollow_share"]
    assert found.n == 500.0
    assert msg("note.card_of", k=500, n=600) in found.notes


def test_a_column_that_few_followers_have_abstains_and_a_gap_in_another_costs_the_row() -> None:
    rows = made_of((PERSON, 200))
    pictures, counts = rows.has_picture.copy(), rows.posts.copy()
    pictures[30:], counts[:5] = -1, np.nan
    found = card(dossier(replace(rows, has_picture=pictures, posts=counts)), 0, METHOD.composition)
    assert found.known == SIGNS[:-1]
    assert (len(found.rows), found.listed) == (195, 200)


def test_the_points_of_a_follower_by_hand() -> None:
    # (1 + 3000) / 13 is above 20; one post; 12 followers; follows 3,000: all five
    found = card(dossier(made_of((BOUGHT, 1), (READER, 1), (PERSON, 1))), 0, METHOD.composition)
    assert found.points.tolist() == [5, 3, 0]
    assert found.bits[1].tolist() == [True, False, True, True, False, False]
    edge = {"followers": 50.0, "following": 254.0, "posts": 3.0, "has_picture": 1}
    # (1 + 254) / 51 = 5 is one-sided; 50 followers are not few; three posts are
    assert card(dossier(made_of((edge, 1))), 0, METHOD.composition).bits[0].tolist() == [
        True, False, True, False, False, False,
    ]  # fmt: skip


def test_what_follows_or_left_is_no_follower() -> None:
    from reachcheck.model.enums import Direction

    rows = [BOUGHT] * 300
    outward = followers(
        [f"o{i}" for i in range(300)], direction=Direction.OUT, **{name: [r[name] for r in rows] for name in NAMES}
    )
    found = measured(dossier(made_of((PERSON, 300)), outward))["hollow_share"]
    assert (found.value, found.n) == (0.0, 300.0)


def test_names_days_and_posts_of_the_profile_do_not_matter() -> None:
    listed = made_of((PERSON, 150), (BOUGHT, 150))
    renamed = replace(listed, peer=followers([f"é{i}" for i in range(300)]).peer)
    turned = listed.take(np.arange(300)[::-1])
    plain = measured(dossier(listed))["hollow_share"]
    for other in (dossier(renamed), dossier(turned), dossier(listed, posts(["2026-01-01"], likes=[5.0]))):
        assert measured(other)["hollow_share"] == plain
