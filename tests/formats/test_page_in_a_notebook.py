"""The page inside a notebook: in a frame that nothing leaves, whole or one picture, or why there is none."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from reachcheck.formats.html.page import page
from reachcheck.formats.html.pictures import pictures
from reachcheck.formats.words import Words
from reachcheck.pipeline import analyze_one, read


class Frame(HTMLParser):
    """What a browser makes of it: the elements, and of each its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def few(samples):
    return analyze_one(read([str(samples / "new-account")]))


def test_a_strangers_name_does_not_get_out_of_the_frame(few) -> None:
    hostile = replace(few, profile=replace(few.profile, handle="\"></iframe><script>alert('1')</script>"))
    shown = page(hostile)
    ((tag, attributes),) = Frame(shown._repr_html_()).found
    assert tag == "iframe" and attributes["srcdoc"] == shown.html
    assert attributes["sandbox"] is None
    assert "<script" not in shown.html


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_picture_alone_is_that_of_the_report(few, lang: str) -> None:
    words = Words(lang).speaking_of(few.profile.noun)
    whole = page(few, lang=lang).html
    for picture in pictures(few, words):
        alone = page(few, picture.ident, lang=lang).html
        assert (picture.svg or str(Words(lang).say("html.because", name=picture.title, reason=picture.says))) in alone
        assert picture.svg in whole
        assert ("<figure" in alone) == bool(picture.svg)
        assert ("src=" in alone, "href=" in alone, "<script" in alone) == (False, False, False)


def test_the_height_is_that_which_was_asked_for(few) -> None:
    assert "height:300px" in page(few, "growth", height=300)._repr_html_()


def test_a_picture_that_nobody_draws_is_refused(few) -> None:
    with pytest.raises(ValueError, match="'fame' is none of"):
        page(few, "fame")
