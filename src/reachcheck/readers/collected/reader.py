"""Reads what tools collect of public profiles; each row says whose it is, and the columns say of which platform.

Nobody's messages are in such files. Texts, names, places, pictures and the people who commented are not kept.
"""

import re
from datetime import date

from reachcheck.readers.collected import accounts, apify, crowdtangle, instaloader, phantombuster
from reachcheck.readers.kit.shapes import Shape, ShapedReader
from reachcheck.readers.kit.sniff import begins, has_columns, has_titles
from reachcheck.readers.source import Member

_CROWDTANGLE = r"(?:^|/)[^/]*(?:csv-export|crowdtangle)[^/]*\.csv$"
_APIFY = r"(?:^|/)(?:dataset_|[^/]*(?:apify|scraper))[^/]*\.(?:json|jsonl|csv)$"
_PHANTOMBUSTER = r"(?:^|/)[^/]*phantombuster[^/]*\.csv$"
_PEOPLE = r"(?:^|/)[^/]*(?:followers|following)[^/]*\.csv$"
_INSTALOADER = (
    r"(?:^|/)(?:[^/]*_UTC|(?![^/]*(?:message|inbox|chat|direct|comment|login|device))[\w.]+_\d{6,})(?: ?\(\d+\))?"
)
"""A post by its time, or an account by its name and number; numbers of parts are shorter."""
_COMMENTS = r"(?:^|/)[^/]*_UTC_comments(?: ?\(\d+\))?\.json$"
_DATED = re.compile(r"[_-](\d{4}-\d{2}-\d{2})(?:[_-]\d{2}-\d{2}-\d{2}[^/]*)?\.(?:json|jsonl|csv)$", re.IGNORECASE)


def _facebook(member: Member) -> bool:
    titles = ("Facebook Id", "Page Name", "Group Name")
    return any(has_titles(*crowdtangle.MARKS, title)(member) for title in titles)


def _instaloader(member: Member) -> bool:
    """One node with the mark of Instaloader, or where that lies too far down, with names that only Instagram has."""
    marks = (b'"instaloader"', b'"edge_media_preview_like"', b'"edge_followed_by"', b'"iphone_struct"')
    return begins(rb'\{\s*"node"\s*:\s*\{')(member) and any(mark in member.head for mark in marks)


SHAPES = (
    Shape(
        name="crowdtangle_facebook",
        path=_CROWDTANGLE,
        shown_by=_facebook,
        read=crowdtangle.facebook,
        platform="facebook",
    ),
    Shape(
        name="crowdtangle_instagram",
        path=_CROWDTANGLE,
        shown_by=has_titles(*crowdtangle.MARKS, "Account"),
        read=crowdtangle.instagram,
    ),
    Shape(
        name="apify_tiktok",
        path=_APIFY,
        shown_by=begins(rb"[\[{]", b'"authorMeta"', b'"diggCount"', b'"playCount"'),
        read=apify.tiktok,
        platform="tiktok",
    ),
    Shape(
        name="apify_tiktok",
        path=_APIFY,
        shown_by=has_columns(apify.TIKTOK, "handle", "likes", "views"),
        read=apify.tiktok,
        platform="tiktok",
    ),
    Shape(
        name="apify_instagram_accounts",
        path=_APIFY,
        shown_by=begins(rb"[\[{]", b'"username"', b'"followersCount"', b'"followsCount"', b"instagram"),
        read=accounts.accounts,
    ),
    Shape(
        name="apify_instagram_accounts",
        path=_APIFY,
        shown_by=has_titles("username", "followersCount", "followsCount", "postsCount"),
        read=apify.profiles,
    ),
    Shape(
        name="apify_instagram",
        path=_APIFY,
        shown_by=begins(rb"[\[{]", b'"ownerUsername"', b'"likesCount"', b'"commentsCount"', b'"shortCode"'),
        read=apify.instagram,
    ),
    Shape(
        name="apify_instagram",
        path=_APIFY,
        shown_by=has_titles("ownerUsername", "likesCount", "commentsCount", "shortCode"),
        read=apify.instagram,
    ),
    Shape(
        name="phantombuster_posts",
        path=_PHANTOMBUSTER,
        shown_by=has_titles("postUrl", "likeCount", "commentCount", "pubDate"),
        read=phantombuster.posts,
    ),
    Shape(
        name="instaloader",
        path=_INSTALOADER + r"\.json(?:\.xz)?$",
        shown_by=_instaloader,
        read=instaloader.structure,
    ),
    Shape(
        name="instaloader_comments",
        path=_COMMENTS,
        shown_by=begins(rb"\[", b'"created_at"', b'"answers"', b'"owner"', b'"username"', b'"text"'),
        read=instaloader.comments,
    ),
    Shape(name="people", path=_PEOPLE, shown_by=phantombuster.is_people, read=phantombuster.people),
)


def _exported_at(member: Member) -> str | None:
    """The day in the names that these tools give their files."""
    found = _DATED.search(member.name)
    written = found[1] if found else crowdtangle.named_day(member)
    try:
        return date.fromisoformat(written or "").isoformat()
    except ValueError:
        return None


READER = ShapedReader("collected", "instagram", SHAPES, exported_at=_exported_at)
