"""A batch that is run from within a folder of exports runs nothing that lies there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from batch_folders import write_chat
from command_line import MEMO, ROOT

SCRIPT = "import sys\nfrom chataudit.cli.app import main\nif __name__ == '__main__':\n    sys.exit(main())\n"  # as pip installs it
ENGINES = (("--jobs", "2"), ("--engine", "dask", "--scheduler", "local", "--jobs", "2"))


@pytest.mark.parametrize("engine", ENGINES, ids=["local", "dask"])
def test_module_among_the_exports_is_not_run(tmp_path: Path, engine: tuple[str, ...]):
    if "dask" in engine:
        pytest.importorskip("distributed")
    folder, script, trace = tmp_path / "школы", tmp_path / "bin" / "chataudit", tmp_path / "выполнено"
    write_chat(folder / "2А")
    for name in ("multiprocessing", "pandas", "encodings"):
        (folder / f"{name}.py").write_text(f"open({str(trace)!r}, 'w')\n", encoding="utf-8")
    script.parent.mkdir()
    script.write_text(SCRIPT, encoding="utf-8")

    command = [sys.executable, str(script), "batch", ".", "--output", "../отчёты", "--rules", str(MEMO), *engine]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"} | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "отчёты" / "summary.json").is_file()
    assert not trace.exists()
