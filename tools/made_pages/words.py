"""The glossary in both languages, from the locale files."""

from collections.abc import Iterator

from made_pages.layout import page, prose
from reachcheck.formats.said.glossary import terms
from reachcheck.formats.words import Words

COLON = "\u202f: "
"""As French has it."""


def pages() -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text of each."""
    about = (
        'What a report means by its words. In the terminal: `reachcheck explain "real reach"`, or '
        "`reachcheck explain glossary` for all."
    )
    both = zip(terms(Words("en", strict=True)), terms(Words("fr", strict=True)), strict=True)
    parts = (f"### {e.word}\n\n{prose(e.means)}\n\n{prose(f'*{f.word}*{COLON}{f.means}')}" for e, f in both)
    yield "glossary.md", page("The words, in English and French", "the locale files", prose(about), *parts)
