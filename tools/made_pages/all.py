"""All pages that are made."""

from made_pages import commands, reports, rules, tables, words


def made() -> dict[str, str]:
    """The text of each, by its path below `docs/`."""
    return {path: text for each in (rules, commands, words, tables, reports) for path, text in each.pages()}
