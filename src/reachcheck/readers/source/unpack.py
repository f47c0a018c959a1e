"""One entry of a ZIP, unpacked piece by piece in memory and believed in nothing: sizes, sum and end are all checked."""

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipInfo

METHODS = (ZIP_STORED, ZIP_DEFLATED)
"""The ways of packing that exports use; the others know dictionaries of gigabytes, or are too rare to trust."""
ENCRYPTED = 0x01
UTF8 = 0x800

_HEADER = struct.Struct("<4s5H3I2H")
_PIECE = 1 << 16


class LyingSizeError(BadZipFile):
    """An entry that unpacks to more than the list of entries says."""


@contextmanager
def opened(source: Path | bytes) -> Iterator[BinaryIO]:
    """The bytes of an archive, on disk or in memory."""
    with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
        yield file


class Unpacker:
    """Reads one entry from its start; raises BadZipFile (or zlib.error) where it is not what the list says it is."""

    def __init__(self, file: BinaryIO, entry: ZipInfo) -> None:
        self._file, self._entry = file, entry
        self._packed = entry.compress_size
        self._left = entry.file_size
        self._sum = 0
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS) if entry.compress_type == ZIP_DEFLATED else None
        file.seek(entry.header_offset)
        self._pass_header()

    def read(self, size: int) -> bytes:
        """At most `size` bytes; none at the end, when all has been found to be in order."""
        if self._left == 0:
            self._finish()
            return b""
        piece = self._piece(min(size, self._left + 1))
        self._left -= len(piece)
        self._sum = zlib.crc32(piece, self._sum)
        if self._left < 0:
            raise LyingSizeError("more than is said")
        return piece

    def _pass_header(self) -> None:
        """Check what stands before the entry itself, and go to its first byte."""
        header = self._file.read(_HEADER.size)
        if len(header) < _HEADER.size:
            raise BadZipFile("cut off")
        mark, _, flags, method, *_, length, extra = _HEADER.unpack(header)
        name = self._file.read(length).decode("utf-8" if flags & UTF8 else "cp437")
        alike = name == self._entry.orig_filename and method == self._entry.compress_type
        if mark != b"PK\x03\x04" or not alike or flags & ENCRYPTED:
            raise BadZipFile("the entry is another than the one listed")
        self._file.seek(extra, io.SEEK_CUR)

    def _piece(self, size: int) -> bytes:
        if self._inflate is None:
            if piece := self._packed_piece(size):
                return piece
            raise BadZipFile("less than is said")
        while not self._inflate.eof:
            taken = self._inflate.unconsumed_tail or self._packed_piece(_PIECE)
            if piece := self._inflate.decompress(taken, size):
                return piece
            if not taken:
                break
        raise BadZipFile("less than is said")

    def _packed_piece(self, size: int) -> bytes:
        piece = self._file.read(min(size, self._packed))
        self._packed -= len(piece)
        return piece

    def _finish(self) -> None:
        inflate = self._inflate
        while inflate is not None and not inflate.eof:
            taken = inflate.unconsumed_tail or self._packed_piece(_PIECE)
            if inflate.decompress(taken, 1):
                raise LyingSizeError("more than is said")
            if not taken:
                break
        ended = inflate is None or (inflate.eof and not inflate.unused_data)
        if not ended or self._packed or self._sum != self._entry.CRC:
            raise BadZipFile("another end or another sum than is said")
