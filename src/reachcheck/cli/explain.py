"""`reachcheck explain CODE`: one rule in full."""

from typing import Annotated

import typer

from reachcheck.cli import _options as opt
from reachcheck.cli._console import reports_errors
from reachcheck.errors import UsageError
from reachcheck.message import msg

NAME = "explain"
SUMMARY = "Explain one rule."
HELP = """Explain one rule: what it looks at, what it needs, what else could cause a flag, and how it errs.

\b
  reachcheck explain GRO101
  reachcheck explain AUD201 --lang fr
"""


@reports_errors
def run(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a rule, e.g. GRO101.")],
    lang: opt.Language = opt.Lang.EN,
    width: opt.Width = None,
    plugins: opt.PlugIns = False,
    debug: opt.Debug = False,
) -> None:
    """Print the rule's card."""
    from reachcheck.cli._cards import cards
    from reachcheck.cli._report import show_lines
    from reachcheck.formats.text.rules import render_rule

    loaded = opt.plugged(plugins)
    known = {card.code: card for card in cards(loaded)}
    card = known.get(code.upper())
    if card is None:
        raise UsageError(msg("cli.explain.unknown", given=code), remedy=msg("cli.explain.known", known=tuple(known)))
    words = opt.words_for(lang, loaded)
    show_lines(lambda columns, unicode: render_rule(card, words, columns, unicode=unicode), None, width)
