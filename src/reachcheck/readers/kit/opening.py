"""From the bytes of a file to one table, whatever it is written in: delimited text, JSON, one JSON object a line."""

from collections.abc import Callable
from dataclasses import replace

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.sources import RowNote
from reachcheck.readers.aliases import known, roles_in
from reachcheck.readers.kit.titled import is_titled, read_titled
from reachcheck.readers.source import Member
from reachcheck.readers.source.member import HEAD
from reachcheck.readers.table import RawTable, json_table, read_json, read_json_lines, read_large, read_table
from reachcheck.readers.table.encoding import decode
from reachcheck.readers.table.json_text import json_lines

_INSIDE = frozenset(" \t\xa0,;|\0")
"""What a handle or an address does not hold."""
LINES = 20
"""How many lines are looked at to see whether they are divided alike."""


def is_table(head: bytes) -> bool:
    """Whether a file begins like delimited text, JSON or a list with a title (or is empty: reading it says so)."""
    try:
        text = _start(head)
    except UnreadableError:
        return False
    lines = [line for line in text.splitlines() if line.strip()][:LINES]
    if not lines or text.startswith(("[", "{", "<")) or known(lines[0]):
        return True
    return any(2 * sum(mark in line for line in lines) >= len(lines) for mark in ",;\t|")


def is_plain_list(head: bytes) -> bool:
    """Whether a file begins like a list without a title: one word, handle or address a line."""
    try:
        text = _start(head)
    except UnreadableError:
        return False
    lines = [line.strip() for line in text.splitlines() if line.strip()][:LINES]
    return bool(lines) and not text.startswith(("[", "{", "<")) and not any(set(line) & _INSIDE for line in lines)


def open_table(member: Member, knows: Callable[[str], bool] = known) -> tuple[RawTable, bool]:
    """The table of a file, and whether it is JSON; `knows` tells names of columns, where a header must be found.

    Raises UnreadableError where there is none or more than one.
    """
    text = _start(member.head, member.name)
    if not text.startswith(("[", "{")):
        if is_titled(text, knows, LINES):
            return read_titled(member.content, member.name), False
        table = read_large(member, knows) if member.is_large else read_table(member.content, member.name, knows)
        return table, False
    if is_json_lines(text):
        return read_json_lines(member.content, member.name), True
    return _json(read_json(member.content, member.name), member.name), True


def read_items(member: Member) -> list[object]:
    """What a JSON file holds: the entries of a list, one thing alone, or one a line (None where a line is broken)."""
    if not is_json_lines(_start(member.head, member.name)):
        data = read_json(member.content, member.name)
        return data if isinstance(data, list) else [data]
    return [_line(line) for line in json_lines(member.content, member.name) if line.strip()]


def _line(line: bytes) -> object:
    try:
        return read_json(line, "")
    except UnreadableError:
        return None


def _start(head: bytes, place: str = "") -> str:
    """The first lines as text; a character that the end of the head cuts in two is left away with its line."""
    cut = len(head) >= HEAD and 0 not in head
    return decode(head.rpartition(b"\n")[0] or head if cut else head, place)[0].lstrip()


def is_json_lines(text: str) -> bool:
    """Whether text begins with one object a line, and has more than one line."""
    first, *rest = text.split("\n", 2)
    try:
        return isinstance(read_json(first.encode(), ""), dict) and any(map(str.strip, rest))
    except UnreadableError:
        return False


def open_lists(member: Member) -> tuple[RawTable, ...]:
    """The lists of a JSON object whose keys each say another role, such as followers and following; none elsewhere."""
    text = _start(member.head, member.name)
    if not text.startswith("{") or is_json_lines(text):
        return ()
    data = _objects(read_json(member.content, member.name))
    if not isinstance(data, dict):
        return ()
    said = {key: roles_in(key) for key, value in data.items() if isinstance(value, list) and value}
    keys = [key for key, roles in said.items() if len(roles) == 1]
    if len(keys) < 2 or len({roles for key, roles in said.items() if key in keys}) < len(keys):
        return ()
    tables = [table for key in keys if (table := json_table({key: data[key]}, member.name)) is not None]
    beside = tuple(key for key in data if key not in keys)
    if len(tables) > 1 and beside:
        tables[0] = replace(tables[0], warnings=(RowNote(-1, msg("generic.beside_list", keys=beside)),))
    return tuple(tables) if len(tables) > 1 else ()


def _json(data: object, place: str) -> RawTable:
    """A list of objects or handles, alone or the only one of an object; or one object, which is a row."""
    data = _objects(data)
    lists = [key for key, value in data.items() if isinstance(value, list) and value] if isinstance(data, dict) else []
    table = json_table([data] if isinstance(data, dict) and data and not lists else data, place)
    if table is None:
        problem = msg("generic.several_lists", keys=tuple(lists)) if len(lists) > 1 else msg("generic.no_list")
        raise UnreadableError(problem, place=place, remedy=msg("generic.json_remedy"))
    beside = tuple(key for key in data if key not in table.preamble) if isinstance(data, dict) and lists else ()
    if not beside:
        return table
    return replace(table, warnings=(*table.warnings, RowNote(-1, msg("generic.beside_list", keys=beside))))


def _objects(data: object) -> object:
    """Lists of handles become lists of objects: a bare one, and those whose key says that they hold people."""
    if isinstance(data, dict):
        return {key: _objects(value) if roles_in(key) else value for key, value in data.items()}
    if isinstance(data, list) and all(isinstance(item, str) for item in data):
        return [{"handle": item} for item in data]
    return data
