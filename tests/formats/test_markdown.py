"""The report in Markdown says what the terminal says, in its order, and a stranger's text is nothing but text in it."""

import re

import pytest
import report_samples
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reachcheck.formats import markdown
from reachcheck.formats.markdown import MARKDOWN
from reachcheck.formats.text import render as text
from reachcheck.formats.words import Words
from reachcheck.results.report import Results

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SITES = ("{}", "# {}", "- {}: a", "  - {}", "**{}**: {}", "| a | b |\n| --- | ---: |\n| {} | {} |", "{} and {}")


def kinds(said: str) -> list[str]:
    found = PARSER.parse(said)
    return [token.type for one in found for token in (one, *(one.children or ()))]


def headings(said: str, level: str = "h2") -> list[str]:
    found = PARSER.parse(said)
    return [found[at + 1].content for at, one in enumerate(found) if one.type == "heading_open" and one.tag == level]


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_whatever_a_stranger_writes_is_one_code_span(written: str) -> None:
    shown = MARKDOWN.foreign(written)
    for site in SITES:
        assert kinds(site.replace("{}", shown)) == kinds(site.replace("{}", "`name`")), (site, written)


def test_the_order_is_that_of_the_terminal(nathan: Results) -> None:
    said = headings(markdown.render(nathan, Words("en")))
    shown = [line.text for line in text(nathan, Words("en"), 120)]
    titles = [title.upper() for title in said]
    places = [at for title in titles for at, line in enumerate(shown) if line.strip().startswith(title)]
    assert len(titles) > 8
    assert places == sorted(places)


def test_the_first_screen(nathan: Results) -> None:
    said = markdown.render(nathan, Words("en")).splitlines()
    assert said[0] == "# `@nathan` on X"
    assert "| **3,000** | **137 to 405** |" in said
    assert "## Inflated count" in said
    assert "| at most | **405** |" in "\n".join(said)


def test_innocent_explanations_stand_before_the_person_and_the_person_before_us(nathan: Results) -> None:
    said = markdown.render(nathan, Words("en"))
    card = said[said.index("### ! GRO101") :]
    at = [card.index(f"**{label}") for label in ("observed", "innocent?", "reply")]
    assert at == sorted(at)


@pytest.mark.parametrize("sample", ["nathan", "circle", "network"])
def test_french_has_its_spaces(sample: str) -> None:
    said = markdown.render(getattr(report_samples, sample)(), Words("fr"))
    assert not re.findall(r"[^\W\d_] [:;!%]", said)
    assert "[" not in said.replace("\\[", "")
