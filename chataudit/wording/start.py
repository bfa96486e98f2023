"""Texts of the first five minutes: the start without arguments, the help's frame, the newest export: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "start.text": (
        """chataudit проверяет родительский чат по шестнадцати рекомендациям министерства.
Всё остаётся на вашем компьютере.

  1. Выгрузите чат.      Как это сделать, скажет одна из команд:
                           chataudit guide telegram
                           chataudit guide whatsapp
  2. Проверьте выгрузку. Самую новую из «Загрузок» программа найдёт сама:
                           chataudit scan --latest --open
                         или назовите файл, папку или архив:
                           chataudit scan ПУТЬ --open
  3. Прочтите отчёт.     Он откроется в браузере; что в нём что значит:
                           chataudit guide report

Записать имя педагога и часы, чтобы не повторять их:  chataudit init ПАПКА
Проверить много чатов сразу:                          chataudit batch ПАПКА
Все команды:                                          chataudit --help""",
        """chataudit audits a parents' chat against the ministry's sixteen recommendations.
Everything stays on your computer.

  1. Export the chat.    One of these commands tells how:
                           chataudit guide telegram
                           chataudit guide whatsapp
  2. Audit the export.   The newest one in your downloads is found for you:
                           chataudit scan --latest --open
                         or name a file, a folder or an archive:
                           chataudit scan PATH --open
  3. Read the report.    It opens in the browser; what is what in it:
                           chataudit guide report

Write down the teacher's name and the hours:          chataudit init FOLDER
Audit many chats at once:                             chataudit batch FOLDER
All commands:                                         chataudit --help""",
    ),
    # the help's frame; the English is typer's own
    "help.usage": ("Как писать: ", "Usage: "),
    "help.usage.options": ("[ПАРАМЕТРЫ]", "[OPTIONS]"),
    "help.usage.command": ("КОМАНДА [СЛОВА]...", "COMMAND [ARGS]..."),
    "help.arguments": ("Что указать", "Arguments"),
    "help.options": ("Параметры", "Options"),
    "help.commands": ("Команды", "Commands"),
    "help.default": ("обычно", "default"),
    "help.required": ("обязательно", "required"),
    "help.help": ("Показать эту подсказку.", "Show this message and exit."),
    "help.install_completion": (
        "Настроить подсказки по клавише Tab в этой оболочке.",
        "Install completion for the current shell.",
    ),
    "help.show_completion": (
        "Напечатать эту настройку, чтобы поставить её самому.",
        "Show completion for the current shell, to copy it or customize the installation.",
    ),
    "help.completion_installed": (
        "Подсказки для {shell} записаны в {path}; откройте новое окно терминала, и по Tab команды и параметры допишутся.",
        "Completion for {shell} was written to {path}; it works in a new terminal window.",
    ),
    # the newest export
    "latest.folder": ("Загрузки", "Downloads"),
    "latest.help": (
        "Взять самую новую выгрузку из «Загрузок», а если указана папка, из неё.",
        "Take the newest export from your downloads, or from the folder given.",
    ),
    "latest.taken": ("Взята самая новая выгрузка, от {made} ({age}): {path}", "Taking the newest export, of {made} ({age}): {path}"),
    "latest.today": ("сегодня", "today"),
    "latest.yesterday": ("вчера", "yesterday"),
    "latest.days": ("{count:день|дня|дней} назад", "{count:day|days} ago"),
    "latest.none": (
        "Выгрузки чата нет; искали здесь: {folders}. Выгрузите чат (chataudit guide telegram или whatsapp) или назовите путь: chataudit scan ПУТЬ.",
        "No chat's export was found; looked here: {folders}. Export the chat (chataudit guide telegram or whatsapp) "
        "or name the path: chataudit scan PATH.",
    ),
    "latest.no_folder": (
        "Папки «Загрузки» не нашлось; назовите путь к выгрузке: chataudit scan ПУТЬ.",
        "No downloads folder was found; name the path to the export: chataudit scan PATH.",
    ),
    "latest.no_export": (
        "Не указано, что проверить (EXPORT): chataudit scan ПУТЬ, а самую новую выгрузку из «Загрузок» возьмёт chataudit scan --latest.",
        "What to audit is missing (EXPORT): chataudit scan PATH; chataudit scan --latest takes the newest export from your downloads.",
    ),
}
