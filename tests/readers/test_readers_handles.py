"""Whom the addresses of posts, pages and profiles name: their owner, or nobody."""

import pytest

from reachcheck.readers.values import handles


@pytest.mark.parametrize(
    "address",
    [
        "https://www.instagram.com/p/ABC/",
        "https://www.instagram.com/reel/ABC/?igsh=x",
        "https://www.instagram.com/reels/ABC",
        "instagram.com/tv/ABC",
        "https://www.instagram.com/share/reel/ABC",
        "https://www.instagram.com/explore/tags/cats/",
        "https://www.instagram.com/accounts/login/?next=/ann/",
        "https://www.instagram.com/stories/highlights/123/",
        "https://www.instagram.com/stories/",
        "https://x.com/i/status/1",
        "https://x.com/i/web/status/1",
        "https://twitter.com/hashtag/cats",
        "https://twitter.com/intent/user",
        "https://twitter.com/search?q=ann",
        "https://vm.tiktok.com/ZMabc/",
        "https://www.tiktok.com/t/ZMabc/",
        "https://www.tiktok.com/tag/cats",
        "https://www.tiktok.com/music/song-123",
        "https://m.tiktok.com/v/123.html",
        "https://www.threads.net/t/ABC",
        "https://www.linkedin.com/feed/update/urn:li:activity:123/",
        "https://www.linkedin.com/pulse/some-title-ann",
        "https://www.facebook.com/watch/?v=123",
        "https://www.facebook.com/reel/123",
        "https://www.facebook.com/photo.php?fbid=123",
        "https://www.facebook.com/groups/123/posts/456/",
        "https://www.facebook.com/events/123",
        "https://www.facebook.com/story.php?story_fbid=9",
        "https://bsky.app/search?q=ann",
    ],
)
def test_an_address_that_names_nobody_is_nobodys_handle(address: str) -> None:
    assert handles([address]) == [None]


@pytest.mark.parametrize(
    ("address", "author"),
    [
        ("https://www.instagram.com/Ann/p/ABC/", "ann"),
        ("https://www.instagram.com/ann/reel/ABC/", "ann"),
        ("https://www.instagram.com/ann/tagged/", "ann"),
        ("https://www.instagram.com/stories/ann/123/", "ann"),
        ("https://www.instagram.com/stories// ann /123/", "ann"),
        ("https://www.instagram.com/highlights", "highlights"),
        ("https://www.instagram.com/stories.of.ann/", "stories.of.ann"),
        ("https://www.instagram.com/p.ann/", "p.ann"),
        ("https://x.com/Ann/status/1", "ann"),
        ("https://twitter.com/ann/statuses/1/photo/2?s=20", "ann"),
        ("https://x.com/ann/followers", "ann"),
        ("https://x.com/i/user/123", "123"),
        ("https://twitter.com/intent/user?user_id=123", "123"),
        ("https://x.com/intent/follow?ref=a&screen_name=Ann", "ann"),
        ("https://www.tiktok.com/@ann/video/1", "ann"),
        ("https://www.tiktok.com/@ann/photo/1?lang=en", "ann"),
        ("https://www.threads.net/@ann/post/ABC", "ann"),
        ("https://www.linkedin.com/in/ann-b/recent-activity/all/", "ann-b"),
        ("https://www.linkedin.com/comm/in/ann-b", "ann-b"),
        ("https://www.linkedin.com/company/acme/posts/", "acme"),
        ("https://www.linkedin.com/posts/ann-b_some-text-activity-123-x", "ann-b"),
        ("https://www.facebook.com/ann/posts/123", "ann"),
        ("https://m.facebook.com/ann/videos/123/", "ann"),
        ("https://www.facebook.com/people/Ann-B/123/", "123"),
        ("https://www.facebook.com/pages/category/Ann/123", "123"),
        ("https://www.facebook.com/groups/1/user/123/", "123"),
        ("https://www.facebook.com/permalink.php?story_fbid=9&id=123", "123"),
        ("https://bsky.app/profile/ann.bsky.social/post/3k", "ann.bsky.social"),
    ],
)
def test_all_that_is_below_a_profile_is_its_owners(address: str, author: str) -> None:
    assert handles([address]) == [author]
