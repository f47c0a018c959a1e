"""What candidates answered: a folder with one sheet for each, named as the candidate."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from reachcheck.batches.plan import Candidate
from reachcheck.errors import UsageError
from reachcheck.message import msg
from reachcheck.model.dossiers import Dossiers
from reachcheck.replies.read import Sheet, read_sheet

Sheets = Mapping[str, Sheet]
"""By the name of the candidate, as `_plain` writes it."""
Read = Sequence[tuple[Candidate, Dossiers | Exception]]


def load(folder: str, order: str | None = None) -> Sheets:
    """The sheets of a folder; `order` ("dmy" or "mdy") says how days are written where a sheet does not show it.

    Raises UsageError where it is no folder, or holds two sheets of one name; and what `read_sheet` raises.
    """
    if not Path(folder).is_dir():
        raise UsageError(msg("batch.replies_no_folder"), place=folder, remedy=msg("batch.reply_names"))
    found: dict[str, Sheet] = {}
    for path in sorted(entry for entry in Path(folder).iterdir() if not entry.name.startswith(".")):
        if _plain(path.stem) in found:
            raise UsageError(msg("batch.reply_twice"), place=str(path), remedy=msg("batch.reply_names"))
        found[_plain(path.stem)] = read_sheet(str(path), order)
    return found


def spoken(read: Read, sheets: Sheets) -> list[list[Sheet | None]]:
    """The sheet of each profile of each candidate, None for who sent none or could not be read.

    A candidate is called as its folder or file is; one of a table of many as its handle. Raises UsageError for a sheet
    that is nobody's, or that two could have sent.
    """
    names = [_names(candidate, outcome) for candidate, outcome in read]
    for name, sheet in sheets.items():
        called = sum(name in each for several in names for each in several)
        if called != 1:
            what = msg("batch.reply_of_several") if called else msg("batch.reply_of_nobody")
            raise UsageError(what, place=sheet.record.file, remedy=msg("batch.reply_names"))
    return [[next((sheets[name] for name in each if name in sheets), None) for each in several] for several in names]


def _names(candidate: Candidate, outcome: Dossiers | Exception) -> list[tuple[str, ...]]:
    """How each profile of a candidate may be called."""
    if not isinstance(outcome, Dossiers):
        return [(_plain(candidate.name),)]
    handles = [_plain(handle or "") for handle in outcome.people.handle.decode()]
    if len(handles) == 1:
        return [tuple(dict.fromkeys((_plain(candidate.name), *filter(None, handles))))]
    return [(handle,) if handle else () for handle in handles]


def _plain(name: str) -> str:
    return name.strip().lstrip("@").casefold()
