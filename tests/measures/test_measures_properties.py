"""What holds for any data: others do not matter, nor order, names or languages; and what plain Python makes of it."""

from collections import Counter, defaultdict
from dataclasses import fields, replace
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import invent

from build import METHOD, Direction, Dossiers, Response, dossier, followers, measured, posts, responses
from reachcheck.measures.registry import measure_all
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import TABLES
from reachcheck.results.figure import Figure
from reachcheck.results.measure import Measure

seeds = st.integers(0, 2**32 - 1)
OTHERS, FEW = 200, 30


@pytest.fixture(scope="module")
def others() -> tuple[Dossiers, ...]:
    return tuple(invent(seed) for seed in range(OTHERS))


def figures(dossiers: Dossiers, profile: int) -> dict[str, tuple[Figure, ...]]:
    return {name: made.made.figures.get(profile, ()) for name, made in measure_all(dossiers, METHOD).items()}


def same(one: Dossiers, other: Dossiers, position: int = 0) -> None:
    assert measured(one) == measured(other, position)
    assert figures(one, 0) == figures(other, position)


def without_places(measures: dict[str, Measure]) -> dict[str, Measure]:
    return {
        name: replace(m, parts=tuple(replace(part, evidence=()) for part in m.parts)) for name, m in measures.items()
    }


# ------------------------------------------------------------------------------------------------ others


@settings(deadline=None, max_examples=2)
@given(seeds, st.integers(0, FEW))
def test_a_profile_measures_the_same_alone_as_at_any_place_among_others(
    others: tuple[Dossiers, ...], seed: int, position: int
) -> None:
    alone = invent(seed)
    same(alone, Dossiers.join([*others[:position], alone, *others[position:FEW]]), position)


def test_each_of_two_hundred_measures_the_same_alone(others: tuple[Dossiers, ...]) -> None:
    together = measure_all(Dossiers.join(others), METHOD)
    kinds: Counter[str] = Counter()
    for i, alone in enumerate(others):
        expected = measured(alone)
        assert {name: made.one(i) for name, made in together.items()} == expected
        kinds.update(name for name, m in expected.items() if m.known)
        kinds.update(part.kind for m in expected.values() for part in m.parts)
    # the invented dossiers put every measure and every kind of part to the test
    assert set(kinds) >= {
        *together,
        "unexplained",
        "explained",
        "no_context",
        "block",
        "disagreement",
        "silence",
        "interior",
        "newcomers",
    }


@settings(deadline=None, max_examples=25)
@given(st.lists(seeds, min_size=1, max_size=4), st.data())
def test_joined_dossiers_can_be_taken_apart_again(chosen: list[int], data: st.DataObject) -> None:
    parts = [invent(seed) for seed in chosen]
    joined = Dossiers.join(parts)
    assert len(joined) == len(parts)
    i = data.draw(st.integers(0, len(parts) - 1))
    one = joined.one(i)
    assert len(one) == 1
    same(parts[i], one)
    for name in TABLES:
        mine, back = parts[i].table(name), one.table(name)
        assert len(mine) == len(back)
        for column in (field.name for field in fields(mine)):
            before, after = getattr(mine, column), getattr(back, column)
            if isinstance(before, Text):
                assert before.decode() == after.decode()
            elif column == "source":
                shift = 1 if len(before) == 0 else i
                assert (after == np.where(before >= 0, before + shift, before)).all()
            else:
                assert np.array_equal(before, after, equal_nan=True)


# ------------------------------------------------------------------------------------------------ order and names


@settings(deadline=None, max_examples=25)
@given(seeds, seeds)
def test_the_order_in_which_rows_come_changes_nothing(seed: int, order: int) -> None:
    made, rng = invent(seed), np.random.default_rng(order)
    mixed = {name: made.table(name).take(rng.permutation(len(made.table(name)))) for name in TABLES}
    same(made, Dossiers.build(made.people, mixed, made.sources))


@settings(deadline=None, max_examples=25)
@given(seeds, seeds)
def test_where_rows_stand_in_their_file_changes_nothing_but_the_evidence(seed: int, order: int) -> None:
    made, rng = invent(seed), np.random.default_rng(order)
    moved = {}
    for name in TABLES:
        part = made.table(name)
        rows = part.row if name == "profile" else rng.permutation(part.row)
        moved[name] = replace(part, row=rows)
    other = Dossiers.build(made.people, moved, made.sources)
    assert without_places(measured(made)) == without_places(measured(other))


@settings(deadline=None, max_examples=25)
@given(seeds, st.sampled_from(["z{}", "Ωmega-{}", "王{}", "{}-آدم", "dr. {} müller", "🦊{}"]))
def test_names_scripts_and_languages_change_nothing(seed: int, shape: str) -> None:
    made = invent(seed)
    renamed = {}
    for name in TABLES:
        part = made.table(name)
        texts = {
            column: Text.of([None if v is None else shape.format(v[::-1]) for v in getattr(part, column).decode()])
            for column in ("peer", "from_", "to")
            if hasattr(part, column)
        }
        renamed[name] = replace(part, **texts)
    people = replace(made.people, handle=Text.of(["other"]), noun=Text.of(["friends"]), zone=Text.of(["Asia/Tokyo"]))
    same(made, Dossiers.build(people, renamed, made.sources))


# ------------------------------------------------------------------------------------------------ plain Python


names = st.sampled_from([f"p{i}" for i in range(12)])
acts = st.lists(st.tuples(names, st.sampled_from("123456")), min_size=1, max_size=60)


@settings(deadline=None)
@given(acts, st.sets(names))
def test_responders_against_sets(rows: list[tuple[str, str]], listed: set[str]) -> None:
    made = measured(dossier(responses(rows), *([followers(sorted(listed))] if listed else [])))
    seen = defaultdict(set)
    weight: Counter[str] = Counter()
    for who, post in rows:
        if who in listed or not listed:
            seen[who].add(post)
            weight[who] += 1
    assert made["distinct_responders"].value == len(seen)
    assert made["repeat_responder_rate"].n == len(seen)
    assert made["repeat_responder_rate"].k == sum(len(p) >= 2 for p in seen.values())
    ten = sum(n for _, n in weight.most_common(10))
    if seen:
        assert made["top_ten_response_share"].value == pytest.approx(ten / sum(weight.values()), rel=1e-8)
    else:
        assert made["top_ten_response_share"].status == "unknown"


@settings(deadline=None)
@given(st.sets(names, min_size=1), st.sets(names, min_size=1))
def test_reciprocity_against_sets(followed_by: set[str], follows: set[str]) -> None:
    made = measured(dossier(followers(sorted(followed_by)), followers(sorted(follows), direction=Direction.OUT)))
    both = len(followed_by & follows)
    assert made["mutual_count"].value == both
    assert made["reciprocity_of_followers"].value == pytest.approx(both / len(followed_by), rel=1e-8)
    assert made["reciprocity_of_following"].value == pytest.approx(both / len(follows), rel=1e-8)


moments = st.one_of(st.none(), st.integers(1, 20).map(lambda d: f"2026-03-{d:02d}"))
words = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("12"), moments), min_size=1, max_size=15)


@settings(deadline=None)
@given(words, words)
def test_comments_answered_against_a_search(
    asked: list[tuple[str, str, str | None]], said: list[tuple[str, str, str | None]]
) -> None:
    into = responses([(w, p) for w, p, _ in asked], Response.COMMENT, at=[t for _, _, t in asked])
    out = responses([(w, p) for w, p, _ in said], Response.REPLY, Direction.OUT, [t for _, _, t in said])
    made = measured(dossier(into, out))["comments_answered_share"]
    answered = sum(
        any((w, p) == (who, post) and (late is None or at is None or late >= at) for w, p, late in said)
        for who, post, at in asked
    )
    known = {p for _, p, _ in said} & {p for _, p, _ in asked}
    assert (made.k, made.n) == ((answered, len(asked)) if known else (None, None))


cells = st.one_of(st.none(), st.integers(0, 50).map(float))


@settings(deadline=None)
@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=12))
def test_responses_of_a_post_against_a_loop(rows: list[tuple[float | None, float | None, float | None]]) -> None:
    likes, comments, totals = (list(column) for column in zip(*rows, strict=True))
    at = [f"2026-03-{d + 1:02d}" for d in range(len(rows))]
    made = measured(dossier(posts(at, likes=likes, comments=comments, interactions=totals)))["responses_per_post"]
    has = [any(v is not None for v in column) for column in (likes, comments)]
    drew = []
    for like, comment, total in rows:
        parts = [v for v, there in zip((like, comment), has, strict=True) if there]
        if total is not None:
            drew.append(total)
        elif parts and None not in parts:
            drew.append(sum(parts))  # type: ignore[arg-type]
    assert made.n == len(drew)
    assert made.value == (pytest.approx(median(drew)) if drew else None)


@settings(deadline=None)
@given(st.sets(st.integers(0, 200), min_size=1, max_size=15), st.integers(0, 260))
def test_weeks_and_silence_against_a_walk_over_the_days(posted: set[int], last: int) -> None:
    start = np.datetime64("2026-01-01")
    at = [str(start + d) for d in sorted(posted)]
    made = measured(dossier(posts(at), as_of=str(start + last)))
    end = max(last, *posted)
    weeks = [set(range(day - 6, day + 1)) & posted for day in range(end, min(posted) - 1, -7)]
    assert (made["weeks_with_a_post"].k, made["weeks_with_a_post"].n) == (sum(map(bool, weeks)), len(weeks))
    longest = run = 0
    for day in range(min(posted), end + 1):
        run = 0 if day in posted else run + 1
        longest = max(longest, run)
    assert made["longest_silence_days"].value == longest
