from datetime import date

import pytest

from reachcheck.formats.words import Words
from reachcheck.message import msg

THIN = "\u202f"


def test_numbers_in_english(en):
    assert en.count(3000.0) == "3,000"
    assert en.number(0.04567) == "0.0457"
    assert en.number(15.0) == "15"
    assert en.number(1234.6) == "1,235"
    assert en.number(0.0) == "0"
    assert en.rate(0.00512) == "0.51 %"


def test_numbers_in_french(fr):
    assert fr.count(3000) == f"3{THIN}000"
    assert fr.number(0.5) == "0,5"
    assert fr.rate(0.0051) == f"0,51{THIN}%"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.71, "71 %"), (0.29, "29 %"), (0.07, "7 %"), (0.0, "0 %"), (1.0, "100 %"), (0.005, "0.5 %"),
        (0.0004, "0.04 %"), (0.00001, "less than 0.01 %"), (0.996, "99.6 %"), (0.9996, "99.96 %"),
        (0.999999, "more than 99.99 %"), (0.0099, "1 %"), (1.5, "150 %"), (-0.2, "\u221220 %"),
    ],
)  # fmt: skip
def test_shares_are_never_0_or_100_unless_they_are(en, share, said):
    assert en.percent(share) == said


def test_intervals_are_in_words(en, fr):
    assert en.range(137.0, 405.0) == "137 to 405"
    assert fr.range(137.0, 405.0) == "de 137 à 405"
    assert en.range(0.71, 0.9, "percent") == "71 to 90 %"
    assert fr.range(0.71, 0.9, "percent") == f"de 71 à 90{THIN}%"
    assert en.range(7.0, 7.0) == "7"
    assert en.range(7.0, None) == "at least 7"
    assert en.range(None, 7.0) == "at most 7"


def test_whole_ends_are_rounded_away_from_each_other(en):
    assert en.range(2582.98, 2583.02) == "2,582 to 2,584"
    assert en.range(7.0 - 1e-9, 8.0 + 1e-9) == "7 to 8"
    assert en.range(-1.5, 1.5) == "\u22122 to 2"
    assert (en.range(6.9, None), en.range(None, 7.1)) == ("at least 6", "at most 8")


def test_dates(en, fr):
    assert en.date(date(2026, 2, 12)) == "12 Feb 2026"
    assert fr.date(date(2026, 2, 12)) == "12 févr. 2026"
    assert fr.date(date(2026, 10, 1)) == "1er oct. 2026"


@pytest.mark.parametrize(
    ("end", "said", "dit"),
    [
        (date(2026, 2, 12), "12 Feb 2026", "le 12 févr. 2026"),
        (date(2026, 2, 14), "12 to 14 Feb 2026", "du 12 au 14 févr. 2026"),
        (date(2026, 6, 3), "12 Feb to 3 Jun 2026", "du 12 févr. au 3 juin 2026"),
        (date(2027, 1, 3), "12 Feb 2026 to 3 Jan 2027", "du 12 févr. 2026 au 3 janv. 2027"),
    ],
)
def test_stretches_of_days_say_once_what_both_ends_share(en, fr, end, said, dit):
    window = msg("report.window", start=date(2026, 2, 12), end=end)
    assert en.text(window) == said
    assert fr.text(window) == dit


def test_messages_within_messages(en, fr):
    steps = (msg("step.observed_day", gain=74.0, day=date(2026, 4, 9)), msg("gro104.none"))
    said = msg("gro101.observed", steps=steps, why=msg("step.nothing_around", days=5))
    told = "arrivals of +74 on 9 Apr 2026 and no explained step in these files; no post in the 5 days before"
    assert en.text(said) == told
    assert fr.text(said).startswith("des arrivées de +74 le 9 avril 2026 et aucun saut expliqué dans ces fichiers")


def test_plurals(en, fr):
    assert en.say("report.days", n=1) == "1 day"
    assert en.say("report.days", n=0) == "0 days"
    assert fr.say("report.days", n=0) == "0 jour"
    assert fr.say("report.days", n=2) == "2 jours"


def test_a_choice_by_number_can_say_the_number(en, fr):
    days = {"k": 2.0, "n": 3.0, "first": date(2026, 2, 12), "last": date(2026, 2, 12)}
    made = {"start": date(2019, 3, 4), "end": date(2019, 3, 5)}
    one, many = (msg("aud201.observed", **days, **made, blocks=blocks) for blocks in (1, 1200))
    assert en.text(one) == "2 of 3 who followed together (12 Feb 2026) were created 4 to 5 Mar 2019"
    assert en.text(many) == f"{en.text(one)} (the clearest of 1,200 blocks)"
    assert fr.text(many).endswith("2019 (le plus net de 1\u202f200 blocs)")


def test_a_noun_agrees_with_the_number_that_is_read(en, fr):
    def arrivals(high):
        return fr.say("gro101.expected", low=0, high=high).split(" sur ")[0]

    assert [arrivals(high) for high in (0.4, 1.3, 2.0)] == [
        "de 0 à 1 arrivée", "de 0 à 2 arrivées", "de 0 à 2 arrivées"
    ]  # fmt: skip
    paces = {after: fr.say("note.pace_changed", day=date(2026, 1, 1), after=after, before=5) for after in (0.46, 1.96)}
    assert "0,46 arrivée par jour" in paces[0.46]
    assert "2 arrivées par jour" in paces[1.96]
    assert (en.say("report.days", n=1.4), fr.say("report.days", n=1.6)) == ("1 day", "2 jours")


def test_audience_nouns(en, fr):
    assert en.noun("friends") == "friends"
    assert en.noun("friends", 1) == "friend"
    assert fr.noun("subscribers", 1) == "abonné"
    assert en.noun("minions") == "followers"
    assert "connections who are there" in en.say("report.gloss", noun="connections")


def test_closed_families_by_name(en, fr):
    assert en.name("verdict_label", "inflated count") == "Inflated count"
    assert fr.name("conduct_level", "none seen") == "rien de visible"
    assert en.name("platform", "my\u202eown") == "my\\u{202e}own"
    said = msg("report.conduct.to_look_at", families=("growth", "audience"))
    assert en.text(said).startswith("One sign to look at: growth and audience.")


def test_who_is_there_is_said_at_least(fr):
    said = fr.say("report.composition.known", low=0.71, noun="followers", who="@nathan")
    assert (
        said
        == f"Au moins 71{THIN}% des abonnés ne donnent aucun signe de présence. Cela décrit le public, pas @nathan."
    )


def test_french_signs(fr):
    assert fr.say("report.confidence", level="élevée") == f"confiance{THIN}: élevée"
    assert fr.say("report.who_is_there") == f"Qui est là{THIN}?"
    assert "’" in fr.say("rules.feeds_not") or "’" in fr.say("report.no_part")


def test_a_key_without_a_text_shows_in_brackets_unless_strict(en):
    assert en.text(msg("no.such.key", n=1)) == "[no.such.key]"
    with pytest.raises(KeyError, match=r"no text for 'no\.such\.key'"):
        Words("en", strict=True).text(msg("no.such.key"))


def test_a_parameter_that_is_not_given(en):
    assert en.text(msg("report.days")) == "? ?"
    with pytest.raises(KeyError, match="no parameter"):
        Words("en", strict=True).text(msg("report.days"))


def test_foreign_strings_are_inert_in_sentences(en):
    said = en.say("report.note", place="a\x1b[2J\u202eb", what="c\nd")
    assert said == "a\\u{1b}[2J\\u{202e}b: c\\u{a}d"


def test_only_the_languages_that_are_there():
    with pytest.raises(KeyError):
        Words("de")


def test_what_is_said_of_both_kinds_of_steps_names_neither(en, fr):
    said = msg("no_interval.no_step")
    assert "explained" not in en.text(said)
    assert "expliqué" not in fr.text(said)


@pytest.mark.parametrize(
    ("key", "one"),
    [("few_periods", "only 1 period of"), ("few_posts", "only 1 post with"), ("no_rest", "only 1 other to")],
)
def test_one_is_not_many(en, key, one):
    assert en.text(msg(f"unknown.{key}", found=1, at_least=8)).startswith(one)
