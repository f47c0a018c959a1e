"""A measure in words: its value, interval and size in its unit; what is published of others; what nobody can tell."""

from reachcheck.formats.words import Words
from reachcheck.message import Message, msg
from reachcheck.results.measure import Measure
from reachcheck.results.report import Reference, Results

RATES = frozenset(
    {
        "engagement_rate_by_followers",
        "engagement_rate_by_reach",
        "engagement_rate_by_impressions",
        "stated_average_rate",
    }
)
"""Shares so small that whole per cent say nothing."""
LEADING = frozenset(
    {
        "followers_count",
        "list_completeness",
        "engagement_rate_by_followers",
        "engagement_rate_by_reach",
        "responses_per_post",
        "reciprocity_of_followers",
        "reciprocity_of_following",
        "edge_reciprocity",
        "reciprocity_rho",
        "growth_steps",
        "unexplained_gain_share",
        "explained_gain_share",
        "creation_block",
        "hollow_share",
        "follower_map",
        "distinct_responders",
        "repeat_responder_rate",
        "comments_answered_share",
        "top_ten_response_share",
        "weeks_with_a_post",
        "longest_silence_days",
    }
)
"""Measures that a terminal shows unless it is asked for all; every other format has them all."""


def name(measure: Measure, words: Words) -> str:
    """What it is called, and what it is counted over."""
    said, over = words.name("measure", measure.id), words.name("denominator", measure.denominator)
    return words.say("report.of", name=said, over=over) if over else said


def as_value(measure: Measure, value: float, words: Words) -> str:
    """A number in the unit of a measure."""
    if measure.id in RATES:
        return words.rate(value)
    if measure.unit == "share":
        return words.percent(value)
    if measure.unit in ("count", "people") and value >= 1:
        return words.count(value)
    if measure.unit == "days":
        return words.say("report.days", n=value)
    return words.number(value)


def as_interval(measure: Measure, words: Words) -> str:
    """The interval of a measure in its unit, or a dash."""
    if measure.low is None and measure.high is None:
        return "-"
    kinds = {"share": "percent", "count": "count", "people": "count", "days": "count"}
    kind = "rate" if measure.id in RATES else kinds.get(measure.unit, "number")
    return words.range(measure.low, measure.high, kind)


def as_size(measure: Measure, words: Words) -> str:
    """How many it was counted over, and how many of them were so, or a dash."""
    if measure.n is None:
        return "-"
    if measure.k is None:
        return words.count(measure.n)
    return words.say("report.k_of_n", k=measure.k, n=measure.n)


def shown(results: Results, *, full: bool = True) -> list[Measure]:
    """The measures that are known; unless in `full` only the leading ones, those of bounds and those of needs."""
    known = [measure for measure in results.measures if measure.known]
    if full:
        return known
    bounds = results.real_reach.bounds if results.real_reach is not None else ()
    wanted = {each.criterion.measure for need in results.needs for each in need.criteria}
    wanted |= LEADING | {bound.measure for bound in bounds}
    return [measure for measure in known if measure.id in wanted]


def more(results: Results, words: Words, *, full: bool) -> str:
    """How many more there are than are shown, or nothing."""
    n = len(shown(results)) - len(shown(results, full=full))
    return words.say("report.more_measures", n=n) if n else ""


def by_family(results: Results, *, full: bool = True) -> dict[str, list[Measure]]:
    """Those that are shown, by the kind of evidence that they belong to, in the order of the report."""
    found: dict[str, list[Measure]] = {}
    for measure in shown(results, full=full):
        found.setdefault(measure.family, []).append(measure)
    return found


def without_interval(results: Results, words: Words, *, full: bool = True) -> list[str]:
    """Why some of the figures that are shown have no interval, each reason once with the measures it is of."""
    reasons: dict[str, list[str]] = {}
    for measure in shown(results, full=full):
        if measure.no_interval is not None:
            reasons.setdefault(words.text(measure.no_interval), []).append(words.name("measure", measure.id))
    said = (msg("report.without_interval", reason=reason, names=tuple(names)) for reason, names in reasons.items())
    return [words.text(each) for each in said]


def reference(given: Reference, words: Words) -> str:
    """A published figure with where it is from."""
    spread = []
    if given.median is not None:
        spread.append(words.say("report.median", value=words.rate(given.median)))
    if given.p25 is not None and given.p75 is not None:
        spread.append(words.say("report.middle_half", range=words.range(given.p25, given.p75, "rate")))
    if given.mean is not None and given.median is None:
        spread.append(words.say("report.mean", value=words.rate(given.mean)))
    texts = {name: words.ours(getattr(given, name)) for name in ("source", "year", "grade")}
    names = {name: words.name(f"published_{name}", getattr(given, name)) for name in ("population", "numerator")}
    return words.say(
        "report.reference",
        measure=words.name("measure", given.measure),
        spread=words.join(spread),
        n=_how_many(given.n, words),
        **texts,
        **names,
    )


def _how_many(n: str, words: Words) -> str:
    """How many a published figure rests on; `t` marks the number of all sizes together, `c` one of companies."""
    if not n:
        return words.say("report.n_unstated")
    number = float(n.rstrip("ct"))
    if n.endswith("c"):
        return words.say("report.n_companies", n=number)
    return words.say("report.n_in_all", n=number) if n.endswith("t") else words.say("report.n_is", n=number)


def untold(results: Results, words: Words) -> list[str]:
    """What these files cannot tell: by the export that would, unless that was told, or why no export would."""
    unknown = [measure for measure in results.measures if not measure.known and measure.asked]
    if results.what_if:
        unknown = [measure for measure in unknown if not measure.lacks]
    by_export: dict[str, list[str]] = {}
    said: list[Message] = []
    for measure in unknown:
        named = words.name("measure", measure.id)
        for export in measure.lacks:
            by_export.setdefault(export, []).append(named)
        if not measure.lacks:
            said.append(msg("report.unknown_because", name=named, reason=measure.reason or msg("report.no_reason")))
    for export, names in by_export.items():
        said.append(msg("report.would_tell", export=words.name("export", export), names=tuple(names)))
    return [words.text(each) for each in said]
