"""What is one candidate."""

from pathlib import Path

import pytest
from candidates import SHEET, archive, file, folder

from reachcheck.batches.plan import plan
from reachcheck.batches.run import score
from reachcheck.readers.base import ReadOptions
from reachcheck.settings import load


def planned(*paths: Path) -> list[tuple[str, tuple[str, ...], bool]]:
    return [
        (c.name, tuple(Path(path).name for path in c.paths), c.many) for c in plan([str(p) for p in paths]).candidates
    ]


def test_a_sub_folder_is_one_candidate(tmp_path: Path, samples: Path) -> None:
    folder(samples / "new-account", tmp_path / "anna")
    assert planned(tmp_path) == [("anna", ("anna",), False)]


def test_an_archive_is_one_candidate(tmp_path: Path, samples: Path) -> None:
    archive(samples / "new-account", tmp_path / "anna.zip")
    assert planned(tmp_path) == [("anna", ("anna.zip",), False)]


def test_files_named_by_their_role_are_one_candidate_together(tmp_path: Path) -> None:
    for name in ("posts.csv", "followers.csv", "Daily.tsv", "profile.json", "responses_2026.jsonl"):
        file(tmp_path / "ben" / name)
    together = ("Daily.tsv", "followers.csv", "posts.csv", "profile.json", "responses_2026.jsonl")
    assert planned(tmp_path / "ben") == [("ben", together, False)]


def test_other_loose_files_are_one_candidate_each(tmp_path: Path) -> None:
    for name in ("anna.csv", "ben.json", "Connections.csv"):
        file(tmp_path / name)
    assert [(name, many) for name, _, many in planned(tmp_path)] == [
        ("Connections", True), ("anna", True), ("ben", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [
        ("abonnes.csv", "publications.csv", "suivis.csv", "Mes réponses.xlsx", "par jour.csv"),
        ("Seguidores.csv", "seguindo.csv", "publicações_2026.csv", "lista de seguidores (2).csv"),
        ("Abonnenten.csv", "Beiträge.csv", "taeglich.csv", "wem ich folge.csv"),
        ("seguidores.csv", "siguiendo.csv", "publicaciones 2026-01.csv", "diario.xlsx"),
        ("followers_following.json", "posts.csv"),
    ],
)
def test_roles_in_other_languages_are_one_candidate_together(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        file(tmp_path / "ben" / name)
    (found,) = planned(tmp_path / "ben")
    assert (found[0], len(found[1]), found[2]) == ("ben", len(names), False)


def test_a_name_beside_a_role_tells_whose_it_is(tmp_path: Path) -> None:
    for name in ("abonnés_Élan.csv", "publications-élan.csv", "abonnes_anna.csv"):
        file(tmp_path / name)
    assert [(name, len(paths)) for name, paths, _ in planned(tmp_path)] == [("anna", 1), ("élan", 2)]


@pytest.mark.parametrize(
    "name", ["candidats.csv", "influenceurs.xlsx", "Red.csv", "Tage.csv", "comptes.csv", "Fans.csv"]
)
def test_a_table_of_many_and_a_persons_name_are_no_part_of_anybodys_files(tmp_path: Path, name: str) -> None:
    file(tmp_path / name)
    file(tmp_path / "abonnes.csv")
    assert (Path(name).stem, (name,), True) in planned(tmp_path)
    assert len(planned(tmp_path)) == 2


@pytest.mark.parametrize("names", [("anna_followers", "anna_posts", "ben_followers"), ("posts_anna", "posts_ben")])
def test_files_of_two_people_are_never_taken_for_one(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        file(tmp_path / f"{name}.csv")
    assert len(planned(tmp_path)) >= 2


def test_numbered_parts_of_a_role_stay_together(tmp_path: Path) -> None:
    for name in ("followers_1.json", "followers_2.json", "posts-2026.csv"):
        file(tmp_path / "ben" / name)
    assert len(planned(tmp_path / "ben")) == 1


def test_a_word_that_holds_a_role_is_no_role(tmp_path: Path) -> None:
    for name in ("outposts.csv", "photographs.csv", "myprofiles.csv"):
        file(tmp_path / name)
    assert len(planned(tmp_path)) == 3


def test_what_cannot_be_an_export_is_ignored_by_name(tmp_path: Path) -> None:
    for name in ("README.md", "photo.jpg", ".DS_Store", "anna.csv"):
        file(tmp_path / name)
    made = plan([str(tmp_path)])
    assert [Path(name).name for name in made.ignored] == ["README.md", "photo.jpg"]
    assert [candidate.name for candidate in made.candidates] == ["anna"]


def test_paths_stay_in_input_order_and_entries_in_the_order_of_names(tmp_path: Path) -> None:
    first, second = file(tmp_path / "zoe.csv"), file(tmp_path / "team" / "carl.csv")
    file(tmp_path / "team" / "anna.csv")
    assert [name for name, *_ in planned(first, second.parent)] == ["zoe", "anna", "carl"]


def test_standard_input_is_a_candidate() -> None:
    (made,) = plan(["-"]).candidates
    assert (made.name, made.paths, made.many) == ("-", ("-",), True)


def test_a_table_with_a_column_of_candidates_is_many(tmp_path: Path) -> None:
    batch = score([str(file(tmp_path / "sheet.csv", SHEET))], ReadOptions(), load())
    assert [(row.candidate, row.source, row.followers) for row in batch.rows] == [
        ("zoe", "sheet", 100), ("yan", "sheet", 200),
    ]  # fmt: skip


def test_a_folder_that_names_several_people_is_refused_as_one_candidate(tmp_path: Path) -> None:
    file(tmp_path / "team" / "profiles.csv", SHEET)
    (row,) = score([str(tmp_path)], ReadOptions(), load()).rows
    assert row.error is not None and row.error.key == "batch.several_in_one"
    assert row.verdict is None


def test_hand_made_tables_of_one_person_in_french_are_one_row(tmp_path: Path) -> None:
    folder = tmp_path / "anna"
    tables = {
        "abonnes.csv": "Pseudo;Abonné le\nléa;03/01/2026\nmax;14/01/2026\n",
        "suivis.csv": "Pseudo\nléa\nzoé\n",
        "publications.csv": "Lien;Date de publication;J'aime\nhttps://a.example/1;15/01/2026;1 234\n"
        "https://a.example/2;16/01/2026;12\n",
        "par jour.csv": "Date;Abonnés\n14/01/2026;2\n15/01/2026;2\n",
    }
    for name, text in tables.items():
        file(folder / name).write_bytes(text.encode("cp1252"))
    for paths in ([str(tmp_path)], [str(folder)]):
        (row,) = score(paths, ReadOptions(), load()).rows
        assert (row.candidate, row.error, row.followers) == ("anna", None, 2)
        assert row.results is not None
        assert [source.role for source in row.results.sources] == ["followers", "daily", "posts", "following"]
