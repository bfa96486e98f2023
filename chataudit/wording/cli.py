"""Texts of the command line: help, errors of options, what is printed about rules: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "cli.app": (
        "Проверка родительского чата по шестнадцати рекомендациям министерства. Начните так: chataudit scan result.json",
        "Audit a parents' chat against the ministry's sixteen recommendations. Begin with: chataudit scan result.json",
    ),
    "cli.scan": (
        "Проверить выгрузку чата. Подойдёт файл Telegram (JSON или HTML) или WhatsApp (txt, zip), архив ВКонтакте либо папка с ними. "
        "Коды выхода: 0 проверено, 1 есть то, о чём спрашивает --fail-on, 2 ошибка в параметрах или правилах, 3 выгрузка не читается.",
        "Audit a chat's export. It may be a file of Telegram (JSON or HTML) or WhatsApp (txt, zip), VK's archive, or a folder with one. "
        "Exit codes: 0 audited, 1 what --fail-on asks for is there, 2 wrong options or rules, 3 the export cannot be read.",
    ),
    "cli.explain": (
        "Рассказать о правиле или рекомендации. Что ищет, почему, пороги, примеры, совет.",
        "Explain a rule or recommendation. What it looks for, why, thresholds, examples, advice.",
    ),
    "cli.guide": (
        "Показать подробную справку. Без темы печатает их список.",
        "Show longer help. Without a topic it lists them.",
    ),
    "cli.topic": ("Тема; без неё показывается их список.", "The topic; without it their list is shown."),
    "guide.topics": ("Подробная справка:", "Longer help:"),
    "guide.no_topic": ("Справки «{topic}» нет; есть: {known}.", "There is no help on “{topic}”; known: {known}."),
    "cli.rules": ("Правила: список, проверка на примерах, схема.", "Rules: their list, a trial on examples, their schema."),
    "cli.rules_list": ("Показать все рекомендации и их правила.", "List the recommendations and their rules."),
    "cli.rules_test": ("Проверить правила на их собственных примерах.", "Try the rules on their own examples."),
    "cli.rules_schema": ("Напечатать JSON Schema файла правил для редактора.", "Print the JSON Schema of a rule file for editors."),
    "cli.version": ("Показать версию.", "Show the version."),
    "cli.lang": ("Язык отчёта и подсказок: ru или en.", "Language of the report and of the help: ru or en."),
    "cli.rules_folder": ("Другой свод правил: имя (их называет rules list) или папка.", "Another rulebook: a name (see rules list) or a folder."),
    "cli.export": ("Файл, zip или папка с выгрузкой чата.", "A file, a zip or a folder with the chat's export."),
    "cli.teacher": ("Имя педагога, как в чате; можно повторять.", "The teacher's name as in the chat; may be repeated."),
    "cli.teacher_absent": ("Названного педагога в чате нет.", "The named teacher is not in the chat."),
    "cli.me": ("Чья это выгрузка: кто назван «Вы» в WhatsApp и ВКонтакте.", "Whose export this is: who is “You” in WhatsApp and VK."),
    "cli.chat": (
        "Какой чат взять из выгрузки аккаунта или архива ВКонтакте: номер или часть названия.",
        "Which chat of a whole-account export or VK archive: its id or a part of its title.",
    ),
    "cli.roster": ("Список класса: CSV со столбцами child, parent, contacted_on.", "The roster: CSV with the columns child, parent, contacted_on."),
    "cli.timezone": (
        "Часовой пояс выгрузки, если она его не хранит: +03:00 или Europe/Samara.",
        "Time zone of an export that does not hold its own: +03:00 or Europe/Samara.",
    ),
    "cli.date_order": ("Порядок чисел в датах WhatsApp: dmy, mdy или ymd.", "Order of day and month in WhatsApp's dates: dmy, mdy or ymd."),
    "cli.config": (
        "Файл настроек; без него берётся chataudit.yaml рядом с выгрузкой.",
        "Settings file; by default chataudit.yaml beside the export.",
    ),
    "cli.format": (
        "Вид отчёта: terminal (если не указано иное), html, json, xlsx, csv, markdown, junit, sarif, github. "
        "Несколько пишутся через запятую, тогда --output называет папку.",
        "The report's form: terminal (unless told otherwise), html, json, xlsx, csv, markdown, junit, sarif, github. "
        "Several with commas between; --output then names a folder.",
    ),
    "cli.open": ("Открыть отчёт в браузере (html).", "Open the report in the browser (html)."),
    "cli.open_what": (
        "--open показывает отчёт html, записанный в файл: уберите другой --format, --why или «-o -».",
        "--open shows an html report in a file: leave out another --format, --why or “-o -”.",
    ),
    "cli.opened": ("Отчёт открыт в браузере: {path}", "The report was opened in the browser: {path}"),
    "cli.no_browser": ("Браузер не нашёлся; откройте отчёт сами: {path}", "No browser was found; open the report yourself: {path}"),
    "cli.output": ("Записать отчёт в файл; несколько отчётов в папку.", "Write the report to a file; several to a folder."),
    "cli.several_reports": (
        "Несколько отчётов сразу записываются в папку: назовите её, --output ПАПКА.",
        "Several reports at once are written to a folder: name it with --output DIR.",
    ),
    "cli.several_in_file": (
        "{file}: это файл, а для нескольких отчётов нужна папка; назовите её в --output.",
        "{file}: this is a file, and several reports need a folder; name one with --output.",
    ),
    "cli.binary_report": (
        "Отчёт {format} в терминале не показать: запишите его в файл, --output ФАЙЛ.",
        "A terminal cannot show a report of the form {format}: write it to a file with --output FILE.",
    ),
    "cli.fail_on": (
        "Выйти с кодом 1, если есть violated, partly, major, minor или оценка ниже score:70.",
        "Exit with code 1 on violated, partly, major, minor, or a score below score:70.",
    ),
    "cli.all": ("Показать все замечания, а не первые.", "Show all findings rather than the first few."),
    "cli.strict": ("Не проверять выгрузку, прочитанную не до конца (код 3).", "Refuse an export that was read only in part (code 3)."),
    "cli.code": (
        "Код правила, например R07.acknowledgement, или номер рекомендации.",
        "A rule's code, such as R07.acknowledgement, or a recommendation's number.",
    ),
    "cli.only": ("Только это правило.", "This rule only."),
    "cli.coverage": (
        "Показать части правил, пропажи которых не заметил бы ни один пример.",
        "Show parts of rules whose loss no example would notice.",
    ),
    "cli.rules_eval": (
        "Сравнить находки с разметкой людей: точность, полнота и F1 каждого правила.",
        "Compare findings with the labels of people: precision, recall and F1 of every rule.",
    ),
    "cli.rules_fit": (
        "Подобрать веса признаков правила по размеченным чатам (нужно дополнение chataudit[fit]).",
        "Fit the weights of a rule's signs to labelled chats (needs the extra chataudit[fit]).",
    ),
    "cli.labelled": ("Размеченные чаты: файлы .jsonl или папки с ними.", "Labelled chats: .jsonl files or folders of them."),
    "cli.only_chats": ("Только эти чаты, имена через запятую.", "These chats only, names with commas."),
    "cli.errors": ("Показать ошибки этого правила.", "Show the mistakes of this rule."),
    "cli.write_measured": (
        "Записать точность в свод правил: её покажут explain и отчёт.",
        "Write it into the rulebook, for explain and reports to show.",
    ),
    "cli.write_fitted": ("Записать веса в свод правил.", "Write the weights into the rulebook."),
    "cli.why": (
        "Вместо отчёта рассказать об одном сообщении: что увидело в нём каждое правило.",
        "Instead of a report tell of one message what every rule saw in it.",
    ),
    "cli.no_message": ("Сообщения {id} в чате нет; номера сообщений стоят в отчёте.", "The chat has no message {id}; reports show their numbers."),
    "cli.bad_language": ("Языка «{value}» нет; есть: {known}.", "There is no language “{value}”; known: {known}."),
    "cli.bad_fail_on": (
        "--fail-on {value}: бывает violated, partly, major, minor или score:70.",
        "--fail-on {value}: it takes violated, partly, major, minor or score:70.",
    ),
    "cli.bad_format": ("--format {value}: такого вида отчёта нет; есть: {known}.", "--format {value}: there is no such report; known: {known}."),
    "cli.bad_epoch": (
        "SOURCE_DATE_EPOCH={value}: это не время; нужно число секунд с 1970 года.",
        "SOURCE_DATE_EPOCH={value} is no time; the number of seconds since 1970 is wanted.",
    ),
    "cli.bad_date_order": ("--date-order {value}: бывает {known}.", "--date-order {value}: it takes {known}."),
    "cli.truncated": (
        "Выгрузка {path} прочитана не до конца, а с --strict такие не проверяются; выгрузите чат заново.",
        "The export {path} was read only in part, and --strict refuses such; export the chat again.",
    ),
    "usage.no_option": (
        "Параметра {name} нет; какие есть, показывает {command} --help.",
        "There is no option {name}; {command} --help shows those that are.",
    ),
    "usage.no_option_near": ("Параметра {name} нет; может быть, {near}?", "There is no option {name}; did you mean {near}?"),
    "usage.bad_value": (
        "Параметру {name} не хватает значения, или оно при нём лишнее; как его пишут, показывает --help.",
        "The option {name} lacks its value, or takes none; --help shows how it is written.",
    ),
    "usage.missing": (
        "Не указано {name}; как пишется команда, показывает {command} --help.",
        "{name} is missing; {command} --help shows how the command is written.",
    ),
    "usage.no_command": ("Такой команды нет; есть: {known}.", "There is no such command; known: {known}."),
    "usage.too_many": (
        "В команде лишние слова: имя или путь с пробелами возьмите в кавычки; как пишется команда, показывает {command} --help.",
        "The command has words too many: put a name or a path with spaces in quotes; {command} --help shows how it is written.",
    ),
    "cli.no_rule": ("Правила {code} нет; похожие: {near}.", "There is no rule {code}; near: {near}."),
    "explain.effect.finding": ("Замечание к рекомендации {number}: {title}", "A finding against recommendation {number}: {title}"),
    "explain.effect.evidence": ("Говорит в пользу рекомендации {number}: {title}", "Evidence for recommendation {number}: {title}"),
    "explain.group": (
        "Ставится при проверке папки классу без чата, если манифест называет его группу открытой.",
        "Given in a batch to a class without a chat whose group the manifest names open.",
    ),
    "explain.rules": ("Правила; с плюсом те, что говорят в пользу", "Rules; with a plus those that speak for it"),
    "explain.clause": ("Что сказано в документе", "What the document says"),
    "explain.why": ("Почему это важно", "Why it matters"),
    "explain.severity": ("Серьёзность", "Severity"),
    "explain.reliability": ("Насколько можно верить", "How far to trust it"),
    "explain.unless": ("Не засчитывается", "Spared"),
    "explain.study": ("Как это говорят", "How it is said"),
    "explain.verdict": ("Вердикт: подходит первый случай", "Verdict: the first case that applies"),
    "explain.found": ("Находит", "Finds"),
    "explain.spared": ("Не трогает", "Spares"),
    "explain.advice": ("Что делать", "What to do"),
    "trial.failed": ("не прошёл: {name}\n    ожидалось: {wanted}; получено: {got}", "failed: {name}\n    expected: {wanted}; got: {got}"),
    "trial.summary": ("Примеров прошло: {passed}, не прошло: {failed}.", "Examples passed: {passed}, failed: {failed}."),
    "trial.no_examples": ("{rule}: нет ни одного примера", "{rule}: no example at all"),
    "trial.never_fires": ("{rule}: ни один пример не находит ничего", "{rule}: no example finds anything"),
    "trial.unreached": ("{rule}: ни в одном примере нет: {what}", "{rule}: no example holds: {what}"),
    "trial.needless": ("{rule}: без этого ни один пример не изменится: {what}", "{rule}: no example would change without: {what}"),
    "trial.dead_entry": ("список {rule}: не может сработать: {what}", "list {rule}: cannot fire: {what}"),
    "examples.bad_line": ("непонятная строка примера: {line}", "cannot make out the example's line: {line}"),
    "severity.info": ("для сведения", "for information"),
    "severity.minor": ("незначительное", "minor"),
    "severity.major": ("серьёзное", "major"),
}
