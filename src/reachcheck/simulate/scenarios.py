"""The named scenarios."""

from datetime import date

from reachcheck.simulate.plans import Crowd, Growth, Hit, Plan, Posting, Purchase

GENUINE, INFLATED, UNASSESSABLE = "genuine community", "inflated count", "not assessable"


def _day(year: int, month: int, day: int) -> int:
    """A day of the usual window, counted from its first."""
    return (date(year, month, day) - date(2025, 10, 1)).days


CIRCLE = Plan(
    handle="circle_594",
    label=GENUINE,
    since=date(2015, 4, 11),
    crowd=Crowd(
        mixture=((0.30, 0.9, 20.0), (0.34, 1.6, 22.0), (0.17, 2.2, 9.0)),
        mutual=0.9,
        others=62,
        talk=0.25,
        answered=0.9,
        outside=0.004,
        boost=0.2,
        hollow=0.01,
    ),
    growth=Growth(start=536, gained=66, left=8, bursts=0.25, weekend=1.3),
    posting=Posting(posts=64, weeks=53, quiet=1, habit=0.92, view=0.55, pull=0.4, earlier=388),
)

NATHAN = Plan(
    handle="nathan_3000",
    label=INFLATED,
    since=date(2019, 9, 2),
    crowd=Crowd(
        mixture=((0.20, 1.0, 22.0), (0.14, 2.0, 7.0)),
        mutual=0.16,
        others=64,
        talk=0.12,
        answered=0.8,
        outside=0.01,
        hollow=0.03,
    ),
    growth=Growth(start=214, gained=140, left=16, bursts=0.4),
    posting=Posting(posts=71, weeks=43, quiet=3, habit=0.35, view=0.7, pull=0.45, earlier=96),
    hits=(Hit(day=_day(2026, 4, 9), times=18.0, brings=78, days=0.9),),
    purchases=(
        Purchase(day=_day(2026, 2, 12), days=3, size=1480, together=0.82, created=date(2019, 3, 4)),
        Purchase(day=_day(2026, 6, 3), days=2, size=1130, together=0.68, created=date(2021, 9, 13), dropped=0.01),
    ),
)

BRAND = Plan(
    handle="brand_page",
    label=GENUINE,
    since=date(2014, 2, 17),
    crowd=Crowd(
        mixture=((0.22, 0.7, 85.0), (0.02, 1.0, 40.0)),
        mutual=0.008,
        others=90,
        talk=0.1,
        answered=0.5,
        outside=0.0006,
        boost=0.6,
        hollow=0.04,
    ),
    growth=Growth(start=9300, gained=2100, left=1040, bursts=0.45, weekend=0.65, evenness=5.0),
    posting=Posting(posts=318, weeks=53, quiet=0, habit=0.16, view=0.3, pull=0.7, earlier=2410),
    hits=(
        Hit(day=_day(2025, 11, 20), times=14.0, brings=520, days=2.5, interest=0.7),
        Hit(day=_day(2026, 2, 3), times=9.0, brings=310, days=2.0, interest=0.7),
        Hit(day=_day(2026, 5, 12), times=12.0, brings=430, days=3.0, interest=0.7),
        Hit(day=_day(2026, 9, 1), times=10.0, brings=380, days=2.5, interest=0.7),
    ),
)

VIRAL = Plan(
    handle="viral_week",
    label=GENUINE,
    since=date(2018, 1, 22),
    crowd=Crowd(
        mixture=((0.34, 0.8, 18.0), (0.10, 2.0, 12.0)),
        mutual=0.22,
        others=130,
        talk=0.14,
        answered=0.65,
        outside=0.018,
        boost=1.4,
        hollow=0.03,
    ),
    growth=Growth(start=790, gained=150, left=85, bursts=0.4),
    posting=Posting(posts=66, weeks=47, quiet=2, habit=0.35, view=0.6, pull=0.5, earlier=204),
    hits=(Hit(day=_day(2026, 3, 17), times=160.0, brings=945, days=1.9, interest=0.45),),
)

NEW = Plan(
    handle="new_account",
    label=UNASSESSABLE,
    since=date(2026, 8, 27),
    crowd=Crowd(mixture=((0.5, 1.0, 9.0),), mutual=0.6, others=45, outside=0.02),
    growth=Growth(start=0, gained=42, left=1, bursts=0.3, evenness=1.0),
    posting=Posting(posts=3, weeks=3, quiet=2, view=1.0, earlier=0),
    days=35,
    daily_rows=5,
)

EXPERT = Plan(
    handle="quiet_expert",
    label=GENUINE,
    since=date(2016, 6, 6),
    crowd=Crowd(
        mixture=((0.22, 0.8, 12.0), (0.24, 3.0, 5.5)),
        mutual=0.5,
        others=110,
        talk=0.3,
        answered=0.88,
        outside=0.012,
    ),
    growth=Growth(start=372, gained=61, left=13, bursts=0.5, weekend=0.8),
    posting=Posting(posts=18, weeks=17, quiet=4, habit=0.25, view=0.7, pull=0.55, earlier=71),
)

DORMANT = Plan(
    handle="dormant",
    label=UNASSESSABLE,
    since=date(2015, 10, 5),
    crowd=Crowd(mixture=((0.25, 0.8, 20.0), (0.05, 2.0, 9.0)), mutual=0.4, others=90, answered=0.3),
    growth=Growth(start=815, gained=14, left=46, bursts=0.1),
    posting=Posting(posts=4, weeks=4, quiet=3, until=56, earlier=342),
)

TWO_VIRAL = Plan(
    handle="two_viral",
    label=GENUINE,
    since=date(2017, 3, 13),
    crowd=Crowd(
        mixture=((0.34, 0.8, 18.0), (0.10, 2.0, 12.0)), mutual=0.2, others=140, outside=0.018, boost=1.2, hollow=0.03
    ),
    growth=Growth(start=610, gained=160, left=90, bursts=0.4),
    posting=Posting(posts=74, weeks=49, quiet=2, habit=0.3),
    hits=(
        Hit(day=_day(2025, 12, 9), times=90.0, brings=430, days=1.7, interest=0.5),
        Hit(day=_day(2026, 6, 23), times=110.0, brings=590, days=2.1, interest=0.5),
    ),
)

SLOW_DRIP = Plan(
    handle="slow_drip",
    label=INFLATED,
    since=date(2018, 5, 28),
    crowd=Crowd(mixture=((0.22, 1.0, 22.0), (0.12, 2.0, 7.0)), mutual=0.2, others=95, hollow=0.03),
    growth=Growth(start=480, gained=120, left=30, bursts=0.4),
    posting=Posting(posts=68, weeks=46, quiet=2, habit=0.35),
    purchases=(Purchase(day=_day(2026, 2, 2), days=60, size=1200, together=0.3, created=date(2020, 6, 1)),),
)

SCENARIOS: dict[str, Plan] = {
    "circle-594": CIRCLE,
    "nathan-3000": NATHAN,
    "brand-page": BRAND,
    "viral-week": VIRAL,
    "new-account": NEW,
    "quiet-expert": EXPERT,
    "dormant": DORMANT,
    "two-viral": TWO_VIRAL,
    "slow-drip": SLOW_DRIP,
}
"""What `invent` knows; each plan is one profile before chance."""

SAMPLES: dict[str, int] = {
    "circle-594": 5,
    "nathan-3000": 6,
    "brand-page": 1,
    "viral-week": 1,
    "new-account": 2,
    "quiet-expert": 1,
}
"""The profiles in data/samples and the seed of each."""
