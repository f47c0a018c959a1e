"""The committed samples are what the generator writes, byte for byte: it stays as it was before any rule was tuned."""

from pathlib import Path

import pytest

from reachcheck.simulate.files import COLUMNS, EXPORTS, render, write
from reachcheck.simulate.profiles import invent
from reachcheck.simulate.scenarios import SAMPLES, SCENARIOS

FOLDER = Path(__file__).parents[2] / "data" / "samples"
EVERY = sorted(SAMPLES)


@pytest.mark.parametrize("name", EVERY)
def test_committed_sample_is_what_is_written_now(name: str) -> None:
    invented = invent(name, SAMPLES[name])
    assert {p.name for p in (FOLDER / name).iterdir()} == {f"{export}.csv" for export in COLUMNS}
    for export, rows in invented.tables.items():
        assert (FOLDER / name / f"{export}.csv").read_bytes() == render(export, rows), export


def test_every_scenario_but_optional_ones_is_a_sample() -> None:
    assert {p.name for p in FOLDER.iterdir() if p.is_dir()} == set(SAMPLES) <= set(SCENARIOS)


def test_samples_stay_small() -> None:
    sizes = {name: sum(p.stat().st_size for p in (FOLDER / name).iterdir()) for name in EVERY}
    assert sum(sizes.values()) < 3_000_000
    assert sizes["nathan-3000"] < 400_000
    assert sizes["brand-page"] < 1_200_000


def test_readme_names_each_sample_and_its_seed() -> None:
    _, *parts = (FOLDER / "README.md").read_text(encoding="utf-8").split("\n- ")
    seeds = {part.split("`")[1]: " ".join(part.split()) for part in parts}
    assert set(seeds) == set(SAMPLES)
    for name, seed in SAMPLES.items():
        assert f"Invented by `reachcheck.simulate` with seed {seed};" in seeds[name]


@pytest.mark.parametrize("name", EVERY)
def test_same_seed_same_bytes_and_another_seed_other_people(name: str) -> None:
    first, again, other = (invent(name, seed) for seed in (3, 3, 4))
    assert all(render(e, first.tables[e]) == render(e, again.tables[e]) for e in COLUMNS)
    assert first.truth == again.truth
    assert {r[0] for r in first.tables["followers"]} != {r[0] for r in other.tables["followers"]}


def test_write_leaves_out_one_export_and_no_other(tmp_path: Path) -> None:
    invented = invent("new-account", 1)
    for export in EXPORTS:
        write(invented, tmp_path / export, without=export)
        assert {p.stem for p in (tmp_path / export).iterdir()} == set(COLUMNS) - {export}


@pytest.mark.parametrize("export", ["profile", "stories"])
def test_write_refuses_what_cannot_be_left_out(tmp_path: Path, export: str) -> None:
    with pytest.raises(ValueError, match=export):
        write(invent("new-account", 1), tmp_path, without=export)


def test_unknown_scenario() -> None:
    with pytest.raises(ValueError, match="nobody"):
        invent("nobody", 1)


def test_files_have_lf_only_and_end_with_one() -> None:
    for path in FOLDER.glob("*/*.csv"):
        data = path.read_bytes()
        assert b"\r" not in data and data.endswith(b"\n") and data.isascii()
