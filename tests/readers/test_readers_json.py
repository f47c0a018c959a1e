"""JSON as objects and as rows: strict, exact, and with the place of whatever breaks it."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sayable import with_remedy

from reachcheck.errors import ReachcheckError, UnreadableError
from reachcheck.message import Message, msg
from reachcheck.readers.asides import listening
from reachcheck.readers.table import RawTable, json_table, read_json, read_json_lines
from reachcheck.readers.table.json_text import limit


def refused(content: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read_json(content, "x.json")
    with_remedy(caught.value)
    return caught.value


def table(data: object) -> RawTable:
    found = json_table(data, "x.json")
    assert found is not None
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be"])
def test_encodings(encoding: str) -> None:
    assert read_json('{"é": [1]}'.encode(encoding), "x.json") == {"é": [1]}


@pytest.mark.parametrize(
    ("content", "key", "line", "column", "at"),
    [
        (b"", "table.json_broken", 1, 1, 1),
        (b'{\n "a": 1,\n "b" 2}', "table.json_broken", 3, 6, 17),
        (b"[1, 2", "table.json_broken", 1, 6, 6),
        (b"\n\n [1, 2", "table.json_broken", 3, 7, 9),
        (b'["NaN",\n NaN]', "table.json_no_number", 2, 2, 10),
        (b"[-Infinity]", "table.json_no_number", 1, 2, 2),
        (b"[1,\n2,\n NaN]", "table.json_no_number", 3, 2, 9),
        (b'["\\"", Infinity]', "table.json_no_number", 1, 8, 8),
        (b'["[[",\n' + b"[" * 100_000, "table.json_deep", 2, 200, 207),
        (b'{"a":' * 100_000, "table.json_deep", 1, 1001, 1001),
        (b'["' + b"1" * 5000 + b'",\n' + b"1" * 5000 + b"]", "table.json_huge_number", 2, 1, 5006),
        (b"[1,\n -1e400]", "table.json_huge_number", 2, 2, 6),
        (b"[" + b"1" * 400 + b".5]", "table.json_huge_number", 1, 2, 2),
        (b'["a",\n"\xff"]', "table.json_encoding", 2, 2, 8),
        (b'\n"\xff"', "table.json_encoding", 2, 2, 3),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(content: bytes, key: str, line: int, column: int, at: int) -> None:
    error = refused(content)
    assert error.problem.key == key
    assert (error.problem.params["line"], error.problem.params["column"]) == (line, column)
    assert at in (error.problem.params.get("at"), error.problem.params.get("byte"))
    assert error.place == f"x.json:{line}"


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (b'["\\ud83d\\ude00"]', ["\U0001f600"]),
        (b'["\\ud83d", {"\\udc00k": 1}]', ["\ufffd", {"\ufffdk": 1}]),
        (b'["\\\\ud83d", 1]', ["\\ud83d", 1]),
    ],
)
def test_halves_of_characters_are_replaced(content: bytes, value: object) -> None:
    assert read_json(content, "x.json") == value


def heard(content: bytes) -> list[Message]:
    with listening() as remarks:
        read_json(content, "x.json")
    return remarks


def test_a_key_that_stands_twice_is_remarked_on_by_its_name_and_the_last_value_counts() -> None:
    content = b'[{"id": 1, "id": 2, "a": {"b": 1, "c\\ud800": 2, "c\\ud800": 3}}, {"id": 1, "b": 1}]'
    assert read_json(content, "x.json") == [{"id": 2, "a": {"b": 1, "c\ufffd": 3}}, {"id": 1, "b": 1}]
    assert heard(content)[-1] == msg("table.json_repeated_keys", names=("c\ufffd", "id"))
    assert heard(b'[{"a": 1}, {"a": 1}]') == []


def test_of_many_repeated_keys_some_are_named() -> None:
    pairs = ", ".join(f'"k{number}": 1, "k{number}": 2' for number in range(20))
    (what,) = heard(f"[{{{pairs}}}, {{{pairs}}}]".encode())
    assert what.params["names"] == ("k0", "k1", "k2", "k3", "k4")


def test_halves_of_characters_are_remarked_on_once() -> None:
    assert heard(b'["\\ud83d", "\\udc00"]') == [msg("table.json_half_pairs")]
    assert heard(b'["\\ud83d\\ude00", "\\\\ud83d"]') == []


def test_nobody_need_listen() -> None:
    read_json(b'{"a": 1, "a": 2}', "x.json")
    with listening() as outer, listening() as inner:
        read_json(b'{"a": 1, "a": 2}', "x.json")
    assert (len(outer), len(inner)) == (0, 1)


def test_a_file_that_repeats_many_keys_on_many_lines_fills_no_report() -> None:
    with listening() as remarks:
        read_json_lines("\n".join(f'{{"k{n}": 1, "k{n}": 2}}' for n in range(100)).encode(), "x.jsonl")
    assert len(remarks) == 20


def test_a_list_of_objects() -> None:
    found = table([{"id": 9007199254740993, "ok": True, "bio": None, "rate": 0.1}, {"id": 2, "more": " x "}])
    assert found.header == ("id", "ok", "bio", "rate", "more")
    assert found.rows == [["9007199254740993", "true", "", "0.1", ""], ["2", "", "", "", "x"]]
    assert found.lines == [0, 1]
    assert found.unit == "index"
    assert found.rows_read == 2
    assert found.preamble == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [(1e22, "10000000000000000000000"), (1e-7, "0.0000001"), (2.0, "2.0"), (False, "false"), (10**30, "1" + "0" * 30)],
)
def test_scalars_are_exact_text(value: object, text: str) -> None:
    assert table([{"a": value}]).rows == [[text]]


def test_nested_objects_are_flattened() -> None:
    data = [{"a": {"b": {"c": 1}, "d": [{"e": "x", "f": 2}]}, "g": [], "h": {}, "i": [[3]], "j": [1, {"k": "é"}]}]
    found = table(data)
    assert found.header == ("a.b.c", "a.d.e", "a.d.f", "g", "h", "i", "j")
    assert found.rows == [["1", "x", "2", "", "", "3", '[1,{"k":"é"}]']]


def test_names_that_collide_are_made_distinct() -> None:
    found = table([{"a.b": 1, "a": {"b": 2}, "a.b (2)": 3}])
    assert found.header == ("a.b", "a.b (2)", "a.b (2) (2)")
    assert found.rows == [["1", "2", "3"]]


def test_the_only_list_of_objects_of_an_object() -> None:
    found = table({"version": 2, "friends": [{"name": "A"}], "empty": [], "words": ["x"]})
    assert found.preamble == ("friends",)
    assert found.rows == [["A"]]


@pytest.mark.parametrize("data", [None, 3, "x", [], [1, 2], {}, {"a": 1}, {"a": [{"b": 1}], "c": [{"d": 1}]}])
def test_what_is_no_table(data: object) -> None:
    assert json_table(data, "x.json") is None


def test_items_that_are_no_objects_are_reported() -> None:
    found = table([{"a": 1}, 2, None, {"a": 3}])
    assert found.lines == [0, 3]
    assert [(note.row, note.what.key) for note in found.reported] == [
        (1, "table.not_an_object"),
        (2, "table.not_an_object"),
    ]
    assert found.rows_read == 4


def test_too_deep_a_value_is_refused() -> None:
    deep: object = 1
    for _ in range(200_000):
        deep = [deep, 0]
    with pytest.raises(UnreadableError) as caught:
        json_table([{"a": deep}], "x.json")
    assert with_remedy(caught.value).problem.key == "table.too_nested"
    assert caught.value.place == "x.json[0]"


def test_objects_without_a_common_name_are_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        json_table([{f"k{number}": 1} for number in range(2000)], "x.json")
    assert caught.value.problem.key == "table.too_sparse"


def test_one_object_a_line() -> None:
    found = read_json_lines(b'{"a":1}\r\n\n{"a":{"b":"\xc3\xa9"}}\n{"a":\n[1]\n"\xff"\n', "x.jsonl")
    assert found.header == ("a", "a.b")
    assert found.rows == [["1", ""], ["", "é"]]
    assert found.lines == [1, 3]
    assert found.unit == "line"
    assert [(note.row, note.what.key) for note in found.reported] == [
        (4, "table.json_line_broken"),
        (5, "table.not_an_object"),
        (6, "table.json_line_broken"),
    ]
    assert found.reported[0].what.params == {"column": 6}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_lines_in_other_encodings(encoding: str) -> None:
    assert read_json_lines('{"a":"é"}\n{"a":"\u0a0a"}\n'.encode(encoding), "x").rows == [["é"], ["\u0a0a"]]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"1\n2\n", b"Date,Reach\n1,2\n"])
def test_lines_without_any_object_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_json_lines(content, "x.jsonl")
    assert with_remedy(caught.value).problem.key == "table.no_objects"
    assert caught.value.place == "x.jsonl"


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10)


@settings(deadline=None)
@given(VALUES)
def test_what_json_writes_is_read_back(value: object) -> None:
    assert read_json(json.dumps(value).encode(), "x") == json.loads(json.dumps(value))
    found = json_table(value, "x")
    assert found is None or all(len(row) == len(found.header) for row in found.rows)


@settings(deadline=None)
@given(st.lists(st.dictionaries(st.text("abc", min_size=1), st.integers(), min_size=1), min_size=1))
def test_lines_are_read_back(items: list[dict[str, int]]) -> None:
    found = read_json_lines("\n".join(map(json.dumps, items)).encode(), "x")
    for item, row in zip(items, found.rows, strict=True):
        assert {name: cell for name, cell in zip(found.header, row, strict=True) if cell} == {
            name: str(value) for name, value in item.items()
        }


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text('[]{}",:1eE+-.\\u d8NaIn\n').map(str.encode))
def test_any_bytes_are_json_or_unreadable(content: bytes) -> None:
    for reader in (read_json, read_json_lines):
        try:
            reader(content, "x")
        except ReachcheckError as error:
            assert isinstance(error, UnreadableError)


@pytest.mark.shared_data
def test_the_json_test_suite(shared_data: Path) -> None:
    files = sorted((shared_data / "hostile" / "JSONTestSuite" / "test_parsing").iterdir())
    outcomes: Counter[tuple[str, bool]] = Counter()
    for file in files:
        try:
            value = read_json(file.read_bytes(), file.name)
        except UnreadableError as error:
            outcomes[file.name[0], False] += 1
            assert {"line", "column"} < error.problem.params.keys(), file.name
            assert {"at", "byte"} & error.problem.params.keys(), file.name
        else:
            outcomes[file.name[0], True] += 1
            json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
            json_table(value, file.name)
    assert outcomes == {("y", True): 95, ("n", False): 188, ("i", True): 20, ("i", False): 15}


def test_a_limit_that_is_met_early_is_placed_at_the_start() -> None:
    assert limit(RecursionError(), "\n[[1]]").params == {"line": 1, "column": 1, "at": 1}
