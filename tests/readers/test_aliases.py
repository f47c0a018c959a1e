"""Names of columns: five languages, any spelling, no guesses."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reachcheck import facts
from reachcheck.readers.aliases import LONGEST, known, meanings, normal, platform_in, roles_in, word
from reachcheck.readers.generic.fields import CANONICAL, COUNTS, EVIDENCE, ROLES

LANGUAGES = {"en", "fr", "es", "pt", "de"}
NAMES = facts.load("columns")["names"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Nombre d’abonnés", "nombre d abonnes"),
        ("NombreDAbonnés", "nombre d abonnes"),
        ("  nombre_d'abonne\u0301s ", "nombre d abonnes"),
        ("followersCount", "followers count"),
        ("PostID", "post id"),
        ("T_Reach", "t reach"),
        ("Likes %", "likes percent"),
        ("n.º de seguidores", "n o de seguidores"),
        ("Cœurs", "coeurs"),
        ("#followers", "followers"),
        ("東京", "東京"),
        ("--", ""),
    ],
)
def test_spellings_are_evened_out(name: str, form: str) -> None:
    assert normal(name) == form


@given(st.text(max_size=30))
def test_evening_out_twice_changes_nothing_more(name: str) -> None:
    assert normal(normal(name)) == normal(name)


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("Followers", "followers"), ("Abonnés", "followers"), ("Nombre d'abonnés", "followers"),
        ("Seguidores", "followers"), ("Follower", "followers"), ("Total des followers", "followers"),
        ("Seguindo", "following"), ("Seguidos", "following"), ("Abonnements", "following"), ("gefolgt", "following"),
        ("J'aime", "likes"), ("Mentions J'aime", "likes"), ("Me gusta", "likes"), ("Curtidas", "likes"),
        ("Gefällt mir", "likes"), ("Gefaellt mir", "likes"), ("Total likes", "likes"), ("like", "likes"),
        ("Kommentare", "comments"), ("Comentarios", "comments"), ("Comentários", "comments"),
        ("Commentaires", "comments"), ("Partages", "shares"), ("Compartilhamentos", "shares"),
        ("Enregistrements", "saves"), ("Guardados", "saves"), ("Salvamentos", "saves"),
        ("Couverture", "reach"), ("Portée", "reach"), ("Comptes touchés", "reach"), ("Alcance", "reach"),
        ("Reichweite", "reach"), ("Accounts reached", "reach"), ("Impresiones", "impressions"),
        ("Impressões", "impressions"), ("Impressionen", "impressions"), ("Vues", "views"),
        ("Visualizações", "views"), ("Aufrufe", "views"), ("Date de publication", "published_at"),
        ("Publish time", "published_at"), ("Fecha", "date"), ("Data", "date"), ("Datum", "date"),
        ("Post id", "post"), ("Identifiant de la publication", "post"), ("New follows", "gained"),
        ("nouveaux abonnés", "gained"), ("nuevos seguidores", "gained"), ("novos seguidores", "gained"),
        ("neue Follower", "gained"), ("Unfollows", "lost"), ("désabonnements", "lost"), ("perdus", "lost"),
        ("Difference in followers from previous day", "net"), ("Saldo geral", "net"),
        ("Engagements", "interactions"), ("Total Interactions", "interactions"),
        ("Reactions, comments and shares", "interactions"),
        ("Likes (total)", "likes"), ("Date (UTC)", "date"), ("Likes (2)", "likes"), ("Les abonnés", "followers"),
        ("As of", "as_of"), ("Les abonnés (nombre)", "followers"), ("L'événement", "what"),
    ],
)  # fmt: skip
def test_names_that_people_and_tools_use(name: str, meaning: str) -> None:
    assert meaning in meanings(name)
    assert known(name)


@pytest.mark.parametrize(
    "name",
    ["T_Reach", "likez", "Likes (%)", "Likes (organic)", "Likes per mille", "engagement", "Engagement rate", "", "the",
     "Follower-Rate", "likes likes"],
)  # fmt: skip
def test_nothing_is_guessed(name: str) -> None:
    assert meanings(name) == frozenset()
    assert not known(name)


@pytest.mark.parametrize(
    ("name", "meaning", "platform"),
    [
        ("Instagram followers", "followers", "instagram"), ("Abonnés sur Instagram", "followers", "instagram"),
        ("Followers (TikTok)", "followers", "tiktok"), ("Seguidores no YouTube", "followers", "youtube"),
        ("Follower auf LinkedIn", "followers", "linkedin"), ("Compte Instagram", "account", "instagram"),
        ("insta_handle", "handle", "instagram"), ("X posts", "posts", "x"), ("Linked In fans", "followers", "linkedin"),
        ("Instagram", "handle", "instagram"), ("TikTok", "handle", "tiktok"), ("Followers", "followers", None),
    ],
)  # fmt: skip
def test_a_platform_in_a_name(name: str, meaning: str, platform: str | None) -> None:
    assert meaning in meanings(name)
    assert platform_in(name) == platform


@pytest.mark.parametrize("name", ["X", "Threads", "Snap", "Instagram rate", "on Instagram"])
def test_a_platform_alone_is_no_word(name: str) -> None:
    assert meanings(name) == frozenset()


def test_a_platform_is_no_name_of_a_column_above_a_table() -> None:
    assert meanings("Instagram") and not known("Instagram")


def test_a_name_may_have_two_meanings() -> None:
    assert meanings("Follower") == {"followers", "follower"}
    assert meanings("Comment") == {"comments", "comment"}
    assert meanings("Abonnements") == {"followed", "following", "subscriptions"}


def test_every_meaning_has_names_in_languages_that_we_know() -> None:
    used = {meaning for role in ROLES.values() for field in role for meaning in field.meanings}
    assert used | EVIDENCE == set(NAMES)
    for meaning, entry in NAMES.items():
        assert set(entry) <= LANGUAGES
        assert meaning in ("follows",) or set(entry) == LANGUAGES, meaning


def test_no_list_names_the_same_thing_twice() -> None:
    for meaning, entry in NAMES.items():
        for language, names in entry.items():
            forms = sorted(map(normal, names))
            assert all(a != b for a, b in pairwise(forms)), (meaning, language)


def test_within_a_role_a_name_stands_for_one_column() -> None:
    """But for "identifiant": a handle or a number, as its cells say."""
    for role, fields in ROLES.items():
        for name in {name for entry in NAMES.values() for names in entry.values() for name in names}:
            fitting = {field.name for field in fields if meanings(name) & set(field.meanings)}
            either = {"handle", "id", "post"} if meanings(name) >= {"handle", "id"} else set()
            assert len(fitting - {"peer"}) < 2 or fitting <= either, (role, name, fitting)


def test_canonical_names_are_names_themselves() -> None:
    for name in {field.name for role in ROLES.values() for field in role} - {"peer"}:
        assert known(name), name


def test_lists_of_fields() -> None:
    assert {"likes", "followed_at", "followers_at_post", "engagements"} <= set(CANONICAL)
    assert {"likes", "followers", "bio_length", "follows"} <= COUNTS
    assert "handle" not in COUNTS


@pytest.mark.parametrize(
    ("table", "cell", "key"),
    [
        ("kinds", "J’aime", "like"), ("kinds", "Me gusta", "like"), ("kinds", "curtida", "like"),
        ("kinds", "Gefällt mir", "like"), ("kinds", "Commentaire", "comment"), ("kinds", "Respuesta", "reply"),
        ("kinds", "geteilt", "repost"), ("kinds", "Menção", "mention"), ("kinds", "poke", None),
        ("directions", "reçu", "in"), ("directions", "donné", "out"), ("directions", "recibido", "in"),
        ("directions", "enviado", "out"), ("directions", "recebido", "in"), ("directions", "erhalten", "in"),
        ("directions", "gesendet", "out"), ("directions", "given", "out"), ("directions", "sideways", None),
        ("platforms", "Twitter", "x"), ("platforms", "IG", "instagram"), ("platforms", "Koo", None),
    ],
)  # fmt: skip
def test_words_in_cells(table: str, cell: str, key: str | None) -> None:
    assert word(table, cell) == key


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("followers_1", {"followers"}), ("Liste des abonnés 2024", {"followers"}),
        ("meine-gefolgt-liste", {"following"}),
        ("seguidores e seguindo", {"followers", "following"}), ("jobs", set()), ("Par jour", {"daily"}),
        ("postsparade", set()), ("", set()), ("comptes suivis", {"following"}), ("Accounts I follow", {"following"}),
        ("comptes", {"profile"}), ("posts posts", {"posts"}), ("abonnes_et_comptes_suivis", {"followers", "following"}),
        ("comptes suivis et comptes", {"following", "profile"}),
    ],
)  # fmt: skip
def test_words_of_file_names(text: str, roles: set[str]) -> None:
    assert roles_in(text) == roles


@pytest.mark.parametrize("name", ["followers", "Instagram followers"])
def test_a_text_that_is_too_long_for_a_name_is_none(name: str) -> None:
    longest = name + "." * (LONGEST - len(name))
    assert known(longest) and meanings(longest)
    assert not known(longest + ".")
    assert not meanings(longest + ".")
    assert platform_in(longest + ".") is None
