"""How the laws are tried: in the suite by the program as it is, in the long run with one index of texts for all conversations."""

from collections.abc import Iterator

import pytest
from laws.examples import IS_LONG
from laws.one_index import one_index


@pytest.fixture
def judged_quickly() -> Iterator[None]:
    if not IS_LONG:
        yield
        return
    with one_index():
        yield
