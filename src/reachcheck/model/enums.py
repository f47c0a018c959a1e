"""The closed lists of the model; each is stored as int8 and -1 stands for unknown."""

from enum import IntEnum


class Direction(IntEnum):
    """Which way a tie or a response points, seen from the profile."""

    IN = 0
    OUT = 1
    MUTUAL = 2


class KeyKind(IntEnum):
    """By what a peer is named; two lists join only on the same kind."""

    ID = 0
    HANDLE = 1
    URL = 2
    NAME = 3


class SinceKind(IntEnum):
    """How exactly the date of a tie is known."""

    EXACT = 0
    DAY = 1
    LOWER_BOUND = 2
    NONE = 3


class Completeness(IntEnum):
    """How much of what exists a table holds."""

    ALL = 0
    WINDOW = 1
    TOP = 2
    UNKNOWN = 3


class Order(IntEnum):
    """By what the rows of a list are ordered."""

    NEWEST_FIRST = 0
    OLDEST_FIRST = 1
    UNKNOWN = 2


class Kind(IntEnum):
    """What a daily value is: a level, arrivals only, or arrivals less departures."""

    GAUGE = 0
    FLOW_GROSS = 1
    FLOW_NET = 2


class Metric(IntEnum):
    """What a daily value counts."""

    FOLLOWERS = 0
    GAINED = 1
    LOST = 2
    IMPRESSIONS = 3
    REACH = 4
    PROFILE_VISITS = 5
    ENGAGEMENTS = 6
    VIEWS = 7
    LIKES = 8
    COMMENTS = 9
    SHARES = 10
    POSTS = 11


class Response(IntEnum):
    """What somebody did in answer to a post."""

    LIKE = 0
    REACTION = 1
    COMMENT = 2
    REPLY = 3
    REPOST = 4
    MENTION = 5
    OTHER = 6


class Scope(IntEnum):
    """Whether the counts of a post are of its whole life or of a window."""

    LIFETIME = 0
    WINDOW = 1


class TableName(IntEnum):
    """The tables of a dossier, for coverage rows."""

    PROFILE = 0
    EDGES = 1
    POSTS = 2
    INTERACTIONS = 3
    DAILY = 4
    GRAPH = 5
    BREAKDOWN = 6
    EVENTS = 7
