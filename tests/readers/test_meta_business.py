"""Meta Business Suite: posts of Instagram and of Facebook Pages, one figure by day, and how the audience divides."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from exports_made import checked, days, fragment, member, plain, told, warned

from reachcheck import pipeline
from reachcheck.errors import UnreadableError, UsageError
from reachcheck.model.enums import Completeness, Kind, Metric, Scope
from reachcheck.model.tables import Breakdown, Daily, Posts
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.meta_business import READER
from reachcheck.readers.recognise import PLATFORM_READERS

POSTS = "Post ID,Account username,Publish time,Permalink,Post type,Date,Views,Likes,Follows\n"
PAGE = 'Post ID,Page name,Publish time,Permalink,Date,Reach,"Reactions, comments and shares",Reactions\n'
AT = "https://www.instagram.com/p/C1/"


def read(content: bytes | str, name: str = "Aug-01-2025_Oct-29-2025_12.csv") -> Reading:
    found = member(name, content)
    assert [reader.name for reader in PLATFORM_READERS if reader.claims(found)] == ["meta_business"]
    return checked(READER.read(found, ReadOptions()))


def figure(name: str, rows: str, encoding: str = "utf-16") -> bytes:
    return f'sep=,\r\n"{name}"\r\n"Date","Primary"\r\n{rows}'.encode(encoding)


def values(reading: Reading) -> list[tuple[str, Metric, Kind, float]]:
    rows = fragment(reading, Daily).rows
    found = zip(days(rows.date), rows.metric.tolist(), rows.kind.tolist(), rows.value.tolist(), strict=True)
    return [(day, Metric(metric), Kind(kind), value) for day, metric, kind, value in found]


def shares(reading: Reading) -> list[tuple[str | None, str | None, float | None, str | None]]:
    found = [each.rows for each in reading.fragments if isinstance(each.rows, Breakdown)]
    columns = ((f.dimension.decode(), f.value.decode(), plain(f.share), f.share_text.decode()) for f in found)
    return [row for each in columns for row in zip(*each, strict=True)]


# ---------------------------------------------------------------- posts


def test_a_row_is_a_post_with_the_totals_of_its_life() -> None:
    reading = read(POSTS + f"18050000000000001,lin.bakes,08/03/2025 17:30,{AT},IG reel,Lifetime,900,80,2\n")
    found = fragment(reading, Posts)
    assert (reading.record.platform, found.handle) == ("instagram", "lin.bakes")
    assert found.rows.key.decode() == ["18050000000000001"]
    assert str(found.rows.published_at[0]) == "2025-08-03T17:30:00"
    assert [found.rows.views[0], found.rows.likes[0], found.rows.follows[0]] == [900, 80, 2]
    assert found.rows.scope.tolist() == [Scope.LIFETIME]
    assert found.coverage.completeness.tolist() == [Completeness.WINDOW]


def test_months_come_first_where_no_day_shows_it_and_the_days_are_believed_where_one_does() -> None:
    months = fragment(read(POSTS + f"1,lin,08/03/2025 17:30,{AT},IG reel,Lifetime,9,8,0\n"), Posts)
    clear = fragment(read(POSTS + f"1,lin,30/08/2025 17:30,{AT},IG reel,Lifetime,9,8,0\n"), Posts)
    assert (days(months.rows.published_at), days(clear.rows.published_at)) == (["2025-08-03"], ["2025-08-30"])


def test_an_empty_cell_is_no_zero() -> None:
    found = fragment(read(POSTS + f"1,lin,08/03/2025 17:30,{AT},IG reel,Lifetime,,0,\n"), Posts).rows
    assert (plain(found.views), plain(found.likes), plain(found.follows)) == ([None], [0], [None])


def test_captions_of_several_lines_do_not_become_posts() -> None:
    header = POSTS.replace("Publish time", "Description,Publish time")
    caption = '"Rye\n\n2,lin,caption,08/04/2025 10:00,""quoted"",\n#bread"'
    found = fragment(read(header + f"1,lin,{caption},08/03/2025 17:30,{AT},IG reel,Lifetime,9,8,0\n"), Posts)
    assert found.rows.key.decode() == ["1"]


def test_what_a_post_drew_on_one_day_is_not_taken_for_its_total() -> None:
    rows = [
        f"{n},lin,08/03/2025 17:30,{AT},IG reel,{word},9,{n},0\n" for n, word in ((1, "Lifetime"), (2, "08/04/2025"))
    ]
    reading = read(POSTS + "".join(rows))
    assert fragment(reading, Posts).rows.key.decode() == ["1"]
    assert told(reading.record) == [("Aug-01-2025_Oct-29-2025_12.csv:3", "meta_business.single_day")]


def test_a_file_of_single_days_only_is_refused_with_what_to_ask_for() -> None:
    with pytest.raises(UnreadableError) as refused:
        read(POSTS + f"1,lin,08/03/2025 17:30,{AT},IG reel,08/04/2025,9,8,0\n")
    assert (refused.value.place, refused.value.problem.key) == (
        "Aug-01-2025_Oct-29-2025_12.csv",
        "meta_business.single_days",
    )
    assert refused.value.remedy is not None
    assert refused.value.remedy.key == "meta_business.single_days_remedy"


def test_without_a_word_for_the_whole_life_the_span_of_the_counts_is_unknown() -> None:
    found = fragment(read(POSTS + f"1,lin,08/03/2025 17:30,{AT},IG reel,,9,8,0\n"), Posts).rows
    assert found.scope.tolist() == [-1]


def test_a_story_keeps_its_time_and_none_of_its_counts() -> None:
    rows = [
        f"{n},lin,08/0{n}/2025 17:30,{AT},{kind},Lifetime,90,0,0\n" for n, kind in ((1, "IG story"), (2, "IG image"))
    ]
    reading = read(POSTS + "".join(rows))
    found = fragment(reading, Posts).rows
    assert days(found.published_at) == ["2025-08-01", "2025-08-02"]
    assert (plain(found.views), plain(found.likes), plain(found.follows)) == ([None, 90], [None, 0], [None, 0])
    assert [key for _, key in warned(reading.record)] == ["meta_business.story"]


def test_a_page_is_followed_and_its_sum_of_responses_is_not_taken_for_likes() -> None:
    reading = read(PAGE + "122,Café Lumière,08/03/2025 17:30,https://www.facebook.com/1/posts/2,Lifetime,640,39,31\n")
    found = fragment(reading, Posts)
    assert (reading.record.platform, found.noun, found.mutual) == ("facebook", "followers", False)
    assert [found.rows.interactions[0], found.rows.likes[0], found.rows.reach[0]] == [39, 31, 640]
    assert plain(found.rows.comments) == [None]


def test_a_file_without_an_account_is_of_the_network_to_which_its_addresses_lead() -> None:
    header = "Post ID,Publish time,Permalink,Likes\n"
    there = {"instagram": AT, "facebook": "https://www.facebook.com/1/posts/2"}
    for network, address in there.items():
        assert read(f"{header}1,08/03/2025 17:30,{address},8\n").record.platform == network
    both = member("posts.csv", f"{header}1,08/03/2025 17:30,{AT},8\n2,08/03/2025 17:30,{there['facebook']},8\n")
    assert not READER.claims(both)


def test_a_table_of_posts_of_another_origin_is_left_alone() -> None:
    others = (
        f"Post ID,Publish time,Likes\n1,08/03/2025 17:30,8\n{AT}",
        "Post ID,Publish time,Permalink,Likes\n1,08/03/2025 17:30,https://example.org/1,8\n",
        f"Account username,Publish time,Permalink,Likes\nlin,08/03/2025 17:30,{AT},8\n",
    )
    assert not any(READER.claims(member("posts.csv", other)) for other in others)


def test_cells_that_hold_no_count_are_told_and_cost_their_row_only() -> None:
    row = "{},lin,{}," + AT + ",IG reel,Lifetime,{},{},0\n"
    reading = read(
        POSTS
        + row.format(1, "08/03/2025 17:30", "900", "-4")
        + row.format(2, "08/03/2025 17:30", "1e308", "4")
        + row.format(3, "32/13/2025", "900", "many")
        + row.format(4, "soon", "900", "4")
        + row.format("1.80E+16", "08/05/2025 17:30", "900", "4")
    )
    assert [key for _, key in told(reading.record)] == ["row.negative", "row.too_large", "row.not_a_number"]
    assert [key for _, key in warned(reading.record)] == ["row.date_unread", "row.id_rounded"]
    assert fragment(reading, Posts).rows.key.decode() == ["4", None]


# ---------------------------------------------------------------- one figure by day


def test_follows_are_arrivals_from_which_nobody_who_left_is_taken() -> None:
    reading = read(figure("Instagram follows", '"2025-08-01T00:00:00","12"\r\n"2025-08-04T00:00:00","9"\r\n'), "f.csv")
    assert values(reading) == [
        ("2025-08-01", Metric.GAINED, Kind.FLOW_GROSS, 12),
        ("2025-08-04", Metric.GAINED, Kind.FLOW_GROSS, 9),
    ]
    assert reading.record.platform == "instagram"


@pytest.mark.parametrize(
    ("name", "network", "metric"),
    [
        ("Facebook follows", "facebook", Metric.GAINED),
        ("Follows", "", Metric.GAINED),
        ("Views", "", Metric.VIEWS),
        ("Reach", "", Metric.REACH),
        ("Instagram reach", "instagram", Metric.REACH),
        ("Visits", "", Metric.PROFILE_VISITS),
        ("Instagram profile visits", "instagram", Metric.PROFILE_VISITS),
        ("Content interactions", "", Metric.ENGAGEMENTS),
    ],
)
def test_the_name_above_the_columns_decides_what_is_counted(name: str, network: str, metric: Metric) -> None:
    reading = read(figure(name, '"2025-08-01T00:00:00","12"\r\n'), "whatever.csv")
    assert reading.record.platform == network
    assert [found[1] for found in values(reading)] == [metric]


@pytest.mark.parametrize(
    "name", ["Link clicks", "Viewers", "Instagram unfollows", "Abonnements Instagram", "Net follows"]
)
def test_a_figure_of_another_name_is_refused_whatever_its_file_is_called(name: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(figure(name, '"2025-08-01T00:00:00","12"\r\n'), "Follows.csv")
    assert (refused.value.place, refused.value.problem.key) == ("Follows.csv", "meta_business.other_metric")
    assert refused.value.problem.params == {"metric": name}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_figure_that_was_saved_again_is_read_in_any_encoding(encoding: str) -> None:
    data = figure("Instagram follows", '"2025-08-01T00:00:00","12"\r\n', encoding)
    assert values(read(data)) == [("2025-08-01", Metric.GAINED, Kind.FLOW_GROSS, 12)]
    plain_text = data.replace("sep=,\r\n".encode(encoding.replace("-sig", "")), b"")
    assert values(read(plain_text)) == [("2025-08-01", Metric.GAINED, Kind.FLOW_GROSS, 12)]


def test_days_that_hold_no_count_are_told_and_no_day_is_invented() -> None:
    rows = '"2025-08-01T00:00:00","-2"\r\n"2025-08-02T00:00:00",""\r\n"soon","3"\r\n"2025-08-05T00:00:00","0"\r\n'
    reading = read(figure("Instagram follows", rows), "Follows.csv")
    assert [key for _, key in told(reading.record)] == ["row.negative", "row.no_value", "row.not_a_date"]
    assert values(reading) == [("2025-08-05", Metric.GAINED, Kind.FLOW_GROSS, 0)]


def test_two_columns_alone_are_no_figure_of_meta() -> None:
    assert not READER.claims(member("Follows.csv", "Date,Primary\n2025-08-01,12\n"))
    assert not READER.claims(member("Follows.csv", "sep=,\nDate,Primary\n2025-08-01,12\n"))


# ---------------------------------------------------------------- the audience

AGES = '"Age & gender"\r\n"","Women","Men"\r\n"18-24","8.1%","6.4%"\r\n"65+","--","0.3%"\r\n'
CITIES = '"Top cities"\r\n"Lyon, France","Paris, France"\r\n"41.5","12.25"\r\n'


def audience(*blocks: str, between: str = "\r\n") -> bytes:
    return ("sep=,\r\n" + between.join(blocks)).encode("utf-16")


def test_the_audience_is_divided_by_each_table_of_the_file() -> None:
    reading = read(audience(AGES, CITIES), "Audience.csv")
    assert shares(reading) == [
        ("Age & gender", "18-24, Women", 0.081, "8.1%"),
        ("Age & gender", "18-24, Men", 0.064, "6.4%"),
        ("Age & gender", "65+, Men", 0.003, "0.3%"),
        ("Top cities", "Lyon, France", 0.415, "41.5"),
        ("Top cities", "Paris, France", 0.1225, "12.25"),
    ]
    assert (reading.record.platform, told(reading.record)) == ("", [])


def test_shares_without_a_sign_are_fractions_where_they_add_up_to_no_more_than_one() -> None:
    found = shares(read(audience(AGES, '"Top cities"\r\n"Lyon","Paris"\r\n"0.415","0.1225"\r\n'), "Audience.csv"))
    assert [share for dimension, _, share, _ in found if dimension == "Top cities"] == [0.415, 0.1225]


def test_a_table_that_is_not_read_is_reported_row_by_row() -> None:
    pages = '"Top pages"\r\n"Bread weekly","Le Progrès"\r\n"0.91","0.7"\r\n'
    reading = read(audience(AGES, CITIES, pages), "Audience.csv")
    assert told(reading.record) == [
        ("Audience.csv:12", "meta_business.block"),
        ("Audience.csv:13", "meta_business.block"),
    ]
    assert "Top pages" not in {dimension for dimension, *_ in shares(reading)}


def test_who_came_by_day_is_read_below_the_audience() -> None:
    follows = '"Follows"\r\n"Date","Primary"\r\n"2025-08-01T00:00:00","12"\r\n"2025-08-02T00:00:00","9"\r\n'
    reading = read(audience(AGES, CITIES, follows), "Audience.csv")
    assert values(reading) == [
        ("2025-08-01", Metric.GAINED, Kind.FLOW_GROSS, 12),
        ("2025-08-02", Metric.GAINED, Kind.FLOW_GROSS, 9),
    ]
    assert fragment(reading, Daily).rows.row.tolist() == [13, 14]


def test_a_day_without_a_figure_or_with_two_costs_no_other_day() -> None:
    rows = '"2025-08-01T00:00:00",""\r\n"2025-08-02T00:00:00"\r\n"2025-08-03T00:00:00","9","3"\r\n'
    follows = f'"Follows"\r\n"Date","Primary"\r\n{rows}"2025-08-04T00:00:00","7"\r\n'
    reading = read(audience(AGES, CITIES, follows), "Audience.csv")
    assert values(reading) == [("2025-08-04", Metric.GAINED, Kind.FLOW_GROSS, 7)]
    assert ("Audience.csv:15", "table.long_row") in told(reading.record)
    assert reading.record.rows_read == reading.record.rows_kept + len(reading.record.reported)


@pytest.mark.parametrize("between", ["\r\n", "\r\n\r\n\r\n", ",,\r\n", '"",""\r\n'])
def test_tables_are_divided_by_lines_that_hold_nothing(between: str) -> None:
    assert len(shares(read(audience(AGES, CITIES, between=between), "Audience.csv"))) == 5


@pytest.mark.parametrize(
    ("block", "keys"),
    [
        ('"Top cities"\r\n"Lyon","Paris"\r\n"41.5","12.25","3"\r\n', ["table.long_row"]),
        ('"Top cities"\r\n"Lyon","Paris"\r\n"--",""\r\n', ["row.no_value"]),
        ('"Top cities"\r\n"Lyon","Paris"\r\n', ["meta_business.block"]),
        ('"Top cities"\r\n"Lyon","41.5"\r\n"Paris","3"\r\n"Bron","1"\r\n', ["meta_business.block"] * 3),
        ('"Top cities"\r\n', []),
    ],
)
def test_a_table_of_another_form_gives_no_share_to_anybody(block: str, keys: Sequence[str]) -> None:
    reading = read(audience(AGES, block), "Audience.csv")
    assert [key for _, key in told(reading.record)] == keys
    assert {dimension for dimension, *_ in shares(reading)} == {"Age & gender"}


def test_shares_that_no_audience_can_have_are_left_empty_and_told() -> None:
    reading = read(audience(AGES.replace("8.1%", "810%").replace("6.4%", "a few"), CITIES), "Audience.csv")
    assert shares(reading)[:2] == [
        ("Age & gender", "18-24, Women", None, "810%"),
        ("Age & gender", "18-24, Men", None, "a few"),
    ]
    assert [(note.what.key, note.what.params) for note in reading.record.warnings] == [
        ("meta_business.shares", {"values": ("810%", "a few")})
    ]


def test_one_of_these_titles_alone_is_no_file_of_metas() -> None:
    assert not READER.claims(member("Audience.csv", audience(AGES)))
    assert not READER.claims(member("Audience.csv", audience(CITIES)))
    assert not READER.claims(member("Audience.csv", "Age & gender,Top cities\n1,2\n"))


# ---------------------------------------------------------------- which files, and several of them


@pytest.mark.parametrize(
    "path",
    [
        "Aug-01-2025_Oct-29-2025_1122334455667788.csv",
        "Aug-01-2025_Oct-29-2025_1122334455667788 (1).csv",
        "export/lin instagram 2025.csv",
        "posts.csv",
        "Content (2).csv",
        "Follows.csv",
        "Instagram follows.csv",
        "Reach (1).csv",
        "Link clicks.csv",
        "Audience.csv",
    ],
)
def test_its_files_are_wanted(path: str) -> None:
    assert READER.wants(path)


@pytest.mark.parametrize(
    "path",
    [
        "instagram_messages.csv",
        "Meta inbox export.csv",
        "facebook leads 2025.csv",
        "Leads_2025-08-01_2025-08-31.csv",
        "instagram contacts.csv",
        "facebook_comments.csv",
        "Customer emails meta.csv",
        "Untitled-report-Aug-1-2025-to-Aug-31-2025.csv",
        "Campaigns.csv",
        "Gender.csv",
        "FollowerTopTerritories.csv",
        "Connections.csv",
        "posts.json",
    ],
)
def test_what_people_wrote_and_left_is_never_opened(path: str) -> None:
    assert not READER.wants(path)


def folder(place: Path, files: Mapping[str, bytes | str]) -> str:
    for name, data in files.items():
        (place / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return str(place)


def test_a_figure_that_is_not_read_costs_no_other_file(tmp_path: Path) -> None:
    files = {
        "Follows.csv": figure("Instagram follows", '"2025-08-01T00:00:00","12"\r\n'),
        "Link clicks.csv": figure("Link clicks", '"2025-08-01T00:00:00","3"\r\n'),
    }
    dossiers = pipeline.read([folder(tmp_path, files)])
    assert dossiers.daily.value.tolist() == [12]
    assert [note.what.key for note in dossiers.sources[1].warnings] == ["pipeline.unreadable"]


def test_the_same_day_in_two_files_is_counted_once(tmp_path: Path) -> None:
    rows = '"2025-08-01T00:00:00","12"\r\n'
    follows = f'"Follows"\r\n"Date","Primary"\r\n{rows}'
    files = {"Follows.csv": figure("Instagram follows", rows), "Audience.csv": audience(AGES, CITIES, follows)}
    dossiers = pipeline.read([folder(tmp_path, files)])
    assert dossiers.daily.value.tolist() == [12]


def test_figures_of_instagram_and_of_facebook_are_never_added_up(tmp_path: Path) -> None:
    rows = '"2025-08-01T00:00:00","12"\r\n'
    files = {
        "Follows.csv": figure("Instagram follows", rows),
        "Follows (1).csv": figure("Facebook follows", rows.replace("12", "99")),
    }
    with pytest.raises(UsageError):
        pipeline.read([folder(tmp_path, files)])
    options = ReadOptions(platform="facebook")
    dossiers = pipeline.read([str(tmp_path)], options)
    assert dossiers.daily.value.tolist() == [99]
