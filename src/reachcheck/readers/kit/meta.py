"""The entries of Meta's exports, in whichever of their forms: a list of texts, a map of texts, labels with values."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reachcheck.message import msg
from reachcheck.model.columns import Times
from reachcheck.model.enums import Completeness, SinceKind
from reachcheck.readers.aliases import meanings, normal
from reachcheck.readers.kit.objects import first_of, items_of, objects_of, repair, text_of, times_of
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.values import handles

DEEPEST = 8
"""So deep labels are nested at most; what lies deeper is left alone."""

_PROFILE = re.compile(
    r"(?:https?://)?(?:www\.)?(?:instagram\.com|threads\.(?:net|com))/+"
    r"(?:(?:_u/|@)?(?P<plain>[\w.]+)/?(?:[?#].*)?|(?:stories/|@)(?P<deep>[\w.]+)(?:/.*)?)",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
_PAGES = frozenset(("p", "reel", "reels", "tv", "stories", "explore", "accounts", "direct"))
"""Addresses that begin like a profile's, and are none."""
_MEDIA_ID = re.compile(r"(?:^|[/_])(\d{15,20})\.\w{2,5}", re.ASCII)
_HANDLE = re.compile(r"[\w.-]+")
_USER_NAMES = frozenset(("gebruikersnaam", "nome utente"))
"""What Dutch and Italian exports call it; the other languages stand among the names of columns."""


@dataclass(frozen=True)
class Labelled:
    """A value under a label, which is in the language of the account."""

    label: str
    value: str = ""
    href: str = ""
    stamp: object = None
    """Seconds since 1970."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry; `value`, `href` and `stamp` are its own, or those of the first text that it lists."""

    title: str = ""
    value: str = ""
    href: str = ""
    stamp: object = None
    fields: tuple[Labelled, ...] = ()
    media: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Entries:
    """The entries of one file, the account of them, and what the file says of itself."""

    items: Sequence[Entry]
    rows: Rows
    root: str | None = None
    """The key that the list stands under."""
    exact: SinceKind = SinceKind.EXACT
    """How exactly times are known."""
    completeness: Completeness = Completeness.UNKNOWN
    exported_at: str | None = None
    """ISO date."""

    def times(self) -> Times:
        """When each entry was; what is no time is remarked on."""
        return times_of([item.stamp for item in self.items], self.rows)


def json_entries(data: object, place: str, *roots: str) -> Entries:
    """The entries of a list, or of the one under the first of these root keys that is there.

    Raises UnreadableError where there is no list.
    """
    root = next((root for root in roots if isinstance(data, dict) and root in data), None)
    objects, rows = objects_of(items_of(data, place, *roots))
    several = [n for n, item in enumerate(objects) if len(_dicts(item.get("string_list_data"))) > 1]
    rows.warn(several, lambda _: msg("meta.first_of_several"))
    return Entries(items=[_entry(item) for item in objects], rows=rows, root=root)


def _entry(item: Mapping[str, object]) -> Entry:
    first = first_of(item.get("string_list_data"))
    fields = (*_mapped(item.get("string_map_data")), *_labelled(item.get("label_values"), DEEPEST))
    media = tuple(_media(item))
    stamps = [first.get("timestamp"), item.get("timestamp"), item.get("creation_timestamp")]
    stamps += [each.get("creation_timestamp") for each in media[:1]] + [each.stamp for each in fields]
    return Entry(
        title=text_of(item.get("title")),
        value=text_of(first.get("value")),
        href=text_of(first.get("href")),
        stamp=next(filter(None, stamps), None),
        fields=fields,
        media=media,
    )


def _mapped(fields: object) -> Iterator[Labelled]:
    for key, value in fields.items() if isinstance(fields, dict) else ():
        if isinstance(value, dict):
            yield _of(repair(key), value)


def _labelled(values: object, deepest: int) -> Iterator[Labelled]:
    """Values with their labels; those of a nested group stand as if they were not nested."""
    for item in values if isinstance(values, list) and deepest else ():
        if isinstance(item, dict):
            if "value" in item or "href" in item:
                yield _of(text_of(item.get("label")) or text_of(item.get("title")), item)
            yield from _labelled(item.get("dict"), deepest - 1)


def _of(label: str, item: Mapping[str, object]) -> Labelled:
    stamp = item.get("timestamp") or item.get("timestamp_value")
    return Labelled(label, text_of(item.get("value")), text_of(item.get("href")), stamp)


def _media(item: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """Pictures and videos of an entry: its own, those under a label, those of a map; or the one that it is."""
    mapped = item.get("media_map_data")
    groups = [item.get("media"), *(each.get("media") for each in _dicts(item.get("label_values")))]
    groups += [list(mapped.values()) if isinstance(mapped, dict) else None, [item] if "uri" in item else None]
    for group in groups:
        yield from _dicts(group)


def _dicts(value: object) -> list[dict[str, object]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def key_of(entry: Entry) -> str | None:
    """By what a post is told from others: the number that ends its file's name, else the file's place.

    Past insights show the same post by a smaller picture elsewhere, whose name ends with the same number.
    """
    uri = next((uri for each in entry.media if (uri := text_of(each.get("uri")))), "")
    number = _MEDIA_ID.search(uri)
    return number[1] if number else uri or None


def user_name(entry: Entry) -> str | None:
    """The handle that a label calls the user name."""
    named = (found.value for found in entry.fields if is_user_name(found.label))
    return next(filter(None, map(usable, named)), None)


def is_user_name(label: str) -> bool:
    """Whether a label says "user name" in one of the languages of exports."""
    return "handle" in meanings(label) or normal(label) in _USER_NAMES


def usable(text: str) -> str | None:
    """A handle in lower case; None for anything that cannot be one."""
    name = handles([text])[0]
    return name if name and _HANDLE.fullmatch(name) else None


def profile_in(address: str) -> str | None:
    """The handle of the account whose profile, story or thread an address is; None for any other address."""
    found = _PROFILE.fullmatch(address.strip())
    name = (found["plain"] or found["deep"] or "").lower() if found else ""
    return name if name and name not in _PAGES else None
