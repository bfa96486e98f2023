"""Addresses of storages: told from paths, and refused where they hold a secret or cannot be opened."""

from pathlib import Path

import pytest
from batch_folders import batch

from chataudit.errors import ConfigError
from chataudit.remote.address import check_address, is_address


@pytest.mark.parametrize("named", ["s3://корзина/папка", "memory://x", "abfs+x://y", "S3://b"])
def test_address_is_told_from_a_path(named: str):
    assert is_address(named)


@pytest.mark.parametrize("named", ["выгрузки", "/home/s3://x", "C:\\выгрузки", "C://выгрузки", "s3:/x", "simplecache::s3://x", ""])
def test_path_is_no_address(named: str):
    assert not is_address(named)


@pytest.mark.parametrize("address", ["s3://имя:тайна@корзина/папка", "ftp://имя@машина/", "https://машина/папка?X-Amz-Signature=тайна"])
def test_secret_in_an_address_is_refused_and_not_repeated(tmp_path: Path, address: str):
    outcome = batch(address, tmp_path / "отчёты")

    assert outcome.code == 2
    assert outcome.sentence().startswith(f"В адресе {address.partition('/')[0]}// не должно быть имени, пароля или подписи")
    assert "тайна" not in outcome.err


def test_without_the_extra_its_line_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("chataudit.remote.address.find_spec", lambda _: None)

    outcome = batch("s3://корзина/папка", tmp_path / "отчёты")

    assert (outcome.code, outcome.sentence()) == (2, "Для адресов s3:// нужны библиотеки fsspec и s3fs: pip install 'chataudit[s3]'.")


def test_other_addresses_do_without_the_library_of_s3(monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("fsspec")
    monkeypatch.setattr("chataudit.remote.address.find_spec", lambda name: None if name == "s3fs" else name)

    check_address("memory://папка")
    with pytest.raises(ConfigError):
        check_address("s3://корзина")


def test_unknown_kind_of_address_is_told():
    pytest.importorskip("fsspec")

    with pytest.raises(ConfigError) as caught:
        check_address("nope://корзина")

    assert caught.value.key == "remote.no_protocol"


def test_address_without_a_bucket_is_refused():
    pytest.importorskip("s3fs")

    with pytest.raises(ConfigError) as caught:
        check_address("s3://")

    assert caught.value.key == "remote.no_bucket"
