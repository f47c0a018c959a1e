"""The words of a report and what they mean, the same in the terminal and on their page."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining, normalize

from reachcheck.formats.locales import LANGUAGES
from reachcheck.formats.words import Words

TERMS = (
    "count", "real_reach", "accounts_reached", "bound", "fact", "estimate", "reading", "interval",
    "n", "denominator", "measure", "unknown", "engagement_rate", "response", "reciprocity",
    "follow_for_follow", "step", "drip", "block", "newcomers", "smallest_arrival", "composition",
    "one_sided", "conduct", "rule", "finding", "flagged", "clear", "innocent_event", "piece",
    "evidence", "verdict", "genuine_community", "mixed", "inflated_count", "not_assessable",
    "confidence", "need", "reply", "stated_event", "marks", "export", "source", "method",
)  # fmt: skip
"""In the order in which a report needs them."""


@dataclass(frozen=True)
class Term:
    """A word and what it means, in the language of the words it was asked with."""

    ident: str
    word: str
    means: str


def terms(words: Words) -> Iterator[Term]:
    """All of them."""
    for ident in TERMS:
        yield Term(ident, words.name(f"glossary.{ident}", "word"), words.name(f"glossary.{ident}", "means"))


def find(asked: str, words: Words) -> Term | None:
    """The term that somebody asks about by its word in any language, whatever its case, accents and hyphens."""
    wanted = _plain(asked)
    for all_words in (words, *(Words(lang) for lang in LANGUAGES)):
        for term, other in zip(terms(words), terms(all_words), strict=True):
            if wanted == _plain(other.word):
                return term
    return None


def _plain(text: str) -> str:
    letters = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return " ".join(letters.replace("-", " ").replace("_", " ").replace("\u2019", "'").split())
