"""What users install: the wheel, put into a clean environment, audits a sample there as the checkout does. No network is used."""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from command_line import ROOT, scan

SAMPLE = ROOT / "samples" / "bad-class"

MISSING = [name for name in ("build", "hatchling", "pip") if importlib.util.find_spec(name) is None]

pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"a wheel cannot be built and installed here without {', '.join(MISSING)}: pip install '.[dev]'"
)


def call(*command: object, folder: Path, **environment: str) -> bytes:
    """Call a program as in a new user's shell; return what it prints."""
    bare = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP") if name in os.environ}
    done = subprocess.run(
        [str(each) for each in command], cwd=folder, env=bare | {"HOME": str(folder)} | environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel, and sees the libraries of this one but not its chataudit."""
    folder = tmp_path_factory.mktemp("clean") / "environment"
    venv.create(folder, symlinks=os.name != "nt")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    call(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel, folder=folder)
    site_packages = Path(call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).decode().strip())
    (site_packages / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return programs


def test_wheel_carries_the_package_its_rules_and_nothing_else(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()

    assert {name.split("/")[0].split("-")[0] for name in names} == {"chataudit"}
    packed = {name.removeprefix("chataudit/_rules/") for name in names if name.startswith("chataudit/_rules/")}
    assert packed == {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file()}
    assert {
        "chataudit/py.typed",
        "chataudit/parsers/whatsapp_strings.toml",
        "chataudit/reporters/html/templates/report.html.jinja",
        "chataudit/guide/ru/telegram.md",
    } <= set(names)


def test_installed_program_is_that_of_the_wheel(installed: Path, tmp_path: Path):
    place = call(installed / "python", "-c", "import chataudit; print(chataudit.__file__)", folder=tmp_path).decode()

    assert place.startswith(str(installed.parent))


def test_installed_program_audits_a_sample_as_the_checkout_does(installed: Path, tmp_path: Path):
    sample = tmp_path / "выгрузка"
    shutil.copytree(SAMPLE, sample)

    report = call(installed / "chataudit", "scan", sample, "--format", "json", folder=tmp_path, SOURCE_DATE_EPOCH="0")

    assert report.decode() == scan(SAMPLE, rules=None).out


def test_installed_program_knows_its_own_rules(installed: Path, tmp_path: Path):
    explained = call(installed / "chataudit", "explain", "R14.burst", folder=tmp_path, PYTHONIOENCODING="utf-8").decode()

    assert "R14.burst" in explained
