"""Reads what tools collect of public profiles; each row says whose it is, and the columns say of which platform.

Nobody's messages are in such files. Texts, names, places, pictures and the people who commented are not kept.
"""

from reachcheck.readers.collected import crowdtangle
from reachcheck.readers.kit.shapes import Shape, ShapedReader
from reachcheck.readers.kit.sniff import has_titles
from reachcheck.readers.source import Member

_CROWDTANGLE = r"(?:^|/)[^/]*(?:csv-export|crowdtangle)[^/]*\.csv$"


def _facebook(member: Member) -> bool:
    titles = ("Facebook Id", "Page Name", "Group Name")
    return any(has_titles(*crowdtangle.MARKS, title)(member) for title in titles)


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
)


def _exported_at(member: Member) -> str | None:
    return crowdtangle.exported_at(member)


READER = ShapedReader("collected", "instagram", SHAPES, exported_at=_exported_at)
