"""`reachcheck explain CODE|WORD`: one rule in full, or what a word of the report means."""

from typing import TYPE_CHECKING, Annotated

import typer

from reachcheck.cli import _options as opt
from reachcheck.cli._console import reports_errors
from reachcheck.errors import UsageError
from reachcheck.message import msg

if TYPE_CHECKING:
    from reachcheck.formats.said.glossary import Term
    from reachcheck.formats.words import Words

NAME = "explain"
SUMMARY = "Explain one rule, or one word of the report."
HELP = """Explain one rule: what it looks at, what it needs, what else could cause a flag, and how it errs.

Or one word of the report, such as "real reach"; glossary gives them all.

\b
  reachcheck explain GRO101
  reachcheck explain AUD201 --lang fr
  reachcheck explain "real reach"
  reachcheck explain glossary
"""


@reports_errors
def run(
    code: Annotated[str, typer.Argument(metavar="CODE|WORD", help="The code of a rule, e.g. GRO101, or a word.")],
    lang: opt.Language = opt.Lang.EN,
    width: opt.Width = None,
    plugins: opt.PlugIns = False,
    debug: opt.Debug = False,
) -> None:
    """Print the rule's card."""
    from reachcheck.cli._cards import cards
    from reachcheck.cli._report import show_lines
    from reachcheck.formats.text.rules import render_rule, render_terms

    loaded = opt.plugged(plugins)
    known = {card.code: card for card in cards(loaded)}
    card = known.get(code.upper())
    words = opt.words_for(lang, loaded)
    if card is None:
        found = _terms(code, words)
        if not found:
            remedy = msg("cli.explain.known", known=tuple(known))
            raise UsageError(msg("cli.explain.unknown", given=code), remedy=remedy)
        show_lines(lambda columns, unicode: render_terms(found, columns, unicode=unicode), None, width)
        return
    show_lines(lambda columns, unicode: render_rule(card, words, columns, unicode=unicode), None, width)


def _terms(asked: str, words: "Words") -> "list[Term]":
    """The word that somebody asks about, or all of them."""
    from reachcheck.formats.said import glossary

    if asked.casefold() in ("glossary", "glossaire"):
        return list(glossary.terms(words))
    found = glossary.find(asked, words)
    return [] if found is None else [found]
