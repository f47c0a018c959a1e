"""The columns of a sheet, as each language calls them: what stands there already, and what the person writes."""

from collections.abc import Mapping, Sequence

FINDING, SEEN, DAYS, FOLLOWERS, ROWS, INNOCENT = "finding", "seen", "days", "followers", "rows", "innocent"
WORDS, HAPPENED, DAY, LINK, KEY = "words", "happened", "day", "link", "key"

NAMES: Mapping[str, Mapping[str, str]] = {
    "en": {
        FINDING: "finding",
        SEEN: "what was seen",
        DAYS: "days",
        FOLLOWERS: "how many",
        ROWS: "rows",
        INNOCENT: "innocent explanations",
        WORDS: "your words",
        HAPPENED: "what happened",
        DAY: "on which day",
        LINK: "link",
        KEY: "key (leave as it is)",
    },
    "fr": {
        FINDING: "constat",
        SEEN: "ce qui a été vu",
        DAYS: "jours",
        FOLLOWERS: "combien",
        ROWS: "lignes",
        INNOCENT: "explications anodines",
        WORDS: "vos mots",
        HAPPENED: "ce qui s’est passé",
        DAY: "quel jour",
        LINK: "lien",
        KEY: "clé (à laisser telle quelle)",
    },
}
"""In the order in which they stand on the sheet."""
ANSWERED = (WORDS, HAPPENED, DAY, LINK)
MARKS: Mapping[str, str] = {"en": ",", "fr": ";"}
"""What divides the cells of a sheet so that the spreadsheets of that language open it as a table."""
ORDERS: Mapping[str, str | None] = {"en": None, "fr": "dmy"}
"""How 03/04 is meant on a sheet in that language; in English it has two meanings."""


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("\u2019", "'").split())


_MEANT = {_plain(name): (ident, lang) for lang, names in NAMES.items() for ident, name in names.items()}
_MEANT |= {"key": (KEY, "en"), "clé": (KEY, "fr"), "cle": (KEY, "fr")}


def known(name: str) -> bool:
    """Whether a cell names a column of a sheet."""
    return _plain(name) in _MEANT


def meant(header: Sequence[str]) -> tuple[dict[str, int], str]:
    """Where each column of a sheet stands, and the language of the sheet."""
    found: dict[str, int] = {}
    langs = []
    for at, name in enumerate(header):
        ident, lang = _MEANT.get(_plain(name), ("", ""))
        if ident:
            found.setdefault(ident, at)
            langs.append(lang)
    return found, max(NAMES, key=langs.count)
