"""Community by hand: who responded, who came back, who was answered; only listed followers where there is a list."""

from math import exp, log, sqrt

import pytest

from build import Direction, Dossiers, KeyKind, Response, Table, dossier, followers, measured, responses, table
from reachcheck.message import msg
from reachcheck.results.measure import Measure

IDS = ("distinct_responders", "repeat_responder_rate", "responsive_population", "top_ten_response_share")
# a answered posts 1 and 2, b posts 1, 2 and 3, c to g one post each
SEVEN = [
    ("a", "1"),
    ("a", "2"),
    ("b", "1"),
    ("b", "2"),
    ("b", "3"),
    ("c", "1"),
    ("d", "2"),
    ("e", "3"),
    ("f", "4"),
    ("g", "5"),
]
ALL = list("abcdefghij")


def of(
    name: str, rows: list[tuple[str, str]], listed: list[str] | None = None, *more: Table, **person: object
) -> Measure:
    lists = [followers(listed)] if listed else []
    given = [responses(rows)] if rows else []
    return measured(dossier(*lists, *given, *more, **person))[name]


# ------------------------------------------------------------------------------------------------ who responded


def test_each_responder_counts_once() -> None:
    found = of("distinct_responders", [*SEVEN, ("a", "1"), ("a", "9")], ALL)
    assert (found.value, found.n, found.unit, found.denominator) == (7.0, 7.0, "people", "none")
    assert (found.low, found.no_interval, found.notes) == (None, msg("no_interval.counted"), ())


def test_responders_outside_the_list_are_not_counted_and_are_named_as_such() -> None:
    found = of("distinct_responders", [*SEVEN, ("x", "1"), ("y", "1"), ("y", "2")], ALL)
    assert (found.value, found.notes) == (7.0, (msg("note.responders_outside", n=2),))


def test_whom_the_list_names_in_another_way_is_not_called_outside_of_it() -> None:
    by_url = table("edges", 2, peer=["u/a", "u/b"], key_kind=[KeyKind.URL] * 2, direction=[Direction.IN] * 2)
    kinds = [KeyKind.URL, KeyKind.URL, KeyKind.NAME]
    given = table(
        "interactions", 3, peer=["u/a", "u/z", "Bo"], key_kind=kinds, what=[Response.OTHER] * 3,
        direction=[Direction.IN] * 3,
    )  # fmt: skip
    found = measured(dossier(by_url, given))["distinct_responders"]
    assert (found.value, found.notes) == (1.0, (msg("note.responders_outside", n=1),))


def test_without_a_list_all_are_counted_and_it_says_so() -> None:
    found = of("distinct_responders", SEVEN)
    assert (found.value, found.notes) == (7.0, (msg("note.responders_unlisted"),))
    outward = of("distinct_responders", SEVEN, None, followers(ALL, direction=Direction.OUT))
    assert outward.notes == (msg("note.responders_unlisted"),)


def test_a_list_of_those_who_left_is_no_list() -> None:
    gone = followers(ALL, until=["2026-01-01"] * 10)
    assert of("distinct_responders", SEVEN, None, gone).notes == (msg("note.responders_unlisted"),)
    one_left = followers(ALL, until=["2026-01-01"] + [None] * 9)
    found = of("distinct_responders", SEVEN, None, one_left)
    assert (found.value, found.notes) == (6.0, (msg("note.responders_outside", n=1),))


def test_friends_by_design_are_a_list() -> None:
    friends = followers(ALL, direction=Direction.MUTUAL)
    assert of("distinct_responders", SEVEN, None, friends, mutual=1).notes == ()


def test_the_owner_is_nobody_of_the_audience() -> None:
    # a file of all comments under one's posts holds one's own as well, and may not say so
    own = [("ada", str(post)) for post in range(40)]
    found = measured(dossier(responses([*SEVEN, *own])))
    assert found["distinct_responders"].value == 7.0
    assert (found["repeat_responder_rate"].k, found["repeat_responder_rate"].n) == (2.0, 7.0)
    assert found["top_ten_response_share"].n == 7.0
    two = Dossiers.join([dossier(responses(SEVEN)), dossier(responses([*SEVEN, *own]))])
    assert measured(two, 1)["distinct_responders"].value == 7.0
    others = measured(dossier(responses([*SEVEN, ("adam", "1"), ("", "2")])))
    assert others["distinct_responders"].value == 8.0


def test_nobody_of_the_list_responded_is_a_count_of_nobody() -> None:
    found = of("distinct_responders", [("x", "1")], ALL)
    assert (found.status, found.value) == ("known", 0.0)
    assert found.notes == (msg("note.responders_outside", n=1),)


def test_responses_given_are_not_received() -> None:
    given = responses([("z", "1"), ("a", "2")], direction=Direction.OUT)
    assert of("distinct_responders", SEVEN, ALL, given).value == 7.0
    alone = of("distinct_responders", [], ALL, given)
    assert (alone.reason, alone.lacks) == (msg("unknown.absent", export="responses"), ("responses",))


def test_a_response_of_nobody_known_counts_for_nobody() -> None:
    assert of("distinct_responders", [*SEVEN, ("", "1")], ALL).value == 7.0


@pytest.mark.parametrize(
    ("name", "lacks"),
    [
        ("distinct_responders", ("responses",)),
        ("repeat_responder_rate", ("responses",)),
        ("responsive_population", ("responses", "followers")),
        ("comments_answered_share", ("responses", "owner_answers")),
        ("top_ten_response_share", ("responses",)),
    ],
)
def test_without_responses_it_asks_for_them(name: str, lacks: tuple[str, ...]) -> None:
    found = measured(dossier())[name]
    assert (found.status, found.reason) == ("unknown", msg("unknown.absent", export="responses"))
    assert (found.lacks, found.notes, found.value, found.n) == (lacks, (), None, None)


# ------------------------------------------------------------------------------------------------ who came back


def test_those_who_came_back_are_of_two_posts_or_more() -> None:
    # a and b of 7; Wilson at .95: (2 + 1.92073 -+ 1.95996 sqrt(2 x 5 / 7 + .96036)) / 10.84146
    found = of("repeat_responder_rate", SEVEN, ALL)
    z = 1.959963984540054
    half = z * sqrt(10 / 7 + z * z / 4)
    assert (found.k, found.n, found.unit, found.denominator) == (2.0, 7.0, "share", "responders")
    assert found.value == 0.285714286
    assert found.low == pytest.approx((2 + z * z / 2 - half) / (7 + z * z), rel=1e-8)
    assert found.high == pytest.approx((2 + z * z / 2 + half) / (7 + z * z), rel=1e-8)
    assert found.no_interval is None


def test_twice_on_one_post_is_not_coming_back() -> None:
    found = of("repeat_responder_rate", [("a", "1"), ("a", "1"), ("b", "1"), ("b", "2")])
    assert (found.k, found.n, found.value) == (1.0, 2.0, 0.5)
    assert found.notes == (msg("note.responders_unlisted"),)


def test_a_response_without_its_post_is_no_second_post() -> None:
    found = of("repeat_responder_rate", [("a", "1"), ("a", ""), ("b", "1"), ("b", "2"), ("c", "")], ALL)
    assert (found.k, found.n) == (1.0, 2.0)


def test_strangers_who_come_back_say_nothing_about_followers() -> None:
    found = of("repeat_responder_rate", [*SEVEN, ("x", "1"), ("x", "2")], ALL)
    assert (found.k, found.n) == (2.0, 7.0)
    only = of("repeat_responder_rate", [("x", "1"), ("x", "2")], ALL)
    assert (only.status, only.reason) == ("unknown", msg("unknown.no_listed_responder"))
    assert (only.k, only.n, only.low) == (0.0, 0.0, None)


def test_responses_that_name_no_post_are_not_enough() -> None:
    found = of("repeat_responder_rate", [("a", "")], ALL)
    assert (found.reason, found.lacks) == (msg("unknown.absent", export="responses"), ("responses",))


# ------------------------------------------------------------------------------------------------ how many more


def expected(cap: float) -> tuple[float, float, float]:
    # Q1 = 5 on five different posts, Q2 = 1: a = (25 - 5) / 25 = .8, f0 = .8 x 25 / (2 x 2) = 5
    # var = .8 x 5 x 4 / 4 + .64 x 5 x 81 / 16 + .64 x 25 x 1 x 16 / (4 x 16) = 4 + 16.2 + 4 = 24.2
    spread = exp(1.6448536269514722 * sqrt(log(1 + 24.2 / 25)))
    return min(12.0, cap), 8.0, min(7 + 5 * spread, cap)


def test_the_responsive_population_by_hand() -> None:
    profile = table("profile", 1, followers=[1000], as_of=["2026-03-01"])
    found = of("responsive_population", SEVEN, ALL, profile)
    value, low, high = expected(1000)
    assert (found.value, found.low) == (value, low)
    assert found.high == pytest.approx(high, rel=1e-8)
    assert (found.k, found.n, found.unit, found.denominator) == (7.0, 1000.0, "people", "listed_followers")
    # ten pairs of person and post, five of them of people seen once
    once = msg("note.responded_once", k=5, n=7.0)
    assert found.notes == (msg("note.lower_bound"), msg("note.coverage", share=0.5), once)
    assert found.no_interval is None


def test_it_is_never_above_the_count() -> None:
    found = of("responsive_population", SEVEN, ALL)
    assert (found.value, found.low, found.high, found.n) == (10.0, 8.0, 10.0, 10.0)
    short = table("profile", 1, followers=[3], as_of=["2026-03-01"])
    found = of("responsive_population", SEVEN, ALL, short)
    assert (found.value, found.low, found.high) == (7.0, 7.0, 7.0)
    nobody = table("profile", 1, followers=[0], as_of=["2026-03-01"])
    assert of("responsive_population", SEVEN, ALL, nobody).value == 7.0


def test_strangers_add_nobody() -> None:
    strangers = [(f"x{i}", str(i % 5 + 1)) for i in range(50)]
    found = of("responsive_population", [*SEVEN, *strangers], ALL)
    assert (found.value, found.low, found.k) == (10.0, 8.0, 7.0)


@pytest.mark.parametrize(("posts", "status"), [(4, "unknown"), (5, "known")])
def test_it_takes_five_posts_with_responses(posts: int, status: str) -> None:
    rows = [("a", str(p)) for p in range(posts)]
    found = of("responsive_population", [*rows, ("b", "")], ALL)
    assert found.status == status
    if status == "unknown":
        assert found.reason == msg("unknown.few_posts", found=4, at_least=5)
        assert (found.lacks, found.value, found.k) == ((), None, None), "they were handed in"


def test_posts_that_only_strangers_answered_were_posts_too() -> None:
    rows = [("a", "1"), ("b", "2"), *[("x", p) for p in "345"]]
    assert of("responsive_population", rows, ALL).status == "known"


def test_without_a_list_it_asks_for_one() -> None:
    for more in ([], [followers(ALL, direction=Direction.OUT)]):
        found = of("responsive_population", SEVEN, None, *more)
        assert (found.reason, found.lacks) == (msg("unknown.absent", export="followers"), ("followers",))


# ------------------------------------------------------------------------------------------------ doubts about it

POSTS = "12345678"
PAIRS = [(f"p{a}{b}{n}", post) for a in POSTS for b in POSTS if a < b for n in range(2) for post in (a, b)]
"""56 people: each pair of eight posts was answered by two of them, so that 14 answered each post."""
ONCE = [(f"o{post}{n}", post) for post in POSTS for n in range(5)]
"""40 people who answered one post, five each."""


def population(rows: list[tuple[str, str]], count: int = 5000) -> Measure:
    profile = table("profile", 1, followers=[count], as_of=["2026-03-01"])
    return of("responsive_population", rows, sorted({who for who, _ in rows}), profile)


def parts_of(found: Measure) -> dict[str, tuple[float | None, ...]]:
    return {part.kind: (part.value, part.high, part.strength) for part in found.parts}


def keys(found: Measure) -> list[str]:
    return [note.key for note in found.notes]


def test_who_responds_once_as_others_spread_is_believed() -> None:
    found = population([*PAIRS, *ONCE])
    assert found.value is not None
    assert found.value > 96 + 10
    assert keys(found) == ["note.lower_bound", "note.coverage", "note.responded_once"]
    seen = parts_of(found)
    assert seen["responded_once"] == (40.0, None, None)
    assert seen["responded_again"] == (56.0, None, None)
    assert seen["once_on_one_post"][:2] == (5.0, 5.0)


def test_of_a_crowd_on_one_post_only_those_who_came_again_are_counted() -> None:
    # 40 more on post 3: 45 of 80 there, where 10 were to be expected
    found = population([*PAIRS, *ONCE, *[(f"c{n}", "3") for n in range(40)]])
    assert (found.value, found.low, found.high, found.k) == (56.0, 56.0, 136.0, 136.0)
    assert found.notes == (
        msg("note.lower_bound"),
        msg("note.crowd_on_one_post", k=45.0, expected=pytest.approx(10.0)),
        msg("note.only_those_again"),
        msg("note.coverage", share=pytest.approx(1 - 80 / 192)),
    )
    seen = parts_of(found)["once_on_one_post"]
    assert seen[:2] == (45.0, 10.0)
    assert seen[2] is not None
    assert seen[2] > 4


def test_a_few_more_on_one_post_are_no_crowd() -> None:
    # 9 more: 14 of 49 where 6.1 were to be expected, which is a sixth of all 49 above it
    assert "note.crowd_on_one_post" not in keys(population([*PAIRS, *ONCE, *[(f"c{n}", "3") for n in range(9)]]))


def test_where_nearly_all_responded_once_nobody_else_is_counted() -> None:
    # 56 of 560 came again
    once = [(f"m{post}{n}", post) for post in POSTS for n in range(63)]
    found = population([*PAIRS, *once])
    assert (found.value, found.low, found.high) == (56.0, 56.0, 560.0)
    assert msg("note.nearly_all_once", share=0.9) in found.notes
    found = population([*PAIRS, *once[:-1]])
    assert "note.nearly_all_once" not in keys(found)
    assert found.low is not None
    assert found.low > 559


def test_what_would_be_more_than_the_count_is_not_believed() -> None:
    rows = [*PAIRS, *[(f"m{post}{n}", post) for post in POSTS for n in range(40)]]
    free = population(rows).low
    assert free is not None
    assert free > 400
    found = population(rows, count=int(free))
    assert (found.low, "note.only_those_again" in keys(found)) == (free, False)
    found = population(rows, count=int(free) - 1)
    assert (found.value, found.low, found.high) == (56.0, 56.0, 376.0)
    assert msg("note.more_than_the_count", n=free) in found.notes


def test_few_who_responded_once_are_no_crowd() -> None:
    found = population([("a", "1"), ("a", "2"), *[(f"c{n}", "3") for n in range(9)], *[("a", p) for p in POSTS]])
    assert (found.value, keys(found)[-1]) == (10.0, "note.responded_once")


def test_people_who_respond_together_are_told_of_and_change_nothing() -> None:
    group = [(f"g{n}", post) for n in range(60) for post in "45"]
    threes = [(f"t{n}", POSTS[(n + k) % 8]) for n in range(24) for k in range(3)]
    calm, together = population([*PAIRS, *ONCE, *threes]), population([*PAIRS, *ONCE, *threes, *group])
    assert "note.respond_together" not in keys(calm)
    assert keys(together)[-1] == "note.respond_together"
    assert "note.only_those_again" not in keys(together)
    assert (parts_of(together)["same_two_posts"][2] or 0.0) > 3


def test_whoever_comes_again_is_never_more_than_all_who_came() -> None:
    found = population([(f"m{post}{n}", post) for post in POSTS for n in range(20)])
    assert (found.value, found.low, found.high, found.k) == (0.0, 0.0, 160.0, 160.0)


# ------------------------------------------------------------------------------------------------ the ten


def test_the_share_of_the_ten_who_respond_most() -> None:
    # 10 people respond 5 times each, 10 once each: 50 of 60
    rows = [(f"m{i}", str(p)) for i in range(10) for p in range(5)] + [(f"o{i}", "1") for i in range(10)]
    found = of("top_ten_response_share", rows)
    assert (found.value, found.n) == (0.833333333, 20.0)
    assert (found.denominator, found.low, found.no_interval) == ("responses", None, msg("no_interval.described"))
    assert of("top_ten_response_share", SEVEN, ALL).value == 1.0


def test_repeated_responses_to_one_post_weigh_in() -> None:
    rows = [("m", "1")] * 90 + [(f"o{i}", "1") for i in range(19)]
    assert of("top_ten_response_share", rows).value == pytest.approx(99 / 109)


def test_strangers_are_not_among_the_ten() -> None:
    rows = [("x", str(i)) for i in range(90)] + [(f"o{i}", "1") for i in range(20)]
    found = of("top_ten_response_share", rows, [f"o{i}" for i in range(20)])
    assert (found.value, found.n) == (0.5, 20.0)
    only = of("top_ten_response_share", rows, ["nobody"])
    assert (only.status, only.reason, only.n) == ("unknown", msg("unknown.no_listed_responder"), 0.0)


# ------------------------------------------------------------------------------------------------ comments answered


def act(who: str, post: str, at: str | None, out: bool = False, what: Response = Response.COMMENT) -> Table:
    return responses([(who, post)], what, Direction.OUT if out else Direction.IN, [at])


def answered(*acts: Table) -> Measure:
    return measured(dossier(*acts))["comments_answered_share"]


def test_a_comment_is_answered_by_a_later_word_to_that_person_under_that_post() -> None:
    found = answered(
        act("a", "1", "2026-03-01T10:00:00"),
        act("a", "1", "2026-03-01T10:05:00", out=True, what=Response.REPLY),
        act("b", "1", "2026-03-01T11:00:00"),
        act("a", "2", "2026-03-02T10:00:00"),
        act("c", "1", "2026-03-03T10:00:00"),
    )
    assert (found.k, found.n, found.value) == (1.0, 4.0, 0.25)
    assert (found.unit, found.denominator, found.no_interval) == ("share", "comments", None)
    z = 1.959963984540054
    half = z * sqrt(3 / 4 + z * z / 4)
    assert found.low == pytest.approx((1 + z * z / 2 - half) / (4 + z * z), rel=1e-8)
    assert found.high == pytest.approx((1 + z * z / 2 + half) / (4 + z * z), rel=1e-8)


@pytest.mark.parametrize(
    ("asked", "said", "k"),
    [
        ("2026-03-01T10:00:00", "2026-03-01T10:00:01", 1.0),
        ("2026-03-01T10:00:00", "2026-03-01T10:00:00", 1.0),
        ("2026-03-01T10:00:00", "2026-03-01T09:59:59", 0.0),
        (None, "2026-03-01T09:59:59", 1.0),
        ("2026-03-01T10:00:00", None, 1.0),
        (None, None, 1.0),
    ],
)
def test_an_answer_before_the_comment_is_none(asked: str | None, said: str | None, k: float) -> None:
    found = answered(act("a", "1", asked), act("a", "1", said, out=True))
    assert (found.k, found.n) == (k, 1.0)


def test_the_last_answer_decides() -> None:
    found = answered(
        act("a", "1", "2026-03-01", out=True),
        act("a", "1", "2026-03-05", out=True),
        act("a", "1", "2026-03-04"),
        act("a", "1", "2026-03-06"),
        act("a", "1", "2026-03-01"),
    )
    assert (found.k, found.n) == (2.0, 3.0)


@pytest.mark.parametrize(
    ("what", "k"),
    [
        (Response.COMMENT, 1.0),
        (Response.REPLY, 1.0),
        (Response.MENTION, 1.0),
        (Response.LIKE, 0.0),
        (Response.OTHER, 0.0),
    ],
)
def test_a_word_answers_and_a_like_does_not(what: Response, k: float) -> None:
    found = answered(act("a", "1", "2026-03-01"), act("a", "1", "2026-03-02", out=True, what=what))
    assert found.k == k


def test_only_comments_ask_for_an_answer() -> None:
    found = answered(
        act("a", "1", "2026-03-01", what=Response.LIKE),
        act("b", "1", "2026-03-01", what=Response.REPLY),
        act("c", "1", "2026-03-01", what=Response.MENTION),
        act("a", "1", "2026-03-02", out=True),
    )
    assert (found.status, found.reason) == ("unknown", msg("unknown.no_comments"))


def test_ones_own_comments_ask_for_no_answer() -> None:
    found = answered(act("ada", "1", "2026-03-01"), act("a", "1", "2026-03-01"), act("a", "1", "2026-03-02", out=True))
    assert (found.k, found.n) == (1.0, 1.0)


def test_comments_without_author_or_post_are_left_out() -> None:
    found = answered(
        act("a", "1", "2026-03-01"),
        act("", "1", "2026-03-01"),
        act("a", "", "2026-03-01"),
        act("a", "", "2026-03-02", out=True),
        act("", "1", "2026-03-02", out=True),
        act("b", "7", "2026-03-02", out=True),
    )
    assert (found.k, found.n) == (0.0, 1.0)


def test_without_a_like_for_an_answer_nothing_is_answered() -> None:
    found = answered(act("a", "1", "2026-03-01"), act("a", "1", "2026-03-02", out=True, what=Response.LIKE))
    assert (found.k, found.n, found.value) == (0.0, 1.0, 0.0)


def test_without_ones_own_answers_it_asks_for_them() -> None:
    found = answered(act("a", "1", "2026-03-01"))
    assert (found.status, found.reason) == ("unknown", msg("unknown.absent", export="owner_answers"))
    assert found.lacks == ("owner_answers",)


def test_what_the_owner_gave_under_the_posts_of_others_is_no_missing_answer() -> None:
    found = answered(
        act("a", "1", "2026-03-01"),
        act("b", "theirs", "2026-03-02", out=True),
        act("a", "theirs too", "2026-03-02", out=True, what=Response.LIKE),
    )
    assert (found.status, found.reason) == ("unknown", msg("unknown.absent", export="owner_answers"))
    assert (found.lacks, found.k, found.n) == (("owner_answers",), None, None)
