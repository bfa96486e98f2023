"""Texts about what other packages add to the program: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "plugins.damaged_list": (
        "Список расширений пакета {package} (entry_points.txt) повреждён, их не видно. Переустановите или удалите пакет.",
        "The list of plug-ins of the package {package} (entry_points.txt) is damaged, they are not seen. Reinstall or uninstall the package.",
    ),
    "plugins.not_imported": (
        "Расширение {name} ({group}, пакет {package}) не загрузилось: {error}. Обновите или удалите пакет.",
        "The plug-in {name} ({group}, package {package}) could not be imported: {error}. Update or uninstall the package.",
    ),
    "plugins.no_version": (
        "Расширение {name} ({group}, пакет {package}) не говорит, для какой версии оно написано: нужна строка API = {known}.",
        "The plug-in {name} ({group}, package {package}) does not say which version it is written for: it needs API = {known}.",
    ),
    "plugins.other_version": (
        "Расширение {name} ({group}, пакет {package}) написано для версии {version}, а здесь {known}: обновите пакет или программу.",
        "The plug-in {name} ({group}, package {package}) is written for version {version}, here is {known}: update the package or the program.",
    ),
    "plugins.wrong_protocol": (
        "Расширение {name} ({group}, пакет {package}) устроено не так: не хватает {missing}. Как надо, скажет chataudit guide plugins.",
        "The plug-in {name} ({group}, package {package}) is not made as it should be: {missing} is lacking. See chataudit guide plugins.",
    ),
    "plugins.broke": (
        "Расширение {name} ({group}, пакет {package}) сломалось: {error}, {place}. Обновите или удалите пакет; остальное работает и без него.",
        "The plug-in {name} ({group}, package {package}) broke: {error}, {place}. Update or uninstall the package; the rest works without it.",
    ),
    "plugins.bad_chat": (
        "Расширение {name} ({group}, пакет {package}) прочитало выгрузку не так, как нужно: {problem}. Обновите или удалите пакет.",
        "The plug-in {name} ({group}, package {package}) did not read the export as it should: {problem}. Update or uninstall the package.",
    ),
    # what a parser of another package may say in our words, or in its own
    "plugins.skipped_lines": (
        "Не разобрано и пропущено: {count:строка|строки|строк}.",
        "Not understood and skipped: {count:line|lines}.",
    ),
    "plugins.says": ("{text}", "{text}"),
    # the list
    "plugins.help": ("Показать расширения из других пакетов.", "List what other packages add."),
    "plugins.none": (
        "Расширений нет. Как их писать и ставить, скажет chataudit guide plugins.",
        "There are no plug-ins. See chataudit guide plugins for how to write and install them.",
    ),
    "plugins.column.kind": ("Что", "Kind"),
    "plugins.column.name": ("Имя", "Name"),
    "plugins.column.package": ("Пакет", "Package"),
    "plugins.column.version": ("Версия", "Version"),
    "plugins.column.state": ("Состояние", "State"),
    "plugins.kind.parsers": ("формат выгрузки", "parser"),
    "plugins.kind.detectors": ("способ смотреть", "detector"),
    "plugins.kind.reporters": ("вид отчёта", "reporter"),
    "plugins.kind.rulebooks": ("свод правил", "rulebook"),
    "plugins.state.works": ("работает", "works"),
    "plugins.state.broken": ("сломано", "broken"),
    "plugins.state.shadowed": ("имя занято", "name is taken"),
}
