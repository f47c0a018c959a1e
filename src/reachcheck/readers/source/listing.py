"""The list of entries of a ZIP: counted before it is read, and what it says is checked before anything is unpacked."""

import struct
import warnings
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zipfile import ZipInfo

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg
from reachcheck.readers.source.member import Caps
from reachcheck.readers.source.unpack import ENCRYPTED, METHODS, opened

_ENTRY = b"PK\x01\x02"
_END, _FAR_END = b"PK\x05\x06", b"PK\x06\x06"
_END_SIZE, _FAR_SIZE, _LONGEST_COMMENT = 22, 76, 65535
_LOCAL_HEADER = 30
_LIST_FROM_CAP = 1 << 10
"""Bytes of the list of entries for each entry that is allowed."""


@dataclass(frozen=True)
class Listing:
    """The entries, and where the list of them begins."""

    entries: Sequence[ZipInfo]
    start: int


def read_listing(source: Path | bytes, place: str, most: int) -> Listing:
    """Read the list of entries; raises UnreadableError where it is too long, and BadZipFile where there is none."""
    with opened(source) as file:
        if _count(file, most) > most:
            raise too_many(most, place)
        file.seek(0)
        with warnings.catch_warnings(), zipfile.ZipFile(file) as archive:
            warnings.simplefilter("ignore")
            listing = Listing(archive.infolist(), archive.start_dir)
    if len(listing.entries) > most:
        raise too_many(most, place)
    if _overlaps(listing):
        raise UnreadableError(msg("source.overlap"), place=place, remedy=msg("source.broken_zip_remedy"))
    return listing


def too_many(most: int, place: str) -> UnreadableError:
    """What to say of too many entries."""
    return UnreadableError(msg("source.too_many_entries", cap=most), place=place, remedy=msg("source.too_large_remedy"))


def objection(entry: ZipInfo, caps: Caps) -> tuple[Message, Message] | None:
    """What speaks against unpacking an entry, and what to do about it."""
    if entry.flag_bits & ENCRYPTED:
        return msg("source.encrypted"), msg("source.encrypted_remedy")
    if entry.compress_type not in METHODS:
        return msg("source.method"), msg("source.encrypted_remedy")
    if entry.file_size > max(caps.ratio_from, caps.ratio * entry.compress_size):
        name = PurePosixPath(entry.orig_filename.replace("\\", "/")).name
        return msg("source.ratio", member=name, ratio=caps.ratio), msg("source.broken_zip_remedy")
    return None


def _count(file: BinaryIO, most: int) -> int:
    """How many entries the list holds by the look of it, whatever it says itself: each costs memory once it is read."""
    end = file.seek(0, 2)
    tail_from = max(0, end - _END_SIZE - _LONGEST_COMMENT - _FAR_SIZE)
    file.seek(tail_from)
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0:
        return 0
    size = 0
    with suppress(struct.error):
        (size,) = struct.unpack_from("<I", tail, at + 12)
        if tail[max(0, at - _FAR_SIZE) :].startswith(_FAR_END):
            (size,) = struct.unpack_from("<Q", tail, at - _FAR_SIZE + 40)
    if size > most * _LIST_FROM_CAP:
        return most + 1
    until = tail_from + at
    start = max(0, until - size - _FAR_SIZE)
    file.seek(start)
    return file.read(until - start).count(_ENTRY)


def _overlaps(listing: Listing) -> bool:
    """Whether packed bytes belong to two entries, or to an entry and the list of entries."""
    starts = sorted((entry.header_offset, _least_size(entry)) for entry in listing.entries)
    starts.append((listing.start, 0))
    return any(start + size > following for (start, size), (following, _) in pairwise(starts))


def _least_size(entry: ZipInfo) -> int:
    return _LOCAL_HEADER + len(entry.orig_filename) + entry.compress_size
