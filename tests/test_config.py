"""What a user says beside an export: `chataudit.yaml`, the roster, time zones."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from chataudit.config import MAX_ROSTER_BYTES, QuietHoursSetting, RosterRow, Settings, find_config, parse_timezone, read_config, read_roster
from chataudit.errors import ConfigError, ExitCode
from chataudit.matching.scalars import Clock

IVANOV = RosterRow("Иванов Пётр", "Иванова Ольга", date(2024, 11, 25))


def write(folder: Path, text: str, name: str = "chataudit.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def roster(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "roster.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_settings_are_read(tmp_path: Path) -> None:
    text = 'teacher: [Мария Петровна]\nme: Ольга\nchat: 2 «Б»\ndate_order: mdy\nquiet_hours: {from: 20:00, to: "08:00"}\n'
    settings = read_config(write(tmp_path, text))

    assert settings.teachers == ("Мария Петровна",)
    assert (settings.me, settings.chat, settings.date_order) == ("Ольга", "2 «Б»", "mdy")
    assert settings.quiet_hours == QuietHoursSetting(Clock(1200), Clock(480))
    assert settings.roster is None


def test_roster_is_looked_for_beside_the_settings(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "class.csv").write_text("child,parent\nИванов Пётр,Иванова Ольга\n", encoding="utf-8")

    settings = read_config(write(tmp_path, "roster: lists/class.csv\n"))

    assert settings.roster == (RosterRow("Иванов Пётр", "Иванова Ольга", None),)


def test_byte_order_mark_before_the_settings_is_no_mistake(tmp_path: Path) -> None:
    assert read_config(write(tmp_path, "\ufeffme: Ольга\n")).me == "Ольга"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("teachers: [Мария]\nquiet_hours: {from: ночью, to: 07:00}\n", ["chataudit.yaml:1", "chataudit.yaml:2"]),
        ("teacher: Мария\n", ["chataudit.yaml:1"]),
        ("me: a\nme: b\n", ["chataudit.yaml:2"]),
        ("date_order: ydm\n", ["chataudit.yaml:1"]),
        ("", ["chataudit.yaml:1"]),
    ],
)
def test_mistakes_of_the_settings_are_told_all_at_once(tmp_path: Path, text: str, places: list[str]) -> None:
    with pytest.raises(ConfigError) as refused:
        read_config(write(tmp_path, text))

    assert refused.value.key == "config.broken"
    assert [each.place for each in refused.value.details["complaints"]] == places  # type: ignore[attr-defined]
    assert refused.value.exit_code is ExitCode.USAGE


def test_settings_of_another_encoding_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "chataudit.yaml"
    path.write_bytes("me: Ольга".encode("cp1251"))

    with pytest.raises(ConfigError) as refused:
        read_config(path)

    assert refused.value.key == "config.unreadable"


def test_settings_stand_beside_a_file_and_in_a_folder(tmp_path: Path) -> None:
    path = write(tmp_path, "me: Ольга\n")

    assert find_config(tmp_path) == path
    assert find_config(tmp_path / "result.json") == path
    assert find_config(tmp_path.parent / "result.json") is None


def test_options_win_over_the_file_and_leave_the_rest_to_it() -> None:
    given = Settings(teachers=("Анна",), me="Ирина")
    file = Settings(teachers=("Мария",), teacher_absent=True, me="Ольга", chat="2 «Б»", roster=(IVANOV,))

    settings = given.over(file)

    assert (settings.teachers, settings.me, settings.chat, settings.roster) == (("Анна",), "Ирина", "2 «Б»", (IVANOV,))


def test_absence_of_the_files_teacher_says_nothing_of_the_teacher_given_by_option() -> None:
    settings = Settings(teachers=("Анна",)).over(Settings(teachers=("Мария",), teacher_absent=True))

    assert settings.teacher_absent is False


def test_absence_can_be_added_to_the_files_teacher() -> None:
    settings = Settings(teacher_absent=True).over(Settings(teachers=("Мария",)))

    assert (settings.teachers, settings.teacher_absent) == (("Мария",), True)


def test_empty_roster_given_is_not_replaced() -> None:
    assert Settings(roster=()).over(Settings(roster=(IVANOV,))).roster == ()


@pytest.mark.parametrize(
    ("text", "hours"),
    [("+03:00", 3), ("-05:30", -5.5), ("+4", 4), ("+00:00", 0), ("+14:00", 14), ("Europe/Samara", 4), ("Asia/Yekaterinburg", 5)],
)
def test_time_zone_is_a_place_or_an_offset(text: str, hours: float) -> None:
    assert parse_timezone(text).utcoffset(datetime(2024, 9, 2)) == timedelta(hours=hours)  # noqa: DTZ001


@pytest.mark.parametrize("text", ["Samara", "+15:00", "+3:60", "3", "+", "", "/etc/localtime", "../../etc/localtime", "Europe/Nowhere", "MSK", "+-3"])
def test_time_zone_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ConfigError) as refused:
        parse_timezone(text)

    assert refused.value.key == "config.timezone"


@pytest.mark.parametrize(
    "text",
    [
        "child,parent,contacted_on\nИванов Пётр,Иванова Ольга,2024-11-25\n",
        "child;parent;contacted_on\r\nИванов Пётр;Иванова Ольга;25.11.2024\r\n",
        "Ребёнок\tРодитель\tДата связи\nИванов Пётр\tИванова Ольга\t25.11.24\n",
        "\ufeff№;ФИО ученика; Родители ;Контакт;Примечание\n1; Иванов Пётр ;Иванова Ольга;25.11.2024;в чате\n",
        'contacted_on,parent,child\n2024-11-25,"Иванова Ольга",Иванов Пётр',
        "child,parent,contacted_on\n\n,,\nИванов Пётр,Иванова Ольга,25 Nov 2024\n",
    ],
)
def test_roster_is_read_in_the_forms_that_schools_keep(tmp_path: Path, text: str) -> None:
    assert read_roster(roster(tmp_path, text)) == (IVANOV,)


def test_roster_in_the_encoding_of_russian_spreadsheets_is_read(tmp_path: Path) -> None:
    path = roster(tmp_path, "Ребёнок;Родитель;Связались\nИванов Пётр;Иванова Ольга;25.11.2024\n", "cp1251")

    assert read_roster(path) == (IVANOV,)


def test_first_of_september_is_no_ninth_of_january(tmp_path: Path) -> None:
    rows = read_roster(roster(tmp_path, "child,parent,contacted_on\nА,Б,01.09.2024\nВ,Г,2024-09-01\n"))

    assert [row.contacted_on for row in rows] == [date(2024, 9, 1), date(2024, 9, 1)]


def test_row_shorter_than_the_heading_has_no_contact(tmp_path: Path) -> None:
    assert read_roster(roster(tmp_path, "child,parent,contacted_on\nИванов Пётр,Иванова Ольга\n"))[0].contacted_on is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "roster.empty"),
        ("child,telephone\nА,1\n", "roster.no_column"),
        ("Иванов Пётр;Иванова Ольга\n", "roster.no_column"),
        ("child,parent,contacted_on\nА,Б,вчера\n", "roster.bad_date"),
        ("child,parent,contacted_on\nА,Б,31.02.2024\n", "roster.bad_date"),
        ("child,parent,contacted_on\nА,Б,12\n", "roster.bad_date"),
        ("child,parent,contacted_on\nА,Б,25.11\n", "roster.bad_date"),
        ("child,parent,contacted_on\nА,Б,10:00\n", "roster.bad_date"),
    ],
)
def test_bad_roster_is_refused(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read_roster(roster(tmp_path, text))

    assert refused.value.key == key


def test_people_in_place_of_headings_are_not_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        read_roster(roster(tmp_path, "Иванов Пётр;Иванова Ольга +79000001234\n"))

    assert refused.value.details == {"path": "roster.csv", "column": "child"}


def test_bad_date_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        read_roster(roster(tmp_path, 'child,parent,contacted_on\n"А\nА",Б,\nВ,Г,вчера\n'))

    assert refused.value.details["place"] == "roster.csv:4"


def test_roster_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        read_roster(tmp_path / "none.csv")

    assert refused.value.key == "roster.unreadable"


def test_roster_that_never_ends_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "roster.csv")
    for path in (tmp_path / "roster.csv", Path("/dev/zero"), tmp_path):
        with pytest.raises(ConfigError) as refused:
            read_roster(path)

        assert refused.value.key == "roster.no_file"


def test_roster_of_millions_of_lines_is_refused(tmp_path: Path) -> None:
    path = roster(tmp_path, "child,parent\n")
    with path.open("r+b") as file:
        file.truncate(MAX_ROSTER_BYTES + 1)
    with pytest.raises(ConfigError) as refused:
        read_roster(path)

    assert refused.value.key == "roster.too_large"


@pytest.mark.parametrize("name", [r"\\host.example\share\roster.csv", "//host.example/share/roster.csv", r"\\?\UNC\host.example\share\roster.csv"])
def test_settings_call_no_other_machine(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read_config(write(tmp_path, f"roster: '{name}'"))

    assert refused.value.key == "roster.elsewhere"


def test_roster_of_strangers_settings_lies_within_their_folder(tmp_path: Path) -> None:
    roster(tmp_path, "child,parent\nИванов Пётр,Иванова Ольга\n")
    (tmp_path / "school").mkdir()
    path = write(tmp_path / "school", "roster: ../roster.csv")

    assert read_config(path).roster
    assert read_config(path, within=tmp_path).roster
    with pytest.raises(ConfigError) as refused:
        read_config(path, within=tmp_path / "school")

    assert refused.value.key == "roster.outside"


@pytest.mark.parametrize("text", ["child,parent\nА,Б\0\n", 'child,parent\n"' + "А" * 200_000 + "\n"])
def test_file_that_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read_roster(roster(tmp_path, text))

    assert refused.value.key == "roster.not_csv"


def test_zone_with_a_name_too_long_for_a_file_is_no_zone() -> None:
    with pytest.raises(ConfigError, match=r"config\.timezone"):
        parse_timezone("Europe/" + "S" * 5000)
