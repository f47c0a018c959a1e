"""Where the invented samples are: beside the package in the wheel, in `data/` in a checkout."""

from pathlib import Path


def samples_folder() -> Path:
    """The folder of the samples."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "samples"
    return shipped if shipped.is_dir() else package.parents[1] / "data" / "samples"


def sample_names() -> tuple[str, ...]:
    """The names of all samples."""
    folder = samples_folder()
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir())) if folder.is_dir() else ()
