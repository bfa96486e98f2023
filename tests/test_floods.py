"""A sign that somebody repeats tens of thousands of times costs what as many other signs do: each case runs in a process whose time has an end."""

import subprocess
import sys
from typing import Final

import pytest
from command_line import ROOT

SECONDS: Final = 20  # of processor time, start included; what grows with the square takes minutes

FLOODS: Final = {
    "blanks in a title on a terminal": """
from chataudit.reporters.terminal_text import one_line
assert one_line("К" + " " * 200_000 + "x\\n  y").endswith("x y")
""",
    "blanks behind a bare document id": """
from chataudit.parsers.telegram_odd import repair
assert repair(b'"document_id": a' + b" " * 300_000 + b"x,\\n").endswith(b'x",\\n')
""",
    "blanks before the title of a page": """
from chataudit.batch.sighting import find_title
assert find_title("telegram_html", b'<div class="text bold">' + b" " * 60_000 + b"x" * 2_000) is None
""",
    "digits and underscores in a name that is hidden": """
from chataudit.redaction.pieces import find_pieces
assert {each.words for each in find_pieces("1_" * 30_000)} == {"1"}
""",
    "an address without an end in a name that is hidden": """
from chataudit.redaction.pieces import find_pieces
assert find_pieces("a." * 30_000)
""",
    "quotation marks that nobody closes": """
from chataudit.redaction.report import change_quotes
assert change_quotes("«" * 300_000 + "а»б", str.upper).endswith("А»б")
""",
    "one long word in a cut quote": """
from chataudit.redaction.texts import CUT_WORD
assert CUT_WORD.sub("…", "а" * 300_000 + " б…") == "а" * 300_000 + " …"
""",
    "line ends between the items of a list": """
from chataudit.matching.features import find_features
assert find_features(["- а" + "\\n" * 100_000 + text for text in ("б", "- б")], "list", [0, 1]).tolist() == [False, True]
""",
    "letters before the sign of an address": """
from chataudit.matching.features import find_features
assert find_features(["а" * 500_000 + text for text in ("@ ", "@b.c")], "email", [0, 1]).tolist() == [False, True]
""",
    "a letter on each of a million lines": """
from chataudit.russian.running_text import in_running_text
assert in_running_text("д\\n" * 1_000_000).startswith("д д д")
""",
    "word lists that hold each other": """
from chataudit.rulebook.loader import find_circle
assert find_circle({str(number): {str(number + 1)} for number in range(30_000)}) == []
""",
}


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_CPU is not known there")
@pytest.mark.parametrize("code", FLOODS.values(), ids=FLOODS)
def test_flood_of_one_sign_takes_no_more_than_its_length(code: str):
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))"
    ran = subprocess.run([sys.executable, "-c", limit + code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr[-500:]
