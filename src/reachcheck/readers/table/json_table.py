"""JSON as a table: a list of objects, whole or one a line, with its nested names as columns."""

from collections.abc import Iterator

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.sources import RowNote, RowUnit
from reachcheck.readers.table.body import refuse_sparse
from reachcheck.readers.table.json_text import flatten, json_lines, read_json
from reachcheck.readers.table.raw import RawTable


def json_table(data: object, place: str) -> RawTable | None:
    """A list of objects as a table, or the only such list of an object; None where there is none or more than one."""
    if isinstance(data, list):
        return _objects_table(data, place, ()) if _holds_objects(data) else None
    if not isinstance(data, dict):
        return None
    lists = [(key, value) for key, value in data.items() if _holds_objects(value)]
    return _objects_table(lists[0][1], place, (lists[0][0],)) if len(lists) == 1 else None


def _holds_objects(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _objects_table(items: list[object], place: str, preamble: tuple[str, ...]) -> RawTable:
    flat: list[dict[str, str]] = []
    lines: list[int] = []
    reported: list[RowNote] = []
    for position, item in enumerate(items):
        if isinstance(item, dict):
            flat.append(_flat(item, f"{place}[{position}]"))
            lines.append(position)
        else:
            reported.append(RowNote(position, msg("table.not_an_object")))
    return _from_objects(flat, lines, reported, place, unit="index", preamble=preamble)


def _flat(item: dict[str, object], place: str) -> dict[str, str]:
    try:
        return flatten(item)
    except RecursionError as error:
        raise UnreadableError(msg("table.too_nested"), place=place, remedy=msg("table.json_remedy")) from error


def _from_objects(
    flat: list[dict[str, str]],
    lines: list[int],
    reported: list[RowNote],
    place: str,
    *,
    unit: RowUnit = "line",
    preamble: tuple[str, ...] = (),
) -> RawTable:
    names = dict.fromkeys(name for item in flat for name in item)
    refuse_sparse(sum(map(len, flat)), len(flat), len(names), place)
    return RawTable(
        header=tuple(names),
        rows=[[item.get(name, "").strip() for name in names] for item in flat],
        lines=lines,
        reported=tuple(reported),
        unit=unit,
        preamble=preamble,
    )


def read_json_lines(content: bytes, place: str) -> RawTable:
    """Read one JSON object a line; a line that is none is reported, a file without any is refused."""
    flat: list[dict[str, str]] = []
    lines: list[int] = []
    reported: list[RowNote] = []
    for number, item in json_values(content, place):
        if isinstance(item, RowNote):
            reported.append(item)
        elif isinstance(item, dict):
            flat.append(_flat(item, f"{place}:{number}"))
            lines.append(number)
        else:
            reported.append(RowNote(number, msg("table.not_an_object")))
    if not flat:
        raise UnreadableError(msg("table.no_objects"), place=place, remedy=msg("table.json_remedy"))
    return _from_objects(flat, lines, reported, place)


def json_values(content: bytes, place: str) -> Iterator[tuple[int, object]]:
    """The values of a file of one JSON value a line, with their 1-based lines; for a broken line a `RowNote`."""
    for number, line in enumerate(json_lines(content, place), 1):
        if not line.strip():
            continue
        try:
            yield number, read_json(line, place)
        except UnreadableError as error:
            column = error.problem.params["column"]
            yield number, RowNote(number, msg("table.json_line_broken", column=column))
