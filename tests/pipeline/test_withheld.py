"""What a platform gives to nobody, and is in the files all the same, comes from elsewhere: the report says so."""

from pathlib import Path

import reachcheck
from reachcheck.facts.platforms import platform

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


def test_columns_that_are_too_few_for_a_measure_are_there_all_the_same(samples: Path) -> None:
    assert notes(samples / "new-account") == {"note.from_elsewhere": WITHHELD}


def test_daily_figures_are_there_although_no_measure_needs_them_alone(tmp_path: Path) -> None:
    table = tmp_path / "daily.csv"
    table.write_text("platform,date,followers\nmastodon,2026-01-01,10\nmastodon,2026-01-02,11\n", encoding="utf-8")
    assert notes(table)["note.from_elsewhere"] == ("daily",)


def test_likes_that_the_owner_gave_elsewhere_are_no_answers(tmp_path: Path) -> None:
    (tmp_path / "profile.csv").write_text("handle,platform,followers\nada,threads,9\n", encoding="utf-8")
    acts = tmp_path / "responses.csv"
    acts.write_text("who,post,kind,direction\nbo,p1,like,out\n", encoding="utf-8")
    assert "note.from_elsewhere" not in notes(tmp_path)
    acts.write_text("who,post,kind,direction\nbo,p1,like,in\n", encoding="utf-8")
    assert notes(tmp_path)["note.from_elsewhere"] == ("responses",)


def test_linkedin_gives_the_list_of_connections_and_not_that_of_followers(connections: Path) -> None:
    assert notes(connections) == {"note.withheld": platform("linkedin").withheld_of("connections")}
    assert not {"followers", "followers_dated"} & set(platform("linkedin").withheld_of("connections"))
    assert {"followers", "followers_dated"} <= set(platform("linkedin").withheld_of("followers"))
