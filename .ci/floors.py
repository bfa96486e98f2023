"""pyproject.toml in, the lowest versions that it allows out: a requirement a line, for pip."""

import re
import sys
import tomllib
from pathlib import Path


def main() -> None:
    """Print `name==floor` for every dependency of the program that has a floor."""
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        wanted, _, marker = requirement.partition(";")
        floor = re.fullmatch(r"\s*([\w.-]+)\s*>=\s*([\w.]+)\s*", wanted)
        if floor is None:
            sys.exit(f"{requirement}: no floor to install")
        print(f"{floor[1]}=={floor[2]}" + (f"; {marker.strip()}" if marker else ""))


main()
