"""The page of a comparison: as whole and as inert as the report's, one scale for both, and nobody is ranked."""

import re
from collections.abc import Callable
from dataclasses import replace

import comparison_samples
import pytest
import report_samples
from html_page import Page, check_alone, check_links, check_policy

import naughty
from reachcheck.formats.html.comparison import render_comparison
from reachcheck.formats.locales import LANGUAGES
from reachcheck.formats.words import Words
from reachcheck.results.comparison import Comparison

MADE = [comparison_samples.pair, comparison_samples.days]


def page(found: Comparison, lang: str = "en") -> str:
    return render_comparison(found, Words(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("made", MADE)
def test_it_is_one_whole_file_that_loads_nothing(made: Callable[[], Comparison], lang: str) -> None:
    said = page(made(), lang)
    check_alone(said)
    check_links(said)
    check_policy(said)
    assert said == page(made(), lang), "the same bytes twice"
    assert len(said.encode()) <= 60_000
    assert not re.search(r"\[[a-z_]+\.[a-z_.]+\]|\{[a-z]", Page(said).text), "no word is left open"


def test_both_stand_before_what_differs_and_that_before_how_it_was_made() -> None:
    text = Page(page(comparison_samples.pair())).text
    order = [
        "Two profiles side by side", "A · premier-cercle on Facebook", "Count 594", "friends who are there",
        "418 to 582", "B · @nathan on X", "Count 3,000", "followers who are there", "137 to 405",
        "Count and real reach on one scale", "Genuine community. Most of the count is there", "Confidence",
        "Inflated count. The count is far above",
        "The end of 405 holds", "This ranks nobody", "If this page is about you:", "What differs",
            "\u2212445 to \u221213",
        "Newcombe", "Measures", "no difference of Longest silence: B: one side has no value", "Findings of A",
        "0 flagged", "Findings of B", "2 flagged", "Innocent explanations", "How it was made", "b" * 64,
        "method 1-0123abcd", "a" * 64, "reachcheck 0.1.0", "How to reply or contest", "A comparison takes none.",
        "Played no part",
    ]  # fmt: skip
    for each in order:
        _, found, text = text.partition(each)
        assert found, f"{each} does not come after what must stand before it"


def test_rows_of_both_tables() -> None:
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>',
                      page(comparison_samples.pair()))  # fmt: skip
    assert rows == [
        ("Count", "594", "3,000", "+2,406"),
        ("Real reach", "418 to 582", "137 to 405", "\u2212445 to \u221213"),
        ("Verdict", "Genuine community", "Inflated count", ""),
        ("Confidence", "high", "high", ""),
        ("Flagged", "nothing", "GRO101, AUD201", ""),
        ("Count", "594", "3,000", "+2,406"),
        ("Responders who came back", "83 %", "63 %", "\u221220 points (\u221228 to \u221212)"),
        ("Longest silence", "7 days", "unknown", ""),
    ]


def test_nothing_is_coloured_good_or_bad_before_what_is_flagged() -> None:
    said = page(comparison_samples.pair())
    before = said[said.index("<body>") : said.index('<section id="A"')]
    classes = {name for found in re.findall('class="([^"]*)"', before) for name in found.split()}
    assert not classes & {"for", "against", "flag", "clear", "met", "not-met", "flagged", "settled", "hot", "ok"}
    assert not [word for word in ("better", "worse", "winner", "ahead") if word in Page(said).text.lower()]


def test_one_profile_on_two_days_says_what_became_of_flags_and_of_followers() -> None:
    text = Page(page(comparison_samples.days())).text
    assert "flagged by A alone; B's files cover these days and do not flag it" in text
    assert "12 on both lists, 1 on B's alone, 1 on A's alone." in text
    assert "1 Apr 2025 to 31 Mar 2026" in text and "1 Oct 2025 to 30 Sep 2026" in text
    assert "What became" not in Page(page(comparison_samples.pair())).text


def test_one_profile_of_which_nothing_was_flagged_says_so() -> None:
    quiet = replace(comparison_samples.days(), changes=(), turnover=None)
    assert "Nothing is flagged on either day." in Page(page(quiet)).text


def test_where_one_side_has_no_count_the_other_has_its_bar_alone() -> None:
    said = page(replace(comparison_samples.pair(), first=report_samples.network(), real_reach=None))
    assert "Not given: no file states the count to bound." in Page(said).text
    assert "B: A bar from 0 to 3,000." in said and "A: A bar" not in said
    check_links(said)


def test_where_nothing_can_be_told_there_is_no_bar_and_no_table_of_measures() -> None:
    nobody = report_samples.network()
    said = page(Comparison(first=nobody, second=nobody, one_profile=False, same_files=False, differences=()))
    assert "bars-c" not in said and 'id="measures"' not in said
    check_links(said)


def elements(name: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements with the names of their attributes, where everybody and everything foreign is called so."""
    said = page(comparison_samples.days(name))
    assert naughty.active(said) == [], ascii(name)
    return [(tag, tuple(given)) for tag, given in Page(said).elements]


def test_no_name_of_a_stranger_is_more_than_text() -> None:
    plain = elements("name")
    for text in filter(None, naughty.MARKUP + naughty.HIDDEN + naughty.TERMINAL):
        assert elements(text) == plain, ascii(text)
