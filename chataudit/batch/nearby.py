"""An export in, the settings file and the roster that lie near it out."""

from pathlib import Path

from chataudit.config import FILE_NAME
from chataudit.wording import LANGUAGES, wording


def find_config_near(path: Path, folder: Path) -> Path | None:
    """Return the settings file beside an export, else the nearest one above it, no higher than the batch's folder."""
    above = [each for each in path.parents if each == folder or folder in each.parents]
    return next((config for each in above if (config := each / FILE_NAME).is_file()), None)


def find_roster_beside(path: Path) -> Path | None:
    """Return the roster beside an export, by the names that are known for one."""
    names = [name for language in LANGUAGES for name in wording(language, "batch.roster_names").split("|")]
    return next((roster for name in names if (roster := path.parent / name).is_file()), None)
