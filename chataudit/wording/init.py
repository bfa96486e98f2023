"""Texts of `chataudit init`: its help, its questions, and the settings file that it writes: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "init.help.command": (
        "Записать настройки чата. В папку с выгрузкой ложится chataudit.yaml, где каждая строка объяснена; в терминале "
        "программа спросит о педагоге, часах и списке класса, а вне его возьмёт параметры.",
        "Write down a chat's settings. The folder of the export gets a chataudit.yaml in which each line is explained; on a terminal "
        "you are asked about the teacher, the hours and the roster, elsewhere the options are taken.",
    ),
    "init.help.folder": ("Папка, в которой лежит выгрузка.", "The folder that holds the export."),
    "init.help.hours": (
        "Рабочие часы чата, если в нём самом они не объявлены.",
        "Working hours of the chat, where it announces none itself.",
    ),
    "init.help.force": ("Заменить chataudit.yaml, если он уже есть.", "Replace a chataudit.yaml that is there already."),
    "init.no_folder": (
        "Папки {path} нет; укажите ту, в которой лежит выгрузка.",
        "There is no folder {path}; give the one that holds the export.",
    ),
    "init.exists": (
        "{path} уже есть и остался как был; исправьте его сами или добавьте --force, чтобы записать заново.",
        "{path} is there already and was left as it was; edit it, or add --force to write it anew.",
    ),
    "init.bad_hours": (
        "«{value}» не похоже на часы; пишите так: 08:00-20:00.",
        "“{value}” are no hours; write 08:00-20:00.",
    ),
    "init.intro": (
        "Несколько вопросов, и настройки будут записаны. Enter принимает ответ в скобках, а без скобок пропускает вопрос; "
        "«-» пропускает любой. Ctrl+C: ничего не записывать.",
        "A few questions, and the settings are written. Enter takes the answer in brackets, or skips the question where there is none; "
        "“-” skips any. Ctrl+C: write nothing.",
    ),
    "init.seen": ("Нашлась выгрузка: «{title}», {count:сообщение|сообщения|сообщений}.", "Found an export: “{title}”, {count:message|messages}."),
    "init.guess": (
        "Педагога программа угадала сама, уверенность {percent} из 100; поправьте, если это не так.",
        "The program guessed the teacher itself, {percent} of 100 sure; correct it if that is wrong.",
    ),
    "init.ask.chat": ("Какой чат? Номер или часть названия", "Which chat? Its number or a part of its title"),
    "init.ask.teacher": ("Кто педагог? Имя, как в чате; несколько через «;»", "Who is the teacher? The name as in the chat; several with “;”"),
    "init.ask.absent": ("Записать, что такого педагога в чате нет? да/нет", "Write down that this teacher is not in the chat? yes/no"),
    "init.ask.hours": ("Рабочие часы чата, например 08:00-20:00", "Working hours of the chat, such as 08:00-20:00"),
    "init.ask.roster": ("Список класса, файл .csv в этой папке", "The class roster, a .csv file in this folder"),
    "init.ask.timezone": ("Часовой пояс чата", "Time zone of the chat"),
    "init.ask.me": ("Кто выгружал чат? Имя, как в чате", "Who exported the chat? The name as in the chat"),
    "init.written": ("Настройки записаны: {path}", "The settings were written: {path}"),
    "init.not_asked": (
        "Вопросов не было: это не терминал. Допишите файл сами или повторите с --force и нужным: --teacher, --hours, --roster, --timezone, --me.",
        "Nothing was asked: this is no terminal. Complete the file, or repeat with --force and what is needed: "
        "--teacher, --hours, --roster, --timezone, --me.",
    ),
    "init.next": ('Теперь проверьте чат: chataudit scan "{path}" --open', 'Now audit the chat: chataudit scan "{path}" --open'),
    # the file itself
    "init.file.head": (
        "Настройки chataudit. Файл лежит рядом с выгрузкой, и программа читает его сама.\n"
        "Строка, которая начинается с «#», только поясняет. Уберите «#» у настройки, чтобы она заработала.",
        "Settings of chataudit. The file lies beside the export, and the program reads it by itself.\n"
        "A line that begins with # only explains. Take the # from a setting to let it work.",
    ),
    "init.file.teacher": (
        'Педагог: имя, как оно стоит в чате. Двое пишутся так: ["Имя первой", "Имя второй"].\n'
        "Пустые скобки: программа ищет педагога сама и говорит в отчёте, насколько уверена.",
        'The teacher: the name as it stands in the chat. Two are written ["First name", "Second name"].\n'
        "Empty brackets: the program looks for the teacher itself and says in the report how sure it is.",
    ),
    "init.file.guessed": (
        "Похоже, педагог здесь такой; если верно, замените им строку ниже:",
        "The teacher seems to be this; if so, put it in place of the line below:",
    ),
    "init.file.teacher_absent": ("true, если названного педагога в чате нет.", "true if the teacher named above is not in the chat."),
    "init.file.quiet_hours": (
        "Тихие часы: с вечера (from) до утра (to). Часы, объявленные в самом чате, важнее этих;\nбез тех и других тихо с 21:00 до 07:00.",
        "Quiet hours: from the evening (from) to the morning (to). Hours announced in the chat go before these;\n"
        "without either it is quiet from 21:00 to 07:00.",
    ),
    "init.file.roster": (
        "Список класса рядом с этим файлом: таблица CSV со столбцами «ребёнок», «родитель» и «связались».\nПо нему видно, чьих родителей в чате нет.",
        "The class roster beside this file: a CSV table with the columns child, parent and contacted_on.\n"
        "It shows whose parents are not in the chat.",
    ),
    "init.file.timezone": (
        "Часовой пояс: WhatsApp и старый Telegram его не хранят.",
        "The time zone: WhatsApp and old Telegrams do not keep it.",
    ),
    "init.file.me": (
        "Кто выгружал чат: о нём WhatsApp пишет «Вы».",
        "Who exported the chat: WhatsApp calls that person “You”.",
    ),
    "init.file.chat": (
        "Какой чат взять, если выгружен весь аккаунт: номер или часть названия.",
        "Which chat to take where a whole account was exported: its number or a part of its title.",
    ),
    "init.file.date_order": (
        "Порядок дня и месяца в датах WhatsApp, если по файлу его не понять: dmy, mdy или ymd.",
        "The order of day and month in WhatsApp's dates, where the file leaves it open: dmy, mdy or ymd.",
    ),
    "init.file.redact": (
        "Скрыть в отчётах людей: names — участников и детей из списка, all — всех и всё, что о них говорит.",
        "Hide people in reports: names hides participants and the children on the roster, all hides everyone and whatever tells of them.",
    ),
    "init.example.roster": ("список.csv", "roster.csv"),
    "init.example.timezone": ('"+03:00"', '"+03:00"'),
    "init.example.me": ('"Мария Петровна"', '"Mary Peterson"'),
    "init.example.chat": ('"1234567890"', '"1234567890"'),
}
