"""`reachcheck simulate`: whole invented candidates as export files, with the truth beside them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reachcheck.cli import _options as opt
from reachcheck.cli._console import is_terminal, reports_errors, to_stdout
from reachcheck.errors import UsageError
from reachcheck.message import msg

if TYPE_CHECKING:
    from reachcheck.formats.words import Words

NAME = "simulate"
SUMMARY = "Write invented exports, to try things on."
HELP = """Write the exports of invented people, to try reachcheck on what is known: nobody in them exists.

A scenario has lists of followers, posts and responses; a year of a world has days and posts, of 30 followers
to a million. DIR/candidates has a folder for each candidate; what was bought, and when, stands beside it in
DIR/truth.json.

\b
  reachcheck simulate --list
  reachcheck simulate circle-594 --seed 5 -o invented/
  reachcheck simulate third/bakery --followers 5000 --profiles 20 -o invented/
  reachcheck simulate third/bakery --purchase uneven-drip --share .3 -o bought/
  reachcheck simulate circle-594 --purchase lot --aged -o aged/
  reachcheck batch invented/candidates/
"""


class Purchase(StrEnum):
    """How bought accounts are delivered."""

    LOT = "lot"
    THREE_DAYS = "three-days"
    SEVERAL = "several"
    EVEN_DRIP = "even-drip"
    UNEVEN_DRIP = "uneven-drip"
    REFILL = "refill"


Name = Annotated[str | None, typer.Argument(metavar="NAME", help="A scenario or a world, see --list.")]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="DIR", help="A new or empty folder to write to.")]
Listing = Annotated[bool, typer.Option("--list", help="List the scenarios and worlds.")]
Followers = Annotated[
    int | None,
    typer.Option(
        "--followers",
        min=30,
        max=1_000_000,
        show_default=False,
        help="Followers at the start; else 1,000 in a world, and as many as a scenario has.",
    ),
]
Bought = Annotated[
    Purchase | None,
    typer.Option(
        "--purchase",
        metavar="HOW",
        show_default=False,
        help="Buy accounts: lot, three-days, several (lots, weeks apart), even-drip, uneven-drip (over a month), "
        "or refill (a lot that is topped up as its accounts go).",
    ),
]
Share = Annotated[
    float | None,
    typer.Option(
        "--share",
        min=0.001,
        max=20,
        show_default=False,
        help="How many to buy, as a share of the followers of the day before; else 0.2.",
    ),
]
Aged = Annotated[bool, typer.Option("--aged", help="Buy old accounts that look like anybody's; in scenarios.")]
Without = Annotated[
    list[str] | None, typer.Option("--without", metavar="EXPORT", help="An export to leave out. Repeatable.")
]
Profiles = Annotated[int, typer.Option("--profiles", min=1, max=2_000, help="How many candidates, a folder each.")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**32 - 1, help="The same seed, the same bytes.")]


@reports_errors
def run(
    name: Name = None,
    output: Output = None,
    listing: Listing = False,
    followers: Followers = None,
    purchase: Bought = None,
    share: Share = None,
    aged: Aged = False,
    without: Without = None,
    profiles: Profiles = 1,
    seed: Seed = 1,
    lang: opt.Language = opt.Lang.EN,
    debug: opt.Debug = False,
) -> None:
    """Write all candidates and the truth."""
    words = opt.words_for(lang)
    if listing:
        to_stdout(partial(_list, words))
        return
    if name is None or output is None:
        raise UsageError(msg("cli.simulate.incomplete"), remedy=msg("cli.simulate.complete"))
    from reachcheck.simulate.candidates import FOLDER, TRUTH, write
    from reachcheck.simulate.order import checked

    order = checked(
        name,
        followers=followers,
        purchase=None if purchase is None else str(purchase),
        share=share,
        aged=aged,
        profiles=profiles,
        seed=seed,
        without=tuple(without or ()),
    )
    folder = _empty(Path(output))
    try:
        with _progress(words, profiles) as progress:
            written = write(order, folder, progress)
    except OSError as error:
        raise UsageError(msg("cli.output.refused"), place=output, remedy=msg("cli.simulate.elsewhere")) from error
    said = words.say("cli.simulate.done", n=written, folder=str(folder / FOLDER), truth=str(folder / TRUTH))
    print(said, file=sys.stderr)


def _list(words: "Words") -> None:
    from reachcheck.simulate import catalogue

    print(words.say("cli.simulate.scenarios"))
    print(*(f"  {name}" for name in catalogue.scenarios()), sep="\n")
    print(words.say("cli.simulate.worlds"))
    print(*(f"  {name}" for name in catalogue.worlds()), sep="\n")


def _empty(folder: Path) -> Path:
    """The folder, if nothing is in it: what is invented must not lie among what is not."""
    try:
        occupied = folder.exists() and not (folder.is_dir() and next(folder.iterdir(), None) is None)
    except OSError as error:
        raise UsageError(msg("cli.output.refused"), place=str(folder), remedy=msg("cli.simulate.elsewhere")) from error
    if occupied:
        raise UsageError(msg("cli.simulate.occupied"), place=str(folder), remedy=msg("cli.simulate.elsewhere"))
    return folder


@contextmanager
def _progress(words: "Words", total: int) -> Iterator[Callable[[int], None]]:
    """A bar on standard error while somebody watches; nothing in logs and pipes."""
    if total == 1 or not is_terminal(sys.stderr):
        yield lambda number: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(words.say("cli.simulate.growing"), total=total)
        yield lambda number: bar.update(task, completed=number)
