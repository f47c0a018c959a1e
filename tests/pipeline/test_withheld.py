"""What a platform gives to nobody, and is in the files all the same, comes from elsewhere: the report says so."""

from pathlib import Path

import reachcheck

ABOUT = ("note.from_elsewhere", "note.withheld")
WITHHELD = ("responses", "followers_created", "followers_figures")
"""What Instagram gives to nobody."""


def notes(*paths: Path) -> dict[str, object]:
    found = reachcheck.analyze(list(paths)).notes
    return {note.key: note.params["exports"] for note in found if note.key in ABOUT}


def test_what_nobody_is_given_is_told_as_given_to_nobody(samples: Path) -> None:
    nathan = samples / "nathan-3000"
    assert notes(nathan / "profile.csv", nathan / "posts.csv") == {"note.withheld": WITHHELD}


def test_what_is_there_all_the_same_comes_from_elsewhere(samples: Path) -> None:
    nathan = samples / "nathan-3000"
    assert notes(nathan) == {"note.from_elsewhere": WITHHELD}
    some = [nathan / f"{name}.csv" for name in ("profile", "posts", "followers", "daily")]
    assert notes(*some) == {"note.from_elsewhere": WITHHELD[1:], "note.withheld": WITHHELD[:1]}
