"""The method: every threshold, read once from its versioned file, named by its hash."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from reachcheck.errors import SettingsError
from reachcheck.message import msg

Table = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Growth:
    """Thresholds of growth; the meaning of each stands beside it in the method file."""

    least_points: int
    windows: tuple[int, ...]
    drip: int
    scale: float
    pseudo_share: float
    pseudo_least: float
    drip_scale: float
    drip_pseudo_share: float
    drip_pseudo_least: float
    least_share: float
    least: float
    least_level: float
    sizes: tuple[float, ...]
    limits_named: Table
    limits_reach: Table
    limits_posts: Table
    join: float
    churn: float
    event_days: int
    step_windows: tuple[int, ...]
    step_threshold: float
    step_least: float
    days_before: int
    attention_ratio: float
    attention_allowance: float
    least_context_posts: int
    least_context_days: int
    month_share: float


@dataclass(frozen=True, kw_only=True)
class Churn:
    """Thresholds of follows that answer each other, and of follows taken back."""

    within_days: int
    day_least: int
    start_days: int
    days_least: int
    span_days: int
    least: float
    left_low: float


@dataclass(frozen=True, kw_only=True)
class Audience:
    """Thresholds of the audience."""

    weeks: int
    older_than_days: int
    least_group: int
    least_rest: int
    block_share: float
    block_least: float
    block_strength: float


@dataclass(frozen=True, kw_only=True)
class Answering:
    """When followers who came together respond as the others do."""

    share: float
    least: int


@dataclass(frozen=True, kw_only=True)
class Composition:
    """Thresholds of the card of followers and of what it says of a list."""

    one_sided: float
    very_one_sided: float
    few_posts: int
    few_followers: int
    follows_many: int
    mostly: float
    least_followers: int
    allowance: float
    drift: float
    level: float


@dataclass(frozen=True, kw_only=True)
class Maps:
    """Thresholds of follower maps."""

    least_followers: int
    order_level: float
    sorted_share: float
    older_than_days: float
    bin_days: float
    ranks: tuple[int, ...]
    bins: tuple[int, ...]
    strength: float
    least: float
    share: float
    roughness: float
    newcomer_days: tuple[float, ...]
    newcomer_shares: tuple[float, ...]
    newcomer_above: float
    newcomer_noise: float


@dataclass(frozen=True, kw_only=True)
class Engagement:
    """Readings of engagement, and thresholds of the shape of likes over posts."""

    likes_from_followers: float
    least_posts: int
    around: int
    far_off: float
    far_off_scale: float
    far_off_floor: float
    far_off_least: float
    carried: float
    telling: float
    even: float
    even_least: float
    step_posts: int
    step_posts_least: int
    step_days: int


@dataclass(frozen=True, kw_only=True)
class Community:
    """Thresholds of community."""

    least_posts: int
    crowd_least: int
    crowd_share: float
    crowd_strength: float
    once_share: float
    together_strength: float
    circle_least: int
    circle_posts: int
    circle_lift: float
    circle_level: float
    circle_most_posts: int
    small_circle_share: float
    small_circle_least: int


@dataclass(frozen=True, kw_only=True)
class Networks:
    """How networks are drawn by chance."""

    seed: int
    most_ties: int


@dataclass(frozen=True, kw_only=True)
class Constancy:
    """Thresholds of constancy."""

    long_silence_days: int


@dataclass(frozen=True, kw_only=True)
class Data:
    """Thresholds of the data themselves."""

    disagreement_share: float
    disagreement_least: float
    list_gap_share: float


@dataclass(frozen=True, kw_only=True)
class Judging:
    """Thresholds of the verdict."""

    strong_pieces: int
    inflated_upper_share: float
    inflated_strength: float
    hollow_least: float
    hollow_people: float
    hollow_some: float
    for_kinds: int
    repeat_rate_low: float
    repeat_least: int
    answered_low: float
    answered_least: int
    reciprocity_low: float
    mutual_least: int
    weeks_share: float
    weeks_least: int
    silence_days: int
    explained_least: float
    high_upper_share: float
    high_lower_share: float


@dataclass(frozen=True, kw_only=True)
class Method:
    """One version of the method; `name` is its version and the hash of its file."""

    name: str
    version: int
    level: float
    growth: Growth
    churn: Churn
    audience: Audience
    answering: Answering
    composition: Composition
    maps: Maps
    engagement: Engagement
    community: Community
    network: Networks
    constancy: Constancy
    data: Data
    verdict: Judging
    innocent: Mapping[str, tuple[str, ...]]


SECTIONS: Mapping[str, type] = {
    "growth": Growth,
    "churn": Churn,
    "audience": Audience,
    "answering": Answering,
    "composition": Composition,
    "maps": Maps,
    "engagement": Engagement,
    "community": Community,
    "network": Networks,
    "constancy": Constancy,
    "data": Data,
    "verdict": Judging,
}

S = TypeVar("S")


@cache
def load(version: int = 1) -> Method:
    """Read the shipped method of that version; raises SettingsError when there is none."""
    file = files("reachcheck.method") / f"{version}.toml"
    if not file.is_file():
        raise SettingsError(msg("method.absent", version=version))
    return parse(file.read_bytes())


def parse(content: bytes) -> Method:
    """A method from the bytes of its file; raises SettingsError on a key too many or too few."""
    table = tomllib.loads(content.decode())
    if wrong := {"version", "level", "innocent", *SECTIONS} ^ set(table):
        raise SettingsError(msg("method.keys", section="/", keys=tuple(sorted(wrong))))
    sections: dict[str, Any] = {name: _section(kind, table[name], name) for name, kind in SECTIONS.items()}
    innocent = {code: tuple(events) for code, events in table["innocent"].items()}
    name = f"{table['version']}-{hashlib.sha256(content).hexdigest()[:8]}"
    return Method(name=name, version=table["version"], level=table["level"], innocent=innocent, **sections)


def _section(kind: type[S], table: Mapping[str, Any], name: str) -> S:
    wanted = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if wrong := wanted ^ set(table):
        raise SettingsError(msg("method.keys", section=name, keys=tuple(sorted(wrong))))
    return kind(**{key: _frozen(value) for key, value in table.items()})


def _frozen(value: Any) -> Any:
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value
