"""The entry point: prepares the process, answers ``--version`` at once, and hands over to typer."""

import gc
import os
import sys
from typing import TYPE_CHECKING

from reachcheck.version import __version__

if TYPE_CHECKING:
    import typer

HELP = """Audit a follower count with the files that its owner exported: offline, with evidence and intervals.

\b
  reachcheck demo                          see a report on invented data
  reachcheck analyze my-export.zip         audit your own profile
  reachcheck batch candidates/ -o scores.csv
  reachcheck exports                       which files help, and how to get them

Results go to standard output, everything else to standard error.

\b
Exit codes: 0 done whatever the verdict, 1 only with --fail-on, 2 usage,
3 nothing readable, 4 part of a batch unreadable, 70 our own fault, 130 interrupted.
"""


def main() -> None:
    """Run the command line and exit with its code."""
    # Small arrays gain nothing from threads, and starting them costs more than most of our work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A tenth of a short run would go into looking for cycles among classes that are still being imported.
    gc.set_threshold(1_000_000, 50, 50)
    if sys.argv[1:] == ["--version"]:
        print(f"reachcheck {__version__}")
        return
    from reachcheck.cli._console import prepare_streams

    prepare_streams()
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        sys.exit(130)


def _run() -> int:
    """Run the command; what it cannot understand may be a stranger's file name that looks like an option."""
    import typer

    try:
        return int(build()(prog_name="reachcheck", standalone_mode=False) or 0)
    except typer.Abort:
        return 130
    except Exception as error:
        # typer brings its own click, whose errors have no name that all its versions know.
        show, code, said = (getattr(error, name, None) for name in ("show", "exit_code", "message"))
        if show is None or code is None:
            raise
        from reachcheck.formats.clean import clean_lines

        error.message = clean_lines(str(said))  # type: ignore[attr-defined]
        show()
        return int(code)


def build() -> "typer.Typer":
    """The command line with all its commands."""
    import typer

    from reachcheck.cli import _options as opt
    from reachcheck.cli import (
        analyze,
        batch,
        compare,
        demo,
        explain,
        exports,
        inspect,
        reply,
        review,
        rules,
        schema,
        simulate,
    )

    app = typer.Typer(
        help=HELP,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        pretty_exceptions_show_locals=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(opt.root)
    for module in (analyze, batch, compare, reply, review, inspect, exports, rules, explain, demo, simulate, schema):
        app.command(module.NAME, help=module.HELP, short_help=module.SUMMARY)(module.run)
    return app
