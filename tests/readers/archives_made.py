"""Folders and archives that tests make, and what a source shows of them."""

import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from sayable import said

from reachcheck.errors import UnreadableError
from reachcheck.readers.source import CAPS, Caps, Source, open_source

Files = Mapping[str, bytes]

LIST = b"PK\x01\x02"
"""The mark before each entry of the list."""


def packed(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10)), content, method)
    return out.getvalue()


def patched(content: bytes, offset: int, form: str, value: int) -> bytes:
    """The same archive with another value in the first entry of its list."""
    out = bytearray(content)
    struct.pack_into(form, out, content.index(LIST) + offset, value)
    return bytes(out)


def write(folder: Path, files: Files) -> Path:
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return folder


def zipped(folder: Path, content: bytes | Files) -> str:
    place = folder / "export.zip"
    place.write_bytes(content if isinstance(content, bytes) else packed(content))
    return str(place)


def shown(source: Source) -> dict[str, bytes]:
    return {member.path: member.content for member in source.members}


def refused(path: str, caps: Caps = CAPS) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        for member in open_source(path, caps=caps).members:
            assert member.content is not None
    remedy = caught.value.remedy
    assert all(said(caught.value.problem) + (said(remedy) if remedy else []))
    return caught.value
