"""Point this at a reader: whatever its files are made into, it gives readings whose rows add up, or says why not.

    from harness import Seed, fuzz_reader

    def test_my_reader_survives_any_damage() -> None:
        fuzz_reader(READER, [Seed("followers_1.json", b'[{"string_list_data": []}]')])

`fuzz_reader` mutates the seeds (see mutations.py), gives each result to `claims` and `read` under a seed's own path,
and holds what every reader promises:

- `claims` says yes or no, or raises UnreadableError; `read` gives a Reading or raises ReachcheckError; nothing else;
- every row that was read is kept or reported once, and kept rows are those of the fragments;
- columns of a fragment are equally long, and whatever is remarked has a text in every language;
- what was read can be assembled, or says why not.

The seeds of all platform readers come from the fixtures in tests/exports: a reader with a module `made_<platform>.py`
there is fuzzed without a line here. A case that was found belongs among the tests of what it broke (tests/readers,
tests/exports), as small as it can be made.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import mutated
from variants import variants

from reachcheck.errors import ReachcheckError, UnreadableError
from reachcheck.formats.words import Words
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Reader, Reading, ReadOptions
from reachcheck.readers.recognise import recognise
from reachcheck.readers.source import Member, open_source

EXAMPLES = 40
"""Examples of one reader in an ordinary run."""
GUARDED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x3a\xa2\x65")
"""Begin files that are read in a process of their own (workbooks, repositories): fewer of them, as each takes long."""
WORDS = tuple(Words(lang, strict=True) for lang in ("en", "fr"))


@dataclass(frozen=True)
class Seed:
    """A valid file: the path by which a reader knows it, and its bytes."""

    path: str
    content: bytes

    @property
    def guarded(self) -> bool:
        """Whether reading it takes a process of its own."""
        return self.content.startswith(GUARDED)


def fuzz_reader(reader: Reader, seeds: Sequence[Seed], examples: int = EXAMPLES) -> None:
    """Read mutated seeds; raises AssertionError, or whatever a reader must not raise, for the smallest case."""
    for guarded, share in ((False, 1.0), (True, 0.1)):
        chosen = [seed for seed in seeds if seed.guarded == guarded]
        if chosen:
            _fuzz(reader, chosen, max(1, round(examples * share)))


def _fuzz(reader: Reader, seeds: Sequence[Seed], examples: int) -> None:
    contents = [seed.content for seed in seeds]
    paths = sorted({seed.path for seed in seeds})

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(path=st.sampled_from(paths), content=mutated(contents))
    def run(path: str, content: bytes) -> None:
        survives(reader, path, content)

    run()


def survives(reader: Reader, path: str, content: bytes) -> Reading | None:
    """Read one file as the pipeline would; None where it is refused."""
    member = Member(path, path, len(content), partial(_slice, content))
    try:
        reader.claims(member)
    except UnreadableError as error:
        _check_error(error)
    try:
        reading = reader.read(member, ReadOptions())
    except ReachcheckError as error:
        _check_error(error)
        return None
    except RecursionError:
        return None  # which the pipeline says by name
    check(reading)
    return reading


def _slice(content: bytes, limit: int | None) -> bytes:
    return content[:limit]


def check(reading: Reading) -> None:
    """Hold what a reading promises."""
    record = reading.record
    assert record.rows_read == record.rows_kept + len(record.reported)
    reported = {note.row for note in record.reported}
    assert len(reported) == len(record.reported)
    kept = {int(row) for fragment in reading.fragments for row in fragment.rows.row}
    assert len(kept) == record.rows_kept
    assert not kept & reported
    for fragment in reading.fragments:
        assert len({len(getattr(fragment.rows, field.name)) for field in fields(fragment.rows)}) == 1
    for note in (*record.reported, *record.warnings):
        assert record.place(note.row)
        assert all(words.text(note.what) for words in WORDS)
    try:
        assemble([reading])
    except ReachcheckError as error:
        _check_error(error)


def _check_error(error: ReachcheckError) -> None:
    said = [error.problem] + [error.remedy] * (error.remedy is not None)
    assert all(words.text(what) for words in WORDS for what in said if what is not None)


def seeds_by_reader() -> Mapping[str, list[Seed]]:
    """The members of all fixtures of exports, by the name of the reader that takes them; each content once."""
    found: dict[str, dict[Seed, None]] = {}
    for name, seed in _members():
        found.setdefault(name, {})[seed] = None
    return {name: list(seeds) for name, seeds in found.items()}


def _members() -> Iterator[tuple[str, Seed]]:
    for variant in variants().values():
        with TemporaryDirectory() as folder:
            for reader, member in recognise(open_source(str(variant.write(Path(folder))))).taken:
                yield reader.name, Seed(member.path, member.content)
