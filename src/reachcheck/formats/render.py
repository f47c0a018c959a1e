"""One report in one format, for the Python API and the command line."""

from collections.abc import Callable, Mapping

from reachcheck.formats.words import Words
from reachcheck.results.report import Results

FORMATS = ("text", "html", "md", "json", "csv")


def render(
    results: Results, *, format: str = "text", lang: str = "en", width: int = 80,  # noqa: A002
    formats: Mapping[str, Callable[[Results, Words], str]] | None = None,
    texts: Mapping[str, Mapping[str, str]] | None = None,
) -> str:  # fmt: skip
    """The report of one profile as text, HTML, Markdown, JSON or a table of measures; ValueError for another format.

    `formats` and `texts` are those of plug-ins.
    """
    words = Words(lang, more=texts)
    if formats and format in formats:
        return formats[format](results, words)
    if format == "json":
        from reachcheck.formats import to_json

        return to_json.render(results, words)
    if format == "csv":
        from reachcheck.formats import tabled, to_csv

        return to_csv.render(tabled.of_profile("measures", results, words))
    if format == "md":
        from reachcheck.formats import markdown

        return markdown.render(results, words)
    if format == "html":
        from reachcheck.formats import html

        return html.render(results, words)
    if format != "text":
        raise ValueError(f"{format!r} is none of {FORMATS}")
    from reachcheck.formats.text import render as lines

    return "".join(f"{line.text}\n" for line in lines(results, words, width))
