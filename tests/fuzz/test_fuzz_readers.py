"""Every reader, over every fixture of its exports, damaged in every way that is known."""

import pytest
from harness import EXAMPLES, Seed, fuzz_reader, seeds_by_reader, survives
from hypothesis import settings

from reachcheck.readers.base import Reader
from reachcheck.readers.recognise import READERS

SEEDS = seeds_by_reader()


@pytest.fixture(params=READERS, ids=lambda reader: reader.name)
def reader(request: pytest.FixtureRequest) -> Reader:
    found: Reader = request.param
    return found


def seeds(reader: Reader) -> list[Seed]:
    found = SEEDS.get(reader.name, [])
    assert found, f"no fixture in tests/exports is for {reader.name}"
    return found


def test_the_seeds_themselves_are_read(reader: Reader) -> None:
    assert any(survives(reader, seed.path, seed.content) for seed in seeds(reader) if not seed.guarded)


def test_a_reader_reads_or_refuses_whatever_its_files_are_made_into(reader: Reader) -> None:
    fuzz_reader(reader, seeds(reader), max(EXAMPLES, settings().max_examples // 2))


def test_a_reader_reads_or_refuses_the_files_of_all_others(reader: Reader) -> None:
    others = [seed for name, found in SEEDS.items() if name != reader.name for seed in found[:3] if not seed.guarded]
    for seed in others:
        survives(reader, seed.path, seed.content)


@pytest.mark.slow
def test_a_reader_survives_for_minutes(reader: Reader) -> None:
    fuzz_reader(reader, seeds(reader), 2000)
