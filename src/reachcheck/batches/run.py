"""Score every candidate through the one pipeline; a bad file costs one row."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reachcheck import pipeline
from reachcheck.asked import with_needs
from reachcheck.batches.plan import Candidate, plan
from reachcheck.batches.replies import Sheets, spoken
from reachcheck.errors import ReachcheckError, UsageError
from reachcheck.message import msg
from reachcheck.model.dossiers import Dossiers
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.mapping import check_found
from reachcheck.replies.answered import answered, with_replies
from reachcheck.replies.read import Sheet
from reachcheck.results.batch import Batch, BatchRow
from reachcheck.results.need import Need
from reachcheck.results.report import Results
from reachcheck.settings import Settings

MOST_REASONS = 3
NOBODYS = frozenset(("table.total_row", "generic.average_row", "table.repeated_header", "table.remark"))
"""Why rows of a sheet are left out that are nobody's."""
Progress = Callable[[int, int], None]


def score(
    paths: Sequence[str],
    options: ReadOptions,
    settings: Settings,
    progress: Progress | None = None,
    needs: Sequence[Need] = (),
    replies: Sheets | None = None,
) -> Batch:
    """One row a candidate, in input order: all that can be read is measured together as one `Dossiers`.

    `needs` are held against each of them, and change nothing else; no more do `replies`, beside which stands what the
    verdict would be. Raises UsageError where `options` name a column that none of those who can be read has, or a reply
    is nobody's.
    """
    planned = plan(paths, options.readers)
    candidates = planned.candidates
    options = replace(options, shared=len(candidates) > 1)
    read: list[tuple[Candidate, Dossiers | ReachcheckError]] = []
    ignored = list(planned.ignored)
    for done, candidate in enumerate(candidates):
        outcome = _read(candidate, options)
        if outcome is None:
            ignored.extend(candidate.paths)
        else:
            read.append((candidate, outcome))
        if progress is not None:
            progress(done + 1, len(candidates))
    readable = [outcome for _, outcome in read if isinstance(outcome, Dossiers)]
    if options.shared and readable:
        check_found([record for dossiers in readable for record in dossiers.sources], options)
    said = spoken(read, replies or {})
    return Batch(rows=_rows(read, said, settings, needs), ignored=tuple(ignored))


def _read(candidate: Candidate, options: ReadOptions) -> Dossiers | ReachcheckError | None:
    """The dossiers of a candidate, the error that prevents them, or None for what is no export at all."""
    try:
        dossiers = pipeline.read(candidate.paths, options)
    except ReachcheckError as error:
        strange = error.problem.key == "pipeline.no_export" and not candidate.named
        return None if strange else error
    if len(dossiers) > 1 and not candidate.many:
        names = tuple(name or "?" for name in dossiers.people.handle.decode()[:5])
        return UsageError(msg("batch.several_in_one", found=len(dossiers), names=names))
    return dossiers


def _rows(
    read: Sequence[tuple[Candidate, Dossiers | ReachcheckError]],
    said: Sequence[Sequence[Sheet | None]],
    settings: Settings,
    needs: Sequence[Need],
) -> tuple[BatchRow, ...]:
    readable = [
        (outcome, sheets) for (_, outcome), sheets in zip(read, said, strict=True) if isinstance(outcome, Dossiers)
    ]
    results = iter(with_needs(each, needs) for each in _analyzed(readable, settings))
    rows: list[BatchRow] = []
    for candidate, outcome in read:
        if isinstance(outcome, Dossiers):
            rows.extend(_row(candidate, next(results)) for _ in range(len(outcome)))
            rows.extend(_left_out(candidate, outcome) if len(outcome) > 1 else ())
        else:
            rows.append(_unreadable(candidate, outcome))
    return tuple(rows)


def _analyzed(readable: Sequence[tuple[Dossiers, Sequence[Sheet | None]]], settings: Settings) -> Iterator[Results]:
    """The results of all profiles in order, each with what the person replied."""
    if not readable:
        return
    together = Dossiers.join([with_replies(dossiers, sheets) for dossiers, sheets in readable])
    found = iter(pipeline.analyze(together, settings, mode="recruiter"))
    for dossiers, sheets in readable:
        for i, sheet in enumerate(sheets):
            results = next(found)
            yield results if sheet is None else answered(results, sheet, dossiers.one(i))


def _left_out(candidate: Candidate, dossiers: Dossiers) -> Iterator[BatchRow]:
    """The rows of a sheet of many candidates that could not be read: each may have been somebody."""
    for source in dossiers.sources:
        for note in source.reported:
            if note.what.key in NOBODYS:
                continue
            place = source.place(note.row)
            yield BatchRow(candidate=place, source=candidate.name, error=note.what, error_place=place)


def _row(candidate: Candidate, results: Results) -> BatchRow:
    reach, verdict = results.real_reach, results.verdict
    return BatchRow(
        candidate=results.profile.handle or candidate.name,
        source=candidate.name,
        platform=results.profile.platform,
        followers=results.profile.followers,
        real_reach_low=reach.low if reach else None,
        real_reach_high=reach.high if reach else None,
        conduct=results.conduct.level,
        verdict=verdict.label,
        confidence=verdict.confidence,
        reasons=(verdict.against + verdict.for_)[:MOST_REASONS],
        missing=tuple(missing.export for missing in verdict.missing),
        results=results,
    )


def _unreadable(candidate: Candidate, error: ReachcheckError) -> BatchRow:
    return BatchRow(candidate=candidate.name, source=candidate.name, error=error.problem, error_place=error.place)
