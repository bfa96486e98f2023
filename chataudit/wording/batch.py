"""Texts of a batch: its command, its manifest, its summary: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # the command
    "batch.help.command": (
        "Проверить все выгрузки в папке. Вложенные папки, архивы, Telegram и WhatsApp вместе: отчёт по каждому чату и общая сводка. "
        "Прерванная или повторная проверка делает только то, что изменилось. "
        "Коды выхода: 0 проверено, 1 есть то, о чём спрашивает --fail-on, 2 ошибка в параметрах, манифесте или правилах, "
        "3 не читается ни одна выгрузка, 4 часть выгрузок не прочитана.",
        "Audit every export in a folder. Nested folders, archives, Telegram and WhatsApp together: a report for each chat and one summary. "
        "A run that was stopped or is repeated does only what has changed. "
        "Exit codes: 0 audited, 1 what --fail-on asks for is there, 2 wrong options, manifest or rules, "
        "3 no export can be read, 4 some exports could not be read.",
    ),
    "batch.help.output": ("Папка для отчётов.", "The folder for the reports."),
    "batch.help.format": (
        "Виды отчётов по каждому чату, через запятую; json пишется всегда.",
        "Forms of each chat's report, with commas; json is always written.",
    ),
    "batch.help.manifest": (
        "Таблица классов (csv, xlsx, yaml); без параметра берётся manifest.* в папке.",
        "The table of classes (csv, xlsx, yaml); by default manifest.* in the folder.",
    ),
    "batch.help.jobs": ("Сколько чатов проверять одновременно; обычно по числу ядер.", "How many chats to audit at once; by default one a core."),
    "batch.help.timeout": (
        "Сколько секунд дать одному чату; 0 — без ограничения.",
        "How many seconds one chat may take; 0 for no limit.",
    ),
    "batch.help.memory": (
        "Сколько мегабайт памяти дать одному чату; 0 — без ограничения; вне Linux не действует.",
        "How many megabytes of memory one chat may take; 0 for no limit; does nothing outside Linux.",
    ),
    "batch.help.chat": (
        "Взять из выгрузок всего аккаунта и этот чат: номер или часть названия; можно повторять. Группы берутся и так.",
        "Take this chat of whole-account exports too: its id or a part of its title; may be repeated. Groups are taken anyway.",
    ),
    "batch.progress": ("Чаты", "Chats"),
    "batch.no_folder": (
        "Папки {path} нет; укажите папку, в которой лежат выгрузки.",
        "There is no folder {path}; give the one that holds the exports.",
    ),
    "batch.output_is_folder": (
        "Отчёты смешались бы с выгрузками; назовите для них другую папку через --output.",
        "The reports would mix with the exports; name another folder for them with --output.",
    ),
    "batch.output_link": (
        "В папке отчётов «{path}» — ссылка на другое место, и отчёт лёг бы туда; удалите её или назовите другую папку через --output.",
        "In the folder of the reports «{path}» is a link, and a report would be written where it leads; remove it, or name another with --output.",
    ),
    "batch.bad_output": (
        "Папку {path} для отчётов создать не получилось; назовите другую через --output.",
        "The folder {path} for the reports could not be made; name another with --output.",
    ),
    "batch.bad_jobs": ("--jobs {value}: нужно число от 1.", "--jobs {value}: a number from 1 is wanted."),
    "batch.bad_limit": (
        "{option} {value}: нужно число от 1 или 0 — без ограничения.",
        "{option} {value}: a number from 1 is wanted, or 0 for no limit.",
    ),
    "batch.nothing_found": (
        "В папке {path} нет ни одной выгрузки чата: подойдут result.json или messages.html из Telegram, .txt или .zip из WhatsApp.",
        "There is no chat export in the folder {path}: result.json or messages.html from Telegram, .txt or .zip from WhatsApp will do.",
    ),
    "batch.crashed": (
        "ошибка в самой программе ({error}); остальные чаты проверены, место ошибки напечатано при проверке",
        "a fault of the program itself ({error}); the other chats were audited, the place of the fault was printed",
    ),
    "batch.died": (
        "проверка этого чата оборвалась: скорее всего, не хватило памяти; проверьте его отдельно командой scan",
        "the audit of this chat broke off, most likely for want of memory; audit it alone with scan",
    ),
    "batch.too_long": (
        "не уложился в {seconds:секунду|секунды|секунд}; дайте ему больше через --timeout или проверьте отдельно командой scan",
        "took longer than {seconds:second|seconds}; give it more with --timeout, or audit it alone with scan",
    ),
    "batch.too_large": (
        "не уложился в {memory} МБ памяти; дайте ему больше через --memory или проверьте отдельно командой scan",
        "took more than {memory} MB of memory; give it more with --memory, or audit it alone with scan",
    ),
    "batch.packed": (
        "Архив «{path}» такого вида не\u00a0открывается: распакуйте его рядом или упакуйте в\u00a0.zip.",
        "An archive of this kind, {path}, cannot be opened: unpack it, or pack it as .zip.",
    ),
    "batch.nested": (
        "Архив «{path}» лежит внутри другого архива: распакуйте внешний.",
        "The archive {path} lies within another: unpack the outer one.",
    ),
    "batch.roster_names": ("список.csv|список класса.csv", "roster.csv"),
    # the manifest: headings and answers, alternatives by «|», in lower case
    "manifest.column.school": ("школа|учреждение|организация|детский сад", "school"),
    "manifest.column.class": ("класс|группа детей", "class"),
    "manifest.column.teacher": ("педагог|учитель|классный руководитель|воспитатель|куратор", "teacher"),
    "manifest.column.export": ("выгрузка|путь к выгрузке|файл выгрузки|файл|путь", "export|export path|path|file"),
    "manifest.column.chat": ("чат|номер чата", "chat"),
    "manifest.column.roster": ("список|список класса", "roster"),
    "manifest.column.group": ("группа вк|группа вконтакте|группа|вк", "vk group|vk|group"),
    "manifest.column.closed": ("закрыта|закрытая|группа закрыта|группа закрытая", "closed|vk closed|group closed"),
    "manifest.yes": ("да|д|закрыта|закрытая|истина|+", "yes|y|true|closed|1"),
    "manifest.no": ("нет|н|открыта|открытая|ложь|-", "no|n|false|open|0"),
    "manifest.several": (
        "В папке несколько манифестов ({names}); оставьте один или назовите его через --manifest.",
        "The folder has several manifests ({names}); keep one, or name it with --manifest.",
    ),
    "manifest.format": (
        "Манифест {path}: такой вид не читается; подойдут {known}.",
        "The manifest {path} is of a kind that is not read; {known} will do.",
    ),
    "manifest.unreadable": (
        "Манифест {path} не читается; сохраните таблицу заново и закройте её в других программах.",
        "The manifest {path} cannot be read; save the table again and close it in other programs.",
    ),
    "manifest.broken": (
        "В манифесте {path} {count:ошибка|ошибки|ошибок}; нужен список классов, у каждого строки вида «класс: 2А».",
        "The manifest {path} has {count:mistake|mistakes}; it should be a list of classes, each with lines such as “class: 2A”.",
    ),
    "manifest.no_columns": (
        "В манифесте {path} нет знакомых столбцов; назовите их в первой строке: {known}.",
        "The manifest {path} has no column that is known; name them in its first row: {known}.",
    ),
    "manifest.bad_answer": (
        "{place}: закрыта ли группа, непонятно; пишите «да» или «нет».",
        "{place}: it is not clear whether the group is closed; write yes or no.",
    ),
    "manifest.outside": (
        "{place}: эта выгрузка лежит вне проверяемой папки; перенесите её внутрь и исправьте путь.",
        "{place}: this export lies outside the folder being audited; move it in and mend the path.",
    ),
    "manifest.export_twice": (
        "{place}: эта выгрузка уже записана за другим классом; исправьте одну из строк.",
        "{place}: this export is already another class's; mend one of the rows.",
    ),
    # the summary, on a terminal
    "batch.text.counts": (
        "Проверено чатов: {audited}, не прочитано: {unread}, классов без чата: {without}.",
        "Chats audited: {audited}, not read: {unread}, classes without a chat: {without}.",
    ),
    "batch.text.scores": (
        "Оценки: половина чатов от {lower} до {upper}, медиана {median}.",
        "Scores: half of the chats from {lower} to {upper}, median {median}.",
    ),
    "batch.text.trend": (
        "С прошлого раза оценка выше: {better}, ниже: {worse}, та же: {same}, сравнить нельзя: {unlike}.",
        "Since last time the score is higher: {better}, lower: {worse}, the same: {same}, not comparable: {unlike}.",
    ),
    "batch.text.trend.from_to": ("{place}: {then} → {now} с {since}", "{place}: {then} → {now} since {since}"),
    "batch.text.trend.more": ("и ещё {count:чат|чата|чатов}, все в сводке", "and {count:chat|chats} more, all in the summary"),
    "batch.text.unread": ("Не прочитано: {count:выгрузка|выгрузки|выгрузок}", "Not read: {count:export|exports}"),
    "batch.text.reason": ("{place}: {reason}", "{place}: {reason}"),
    "batch.text.open": ("Откройте сводку: {page}", "Open the summary: {page}"),
    "batch.text.others": (
        "Рядом лежат summary.xlsx и summary.csv для таблиц, в папке chats отчёт по каждому чату.",
        "Beside it: summary.xlsx and summary.csv for spreadsheets, in the folder chats a report for each chat.",
    ),
    "batch.text.again": (
        "Исправьте, что не прочитано, и запустите ту же команду ещё раз: готовые отчёты останутся.",
        "Mend what was not read and run the same command again: finished reports stay.",
    ),
    # what changed since an earlier run
    "batch.trend.unlike": ("сравнить нельзя: {why}", "not comparable: {why}"),
    "batch.unlike.rules": ("правила с тех пор другие", "the rules have changed"),
    "batch.unlike.program": ("версия программы другая", "the program has changed"),
    "batch.unlike.checked": ("проверить удалось разное", "other recommendations could be checked"),
}
