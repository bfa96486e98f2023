"""The browser sees what the other tests ask it about: a page that misbehaves is told from one that does not."""

from pathlib import Path

import pytest
from chromium import Opener

POLICY = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"


@pytest.fixture
def write(tmp_path: Path):
    def make(body: str, head: str = "") -> Path:
        path = tmp_path / "page.html"
        path.write_text(f"<!doctype html><html lang=ru><head><meta charset=utf-8><title>x</title>{head}</head><body>{body}</body></html>", "utf-8")
        return path

    return make


def test_quiet_page_is_quiet(open_page: Opener, write):
    page = open_page(write("<p>слово</p>"))

    assert (page.complaints(), page.dialogs(), page.requests()) == ([], [], [page.address])


def test_error_on_the_console_is_seen(open_page: Opener, write):
    assert "взлом" in str(open_page(write("<script>console.error('взлом')</script>")).complaints())


def test_broken_script_is_seen(open_page: Opener, write):
    assert "ReferenceError" in str(open_page(write("<script>nothing.here()</script>")).complaints())


def test_what_the_policy_refuses_is_seen(open_page: Opener, write):
    assert "Content Security Policy" in str(open_page(write("<script>let x</script>", POLICY)).complaints())


def test_request_is_seen(open_page: Opener, write):
    assert "http://evil.example/x.png" in open_page(write("<img src=http://evil.example/x.png>")).requests()


def test_dialog_is_seen(open_page: Opener, write):
    assert open_page(write("<script>setTimeout(() => alert('взлом'))</script>")).dialogs() == ["взлом"]


def test_poor_contrast_is_seen(open_page: Opener, write):
    violations = open_page(write("<main><h1 style='color:#ccc;background:#fff'>слово</h1></main>")).violations()

    assert [(rule, impact) for rule, impact, _ in violations] == [("color-contrast", "serious")]


def test_scripts_can_be_off(open_page: Opener, write):
    page = write("<p id=told>до</p><script>told.textContent = 'после'</script>")

    assert open_page(page, scripts=False).run("return told.textContent") == "до"
    assert open_page(page).run("return told.textContent") == "после"
