"""Reports that nothing will link to any more are removed, and no other file is."""

from pathlib import Path

from chataudit.batch.store import Store
from chataudit.batch.summary import ChatResult


def kept(store: Store, folder: Path, *places: str) -> None:
    for place in places:
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).touch()
    store.keep("2А-1", "ключ", ChatResult(status="audited", reports={str(number): place for number, place in enumerate(places)}))


def test_reports_of_an_earlier_run_and_those_begun_are_removed(tmp_path: Path):
    store = Store(tmp_path)
    kept(store, tmp_path, "chats/2А-1.findings.csv", "chats/2А-1.json")
    (tmp_path / "chats" / "2А-1.html").touch()
    (tmp_path / "chats" / "2А-11.html").touch()

    store.discard_reports("2А-1", ["json", "html"])

    assert [path.name for path in (tmp_path / "chats").iterdir()] == ["2А-11.html"]


def test_file_elsewhere_that_a_result_names_stays(tmp_path: Path):
    store = Store(tmp_path / "отчёты")
    places = ("../чужое.json", "chats/2А-1.x/../../../чужое.json", "chats/другой-2.json")
    (tmp_path / "отчёты" / "chats" / "2А-1.x").mkdir(parents=True)
    kept(store, tmp_path / "отчёты", *places)

    store.discard_reports("2А-1", [])

    assert (tmp_path / "чужое.json").exists()
    assert (tmp_path / "отчёты" / "chats" / "другой-2.json").exists()
