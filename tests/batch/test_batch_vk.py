"""VK's data archives within a batch: their groups are audited, other conversations are not opened unless somebody names them."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from batch_folders import batch, places, summary_of
from parsers.vk_archives import GROUP, Said, archive, conversation, pack, write

from chataudit.batch.accounts import divide_accounts
from chataudit.batch.search import search

START = datetime.fromisoformat("2024-09-02T10:00:00")


def said(title: str, count: int = 60) -> dict[str, bytes]:
    return conversation(title, [Said(n, START + timedelta(minutes=n), "Ольга Краснова", f"{title}: {n}") for n in range(count)])


FILES = archive({GROUP: ("2Б", said("2Б")), GROUP + 1: ("Хор", said("Хор")), 77: ("Олег", said("Олег")), -5: ("Школа", said("Школа"))})


def divide(folder: Path, *named: str) -> tuple[list[str], int]:
    divided, left_alone = divide_accounts(search(folder, leave_out=folder / "reports").sightings, named, folder)
    return [each.place for each in divided], left_alone


@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
def test_groups_of_an_archive_stand_for_it(tmp_path: Path, packed: bool):
    if packed:
        pack(tmp_path / "vk", FILES).rename(tmp_path / "vk.zip")
    else:
        write(tmp_path / "vk", FILES)
    place = f"vk{'.zip' * packed}/messages/index-messages.html"

    assert divide(tmp_path) == ([f"{place}#2000000001", f"{place}#2000000002"], 2)


def test_dialog_is_taken_where_it_is_named(tmp_path: Path):
    write(tmp_path, FILES)

    assert divide(tmp_path, "олег")[0][-1] == "messages/index-messages.html#77"


def test_conversation_without_the_list_is_one_export_of_many_pages(tmp_path: Path):
    write(tmp_path / "2Б", said("2Б", 120))

    assert [each.place for each in search(tmp_path, leave_out=tmp_path / "reports").sightings] == ["2Б/messages0.html"]


def test_every_group_gets_its_report(tmp_path: Path):
    write(tmp_path / "in" / "vk", FILES)

    outcome = batch(tmp_path / "in", tmp_path / "out", "--timezone", "+03:00")

    assert outcome.code == 0, outcome.err
    told = [each["result"] for each in summary_of(tmp_path / "out")["rows"]]
    assert [(each["title"], each["platform"], each["message_count"]) for each in told] == [("2Б", "vk", 60), ("Хор", "vk", 60)]
    assert summary_of(tmp_path / "out")["left_alone"]["other_chats"] == 2


def test_two_archives_of_one_list_but_other_pages_are_no_copies(tmp_path: Path):
    write(tmp_path / "in" / "а", archive({GROUP: ("2Б", said("2Б"))}))
    write(tmp_path / "in" / "б", archive({GROUP: ("2Б", said("2В"))}))

    batch(tmp_path / "in", tmp_path / "out")

    assert len(places(tmp_path / "out")) == 2


def test_archive_twice_is_audited_once(tmp_path: Path):
    for name in ("а", "а копия"):
        write(tmp_path / "in" / name, archive({GROUP: ("2Б", said("2Б"))}))

    batch(tmp_path / "in", tmp_path / "out")

    assert places(tmp_path / "out") == ["а/messages/index-messages.html#2000000001"]
