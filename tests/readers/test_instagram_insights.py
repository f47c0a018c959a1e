"""Instagram's past insights: counts of posts, and the size of the audience told from its change by arithmetic."""

from typing import Any

import numpy as np
import pytest
from exports_made import as_json, checked, days, fragment, member, plain, told, warned

from reachcheck.model.tables import Breakdown, Posts, Profile
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.instagram import READER
from reachcheck.readers.instagram.period import is_period, period_of

NOON = 1_770_120_000
"""2026-02-03 12:00:00 UTC."""
FOLDER = "logged_information/past_instagram_insights"
AUDIENCE = f"{FOLDER}/audience_insights.json"
EXPORT = "instagram-lin-2026-02-04-AbCd.zip"


def read(path: str, data: object, archive: str = EXPORT) -> Reading:
    found = member(f"{archive}/{path}", as_json(data), path)
    assert READER.wants(path)
    assert READER.claims(found)
    return checked(READER.read(found, ReadOptions()))


def audience(**values: object) -> Reading:
    fields = {label: {"href": "", "value": value, "timestamp": 0} for label, value in values.items()}
    return read(AUDIENCE, {"organic_insights_audience": [{"string_map_data": fields}]})


def shown(number: int, thumbnail: str = "Media Thumbnail", **values: object) -> dict[str, Any]:
    fields = {label.replace("_", " "): {"value": value, "timestamp": 0} for label, value in values.items()}
    uri = f"media/other/45_16_5_1813675380435{number:04d}.jpg"
    return {
        "media_map_data": {thumbnail: {"uri": uri, "creation_timestamp": NOON + number, "title": "secret"}},
        "string_map_data": {"Creation Timestamp": {"value": "", "timestamp": NOON + number}, **fields},
    }


# ---------------------------------------------------------------- which number is the size


@pytest.mark.parametrize(
    ("values", "size"),
    [
        # 19,055 came less 9,260 who left are 9,795: the size is the other one, whatever its label
        (("102,497", "9,795", "19,055", "9,260"), 102_497),
        (("9,795", "102,497", "19,055", "9,260"), 102_497),
        # 14 came less 73 who left are -59
        (("1,152", "-59", "14", "73"), 1_152),
        (("-59", "1,152", "14", "73"), 1_152),
        # a new account: whoever came is there
        (("50", "50", "50", "0"), 50),
        (("0", "0", "0", "0"), 0),
        # thousands as in German, shown by the shares beside them
        (("10.801", "-207", "264", "471"), 10_801),
    ],
)
def test_the_size_is_the_number_that_is_not_the_change(values: tuple[str, str, str, str], size: float) -> None:
    one, other, gained, lost = values
    share = "84,5%" if "." in one else "84.5%"
    more = {"Followers": one, "Total des followers": other, "Follows": gained, "Unfollows": lost, "Men": share}
    found = fragment(audience(**more), Profile).rows
    assert plain(found.followers) == [size]
    came, left = (float(text.replace(",", "")) for text in (gained, lost))
    assert (plain(found.gained), plain(found.lost)) == ([came], [left])


@pytest.mark.parametrize(
    "values",
    [
        {"Followers": "1,152", "Total de seguidores": "900", "Follows": "14", "Unfollows": "73"},
        {"Total de seguidores": "51", "Follows": "60", "Unfollows": "10"},
        {"Total de seguidores": "50", "Follows": "60", "Unfollows": "10"},
        {"Total de seguidores": "1,152"},
        {"Saldo geral": "-59"},
        {"Seguidores": "-59"},
        {"Followers": "1,152", "Overall followers": "12"},
        {"Followers": "100", "Overall followers": "400", "Follows": "500", "Unfollows": "100"},
        {"Followers": "102.5K", "Total des followers": "9,800", "Follows": "19,055", "Unfollows": "9,260"},
    ],
)
def test_where_arithmetic_does_not_show_the_size_it_is_left_empty(values: dict[str, str]) -> None:
    reading = audience(Share="61.5%", **values)
    stated = [each.rows for each in reading.fragments if isinstance(each.rows, Profile)]
    assert all(np.isnan(rows.followers).all() for rows in stated)
    if "Follows" in values:
        assert "instagram.size_undecided" in [key for _, key in warned(reading.record)]


@pytest.mark.parametrize("label", ["Followers", "Follower", "Seguidores"])
def test_a_plain_label_without_any_change_is_believed_with_a_remark(label: str) -> None:
    reading = audience(**{label: "2,293", "Followers Delta": "+2.6% vs Oct 1 - Dec 2", "Men": "40.5%"})
    assert plain(fragment(reading, Profile).rows.followers) == [2293]
    assert "instagram.size_by_label" in [key for _, key in warned(reading.record)]


@pytest.mark.parametrize("missing", ["--", "", "-", "n/a"])
def test_a_missing_figure_is_never_0(missing: str) -> None:
    reading = audience(Followers="2,293", Follows=missing, Unfollows="5", Men="40.5%")
    found = fragment(reading, Profile).rows
    assert (plain(found.followers), plain(found.gained), plain(found.lost)) == ([2293], [None], [5])


def test_the_share_of_followers_among_those_reached_is_no_size() -> None:
    fields = {"Comptes touchés": {"value": "3359140"}, "Followers": {"value": "1%"}, "Non-followers": {"value": "99%"}}
    path = f"{FOLDER}/profiles_reached.json"
    reading = read(path, {"organic_insights_reach": [{"string_map_data": fields}]})
    assert [type(each.rows) for each in reading.fragments] == [Breakdown]
    parts = fragment(reading, Breakdown).rows
    assert parts.dimension.decode() == ["Followers", "Non-followers"]
    assert parts.share.tolist() == [0.01, 0.99]
    assert reading.record.unmatched == ("Comptes touchés",)


# ---------------------------------------------------------------- the period


@pytest.mark.parametrize(
    ("text", "exported", "start", "end"),
    [
        ("May 29 - Aug 26", "2026-08-27", "2026-05-29", "2026-08-26"),
        ("May 29 - Aug 26", "2026-08-26", "2026-05-29", "2026-08-26"),
        ("May 29 - Aug 26", "2026-08-25", "2025-05-29", "2025-08-26"),
        ("Nov 5 - Feb 2", "2026-02-04", "2025-11-05", "2026-02-02"),
        ("Oct 4 - Jan 1", "2026-01-01", "2025-10-04", "2026-01-01"),
        ("9. Juli - 6. Okt.", "2026-10-07", "2026-07-09", "2026-10-06"),
        ("23 giu - 20 set", "2026-09-21", "2026-06-23", "2026-09-20"),
        ("28 févr. – 28 mai", "2026-06-01", "2026-02-28", "2026-05-28"),
        ("Nov 30 - Feb 29", "2026-02-04", "2023-11-30", "2024-02-29"),
        ("Nov 20, 2025 - Feb 17, 2026", None, "2025-11-20", "2026-02-17"),
    ],
)
def test_a_period_is_in_the_last_year_before_the_export(text: str, exported: str | None, start: str, end: str) -> None:
    found = period_of(text, exported)
    assert is_period(text)
    assert found is not None
    assert [day.isoformat() for day in found] == [start, end]


@pytest.mark.parametrize(
    "text", ["+10.5% vs Feb 28 - May 28", "13-17", "2 - 3", "Washington - D.C.", "", "-", "May - Aug"]
)
def test_what_is_no_period_is_none(text: str) -> None:
    assert not is_period(text)
    assert period_of(text, "2026-08-27") is None


def test_without_the_day_of_the_export_a_period_has_no_year() -> None:
    assert period_of("May 29 - Aug 26", None) is None
    fields = {"Date Range": {"value": "May 29 - Aug 26"}, "Followers": {"value": "12"}}
    reading = read(AUDIENCE, {"organic_insights_audience": [{"string_map_data": fields}]}, "mine.zip")
    found = fragment(reading, Profile).rows
    assert (days(found.as_of), days(found.since), plain(found.followers)) == (["NaT"], ["NaT"], [12])
    assert (f"mine.zip/{AUDIENCE}[0]", "instagram.no_period") in warned(reading.record)


def test_figures_are_of_the_last_day_of_their_period() -> None:
    found = fragment(audience(**{"Date Range": "Nov 5 - Feb 2", "Followers": "12"}), Profile).rows
    assert (days(found.since), days(found.as_of)) == (["2025-11-05"], ["2026-02-02"])


# ---------------------------------------------------------------- shares


def test_shares_keep_the_commas_of_their_names() -> None:
    cities = "São Paulo: 12.3%, Washington, D.C.: 4%, Rio: 0.5%"
    parts = fragment(audience(Followers="12", Cities=cities, Men="47.3%"), Breakdown).rows
    assert parts.dimension.decode() == ["Cities"] * 3 + ["Men"]
    assert parts.value.decode() == ["São Paulo", "Washington, D.C.", "Rio", None]
    assert parts.share.tolist() == [0.123, 0.04, 0.005, 0.473]
    assert parts.share_text.decode() == ["12.3%", "4%", "0.5%", "47.3%"]


@pytest.mark.parametrize(
    "text", ["12.3", "Rio", "Rio: 12", "Rio: 12%, and so on", "+5%", "-6.3%", "%", ": 5%", "Rio: %"]
)
def test_what_is_no_share_is_left_alone(text: str) -> None:
    reading = audience(Followers="12", Cities=text)
    assert [type(each.rows) for each in reading.fragments] == [Profile]
    assert reading.record.unmatched == ("Cities",)


def test_totals_of_a_period_are_reported() -> None:
    path = f"{FOLDER}/content_interactions.json"
    fields = {"Post Likes": {"value": "12"}, "Interactions": {"value": "--"}}
    reading = read(path, {"organic_insights_interactions": [{"string_map_data": fields}, {"string_map_data": 7}]})
    assert [key for _, key in told(reading.record)] == ["instagram.period_totals"] * 2
    assert reading.fragments == ()


# ---------------------------------------------------------------- counts of posts


def test_counts_of_posts_by_their_labels() -> None:
    first = shown(1, Accounts_reached="1,234", Impressions="2.3K", Likes="10", Comments="0", Saves="--", Follows="2")
    second = shown(2, Accounts_reached="900", Profile_visits="7", Shares="", Website_taps="4")
    reading = read(f"{FOLDER}/posts.json", {"organic_insights_posts": [first, second]})
    posts = fragment(reading, Posts).rows
    assert posts.key.decode() == ["18136753804350001", "18136753804350002"]
    assert [str(at) for at in posts.published_at] == ["2026-02-03T12:00:01", "2026-02-03T12:00:02"]
    assert (plain(posts.reach), plain(posts.impressions)) == ([1234, 900], [2300, None])
    assert (plain(posts.likes), plain(posts.comments), plain(posts.shares)) == ([10, None], [0, None], [None, None])
    assert (plain(posts.saves), plain(posts.follows), plain(posts.profile_visits)) == ([None] * 2, [2, None], [None, 7])
    assert reading.record.unmatched == ("Website taps",)
    assert "secret" not in repr(reading)


@pytest.mark.parametrize(
    ("cells", "reach"),
    [
        (("12.345", "2100", "3359140"), [12_345, 2_100, 3_359_140]),
        (("12,345", "2.1K", "1,234,567"), [12_345, 2_100, 1_234_567]),
        (("12 345", "2,1 k", "1 234 567"), [12_345, 2_100, 1_234_567]),
        (("1.234", "2,3 mil", "999"), [1_234, 2_300, 999]),
    ],
)
def test_a_count_is_whole_so_that_a_mark_before_three_figures_groups_them(
    cells: tuple[str, ...], reach: list[float]
) -> None:
    rows = [shown(n, Accounts_reached=cell) for n, cell in enumerate(cells)]
    reading = read(f"{FOLDER}/posts.json", {"organic_insights_posts": rows})
    assert plain(fragment(reading, Posts).rows.reach) == reach
    assert reading.record.warnings == ()


@pytest.mark.parametrize(
    ("labels", "values"),
    [
        (("Mentions J’aime", "Commentaires", "Comptes touchés", "Enregistrements"), (10, 2, 3359140, 5)),
        (("Curtidas", "Comentários", "Contas alcançadas", "Salvamentos"), (10, 2, 3359140, 5)),
        (("Me gusta", "Comentarios", "Cuentas alcanzadas", "Guardados"), (10, 2, 3359140, 5)),
        (("„Gefällt mir“-Angaben", "Kommentare", "Erreichte Konten", "Gespeichert"), (10, 2, 3359140, 5)),
    ],
)
def test_labels_are_known_in_five_languages(labels: tuple[str, ...], values: tuple[float, ...]) -> None:
    shown_ = shown(1, "Miniature", **dict(zip(labels, ("10", "2", "3359140", "5"), strict=True)))
    posts = fragment(read(f"{FOLDER}/posts.json", {"organic_insights_posts": [shown_]}), Posts).rows
    found = [plain(getattr(posts, name)) for name in ("likes", "comments", "reach", "saves")]
    assert found == [[value] for value in values]


def test_reels_have_labels_of_their_own() -> None:
    reel = shown(1, Instagram_Plays="55.000", Instagram_Likes="3.100", Instagram_Saves="260", Accounts_reached="40.210")
    posts = fragment(read(f"{FOLDER}/reels.json", {"organic_insights_reels": [reel]}), Posts).rows
    assert (plain(posts.views), plain(posts.likes), plain(posts.saves)) == ([55000], [3100], [260])


@pytest.mark.parametrize("value", ["-5", "many", "1e400", "9" * 30, "NaN", "∞"])
def test_a_count_that_is_none_is_missing_and_its_post_stays(value: str) -> None:
    reading = read(f"{FOLDER}/posts.json", {"organic_insights_posts": [shown(1, Likes=value, Comments="3")]})
    posts = fragment(reading, Posts).rows
    assert (plain(posts.likes), plain(posts.comments)) == ([None], [3])
    if value != "NaN":
        assert [key for _, key in warned(reading.record)] == ["objects.count_unread"]


def test_a_label_that_is_no_count_counts_nothing() -> None:
    reading = read(f"{FOLDER}/posts.json", {"organic_insights_posts": [shown(1, Seguidores="12", Followers="9")]})
    posts = fragment(reading, Posts).rows
    assert (plain(posts.follows), reading.record.unmatched) == ([None], ("Seguidores", "Followers"))


@pytest.mark.parametrize("value", [None, 7, "x", [], {}, [[]], {"a": 7}, {"a": {"value": {"b": 1}}}, {"a": None}])
@pytest.mark.parametrize("root", ["organic_insights_posts", "organic_insights_audience", "organic_insights_reach"])
@pytest.mark.parametrize("key", ["string_map_data", "media_map_data"])
def test_garbage_is_reported_or_left_alone(root: str, key: str, value: object) -> None:
    names = {"posts": "posts", "audience": "audience_insights", "reach": "profiles_reached"}
    path = f"{FOLDER}/{names[root.rpartition('_')[2]]}.json"
    good = shown(1, Likes="3", Followers="4", Men="5%")
    reading = read(path, {root: [{**good, key: value}, good]})
    assert reading.record.rows_read == 2
    assert reading.record.rows_kept >= 1
