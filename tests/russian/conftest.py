from pathlib import Path

import pytest
import yaml

from chataudit.russian.name_words import NameWords


@pytest.fixture(scope="session")
def words() -> NameWords:
    """The words of display names that the program ships."""
    lists = Path(__file__).parents[2] / "rules" / "russian" / "names.yaml"
    return NameWords.from_lists(yaml.safe_load(lists.read_text(encoding="utf-8"))["names"])
