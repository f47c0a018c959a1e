"""What the bytes of a large file show at a glance, in whatever pieces they come."""

import pytest

from reachcheck.readers.table.survey import Survey, survey

PLAIN = b'Key,Text\na,1\nb,"two, three"\nc,"a ""b"" c"\n'


def seen(content: bytes, size: int | None = None) -> Survey:
    size = size or len(content) or 1
    return survey((content[at : at + size] for at in range(0, len(content), size)), ",", '"')


def test_rows_and_quotes_that_every_writer_makes_are_plain() -> None:
    assert seen(PLAIN) == Survey(lines=4, quoted=True, plain=True)
    assert seen(PLAIN.replace(b"\n", b"\r\n")) == Survey(lines=4, quoted=True, plain=True)
    assert seen(b"a,1\nb,2") == Survey(lines=2, quoted=False, plain=True)
    assert seen(b"") == Survey(lines=0, quoted=False, plain=True)


@pytest.mark.parametrize(
    "content",
    [
        b"a,1\nb,2\r\nc,3\n",
        b"a,1\r\nb,2\nc,3\r\n",
        b"a,1\rb,2\nc,3\n",
        b"a,1\n\nb,2\n",
        b"a,1\r\n\r\nb,2\r\n",
        b'a,b"c"d\nb,2\n',
        b'a, "b"\nb,2\n',
        b' "a",b\nb,2\n',
        b'a,"b" \nb,2\n',
        b'a,b\nb,"2" ',
        b'a,"b" ,c\nb,2,3\n',
    ],
)
@pytest.mark.parametrize("size", [1, 2, 3, 5, 1000])
def test_what_needs_thought_is_not_plain_in_whatever_pieces(content: bytes, size: int) -> None:
    assert not seen(content, size).plain


@pytest.mark.parametrize("size", range(1, len(PLAIN)))
def test_pieces_change_nothing(size: int) -> None:
    assert seen(PLAIN, size) == seen(PLAIN)
    windows = PLAIN.replace(b"\n", b"\r\n")
    assert seen(windows, size) == seen(windows)
