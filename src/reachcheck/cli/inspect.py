"""`reachcheck inspect`: what is read of the files, before anything is measured."""

from typing import Annotated

import typer

from reachcheck.cli import _options as opt
from reachcheck.cli._console import reports_errors

NAME = "inspect"
SUMMARY = "Show what can be read of the files."
HELP = """Show what can be read of the files: tables, rows kept and left out, columns and their meaning.

\b
  reachcheck inspect export.zip
  reachcheck inspect followers.csv --as followers --map handle="Compte"
  reachcheck inspect export.zip -f json
  reachcheck inspect export.zip -f md      a table for an issue or a mail
  reachcheck inspect sheet.csv --map likes="J'aime" --save-map sheet.toml
  reachcheck inspect next-sheet.csv --map sheet.toml
"""
FORMATS = ("text", "json", "md")


@reports_errors
def run(
    paths: opt.Paths,
    form: Annotated[str | None, typer.Option("-f", "--format", metavar="text|json|md", help="What to write.")] = None,
    output: opt.OutputFile = None,
    lang: opt.Language = opt.Lang.EN,
    mappings: opt.Mappings = None,
    role: opt.Role = None,
    date_order: opt.DateOrders = None,
    platform: opt.Platform = None,
    save_map: opt.SaveMap = None,
    width: opt.Width = None,
    plugins: opt.PlugIns = False,
    debug: opt.Debug = False,
) -> None:
    """Read and show what was read."""
    from reachcheck import pipeline
    from reachcheck.cli._console import write
    from reachcheck.cli._report import show_lines

    chosen = opt.output_format(form, output, "text", FORMATS)
    loaded = opt.plugged(plugins)
    options = opt.read_options(mappings, role, date_order, platform, loaded)
    inspection = pipeline.inspect(paths, options)
    words = opt.words_for(lang, loaded)
    opt.save_map(save_map, inspection.sources, options, words)
    if chosen == "json":
        from reachcheck.formats.to_json import render_inspection

        write(render_inspection(inspection, words), output)
    elif chosen == "md":
        from reachcheck.formats import markdown

        write(markdown.render_inspection(inspection, words), output)
    else:
        from reachcheck.formats.text import render_inspection as render_text

        show_lines(lambda columns, unicode: render_text(inspection, words, columns, unicode=unicode), output, width)
