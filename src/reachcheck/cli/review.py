"""`reachcheck review`: look at some followers yourself, and see what your marks say of the list."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reachcheck.cli import _options as opt
from reachcheck.cli._console import is_terminal, reports_errors, write
from reachcheck.errors import UsageError
from reachcheck.message import msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from reachcheck.formats.text import Line
    from reachcheck.formats.words import Words
    from reachcheck.labels.sheet import Shown
    from reachcheck.method import Composition
    from reachcheck.model.dossiers import Dossiers

NAME = "review"
SUMMARY = "Look at some followers yourself."
HELP = """Pick followers to look at, and say what your marks tell of the whole list.

Thirty marks tell more than any comparison with other lists.

\b
  reachcheck review my-export/ --n 50 -o sheet.csv     pick, to fill in: yes, no, unsure
  reachcheck review my-export/ --marks sheet.csv       what your marks say
  reachcheck review my-export/ --ask -o sheet.csv      fill it in here
  reachcheck review my-export/ --marks sheet.csv --as-reference mine.toml
  reachcheck review my-export/ --marks sheet.csv --learn mine.json
  reachcheck review marked.csv --as followers --marks marked.csv --learn mine.json
"""


@reports_errors
def run(
    paths: opt.Paths,
    n: Annotated[int, typer.Option("--n", min=10, max=2000, help="How many followers to look at.")] = 50,
    seed: Annotated[int, typer.Option("--seed", help="Another number picks other followers.")] = 1,
    marks: Annotated[str | None, typer.Option("--marks", metavar="FILE", help="A sheet with your marks.")] = None,
    ask: Annotated[bool, typer.Option("--ask", help="Ask here, follower by follower.")] = False,
    as_reference: Annotated[
        str | None,
        typer.Option("--as-reference", metavar="FILE.toml", help="Save the marks to compare other lists with."),
    ] = None,
    learn: Annotated[
        str | None,
        typer.Option("--learn", metavar="FILE.json", help="Learn a model from the marks, for analyze --learned."),
    ] = None,
    output: opt.OutputFile = None,
    lang: opt.Language = opt.Lang.EN,
    mappings: opt.Mappings = None,
    role: opt.Role = None,
    platform: opt.Platform = None,
    handle: opt.Handle = None,
    width: opt.Width = None,
    plugins: opt.PlugIns = False,
    debug: opt.Debug = False,
) -> None:
    """Pick, ask, or estimate."""
    from reachcheck import pipeline, settings
    from reachcheck.labels import sheet as sheets

    if marks is None:
        _nothing_to_save(as_reference, learn)
    loaded = opt.plugged(plugins)
    words, method = opt.words_for(lang, loaded), settings.load().method
    dossiers = pipeline.read(paths, opt.read_options(mappings, role, None, platform, loaded), handle=handle)
    pipeline.only_one(dossiers)
    found = sheets.followers(dossiers, method.composition)
    if marks is None:
        picked = sheets.sheet(dossiers, found, n, seed)
        said = _asked(picked, words) if ask else [""] * len(picked)
        write(_csv(picked, said), output)
        return
    given = sheets.read_marks(marks)
    if as_reference is not None:
        from reachcheck.labels.reference import reference

        name = Path(as_reference).stem
        _save(reference(dossiers, found, given, name, method.composition), as_reference, words)
        if learn is None:
            return
    from reachcheck.cli._report import show_lines

    if learn is not None:
        text, told = _learned(dossiers, given, method.composition, words)
        _save(text, learn, words)
        show_lines(told, output, width)
        return
    from reachcheck.formats.text.review import render_review
    from reachcheck.labels.review import reviewed

    result = reviewed(sheets.strata(found, given), method.level)
    show_lines(lambda columns, unicode: render_review(result, words, columns, unicode=unicode), output, width)


def _nothing_to_save(as_reference: str | None, learn: str | None) -> None:
    """Raise UsageError where something is to be made of marks that are not given."""
    if learn is not None:
        raise UsageError(msg("learned.no_marks"), remedy=msg("learned.give_marks"))
    if as_reference is not None:
        raise UsageError(msg("review.no_marks"), remedy=msg("review.give_marks"))


def _save(text: str, path: str, words: "Words") -> None:
    write(text, path)
    print(words.say("review.saved", path=path), file=sys.stderr)


def _learned(
    dossiers: "Dossiers", marks: dict[str, str], method: "Composition", words: "Words"
) -> "tuple[str, Callable[[int, bool], list[Line]]]":
    """The file of a model learned from marks, and what is told of it."""
    from reachcheck.formats.text.learned import render_fitting
    from reachcheck.learned.marked import from_marks
    from reachcheck.learned.stored import written

    model, fitting = from_marks(dossiers, marks, method)
    return written(model), lambda columns, unicode: render_fitting(fitting, words, columns, unicode=unicode)


def _csv(picked: "list[Shown]", said: list[str]) -> str:
    from reachcheck.formats.to_csv import sheet
    from reachcheck.labels.sheet import COLUMNS

    rows = (
        (one.place, one.name, one.followers, one.following, one.posts, mark)
        for one, mark in zip(picked, said, strict=True)
    )
    return sheet(COLUMNS, rows)


def _asked(picked: "list[Shown]", words: "Words") -> list[str]:
    """The answers of whoever sits there; the rest stay empty once they stop."""
    if not is_terminal(sys.stdin):
        raise UsageError(msg("review.nobody_there"), remedy=msg("review.use_sheet"))
    from reachcheck.formats.clean import clean
    from reachcheck.labels.sheet import WORDS

    said = [""] * len(picked)
    print(words.say("review.ask_how"), file=sys.stderr)
    for at, one in enumerate(picked):
        figures = tuple(
            "?" if value is None else words.count(value) for value in (one.followers, one.following, one.posts)
        )
        line = words.say("review.ask", k=at + 1, n=len(picked), name=clean(one.name), figures=figures)
        answer = typer.prompt(line, default="", show_default=False, err=True).strip().lower()
        if answer in ("q", "quit"):
            break
        said[at] = WORDS.get(answer, "unsure") if answer else ""
    return [{"somebody": "yes", "nobody": "no"}.get(mark, mark) for mark in said]
