"""What tests of the built-in rulebook's context share."""

import pytest

from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.rulebook import Rulebook


@pytest.fixture(scope="session")
def builtin_rulebook() -> Rulebook:
    return load_rulebook(builtin_rules())
