"""`reachcheck compare`: two profiles side by side, or one profile on two days."""

from typing import TYPE_CHECKING, Annotated

import typer

from reachcheck.cli import _options as opt
from reachcheck.cli._console import reports_errors, write

if TYPE_CHECKING:
    from reachcheck.model.dossiers import Dossiers
    from reachcheck.readers.base import ReadOptions
    from reachcheck.results.report import Results
    from reachcheck.settings import Settings

NAME = "compare"
SUMMARY = "Hold two profiles, or two days of one, side by side."
FORMATS = ("text", "html", "md", "json")
HELP = """Hold two profiles side by side, or one profile on two days: what differs, and between which limits.

One profile is one handle on one platform. Of it are told what became of what was flagged and, where both lists are
whole, which followers came and went. What is unknown on one side has no difference. Nobody is ranked.

\b
  reachcheck compare anna.zip ben.zip
  reachcheck compare march.zip september.zip
  reachcheck compare march/ september/ -o compared.html    one page with charts, to read, mail and print
  reachcheck compare march/ september/ -o compared.md
"""
Source = Annotated[str, typer.Argument(metavar="A", help="The first: a file, a folder or a ZIP.")]
Other = Annotated[str, typer.Argument(metavar="B", help="The second.")]


@reports_errors
def run(
    first: Source,
    second: Other,
    form: Annotated[
        str | None, typer.Option("-f", "--format", metavar="text|html|md|json", help="What to write.")
    ] = None,
    output: opt.OutputFile = None,
    lang: opt.Language = opt.Lang.EN,
    mappings: opt.Mappings = None,
    role: opt.Role = None,
    date_order: opt.DateOrders = None,
    platform: opt.Platform = None,
    plugins: opt.PlugIns = False,
    width: opt.Width = None,
    debug: opt.Debug = False,
) -> None:
    """Analyze both, compare, show."""
    from reachcheck.cli._report import show_lines
    from reachcheck.compared.compare import compare

    chosen = opt.output_format(form, output, "text", FORMATS)
    loaded = opt.plugged(plugins)
    words, settings = opt.words_for(lang, loaded), opt.settings_with(loaded)
    options = opt.read_options(mappings, role, date_order, platform, loaded)
    found = compare(_analyzed(first, options, settings), _analyzed(second, options, settings))
    if chosen == "json":
        from reachcheck.formats import to_json_compare

        write(to_json_compare.render(found, words), output)
    elif chosen == "html":
        from reachcheck.formats.html.comparison import render_comparison as as_page

        write(as_page(found, words), output)
    elif chosen == "md":
        from reachcheck.formats.markdown import render_comparison as as_markdown

        write(as_markdown(found, words), output)
    else:
        from reachcheck.formats.text import render_comparison as lines

        show_lines(lambda columns, unicode: lines(found, words, columns, unicode=unicode), output, width)


def _analyzed(path: str, options: "ReadOptions", settings: "Settings") -> "tuple[Dossiers, Results]":
    from reachcheck import pipeline

    dossiers = pipeline.read([path], options)
    return dossiers, pipeline.analyze_one(dossiers, settings, mode="recruiter")
