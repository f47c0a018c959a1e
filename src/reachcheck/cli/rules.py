"""`reachcheck rules`: what is looked at."""

from reachcheck.cli import _options as opt
from reachcheck.cli._console import reports_errors

NAME = "rules"
SUMMARY = "List all rules."
HELP = """List all rules: code, family, what each is about, and whether it feeds the question what was done.

\b
  reachcheck rules
  reachcheck explain GRO101
"""


@reports_errors
def run(
    lang: opt.Language = opt.Lang.EN,
    width: opt.Width = None,
    plugins: opt.PlugIns = False,
    debug: opt.Debug = False,
) -> None:
    """Print one entry a rule."""
    from reachcheck.cli._cards import cards
    from reachcheck.cli._report import show_lines
    from reachcheck.formats.text.rules import render_rules

    loaded = opt.plugged(plugins)
    words = opt.words_for(lang, loaded)
    show_lines(lambda columns, unicode: render_rules(cards(loaded), words, columns, unicode=unicode), None, width)
