"""Single files that are packed by themselves: .xz is unpacked under the caps, other kinds of archives are named."""

import lzma
from dataclasses import replace
from functools import partial

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.readers.source.member import Budget, Caps, Member

XZ = b"\xfd7zXZ\x00"
MEMORY = 128 << 20
"""Bytes that unpacking may take; the file itself says how many it wants, and usual ones want 9 MB."""

_OTHERS = {b"\x1f\x8b\x08": "GZ", b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "RAR"}


def unpacked(member: Member, budget: Budget) -> Member:
    """The member as its bytes are once unpacked, where its name says that it is packed; nothing is read yet."""
    if not member.path.lower().endswith(".xz"):
        return member
    return replace(member, opener=partial(_read, member, budget), pieces=None, file=None)


def refuse_archive(member: Member) -> None:
    """Raise UnreadableError for an archive of a kind that is not opened here, naming the kind."""
    kind = next((kind for magic, kind in _OTHERS.items() if member.head.startswith(magic)), None)
    if kind is not None:
        problem, remedy = msg("source.other_archive", kind=kind), msg("source.other_archive_remedy")
        raise UnreadableError(problem, place=member.name, remedy=remedy)


def _read(member: Member, budget: Budget, limit: int | None) -> bytes:
    packed = member.opener(None)
    if not packed.startswith(XZ):
        return packed[:limit]
    try:
        return budget.read(_Unpacker(packed, member.name, budget.caps), member.name, limit)
    except (lzma.LZMAError, EOFError) as error:
        problem, remedy = msg("source.broken_xz"), msg("source.broken_xz_remedy")
        raise UnreadableError(problem, place=member.name, remedy=remedy) from error


class _Unpacker:
    """Gives the unpacked bytes piece by piece; no more than an honest file could become."""

    def __init__(self, packed: bytes, place: str, caps: Caps) -> None:
        self._xz = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=MEMORY)
        self._packed, self._place, self._caps = packed, place, caps
        self._most = max(caps.ratio_from, caps.ratio * len(packed))
        self._given = 0

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end. Raises EOFError where the file ends before."""
        if self._xz.eof:
            return b""
        piece = self._xz.decompress(self._packed, size)
        self._packed = b""
        if not piece and not self._xz.eof:
            raise EOFError
        self._given += len(piece)
        if self._given > self._most:
            problem = msg("source.ratio", member=self._place, ratio=self._caps.ratio)
            raise UnreadableError(problem, place=self._place, remedy=msg("source.broken_xz_remedy"))
        return piece
