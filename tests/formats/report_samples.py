"""Hand-made results: an inflated count, a genuine circle, and a network without a profile."""

from dataclasses import replace
from datetime import date

from reachcheck.message import msg
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.results.advice import Advice
from reachcheck.results.fared import Fared, World
from reachcheck.results.figure import Figure, Mark
from reachcheck.results.finding import Finding, Span
from reachcheck.results.measure import Measure, Part
from reachcheck.results.need import Checked, Criterion, Need, NeedResult, Total
from reachcheck.results.report import Inspection, Person, ProfileSummary, Reference, Results, Tool, Window
from reachcheck.results.verdict import Bound, Composition, Conduct, Missing, Piece, RealReach, Verdict
from reachcheck.results.what_if import Unlocked, WhatIf

TOOL = Tool(version="0.1.0", method="1-0123abcd", facts="4567cdef")
START, END = date(2025, 10, 1), date(2026, 9, 30)


def _measure(ident, family, unit, denominator, value=None, low=None, high=None, k=None, n=None, **more):
    status = "known" if value is not None else "unknown"
    return Measure(
        id=ident, family=family, unit=unit, denominator=denominator, status=status,
        value=value, low=low, high=high, k=k, n=n, **more,
    )  # fmt: skip


def _profile(**changed):
    base = ProfileSummary(
        platform="x", handle="nathan", noun="followers", followers=3000.0, following=131.0, posts=52.0,
        start=START, end=END, as_of=date(2026, 10, 1), as_of_origin="file", zone="UTC",
    )  # fmt: skip
    return replace(base, **changed)


def _bound(side, value, kind, measure, text, reading=None, used=False):
    reason = msg("bound.sets_the_end") if used else msg("bound.another_is_tighter")
    return Bound(
        side=side, value=float(value), kind=kind, measure=measure, text=text, reading=reading, used=used, reason=reason
    )


NATHAN_SOURCES = (
    SourceRecord(
        file="nathan/daily.csv", sha256="a" * 64, reader="generic", rows_read=368, rows_kept=365,
        reported=tuple(RowNote(n, msg("table.repeated_header")) for n in (40, 80, 120)),
        warnings=(RowNote(12, msg("table.long_row", found=6, expected=5)),),
        columns={"date": "date", "Abonnés": "followers"}, unmatched=("remark", "colour"),
    ),
    SourceRecord(
        file="nathan/followers.csv", sha256="b" * 64, reader="generic", rows_read=2981, rows_kept=2981,
        columns={"handle": "peer"},
    ),
)  # fmt: skip

STEPS = (
    msg("step.observed", gain=1480.0, start=date(2026, 2, 12), end=date(2026, 2, 14)),
    msg("step.observed", gain=1130.0, start=date(2026, 6, 3), end=date(2026, 6, 4)),
)
GRO101 = Finding(
    code="GRO101", family="growth", status="flagged", title=msg("rule.GRO101.flagged"),
    observed=msg("gro101.observed", steps=STEPS, why=msg("step.nothing_around", days=5)),
    expected=msg("gro101.expected", low=0.0, high=3.0), strength=0.869,
    days=(Span(start=date(2026, 2, 12), end=date(2026, 2, 14)), Span(start=date(2026, 6, 3), end=date(2026, 6, 4))),
    followers_n=2604.0, piece="silent_crowd",
    evidence=tuple(f"nathan/daily.csv:{n}" for n in (136, 137, 138, 247, 248)),
    innocent=(msg("innocent.silent_crowd"), msg("innocent.unlisted_mention"), msg("innocent.ordered_by_others")),
)  # fmt: skip
AUD201 = Finding(
    code="AUD201", family="audience", status="flagged", title=msg("rule.AUD201.flagged"),
    observed=msg(
        "aud201.observed", k=1391.0, n=1469.0, first=date(2026, 2, 12), last=date(2026, 2, 14), start=date(2019, 3, 4),
        end=date(2019, 4, 26), blocks=1,
    ),
    expected=msg("aud201.expected", low=4.0, high=21.0, weeks=8), strength=60.0, followers_n=1391.0,
    piece="joined_together", evidence=("nathan/followers.csv:252",), innocent=(msg("innocent.joined_together"),),
)  # fmt: skip
CON601 = Finding(
    code="CON601", family="constancy", status="clear", title=msg("rule.CON601.clear"),
    observed=msg("con601.observed", days=24.0), feeds_conduct=False,
)  # fmt: skip
DAT001 = Finding(
    code="DAT001", family="data", status="unknown", title=msg("rule.DAT001.title"),
    observed=msg("unknown.one_source"), feeds_conduct=False,
)  # fmt: skip

NATHAN_MEASURES = (
    _measure("followers_count", "data", "people", "none", 3000.0, no_interval=msg("no_interval.counted")),
    _measure(
        "engagement_rate_by_followers", "engagement", "share", "followers", 0.00512, 0.0041, 0.0063, n=49.0,
        notes=(msg("numerator.parts", parts=("likes", "comments")),),
    ),
    _measure("engagement_rate_by_reach", "engagement", "share", "accounts_reached",
             reason=msg("unknown.absent", export="posts_reach"), lacks=("posts_reach",)),
    _measure("responses_per_post", "engagement", "per_post", "posts", 15.0, 10.0, 18.0, n=49.0),
    _measure("hollow_share", "audience", "share", "listed_followers", 0.81, 0.71, 0.9, n=2981.0),
    _measure("distinct_responders", "community", "people", "none", 118.0, no_interval=msg("no_interval.counted")),
    _measure("responsive_population", "community", "people", "listed_followers", 158.0, 137.0, 202.0, k=118.0, n=2981.0,
             notes=(msg("note.lower_bound"),)),
    _measure("comments_answered_share", "community", "share", "comments", 58 / 71, 0.71, 0.89, k=58.0, n=71.0),
    _measure("longest_silence_days", "constancy", "days", "posts", 24.0, n=52.0,
             no_interval=msg("no_interval.counted")),
    _measure("comments_per_like", "engagement", "ratio", "likes", 0.0456, 0.03, 0.06, n=52.0),
    _measure("edge_reciprocity", "reciprocity", "share", "edges", reason=msg("unknown.absent", export="graph"),
             lacks=("graph",)),
    _measure("smallest_visible_arrival", "growth", "people", "none", 12.0, no_interval=msg("no_interval.power"),
             parts=(Part(kind="1d", value=12.0), Part(kind="3d", value=15.0))),
)  # fmt: skip

NATHAN_BOUNDS = (
    _bound("lower", 118, "fact", "distinct_responders", msg("bound.responders", n=118.0)),
    _bound("lower", 137, "estimate", "responsive_population",
           msg("bound.responsive", n=158.0, low=137.0, high=202.0), used=True),
    _bound("lower", 0, "fact", "followers_count", msg("bound.nothing")),
    _bound("upper", 3000, "fact", "followers_count", msg("bound.count")),
    _bound("upper", 2981, "fact", "list_completeness", msg("bound.listed", n=2981.0)),
    _bound("upper", 870, "estimate", "hollow_share",
           msg("bound.hollow", n=3000.0, hollow=2130.0, share=0.71, of=3000.0)),
    _bound("upper", 405, "reading", "silent_newcomers", msg("bound.steps", n=3000.0, silent=2595.0),
           reading=msg("reading.steps"), used=True),
)  # fmt: skip


ADVICE = (
    Advice(code="GRO101", text=msg("advice.GRO101")),
    Advice(code="hollow_share", text=msg("advice.hollow", share=0.71)),
    Advice(code="missing", text=msg("advice.missing", export="posts_reach")),
)
WHAT_IF = (
    WhatIf(
        export="posts_reach", lower=405.0, upper=137.0,
        unlocks=(Unlocked(beside=("posts",), measures=("engagement_rate_by_reach",), rules=("GRO101", "GRO104")),),
    ),
    WhatIf(export="graph", unlocks=(Unlocked(beside=(), measures=("edge_reciprocity",), rules=()),)),
    WhatIf(
        export="responses", withheld=True,
        unlocks=(Unlocked(beside=(), measures=("repeat_responder_rate",), rules=()),),
    ),
)  # fmt: skip


def _checked(name, status, found, exports=(), withheld=(), if_accepted=None, reason=None, **asked):
    criterion = Criterion(name=name, measure=found.id, purpose={"en": "why", "fr": "pourquoi"}, **asked)
    return Checked(criterion=criterion, status=status, found=found, reason=reason, exports=exports, withheld=withheld,
                   if_accepted=if_accepted)  # fmt: skip


_MEASURE = {measure.id: measure for measure in NATHAN_MEASURES}
NEED = NeedResult(
    need=Need(name="ours", title={"": "What we look for"}, criteria=()),
    criteria=(
        _checked("talk", "met", _MEASURE["comments_answered_share"], at_least=0.3),
        _checked("silence", "not met", _MEASURE["longest_silence_days"], at_most=10.0, least_n=12.0, if_accepted="met"),
        _checked("shape", "unknown", _MEASURE["comments_per_like"], at_most=0.05, reason=msg("need.between")),
        _checked("network", "unknown", _MEASURE["edge_reciprocity"], at_least=0.2, exports=("graph",),
                 reason=msg("unknown.absent", export="graph")),
        _checked("rate", "unknown", _MEASURE["engagement_rate_by_reach"], at_least=0.2, withheld=("posts_reach",),
                 reason=msg("unknown.absent", export="posts_reach")),
    ),
    total=Total(low=0.25, high=0.75),
)  # fmt: skip


def _growth():
    levels = [214.0] * 19 + [1730.0] * 16 + [3000.0] * 17
    days = tuple(date.fromordinal(START.toordinal() + 7 * week).isoformat() for week in range(len(levels)))
    marks = (
        Mark(kind="unexplained", start="2026-02-12", end="2026-02-14", value=1480.0),
        Mark(kind="unexplained", start="2026-06-03", end="2026-06-04", value=1130.0),
    )
    return Figure(id="followers_by_time", kind="line", x=days, y=tuple(levels), marks=marks)


REFERENCE = Reference(
    measure="engagement_rate_by_followers", source="playersells-open-data", year="2026-10", n="31869", grade="A-",
    population="accounts", numerator="unstated",
    p25=0.00067, median=0.00327, p75=0.0134, mean=None,
)  # fmt: skip


def tested(who, share, *, least, most, got="inflated count"):
    """What invented profiles of 3,000 to 30,000 got."""
    ends = {name: World(world=f"first: {name}", n=500, share=at, low=at / 2, high=2 * at)
            for name, at in (("least", least), ("most", most))}  # fmt: skip
    return Fared(who=who, got=got, start=3000.0, end=30000.0, worlds=36, n=18000, share=share, looked=None, **ends)


def nathan() -> Results:
    """Count 3,000, real reach 137 to 405."""
    return Results(
        tool=TOOL, profile=_profile(), report_id="7f3a-19c2",
        coverage=(Window(table="daily", direction=None, start=START, end=END, completeness="all",
                         order="oldest_first", rows=365),),
        sources=NATHAN_SOURCES, measures=NATHAN_MEASURES, figures=(_growth(),),
        findings=(DAT001, GRO101, AUD201, CON601),
        composition=Composition(status="known", low=0.71, high=0.9),
        conduct=Conduct(
            level="strong", pieces=(Piece(innocent_event="silent_crowd", findings=("GRO101",)),
                                    Piece(innocent_event="joined_together", findings=("AUD201",))),
            could_look=("GRO101", "AUD201"),
        ),
        real_reach=RealReach(low=137.0, high=405.0, bounds=NATHAN_BOUNDS, without_readings=(137.0, 870.0)),
        verdict=Verdict(
            label="inflated count", confidence="high", without_readings="inflated count",
            confidence_reason=msg("confidence.inflated_high", kinds=2, share=0.333),
            summary=msg("summary.inflated", low=137.0, high=405.0, n=3000.0),
            for_=(msg("for.repeat", n=118.0, k=74.0, low=0.53, high=0.71),
                  msg("for.answered", k=58.0, n=71.0, low=0.71, high=0.89)),
            against=(GRO101.observed, AUD201.observed),
            missing=(Missing(export="posts_reach", moves="lower", at_most=405.0),
                     Missing(export="posts_dated", moves="upper", at_most=870.0), Missing(export="graph")),
            error_rate=0.002, tested=(
                tested("honest", 0.0001, least=0.0, most=0.002), tested("lots", 0.7, least=0.4, most=0.9),
                tested("aged", 0.05, least=0.0, most=0.1),
            ),
        ),
        references=(REFERENCE,), notes=(msg("note.survivors_only"),), needs=(NEED,), advice=ADVICE, what_if=WHAT_IF,
    )  # fmt: skip


def circle() -> Results:
    """Count 594, real reach 418 to 582."""
    measures = (
        _measure("followers_count", "data", "people", "none", 594.0, no_interval=msg("no_interval.counted")),
        _measure("repeat_responder_rate", "community", "share", "responders", 330 / 396, 0.79, 0.87, k=330.0, n=396.0),
    )
    bounds = (
        _bound("lower", 418, "estimate", "responsive_population",
               msg("bound.responsive", n=437.0, low=418.0, high=472.0), used=True),
        _bound("upper", 582, "estimate", "hollow_share",
               msg("bound.hollow", n=594.0, hollow=12.0, share=0.02, of=594.0), used=True),
    )  # fmt: skip
    clear = replace(GRO101, status="clear", title=msg("rule.GRO101.clear"), observed=msg("gro101.clear", n=52.0),
                    expected=None, days=(), piece=None, evidence=(), innocent=(), strength=None,
                    followers_n=None)  # fmt: skip
    return Results(
        tool=TOOL, profile=_profile(platform="facebook", handle="premier-cercle", noun="friends", followers=594.0),
        report_id="0c0c-2222", coverage=(), sources=NATHAN_SOURCES[1:], measures=measures, figures=(),
        findings=(clear, CON601), composition=Composition(status="known", low=0.02, high=0.11),
        conduct=Conduct(level="none seen", could_look=("GRO101",)),
        real_reach=RealReach(low=418.0, high=582.0, bounds=bounds),
        verdict=Verdict(
            label="genuine community", confidence="high",
            confidence_reason=msg("confidence.genuine_high", kinds=3, share=0.333),
            summary=msg("summary.genuine_most", low=418.0, n=594.0),
            for_=(msg("for.repeat", n=396.0, k=330.0, low=0.79, high=0.87),),
        ),
    )  # fmt: skip


def network() -> Results:
    """A network that belongs to no one profile."""
    empty = _profile(platform=None, handle=None, followers=None, following=None, posts=None, start=None, end=None,
                     as_of=None, as_of_origin=None, zone=None)  # fmt: skip
    return Results(
        tool=TOOL, profile=empty, report_id="3333-4444", coverage=(),
        sources=(SourceRecord(file="edges.txt", sha256="c" * 64, reader="generic", rows_read=9, rows_kept=9),),
        measures=(_measure("edge_reciprocity", "reciprocity", "share", "edges", 4 / 9, 0.19, 0.73, k=4.0, n=9.0),),
        figures=(), findings=(), composition=None, conduct=Conduct(level="unknown"), real_reach=None,
        verdict=Verdict(label="not assessable", confidence="low", confidence_reason=msg("confidence.not_assessable"),
                        summary=msg("summary.no_count")),
    )  # fmt: skip


HOSTILE = "=cmd|'/c'\x1b[31m\u202e\u200b\x9b2J" + "x" * 400


def hostile() -> Results:
    """Nathan under a handle and file names that steer terminals, spreadsheets and readers."""
    known = nathan()
    record = replace(known.sources[0], file=HOSTILE, unmatched=(HOSTILE,), columns={HOSTILE: "date"})
    finding = replace(GRO101, evidence=(HOSTILE, "日本語/" * 30))
    return replace(
        known, profile=replace(known.profile, handle=HOSTILE, platform=HOSTILE), sources=(record,), findings=(finding,)
    )


PERSON = Person(
    platform="x", handle="nathan", noun="followers", as_of=date(2026, 9, 30), as_of_origin="export", zone=None
)
WINDOW = Window(
    table="edges",
    direction="in",
    start=date(2025, 10, 1),
    end=date(2026, 9, 30),
    completeness="all",
    order="newest_first",
    rows=3000,
)


def inspection() -> Inspection:
    """What was read of Nathan's files."""
    tables = {
        "profile": {"rows": 1}, "edges": {"rows": 2981, "in": 2981, "out": 0, "mutual": 0}, "posts": {"rows": 52},
        "interactions": {"rows": 900}, "daily": {"rows": 365}, "breakdown": {"rows": 0}, "events": {"rows": 0},
        "graph": {"rows": 0},
    }  # fmt: skip
    return Inspection(
        people=(PERSON,),
        tables=tables,
        coverage=(WINDOW, replace(WINDOW, table="posts", direction=None, completeness="top", order="unknown")),
        sources=NATHAN_SOURCES,
        ignored=("photo.jpg",),
        unopened=("messages.json",),
    )
