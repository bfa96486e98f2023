"""A batch of a storage that speaks S3, on this machine and nowhere else: in processes and on a cluster, the same bytes as of a copy on disk."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("s3fs")
server = pytest.importorskip("moto.server")

from batch_everything import write_everything  # noqa: E402
from batch_folders import batch, files_of, text_of, write_chat  # noqa: E402
from network_guard import loopback  # noqa: E402
from remote_storages import put  # noqa: E402

from chataudit.remote.storage import open_storage  # noqa: E402

ADDRESS = "s3://shkoly/выгрузки"
SECRET = "ochen-tajnyj-klyuch"


@pytest.fixture(scope="module", autouse=True)
def storage() -> Iterator[None]:
    import s3fs

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    with loopback(), pytest.MonkeyPatch.context() as patch:
        running.start()
        host, port = running.get_host_and_port()
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "imya-klyucha")
        patch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
        s3fs.S3FileSystem().mkdir("shkoly")
        yield
        open_storage.cache_clear()
        s3fs.S3FileSystem.clear_instance_cache()
        running.stop()


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("s3") / "копия"
    write_everything(folder)
    put(folder, ADDRESS)
    return folder


def reports_of(folder: Path) -> dict[str, bytes]:
    return {name: content for name, content in files_of(folder).items() if not name.startswith(".state/")}


def test_processes_write_the_same_bytes_as_of_a_copy_and_no_secret(tmp_path: Path, copy: Path):
    here = batch(copy, tmp_path / "здесь", jobs=2)
    there = batch(ADDRESS, tmp_path / "там", jobs=2)

    assert (there.code, there.err) == (here.code, "")
    assert reports_of(tmp_path / "там") == reports_of(tmp_path / "здесь")
    assert not any(each in text_of(tmp_path / "там") for each in (SECRET, "imya-klyucha", os.environ["AWS_ENDPOINT_URL"]))


def test_cluster_writes_the_same_bytes(tmp_path: Path, copy: Path):
    pytest.importorskip("distributed")

    batch(copy, tmp_path / "здесь")
    there = batch(ADDRESS, tmp_path / "там", "--engine", "dask", "--scheduler", "local", jobs=2)

    assert there.err == ""
    assert reports_of(tmp_path / "там") == reports_of(tmp_path / "здесь")


def test_bucket_that_is_not_there_is_told(tmp_path: Path):
    outcome = batch("s3://net-takoj/папка", tmp_path / "отчёты")

    assert (outcome.code, "в хранилище этого нет" in outcome.sentence()) == (3, True)


def test_content_that_is_uploaded_again_is_not_audited_again(tmp_path: Path):
    write_chat(tmp_path / "копия" / "1А")
    address = put(tmp_path / "копия", "s3://shkoly/ещё")
    batch(address, tmp_path / "отчёты")
    (report,) = (tmp_path / "отчёты" / "chats").glob("*.json")
    before = report.stat().st_ino
    put(tmp_path / "копия", address)

    batch(address, tmp_path / "отчёты")

    assert report.stat().st_ino == before
