"""The page: one file, nothing loaded, nothing run, all sections there, and the same words as elsewhere."""

import re
from dataclasses import replace

import pytest
import report_samples
from html_page import Page, check_alone, check_links, check_policy

from reachcheck.formats import html
from reachcheck.formats.locales import LANGUAGES
from reachcheck.formats.words import Words
from reachcheck.pipeline import analyze_one, read

SAMPLES = ("nathan-3000", "circle-594", "new-account")


@pytest.fixture(scope="module")
def audited(request, samples):
    return {name: analyze_one(read([str(samples / name)])) for name in SAMPLES}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_page_is_whole_small_and_loads_nothing(audited, name: str, lang: str) -> None:
    said = html.render(audited[name], Words(lang, strict=True))
    assert len(said.encode()) <= 100_000
    check_alone(said)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_link_leads_somewhere_and_no_name_is_given_twice(audited, name: str) -> None:
    check_links(html.render(audited[name], Words("en", strict=True)))


def test_the_policy_names_the_one_style_by_its_hash(nathan, en) -> None:
    check_policy(html.render(nathan, en))


def test_the_two_numbers_stand_first_and_innocent_readings_before_the_reply_before_ours(audited) -> None:
    text = Page(html.render(audited["nathan-3000"], Words("en"))).text
    order = [
        "Count 3,000 Real reach", "Inflated count.", "Who is there", "Was something done to the count?",
        "For this audience", "Against this count", "Missing", "If this page is about you:", "Why 127, why 418",
        "What the files show", "Findings", "Innocent explanations", "No reply yet.", "evidence",
        "What these files cannot tell", "How it was made", "How to reply or contest", "Played no part",
    ]  # fmt: skip
    for each in order:
        _, found, text = text.partition(each)
        assert found, f"{each} does not come after what must stand before it"


def test_a_picture_that_cannot_be_drawn_leaves_its_reason(samples) -> None:
    page = Page(html.render(analyze_one(read([str(samples / "circle-594" / "posts.csv")])), Words("en", strict=True)))
    assert "Not drawn" in page.text
    assert "Map of followers: " in page.text and "Who answers: " in page.text


def test_without_a_count_there_is_no_bar_and_no_interval(network, en) -> None:
    said = html.render(network, en)
    assert 'id="bar-t"' not in said
    assert "unknown" in Page(said).text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("made", [report_samples.nathan, report_samples.circle, report_samples.network])
def test_hand_made_results_leave_no_word_open(made, lang: str) -> None:
    text = Page(html.render(made(), Words(lang))).text
    assert not re.search(r"\[[a-z_]+\.[a-z_.]+\]|\{[a-z]", text)


def test_advice_stands_only_in_a_report_for_the_person(audited) -> None:
    own = audited["nathan-3000"]
    assert "What you can do" in Page(html.render(own, Words("en"))).text
    assert "What you can do" not in Page(html.render(replace(own, advice=()), Words("en"))).text


def test_another_report_can_be_read_beside_it(circle, en) -> None:
    page = Page(html.render(circle, en, html.Link("nathan.html", "<Nathan>")))
    assert ("a", {"href": "nathan.html"}) in page.elements
    assert "Read beside it: <Nathan>" in page.text


def luminance(colour: str) -> float:
    """Relative luminance of a colour such as #0d588f or #fff (WCAG 2.2, definitions)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "paper"])
def test_every_text_can_be_read_on_every_ground(nathan, en, scheme: int) -> None:
    blocks = [dict(re.findall(r"--([a-z]+):(#[0-9a-f]+)", block)) for block in
              re.findall(r":root\{([^}]*--paper[^}]*)\}", html.render(nathan, en))]  # fmt: skip
    assert len(blocks) == 3
    colours = blocks[scheme]
    pairs = [(text, ground) for text in ("ink", "soft", "blue", "hot", "ok") for ground in ("paper", "card", "faint")]
    pairs += [("hot", "hotwash"), ("ok", "okwash"), ("ink", "wash"), ("card", "hot"), ("card", "ok"), ("card", "soft")]
    assert {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 1) for pair in pairs
            if contrast(colours[pair[0]], colours[pair[1]]) < 4.5} == {}  # fmt: skip
