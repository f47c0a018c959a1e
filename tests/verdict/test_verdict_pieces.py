"""Pieces of evidence: the smallest number of innocent events that explains all that is flagged."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import METHOD
from made import finding
from reachcheck.results.finding import Finding
from reachcheck.results.verdict import Piece
from reachcheck.verdict.pieces import conduct, counted, pieces

INNOCENT = {"A": ("crowd", "merge"), "B": ("joined", "crowd"), "C": ("pause",), "D": ()}


def of(*findings: Finding) -> list[tuple[str, tuple[str, ...]]]:
    return [(piece.innocent_event, piece.findings) for piece in pieces(findings, INNOCENT)]


def test_nothing_flagged_needs_no_event() -> None:
    assert of() == []
    assert of(finding("A", "clear"), finding("B", "unknown")) == []


def test_one_finding_needs_one_event_the_first_that_is_named() -> None:
    assert of(finding("A")) == [("crowd", ("A",))]
    assert of(finding("B"), finding("A", "clear")) == [("joined", ("B",))]


def test_two_findings_of_one_event_are_one_piece() -> None:
    assert of(finding("A"), finding("B")) == [("crowd", ("A", "B"))]
    assert of(finding("B"), finding("A")) == [("crowd", ("A", "B"))]


def test_two_findings_without_a_common_event_are_two_pieces() -> None:
    assert of(finding("A"), finding("C")) == [("crowd", ("A",)), ("pause", ("C",))]


def test_a_piece_names_all_that_its_event_explains() -> None:
    assert of(finding("A"), finding("B"), finding("C")) == [("crowd", ("A", "B")), ("pause", ("C",))]


def test_a_kind_of_finding_counts_once_however_often_it_recurs() -> None:
    assert of(finding("A"), finding("A")) == [("crowd", ("A",))]


def test_what_says_nothing_about_conduct_is_no_piece() -> None:
    assert of(finding("C", feeds=False)) == []
    assert of(finding("A"), finding("C", feeds=False)) == [("crowd", ("A",))]


@pytest.mark.parametrize("code", ["D", "unheard-of"])
def test_a_finding_without_an_innocent_event_is_a_piece_of_its_own(code: str) -> None:
    assert of(finding(code)) == [(code, (code,))]
    assert of(finding("A"), finding(code)) == [("crowd", ("A",)), (code, (code,))]


def test_a_step_and_a_block_need_two_separate_things_to_be_true() -> None:
    found = pieces([finding("GRO101"), finding("AUD201")], METHOD.innocent)
    assert found == (
        Piece(innocent_event="silent_crowd", findings=("GRO101",)),
        Piece(innocent_event="joined_together", findings=("AUD201",)),
    )


def test_two_rules_that_see_one_block_are_one_piece() -> None:
    found = pieces([finding("AUD201"), finding("AUD202")], METHOD.innocent)
    assert found == (Piece(innocent_event="joined_together", findings=("AUD201", "AUD202")),)
    step = pieces([finding("GRO101"), finding("AUD201"), finding("AUD202")], METHOD.innocent)
    assert [piece.findings for piece in step] == [("GRO101",), ("AUD201", "AUD202")]


def test_a_mention_explains_a_step_and_newcomers_at_once() -> None:
    found = pieces([finding("GRO101"), finding("AUD203")], METHOD.innocent)
    assert found == (Piece(innocent_event="unlisted_mention", findings=("AUD203", "GRO101")),)


codes = st.sampled_from("PQRSTU")
mappings = st.dictionaries(codes, st.lists(st.sampled_from("abcdef"), max_size=3, unique=True).map(tuple))


@settings(deadline=None, max_examples=100)
@given(mappings, st.lists(st.tuples(codes, st.booleans(), st.booleans()), max_size=7))
def test_pieces_against_a_search_of_all_sets(
    innocent: dict[str, tuple[str, ...]], rows: list[tuple[str, bool, bool]]
) -> None:
    findings = [finding(code, "flagged" if flagged else "clear", feeds) for code, flagged, feeds in rows]
    need = {
        f.code: set(innocent.get(f.code) or (f.code,)) for f in findings if f.status == "flagged" and f.feeds_conduct
    }
    found = pieces(findings, innocent)
    chosen = {piece.innocent_event for piece in found}
    assert all(events & chosen for events in need.values())
    events = sorted(set().union(*need.values())) if need else []
    for size in range(len(found)):
        for fewer in combinations(events, size):
            assert any(not explains & set(fewer) for explains in need.values())
    for piece in found:
        assert piece.findings == tuple(
            sorted(code for code, explains in need.items() if piece.innocent_event in explains)
        )
        assert piece.findings


# ------------------------------------------------------------------------------------------------ conduct


@pytest.mark.parametrize(
    ("findings", "level"),
    [
        ((), "unknown"),
        ((finding("A", "unknown"), finding("B", "unknown")), "unknown"),
        ((finding("C", "clear", feeds=False), finding("B", "unknown")), "unknown"),
        ((finding("C", feeds=False),), "unknown"),
        ((finding("A", "clear"), finding("B", "unknown")), "none seen"),
        ((finding("A"),), "to look at"),
        ((finding("A"), finding("B")), "to look at"),
        ((finding("A"), finding("C")), "strong"),
        ((finding("A"), finding("B"), finding("C")), "strong"),
        ((finding("A"), finding("C"), finding("D")), "strong"),
    ],
)
def test_the_level_of_conduct(findings: tuple[Finding, ...], level: str) -> None:
    assert conduct(findings, INNOCENT, 2).level == level


def test_how_many_pieces_are_strong_is_the_methods_to_say() -> None:
    two = (finding("A"), finding("C"))
    assert [conduct(two, INNOCENT, strong).level for strong in (1, 2, 3)] == ["strong", "strong", "to look at"]
    assert conduct((finding("A"),), INNOCENT, 1).level == "strong"


def test_which_rules_could_look_and_what_they_saw() -> None:
    found = conduct(
        (finding("A"), finding("B", "clear"), finding("C", "unknown"), finding("D", feeds=False)), INNOCENT, 2
    )
    assert found.could_look == ("A", "B")
    assert found.pieces == (Piece(innocent_event="crowd", findings=("A",)),)


def test_each_finding_names_the_event_under_which_it_was_counted() -> None:
    seen = (finding("A"), finding("B"), finding("C"), finding("D", "clear"), finding("E", feeds=False))
    done = conduct(seen, INNOCENT, 2)
    found = counted(seen, done)
    assert [(f.code, f.piece) for f in found] == [
        ("A", "crowd"), ("B", "crowd"), ("C", "pause"), ("D", None), ("E", None),
    ]  # fmt: skip
    assert [replace(f, piece=None) for f in found] == list(seen)


def test_a_finding_of_two_pieces_is_counted_under_the_first() -> None:
    innocent = {"P": ("x",), "Q": ("y",), "R": ("y", "x")}
    seen = (finding("P"), finding("Q"), finding("R"))
    assert [f.piece for f in counted(seen, conduct(seen, innocent, 2))] == ["x", "y", "x"]
