"""Rulebooks besides the default one: the second that ships, the one that `rules new` begins, and the page that teaches to write them."""

import re
from pathlib import Path

import pytest
from command_line import ROOT, run, scan

from chataudit.errors import ExitCode
from chataudit.guide import read_page
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.choosing import rulebook_names
from chataudit.wording import LANGUAGES, Language

SECOND = Path("volgograd-43")


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """What `chataudit rules new` leaves."""
    folder = tmp_path / "мои правила"
    told = run("rules", "new", folder)
    assert told.code == ExitCode.AUDITED, told.err
    return folder


class TestTheSecond:
    def test_it_is_written_in_yaml_only_and_says_its_source(self):
        files = [path for path in builtin_rules("volgograd-43").rglob("*") if path.is_file()]

        assert {path.suffix for path in files} == {".yaml"}
        assert "Волгограда" in (builtin_rules("volgograd-43") / "pack.yaml").read_text(encoding="utf-8")

    def test_its_examples_pass_and_reach_every_part_of_it(self):
        told = run("rules", "test", "--coverage", "--rules", SECOND)

        assert told.code == ExitCode.AUDITED, told.out

    def test_it_tells_a_quarrelling_chat_from_a_calm_one(self):
        bad, good = ({each["number"]: each["verdict"] for each in scan(ROOT / "samples" / name, rules=SECOND).report["recommendations"]}
                     for name in ("bad-class", "good-class"))  # fmt: skip

        assert (bad[1], bad[9]) == ("violated", "violated")
        assert (good[1], good[5], good[9]) == ("met", "met", "not_applicable")

    @pytest.mark.parametrize("form", ["terminal", "html", "markdown"])
    def test_reports_count_its_own_recommendations(self, form: str):
        told = scan(ROOT / "samples" / "good-class", "--format", form, rules=SECOND).out

        assert re.search(r"из\s10\b|из&nbsp;10\b", told)
        assert not re.search(r"из\s16\b|из&nbsp;16\b|мало данных", told)


class TestNames:
    def test_rules_list_names_the_rulebooks_that_there_are(self):
        assert run("rules", "list", "--rules", SECOND).out.splitlines()[-1] == "Своды правил для --rules: kaluga-16, volgograd-43."

    def test_folder_of_words_is_no_rulebook(self):
        assert rulebook_names() == ["kaluga-16", "volgograd-43"]

    def test_unknown_name_is_told_with_those_that_are(self):
        assert "есть своды: kaluga-16, volgograd-43" in run("rules", "list", "--rules", "kaluga").sentence()

    def test_folder_comes_before_a_rulebook_of_its_name(self, begun: Path, monkeypatch: pytest.MonkeyPatch):
        begun.rename(begun.parent / "volgograd-43")
        monkeypatch.chdir(begun.parent)

        assert "P1.voice" in run("rules", "list", "--rules", "volgograd-43").out


class TestOneJustBegun:
    def test_it_passes_its_own_examples_at_once(self, begun: Path):
        told = run("rules", "test", "--coverage", "--rules", begun)

        assert told.code == ExitCode.AUDITED, told.out

    def test_it_bears_the_name_of_its_folder(self, begun: Path):
        assert scan(ROOT / "samples" / "bad-class", rules=begun).report["rulebook"]["name"] == "мои-правила"

    def test_folder_with_something_in_it_is_left_alone(self, begun: Path):
        (begun / "pack.yaml").write_text("мой", encoding="utf-8")

        told = run("rules", "new", begun)

        assert (told.code, "что-то есть" in told.sentence()) == (ExitCode.USAGE, True)
        assert (begun / "pack.yaml").read_text(encoding="utf-8") == "мой"

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_point_that_the_page_shows_can_be_put_beside_it(self, begun: Path, language: Language):
        (shown,) = re.findall(r"```yaml\n(.*?)```", read_page("rules", language), re.DOTALL)
        (begun / "02_money.yaml").write_text(shown, encoding="utf-8")

        told = run("rules", "test", "--coverage", "--rules", begun)

        assert told.code == ExitCode.AUDITED, told.out
