"""Takes the README's pictures anew from a sample: `python tests/renew_pictures.py [CHROMIUM]`; look at them before they land."""

import io
import re
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from command_line import ROOT
from PIL import Image
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from chataudit.auditing import audit
from chataudit.findings import Report
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.reporters import REPORTERS
from chataudit.reporters.base import ReportOptions
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.scan import ScanOptions, gather_settings

PICTURES: Final = ROOT / ".github" / "pictures"
SAMPLE: Final = "samples/bad-class"
SHOWN_AT: Final = datetime(2026, 3, 20, 12, tzinfo=UTC)
COLOURS: Final = 64  # a page of text needs no more, and weighs a third
COLUMNS: Final = 84
LINES: Final = 28

POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')  # it would forbid the style that is added for a picture
HIDDEN: Final = "header.top, main > :not(#recommendations), #recommendations > :not(#r09)"
ONE_RECOMMENDATION: Final = f"<style>{HIDDEN} {{display: none !important}} main, #recommendations {{margin: 0 !important}}</style>"
DARK: Final = "body {margin: 16px 20px; background: #101010; color: #ddd; font: 15px/1.4 'DejaVu Sans Mono', monospace}"
TERMINAL: Final = f"<style>{DARK} pre {{margin: 0; font: inherit}}</style>"


def report_of_sample() -> Report:
    """Return the report that the pictures show."""
    export = ROOT / SAMPLE
    settings = gather_settings(ScanOptions(export))
    return audit(read_chat(export, ReadOptions()), load_rulebook(builtin_rules()), settings, language="ru", generated_at=SHOWN_AT)


def show(report: Report, form: str, **options: bool | int) -> str:
    """Return a report in one of its forms."""
    out = io.BytesIO()
    REPORTERS[form]().write(report, out, ReportOptions(**options))  # type: ignore[arg-type]
    return out.getvalue().decode()


def terminal_page(report: Report) -> str:
    """Return a page that looks as a terminal does after `chataudit scan`."""
    lines = show(report, "terminal", colour=True, width=COLUMNS).splitlines()[:LINES]
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text.from_ansi("\n".join([f"$ chataudit scan {SAMPLE}", *lines])))
    return TERMINAL + console.export_html(theme=MONOKAI, inline_styles=True, code_format="<pre>{code}</pre>")


def take(page: str, name: str, *, width: int, height: int, chromium: str) -> None:
    """Write a picture of the beginning of a page."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.html").write_text(page, encoding="utf-8")
        size = f"--window-size={width},{height}"
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", size]
        subprocess.run([*command, f"--screenshot={folder}/page.png", f"file://{folder}/page.html"], check=True, capture_output=True)
        with Image.open(f"{folder}/page.png") as picture:
            few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(PICTURES / name, optimize=True)


def renew(chromium: str = "chromium") -> None:
    """Write all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    report = report_of_sample()
    page = POLICY.sub("", show(report, "html"))
    take(page, "report.png", width=1000, height=765, chromium=chromium)
    opened = page.replace('id="r09">\n<details>', 'id="r09">\n<details open>')
    take(opened.replace("</head>", ONE_RECOMMENDATION + "</head>"), "finding.png", width=1000, height=735, chromium=chromium)
    take(terminal_page(report), "terminal.png", width=820, height=648, chromium=chromium)


if __name__ == "__main__":
    renew(*sys.argv[1:2])
