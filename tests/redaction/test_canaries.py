"""No byte of a redacted report, in whatever form, holds what would tell who it is about."""

import io
import zipfile
from pathlib import Path

import pytest
from canaries import NEEDLES, ROSTER, write_telegram, write_whatsapp
from command_line import ROOT, run

from chataudit.reporters import REPORTERS
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.russian.display_names import read_display_name

FORMS = sorted(REPORTERS)
SAMPLES = sorted(path.name for path in (ROOT / "samples").iterdir())


def text_of(path: Path) -> str:
    """Return everything that a file holds, a workbook's parts unpacked, in small letters."""
    data = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"\n".join(archive.read(name) for name in archive.namelist())
    return data.decode(errors="replace").lower()


def leaks(folder: Path, needles: list[str]) -> list[tuple[str, str]]:
    """Return what of `needles` stands in a file under a folder, or in its name."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert files
    return [(path.name, needle) for path in files for needle in needles if needle in text_of(path) or needle in path.name.lower()]


@pytest.fixture(scope="module", params=["telegram", "whatsapp"])
def reports(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Scan the chat once and write every form."""
    folder = tmp_path_factory.mktemp(request.param)
    export = (write_telegram if request.param == "telegram" else write_whatsapp)(folder / "export")
    roster = folder / "roster.csv"
    roster.write_text(ROSTER, encoding="utf-8")
    teacher = "Щербатюк Ангелина Львовна"
    given = ("--roster", roster, "--teacher", teacher, "--redact", "all", "--all", "--format", ",".join(FORMS), "-o", folder / "out")
    outcome = run("scan", export, *given)
    assert outcome.code == 0, outcome.err
    return folder / "out"


def test_no_form_of_the_report_holds_a_canary(reports: Path) -> None:
    assert leaks(reports, NEEDLES) == []


def test_the_same_report_unredacted_holds_nearly_all_of_them(tmp_path: Path) -> None:
    plain = run("scan", write_telegram(tmp_path), "--all").out.lower().replace("\n", " ")
    shown = [needle for needle in NEEDLES if needle in " ".join(plain.split())]

    assert len(shown) > 0.8 * len(NEEDLES)


def test_redacting_names_hides_the_participants_in_every_form(tmp_path: Path) -> None:
    export = write_telegram(tmp_path / "export")
    outcome = run("scan", export, "--redact", "names", "--all", "--format", ",".join(FORMS), "-o", tmp_path / "out")

    assert outcome.code == 0
    assert (
        leaks(tmp_path / "out", ["щербатюк", "ангелина", "львовн", "нуретдинов", "duchessa", "🦩🦩🦜🦩", "555-04-04", "9165550404", "солнцелик"])
        == []
    )


def test_every_form_was_written_under_a_name_that_tells_nothing(reports: Path) -> None:
    assert sorted(path.name for path in reports.iterdir()) == sorted(f"выгрузка{REPORTERS[form]().suffix}" for form in FORMS)


def test_neither_reports_nor_summary_nor_state_of_a_batch_hold_a_canary(tmp_path: Path) -> None:
    write_telegram(tmp_path / "in" / "Кривозубово" / "3Б")
    write_whatsapp(tmp_path / "in" / "Щербатюк")
    (tmp_path / "in" / "Медуница").mkdir()
    (tmp_path / "in" / "Медуница" / "result.json").write_text('{"name": "Медуница", "messages": [', encoding="utf-8")
    manifest = (
        "школа;класс;педагог;выгрузка\nКривозубово;3Б;Щербатюк Ангелина Львовна;Кривозубово/3Б/result.json\nКривозубово;1В;Варламий;нет/нет.json\n"
    )
    (tmp_path / "in" / "manifest.csv").write_text(manifest, encoding="utf-8")
    forms = ",".join(form for form in FORMS if form != "terminal")

    outcome = run("batch", tmp_path / "in", "-o", tmp_path / "out", "--redact", "all", "-f", forms, "--jobs", 1)

    assert outcome.code == 4, outcome.err
    assert leaks(tmp_path / "out", [*NEEDLES, "нет/нет"]) == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_report_of_a_sample_names_its_people(sample: str, tmp_path: Path) -> None:
    plain = run("scan", ROOT / "samples" / sample, "--format", "json").report
    people = {name for finding in plain["findings"] for name in finding["participants"]} | {each["name"] for each in plain["chat"]["teachers"]}
    words = load_rulebook(builtin_rules()).names
    parts = [getattr(read_display_name(name, words), part) for name in people for part in ("surname", "given", "patronymic")]
    needles = [part.token.lower() for part in parts if part.token and part.state == "yes" and len(part.token) > 4]
    assert needles

    outcome = run("scan", ROOT / "samples" / sample, "--redact", "all", "--all", "--format", ",".join(FORMS), "-o", tmp_path / "out")

    assert outcome.code == 0
    assert leaks(tmp_path / "out", needles) == []
