"""A page a rule and the list of all, from the card that `reachcheck explain` shows."""

from collections.abc import Iterator

from made_pages.layout import bullets, page, prose, table
from reachcheck.cli._cards import cards
from reachcheck.formats.said.rules import Card, entries
from reachcheck.formats.words import Words

EN, FR = Words("en", strict=True), Words("fr", strict=True)
SOURCE = "the rule, the method and the locale files"


def pages() -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text of each."""
    yield "rules/README.md", _all()
    for card in cards():
        yield f"rules/{card.code}.md", _one(card)


def _all() -> str:
    about = (
        "Each rule asks one question of the measures and says flagged, clear or unknown. Only rules that feed the "
        "question what was done to the count can count as evidence, and several that one innocent event would explain "
        "count once. Thresholds stand in [the method](../method.md), how often rules and verdict err in "
        "[accuracy](../accuracy.md), words in the [glossary](../glossary.md)."
    )
    rows = [
        (f"[{c.code}]({c.code}.md)", _title(c, EN), EN.name("family", c.family), "yes" if c.feeds_conduct else "no")
        for c in cards()
    ]
    return page("The rules", SOURCE, prose(about), table(("code", "about", "family", "feeds the question"), rows))


def _one(card: Card) -> str:
    shown = f"In the terminal: `reachcheck explain {card.code}`. [All rules](README.md)."
    french = f"## {_title(card, FR)}\n\n{_said(card, FR)}"
    return page(f"{card.code}: {_title(card, EN)}", SOURCE, _said(card, EN), prose(shown), french)


def _said(card: Card, words: Words) -> str:
    """Each entry a paragraph, and what goes on with it a list."""
    told: list[str] = []
    listed: list[str] = []
    for label, text in [*entries(card, words), ("end", "")]:
        if label and listed:
            told.append(bullets(listed))
            listed = []
        if not label:
            listed.append(text)
        elif text:
            told.append(prose(f"**{label[:1].upper()}{label[1:]}.** {text[:1].upper()}{text[1:]}"))
    return "\n\n".join(told)


def _title(card: Card, words: Words) -> str:
    return words.name(f"rule.{card.code}", "title")
