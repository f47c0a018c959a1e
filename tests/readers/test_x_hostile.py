"""Whatever stands in a file of X's shape: it is read with every row accounted for, or refused with a remedy."""

import json

from exports_made import checked, member
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reachcheck.errors import UnreadableError
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Reader, ReadOptions
from reachcheck.readers.x import READER as X
from reachcheck.readers.x.headers import ACTIVITY, CONTENT, DAILY_ACTIVITY, OVERVIEW, VIDEO
from reachcheck.readers.x_collected import READER as COLLECTED
from reachcheck.readers.x_collected import api, scraped

WORDS = st.sampled_from(
    [
        "",
        " ",
        "ada",
        "@ada",
        "RT @ada: x",
        "=1+1",
        "\u202e",
        "\0",
        "-1",
        "0",
        "12",
        "1541815603606036480",
        "1e999",
        "NaN",
    ]
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), WORDS, st.text(max_size=5))
STEPS = {
    step for names in (api.POSTS, api.PEOPLE, scraped.POSTS, scraped.PEOPLE) for each in names.values() for step in each
}
MORE = """
    tweet follower accountId like tweetId expandedUrl account id_str full_text entities user_mentions mentions type data
    includes users userInfo archiveInfo generationDate dataTypes files fileName count favorite_count retweet_count
    in_reply_to_user_id_str
"""
KEYS = st.sampled_from(sorted({part for step in STEPS for part in step.split(".")}.union(MORE.split())))
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=14
)
ROWS = st.lists(VALUES, max_size=4)
KINDS = st.sampled_from(["tweets", "tweet", "follower", "following", "like", "account"])
DAYS = st.sampled_from(
    ["", "2025-08-26", "Tue, Aug 26, 2025", "26/08/2025", "8/26/2025", "soon", "2022-04-01 12:00 +0000"]
)
LINKS = st.sampled_from(["", "https://x.com/ada/status/12", "https://x.com/i/status/12", "https://example.org"])
CELLS = st.one_of(
    DAYS, LINKS, st.sampled_from(["0", "5", "-3", "1,200", "1.2K", "--", "< 1%"]), WORDS, st.text(max_size=5)
)
HEADERS = st.sampled_from(
    [",".join(each[0] for each in header.names.values()) for header in (OVERVIEW, CONTENT, ACTIVITY, DAILY_ACTIVITY)]
    + [",".join(each[0] for each in VIDEO.names.values()) + ",Watch Time (ms),Completion Rate"]
    + [",".join(f"α{n}" for n in range(width)) for width in (14, 17, 40)]
    + ["tweet_id,timestamp,in_reply_to_status_id,in_reply_to_user_id,retweeted_status_id,retweeted_status_user_id"]
)
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(reader: Reader, name: str, content: str) -> None:
    """Read what is claimed, and put it in its place."""
    found = member(name, content.encode("utf-8", "surrogatepass"))
    if not reader.claims(found):
        return
    try:
        assemble([checked(reader.read(found, ReadOptions()))])
    except UnreadableError as error:
        assert error.place.startswith(name)
        assert error.problem.key


@CALM
@given(kind=KINDS, rows=ROWS | VALUES)
def test_any_json_in_a_script_of_the_archive(kind: str, rows: object) -> None:
    outcome(X, f"{kind}.js", f"window.YTD.{kind}.part0 = {json.dumps(rows)}")


@CALM
@given(value=VALUES, more=st.dictionaries(KEYS, VALUES, max_size=4))
def test_any_json_in_the_list_of_files(value: object, more: dict[str, object]) -> None:
    outcome(X, "manifest.js", f"window.__THAR_CONFIG = {json.dumps(value)}")
    outcome(X, "manifest.js", f"window.__THAR_CONFIG = {json.dumps(more)}")
    outcome(X, "user_details.js", f"var user_details = {json.dumps({'screen_name': 'ada', **more})}")


@CALM
@given(header=HEADERS, rows=st.lists(st.lists(CELLS, max_size=17).map(",".join), max_size=5))
def test_any_cells_under_a_header_of_analytics(header: str, rows: list[str]) -> None:
    outcome(X, "account_overview_analytics.csv", "\n".join([header, *rows]))


@CALM
@given(rows=ROWS, page=st.booleans())
def test_any_json_among_collected_posts(rows: list[object], page: bool) -> None:
    first = {"id": "1", "author_id": "7", "public_metrics": {"retweet_count": 0, "like_count": 0}}
    items = [{"data": [first, *rows], "includes": {"users": rows}}] if page else [first, *rows]
    outcome(COLLECTED, "a.jsonl", "\n".join(map(json.dumps, items)))
    outcome(COLLECTED, "a.json", json.dumps(items))
    user = {"_type": "snscrape.modules.twitter.User", "username": "ada"}
    outcome(COLLECTED, "followers.jsonl", "\n".join(map(json.dumps, [user, *rows])))


@CALM
@given(tweet=st.dictionaries(KEYS, VALUES, max_size=12), other=st.dictionaries(KEYS, VALUES, max_size=12))
def test_any_values_under_the_names_of_a_post(tweet: dict[str, object], other: dict[str, object]) -> None:
    outcome(X, "tweets.js", f"window.YTD.tweets.part0 = {json.dumps([{'tweet': tweet}, {'tweet': other}])}")
    lines = [
        {"_type": "snscrape.modules.twitter.Tweet", "user": {"username": "ada", **other}, **tweet},
        {**other, **tweet},
    ]
    outcome(COLLECTED, "a.jsonl", "\n".join(map(json.dumps, lines)))
    metrics = {"retweet_count": 1, "like_count": 1, **other}
    outcome(COLLECTED, "a.jsonl", json.dumps({"author_id": "7", "author": other, **tweet, "public_metrics": metrics}))
