"""Sentences claim no more and no other than what they were made of."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import reachcheck
from reachcheck import pipeline
from reachcheck.formats import markdown
from reachcheck.formats.said.findings import evidence
from reachcheck.formats.said.verdict import move
from reachcheck.formats.text import render_inspection
from reachcheck.formats.words import Words
from reachcheck.message import Message
from reachcheck.results.report import Results
from reachcheck.results.verdict import Missing, RealReach

GIVEN = {"platform": "instagram", "exports": ("responses",)}
DONE = {"rows": 2, "unreadable": 0, "ignored": 1}
SHARE = {"k": 1, "n": 6, "low": 0.03, "high": 0.56}


def found(results: Results, code: str, words: Words) -> str:
    """What a rule observed."""
    (said,) = (finding.observed for finding in results.findings if finding.code == code)
    assert said is not None
    return words.text(said)


def test_a_silence_up_to_the_last_day_is_not_one_between_posts(samples: Path, en: Words, fr: Words) -> None:
    results = reachcheck.analyze(samples / "new-account")
    assert found(results, "CON601", en) == "16 days at most without a post, up to the day of the data"
    assert found(results, "CON601", fr) == "16 jours au plus sans publication, jusqu’au jour des données"


def test_where_the_audience_is_of_connections_nothing_speaks_of_followers(
    connections: Path, en: Words, fr: Words
) -> None:
    results = reachcheck.analyze(connections)
    (about,) = (finding for finding in results.findings if finding.code == "AUD201")
    said, dit = (words.speaking_of(results.profile.noun) for words in (en, fr))
    assert said.text(about.title) == "Ages of the connections' accounts"
    assert dit.text(about.title) == "Âge des comptes des relations"
    assert found(results, "AUD201", said).startswith("the list of connections with dates of connection: 37 rows")
    assert found(results, "AUD201", dit).startswith("la liste des relations avec la date de mise en relation")


def test_an_end_that_meets_the_other_is_not_said_to_move(circle: Results, en: Words) -> None:
    lacking = Missing(export="daily", moves="lower", at_most=1.0)
    alone = replace(circle, real_reach=RealReach(low=1.0, high=1.0, bounds=()))
    assert move(lacking, alone, en) == "would say more"
    some = replace(circle, real_reach=RealReach(low=0.0, high=1.0, bounds=()))
    assert move(lacking, some, en) == "could raise 0, up to 1"


@pytest.mark.parametrize(
    ("key", "given", "said", "dit"),
    [
        ("unknown.few_created", {"found": 1, "at_least": 300}, "only 1 follower with", "seulement 1 abonné à date"),
        ("unknown.few_figures", {"found": 1, "at_least": 100}, "1 follower has figures", "1 abonné a ses propres"),
        ("dat002.observed", {"listed": 1, "n": 1}, "1 listed, the count is 1", "1 sur la liste, le compteur est à 1"),
        ("for.repeat", SHARE, "1 of 6 listed followers who", "sur 6 abonnés de la liste qui ont réagi, 1 l’a fait"),
        ("for.repeat_unlisted", SHARE, "1 of 6 people who", "sur 6 personnes qui ont réagi, 1 l’a fait plusieurs"),
        ("for.answered", SHARE, "1 of 6 comments was answered", "1 commentaire sur 6 a reçu une réponse"),
        ("for.mutual", SHARE, "1 of 6 listed followers is followed", "sur 6 abonnés de la liste, 1 est suivi en"),
    ],
)
def test_one_is_not_said_as_many(en: Words, fr: Words, key: str, given: dict[str, float], said: str, dit: str) -> None:
    assert en.text(Message(key, given)).startswith(said)
    assert fr.text(Message(key, given)).startswith(dit)


def test_the_ends_of_groups_are_not_said_to_be_all_their_rows(nathan: Results, en: Words, fr: Words) -> None:
    found = {finding.code: finding for finding in nathan.findings}
    block = replace(found["AUD201"], evidence=("a.csv:9", "a.csv:2", "a.csv:7", "a.csv:5"))
    said = "first and last row of each group: a.csv:9, a.csv:2, a.csv:7 and 1 more"
    assert evidence(block, en) == said
    assert evidence(block, fr).startswith("première et dernière ligne de chaque groupe\u202f: a.csv:9, ")
    assert evidence(found["GRO101"], en).startswith("nathan/daily.csv:136, ")


def inspected(path: str, words: Words) -> list[str]:
    return [" ".join(line.text.split()) for line in render_inspection(pipeline.inspect([path]), words, 120)]


def test_a_row_with_four_figures_is_not_four_rows(few: str, en: Words, fr: Words) -> None:
    told = inspected(few, en)
    assert {"daily figures 20 figures", "5 rows read = 5 kept + 0 reported", "follows 111 rows, 41 in, 70 out"} < {
        *told
    }
    assert "daily figures 20 figures, 26 to 30 Sep 2026, a window of time, oldest first" in told
    assert "chiffres par jour 20 chiffres" in inspected(few, fr)
    assert "| daily figures | 20 figures |" in markdown.render_inspection(pipeline.inspect([few]), en)
    for record in pipeline.inspect([few]).sources:
        assert record.rows_read == record.rows_kept + len(record.reported)


def test_responses_and_follows_have_the_gender_of_their_nouns(few: str, fr: Words) -> None:
    told = inspected(few, fr)
    assert "abonnements 111 lignes, 41 reçus, 70 donnés" in told
    assert [line.split(" ")[1] for line in told if line.startswith("réactions, ")] == ["reçues", "données"]


@pytest.mark.parametrize(
    ("key", "given", "dit"),
    [
        ("note.from_elsewhere", GIVEN, "Ces fichiers contiennent ce que la plateforme Instagram ne donne à personne"),
        ("assemble.set_aside", {"n": 1, "platform": "Instagram"}, "1 fichier portant sur Instagram mis de côté"),
        ("what_if.withheld", GIVEN, "Instagram ne donne cela à personne"),
        ("what_if.tells", {"names": ("a", "b")}, "on pourrait alors dire : a et b."),
        ("report.moves.up", {"end": 15, "to": 3162}, "15 pourrait monter jusqu’à 3 162"),
        ("report.moves.down", {"end": 300, "to": 5}, "300 pourrait descendre jusqu’à 5"),
        ("report.gloss", {"noun": "connections"}, "relations qui sont là, pour réagir ou seulement pour lire"),
        ("cli.batch.done", DONE, "2 candidatures, 0 illisible ; 1 fichier laissé de côté, qui n’est pas un export"),
        ("note.pace_changed", {"day": date(2026, 1, 1), "after": 0.46, "before": 3}, "0,46 arrivée par jour"),
        ("note.pace_changed", {"day": date(2026, 1, 1), "after": 1.5, "before": 3}, "1,5 arrivée par jour"),
        ("note.pace_changed", {"day": date(2026, 1, 1), "after": 2, "before": 3}, "2 arrivées par jour"),
    ],
)  # fmt: skip
def test_french_agrees_whatever_the_name_and_the_number(fr: Words, key: str, given: dict[str, Any], dit: str) -> None:
    assert dit in fr.text(Message(key, given)).replace("\u202f", " ")


def test_fewer_than_are_several_sizes_in_french(fr: Words) -> None:
    sizes = (Message("report.power_day", {"n": 718}), Message("report.power_days", {"n": 1039, "days": 3}))
    said = fr.say("report.power", arrivals=sizes).replace("\u202f", " ")
    assert said.startswith("Des arrivées de moins de 718 en un jour et de 1 039 en 3 jours ne ressortiraient pas")
