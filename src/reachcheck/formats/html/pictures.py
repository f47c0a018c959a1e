"""The pictures of a report: each with a title that says what was found, how to read it, and its numbers as a table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup

from reachcheck.formats.charts.bars import bars
from reachcheck.formats.charts.follower_map import follower_map
from reachcheck.formats.charts.growth import growth_line
from reachcheck.formats.charts.ladder import ladder
from reachcheck.formats.charts.reach_bar import Reached, reach_bar, reach_bars
from reachcheck.formats.charts.responses import responses_chart
from reachcheck.formats.charts.rings import rings
from reachcheck.formats.charts.weeks import week_columns
from reachcheck.formats.said import growth as said
from reachcheck.formats.said.bounds import rungs
from reachcheck.formats.words import Words
from reachcheck.results.figure import Figure
from reachcheck.results.measure import Measure
from reachcheck.results.report import Reference, Results

MONTH = len("2026-01")


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A chart, or why there is none: then `svg` is empty and `says` gives the reason."""

    ident: str
    title: str
    says: str
    svg: Markup = Markup()
    beside: Markup = Markup()
    below: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def reach_picture(results: Results, words: Words) -> str:
    """The count and real reach as one bar, or nothing."""
    reach, count = results.real_reach, results.profile.followers
    return "" if reach is None or count is None else reach_bar(count, reach.low, reach.high, words)


def reaches_picture(given: Sequence[tuple[str, Results]], words: Words) -> str:
    """The counts and real reach of all that have both, on one scale, each under its name; or nothing."""
    known = [
        Reached(name, results.profile.followers, results.real_reach.low, results.real_reach.high)
        for name, results in given
        if results.real_reach is not None and results.profile.followers is not None
    ]
    return reach_bars(known, words) if known else ""


def rungs_picture(results: Results, words: Words) -> str:
    """The bounds as bars, or nothing."""
    found = rungs(results, words)
    return ladder(found, results.profile.followers or 0.0, words) if found else ""


def pictures(results: Results, words: Words) -> list[Picture]:
    """All of them in the order of the report."""
    drawn = (_growth, _map, _people, _posts, _weeks, _signs)
    return [draw(results, words) for draw in drawn]


def _figure(results: Results, ident: str) -> Figure | None:
    return next((figure for figure in results.figures if figure.id == ident), None)


def _measure(results: Results, ident: str) -> Measure | None:
    """The measure of that name, if it is there and known or says why not."""
    return next((measure for measure in results.measures if measure.id == ident), None)


def _none(ident: str, name: str, measure: Measure | None, words: Words) -> Picture:
    """The line that stands where a picture would."""
    because = None if measure is None else measure.reason
    says = words.say("html.not_drawn") if because is None else words.say("report.sentence", text=because)
    return Picture(ident=ident, title=name, says=says)


def _growth(results: Results, words: Words) -> Picture:
    figure = said.grown(results)
    if figure is None:
        return _none("growth", words.say("html.growth.name"), _measure(results, "growth_steps"), words)
    steps = said.steps(figure)
    told = [words.say("html.lettered", name=letter, said=said.step(mark, words)) for letter, mark in steps]
    title = _growth_title(results, [mark.value or 0.0 for _, mark in steps if mark.kind == "unexplained"], words)
    posts = _figure(results, "responses_by_post")
    events = [event.date.isoformat() for event in results.events]
    description = ". ".join([said.title(figure, words), *told]) + "."
    svg = growth_line(figure, () if posts is None else posts.x, events, title, description, words)
    says = [said.line(figure, words), words.say("html.growth.read")]
    says += [words.say("html.growth.read_without")] if figure.low else []
    says += [words.say("html.growth.read_events")] if events else []
    return Picture(
        ident="growth",
        title=title,
        says=" ".join(says),
        svg=Markup(svg),
        below=(*told, *said.power(results, words)),
        head=(words.say("html.month"), said.counts(figure, words)),
        rows=tuple(_by_month(figure, words)),
    )


def _growth_title(results: Results, unexplained: list[float], words: Words) -> str:
    """How many unexplained steps there are; that there are none only where the rule could look."""
    if unexplained:
        return words.say("html.growth.unexplained", k=len(unexplained), n=sum(unexplained))
    looked = any(finding.code == "GRO101" and finding.status == "clear" for finding in results.findings)
    return words.say("html.growth.none") if looked else words.say("html.growth.name")


def _by_month(figure: Figure, words: Words) -> list[tuple[str, ...]]:
    """The last value of each month."""
    last: dict[str, tuple[str, float]] = {}
    for x, y in zip(figure.x, figure.y, strict=True):
        if y is not None:
            last[x[:MONTH]] = (x, y)
    return [(words.month(said.day(x), year=True), words.count(y)) for x, y in last.values()]


def _map(results: Results, words: Words) -> Picture:
    figure, measure = _figure(results, "follower_map"), _measure(results, "follower_map")
    name = words.say("html.map.name")
    if figure is None:
        return _none("map", name, measure, words)
    blocks = figure.marks
    title = words.say("html.map.blocks", k=len(blocks)) if blocks else words.say("html.map.mixed")
    rows = tuple(
        (words.say("html.map.places", start=int(mark.start) + 1, end=int(mark.end)), words.count(mark.value or 0.0))
        for mark in blocks
    )
    head = (words.say("html.map.place"), words.say("html.map.created"))
    says = " ".join((words.say("html.map.read"), *((words.say("html.map.by_place"),) if blocks else ())))
    svg = Markup(follower_map(figure, title, words.say("html.map.read"), words))
    return Picture(ident="map", title=title, says=says, svg=svg, head=head if rows else (), rows=rows)


def _people(results: Results, words: Words) -> Picture:
    figure, measure = _figure(results, "people_by_posts"), _measure(results, "repeat_responder_rate")
    name = words.say("html.people.name")
    if figure is None or measure is None or not measure.known:
        return _none("people", name, measure, words)
    title = words.say("html.people.title", k=measure.k or 0.0, n=measure.n or 0.0)
    named = list(zip(_classes(figure, words), (y or 0.0 for y in figure.y), strict=True))
    drawn = _bars("people", named, title, words.say("html.people.read"), words)
    return replace(drawn, beside=Markup(rings(figure, words)))


def _classes(figure: Figure, words: Words) -> list[str]:
    """Each class from its own number up to the next."""
    lows = [int(x) for x in figure.x]
    named = [words.say("html.people.range", low=low, high=high - 1) for low, high in pairwise(lows)]
    return [*named, words.say("html.people.or_more", n=lows[-1])]


def _bars(ident: str, named: Sequence[tuple[str, float]], title: str, says: str, words: Words) -> Picture:
    told = ", ".join(words.say("html.lettered", name=name, said=words.count(value)) for name, value in named)
    return Picture(ident=ident, title=title, says=says, svg=Markup(bars(ident, named, title, told, words)))


def _posts(results: Results, words: Words) -> Picture:
    figure, measure = _figure(results, "responses_by_post"), _measure(results, "responses_per_post")
    name = words.say("html.posts.name")
    if figure is None or measure is None or measure.value is None:
        return _none("posts", name, measure, words)
    title = words.say("html.posts.title", n=len(figure.x), value=measure.value)
    if measure.low is not None and measure.high is not None:
        title = words.say(
            "html.posts.title_with", n=len(figure.x), value=measure.value, low=measure.low, high=measure.high
        )
    grown = said.grown(results)
    steps = [] if grown is None else said.steps(grown)
    drawn = (_elsewhere(each, words) for each in results.references if each.drawn and figure.low)
    says = " ".join((words.say("html.posts.read"), *drawn))
    svg = responses_chart(figure, measure.value, steps, title, says, words)
    return Picture(ident="posts", title=title, says=says, svg=Markup(svg))


def _elsewhere(drawn: Reference, words: Words) -> str:
    """What the area behind the posts is."""
    return words.say(
        "html.posts.elsewhere",
        population=words.name("published_population", drawn.population),
        numerator=words.name("published_numerator", drawn.numerator),
        source=words.ours(drawn.source),
        year=words.ours(drawn.year),
    )


def _weeks(results: Results, words: Words) -> Picture:
    figure, measure = _figure(results, "posts_by_week"), _measure(results, "weeks_with_a_post")
    if figure is None or measure is None or not measure.known:
        return _none("weeks", words.say("html.weeks.name"), measure, words)
    title = words.say("html.weeks.title", k=measure.k or 0.0, n=measure.n or 0.0)
    silence = _measure(results, "longest_silence_days")
    says = words.say("html.weeks.read", days=(silence and silence.value) or 0.0)
    return Picture(ident="weeks", title=title, says=says, svg=Markup(week_columns(figure, title, says, words)))


def _signs(results: Results, words: Words) -> Picture:
    figure, measure = _figure(results, "followers_by_points"), _measure(results, "hollow_share")
    if figure is None:
        return _none("signs", words.say("html.signs.name"), measure, words)
    title = words.say("html.signs.title")
    names = [words.say("html.signs.points", n=int(x)) for x in figure.x]
    named = list(zip(names, (y or 0.0 for y in figure.y), strict=True))
    return _bars("signs", named, title, words.say("html.signs.read"), words)
