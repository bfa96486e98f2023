"""Headless Chromium for tests: `open_page` gives a file opened from disk together with all that the browser said, fetched and refused.

It is Debian's `chromium` with `chromium-driver`; nothing is downloaded. Where they are missing, these tests skip and the tests' result
says so; with CHATAUDIT_NEEDS_CHROMIUM set, as in `.ci/run`, they fail.
"""

import base64
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

import pytest
from axe_core_python import __file__ as axe_package
from pypdf import PdfReader
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

NEEDED: Final = "CHATAUDIT_NEEDS_CHROMIUM"
MISSING: Final = "Chromium: `chromium` and `chromedriver` not found"
PHONE: Final = (390, 844)
DESK: Final = (1200, 900)

_ARGUMENTS: Final = (
    "--headless=new",
    "--no-sandbox",  # build servers run as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-color-profile=srgb",
    "--lang=ru",
)
_AXE: Final = Path(axe_package).with_name("axe.min.js")
_RUN_AXE: Final = """
const [told] = [...arguments].slice(-1);
axe.run(document, {resultTypes: ["violations"]}).then((found) => told(found.violations), (error) => told(String(error)));
"""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say that the pages were not opened in a browser."""
    skipped = [each for each in terminalreporter.stats.get("skipped", []) if MISSING in str(each.longrepr)]
    if skipped:
        files = sorted({each.nodeid.split("::")[0].rsplit("/", 1)[-1] for each in skipped})
        terminalreporter.write_line(f"{MISSING}, {len(skipped)} tests skipped ({', '.join(files)}); Debian has them as chromium and chromium-driver")


@dataclass
class OpenedPage:
    """A page in the browser, and the browser's own record of it since it was opened."""

    driver: Chrome
    address: str
    _events: list[dict[str, Any]] = field(default_factory=list)
    _complaints: list[str] = field(default_factory=list)

    def complaints(self) -> list[str]:
        """Errors, warnings and words on the console; what the page's content policy refused is among them."""
        self._complaints += [entry["message"] for entry in self.driver.get_log("browser")]
        return self._complaints

    def requests(self) -> list[str]:
        """Addresses that were asked for, the page's own first."""
        return [each["params"]["request"]["url"] for each in self._recorded("Network.requestWillBeSent")]

    def dialogs(self) -> list[str]:
        """Messages of dialogs that were opened."""
        return [each["params"]["message"] for each in self._recorded("Page.javascriptDialogOpening")]

    def run(self, script: str, *arguments: object) -> Any:
        """Run a script in the page, past its content policy, and return what it returns."""
        return self.driver.execute_script(script, *arguments)

    def shown(self, selector: str) -> list[str]:
        """Ids of the elements that are shown, be they on the screen or further down."""
        return self.run(
            "return [...document.querySelectorAll(arguments[0])].filter((each) => each.checkVisibility()).map((each) => each.id)", selector
        )

    def open_all(self) -> None:
        """Open whatever can be opened, and have all of it laid out."""
        self.run(
            "for (const each of document.querySelectorAll('details')) each.open = true;"
            "for (const each of document.querySelectorAll('.finding')) each.style.contentVisibility = 'visible';"
        )

    def violations(self) -> list[tuple[str, str, list[Any]]]:
        """What axe-core finds wrong: rule, impact and the elements concerned."""
        self.run(_AXE.read_text(encoding="utf-8"))
        found = self.driver.execute_async_script(_RUN_AXE)
        assert isinstance(found, list), found
        return [(each["id"], each["impact"], [node["target"] for node in each["nodes"]]) for each in found]

    def print_text(self) -> str:
        """The words of the page as it is printed to a PDF."""
        content = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})["data"]
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(base64.b64decode(content))).pages)

    def _recorded(self, method: str) -> list[dict[str, Any]]:
        self._events += [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [each for each in self._events if each["method"] == method]


Opener = Callable[..., OpenedPage]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """One browser for all tests of a process; nobody's profile, no network."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        if os.environ.get(NEEDED):
            pytest.fail(f"{MISSING}, and {NEEDED} is set", pytrace=False)
        pytest.skip(MISSING)
    options = ChromeOptions()
    options.binary_location = binary
    for argument in (*_ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.unhandled_prompt_behavior = "dismiss"
    chrome = Chrome(options=options, service=Service(driver))
    chrome.set_script_timeout(120)
    yield chrome
    chrome.quit()


@pytest.fixture
def open_page(browser: Chrome) -> Iterator[Opener]:
    """Open a file from disk in a fresh state: theme, size of the window (desk or phone), scripts on or off, the part to go to."""

    def open_file(
        path: Path,
        *,
        fragment: str = "",
        theme: Literal["light", "dark"] = "light",
        size: tuple[int, int] = DESK,
        scripts: bool = True,
    ) -> OpenedPage:
        browser.get("about:blank")
        tell = browser.execute_cdp_cmd
        media = {"prefers-color-scheme": theme, "prefers-reduced-motion": "reduce"}  # nothing glides away from a click
        tell("Emulation.setEmulatedMedia", {"features": [{"name": name, "value": value} for name, value in media.items()]})
        phone = size == PHONE
        tell("Emulation.setDeviceMetricsOverride", {"width": size[0], "height": size[1], "deviceScaleFactor": 2 if phone else 1, "mobile": phone})
        tell("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        for log in ("browser", "performance"):
            browser.get_log(log)
        page = OpenedPage(browser, path.as_uri() + ("#" + fragment if fragment else ""))
        browser.get(page.address)
        return page

    yield open_file
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
