"""A batch whose exports lie in a storage: the same reports as of a copy on disk, and every fault of the storage is told."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

fsspec = pytest.importorskip("fsspec")

from batch_everything import long_chat, write_everything, write_long_account  # noqa: E402
from batch_folders import batch, files_of, places, summary_of, text_of, write_chat  # noqa: E402
from command_line import Outcome  # noqa: E402
from remote_storages import PROTOCOL, FaultyFileSystem, put  # noqa: E402

from chataudit.batch.accounts import divide_accounts  # noqa: E402
from chataudit.batch.fetching import fetched  # noqa: E402
from chataudit.batch.mirror import Mirror  # noqa: E402
from chataudit.parsers.base import HEAD_BYTES  # noqa: E402
from chataudit.remote.storage import open_storage  # noqa: E402

ADDRESS = f"{PROTOCOL}://школы/выгрузки"


@pytest.fixture(autouse=True)
def storage() -> Iterator[type[FaultyFileSystem]]:
    fsspec.register_implementation(PROTOCOL, FaultyFileSystem, clobber=True)
    for shared in (FaultyFileSystem.store, FaultyFileSystem.faults):
        shared.clear()
    FaultyFileSystem.pseudo_dirs[:] = [""]
    FaultyFileSystem.answers = None
    open_storage.cache_clear()
    yield FaultyFileSystem
    open_storage.cache_clear()


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "отчёты"


def reports_of(folder: Path) -> dict[str, bytes]:
    """Return what a batch is for; what it keeps for later runs knows an export by other signs than its content."""
    return {name: content for name, content in files_of(folder).items() if not name.startswith(".state/")}


def from_storage(output: Path, *arguments: object) -> Outcome:
    return batch(ADDRESS, output, *arguments)


def test_reports_are_those_of_a_copy_on_disk(tmp_path: Path, output: Path):
    write_everything(tmp_path / "копия")
    put(tmp_path / "копия", ADDRESS)

    here = batch(tmp_path / "копия", tmp_path / "отчёты копии", "--timezone", "+03:00")
    there = from_storage(output, "--timezone", "+03:00")

    assert (there.code, there.err) == (here.code, here.err)
    assert there.out.replace(str(output), "") == here.out.replace(str(tmp_path / "отчёты копии"), "")
    assert reports_of(output) == reports_of(tmp_path / "отчёты копии")
    assert max(path.stat().st_size for path in (tmp_path / "копия").rglob("result.json")) > 2 * HEAD_BYTES


def rows_of(output: Path) -> dict[str, tuple[str, str | None]]:
    return {row["place"]: (row["result"]["status"], row["result"]["reason"]) for row in summary_of(output)["rows"]}


def put_chats(tmp_path: Path, *names: str) -> None:
    for name in names:
        write_chat(tmp_path / "копия" / name, name)
    put(tmp_path / "копия", ADDRESS)


def identities(output: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in (output / "chats").iterdir()}


def test_second_run_leaves_alone_what_is_unchanged(tmp_path: Path, output: Path):
    put_chats(tmp_path, "1А", "2Б", "3В")
    from_storage(output)
    before = identities(output)
    fsspec.filesystem(PROTOCOL).pipe_file("/школы/выгрузки/2Б/result.json", long_chat("2Б"))

    from_storage(output)

    after = identities(output)
    assert {name for name in before if after[name] != before[name]} == {name for name in before if name.startswith("2Б")}


def test_file_that_may_not_be_read_is_a_row_and_costs_the_others_nothing(tmp_path: Path, output: Path, storage: type[FaultyFileSystem]):
    put_chats(tmp_path, "1А", "2Б")
    storage.faults["1А"] = PermissionError("secret=ключ")

    outcome = from_storage(output)

    denied = "1А/result.json: хранилище не даёт доступа; проверьте ключи доступа и их права на чтение и список файлов."
    assert (outcome.code, rows_of(output)) == (4, {"1А/result.json": ("unread", denied), "2Б/result.json": ("audited", None)})


def test_file_that_is_gone_when_it_is_fetched_is_a_row_and_is_tried_again(tmp_path: Path, output: Path, storage: type[FaultyFileSystem]):
    put_chats(tmp_path, "1А")
    storage.answers = 1
    storage.then = FileNotFoundError()
    assert from_storage(output).code == 3
    assert "в хранилище этого нет" in (rows_of(output)["1А/result.json"][1] or "")

    storage.answers = None
    assert from_storage(output).code == 0


def test_storage_that_stops_answering_ends_the_batch_which_then_goes_on_where_it_was(tmp_path: Path, output: Path, storage: type[FaultyFileSystem]):
    put_chats(tmp_path, *(f"{number}А" for number in range(1, 8)))
    storage.answers = 7 + 2
    storage.then = TimeoutError("https://host/?signature=тайна")
    outcome = from_storage(output)
    assert (outcome.code, outcome.sentence()) == (
        3,
        "Проверка прервалась (сделанное не повторится): 5А/result.json: хранилище не отвечает; "
        "проверьте сеть и адрес (AWS_ENDPOINT_URL) и запустите ещё раз.",
    )
    before = identities(output)

    storage.answers = None
    assert from_storage(output).code == 0
    assert before
    assert {name: identities(output)[name] for name in before} == before


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (PermissionError("x"), "хранилище не даёт доступа"),
        (FileNotFoundError("x"), "в хранилище этого нет"),
        (TimeoutError("x"), "хранилище не отвечает"),
        (ConnectionRefusedError("x"), "хранилище не отвечает"),
        (RuntimeError("тайна"), "хранилище ответило ошибкой (RuntimeError)"),
    ],
)
def test_storage_that_cannot_be_listed_is_told_in_a_sentence(output: Path, storage: type[FaultyFileSystem], fault: Exception, told: str):
    storage.faults["list"] = fault

    outcome = from_storage(output)

    assert outcome.code == 3
    assert outcome.sentence().startswith(f"{ADDRESS}: {told}")
    assert "тайна" not in outcome.err
    assert not output.exists()


def test_place_without_files_is_told(output: Path):
    outcome = from_storage(output)

    assert (outcome.code, outcome.sentence()) == (3, f"{ADDRESS}: в хранилище там нет ни одного файла; проверьте имя корзины и папки.")


def test_nothing_that_was_fetched_stays(tmp_path: Path, output: Path):
    put_chats(tmp_path, "1А")
    (output / ".state" / "fetched-killed" / "exports").mkdir(parents=True)
    (output / ".state" / "fetched-killed" / "exports" / "result.json").touch()

    from_storage(output)

    assert [path.suffix for path in (output / ".state").iterdir()] == [".json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_what_is_fetched_is_private(tmp_path: Path):
    put_chats(tmp_path, "1А")
    mirror = Mirror(open_storage(ADDRESS), tmp_path)
    mirror.fill(open_storage(ADDRESS).list())
    (sighting,) = mirror.search(tmp_path / "нет").sightings

    with fetched(mirror.source_of(sighting)) as path:
        assert path.read_bytes() == (tmp_path / "копия" / "1А" / "result.json").read_bytes()
        assert [each.stat().st_mode & 0o077 for each in path.parents if each.name.startswith("export-")] == [0]
    assert not path.exists()


def test_of_an_account_only_the_chat_is_fetched(tmp_path: Path):
    export = write_long_account(tmp_path / "копия")
    put(tmp_path / "копия", ADDRESS)
    mirror = Mirror(open_storage(ADDRESS), tmp_path)
    mirror.fill(open_storage(ADDRESS).list())
    (sighting,) = mirror.search(tmp_path / "нет").sightings
    divided, _ = divide_accounts([sighting], [], mirror.folder)

    with fetched(mirror.source_of(divided[1])) as path:
        content, whole = path.read_bytes(), export.read_bytes()

    span = divided[1].span
    assert span is not None
    assert len(content) == len(whole)
    assert content[span.start : span.end] == whole[span.start : span.end]
    assert not any(content[span.end :])


@pytest.mark.parametrize("name", ["//корень/result.json", "а//result.json", f"{'д' * 300}/result.json", "1А/result.json/result.json"])
def test_name_that_no_folder_can_hold_is_told(tmp_path: Path, output: Path, name: str):
    put_chats(tmp_path, "1А")
    FaultyFileSystem.store[f"/школы/выгрузки/{name}"] = FaultyFileSystem.store["/школы/выгрузки/1А/result.json"]

    from_storage(output)

    assert rows_of(output)[name][1] == f"{name}: файл с таким именем на этом компьютере не создать; переименуйте его в хранилище."
    assert rows_of(output)["1А/result.json"] == ("audited", None)


def test_name_that_leads_out_of_the_folder_is_left_alone(tmp_path: Path, output: Path):
    put_chats(tmp_path, "1А")
    FaultyFileSystem.store["/школы/выгрузки/../../result.json"] = FaultyFileSystem.store["/школы/выгрузки/1А/result.json"]

    assert from_storage(output).code == 0
    assert places(output) == ["1А/result.json"]


@pytest.mark.parametrize("is_here", [True, False])
def test_manifest_lies_in_the_storage_or_on_this_computer(tmp_path: Path, output: Path, is_here: bool):
    manifest = tmp_path / ("здесь" if is_here else "копия") / "manifest.csv"
    manifest.parent.mkdir(exist_ok=True)
    manifest.write_text("класс;выгрузка\n1А;1А/result.json\n2Б;2Б\n", encoding="utf-8")
    put_chats(tmp_path, "1А", "2Б", "3В")

    from_storage(output, *(["--manifest", manifest] if is_here else []))

    told = [(row["school_class"], row["place"], row["listed"]) for row in summary_of(output)["rows"]]
    assert told == [("1А", "1А/result.json", True), ("2Б", "2Б/result.json", True), (None, "3В/result.json", False)]


def test_redacted_reports_name_no_place(tmp_path: Path, output: Path, storage: type[FaultyFileSystem]):
    for name in ("Лицей17", "Гимназия9"):
        write_chat(tmp_path / "копия" / name)
    put(tmp_path / "копия", ADDRESS)
    storage.faults["Лицей17"] = PermissionError()

    from_storage(output, "--redact", "all")

    assert [row["result"]["status"] for row in summary_of(output)["rows"]] == ["audited", "unread"]
    assert not any(word in text_of(output) for word in ("Лицей17", "Гимназия9", "выгрузки/"))


def test_storage_without_tags_is_known_by_content(tmp_path: Path, output: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("chataudit.remote.storage._TIMES", ())
    put_chats(tmp_path, "1А")
    from_storage(output)
    before = identities(output)

    from_storage(output)

    assert identities(output) == before
