"""A rule in words, the same in the terminal and on its page."""

from dataclasses import dataclass

from reachcheck.formats.words import Words
from reachcheck.message import Message
from reachcheck.results.fared import Fared
from reachcheck.results.finding import ErrorRate

Entry = tuple[str, str]


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
    advised: bool = False
    """Whether there is something to say to the person whose profile it is."""


def entries(card: Card, words: Words) -> list[Entry]:
    """All that is said of a rule, each with its label; an empty label goes on with what stands before."""

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
        (words.say("rules.weight"), weight(card, words)),
        (words.say("rules.advice"), words.text(Message(f"advice.{card.code}")) if card.advised else ""),
        (words.say("rules.source"), said("source")),
    ]
    return [(label, text) for label, text in entries if text]


def _rates(card: Card, words: Words) -> list[Entry]:
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


def _tested(card: Card, words: Words) -> list[Entry]:
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


def weight(card: Card, words: Words) -> str:
    """Whether it feeds the question what was done to the count."""
    said = words.say("rules.feeds") if card.feeds_conduct else words.say("rules.feeds_not")
    return words.say("report.sentence", text=said)
