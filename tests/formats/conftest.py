import pytest
import report_samples

from reachcheck.formats.words import Words
from reachcheck.results.report import Results


@pytest.fixture
def nathan() -> Results:
    return report_samples.nathan()


@pytest.fixture
def circle() -> Results:
    return report_samples.circle()


@pytest.fixture
def network() -> Results:
    return report_samples.network()


@pytest.fixture
def hostile() -> Results:
    return report_samples.hostile()


@pytest.fixture
def en() -> Words:
    return Words("en")


@pytest.fixture
def fr() -> Words:
    return Words("fr")
