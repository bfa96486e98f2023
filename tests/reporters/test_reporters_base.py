"""The output of a report: whole or not at all, never over what was read."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO, NoReturn

import pytest

from chataudit.errors import ConfigError
from chataudit.reporters import REPORTERS
from chataudit.reporters.base import open_output
from chataudit.wording import wording

WRITE_MUCH = "from chataudit.reporters.base import open_output\nwith open_output(None) as out:\n    for _ in range(1000): out.write(b'x' * 1000)"


def write(path: Path, content: bytes, *protected: Path) -> None:
    with open_output(path, protected=protected) as out:
        out.write(content)


def fail_halfway(out: BinaryIO) -> NoReturn:
    out.write(b"half")
    raise KeyError


def test_a_file_holds_what_was_written(tmp_path: Path) -> None:
    write(tmp_path / "отчёт.json", b"{}")
    assert (tmp_path / "отчёт.json").read_bytes() == b"{}"


def test_an_older_report_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_bytes(b"old, and longer")
    target.chmod(0o640)
    write(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_nothing_is_seen_under_the_name_until_all_is_written(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    with open_output(target) as out:
        out.write(b"half")
        out.flush()
        assert not target.exists()


def test_a_failure_leaves_the_older_report_and_no_half(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_bytes(b"old")
    with pytest.raises(KeyError), open_output(target) as out:
        fail_halfway(out)
    assert target.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["report.json"]


def test_the_input_is_not_overwritten(tmp_path: Path) -> None:
    export = tmp_path / "result.json"
    export.write_bytes(b"chat")
    with pytest.raises(ConfigError) as caught:
        write(export, b"report", export)
    assert caught.value.key == "report.output.is_input"
    assert export.read_bytes() == b"chat"


@pytest.mark.parametrize("make_link", [Path.symlink_to, Path.hardlink_to])
def test_the_input_is_not_overwritten_by_another_name(tmp_path: Path, make_link) -> None:
    export, other = tmp_path / "result.json", tmp_path / "report.json"
    export.write_bytes(b"chat")
    make_link(other, export)
    with pytest.raises(ConfigError) as caught:
        write(other, b"report", export)
    assert caught.value.key == "report.output.is_input"
    assert export.read_bytes() == b"chat"


def test_a_file_beside_the_input_is_written(tmp_path: Path) -> None:
    export = tmp_path / "result.json"
    export.write_bytes(b"chat")
    write(tmp_path / "report.json", b"report", export)
    assert (tmp_path / "report.json").read_bytes() == b"report"


def test_a_file_of_an_exports_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    photo = tmp_path / "photos" / "1.jpg"
    photo.write_bytes(b"photo")
    with pytest.raises(ConfigError) as caught:
        write(photo, b"report", tmp_path)
    assert caught.value.key == "report.output.in_export"
    assert photo.read_bytes() == b"photo"


def test_a_new_file_in_an_exports_folder_is_written(tmp_path: Path) -> None:
    write(tmp_path / "report.json", b"report", tmp_path)
    assert (tmp_path / "report.json").read_bytes() == b"report"


def test_a_link_to_another_file_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "report.json"
    link.symlink_to(tmp_path / "there" / "report.json")
    write(link, b"report")
    assert link.is_symlink()
    assert (tmp_path / "there" / "report.json").read_bytes() == b"report"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        write(tmp_path / "нет" / "report.json", b"report")
    assert caught.value.key == "report.output.no_folder"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        write(tmp_path, b"report")
    assert caught.value.key == "report.output.is_folder"


def test_a_file_that_may_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "report.json").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root, as whom tests may run, is refused nothing
    with pytest.raises(ConfigError) as caught:
        write(tmp_path / "report.json", b"report")
    assert caught.value.key == "report.output.no_permission"


def test_a_name_that_is_too_long_is_told_with_the_systems_reason(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        write(tmp_path / ("я" * 400), b"report")
    assert caught.value.key == "report.output.failed"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_disk_is_told() -> None:
    with pytest.raises(ConfigError) as caught:
        write(Path("/dev/full"), b"report")
    assert caught.value.key == "report.output.disk_full"


def test_a_device_is_written_and_not_replaced() -> None:
    write(Path(os.devnull), b"report")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("path", [None, Path("-")])
def test_without_a_file_standard_output_is_written(path: Path | None, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with open_output(path) as out:
        out.write(b"report")
    assert capfdbinary.readouterr().out == b"report"


def test_a_reader_who_leaves_early_is_no_error() -> None:
    with subprocess.Popen([sys.executable, "-c", WRITE_MUCH], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0


@pytest.mark.parametrize("key", ["is_folder", "is_input", "in_export", "no_permission", "no_folder", "disk_full", "failed"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_error_has_a_sentence_that_names_the_file(key: str, language: str) -> None:
    assert "отчёт.json" in wording(language, f"report.output.{key}", file="отчёт.json", reason="reason")


def test_each_reporter_loads_under_its_name() -> None:
    assert {name: load().name for name, load in REPORTERS.items()} == {name: name for name in REPORTERS}


def test_the_json_reporter_loads_no_terminal_library() -> None:
    code = "import sys\nfrom chataudit.reporters import REPORTERS\nREPORTERS['json']()\nsys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
