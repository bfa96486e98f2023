"""Texts about the table that chats are exported to and read back from: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "report.platform.table": ("таблица сообщений", "a table of messages"),
    # the command
    "table.help.command": (
        "Записать сообщения и участников таблицей. Её читают и другие программы, и снова chataudit. "
        "Имена и тексты в ней не скрыты; для Excel есть scan --format xlsx.",
        "Write messages and participants as a table. Other programs read it, and chataudit again. "
        "Names and texts are not hidden in it; for Excel there is scan --format xlsx.",
    ),
    "table.help.form": ("Вид таблицы: csv, jsonl или parquet.", "The table's form: csv, jsonl or parquet."),
    "table.help.output": (
        "Папка или .zip; без этого ИМЯ-table.zip в текущей папке.",
        "A folder or a .zip; by default NAME-table.zip in the current folder.",
    ),
    "table.help.schema": ("Напечатать описание столбцов (Table Schema) и выйти.", "Print the description of the columns (Table Schema) and exit."),
    "table.written": (
        "Записано в {place}: {messages:строка|строки|строк} чата, {participants:участник|участника|участников}. Имена и тексты не скрыты: "
        "храните таблицу как сам чат.",
        "Written to {place}: {messages:row|rows} of the chat, {participants:participant|participants}. Names and texts are not hidden: "
        "keep the table as you would the chat.",
    ),
    "table.no_export": (
        "Не указано, что выгружать: chataudit export ФАЙЛ (или --schema, чтобы увидеть столбцы).",
        "There is nothing to export: chataudit export FILE (or --schema for the columns).",
    ),
    "table.bad_form": ("Таблицы «{value}» нет; есть: {known}.", "There is no table {value}; known: {known}."),
    "table.no_pyarrow": (
        "Для Parquet нужна библиотека pyarrow: pip install 'chataudit[parquet]', или возьмите csv либо jsonl.",
        "Parquet needs the library pyarrow: pip install 'chataudit[parquet]', or take csv or jsonl.",
    ),
    # what is wrong in a table that is read
    "table.bad_bytes": (
        "{count:повреждённый знак|повреждённых знака|повреждённых знаков} в таблице: на {count} местах стоит «\ufffd». Сохраните её в UTF-8.",
        "The table is damaged in {count:place|places}, shown as «\ufffd». Please save it as UTF-8.",
    ),
    "table.bad_facts": (
        "{source}: файл не соответствует описанию таблицы ({problem}); описание печатает chataudit export --schema.",
        "{source}: the file does not fit the table's description ({problem}); chataudit export --schema prints it.",
    ),
    "table.bad_platform": (
        "{source}: platform – это короткое имя мессенджера, до 40 букв, цифр и пробелов.",
        "{source}: platform is a messenger's short name, up to 40 letters, digits and spaces.",
    ),
    "table.no_file": (
        "{source} называет файл «{file}», но рядом его нет: положите его в ту же папку.",
        "{source} names the file {file}, which is not beside it: put it into the same folder.",
    ),
    "table.unknown_column": (
        "{source}: незнакомый столбец «{column}»; известны: {known}.",
        "{source}: unknown column {column}; known: {known}.",
    ),
    "table.no_column": (
        "{source}: нет столбца «{column}», без него таблица не читается.",
        "{source}: the column {column} is missing, and a table needs it.",
    ),
    "table.column_twice": ("{source}: столбец «{column}» повторяется.", "{source}: the column {column} stands there twice."),
    "table.cells": (
        "{source}, строка {line}: ячеек {count}, а столбцов {expected}; тексты с запятыми и переносами берут в кавычки.",
        "{source}, line {line}: {count} cells for {expected} columns; texts with commas and line breaks are quoted.",
    ),
    "table.not_csv": (
        "{source}, строка {line}: кавычка не закрыта или стоит не на месте.",
        "{source}, line {line}: a quotation mark is not closed, or stands where none may.",
    ),
    "table.not_json": (
        "{source}, строка {line}: это не объект JSON; на каждой строке должен стоять один, с ключами по описанию таблицы.",
        "{source}, line {line}: no JSON object; each line must hold one, with the keys of the table's description.",
    ),
    "table.not_parquet": ("{source} не читается как Parquet: запишите файл ещё раз.", "{source} cannot be read as Parquet: write the file again."),
    "table.empty_cell": ("{source}, строка {line}: в столбце {column} пусто.", "{source}, line {line}: the column {column} is empty."),
    "table.bad_string": ("{source}, строка {line}: в столбце {column} не текст.", "{source}, line {line}: no text in the column {column}."),
    "table.bad_integer": (
        "{source}, строка {line}: в столбце {column} не целое число.",
        "{source}, line {line}: no whole number in the column {column}.",
    ),
    "table.too_far": (
        "{source}, строка {line}: число в столбце {column} должно лежать между -{most} и {most}.",
        "{source}, line {line}: the number in the column {column} must lie between -{most} and {most}.",
    ),
    "table.bad_boolean": (
        "{source}, строка {line}: в столбце {column} должно стоять true или false.",
        "{source}, line {line}: the column {column} takes true or false.",
    ),
    "table.bad_datetime": (
        "{source}, строка {line}: в столбце {column} не дата со временем вида 2024-09-02T18:03:11.",
        "{source}, line {line}: no date and time like 2024-09-02T18:03:11 in the column {column}.",
    ),
    "table.bad_choice": (
        "{source}, строка {line}: в столбце {column} может стоять только {known}.",
        "{source}, line {line}: the column {column} takes only {known}.",
    ),
    "table.repeated_id": (
        "{source}, строка {line}: такой id уже был; у каждого сообщения он свой.",
        "{source}, line {line}: this id stood there before; every message has its own.",
    ),
    "table.kind_of_event": (
        "{source}, строка {line}: event бывает у строк вида service, и только у них.",
        "{source}, line {line}: rows of the kind service have an event, and only they.",
    ),
}
