"""Texts about rulebooks that people begin or choose: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "newrules.help": ("Начать свой свод правил в новой папке.", "Begin a rulebook of your own in a new folder."),
    "newrules.folder": ("Новая или пустая папка.", "A new or empty folder."),
    "newrules.not_empty": (
        "{path}: здесь уже что-то есть; назовите новую или пустую папку.",
        "{path}: there is something already; name a new or empty folder.",
    ),
    "newrules.written": (
        "Свод правил начат: {files}\nПоправьте файлы (в них всё объяснено) и проверьте: chataudit rules test --rules {path} --coverage\n"
        "По шагам: chataudit guide rules",
        "A rulebook is begun: {files}\nEdit the files (explained within, in Russian) and try: chataudit rules test --rules {path} --coverage\n"
        "Step by step: chataudit guide rules",
    ),
    "newrules.known": ("Своды правил для --rules: {known}.", "Rulebooks for --rules: {known}."),
}
