"""The verdict: every label, how sure it is, what speaks for and against it, and what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import METHOD
from made import CAME, SPEC, absent, finding, known, measures, part, with_limits
from reachcheck.message import msg
from reachcheck.method import Method
from reachcheck.results.finding import Finding
from reachcheck.results.measure import Measure, Part
from reachcheck.results.verdict import Bound, Conduct, Level, Missing, Piece, RealReach, Verdict
from reachcheck.rules.registry import check_all
from reachcheck.verdict.judge import judge
from reachcheck.verdict.pieces import conduct
from reachcheck.verdict.reach import reach_gap, real_reach
from reachcheck.verdict.signs import Sign, enough, signs

LIMITS = METHOD.verdict
MOVES: Mapping[str, str | None] = {name: spec.moves for name, spec in SPEC.items() if spec.asks}


def clearest(strength: float) -> Measure:
    return known("unexplained_gain_share", 0.7, parts=(part("unexplained", strength=strength),))


PIECES = (Piece(innocent_event="a", findings=("A",)), Piece(innocent_event="b", findings=("B",)))


LISTED = known("list_completeness", 1.0)
NAMED = known("distinct_responders", 0.0)
"""A list of followers and who responded, which most of these tests take for granted."""


def decide(
    level: Level = "none seen",
    low: float = 0.0,
    high: float = 1000.0,
    *given: Measure,
    count: float | None = 1000.0,
    findings: Sequence[Finding] = (),
    moves: Mapping[str, str | None] | None = None,
    method: Method = METHOD,
    withheld: Sequence[str] = (),
) -> Verdict:
    stated = [] if count is None else [known("followers_count", count)]
    if level == "strong" and all(measure.id != "unexplained_gain_share" for measure in given):
        stated.append(clearest(6.0))
    reach = None if count is None else RealReach(low=low, high=high, bounds=())
    stated += [each for each in (LISTED, NAMED) if all(measure.id != each.id for measure in given)]
    made = measures(*stated, *given)
    done = Conduct(level=level, pieces=PIECES[: {"strong": 2, "to look at": 1}.get(level, 0)])
    return judge(made, findings, done, reach, moves or {}, method, withheld)


# ------------------------------------------------------------------------------------------------ signs

REPEAT = known("repeat_responder_rate", 0.5, low=0.3, high=0.7, k=10.0, n=20.0)
ANSWERED = known("comments_answered_share", 0.5, low=0.3, high=0.7, k=10.0, n=20.0)
MUTUAL = known("reciprocity_of_followers", 0.5, low=0.2, high=0.7, k=20.0, n=40.0)
WEEKS = known("weeks_with_a_post", 0.5, k=6.0, n=12.0)
SILENCE = known("longest_silence_days", 60.0, n=9.0)


def explained(*people: float | None) -> Measure:
    parts = tuple(part("explained", people=each) for each in people)
    return known("explained_gain_share", 0.1, low=0.1, high=0.1, parts=parts)


def the_sign(*given: Measure, method: Method = METHOD) -> Sign:
    (found,) = signs(measures(*given), method.verdict)
    return found


def counts(*given: Measure, **limits: float) -> bool:
    return the_sign(*given, method=with_limits("verdict", **limits)).counts


def test_without_evidence_there_is_no_sign() -> None:
    assert signs(measures(), LIMITS) == ()


def test_listed_followers_who_come_back_are_a_sign_of_community() -> None:
    text = msg("for.repeat", n=20.0, k=10.0, low=0.3, high=0.7)
    assert the_sign(REPEAT) == Sign(kind="community", text=text, counts=True)
    assert counts(replace(REPEAT, low=0.299999999)) is False
    assert counts(replace(REPEAT, k=9.0)) is False
    assert counts(REPEAT, repeat_rate_low=0.31) is False
    assert counts(REPEAT, repeat_least=11) is False


def test_strangers_who_come_back_are_named_and_do_not_count() -> None:
    found = the_sign(replace(REPEAT, notes=(msg("note.x"), msg("note.responders_unlisted"))))
    text = msg("for.repeat_unlisted", n=20.0, k=10.0, low=0.3, high=0.7)
    assert found == Sign(kind="community", text=text, counts=False)
    assert counts(replace(REPEAT, notes=(msg("note.responders_outside", n=2),))) is True


def test_comments_answered_are_a_sign_of_community() -> None:
    text = msg("for.answered", n=20.0, k=10.0, low=0.3, high=0.7)
    assert the_sign(ANSWERED) == Sign(kind="community", text=text, counts=True)
    assert counts(replace(ANSWERED, low=0.299999999)) is False
    assert counts(replace(ANSWERED, k=9.0)) is False
    assert counts(ANSWERED, answered_low=0.31) is False
    assert counts(ANSWERED, answered_least=11) is False


def test_followers_followed_back_are_a_sign_of_reciprocity() -> None:
    text = msg("for.mutual", n=40.0, k=20.0, low=0.2, high=0.7)
    assert the_sign(MUTUAL) == Sign(kind="reciprocity", text=text, counts=True)
    assert counts(replace(MUTUAL, low=0.199999999)) is False
    assert counts(replace(MUTUAL, k=19.0)) is False
    assert counts(MUTUAL, reciprocity_low=0.21) is False
    assert counts(MUTUAL, mutual_least=21) is False


@pytest.mark.parametrize("given", [REPEAT, ANSWERED, MUTUAL])
def test_nobody_and_nothing_known_are_no_sign(given: Measure) -> None:
    assert signs(measures(replace(given, k=0.0)), LIMITS) == ()
    assert signs(measures(replace(given, k=None)), LIMITS) == ()
    assert signs(measures(replace(given, low=None)), LIMITS) == ()
    bare = the_sign(replace(given, n=None, high=None))
    assert (bare.text.params["n"], bare.text.params["high"]) == (0.0, 1.0)
    assert the_sign(replace(given, k=1.0)).counts is False


def test_explained_steps_are_a_sign_of_growth() -> None:
    found = the_sign(explained(12.0, None, 8.0))
    assert found == Sign(kind="growth", text=msg("for.explained", steps=3, gain=20.0), counts=True)
    assert counts(explained(12.0, 7.999999)) is False
    assert counts(explained(20.0), explained_least=20.1) is False
    assert signs(measures(explained()), LIMITS) == ()


def test_posts_in_half_of_twelve_weeks_or_no_long_silence_are_a_sign_of_constancy() -> None:
    text = msg("for.constant", k=6.0, n=12.0, days=60.0)
    assert the_sign(WEEKS, SILENCE) == Sign(kind="constancy", text=text, counts=True)
    seldom, long = replace(WEEKS, value=0.499999999), replace(SILENCE, value=61.0)
    assert [counts(*pair) for pair in ((seldom, SILENCE), (WEEKS, long), (seldom, long))] == [True, True, False]
    assert counts(replace(WEEKS, n=11.0), SILENCE) is False
    assert counts(replace(WEEKS, n=None), SILENCE, weeks_least=1) is False
    assert counts(WEEKS, SILENCE, weeks_least=13) is False
    assert counts(WEEKS, long, weeks_share=0.51) is False
    assert counts(seldom, SILENCE, silence_days=59) is False


@pytest.mark.parametrize("given", [(WEEKS,), (SILENCE,)])
def test_constancy_takes_both(given: tuple[Measure, ...]) -> None:
    assert signs(measures(*given), LIMITS) == ()


def test_constancy_without_its_numbers_says_so() -> None:
    found = the_sign(replace(WEEKS, k=None, n=None), SILENCE)
    assert found.text == msg("for.constant", k=0.0, n=0.0, days=60.0)


def test_signs_come_in_one_order() -> None:
    found = signs(measures(SILENCE, WEEKS, explained(30.0), MUTUAL, ANSWERED, REPEAT), LIMITS)
    assert [sign.kind for sign in found] == ["community", "community", "reciprocity", "growth", "constancy"]


def sign(kind: str, counts: bool = True) -> Sign:
    return Sign(kind=kind, text=msg("x"), counts=counts)


@pytest.mark.parametrize(
    ("found", "kinds", "is_enough"),
    [
        ((), 2, False),
        ((sign("community"),), 2, False),
        ((sign("community"),), 1, True),
        ((sign("community"), sign("community")), 2, False),
        ((sign("community"), sign("reciprocity")), 2, True),
        ((sign("community"), sign("constancy")), 2, True),
        ((sign("reciprocity"), sign("growth")), 2, True),
        ((sign("growth"), sign("constancy")), 2, False),
        ((sign("growth"), sign("constancy"), sign("reciprocity")), 3, True),
        ((sign("community"), sign("constancy", counts=False)), 2, False),
        ((sign("community", counts=False), sign("growth"), sign("constancy")), 2, False),
        ((sign("community"), sign("growth"), sign("constancy")), 4, False),
    ],
)
def test_enough_is_so_many_kinds_with_people_among_them(found: tuple[Sign, ...], kinds: int, is_enough: bool) -> None:
    assert enough(found, kinds) is is_enough


# ------------------------------------------------------------------------------------------------ labels


@pytest.mark.parametrize(
    ("level", "high", "label"),
    [
        ("strong", 800.0, "inflated count"),
        ("strong", 800.1, "mixed"),
        ("strong", 1000.0, "mixed"),
        ("to look at", 100.0, "mixed"),
        ("to look at", 1000.0, "mixed"),
        ("none seen", 100.0, "not assessable"),
        ("none seen", 1000.0, "not assessable"),
        ("unknown", 1000.0, "not assessable"),
    ],
)
def test_labels_by_conduct_and_upper_end(level: Level, high: float, label: str) -> None:
    assert decide(level, 50.0, high).label == label
    # positive evidence changes nothing where something is flagged
    if level in ("strong", "to look at"):
        assert decide(level, 50.0, high, REPEAT, MUTUAL, WEEKS, SILENCE).label == label


@pytest.mark.parametrize("level", ["none seen", "unknown"])
def test_two_kinds_of_positive_evidence_make_a_genuine_community(level: Level) -> None:
    assert decide(level, 0.0, 1000.0, REPEAT, MUTUAL).label == "genuine community"
    assert decide(level, 0.0, 1000.0, ANSWERED, explained(30.0)).label == "genuine community"
    assert decide(level, 0.0, 1000.0, MUTUAL, WEEKS, SILENCE).label == "genuine community"
    assert decide(level, 0.0, 1000.0, REPEAT, ANSWERED).label == "not assessable"
    assert decide(level, 0.0, 1000.0, explained(30.0), WEEKS, SILENCE).label == "not assessable"


def test_without_a_count_nothing_is_assessable_unless_something_is_to_look_at() -> None:
    for level in ("none seen", "unknown", "strong"):
        found = decide(level, 0.0, 0.0, REPEAT, MUTUAL, count=None)  # type: ignore[arg-type]
        assert (found.label, found.confidence) == ("not assessable", "low")
        assert found.summary == msg("summary.no_count")
    assert decide("to look at", 0.0, 0.0, count=None).label == "mixed"
    assert decide("to look at", 0.0, 0.0, count=None).confidence_reason == msg("confidence.not_assessable")


def test_limits_of_labels_are_the_methods() -> None:
    assert (
        decide("strong", 0.0, 900.0, method=with_limits("verdict", inflated_upper_share=0.9)).label == "inflated count"
    )
    strict = with_limits("verdict", for_kinds=3)
    assert decide("none seen", 0.0, 1000.0, REPEAT, MUTUAL, method=strict).label == "not assessable"


def hollow(low: float) -> Measure:
    return known("hollow_share", low, low=low, high=0.9, n=1000.0)


@pytest.mark.parametrize(
    ("level", "low", "label"),
    [
        ("none seen", 0.15, "mixed"),
        ("none seen", 0.149, "genuine community"),
        ("unknown", 0.5, "mixed"),
        ("to look at", 0.149, "mixed"),
        ("to look at", 0.15, "inflated count"),
        ("strong", 0.15, "inflated count"),
        ("strong", 0.05, "inflated count"),
        ("strong", 0.049, "mixed"),
        ("strong", 0.0, "mixed"),
    ],
)
def test_figures_of_followers_beside_what_was_done(level: Level, low: float, label: str) -> None:
    """Figures alone are no sign of conduct, complete a single sign, and speak against clear steps where they differ."""
    assert decide(level, 50.0, 700.0, REPEAT, MUTUAL, hollow(low)).label == label


@pytest.mark.parametrize(("n", "label"), [(199.0, "genuine community"), (200.0, "mixed")])
def test_a_share_of_fewer_than_thirty_people_speaks_against_nobody(n: float, label: str) -> None:
    # .15 x 200 = 30
    few = replace(hollow(0.15), n=n)
    assert decide("none seen", 50.0, 700.0, REPEAT, MUTUAL, few).label == label
    assert decide("to look at", 50.0, 700.0, few).label == ("mixed" if n < 200 else "inflated count")


def test_the_share_itself_is_needed_however_many_it_is() -> None:
    assert decide("none seen", 50.0, 700.0, REPEAT, MUTUAL, replace(hollow(0.149), n=9e6)).label == "genuine community"
    unsized = replace(hollow(0.5), n=None)
    assert decide("none seen", 50.0, 700.0, REPEAT, MUTUAL, unsized).label == "mixed"


def test_a_count_hardly_above_real_reach_is_never_inflated() -> None:
    assert decide("to look at", 50.0, 801.0, hollow(0.5)).label == "mixed"
    assert decide("strong", 50.0, 801.0, hollow(0.5)).label == "mixed"


@pytest.mark.parametrize(
    ("figures", "label"),
    [(absent("hollow_share"), "mixed"), (hollow(0.149), "mixed"), (hollow(0.15), "inflated count")],
)
def test_where_nobody_knows_who_responded_clear_steps_take_as_many_signs_as_speak_for_themselves(
    figures: Measure, label: str
) -> None:
    assert decide("strong", 50.0, 300.0, absent("distinct_responders"), figures).label == label


def test_weak_steps_are_completed_by_figures_alone() -> None:
    assert decide("strong", 50.0, 300.0, clearest(1.0), hollow(0.15)).label == "inflated count"
    assert decide("strong", 50.0, 300.0, clearest(1.0), hollow(0.1)).label == "mixed"


# ------------------------------------------------------------------------------------------------ visible


def smallest(*people: float) -> Measure:
    parts = tuple(Part(kind=f"{days}d", value=n) for days, n in zip((1, 3, 30), people, strict=True))
    return known("smallest_visible_arrival", people[0], parts=parts)


NO_LIST = absent("list_completeness")


@pytest.mark.parametrize(
    ("given", "low", "label"),
    [
        ((), 100.0, "genuine community"),  # the list is there
        ((NO_LIST,), 100.0, "not assessable"),
        ((NO_LIST, smallest(50.0, 100.0, 200.0)), 100.0, "genuine community"),  # a fifth of 1,000 would stand out
        ((NO_LIST, smallest(50.0, 201.0, 100.0)), 100.0, "not assessable"),
        ((NO_LIST, known("smallest_visible_arrival", 1.0)), 100.0, "not assessable"),
        ((NO_LIST,), 800.0, "genuine community"),  # there is no room for so many others
        ((NO_LIST,), 799.9, "not assessable"),
    ],
)
def test_a_community_is_found_only_where_an_inflated_count_would_be(
    given: tuple[Measure, ...], low: float, label: str
) -> None:
    found = decide("none seen", low, 1000.0, REPEAT, MUTUAL, *given)
    assert found.label == label
    if label == "not assessable":
        assert found.summary.key == "summary.unseen"
        assert found.summary.params["share"] == 0.2
        assert found.confidence == "low"


def test_what_would_show_it_is_named_first() -> None:
    lacking = replace(NO_LIST, lacks=("followers",))
    found = decide("none seen", 100.0, 1000.0, REPEAT, MUTUAL, lacking, moves={lacking.id: "upper"})
    assert found.summary == msg("summary.unseen_cure", share=0.2, export="followers")


def test_without_a_list_a_flag_is_still_a_flag() -> None:
    assert decide("to look at", 100.0, 1000.0, REPEAT, MUTUAL, NO_LIST).label == "mixed"
    assert decide("none seen", 100.0, 1000.0, NO_LIST).summary.key == "summary.looked"


def test_what_a_mixed_verdict_says_depends_on_what_is_there() -> None:
    found = decide("none seen", 50.0, 700.0, hollow(0.3)).summary
    assert found == msg("summary.mixed_hollow", low=50.0, high=700.0, n=1000.0, share=0.3)
    unused = Bound(side="upper", value=300.0, kind="reading", measure="x", text=msg("x"))
    plain = msg("summary.mixed", low=50.0, high=700.0, n=1000.0)
    for bounds, expected in (
        ((unused,), msg("summary.mixed_if", low=50.0, high=700.0, n=1000.0, most=300.0)),
        ((replace(unused, used=True),), plain),
        ((), plain),
    ):
        reach = RealReach(low=50.0, high=700.0, bounds=bounds)
        for done in (Conduct(level="to look at", pieces=PIECES[:1]), Conduct(level="strong", pieces=PIECES[:2])):
            told = judge(measures(known("followers_count", 1000.0)), (), done, reach, {}, METHOD)
            assert (told.label, told.summary) == ("mixed", expected)


@pytest.mark.parametrize(
    ("without", "label"), [(None, None), ((50.0, 800.0), "inflated count"), ((50.0, 801.0), "mixed")]
)
def test_what_the_label_would_be_without_readings(without: tuple[float, float] | None, label: str | None) -> None:
    reach = RealReach(low=50.0, high=300.0, bounds=(), without_readings=without)
    done = Conduct(level="strong", pieces=PIECES[:2])
    found = judge(measures(known("followers_count", 1000.0), clearest(6.0), NAMED), (), done, reach, {}, METHOD)
    assert (found.label, found.without_readings) == ("inflated count", label)


def test_how_an_inflated_count_is_told() -> None:
    assert decide("strong", 50.0, 500.0).summary.key == "summary.inflated"
    assert decide("strong", 50.0, 501.0).summary.key == "summary.inflated_less"
    found = decide("to look at", 50.0, 300.0, hollow(0.6), known("distinct_responders", 60.0))
    assert (found.confidence, found.confidence_reason) == ("medium", msg("confidence.inflated_hollow", share=0.6))


# ------------------------------------------------------------------------------------------------ confidence, summary


@pytest.mark.parametrize(("strength", "label"), [(1.14, "mixed"), (1.15, "inflated count")])
def test_a_step_that_just_passes_is_never_an_inflated_count(strength: float, label: str) -> None:
    assert decide("strong", 50.0, 300.0, clearest(strength)).label == label


def test_without_a_step_or_its_strength_no_count_is_inflated() -> None:
    # strong conduct may rest on other findings
    lenient = with_limits("verdict", inflated_strength=0.5)
    no_step, unsaid = known("unexplained_gain_share", 0.0), (part("unexplained", strength=None),)
    for share in (no_step, replace(no_step, value=0.7, parts=unsaid)):
        assert decide("strong", 50.0, 300.0, share, method=lenient).label == "mixed"


def test_a_count_of_nobody_is_not_inflated() -> None:
    assert decide("strong", 0.0, 0.0, count=0.0).label == "mixed"


@pytest.mark.parametrize(
    ("code", "label"),
    [("DAT001", "not assessable"), ("DAT003", "not assessable"), ("DAT002", "genuine community")],
)
def test_files_that_contradict_each_other_speak_for_nobody(code: str, label: str) -> None:
    found = decide("none seen", 500.0, 1000.0, REPEAT, MUTUAL, findings=[finding(code, feeds=False)])
    assert found.label == label


@pytest.mark.parametrize(("high", "confidence"), [(333.0, "high"), (333.1, "medium"), (500.0, "medium")])
def test_how_sure_an_inflated_count_is(high: float, confidence: str) -> None:
    found = decide("strong", 50.0, high, known("distinct_responders", 60.0))
    assert found.confidence == confidence
    unnamed = decide("strong", 50.0, high, absent("distinct_responders"), hollow(0.15))
    assert unnamed.confidence == "medium", "nobody could be seen to respond"
    assert found.confidence_reason == msg(f"confidence.inflated_{confidence}", kinds=2, share=0.333)
    assert found.summary == msg("summary.inflated", low=50.0, high=high, n=1000.0)


@pytest.mark.parametrize(
    ("low", "more", "confidence"),
    [(333.0, True, "high"), (332.9, True, "medium"), (333.0, False, "medium"), (900.0, False, "medium")],
)
def test_how_sure_a_genuine_community_is(low: float, more: bool, confidence: str) -> None:
    third = (explained(30.0),) if more else ()
    found = decide("none seen", low, 1000.0, REPEAT, MUTUAL, *third)
    assert (found.label, found.confidence) == ("genuine community", confidence)
    assert found.confidence_reason == msg(f"confidence.genuine_{confidence}", kinds=3, share=0.333)


@pytest.mark.parametrize(("low", "most"), [(500.0, False), (500.1, True)])
def test_most_is_more_than_half(low: float, most: bool) -> None:
    found = decide("none seen", low, 1000.0, REPEAT, MUTUAL).summary
    assert found == (msg("summary.genuine_most", low=low, n=1000.0) if most else msg("summary.genuine", low=low))


def test_a_mixed_verdict_is_never_sure() -> None:
    for found in (decide("to look at", 5.0, 100.0), decide("strong", 5.0, 900.0)):
        assert (found.confidence, found.confidence_reason) == ("low", msg("confidence.mixed"))
    assert decide("to look at", 5.0, 100.0).summary == msg("summary.mixed", low=5.0, high=100.0, n=1000.0)


def test_a_count_of_nobody_is_said_as_such() -> None:
    assert decide("to look at", 0.0, 0.0, count=0.0).summary.params["n"] == 0.0


def test_what_is_not_assessable_says_whether_anything_could_be_looked_at_and_what_would_help() -> None:
    found = decide("none seen")
    assert (found.confidence, found.confidence_reason) == ("low", msg("confidence.not_assessable"))
    assert found.summary == msg("summary.looked")
    assert decide("unknown").summary == msg("summary.could_not_look")
    lacking = absent("distinct_responders", "responses", "x")
    moves: Mapping[str, str | None] = {"distinct_responders": "lower"}
    assert decide("none seen", 0, 9, lacking, moves=moves).summary == msg("summary.looked_cure", export="responses")
    assert decide("unknown", 0, 9, lacking, moves=moves).summary == msg(
        "summary.could_not_look_cure", export="responses"
    )


def test_limits_of_confidence_are_the_methods() -> None:
    wide = with_limits("verdict", high_upper_share=0.4, high_lower_share=0.1)
    seen = known("distinct_responders", 60.0)
    assert decide("strong", 0.0, 400.0, seen, method=wide).confidence == "high"
    assert decide("none seen", 100.0, 1000.0, REPEAT, MUTUAL, WEEKS, SILENCE, method=wide).confidence == "high"


# ------------------------------------------------------------------------------------------------ for, against


def test_against_names_every_flag_and_nothing_else() -> None:
    flagged, silent = finding("A", observed=msg("a.seen")), replace(finding("B"), observed=None)
    clear, unknown = finding("C", "clear"), finding("D", "unknown")
    found = decide("to look at", 0.0, 9.0, findings=(unknown, flagged, clear, silent))
    assert found.against == (msg("a.seen"),)


def test_for_names_what_counts_and_whatever_the_community_shows() -> None:
    found = decide("none seen", 0.0, 9.0, REPEAT, ANSWERED, MUTUAL, explained(30.0), WEEKS, SILENCE)
    assert [text.key for text in found.for_] == [
        "for.repeat", "for.answered", "for.mutual", "for.explained", "for.constant",
    ]  # fmt: skip
    weak = (replace(REPEAT, k=1.0), replace(ANSWERED, k=1.0), replace(MUTUAL, k=1.0), explained(3.0))
    found = decide("none seen", 0.0, 9.0, *weak, replace(WEEKS, n=3.0), SILENCE)
    assert [text.key for text in found.for_] == ["for.repeat", "for.answered"]
    assert decide().for_ == ()


def test_what_never_feeds_conduct_is_against_all_the_same() -> None:
    assert decide(findings=(finding("C", feeds=False),)).against == (msg("C.observed"),)


# ------------------------------------------------------------------------------------------------ missing


def lacks(name: str, *exports: str) -> Measure:
    return absent(name, *exports)


def missing(*given: Measure, withheld: Sequence[str] = (), **moves: str | None) -> tuple[Missing, ...]:
    return decide("none seen", 100.0, 600.0, *given, moves=moves, withheld=withheld).missing


def test_a_missing_export_names_the_end_it_moves_and_how_far_at_most() -> None:
    found = missing(
        lacks("creation_block", "low"), lacks("hollow_share", "up"), creation_block="lower", hollow_share="upper"
    )
    assert found == (
        Missing(export="low", moves="lower", at_most=600.0),
        Missing(export="up", moves="upper", at_most=100.0),
    )


def test_an_export_that_moves_no_end_comes_last() -> None:
    found = missing(lacks("mutual_count", "none"), lacks("hollow_share", "up"), mutual_count=None, hollow_share="upper")
    assert found == (Missing(export="up", moves="upper", at_most=100.0), Missing(export="none"))
    assert missing(lacks("mutual_count", "x"), mutual_count="sideways") == (Missing(export="x"),)


def test_an_export_is_asked_for_once_by_the_first_end_it_moves() -> None:
    three = (lacks("mutual_count", "x"), lacks("hollow_share", "x", "y"), lacks("typical_likes", "x"))
    found = missing(*three, mutual_count=None, typical_likes="lower", hollow_share="upper")
    assert {m.export: m.moves for m in found} == {"x": "lower", "y": "upper"}
    assert [m.export for m in found] == ["x", "y"]


def test_known_measures_and_those_that_nobody_asks_for_lack_nothing() -> None:
    complete = replace(known("hollow_share", 0.5), lacks=("x",))
    assert missing(complete, lacks("mutual_count", "y"), hollow_share="upper") == ()


def test_what_a_platform_gives_to_nobody_is_not_asked_for() -> None:
    given = lacks("hollow_share", "responses", "followers")
    found = missing(given, hollow_share="upper", withheld=("responses", "daily"))
    assert found == (), "followers would not help: responses are withheld"
    assert missing(given, hollow_share="upper", withheld=("responses", "followers")) == ()


def test_without_real_reach_nobody_knows_how_far() -> None:
    found = decide("none seen", 0, 0, lacks("hollow_share", "x"), count=None, moves={"hollow_share": "upper"})
    assert found.missing == (Missing(export="x", moves="upper"),)


# ------------------------------------------------------------------------------------------------ the whole way


def whole(*given: Measure, method: Method = METHOD) -> Verdict:
    made = measures(LISTED, *given)
    made["reach_gap"] = reach_gap(made, method)
    findings = check_all(made, method)
    done = conduct(findings, method.innocent, method.verdict.strong_pieces)
    reach = real_reach(made, method, len(done.pieces))
    return judge(made, findings, done, reach, MOVES, method)


def step(kind: str, people: float) -> Part:
    return part(kind, value=people + 40, low=2.0, high=5.0, people=people, strength=4.0)


def growth(kind: str, people: float, count: float) -> tuple[Measure, ...]:
    parts = (step(kind, people),)
    share = known(f"{kind}_gain_share", people / count, low=people / count, high=people / count, parts=parts)
    silent = known("silent_newcomers", people, low=people if kind == "unexplained" else 0.0)
    return known("growth_steps", 1.0, n=90.0, parts=parts), share, silent


def block(k: float, n: float) -> Measure:
    found = part("block", came=CAME, value=k, low=1.0, high=5.0, people=n, strength=9.0)
    return known("creation_block", k / n, low=0.1, high=0.9, k=k, n=n, parts=(found,))


def count(n: float) -> Measure:
    return known("followers_count", n)


def test_each_label_from_measures_alone() -> None:
    clear = known("creation_block", 0.0)
    seen = known("distinct_responders", 0.0)
    inflated = whole(count(1000.0), *growth("unexplained", 700.0, 1000.0), block(300.0, 700.0), seen)
    assert (inflated.label, inflated.confidence) == ("inflated count", "high")
    assert [m.key for m in inflated.against] == ["gro101.observed", "aud201.observed"]
    unnamed = (count(1000.0), *growth("unexplained", 600.0, 1000.0), block(300.0, 700.0))
    assert (whole(*unnamed).label, whole(*unnamed, hollow(0.15)).confidence) == ("mixed", "medium")
    assert whole(count(1000.0), *growth("unexplained", 199.0, 1000.0), block(300.0, 700.0)).label == "mixed"
    assert whole(count(1000.0), *growth("unexplained", 700.0, 1000.0), clear).label == "mixed"
    assert whole(count(1000.0), *growth("explained", 0.0, 1000.0), block(300.0, 700.0)).label == "mixed"
    genuine = whole(count(1000.0), *growth("explained", 700.0, 1000.0), clear, REPEAT)
    assert (genuine.label, genuine.confidence) == ("genuine community", "medium")
    assert whole(count(1000.0), *growth("explained", 700.0, 1000.0), clear).label == "not assessable"
    assert whole(REPEAT, MUTUAL).label == "not assessable"


def test_data_that_contradict_each_other_never_make_conduct() -> None:
    found = whole(
        count(1000.0),
        known("count_agreement", 0.5, parts=(part("disagreement", value=500.0, low=1000.0),)),
        known("list_completeness", 0.3, k=300.0, n=1000.0),
        known("distinct_responders", 2000.0),
        known("top_ten_response_share", 0.99, n=40.0),
        known("longest_silence_days", 400.0),
    )
    assert found.label == "not assessable"
    assert [m.key for m in found.against] == [
        "dat001.observed", "dat002.observed", "dat003.observed", "com502.observed", "con601.observed",
    ]  # fmt: skip


shares = st.floats(0.0, 1.0)


@st.composite
def cases(draw: st.DrawFn) -> tuple[float, dict[str, float]]:
    n = float(draw(st.integers(1, 4000)))
    whole_ = st.integers(0, int(n)).map(float)
    return n, {
        "unexplained": draw(whole_), "explained": draw(whole_), "k": draw(whole_), "group": draw(whole_),
        "strength": draw(st.sampled_from([0.0, 5.9, 6.0, 20.0])), "expected": draw(st.integers(0, 40).map(float)),
        "responders": draw(whole_), "repeat": draw(shares), "mutual": draw(shares), "answered": draw(shares),
        "likes": draw(st.integers(0, 5000).map(float)), "weeks": draw(st.integers(1, 60).map(float)),
    }  # fmt: skip


def made(n: float, case: Mapping[str, float], extra: Mapping[str, float]) -> tuple[Measure, ...]:
    c = {name: value + extra.get(name, 0.0) for name, value in case.items()}
    n = n + 1 if extra else n
    kinds = [(kind, c[kind]) for kind in ("unexplained", "explained") if c[kind] >= 20]
    parts = tuple(step(kind, people) for kind, people in kinds)
    group = max(c["k"], c["group"], 1.0)
    found = part("block", came=CAME, value=c["k"], low=0.0, high=c["expected"], people=group, strength=c["strength"])
    return (
        count(n),
        known("growth_steps", float(len(parts)), n=90.0, parts=parts),
        known("unexplained_gain_share", 0.0, parts=tuple(p for p in parts if p.kind == "unexplained")),
        known("explained_gain_share", 0.0, parts=tuple(p for p in parts if p.kind == "explained")),
        known("silent_newcomers", 0.0, low=c["unexplained"] if c["unexplained"] >= 20 else 0.0),
        known("creation_block", 0.1, parts=(found,)),
        known("distinct_responders", c["responders"]),
        replace(REPEAT, low=c["repeat"], k=c["repeat"] * n),
        replace(MUTUAL, low=c["mutual"], k=c["mutual"] * n),
        replace(ANSWERED, low=c["answered"], k=c["answered"] * n),
        known("typical_likes", c["likes"]),
        replace(WEEKS, n=c["weeks"]),
        SILENCE,
    )


@settings(deadline=None, max_examples=133)
@given(
    cases(),
    st.sampled_from(["unexplained", "explained", "k", "group", "responders", "likes"]),
    st.sampled_from([1.0, 0.0]),
)
def test_one_follower_more_never_swaps_the_two_ends(
    case: tuple[float, dict[str, float]], where: str, more: float
) -> None:
    n, given_ = case
    before, after = whole(*made(n, given_, {})), whole(*made(n, given_, {where: more}))
    assert {before.label, after.label} != {"inflated count", "genuine community"}


@settings(deadline=None, max_examples=66)
@given(cases(), st.integers(0, 3000).map(float))
def test_more_silent_newcomers_never_speak_for_an_audience(case: tuple[float, dict[str, float]], more: float) -> None:
    order = ["inflated count", "mixed", "not assessable", "genuine community"]
    n, given_ = case
    before, after = (whole(*made(n, {**given_, "unexplained": u}, {})) for u in (given_["unexplained"], more))
    refuted = more + max(given_["responders"], given_["likes"] / 4) > n
    if more >= given_["unexplained"] and not refuted:
        assert order.index(after.label) <= order.index(before.label)


@settings(deadline=None, max_examples=66)
@given(cases())
def test_an_inflated_count_always_rests_on_two_separate_things(case: tuple[float, dict[str, float]]) -> None:
    found = whole(*made(*case, {}))
    keys = {m.key for m in found.against}
    assert (found.label == "inflated count") <= (keys >= {"gro101.observed", "aud201.observed"})
    assert (found.label == "genuine community") <= (not keys & {"gro101.observed", "aud201.observed"})
    assert (found.label == "mixed") <= bool(keys & {"gro101.observed", "aud201.observed"})
