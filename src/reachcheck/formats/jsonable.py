"""The small pieces that every JSON output is made of: numbers, strings, messages, sources."""

import json
import math
import re
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias

from reachcheck.formats.clean import seen
from reachcheck.formats.words import Words
from reachcheck.message import Message, Param
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.results.span import Span

Json: TypeAlias = dict[str, Any]


def dump(value: Json) -> str:
    """Sorted keys, two spaces, characters as they are; hidden characters escaped, so that a terminal stays safe."""
    return _escape(json.dumps(value, sort_keys=True, indent=2, ensure_ascii=False, allow_nan=False)) + "\n"


def dump_line(value: Json) -> str:
    """The same on one line."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return _escape(text) + "\n"


def number(value: float | None) -> float | None:
    """A number as it is in the results; whole ones without a fraction, none that is not finite."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if float(value).is_integer() else value


def string(value: str) -> str:
    """A string that every JSON parser takes: bytes that were no text are shown as such."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8")


def message(said: Message | None, words: Words) -> Json | None:
    """A message with its key, its parameters and its text."""
    if said is None:
        return None
    params = {name: _param(value, words) for name, value in said.params.items()}
    return {"key": said.key, "params": params, "text": string(words.text(said))}


def messages(said: Sequence[Message], words: Words) -> list[Json | None]:
    """Several messages."""
    return [message(one, words) for one in said]


def day(value: date | None) -> str | None:
    """An ISO date."""
    return None if value is None else value.isoformat()


def span(days: Span | None) -> Json | None:
    """The first and the last day of a stretch."""
    return None if days is None else {"from": day(days.start), "to": day(days.end)}


def source(record: SourceRecord, words: Words) -> Json:
    """What became of one file and each of its rows."""
    return {
        "file": string(record.file),
        "sha256": record.sha256,
        "reader": record.reader,
        "platform": record.platform or None,
        "role": record.role or None,
        "rows_read": record.rows_read,
        "rows_kept": record.rows_kept,
        "rows_reported": len(record.reported),
        "reported": [_note(record, note, words) for note in record.reported],
        "warnings": [_note(record, note, words) for note in record.warnings],
        "columns": {string(name): canonical for name, canonical in record.columns.items()},
        "unmatched": [string(name) for name in record.unmatched],
    }


def _note(record: SourceRecord, note: RowNote, words: Words) -> Json:
    place = string(record.place(note.row))
    return {"row": note.row if note.row >= 0 else None, "place": place, "what": message(note.what, words)}


def _param(value: Param, words: Words) -> Any:
    if isinstance(value, Message):
        return message(value, words)
    if isinstance(value, tuple):
        return [_param(item, words) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return string(value) if isinstance(value, str) else number(value)


def _escape(text: str) -> str:
    # Within JSON, characters that show nothing occur inside strings only, except for the line ends of the layout.
    return re.sub(r"[^\n]?[^\x20-\x7e\n]+", lambda found: _escaped(found[0]), text)


def _escaped(text: str) -> str:
    return "".join(char if plain else json.dumps(char)[1:-1] for char, plain in seen(text))
