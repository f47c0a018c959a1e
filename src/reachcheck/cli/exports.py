"""`reachcheck exports`: which files help, and how to get them."""

from reachcheck.cli import _options as opt
from reachcheck.cli._console import reports_errors

NAME = "exports"
SUMMARY = "Say which files help and how to get them."
HELP = """Say which files can be read, what they hold, and how to request them from each platform.

\b
  reachcheck exports
  reachcheck exports --lang fr
"""


@reports_errors
def run(
    lang: opt.Language = opt.Lang.EN,
    width: opt.Width = None,
    plugins: opt.PlugIns = False,
    debug: opt.Debug = False,
) -> None:
    """Print the guide."""
    from reachcheck.cli._report import show_lines
    from reachcheck.facts.platforms import platforms
    from reachcheck.formats.text.guide import render_guide
    from reachcheck.readers.recognise import PLATFORM_READERS

    loaded = opt.plugged(plugins)
    words = opt.words_for(lang, loaded)
    more = () if loaded is None else tuple(reader.name for reader in loaded.readers)
    withheld = {name: facts.withheld for name, facts in platforms().items()}
    read = frozenset(name for reader in PLATFORM_READERS for name in reader.platforms)
    show_lines(
        lambda columns, unicode: render_guide(withheld, read, words, columns, more, unicode=unicode), None, width
    )
