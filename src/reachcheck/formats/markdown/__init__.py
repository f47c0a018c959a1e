"""Markdown for a wiki, an issue or a mail: laid out here, said where every readable format says it."""

from reachcheck.formats.markdown.blocks import page
from reachcheck.formats.markdown.compared import render_comparison
from reachcheck.formats.markdown.findings import findings
from reachcheck.formats.markdown.head import ends, header, lists, numbers, verdict
from reachcheck.formats.markdown.inline import Markdown
from reachcheck.formats.markdown.inspection import inspection
from reachcheck.formats.markdown.measures import context, measures, untold
from reachcheck.formats.markdown.person import advice, events, growth, needs, reply, what_if
from reachcheck.formats.markdown.sources import closing, remarks, sources
from reachcheck.formats.words import Words
from reachcheck.results.report import Inspection, Results

__all__ = ["render", "render_comparison", "render_inspection"]

MARKDOWN = Markdown()
SECTIONS = (
    header, numbers, verdict, lists, ends, growth, events, reply, findings, advice, needs, measures, what_if, untold,
    context, remarks, sources, closing,
)  # fmt: skip
"""In the order of the terminal."""


def render(results: Results, words: Words) -> str:
    """The report of one profile."""
    written = words.speaking_of(results.profile.noun).written_in(MARKDOWN)
    return page(block for section in SECTIONS for block in section(results, written))


def render_inspection(read: Inspection, words: Words) -> str:
    """What was read, before anything is measured."""
    return inspection(read, words.written_in(MARKDOWN))
