"""The rules in words: a list of all, and one in full."""

from collections.abc import Sequence

from reachcheck.formats.said.glossary import Term
from reachcheck.formats.said.rules import Card, entries, weight
from reachcheck.formats.text.lines import BLANK, Line, labelled, line, paragraph, plain, remarked
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.formats.words import Words

GAP = 14


def render_rules(cards: Sequence[Card], words: Words, width: int, *, unicode: bool = True) -> list[Line]:
    """All rules: code, title, family, and whether they feed the question what was done."""
    page = Page(words, width, unicode)
    rows: list[Line] = []
    for card in cards:
        lead = f"{card.code}  "
        title, family = words.name(f"rule.{card.code}", "title"), words.name("family", card.family)
        rows += remarked(title, family, page.width, len(lead), lead=lead, style="strong")
        rows += page.paragraph(words.name(f"rule.{card.code}", "looks_at"))
        rows += [*page.paragraph(weight(card, words)), BLANK]
    return rows[:-1] if unicode else plain(rows[:-1])


def render_rule(card: Card, words: Words, width: int, *, unicode: bool = True) -> list[Line]:
    """One rule: what it looks at, needs and says, what else could cause a flag, how it errs."""
    rows = [line(f"{card.code}  {words.name(f'rule.{card.code}', 'title')}", "strong")]
    for label, text in entries(card, words):
        rows += labelled(label, text, width, indent=INDENT, gap=GAP)
    return rows if unicode else plain(rows)


def render_terms(terms: Sequence[Term], width: int, *, unicode: bool = True) -> list[Line]:
    """Words and what they mean."""
    rows: list[Line] = []
    for term in terms:
        rows += [line(term.word, "strong"), *paragraph(term.means, width, INDENT)]
    return rows if unicode else plain(rows)
