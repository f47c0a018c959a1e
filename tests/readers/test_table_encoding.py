"""Encodings found in pieces of a file are those that are found in the whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.errors import UnreadableError
from reachcheck.readers.table.encoding import Encoding, decode, find_encoding


def found(content: bytes, size: int) -> Encoding | tuple[str, object]:
    pieces = [content[start : start + size] for start in range(0, len(content), size)]
    try:
        return find_encoding(lambda: pieces, "x")
    except UnreadableError as error:
        return error.problem.key, error.problem.params


TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)
CONTENTS = st.one_of(
    st.binary(max_size=200),
    *(TEXTS.map(lambda text, name=name: text.encode(name)) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-32")),
    st.text(st.characters(codec="cp1252"), max_size=60).map(lambda text: text.encode("cp1252")),
    st.tuples(TEXTS, st.binary(max_size=3), TEXTS).map(lambda t: t[0].encode() + t[1] + t[2].encode()),
)


@settings(deadline=None, max_examples=100)
@given(content=CONTENTS, size=st.integers(8, 40))
def test_pieces_say_what_the_whole_says(content: bytes, size: int) -> None:
    """Where NULs show UTF-16 without a mark, the first piece decides: here all pieces are shorter than the sample."""
    if 0 in content and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return
    assert found(content, size) == found(content, max(1, len(content)))


@pytest.mark.parametrize(("content", "byte"), [(b"a\0b\0\x00\xd8", 4), (b"a\0" * 20 + b"\x00\xd8a\0", 40)])
@pytest.mark.parametrize("size", [4, 5, 7, 100])
def test_the_place_where_an_encoding_breaks_is_named(content: bytes, byte: int, size: int) -> None:
    assert found(b"\xff\xfe" + content, size) == ("table.encoding_broken", {"encoding": "utf-16-le", "byte": byte})


def test_a_mark_is_no_text() -> None:
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfa", "x") == ("a", None)
