"""From a file of the export, JSON or HTML, to its entries."""

from reachcheck.readers.kit.meta import Entries, json_entries
from reachcheck.readers.kit.pages import is_page, page_entries
from reachcheck.readers.source import Member
from reachcheck.readers.table import read_json


def entries_of(member: Member, *roots: str) -> Entries:
    """The entries of a file, in JSON those under one of these keys; raises UnreadableError where it holds no list."""
    if is_page(member):
        return page_entries(member)
    return json_entries(read_json(member.content, member.name), member.name, *roots)
