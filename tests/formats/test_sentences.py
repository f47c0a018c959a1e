"""Sentences claim no more and no other than what they were made of."""

from pathlib import Path

import reachcheck
from reachcheck.formats.words import Words
from reachcheck.results.report import Results


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
