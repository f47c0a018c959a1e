"""First circles by hand: who comes back the month after, on how many the responses rest, and who says nothing."""

from dataclasses import replace
from math import exp, log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import invent

from build import METHOD, Direction, Dossiers, KeyKind, Response, Table, dossier, followers, measured, responses, table
from reachcheck.message import msg
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import TABLES
from reachcheck.results.measure import Measure, Part
from reachcheck.rules.registry import check_all
from reachcheck.verdict.reach import reach_gap

ASKS_NOTHING = ("monthly_return_rate", "effective_audience", "posts_answered_without_ten", "silent_followers_share")
Z = 1.959963984540054


def of(name: str, *tables: Table, **person: object) -> Measure:
    return measured(dossier(*tables, **person))[name]


def wilson(k: float, n: float) -> tuple[float, float]:
    half = Z * sqrt(k * (n - k) / n + Z * Z / 4)
    return (k + Z * Z / 2 - half) / (n + Z * Z), (k + Z * Z / 2 + half) / (n + Z * Z)


# ------------------------------------------------------------------------------------------------ what is not flagged


def test_nobody_is_flagged_for_whom_silent_followers_or_a_small_circle_are_few_people() -> None:
    # a class of 25 who answer everything, 400 who read: no rule may speak of either
    circle = [(f"c{i}", str(p)) for i in range(25) for p in range(30)]
    listed = [f"c{i}" for i in range(25)] + [f"r{i}" for i in range(400)]
    found = measured(dossier(followers(listed), responses(circle)))
    assert found["silent_followers_share"].value == pytest.approx(400 / 425)
    findings = check_all({**found, "reach_gap": reach_gap(found, METHOD)}, METHOD)
    assert [f.code for f in findings if f.status == "flagged"] == []


@pytest.mark.parametrize("name", ASKS_NOTHING)
def test_nobody_is_sent_to_look_for_them(name: str) -> None:
    found = of(name)
    assert (found.status, found.asked, found.reason) == ("unknown", False, msg("unknown.absent", export="responses"))


# ------------------------------------------------------------------------------------------------ the month after

MARCH = [("a", "2026-03-02"), ("b", "2026-03-09"), ("c", "2026-03-30"), ("a", "2026-03-31")]
APRIL = [("a", "2026-04-01"), ("d", "2026-04-20")]
MAY = [("d", "2026-05-31"), ("e", "2026-05-02")]


def dated(rows: list[tuple[str, str | None]]) -> Table:
    return responses([(who, "1") for who, _ in rows], Response.LIKE, at=[at for _, at in rows])


def returned(*rows: list[tuple[str, str | None]], as_of: str | None = None) -> Measure:
    return of("monthly_return_rate", dated([row for each in rows for row in each]), as_of=as_of)


def test_who_responds_again_the_month_after() -> None:
    # March a b c -> April: a of 3. April a d -> May: d of 2
    found = returned(MARCH, APRIL, MAY, as_of="2026-06-20")
    assert (found.k, found.n, found.value, found.unit) == (2.0, 5.0, 0.4, "share")
    assert (found.denominator, found.no_interval) == ("responders_of_a_month", None)
    assert msg("note.months_compared", n=2) in found.notes


def test_the_same_people_every_month_are_no_new_evidence() -> None:
    # over people (returned, months): a 1 2, b 0 1, c 0 1, d 1 1; residuals at .4: .2, -.4, -.4, .6, squares sum to .72
    # variance of the ratio .72 / 25 x 4/3 = .0384, below .4 x .6 / 5 = .048: as many as counted
    found = returned(MARCH, APRIL, MAY, as_of="2026-06-20")
    assert (found.low, found.high) == tuple(pytest.approx(end, rel=1e-8) for end in wilson(2, 5))
    # twenty come each month and twenty new ones each month do not: of 2 x 40 come back 2 x 20, but of 60 people
    months = ("2026-01-05", "2026-02-05", "2026-03-05", "2026-04-05")
    steady = [(f"s{i}", at) for at in months for i in range(20)]
    others = [(f"{at}{i}", at) for at in months for i in range(20)]
    found = returned(steady, others, as_of="2026-05-20")
    assert (found.k, found.n) == (60.0, 120.0)
    # residuals: 20 x (3 - 1.5)^2 + 60 x .5^2 = 60; 60 / 120^2 x 80 / 79 against .25 / 120: 2 x 80 / 79 times as much
    n = 120 / (2 * 80 / 79)
    assert (found.low, found.high) == tuple(pytest.approx(end, rel=1e-8) for end in wilson(n / 2, n))


def test_if_all_come_back_or_nobody_does_people_are_what_counts() -> None:
    months = ("2026-01-05", "2026-02-05", "2026-03-05")
    found = returned([(f"s{i}", at) for at in months for i in range(20)], as_of="2026-04-01")
    assert (found.k, found.n, found.value, found.high) == (40.0, 40.0, 1.0, 1.0)
    assert found.low == pytest.approx(wilson(20, 20)[0], rel=1e-8)
    found = returned([(f"{at}{i}", at) for at in months for i in range(20)], as_of="2026-04-01")
    assert (found.value, found.low) == (0.0, 0.0)
    assert found.high == pytest.approx(wilson(0, 40)[1], rel=1e-8)


def test_a_month_that_is_not_over_shows_nobody_who_stays_away() -> None:
    assert returned(MARCH, APRIL, MAY, as_of="2026-05-30").n == 5.0  # the data reach May 31
    assert returned(MARCH, APRIL, as_of="2026-04-29").reason == msg("unknown.no_two_months")
    assert returned(MARCH, APRIL, as_of="2026-04-30").n == 3.0
    assert returned(MARCH, APRIL, MAY, as_of=None).n == 5.0
    assert returned(MARCH, APRIL, MAY[1:], as_of=None).n == 3.0


def test_a_month_in_which_nobody_responded_was_a_pause() -> None:
    found = returned(MARCH, MAY, as_of="2026-06-20")
    assert (found.status, found.reason) == ("unknown", msg("unknown.no_two_months"))
    assert (found.lacks, found.k, found.n) == ((), None, None)


def test_the_year_turns() -> None:
    found = returned([("a", "2025-12-31"), ("b", "2025-12-31")], [("a", "2026-01-01")], as_of="2026-02-01")
    assert (found.k, found.n) == (1.0, 2.0)


def test_undated_responses_tell_of_no_month() -> None:
    assert returned(MARCH, [("b", None)], as_of="2026-06-20").reason == msg("unknown.no_two_months")
    assert returned([("b", None)]).reason == msg("unknown.undated_responses")
    assert returned(MARCH, APRIL, [("b", None)], as_of="2026-06-20").k == 1.0


def test_only_listed_followers_come_back() -> None:
    acts = dated([*MARCH, *APRIL, ("x", "2026-03-01"), ("x", "2026-04-01")])
    found = of("monthly_return_rate", followers(list("abcde")), acts)
    assert (found.k, found.n) == (1.0, 3.0)
    assert msg("note.responders_outside", n=1) in found.notes
    found = of("monthly_return_rate", followers(["nobody"]), acts)
    assert found.reason == msg("unknown.no_listed_responder")


# ------------------------------------------------------------------------------------------------ how many, really


def test_the_effective_audience_of_equals_is_their_number() -> None:
    found = of("effective_audience", responses([(who, p) for who in "abcd" for p in "12"]))
    assert (found.value, found.n, found.unit, found.denominator) == (4.0, 4.0, "people", "none")
    assert (found.low, found.no_interval) == (None, msg("no_interval.described"))
    assert found.notes == (msg("note.responders_unlisted"),)


def test_the_effective_audience_by_hand() -> None:
    # 6, 3 and 1 of 10 responses
    rows = [("a", "1")] * 6 + [("b", "1")] * 3 + [("c", "2")]
    expected = exp(-(0.6 * log(0.6) + 0.3 * log(0.3) + 0.1 * log(0.1)))
    assert of("effective_audience", responses(rows)).value == pytest.approx(expected, rel=1e-8)
    listed = of("effective_audience", responses([*rows, *[("x", "1")] * 50]), followers(list("abc")))
    assert (listed.value, listed.n) == (pytest.approx(expected, rel=1e-8), 3.0)
    nobody = of("effective_audience", responses(rows), followers(["z"]))
    assert (nobody.status, nobody.reason) == ("unknown", msg("unknown.no_listed_responder"))


# ------------------------------------------------------------------------------------------------ without the ten


def without(rows: list[tuple[str, str]], *more: Table) -> Measure:
    return of("posts_answered_without_ten", responses(rows), *more)


def left(found: Measure) -> dict[str, float | None]:
    return {part.kind: part.value for part in found.parts}


def test_what_is_left_without_the_ten() -> None:
    # ten answer posts 0 to 4, twenty answer post 0 or 1 alone: of five posts two are left, of 70 responses 20
    rows = [(f"m{i}", str(p)) for i in range(10) for p in range(5)] + [(f"o{i}", str(i % 2)) for i in range(20)]
    found = without(rows)
    assert (found.k, found.n, found.value) == (2.0, 5.0, 0.4)
    assert (found.unit, found.denominator, found.no_interval) == ("share", "answered_posts", msg("no_interval.counted"))
    assert found.parts == (Part(kind="responders_left", value=20.0), Part(kind="responses_left", value=20.0))
    assert msg("note.without_ten", people=20, responses=20) in found.notes


def test_a_post_is_left_only_if_it_is_whoever_of_equals_is_counted_among_the_ten() -> None:
    # nine answer posts 0 and 1; 21 tie for the tenth place, five on post 2, one on post 3, and 15 on no post named
    rows = [(f"m{i}", str(p)) for i in range(9) for p in range(2)]
    tied = ["2"] * 5 + ["3"] + [""] * 15
    found = without(rows + [(f"o{i}", p) for i, p in enumerate(tied)])
    assert (found.k, found.n) == (1.0, 4.0)
    assert left(found) == {"responders_left": 20.0, "responses_left": 20.0}
    # all are equals: a post is left from eleven responders on
    found = without([(f"o{i}", "1" if i < 11 else "2" if i < 21 else "3") for i in range(41)])
    assert (found.k, found.n) == (2.0, 3.0)


def test_responders_who_name_no_post_leave_nothing_to_count_posts_of() -> None:
    found = without([*((f"p{i}", "") for i in range(40)), ("a stranger", "1")], followers([f"p{i}" for i in range(40)]))
    assert (found.status, found.reason) == ("unknown", msg("unknown.few_posts", found=0, at_least=1))


def test_among_few_the_ten_are_nearly_everybody() -> None:
    found = without([(f"o{i}", "1") for i in range(29)])
    assert (found.status, found.reason) == ("unknown", msg("unknown.few_responders", found=29.0, at_least=30))
    assert without([(f"o{i}", "1") for i in range(30)]).value == 1.0
    strangers = without([(f"o{i}", "1") for i in range(30)], followers(["o1"]))
    assert strangers.reason == msg("unknown.few_responders", found=1.0, at_least=30)


# ------------------------------------------------------------------------------------------------ who says nothing


def test_listed_followers_without_a_response() -> None:
    found = of("silent_followers_share", followers(list("abcdefgh")), responses([("a", "1"), ("a", "2"), ("x", "1")]))
    assert (found.k, found.n, found.value) == (7.0, 8.0, 0.875)
    assert (found.low, found.high) == tuple(pytest.approx(end, rel=1e-8) for end in wilson(7, 8))
    assert (found.unit, found.denominator) == ("share", "listed_followers")
    assert found.notes == (msg("note.responders_outside", n=1), msg("note.silent_readers"))


def test_who_left_is_no_silent_follower() -> None:
    gone = followers(list("abcd"), until=["2026-01-01", None, None, None])
    found = of("silent_followers_share", gone, responses([("b", "1")]))
    assert (found.k, found.n) == (2.0, 3.0)


def test_a_follower_listed_twice_is_one() -> None:
    found = of("silent_followers_share", followers(["a", "a", "b"]), responses([("b", "1")]))
    assert (found.k, found.n) == (1.0, 2.0)


def test_lists_that_name_people_otherwise_call_nobody_silent() -> None:
    by_url = table("edges", 2, peer=["u/a", "u/b"], key_kind=[KeyKind.URL] * 2, direction=[Direction.IN] * 2)
    by_name = table(
        "interactions", 1, peer=["Bo"], key_kind=[KeyKind.NAME], what=[Response.LIKE], direction=[Direction.IN]
    )  # fmt: skip
    found = of("silent_followers_share", by_url, by_name)
    assert (found.status, found.reason, found.k) == ("unknown", msg("unknown.key_kinds"), None)


def test_without_a_list_nobody_is_silent() -> None:
    found = of("silent_followers_share", responses([("b", "1")]))
    assert (found.status, found.reason) == ("unknown", msg("unknown.absent", export="followers"))


# ------------------------------------------------------------------------------------------------ what holds for any


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1), st.sampled_from(["z{}", "Ωmega-{}", "王{}"]))
def test_names_of_people_and_posts_and_the_order_of_rows_change_nothing(seed: int, order: int, shape: str) -> None:
    made, rng = invent(seed), np.random.default_rng(order)
    mixed = {}
    for name in TABLES:
        part = made.table(name)
        part = part.take(rng.permutation(len(part)))
        texts = {
            column: Text.of([None if v is None else shape.format(v[::-1]) for v in getattr(part, column).decode()])
            for column in ("peer", "from_", "to", "post", "key")
            if hasattr(part, column)
        }
        mixed[name] = replace(part, **texts)
    one, other = measured(made), measured(Dossiers.build(made.people, mixed, made.sources))
    assert {name: m for name, m in one.items() if m.family == "community"} == {
        name: m for name, m in other.items() if m.family == "community"
    }


acts = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("123456")), min_size=1, max_size=40)


@given(acts, st.sets(st.sampled_from("abcdefgh")), st.sampled_from("123456"))
def test_one_more_listed_follower_who_responds_never_makes_fewer_responders(
    rows: list[tuple[str, str]], listed: set[str], post: str
) -> None:
    before = measured(dossier(followers(["somebody", *sorted(listed)]), responses(rows)))
    after = measured(dossier(followers(["somebody", *sorted(listed), "new"]), responses([*rows, ("new", post)])))
    was, now = before["distinct_responders"].value, after["distinct_responders"].value
    assert was is not None
    assert now == was + 1


# ------------------------------------------------------------------------------------------------ circles


def audience(seed: int, size: int, posts: int) -> list[tuple[str, str]]:
    rng = np.random.default_rng(seed)
    seen = rng.random((size, posts)) < rng.beta(0.5, 9.5, size)[:, None]
    return [(f"p{who}", str(post)) for who, post in zip(*np.nonzero(seen), strict=True)]


CLASS = [(f"c{i}", str(p)) for i in range(40) for p in range(6)]


def test_an_honest_audience_has_no_circle() -> None:
    for seed in range(5):
        found = of("circle_response_share", responses(audience(seed, 600, 12)))
        assert (found.value, found.k, found.parts) == (0.0, 0.0, ())
        assert found.notes == (msg("note.responders_unlisted"),)


def test_a_class_is_a_circle_and_the_ordinary_reason_stands_beside_it() -> None:
    rows = [*audience(1, 600, 12), *CLASS]
    found = of("circle_response_share", responses(rows))
    (circle,) = found.parts
    assert (circle.kind, circle.value, circle.people) == ("circle", 240.0, 40.0)
    assert (found.k, found.n, found.unit, found.denominator) == (240.0, float(len(rows)), "share", "responses")
    assert found.value == pytest.approx(240 / len(rows), rel=1e-8)
    assert found.no_interval == msg("no_interval.described")
    assert [note.key for note in found.notes] == [
        "note.responders_unlisted", "note.circle", "note.circles_are_ordinary"
    ]  # fmt: skip
    said = found.notes[1].params
    assert (said["people"], said["posts"], said["share"]) == (40, 6, 240 / len(rows))


def test_no_rule_looks_at_circles() -> None:
    rows = [*audience(1, 600, 12), *CLASS]
    listed = sorted({who for who, _ in rows})
    found = measured(dossier(responses(rows), followers(listed)))
    findings = check_all({**found, "reach_gap": reach_gap(found, METHOD)}, METHOD)
    assert found["circle_response_share"].value
    assert [f.code for f in findings if f.status == "flagged"] == []
    # who would respond tells of them too, and stays what it is
    assert [part.kind for part in found["responsive_population"].parts][-1] == "circle"


def test_a_circle_of_strangers_is_none_of_the_audience() -> None:
    rows = audience(1, 600, 12)
    found = of("circle_response_share", responses([*rows, *CLASS]), followers(sorted({who for who, _ in rows})))
    assert (found.value, found.n) == (0.0, float(len(rows)))


def test_few_regulars_are_too_few_for_circles() -> None:
    nine = [(f"c{i}", str(p)) for i in range(9) for p in range(6)] + [(f"o{i}", "1") for i in range(50)]
    found = of("circle_response_share", responses(nine))
    assert (found.status, found.reason) == ("unknown", msg("unknown.few_regulars", found=9, posts=3))
    ten = of("circle_response_share", responses([*nine, *[("c9", str(p)) for p in range(3)]]))
    assert ten.status == "known"
