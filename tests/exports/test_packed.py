"""However an export was packed again on its way, the same is read of it."""

import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path, PurePosixPath

import pytest
from dumped import dumped
from variants import Variant, variants

Files = Mapping[str, bytes]
Again = Callable[[Files, Path], Path]


def _zip(files: Files, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo("placeholder", (2026, 2, 3, 12, 0, 0))
            entry.filename = entry.orig_filename = name
            archive.writestr(entry, content)
    return path


def nested(files: Files, path: Path) -> Path:
    """Unpacked and packed again with its folder."""
    return _zip({f"My export/{path.stem}/{name}": content for name, content in files.items()}, path)


def by_macos(files: Files, path: Path) -> Path:
    """Packed again by a Mac, which adds a shadow of every file."""
    shadows = {f"__MACOSX/{PurePosixPath(name).parent}/._{PurePosixPath(name).name}": b"\0\5\26\7" for name in files}
    return _zip({**files, ".DS_Store": b"\0\0\0\1Bud1", **shadows}, path)


def with_back_slashes(files: Files, path: Path) -> Path:
    """Packed by a tool that writes names as Windows does."""
    return _zip({name.replace("/", "\\"): content for name, content in files.items()}, path)


def downloaded_again(files: Files, path: Path) -> Path:
    """A second download in the same folder: the archive's name has a number."""
    return _zip(files, path.with_name(f"{path.stem} (1){path.suffix}"))


def unpacked(files: Files, path: Path) -> Path:
    """Unpacked, and given as a folder of the archive's name."""
    folder = path.with_suffix("")
    for name, content in files.items():
        target = folder / name.replace("\\", "/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


WAYS = (nested, by_macos, with_back_slashes, downloaded_again, unpacked)


def tables(path: Path) -> list[str]:
    """The tables that are read, without the places of their rows."""
    parts = [part.splitlines() for part in dumped(path).split("\n\n") if part.startswith("table ")]
    found: list[str] = []
    for head, *rows in parts:
        found += [head, *sorted(row.rpartition("\t")[0] for row in rows)]
    return found


def zipped() -> dict[str, Variant]:
    """The variants that come as one ZIP."""
    with tempfile.TemporaryDirectory() as folder:
        places = {name: Path(folder) / name for name in variants()}
        for place in places.values():
            place.mkdir()
        return {name: variant for name, variant in variants().items() if is_archive(variant.write(places[name]))}


def is_archive(path: Path) -> bool:
    return path.suffix.lower() == ".zip" and zipfile.is_zipfile(path)


ZIPPED = zipped()


@cache
def read_once(name: str) -> tuple[dict[str, bytes], list[str], str]:
    """The files of a variant, what is read of them as they come, and the name that its archive has."""
    with tempfile.TemporaryDirectory() as folder:
        first = ZIPPED[name].write(Path(folder))
        with zipfile.ZipFile(first) as archive:
            files = {each: archive.read(each) for each in archive.namelist() if not each.endswith("/")}
        return files, tables(first), first.name


def test_most_platforms_come_zipped() -> None:
    assert len(ZIPPED) > 5


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("name", ZIPPED)
def test_packing_again_changes_nothing(name: str, way: Again, tmp_path: Path) -> None:
    files, read, archive = read_once(name)
    assert tables(way(files, tmp_path / archive)) == read
