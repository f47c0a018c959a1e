"""Charts are drawn from figures alone: where things stand, what is written, and the same bytes from the JSON."""

import json
import math
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reachcheck.formats import to_json
from reachcheck.formats.charts.bars import bars
from reachcheck.formats.charts.growth import growth_line
from reachcheck.formats.charts.reach_bar import Reached, reach_bar, reach_bars
from reachcheck.formats.charts.responses import responses_chart
from reachcheck.formats.charts.rings import MOST_DOTS, rings
from reachcheck.formats.charts.scale import Across, Up, day, months, tenfolds, ticks
from reachcheck.formats.charts.svg import element, number
from reachcheck.formats.charts.weeks import week_columns
from reachcheck.formats.html.pictures import pictures
from reachcheck.formats.words import Words
from reachcheck.pipeline import analyze_one, read
from reachcheck.results.figure import Figure, Mark

EN = Words("en", strict=True)


def rects(svg: str) -> list[tuple[str, float, float]]:
    """Class, start and width in per cent of each rectangle."""
    found = re.findall(r'<rect x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%" height="[\d.]+" class="([a-z-]+)"', svg)
    return [(name, float(x), float(width)) for x, width, name in found]


def test_the_bar_starts_at_zero_and_its_parts_are_to_scale() -> None:
    # 99.2 per cent of the width are 1,000: 250 are 24.8 wide, and the 500 after it 49.6
    svg = reach_bar(1000.0, 250.0, 750.0, EN)
    assert rects(svg) == [
        ("fill-rest", 74.8, 24.8), ("there", 0.4, 24.8), ("maybe", 25.2, 49.6), ("fill-maybe", 25.2, 49.6),
        ("outline", 0.4, 99.2),
    ]  # fmt: skip
    assert "at least 250, at most 750" in svg
    assert "250 that the files do not account for" not in svg, "no room for it within a quarter of the bar"


def test_a_bar_of_nobody_and_a_bar_of_everybody() -> None:
    assert [name for name, _, _ in rects(reach_bar(594.0, 594.0, 594.0, EN))] == ["there", "outline"]
    assert [name for name, _, _ in rects(reach_bar(10.0, 0.0, 0.0, EN))] == ["fill-rest", "outline"]
    assert reach_bar(0.0, 0.0, 0.0, EN)


def test_what_is_usual_elsewhere_is_an_area_behind_the_posts_and_its_top_is_in_the_picture() -> None:
    figure = Figure(id="responses_by_post", kind="points", x=("2026-01-01", "2026-01-11"), y=(10.0, 10.0))
    alone = responses_chart(figure, 10.0, [], "t", "d", EN)
    assert "<polygon" not in alone
    beside = responses_chart(replace(figure, low=(10.0, 10.0), high=(1000.0, 1000.0)), 10.0, [], "t", "d", EN)
    (corners,) = re.findall(r'<polygon points="([^"]+)" class="maybe"', beside)
    heights = [float(corner.split(",")[1]) for corner in corners.split()]
    # the scale runs over log10(1100 / 0.7) tenfolds from 190 up to 18
    at = [round(190 - 172 * math.log10(value / 0.7) / math.log10(1100 / 0.7), 1) for value in (10.0, 1000.0)]
    assert heights == pytest.approx([at[1], at[1], at[0], at[0]], abs=0.11)


def test_two_bars_stand_on_one_scale() -> None:
    # 99.2 per cent of the width are 3,000, so 594 of them take 19.64 and 430 take 14.22
    svg = reach_bars([Reached("A", 594.0, 430.0, 594.0), Reached("B", 3000.0, 127.0, 418.0)], EN)
    assert rects(svg) == [
        ("there", 0.4, 14.22), ("maybe", 14.62, 5.42), ("fill-maybe", 14.62, 5.42), ("outline", 0.4, 19.64),
        ("fill-rest", 14.22, 85.38), ("there", 0.4, 4.2), ("maybe", 4.6, 9.62), ("fill-maybe", 4.6, 9.62),
        ("outline", 0.4, 99.2),
    ]  # fmt: skip
    assert re.findall(r'<rect [^>]* y="(\d+)"[^>]*class="outline"', svg) == ["28", "114"]
    assert '<text x="20.04%" y="54" class="ink b" dx="10">count: 594</text>' in svg, "behind a short bar"
    assert '<text x="99.6%" y="103" class="ink b wide" text-anchor="end">count: 3,000</text>' in svg, "above a long one"
    assert ">A: at least 430, at most 594<" in svg and ">B: at least 127, at most 418<" in svg
    assert svg.count(">3,000<") == 1 and "A: A bar from 0 to 594." in svg and "B: A bar from 0 to 3,000." in svg


def test_a_round_number_that_would_touch_the_count_on_a_phone_is_left_out_there() -> None:
    # 10,000 of 12,000 stand 16.5 per cent from the end: 54 of a phone's 328 pixels, for half a number and a whole one
    svg = reach_bar(12000.0, 2000.0, 12000.0, EN)
    assert re.findall(r'<text x="([\d.]+)%" y="88"(?: class="(\w*)")?', svg) == [
        ("0.4", ""), ("99.6", ""), ("41.73", ""), ("83.07", "wide"),
    ]  # fmt: skip


def test_where_real_reach_is_above_the_count_the_scale_still_holds_both() -> None:
    svg = reach_bars([Reached("A", 100.0, 50.0, 200.0), Reached("B", 100.0, 0.0, 0.0)], EN)
    assert max(x + width for _, x, width in rects(svg)) == pytest.approx(99.6)


@pytest.mark.parametrize(
    ("high", "expected"),
    [(3000, [1000, 2000, 3000]), (594, [200, 400]), (1, [0.5, 1]), (7, [2, 4, 6]), (99, [50]), (0, [])],
)
def test_round_values_label_a_scale(high: float, expected: list[float]) -> None:
    assert ticks(high) == expected


@given(st.floats(0.01, 1e9))
def test_labels_are_few_and_inside(high: float) -> None:
    found = ticks(high)
    assert 1 <= len(found) <= 4
    assert found[0] > 0 and found[-1] <= high * 1.000001


def test_tenfolds() -> None:
    assert tenfolds(35) == [1, 3, 10, 30]


def test_months_are_named_from_the_first_day_inside_on_and_evenly() -> None:
    year = Across(day("2025-09-30"), day("2026-09-30"))
    assert months(year) == [date(2025, 10, 1), date(2025, 12, 1), *(date(2026, m, 1) for m in (2, 4, 6, 8))]
    assert months(Across(day("2026-01-02"), day("2026-01-30"))) == []


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6))
def test_places_stay_inside_the_picture(value: float, high: float) -> None:
    assert 0.4 <= Across(0.0, high).percent(value) <= 99.6
    assert 10 <= Up(0.0, high, 10, 200).pixel(value) <= 200
    assert 10 <= Up(0.7, max(high, 1), 10, 200, tenfold=True).pixel(value) <= 200


def test_numbers_are_short_and_attributes_escaped() -> None:
    assert [number(value) for value in (0.0, -0.001, 1.0, 1.25, 1 / 3, 1200.0)] == [
        "0",
        "0",
        "1",
        "1.25",
        "0.33",
        "1200",
    ]
    assert element("text", class_='a"><script>', x="1%") == '<text class="a&quot;&gt;&lt;script&gt;" x="1%"/>'


YEAR = Figure(
    id="followers_by_time", kind="line", x=("2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"),
    y=(100.0, 100.0, 100.0, 200.0, 200.0), low=(None, None, None, 90.0, 90.0), high=(None, None, None, 101.0, 101.0),
    marks=(Mark(kind="unexplained", start="2026-01-04", end="2026-01-04", value=100.0),),
)  # fmt: skip


def test_growth_leaves_out_points_that_change_nothing_and_marks_its_step() -> None:
    svg = growth_line(YEAR, ("2026-01-02T12:00:00",), (), "title", "says", EN)
    # pixels 26 to 226 are 200 to 0: 100 stands at 126; x 4 to 996 are five days
    assert '<polyline points="4,126 500,126 748,26 996,26" class="line"/>' in svg
    assert '<path d="M376 232v9" class="tick"/>' in svg
    assert ">A</text>" in svg and ">+100</text>" in svg
    assert svg.count('class="dash"') == 2


def test_without_an_unexplained_step_nothing_is_dashed() -> None:
    plain = replace(YEAR, low=(), high=(), marks=(replace(YEAR.marks[0], kind="explained"),))
    svg = growth_line(plain, (), ("2026-01-03",), "title", "says", EN)
    assert "dash" not in svg and 'class="settled"' in svg and "flagged" not in svg
    assert svg.count('class="event"') == 1


def test_an_event_outside_the_days_is_not_drawn() -> None:
    assert 'class="event"' not in growth_line(YEAR, (), ("2025-03-01", "2027-01-01"), "title", "says", EN)


def test_bars_share_one_scale_and_foreign_names_are_words() -> None:
    svg = bars("b", [("one", 5.0), ("<b>", 10.0), ("none", 0.0)], "title", "says", EN)
    assert [(x, width) for _, x, width in rects(svg)] == [(0.4, 49.6), (0.4, 99.2)]
    assert "&lt;b&gt;" in svg and "<b>" not in svg


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=4))
def test_rings_have_a_dot_for_each_person_or_for_equally_many(people: list[int]) -> None:
    figure = Figure(id="people_by_posts", kind="bars", x=("1",) * len(people), y=tuple(map(float, people)))
    dots = rings(figure, EN).count('class="there"')
    each = max(1, -(-sum(people) // MOST_DOTS))
    assert dots == sum(-(-n // each) for n in people)


def test_a_week_without_a_post_has_no_column_and_the_silence_is_hatched() -> None:
    figure = Figure(
        id="posts_by_week", kind="bars", x=("2026-01-01", "2026-01-08", "2026-01-15"), y=(1.0, 0.0, 7.0),
        marks=(Mark(kind="silence", start="2026-01-05", end="2026-01-14"),),
    )  # fmt: skip
    svg = week_columns(figure, "title", "says", EN)
    assert len(re.findall(r"M[\d.]+ 76v-", svg)) == 2
    assert "v-70h" in svg, "seven days fill the height"
    assert svg.count('class="fill-rest"') == 1


def test_figures_of_the_json_give_the_same_bytes(samples) -> None:
    results = analyze_one(read([str(samples / "nathan-3000")]))
    told = json.loads(to_json.render(results, EN))["figures"]
    figures = tuple(
        Figure(
            id=each["id"], kind=each["kind"], x=tuple(each["x"]),
            **{name: tuple(each[name]) for name in ("y", "low", "high")},
            marks=tuple(Mark(**mark) for mark in each["marks"]),
        )
        for each in told
    )  # fmt: skip
    drawn = pictures(results, EN)
    assert all(picture.svg for picture in drawn)
    assert pictures(replace(results, figures=figures), EN) == drawn
