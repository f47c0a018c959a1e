"""Streams: results on standard output, everything else on standard error, and errors that say what to do."""

import codecs
import io
import os
import sys
import traceback
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, TypeVar

from reachcheck.errors import ReachcheckError, UsageError
from reachcheck.message import msg

if TYPE_CHECKING:
    from reachcheck.formats.words import Words

INTERNAL = 70
INTERRUPTED = 130
_FOLDS = {
    "\u2019": "'", "\u00ab": '"', "\u00bb": '"', "\u2026": "...", "\u00b7": "-", "\u2212": "-", "\u0153": "oe",
    "\u0152": "OE",
}  # fmt: skip

Command = TypeVar("Command", bound=Callable[..., None])


def prepare_streams() -> None:
    """Never fail on a character that the terminal cannot show: write the nearest plain letter instead."""
    codecs.register_error("reachcheck.fold", _fold)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="reachcheck.fold")


def _fold(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    plain = "".join(_FOLDS.get(c) or unicodedata.normalize("NFKD", c) for c in text)
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return "".join(c if c.isascii() else "?" for c in kept), error.end


def shows_unicode(stream: TextIO) -> bool:
    """Whether block characters and typographic spaces arrive as they are."""
    return (getattr(stream, "encoding", None) or "").lower().replace("-", "") in ("utf8", "utf16", "utf32")


def is_terminal(stream: TextIO) -> bool:
    """Whether a person is watching this stream."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def write(text: str, output: str | None) -> None:
    """Write a result to a file, or to standard output as UTF-8."""
    if output is not None and output != "-":
        write_bytes(text.encode("utf-8"), Path(output))
    elif sys.stdout.isatty():
        to_stdout(lambda: print(text, end=""))
    else:
        to_stdout(lambda: _write_bytes(text))


def to_stdout(show: Callable[[], object]) -> None:
    """Show something; a reader who has seen enough and went away (``| head``) is no error."""
    try:
        show()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_bytes(text: str) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def write_bytes(data: bytes, path: Path) -> None:
    """Write a file; raises UsageError where it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(msg("cli.output.refused"), place=str(path), remedy=msg("cli.output.elsewhere")) from error


def reports_errors(command: Command) -> Command:
    """Turn errors into a few lines on standard error and an exit code."""

    @wraps(command)
    def guarded(*args: Any, **options: Any) -> None:
        try:
            command(*args, **options)
        except ReachcheckError as error:
            _explain(error, _words(options), bool(options.get("debug")))
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)
        except Exception as error:
            _apologise(error, _words(options), bool(options.get("debug")))

    return guarded  # type: ignore[return-value]


def _explain(error: ReachcheckError, words: "Words", debug: bool) -> NoReturn:
    if debug:
        _trace()
    print(words.say("cli.error", problem=error.problem), file=sys.stderr)
    if error.place:
        print(words.say("cli.where", place=error.place), file=sys.stderr)
    if error.remedy is not None:
        print(words.say("cli.remedy", remedy=error.remedy), file=sys.stderr)
    sys.exit(error.exit_code)


def _trace() -> None:
    """The traceback, in which an exception may quote a stranger's file."""
    from reachcheck.formats.clean import clean_lines

    print(clean_lines(traceback.format_exc()), file=sys.stderr)


def _apologise(error: Exception, words: "Words", debug: bool) -> NoReturn:
    if debug:
        _trace()
    # The exception's own text may hold rows of somebody's file: its name alone is shown.
    print(words.say("cli.internal", name=type(error).__name__), file=sys.stderr)
    sys.exit(INTERNAL)


def _words(options: Mapping[str, Any]) -> "Words":
    """The texts for an error, with those of plug-ins unless they are what the error is about."""
    from reachcheck.formats.words import Words

    more = None
    if options.get("plugins"):
        from reachcheck.plugins import load

        with suppress(ReachcheckError):
            more = load().texts
    return Words(str(options.get("lang", "en")), more=more)
