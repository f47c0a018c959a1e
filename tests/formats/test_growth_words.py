"""What is said of growth is what the files say: in the heading, the picture and the table of months alike."""

import re
from pathlib import Path

import pytest
from html_page import Page

from reachcheck.formats import drawn, html, markdown, text
from reachcheck.formats.charts.growth import growth_line
from reachcheck.formats.html.pictures import pictures
from reachcheck.formats.said.growth import counts, line, title
from reachcheck.formats.words import Words
from reachcheck.pipeline import analyze_one, read
from reachcheck.results.figure import Figure
from reachcheck.results.report import Results

EN, FR = Words("en", strict=True), Words("fr", strict=True)
FIRST_AND_LAST = {
    "brand-page": (9304, 12000),
    "circle-594": (536, 594),
    "nathan-3000": (215, 3000),
    "quiet-expert": (372, 420),
    "viral-week": (790, 1800),
}
"""As the first and the last row of daily.csv have it."""
MONTHS = (230, 234, 254, 268, 1755, 1759, 1835, 1842, 2970, 2973, 2983, 3000)
"""Of nathan-3000, as daily.csv has it on the last day of each month from October on."""


def daily(samples: Path, name: str) -> Results:
    return analyze_one(read([str(samples / name / file) for file in ("daily.csv", "profile.csv")]))


@pytest.mark.parametrize("name", sorted(FIRST_AND_LAST))
def test_every_format_goes_from_the_first_count_of_the_file_to_the_last(samples: Path, name: str) -> None:
    results = daily(samples, name)
    first, last = FIRST_AND_LAST[name]
    for words, said in (
        (EN, f"Growth from {first:,} to {last:,}"),
        (FR, f"Croissance de {first:,} à {last:,}".replace(",", "\u202f")),
    ):
        assert said.upper() in [row.text for row in text.render(results, words, 80)]
        assert f"## {said}\n" in markdown.render(results, words)
        assert said in html.render(results, words)


@pytest.mark.parametrize("words", [EN, FR])
def test_the_table_of_months_has_the_counts_of_their_last_days(samples: Path, words: Words) -> None:
    growth = pictures(daily(samples, "nathan-3000"), words)[0]
    assert growth.rows[5][0] in ("Mar 2026", "mars 2026")
    assert [int(re.sub(r"\D", "", row[1])) for row in growth.rows] == list(MONTHS)


@pytest.mark.parametrize(
    ("ident", "heading", "titre", "head"),
    [
        ("followers_by_time", "Growth from 7 to 12", "Croissance de 7 à 12", "Count"),
        (
            "listed_by_time",
            "By the follow dates of those listed: from 7 to 12",
            "Selon les dates d'abonnement de la liste : de 7 à 12",
            "So far",
        ),
        ("net_by_time", "+12 in all: arrivals less departures", "+12 en tout : arrivées moins départs", "So far"),
        (
            "gained_by_time",
            "Gained 12 in all; departures are not taken off",
            "12 gagnés en tout ; les départs n'en sont pas déduits",
            "So far",
        ),
    ],
)
def test_each_line_is_called_what_it_is(ident: str, heading: str, titre: str, head: str) -> None:
    figure = Figure(id=ident, kind="line", x=("2026-01-01", "2026-01-02"), y=(7.0, 12.0))
    plain = {0xA0: " ", 0x202F: " ", 0x2019: "'"}
    assert title(figure, EN) == heading
    assert title(figure, FR).translate(plain) == titre
    assert counts(figure, EN) == head
    assert ("count" in line(figure, EN)) == (ident == "followers_by_time")


def test_more_who_left_than_came_is_drawn_below_0() -> None:
    # pixels 26 to 226 are 5 to -5, so that 0 stands at 126
    figure = Figure(id="net_by_time", kind="line", x=("2026-01-01", "2026-01-02", "2026-01-03"), y=(5.0, -5.0, 0.0))
    assert '<polyline points="4,26 500,226 996,126" class="line"/>' in growth_line(figure, (), (), "t", "s", EN)
    assert drawn.growth([5.0, -5.0, -1.0], 10) == "█▁▄"
    assert drawn.growth([-5.0, -5.0], 10) == "▁▁"


def test_a_line_that_is_no_count_is_not_called_one(samples: Path, tmp_path: Path) -> None:
    rows = (samples / "brand-page" / "daily.csv").read_text().splitlines()
    (tmp_path / "daily.csv").write_text("".join(f"{row.split(',')[0]},{row.split(',')[2]}\n" for row in rows))
    page = Page(html.render(analyze_one(read([str(tmp_path)])), EN)).text
    assert "The line adds up arrivals." in page and "The line is the count." not in page


@pytest.mark.parametrize(("name", "said"), [("circle-594", "Growth without a flagged step"), ("new-account", "Growth")])
def test_that_no_step_is_flagged_is_said_only_where_steps_were_looked_for(samples: Path, name: str, said: str) -> None:
    results = analyze_one(read([str(samples / name)]))
    assert pictures(results, EN)[0].title == said
