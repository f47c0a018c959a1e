"""All of it: two results, each with the dossiers that it was made of."""

from reachcheck.compared.findings import changes
from reachcheck.compared.followers import turnover
from reachcheck.compared.measures import difference, real_reach, unchanged, without_readings
from reachcheck.model.dossiers import Dossiers
from reachcheck.results.comparison import Between, Comparison
from reachcheck.results.report import Person, Results


def compare(first: tuple[Dossiers, Results], second: tuple[Dossiers, Results]) -> Comparison:
    """The second against the first. One profile on two days if both name the same handle and platform."""
    before, after = first[1], second[1]
    one, same = is_one(before.profile, after.profile), _files(before) == _files(after)
    others = {measure.id: measure for measure in after.measures}
    pairs = ((measure, others[measure.id]) for measure in before.measures if measure.id in others)
    return Comparison(
        first=before,
        second=after,
        one_profile=one,
        same_files=same,
        differences=tuple(unchanged(a, b) if same else difference(a, b, independent=not one) for a, b in pairs),
        real_reach=Between(low=0.0, high=0.0) if same and before.real_reach else real_reach(before, after),
        without_readings=None if same else without_readings(before, after),
        turnover=turnover(first, second) if one else None,
        changes=changes(before, after) if one else (),
    )


def _files(results: Results) -> tuple[object, ...]:
    """What two results of the very same files have in common."""
    profile, hashes = results.profile, sorted(source.sha256 for source in results.sources)
    return (profile.handle, profile.platform, profile.as_of, hashes)


def is_one(first: Person, second: Person) -> bool:
    """Whether both are known to be one profile."""
    names = [(_handle(person.handle), person.platform) for person in (first, second)]
    return names[0] == names[1] and None not in names[0]


def _handle(handle: str | None) -> str | None:
    return None if handle is None else handle.removeprefix("@").lower()
