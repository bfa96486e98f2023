"""Texts about settings, the roster and what had to be known before judging: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # Headings of a roster, alternatives by «|», in lower case: a methodist's table is in Russian as often as not.
    "roster.child": ("ребёнок|ребенок|ученик|фио ребёнка|фио ребенка|фио ученика|обучающийся|воспитанник", "child"),
    "roster.parent": ("родитель|родители|фио родителя|законный представитель", "parent"),
    "roster.contacted_on": ("связались|дата связи|дата контакта|контакт", "contacted_on"),
    "roster.unreadable": (
        "Список класса {path} не читается; проверьте, что файл на месте и открыт для чтения.",
        "The roster {path} cannot be read; check that it is there and open to reading.",
    ),
    "roster.no_file": (
        "Список класса {path} – не файл (канал, устройство, папка): сохраните таблицу в файл CSV и укажите его.",
        "The roster {path} is no file (a pipe, a device, a folder): save the table as a CSV file and give that.",
    ),
    "roster.too_large": (
        "Список класса {path} больше {limit} МБ; укажите таблицу, где по строке на ребёнка.",
        "The roster {path} has more than {limit} MB; give a table with a line for each child.",
    ),
    "roster.elsewhere": (
        "Список класса {path} лежит на другом компьютере, а туда программа не обращается; скопируйте его к выгрузке и исправьте roster.",
        "The roster {path} lies on another computer, which is never called; copy it to the export and mend roster.",
    ),
    "roster.outside": (
        "Список класса {path} лежит вне проверяемой папки; перенесите его внутрь и исправьте roster.",
        "The roster {path} lies outside the folder that is checked; move it inside and mend roster.",
    ),
    "roster.empty": (
        "Список класса {path} пуст; нужны столбцы child, parent и contacted_on.",
        "The roster {path} is empty; it needs the columns child, parent and contacted_on.",
    ),
    "roster.not_csv": (
        "Список класса {path} не похож на CSV; сохраните таблицу как CSV и укажите этот файл.",
        "The roster {path} does not look like CSV; save the table as CSV and give that file.",
    ),
    "roster.no_column": (
        "В списке класса {path} нет столбца «{column}»; назовите столбцы в первой строке: child, parent, contacted_on.",
        "The roster {path} has no column “{column}”; name the columns in its first row: child, parent, contacted_on.",
    ),
    "roster.bad_date": ("{place}: это не дата; пишите 25.11.2024 или 2024-11-25.", "{place}: this is no date; write 2024-11-25 or 25.11.2024."),
    "config.unreadable": (
        "Настройки {path} не читаются; сохраните файл в UTF-8 и откройте его для чтения.",
        "The settings {path} cannot be read; save the file as UTF-8 and make it readable.",
    ),
    "config.broken": ("В настройках {count:ошибка|ошибки|ошибок}:", "The settings have {count:mistake|mistakes}:"),
    "config.timezone": (
        "Часовой пояс «{value}» не найден; пишите +03:00 или Europe/Samara.",
        "There is no time zone “{value}”; write +03:00 or Europe/Samara.",
    ),
    "teacher.not_found": (
        "Участника «{name}» в чате нет; похожие: {near}. Если педагога в чате нет, добавьте --teacher-absent.",
        "Nobody in the chat is called “{name}”; near: {near}. If the teacher is not in the chat, add --teacher-absent.",
    ),
    "teacher.ambiguous": (
        "Имени «{name}» подходят несколько участников: {near}. Укажите имя точно так, как оно стоит в чате.",
        "Several participants match “{name}”: {near}. Give the name exactly as it stands in the chat.",
    ),
    "teacher.nobody_near": (
        "Участника «{name}» в чате нет, и никого похожего тоже; укажите имя, как в чате, а если педагога в чате нет, добавьте --teacher-absent.",
        "Nobody in the chat is called “{name}” or anything near; give the name as in the chat, or --teacher-absent if the teacher is not in it.",
    ),
    "teacher.namesakes": (
        "Имя педагога носят {count:учётная запись|учётные записи|учётных записей}: сообщения всех приняты за слова педагога. Проверьте, все ли его.",
        "{count:account bears|accounts bear} the teacher's name: the messages of all are taken for the teacher's. Check whether all are.",
    ),
    "scene.foreign_writing": (
        "На другом языке или латиницей – {count:сообщение|сообщения|сообщений} из {all}: правила судят русский язык, и нарушений в них не видят.",
        "In another language or in Latin letters: {count:message|messages} of {all}. The rules judge Russian and see no findings there.",
    ),
    "need.teacher": ("кто в чате педагог: укажите --teacher «Имя»", "who of the chat is the teacher: give --teacher NAME"),
    "need.roster": ("список класса: укажите --roster список.csv", "the class roster: give --roster FILE.csv"),
    "need.beginning": ("начало чата: выгрузите переписку с первого сообщения", "the chat's beginning: export it from its first message"),
    "need.manifest": ("сведения о группе класса во ВКонтакте", "what is known of the class's VK group"),
    "need.media": ("вложения: выгрузите чат с медиафайлами", "the attachments: export the chat with media"),
    "need.timezone": ("часовой пояс чата: укажите --timezone +03:00", "the chat's time zone: give --timezone +03:00"),
    "need.text": ("полные имена участников: попросите подписать профили", "the participants' full names: ask them to sign their profiles"),
    "need.replies": ("ответы на сообщения: выгрузите чат из Telegram в JSON", "the replies: export the chat from Telegram as JSON"),
}
