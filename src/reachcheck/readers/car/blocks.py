"""A CAR file as blocks: where each begins and ends, found without decoding any.

A file is a header and then blocks, each led by its length; a block is its address (a CID) and its data.
"""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

HEADER = 1 << 12
"""Bytes that the header may have; usual ones have 58."""
BLOCK = 1 << 22
"""Bytes that one block may have; the network itself allows records of 1 MB."""
BLOCKS = 1_000_000
"""Blocks that a file may have; one of 20 years of daily posts has 100,000."""

_USUAL = b"\x01\x71\x12\x20"
"""How nearly all addresses begin: version 1, DAG-CBOR, SHA-256 of 32 bytes."""
_SHA256 = 0x12
"""How the oldest kind of address begins, which has no version."""


class CarError(ValueError):
    """The file is no CAR, or breaks off."""


class TooLargeError(ValueError):
    """A block, or their number, is beyond what an account can have."""


class Block(NamedTuple):
    """An address, and where the data that belong to it begin and end."""

    cid: bytes
    start: int
    end: int


def check(cid: bytes, data: bytes) -> bytes:
    """The data, once their sum is found to be the one in the address; raises CarError where it is another."""
    digest = cid[4:] if cid.startswith(_USUAL) else None
    if digest is not None and hashlib.sha256(data).digest() != digest:
        raise CarError("sum")
    return data


def header(content: bytes) -> tuple[int, int]:
    """Where the header lies."""
    length, start = _varint(content, 0)
    if not 0 < length <= HEADER or start + length > len(content):
        raise CarError("header")
    return start, start + length


def blocks(content: bytes) -> Iterator[Block]:
    """All blocks in their order; raises CarError where one breaks off, TooLargeError where there are too many."""
    _, at = header(content)
    count = 0
    while at < len(content):
        length, start = _varint(content, at)
        at = start + length
        count += 1
        if length > BLOCK or count > BLOCKS:
            raise TooLargeError
        if at > len(content):
            raise CarError("cut off")
        yield _block(content, start, at)


def _block(content: bytes, start: int, end: int) -> Block:
    data = start + 36 if content.startswith(_USUAL, start) else _address(content, start)
    if data > end:
        raise CarError("address")
    return Block(content[start:data], data, end)


def _address(content: bytes, start: int) -> int:
    """Where an address of any kind ends."""
    version, at = _varint(content, start)
    if version == _SHA256:
        return start + 34
    for _ in ("kind of data", "kind of sum"):
        _, at = _varint(content, at)
    length, at = _varint(content, at)
    return at + length


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """A number written in groups of seven bits, and where it ends."""
    value = 0
    for shift in range(0, 63, 7):
        if at >= len(content):
            raise CarError("cut off")
        byte = content[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise CarError("number")
