"""The rules in words: a list of all, and one in full."""

from collections.abc import Sequence
from dataclasses import dataclass

from reachcheck.formats.text.lines import BLANK, Line, labelled, line, plain, remarked
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.formats.words import Words
from reachcheck.results.fared import Fared
from reachcheck.results.finding import ErrorRate

GAP = 14


@dataclass(frozen=True, kw_only=True)
class Rate:
    """How often a rule flags honest years of accounts from `start` to `end` followers, by what is known of them."""

    known: str
    start: float
    end: float
    error: ErrorRate


@dataclass(frozen=True, kw_only=True)
class Card:
    """What is said of a rule beside its texts."""

    code: str
    family: str
    feeds_conduct: bool
    innocent: tuple[str, ...]
    rates: tuple[Rate, ...] = ()
    tested: tuple[Fared, ...] = ()
    """How many whole invented profiles it flags."""


def render_rules(cards: Sequence[Card], words: Words, width: int, *, unicode: bool = True) -> list[Line]:
    """All rules: code, title, family, and whether they feed the question what was done."""
    page = Page(words, width, unicode)
    rows: list[Line] = []
    for card in cards:
        lead = f"{card.code}  "
        title, family = words.name(f"rule.{card.code}", "title"), words.name("family", card.family)
        rows += remarked(title, family, page.width, len(lead), lead=lead, style="strong")
        rows += page.paragraph(words.name(f"rule.{card.code}", "looks_at"))
        rows += [*page.paragraph(_weight(card, words)), BLANK]
    return rows[:-1] if unicode else plain(rows[:-1])


def render_rule(card: Card, words: Words, width: int, *, unicode: bool = True) -> list[Line]:
    """One rule: what it looks at, needs and says, what else could cause a flag, how it errs."""
    rows = [line(f"{card.code}  {words.name(f'rule.{card.code}', 'title')}", "strong")]
    for label, text in _entries(card, words):
        rows += labelled(label, text, width, indent=INDENT, gap=GAP)
    return rows if unicode else plain(rows)


def _entries(card: Card, words: Words) -> list[tuple[str, str]]:
    def said(what: str) -> str:
        return words.name(f"rule.{card.code}", what)

    innocent = words.say("report.semicolon").join(words.name("innocent", event) for event in card.innocent)
    entries = [
        (words.say("rules.family"), words.name("family", card.family)),
        (words.say("rules.looks_at"), said("looks_at")),
        (words.say("rules.needs"), said("needs")),
        (words.say("rules.flagged"), said("flagged")),
        (words.say("rules.clear"), said("clear")),
        (words.say("rules.innocent"), innocent),
        (words.say("rules.errs"), said("errs")),
        *_rates(card, words),
        *_tested(card, words),
        (words.say("rules.weight"), _weight(card, words)),
        (words.say("rules.source"), said("source")),
    ]
    return [(label, text) for label, text in entries if text]


def _rates(card: Card, words: Words) -> list[tuple[str, str]]:
    """One entry for each kind of knowledge: the worst of the worlds, by size."""
    if not card.rates:
        return []
    first = card.rates[0].error
    entries = [
        (words.say("rules.rates"), words.say("rules.rates_of", worlds=first.worlds, n=first.n)),
        ("", words.say("rules.rates_unseen")),
    ]
    for known in dict.fromkeys(rate.known for rate in card.rates):
        cells = [
            words.say("rules.rate", start=r.start, end=r.end, share=r.error.share, unseen=r.error.unseen)
            for r in card.rates
            if r.known == known and r.error.unseen is not None
        ]
        said = words.say("rules.rates_known", known=words.name("founded_on", known), cells=tuple(cells))
        entries.append(("", said))
    return entries


def _tested(card: Card, words: Words) -> list[tuple[str, str]]:
    """Of whole profiles: the share flagged of all worlds, and of the worst, by size; or that nothing was measured."""
    label = "" if card.rates else words.say("rules.rates")
    if not card.tested:
        return [] if card.rates else [(label, words.say("rules.tested_never"))]
    if card.tested[0].who == "two_exports":
        (only,) = card.tested
        return [(label, words.say("rules.tested_twice", n=only.n, **_worst(only)))]
    entries = [(label, words.say("rules.tested_of")), *(("", _of_size(each, words)) for each in card.tested)]
    return [*entries, ("", words.say("rules.tested_else"))]


def _of_size(each: Fared, words: Words) -> str:
    told = words.say("rules.tested_size", start=each.start, end=each.end, n=each.n, **_worst(each))
    if each.looked is None or each.looked == 1:
        return told
    return words.say("report.semicolon").join((told, words.say("rules.tested_looked", looked=each.looked)))


def _worst(each: Fared) -> dict[str, float]:
    return {"share": each.share, "worlds": each.worlds, "low": each.most.low, "high": each.most.high}


def _weight(card: Card, words: Words) -> str:
    said = words.say("rules.feeds") if card.feeds_conduct else words.say("rules.feeds_not")
    return words.say("report.sentence", text=said)
