"""What all rules share, and each code: flagged, clear and unknown, with every threshold from both sides."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from build import METHOD
from made import CAME, WHY, absent, check, known, measures, part, with_limits
from reachcheck.message import Message, msg
from reachcheck.results.finding import Finding, FindingPart, Span
from reachcheck.results.measure import Measure, Part
from reachcheck.rules import RULES
from reachcheck.rules.registry import check_all

NEEDS = {
    "DAT001": "count_agreement",
    "DAT002": "list_completeness",
    "DAT003": "reach_gap",
    "GRO101": "growth_steps",
    "GRO104": "growth_steps",
    "AUD201": "creation_block",
    "AUD202": "follower_map",
    "AUD203": "follower_map",
    "ENG301": "posts_far_off",
    "ENG302": "likes_evenness",
    "REC401": "busy_follow_days",
    "COM502": "top_ten_response_share",
    "CON601": "longest_silence_days",
}
JAN = date(2026, 1, 31)


def innocent(code: str) -> tuple[Message, ...]:
    return tuple(Message(f"innocent.{event}") for event in METHOD.innocent[code])


# ------------------------------------------------------------------------------------------------ all rules


def test_the_rules_in_order_with_their_families_and_what_they_feed() -> None:
    assert [(rule.code, rule.family, rule.feeds_conduct) for rule in RULES] == [
        ("DAT001", "data", False),
        ("DAT002", "data", False),
        ("DAT003", "data", False),
        ("GRO101", "growth", True),
        ("GRO104", "growth", False),
        ("AUD201", "audience", True),
        ("AUD202", "audience", True),
        ("AUD203", "audience", False),
        ("ENG301", "engagement", False),
        ("ENG302", "engagement", False),
        ("REC401", "reciprocity", True),
        ("COM502", "community", False),
        ("CON601", "constancy", False),
    ]


@pytest.mark.parametrize("code", NEEDS)
def test_a_rule_is_unknown_for_the_reason_of_what_it_needs(code: str) -> None:
    found = check(code)
    assert found == Finding(
        code=code,
        family=found.family,
        status="unknown",
        title=Message(f"rule.{code}.title"),
        observed=WHY,
        feeds_conduct=found.feeds_conduct,
        days_of="accounts created" if found.family == "audience" else "what happened",
    )
    other = msg("unknown.no_count")
    assert check(code, absent(NEEDS[code], reason=other)).observed == other


def test_all_rules_look_at_the_same_measures() -> None:
    found = check_all(measures(known("reach_gap", 0.0)), METHOD)
    assert [f.code for f in found] == list(NEEDS)
    assert [f.status for f in found] == ["unknown", "unknown", "clear", *["unknown"] * 10]
    assert [(f.family, f.feeds_conduct) for f in found] == [(r.family, r.feeds_conduct) for r in RULES]


def test_evidence_is_named_once_in_order_and_nothing_is_no_place() -> None:
    parts = (
        part("disagreement", value=9.0, low=1.0, evidence=("a:1", "")),
        part("disagreement", value=9.0, low=1.0, start=None, evidence=("b:2", "a:1")),
        part("disagreement", value=9.0, low=1.0, end=None),
    )
    found = check("DAT001", known("count_agreement", 0.5, parts=parts))
    assert found.evidence == ("a:1", "b:2")
    assert found.days == (Span(start=JAN, end=JAN),)


def test_what_else_there_is_to_see_of_each_part_is_told_in_order() -> None:
    lost, even, round_ = msg("step.lost"), msg("step.even"), msg("step.round_days")
    parts = (
        step("unexplained", details=(lost, even)),
        step("unexplained", 9),
        step("unexplained", 5, details=(round_,)),
    )
    assert check("GRO101", steps(*parts)).details == (lost, even, round_)
    assert check("GRO101", steps(step("explained", details=(lost,)))).details == ()


def test_only_what_is_flagged_has_innocent_explanations() -> None:
    assert check("DAT002", known("list_completeness", 0.5, k=1.0, n=2.0)).innocent == innocent("DAT002")
    assert check("DAT002", known("list_completeness", 1.0, k=2.0, n=2.0)).innocent == ()
    without = replace(METHOD, innocent={})
    assert check("DAT002", known("list_completeness", 0.5, k=1.0, n=2.0), method=without).innocent == ()


# ------------------------------------------------------------------------------------------------ DAT001


def disagreement(value: float | None, low: float | None, **given: object) -> Part:
    return Part(kind="disagreement", value=value, low=low, high=low, **given)  # type: ignore[arg-type]


def test_dat001_flags_what_disagrees_and_names_the_widest() -> None:
    parts = (disagreement(90.0, 100.0), disagreement(160.0, 100.0), disagreement(50.0, 100.0, evidence=("f:1", "g:2")))
    found = check("DAT001", known("count_agreement", 0.5, parts=parts))
    assert (found.status, found.title) == ("flagged", msg("rule.DAT001.flagged"))
    assert found.observed == msg("dat001.observed", one=100.0, other=160.0)
    assert found.expected == msg("dat001.expected", share=0.05)
    assert (found.strength, found.followers_n, found.evidence) == (0.5, None, ("f:1", "g:2"))
    assert (found.innocent, found.feeds_conduct, found.days) == (innocent("DAT001"), False, ())


def test_dat001_names_the_widest_and_not_the_largest() -> None:
    parts = (disagreement(200.0, 190.0), disagreement(60.0, 100.0))
    found = check("DAT001", known("count_agreement", 0.4, parts=parts))
    assert found.observed == msg("dat001.observed", one=100.0, other=60.0)
    half_apart = (disagreement(50.0, 149.5), disagreement(None, 100.0))
    found = check("DAT001", known("count_agreement", 0.9, parts=half_apart))
    assert found.observed == msg("dat001.observed", one=100.0, other=0.0)
    other = check("DAT001", known("count_agreement", 0.9, parts=(disagreement(50.0, 149.5), disagreement(100.0, None))))
    assert other.observed == msg("dat001.observed", one=0.0, other=100.0)


def test_dat001_takes_a_missing_end_for_nobody() -> None:
    found = check("DAT001", known("count_agreement", 0.5, parts=(disagreement(None, 70.0), disagreement(60.0, None))))
    assert found.observed == msg("dat001.observed", one=70.0, other=0.0)
    other = check("DAT001", known("count_agreement", 0.5, parts=(disagreement(60.0, None), disagreement(None, 50.0))))
    assert other.observed == msg("dat001.observed", one=0.0, other=60.0)


def test_dat001_is_clear_where_sources_agree() -> None:
    found = check("DAT001", known("count_agreement", 0.04))
    assert (found.status, found.title, found.observed) == ("clear", msg("rule.DAT001.clear"), msg("dat001.clear"))
    assert (found.strength, found.expected, found.innocent) == (None, None, ())


# ------------------------------------------------------------------------------------------------ DAT002


@pytest.mark.parametrize(
    ("share", "status"), [(0.9, "clear"), (0.899999999, "flagged"), (1.0, "clear"), (0.0, "flagged")]
)
def test_dat002_flags_a_list_that_lacks_more_than_a_tenth(share: float, status: str) -> None:
    found = check("DAT002", known("list_completeness", share, k=share * 1000, n=1000.0))
    assert found.status == status
    assert found.observed == msg("dat002.observed", listed=share * 1000, n=1000.0)
    flagged = status == "flagged"
    assert found.expected == (msg("dat002.expected", share=0.1) if flagged else None)
    assert found.strength == (pytest.approx(1 - share) if flagged else None)
    assert found.innocent == (innocent("DAT002") if flagged else ())
    assert (found.feeds_conduct, found.evidence, found.days) == (False, (), ())


def test_dat002_follows_the_method() -> None:
    lenient = with_limits("data", list_gap_share=0.5)
    assert check("DAT002", known("list_completeness", 0.5, k=1.0, n=2.0), method=lenient).status == "clear"
    found = check("DAT002", known("list_completeness", 0.25), method=lenient)
    assert found.expected == msg("dat002.expected", share=0.5)
    assert found.observed == msg("dat002.observed", listed=0.0, n=0.0)


# ------------------------------------------------------------------------------------------------ DAT003


def test_dat003_flags_any_gap() -> None:
    found = check("DAT003", known("reach_gap", 1.0))
    assert (found.status, found.title) == ("flagged", msg("rule.DAT003.flagged"))
    assert (found.observed, found.expected) == (msg("dat003.observed", n=1.0), msg("dat003.expected"))
    assert (found.strength, found.followers_n, found.innocent) == (1.0, 1.0, innocent("DAT003"))
    assert found.feeds_conduct is False


def test_dat003_is_clear_where_the_ends_fit() -> None:
    found = check("DAT003", known("reach_gap", 0.0))
    assert (found.status, found.observed, found.title) == ("clear", msg("dat003.clear"), msg("rule.DAT003.clear"))
    assert (found.strength, found.followers_n, found.expected) == (None, None, None)


# ------------------------------------------------------------------------------------------------ GRO101, GRO104


def step(kind: str, day: int = 0, length: int = 1, **given: object) -> Part:
    start = JAN + timedelta(days=day)
    base = {"value": 400.0, "low": 2.0, "high": 5.0, "people": 360.0, "strength": 4.0, "evidence": (f"d:{day}",)}
    return part(kind, start=start, end=start + timedelta(days=length - 1), **{**base, **given})


def steps(*parts: Part, n: float | None = 60.0) -> Measure:
    return known("growth_steps", float(len(parts)), n=n, parts=parts)


def test_gro101_flags_unexplained_steps() -> None:
    note = msg("step.nothing_around", days=5)
    parts = (
        step("unexplained", 9, 3, value=900.0, low=1.0, high=7.0, people=800.0, note=note),
        step("unexplained", 0, note=msg("step.ordinary_around", ratio=1.0)),
        step("explained", 20, value=5000.0, people=4000.0, low=0.0, high=99.0),
    )
    found = check("GRO101", steps(*parts), known("unexplained_gain_share", 0.4))
    assert (found.status, found.title) == ("flagged", msg("rule.GRO101.flagged"))
    assert found.observed == msg(
        "gro101.observed",
        steps=(
            msg("step.observed_day", gain=400.0, day=JAN),
            msg("step.observed", gain=900.0, start=date(2026, 2, 9), end=date(2026, 2, 11)),
        ),
        why=msg("step.ordinary_around", ratio=1.0),
    )
    assert found.expected == msg("gro101.expected", low=1.0, high=7.0)
    assert (found.strength, found.followers_n) == (0.4, 1160.0)
    assert found.days == (Span(start=date(2026, 2, 9), end=date(2026, 2, 11)), Span(start=JAN, end=JAN))
    assert found.evidence == ("d:9", "d:0")
    assert (found.innocent, found.feeds_conduct) == (innocent("GRO101"), True)


def test_each_step_is_told_by_itself_as_well_with_all_who_came_in_it() -> None:
    own = msg("step.ordinary_around", ratio=0.5)
    first = step("unexplained", 9, 3, value=900.0, people=800.0, note=own)
    found = check("GRO101", steps(first, step("unexplained", note=msg("step.ordinary_around", ratio=1.0))))
    days = Span(start=date(2026, 2, 9), end=date(2026, 2, 11))
    named = (msg("step.observed", gain=900.0, start=days.start, end=days.end),)
    said = msg("gro101.observed", steps=named, why=own)
    assert found.parts[0] == FindingPart(days=days, observed=said, k=900.0, evidence=("d:9",))
    assert [(part.days.start, part.k, part.evidence) for part in found.parts] == [
        (date(2026, 2, 9), 900.0, ("d:9",)),
        (JAN, 400.0, ("d:0",)),
    ]
    assert check("GRO101", steps(step("no_context", 3))).parts == ()


def test_gro101_names_the_most_attention_there_was_around_any_step() -> None:
    small, large = msg("step.ordinary_around", ratio=1.0), msg("step.ordinary_around", ratio=2.0)
    parts = (step("unexplained", 0, people=10.0, note=small), step("unexplained", 5, people=11.0, note=large))
    assert check("GRO101", steps(*parts)).observed.params["why"] == large
    assert check("GRO101", steps(*reversed(parts))).observed.params["why"] == large
    unsaid = check("GRO101", steps(step("unexplained", people=None), step("unexplained", 3, people=1.0)))
    assert unsaid.observed.params["why"] == msg("step.no_context")
    assert (unsaid.followers_n, unsaid.strength) == (1.0, None)


def test_gro101_takes_what_a_step_does_not_state_for_nobody() -> None:
    bare = step("unexplained", value=None, low=None, high=None, people=None)
    found = check("GRO101", steps(bare))
    assert found.expected == msg("gro101.nothing_beside")
    assert found.observed.params["steps"] == (msg("step.observed_day", gain=0.0, day=JAN),)
    assert found.followers_n == 0.0
    longer = check("GRO101", steps(step("unexplained", length=2, value=None)))
    assert longer.observed.params["steps"][0].params["gain"] == 0.0


@pytest.mark.parametrize("unknown", ["low", "high"])
def test_gro101_expects_nothing_where_an_end_of_what_was_usual_is_unknown(unknown: str) -> None:
    assert check("GRO101", steps(step("unexplained", **{unknown: None}))).expected == msg("gro101.nothing_beside")


def test_gro101_takes_unsaid_attention_for_none() -> None:
    little, unsaid = msg("step.ordinary_around", ratio=0.5), msg("step.nothing_around", days=5)
    for note in (unsaid, None):
        found = check("GRO101", steps(step("unexplained", note=note), step("unexplained", 5, note=little)))
        assert found.observed.params["why"] == little


def test_gro101_is_unknown_without_a_count_to_hold_a_step_against() -> None:
    no_count = absent("unexplained_gain_share", reason=msg("unknown.no_count"))
    found = check("GRO101", steps(step("unexplained")), no_count)
    assert (found.status, found.observed, found.innocent) == ("unknown", msg("unknown.no_count"), ())
    assert check("GRO101", steps(step("explained")), no_count).status == "clear"
    other = absent("unexplained_gain_share", reason=msg("unknown.no_context"))
    assert check("GRO101", steps(step("unexplained")), other).status == "flagged"


def test_gro101_names_at_most_the_first_six_steps_and_counts_all() -> None:
    parts = tuple(step("unexplained", day) for day in (21, 18, 15, 12, 9, 6, 3, 0))
    found = check("GRO101", steps(*parts))
    named = [message.params["day"] for message in found.observed.params["steps"]]
    assert named == [JAN + timedelta(days=d) for d in (0, 3, 6, 9, 12, 15)]
    assert (found.followers_n, len(found.days), len(found.evidence)) == (8 * 360.0, 8, 8)


def test_gro101_does_not_name_a_step_without_days() -> None:
    dated, undated = step("unexplained"), step("unexplained", 3)
    found = check("GRO101", steps(replace(undated, start=None), replace(undated, end=None), dated))
    assert len(found.observed.params["steps"]) == 1
    assert found.days == (Span(start=JAN, end=JAN),)


def test_gro101_does_not_judge_steps_without_context() -> None:
    parts = (step("no_context", 3), step("no_context", 0), step("explained", 9))
    found = check("GRO101", steps(*parts))
    assert (found.status, found.title) == ("unknown", msg("rule.GRO101.title"))
    assert [m.params["day"] for m in found.observed.params["steps"]] == [JAN, JAN + timedelta(days=3)]
    assert found.observed.key == "gro101.no_context"
    assert (found.evidence, len(found.days)) == (("d:3", "d:0"), 2)
    assert (found.innocent, found.followers_n, found.strength, found.expected) == ((), None, None, None)


def test_gro101_flags_what_is_unexplained_beside_steps_without_context() -> None:
    found = check("GRO101", steps(step("no_context", 3), step("unexplained")))
    assert (found.status, found.evidence) == ("flagged", ("d:0",))


def test_gro101_is_clear_without_unexplained_steps() -> None:
    for parts in ((), (step("explained"),)):
        found = check("GRO101", steps(*parts))
        assert (found.status, found.title) == ("clear", msg("rule.GRO101.clear"))
        assert found.observed == msg("gro101.clear", n=60.0)
        assert (found.days, found.evidence, found.innocent, found.strength) == ((), (), (), None)
    assert check("GRO101", steps(n=None)).observed == msg("gro101.clear", n=0.0)


def test_gro101_does_not_flag_what_is_unclear_and_says_what_attention_there_was() -> None:
    notes = (msg("step.unclear", ratio=1.0), msg("step.unclear", ratio=2.0), None)
    parts = tuple(step("unclear", day, note=note) for day, note in zip((9, 4, 0), notes, strict=True))
    found = check("GRO101", steps(*parts, step("explained", 20)), known("unexplained_gain_share", 0.1))
    assert (found.status, found.title) == ("clear", msg("rule.GRO101.clear"))
    named = tuple(msg("step.observed_day", gain=400.0, day=JAN + timedelta(days=d)) for d in (0, 4, 9))
    assert found.observed == msg("gro101.unclear", steps=named, why=msg("step.unclear", ratio=2.0))
    assert (found.evidence, found.followers_n, found.strength) == (("d:9", "d:4", "d:0"), None, None)
    unsaid = check("GRO101", steps(step("unclear")))
    assert unsaid.observed.params["why"] == msg("step.no_context")


def test_gro104_names_explained_steps_and_never_flags() -> None:
    parts = (step("unexplained"), step("explained", 9), step("explained", 4), step("no_context", 20))
    found = check("GRO104", steps(*parts))
    assert (found.status, found.title) == ("clear", msg("rule.GRO104.clear"))
    assert found.observed.key == "gro104.observed"
    assert [m.params["day"] for m in found.observed.params["steps"]] == [JAN + timedelta(days=d) for d in (4, 9)]
    assert (found.evidence, found.innocent, found.feeds_conduct) == (("d:9", "d:4"), (), False)
    named = check("GRO104", steps(step("named", 2), step("explained", 9), step("unclear", 4)))
    assert [m.params["day"] for m in named.observed.params["steps"]] == [JAN + timedelta(days=d) for d in (2, 9)]
    none = check("GRO104", steps(step("unexplained")))
    assert (none.status, none.observed, none.days) == ("clear", msg("gro104.none"), ())


# ------------------------------------------------------------------------------------------------ AUD201


def block(**given: object) -> Part:
    """Just enough of each: 15 above the expected, a tenth of the group, a strength of 6."""
    base = {"value": 20.0, "low": 1.0, "high": 5.0, "people": 150.0, "strength": 6.0, "evidence": ("e:1", "e:9")}
    return part("block", **{**base, "came": CAME, "end": date(2026, 3, 27), **given})


def blocks(*parts: Part) -> Measure:
    return known("creation_block", 0.1, parts=parts)


def seen_together(k: float, start: date, blocks: int, came: Span = CAME) -> Message:
    end = date(2026, 3, 27)
    return msg("aud201.observed", k=k, n=150.0, first=came.start, last=came.end, start=start, end=end, blocks=blocks)


def test_each_block_is_told_by_itself_as_well() -> None:
    later = Span(start=date(2026, 6, 1), end=date(2026, 6, 1))
    other = block(strength=9.0, value=30.0, start=date(2026, 2, 1), came=later, evidence=("e:3", ""))
    found = check("AUD201", blocks(block(), other))
    said = seen_together(30.0, date(2026, 2, 1), blocks=1, came=later)
    assert found.parts == (
        FindingPart(
            days=Span(start=JAN, end=date(2026, 3, 27)), observed=seen_together(20.0, JAN, blocks=1), k=20.0, n=150.0,
            came=CAME, evidence=("e:1", "e:9"),
        ),
        FindingPart(
            days=Span(start=date(2026, 2, 1), end=date(2026, 3, 27)), observed=said, k=30.0, n=150.0, came=later,
            evidence=("e:3",),
        ),
    )  # fmt: skip
    assert tuple(part.days for part in found.parts) == found.days
    assert check("AUD201", blocks(block(strength=5.0))).parts == ()


def test_aud201_flags_a_block() -> None:
    found = check("AUD201", blocks(block()))
    assert (found.status, found.title) == ("flagged", msg("rule.AUD201.flagged"))
    assert found.observed == seen_together(20.0, JAN, blocks=1)
    assert found.expected == msg("aud201.expected", low=1.0, high=5.0, weeks=8)
    assert (found.strength, found.followers_n) == (6.0, 20.0)
    assert found.days == (Span(start=JAN, end=date(2026, 3, 27)),)
    assert (found.evidence, found.innocent, found.feeds_conduct) == (("e:1", "e:9"), innocent("AUD201"), True)


@pytest.mark.parametrize(
    ("limit", "given"),
    [
        ("fifteen people above the expected", {"value": 19.999999, "people": 100.0}),
        ("the expected at its upper end", {"high": 5.00001}),
        ("a tenth of the group", {"people": 150.0001}),
        ("a strength of six", {"strength": 5.99999999}),
        ("a group", {"people": None}),
        ("a group of somebody", {"people": 0.0}),
        ("a strength", {"strength": None}),
        ("an observed number", {"value": None}),
    ],
)
def test_aud201_needs_all_of_it(limit: str, given: dict[str, float | None]) -> None:
    found = check("AUD201", blocks(block(**given)))
    assert (found.status, found.title, found.observed) == ("clear", msg("rule.AUD201.clear"), msg("aud201.clear")), (
        limit
    )
    assert (found.strength, found.followers_n, found.innocent, found.evidence, found.days) == (None, None, (), (), ())


def test_aud201_takes_an_unknown_expectation_for_none() -> None:
    found = check("AUD201", blocks(block(high=None, low=None, value=15.0)))
    assert (found.status, found.expected) == ("flagged", msg("aud201.expected", low=0.0, high=0.0, weeks=8))


def test_aud201_names_the_strongest_of_several_blocks_and_counts_those_that_stand_out() -> None:
    strong = block(strength=9.0, value=30.0, start=date(2026, 2, 1))
    weak = block(strength=5.0, value=99.0)
    for parts in ((block(), weak, strong), (strong, block(), weak)):
        found = check("AUD201", blocks(*parts))
        assert found.observed == seen_together(30.0, date(2026, 2, 1), blocks=2)
        assert (found.followers_n, found.strength, len(found.days)) == (50.0, 9.0, 2)


def test_aud201_could_not_look_where_nobody_came_together() -> None:
    reason = msg("unknown.nobody_together")
    found = check("AUD201", replace(known("creation_block", 0.0), status="unknown", value=None, reason=reason))
    assert (found.status, found.observed) == ("unknown", reason)


def test_gro104_is_unknown_where_no_file_tells_of_the_days() -> None:
    found = check("GRO104", steps(step("no_context", 0), step("unclear", 3)))
    said = (msg("step.observed_day", gain=400.0, day=JAN),)
    assert (found.status, found.observed) == ("unknown", msg("gro101.no_context", steps=said))
    assert found.evidence == ("d:0",)


def test_aud201_follows_the_method() -> None:
    for limits in ({"block_least": 15.1}, {"block_share": 0.11}, {"block_strength": 6.1}):
        assert check("AUD201", blocks(block()), method=with_limits("audience", **limits)).status == "clear"
    wider = check("AUD201", blocks(block()), method=with_limits("audience", weeks=4))
    assert wider.expected == msg("aud201.expected", low=1.0, high=5.0, weeks=4)


# ------------------------------------------------------------------------------------------------ AUD202, AUD203


def on_the_map(kind: str, **given: object) -> Part:
    note = msg("map.young", days=7.0) if kind == "newcomers" else msg("map.followed", start=JAN, end=JAN)
    base = {"value": 90.0, "low": 4.0, "high": 9.0, "people": 300.0, "strength": 8.0, "evidence": ("e:1", "e:9")}
    return part(kind, note=note, **{**base, **given})


def test_aud202_names_the_strongest_block_and_leaves_newcomers_to_aud203() -> None:
    parts = (on_the_map("interior"), on_the_map("interior", strength=9.0, value=50.0), on_the_map("newcomers"))
    found = check("AUD202", known("follower_map", 0.1, n=2_000.0, parts=parts))
    followed = msg("map.followed", start=JAN, end=JAN)
    assert found.observed == msg("aud202.observed", k=50.0, n=300.0, start=JAN, end=JAN, blocks=2, followed=followed)
    assert found.expected == msg("aud202.expected", low=4.0, high=9.0)
    assert (found.strength, found.followers_n, found.evidence) == (9.0, 140.0, ("e:1", "e:9"))
    assert (found.innocent, found.feeds_conduct) == (innocent("AUD202"), True)


def test_each_block_of_the_map_is_told_by_itself_as_well() -> None:
    parts = (on_the_map("interior", came=CAME), on_the_map("interior", strength=9.0, value=50.0, evidence=("e:7",)))
    found = check("AUD202", known("follower_map", 0.1, n=2_000.0, parts=parts))
    assert [(part.k, part.n, part.came, part.evidence) for part in found.parts] == [
        (90.0, 300.0, CAME, ("e:1", "e:9")),
        (50.0, 300.0, None, ("e:7",)),
    ]
    assert [(part.observed.params["k"], part.observed.params["blocks"]) for part in found.parts] == [
        (90.0, 1),
        (50.0, 1),
    ]


def test_aud203_says_how_new_the_accounts_are_and_feeds_nothing() -> None:
    found = check("AUD203", known("follower_map", 0.1, n=2_000.0, parts=(on_the_map("newcomers", low=0.0),)))
    assert found.observed == msg("aud203.observed", k=90.0, n=300.0, days=7.0, start=JAN, end=JAN, stretches=1)
    assert found.expected == msg("aud203.expected", high=9.0)
    assert (found.innocent, found.feeds_conduct) == (innocent("AUD203"), False)


@pytest.mark.parametrize(("code", "kind"), [("AUD202", "interior"), ("AUD203", "newcomers")])
def test_what_a_part_of_the_map_does_not_state_is_nobody(code: str, kind: str) -> None:
    bare = on_the_map(kind, value=None, people=None, low=None, high=None, strength=None)
    found = check(code, known("follower_map", 0.1, n=2_000.0, parts=(bare,)))
    assert found.observed is not None and found.expected is not None
    assert (found.observed.params["k"], found.observed.params["n"], found.followers_n) == (0.0, 0.0, 0.0)
    assert found.expected.params == ({"low": 0.0, "high": 0.0} if code == "AUD202" else {"high": 0.0})
    clearer = on_the_map(kind, strength=0.5, value=7.0)
    found = check(code, known("follower_map", 0.1, n=2_000.0, parts=(bare, clearer)))
    assert (found.observed.params["k"], found.followers_n) == (7.0, 7.0)
    assert check(code, known("follower_map", 0.0)).observed == msg(f"{code.lower()}.clear", n=0.0)


@pytest.mark.parametrize(("code", "other"), [("AUD202", "newcomers"), ("AUD203", "interior")])
def test_a_map_without_such_a_part_is_clear(code: str, other: str) -> None:
    for parts in ((), (on_the_map(other),)):
        found = check(code, known("follower_map", 0.0, n=2_000.0, parts=parts))
        assert (found.status, found.observed) == ("clear", msg(f"{code.lower()}.clear", n=2_000.0))


# ------------------------------------------------------------------------------------------------ ENG301, ENG302


def far(kind: str, day: int = 0, ratio: float | None = 1.5, **given: object) -> Part:
    note = None if ratio is None else msg("post.alone", figure="comments", ratio=ratio)
    base = {"value": 900.0, "low": 20.0, "high": 60.0, "strength": 20.0, "note": note, "evidence": (f"p:{day}",)}
    at = JAN + timedelta(days=day)
    return part(kind, **{"start": at, "end": at, **base, **given})


def posts(*parts: Part, n: float | None = 30.0) -> Measure:
    return known("posts_far_off", float(len(parts)), n=n, parts=parts)


def post(day: int, likes: float = 900.0) -> Message:
    return msg("post.observed", likes=likes, day=JAN + timedelta(days=day), low=20.0, high=60.0)


def test_eng301_flags_likes_that_rose_alone_and_names_the_most_that_rose_with_them() -> None:
    parts = (far("carried", 9, 7.0), far("alone"), far("alone", 5, 2.5, strength=30.0), far("no_context", 3, None))
    found = check("ENG301", posts(*parts))
    assert (found.status, found.title, found.strength) == ("flagged", msg("rule.ENG301.flagged"), 30.0)
    why = msg("post.alone", figure="comments", ratio=2.5)
    assert found.observed == msg("eng301.observed", posts=(post(0), post(5)), why=why)
    assert found.expected == msg("eng301.expected", times=8.0)
    assert (found.evidence, len(found.days), found.followers_n) == (("p:0", "p:5"), 2, None)
    assert (found.innocent, found.feeds_conduct) == (innocent("ENG301"), False)


def test_eng301_takes_what_a_part_does_not_state_for_nothing() -> None:
    bare = far("alone", ratio=None, value=None, low=None, high=None, strength=None, start=None, end=None)
    found = check("ENG301", posts(bare))
    assert found.observed == msg("eng301.observed", posts=(), why=msg("post.no_context"))
    assert (found.strength, found.days) == (0.0, ())
    dated = check("ENG301", posts(far("alone", value=None, low=None, high=None)))
    assert dated.observed is not None
    assert dated.observed.params["posts"] == (msg("post.observed", likes=0.0, day=JAN, low=0.0, high=0.0),)


def test_eng301_names_at_most_six_posts_and_gives_the_rows_of_all() -> None:
    found = check("ENG301", posts(*(far("alone", day) for day in range(8))))
    assert found.observed is not None
    assert found.observed.params["posts"] == tuple(post(day) for day in range(6))
    assert len(found.evidence) == len(found.days) == 8


def test_eng301_cannot_tell_without_other_figures_of_the_post() -> None:
    found = check("ENG301", posts(far("carried"), far("no_context", 3, None)))
    assert (found.status, found.observed) == ("unknown", msg("eng301.no_context", posts=(post(3),)))
    assert (found.evidence, found.innocent, found.strength) == (("p:3",), (), None)


def test_eng301_is_clear_where_a_post_went_round_and_names_it() -> None:
    found = check("ENG301", posts(far("carried", 4)))
    why = msg("post.alone", figure="comments", ratio=1.5)
    assert (found.status, found.observed) == ("clear", msg("eng301.carried", posts=(post(4),), why=why))
    assert (found.evidence, found.innocent) == (("p:4",), ())


def test_eng301_is_clear_where_no_post_is_far_off() -> None:
    assert check("ENG301", posts()).observed == msg("eng301.clear", n=30.0)
    assert check("ENG301", posts(n=None)).observed == msg("eng301.clear", n=0.0)


EVEN = part("even", value=100.0, low=99.0, high=101.0, evidence=("p:1", "p:2"))


def test_eng302_flags_likes_that_differ_by_less_than_chance_makes_them() -> None:
    found = check("ENG302", known("likes_evenness", 0.2, high=0.4, n=30.0, parts=(EVEN,)))
    assert (found.status, found.title, found.strength) == ("flagged", msg("rule.ENG302.flagged"), 0.2)
    assert found.observed == msg("eng302.observed", n=30.0, low=99.0, high=101.0, spread=0.2)
    assert found.expected == msg("eng302.expected", limit=0.6)
    assert (found.evidence, found.days) == (("p:1", "p:2"), (Span(start=JAN, end=JAN),))
    assert (found.innocent, found.feeds_conduct, found.followers_n) == (innocent("ENG302"), False, None)


@pytest.mark.parametrize(("spread", "status"), [(0.599999999, "flagged"), (0.6, "clear"), (0.0, "flagged")])
def test_eng302_flags_below_its_limit(spread: float, status: str) -> None:
    found = check("ENG302", known("likes_evenness", spread, high=0.7, n=None))
    assert found.status == status
    assert found.observed == msg("eng302.clear", n=0.0, spread=spread)


@pytest.mark.parametrize(("high", "status"), [(0.999999999, "flagged"), (1.0, "clear"), (None, "clear")])
def test_eng302_flags_only_what_chance_is_not_likely_to_do(high: float | None, status: str) -> None:
    found = check("ENG302", known("likes_evenness", 0.5, high=high, n=30.0, parts=(EVEN,)))
    assert (found.status, found.evidence) == (status, ("p:1", "p:2") if status == "flagged" else ())
    assert found.observed == msg("eng302.observed", n=30.0, low=99.0, high=101.0, spread=0.5)


def test_eng302_takes_what_a_part_does_not_state_for_nothing() -> None:
    found = check("ENG302", known("likes_evenness", 0.2, high=0.4, n=30.0, parts=(replace(EVEN, low=None, high=None),)))
    assert found.observed == msg("eng302.observed", n=30.0, low=0.0, high=0.0, spread=0.2)


def test_eng302_follows_the_method() -> None:
    lenient = with_limits("engagement", even=0.1)
    found = check("ENG302", known("likes_evenness", 0.2, high=0.4, n=30.0, parts=(EVEN,)), method=lenient)
    assert (found.status, found.evidence, found.expected) == ("clear", (), None)


# ------------------------------------------------------------------------------------------------ REC401


def rounds(*days: int, k: float = 70.0, n: float = 100.0, low: float | None = 0.6) -> tuple[Measure, Measure]:
    parts = tuple(
        part("busy_day", start=JAN + timedelta(day), end=JAN + timedelta(day), evidence=(f"out:{day}",)) for day in days
    )
    share = known("followed_then_left", k / n, k=k, n=n, low=low)
    return known("busy_follow_days", float(len(days)), parts=parts, n=300.0), share


def test_rec401_flags_follows_taken_back_over_weeks() -> None:
    found = check("REC401", *rounds(0, 5, 9, 14))
    assert (found.status, found.title) == ("flagged", msg("rule.REC401.flagged"))
    assert found.observed == msg("rec401.observed", k=70.0, n=100.0, days=4)
    assert found.expected == msg("rec401.expected", share=0.6)
    assert (found.strength, found.followers_n, found.innocent) == (0.7, None, innocent("REC401"))
    assert (len(found.days), found.evidence) == (4, ("out:0", "out:5", "out:9", "out:14"))


@pytest.mark.parametrize(
    "given",
    [
        rounds(0, 5, 14),
        rounds(0, 5, 9, 13),
        rounds(0, 5, 9, 14, n=99.0),
        rounds(0, 5, 9, 14, low=0.599),
    ],
)
def test_rec401_needs_all_of_it(given: tuple[Measure, Measure]) -> None:
    found = check("REC401", *given)
    assert (found.status, found.expected, found.strength, found.days) == ("clear", None, None, ())
    assert found.observed is not None and found.observed.key == "rec401.observed"


def test_rec401_takes_what_is_not_stated_for_nobody() -> None:
    busy, left = rounds(0, 5, 9, 14)
    bare = check("REC401", busy, replace(left, k=None, n=None))
    assert (bare.status, bare.observed) == ("clear", msg("rec401.observed", k=0.0, n=0.0, days=4))
    assert check("REC401", busy, replace(left, low=None)).status == "clear"
    few = with_limits("churn", least=1)
    assert check("REC401", busy, replace(left, n=None), method=few).status == "clear"
    none = absent("followed_then_left", reason=msg("unknown.no_busy_day"))
    assert check("REC401", known("busy_follow_days", 0.0), none).observed == msg("rec401.clear", n=0.0)


def test_rec401_is_clear_where_no_day_was_busy() -> None:
    none = absent("followed_then_left", reason=msg("unknown.no_busy_day"))
    found = check("REC401", known("busy_follow_days", 0.0, n=300.0), none)
    assert (found.status, found.observed) == ("clear", msg("rec401.clear", n=300.0))


def test_rec401_cannot_tell_from_one_export() -> None:
    found = check("REC401", rounds(0, 5, 9, 14)[0], absent("followed_then_left", reason=msg("unknown.one_export")))
    assert (found.status, found.observed) == ("unknown", msg("unknown.one_export"))


def test_rec401_counts_no_day_of_which_no_later_export_tells() -> None:
    busy, share = rounds(0, 5, 9)
    later = part("busy_day_unwatched", start=JAN + timedelta(90), end=JAN + timedelta(90))
    found = check("REC401", replace(busy, parts=(*busy.parts, later)), share)
    assert (found.status, found.observed) == ("clear", msg("rec401.observed", k=70.0, n=100.0, days=3))


@pytest.mark.parametrize(("share", "status"), [(0.9, "flagged"), (0.899, "unknown"), (None, "flagged")])
def test_rec401_cannot_tell_from_a_list_of_followers_that_is_cut_short(share: float | None, status: str) -> None:
    lists = (known("list_completeness", share),) if share is not None else ()
    found = check("REC401", *rounds(0, 5, 9, 14), *lists)
    assert found.status == status
    if status == "unknown":
        assert found.observed == msg("rec401.list_short", share=share)


def test_rec401_follows_the_method() -> None:
    for limits in ({"days_least": 5}, {"span_days": 15}, {"least": 101.0}, {"left_low": 0.61}):
        assert check("REC401", *rounds(0, 5, 9, 14), method=with_limits("churn", **limits)).status == "clear"
    assert check("REC401", *rounds(0, 5, 9, 14), method=with_limits("data", list_gap_share=0.2)).status == "flagged"


# ------------------------------------------------------------------------------------------------ COM502


@pytest.mark.parametrize(
    ("share", "n", "status"),
    [
        (0.8, 30.0, "clear"),
        (0.800000001, 30.0, "flagged"),
        (0.800000001, 29.0, "unknown"),
        (1.0, 10.0, "unknown"),
        (0.5, 29.0, "unknown"),
        (1.0, None, "unknown"),
        (0.5, 30.0, "clear"),
    ],
)
def test_com502_flags_a_small_circle_of_thirty_or_more(share: float, n: float | None, status: str) -> None:
    found = check("COM502", known("top_ten_response_share", share, n=n))
    assert (found.status, found.feeds_conduct) == (status, False)
    flagged = status == "flagged"
    if status == "unknown":
        assert found.observed == msg("unknown.few_responders", found=n or 0.0, at_least=30)
    else:
        assert found.observed == msg("com502.observed", share=share, n=n)
    assert found.expected == (msg("com502.expected", share=0.8) if flagged else None)
    assert found.strength == (share if flagged else None)
    assert found.innocent == (innocent("COM502") if flagged else ())


def test_com502_follows_the_method() -> None:
    share = known("top_ten_response_share", 0.5, n=12.0)
    assert check("COM502", share, method=with_limits("community", small_circle_least=12)).status == "clear"
    unsaid = check("COM502", replace(share, n=None), method=with_limits("community", small_circle_least=1))
    assert (unsaid.status, unsaid.observed) == ("unknown", msg("unknown.few_responders", found=0.0, at_least=1))
    both = with_limits("community", small_circle_least=12, small_circle_share=0.4)
    assert check("COM502", share, method=both).expected == msg("com502.expected", share=0.4)


# ------------------------------------------------------------------------------------------------ CON601


@pytest.mark.parametrize(("days", "status"), [(90.0, "clear"), (91.0, "flagged"), (0.0, "clear")])
def test_con601_flags_a_silence_longer_than_ninety_days(days: float, status: str) -> None:
    silence = known("longest_silence_days", days, parts=(part("silence", end=date(2026, 5, 1), evidence=("p:1",)),))
    found = check("CON601", silence)
    assert (found.status, found.observed) == (status, msg("con601.observed", days=days))
    flagged = status == "flagged"
    assert found.feeds_conduct is False
    assert found.expected == (msg("con601.expected", days=90) if flagged else None)
    assert found.strength == (days if flagged else None)
    assert found.days == ((Span(start=JAN, end=date(2026, 5, 1)),) if flagged else ())
    assert found.evidence == (("p:1",) if flagged else ())
    assert found.innocent == (innocent("CON601") if flagged else ())


def test_con601_follows_the_method() -> None:
    found = check("CON601", known("longest_silence_days", 31.0), method=with_limits("constancy", long_silence_days=30))
    assert (found.status, found.expected) == ("flagged", msg("con601.expected", days=30))


# ------------------------------------------------------------------------------------------------ those who respond

RESPOND = msg("step.answering", k=12.0, n=40.0, usual=0.2)


def test_steps_of_people_who_respond_are_told_and_held_against_nobody() -> None:
    parts = (step("answering", 9, 3, value=900.0, note=RESPOND), step("answering", value=50.0, note=msg("other")))
    found = check("GRO101", steps(*parts, step("unclear", 20, note=msg("step.unclear", ratio=1.0))))
    assert (found.status, found.title) == ("clear", msg("rule.GRO101.clear"))
    told = (
        msg("step.observed_day", gain=50.0, day=JAN),
        msg("step.observed", gain=900.0, start=date(2026, 2, 9), end=date(2026, 2, 11)),
    )
    assert found.observed == msg("gro101.answering", steps=told, why=RESPOND)
    assert (len(found.days), found.parts, found.innocent) == (2, (), ())


def test_an_unexplained_step_beside_one_of_people_who_respond_is_flagged_alone() -> None:
    around = msg("step.ordinary_around", ratio=1.0)
    found = check("GRO101", steps(step("answering", 9, note=RESPOND), step("unexplained", note=around)))
    assert (found.status, found.days) == ("flagged", (Span(start=JAN, end=JAN),))


def test_what_posts_show_after_a_step_is_told_beside_that_step_alone() -> None:
    first, second = (step("unexplained", at, note=msg("step.ordinary_around", ratio=1.0)) for at in (0, 9))
    after = known("responses_after_step", 1.0, parts=(step("less", 9, note=msg("step.responses_less")),))
    found = check("GRO101", steps(first, second), after)
    assert found.details == (msg("step.responses_less"),)
    other = known("responses_after_step", 1.0, parts=(step("less", 5, note=msg("step.responses_less")),))
    assert check("GRO101", steps(first, second), other).details == ()


def test_a_block_of_people_who_respond_is_told_and_held_against_nobody() -> None:
    parts = tuple(replace(block(value=k), kind="answering", note=RESPOND) for k in (20.0, 90.0))
    found = check("AUD201", blocks(*parts))
    assert (found.status, found.title, found.innocent) == ("clear", msg("rule.AUD201.clear"), ())
    end = date(2026, 3, 27)
    assert found.observed == msg("aud201.answering", k=20.0, start=JAN, end=end, why=RESPOND)
    assert check("AUD201", blocks(*parts, block())).parts[0].k == 20.0, "the other one is still flagged"
    assert len(check("AUD201", blocks(*parts, block())).days) == 1


def test_a_block_of_the_map_of_people_who_respond_is_told_and_held_against_nobody() -> None:
    parts = tuple(on_the_map("answering", value=k, details=(RESPOND,)) for k in (20.0, 90.0))
    found = check("AUD202", known("follower_map", 0.1, n=2_000.0, parts=parts))
    assert (found.status, found.title, found.innocent) == ("clear", msg("rule.AUD202.clear"), ())
    (first, last) = found.days[0].start, found.days[0].end
    assert found.observed == msg("aud201.answering", k=20.0, start=first, end=last, why=RESPOND)
    assert len(found.days) == 2
    unsaid = replace(parts[0], value=None)
    said = check("AUD202", known("follower_map", 0.1, n=2_000.0, parts=(unsaid,))).observed
    assert said is not None and said.params["k"] == 0.0
