"""Texts around the messages that are ready to be pasted: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # what is wrong with them in a rule file
    "ready.personal": (
        "этот текст прочтут многие, людей в нём называть нельзя: уберите {{name}} или напишите to: {discreet}",
        "many will read this text, nobody may be named in it: remove {{name}} or write to: {discreet}",
    ),
    "ready.foreign_rule": ("у этой рекомендации нет правила «{name}»; есть: {known}", "this recommendation has no rule “{name}”; it has: {known}"),
    "ready.empty": ("у готового текста пустой title или text", "a ready text has an empty title or text"),
    "ready.brace": (
        "в готовом тексте осталась фигурная скобка; вставки пишутся в скобках без пробелов: {{example}}",
        "a brace is left in a ready text; placeholders stand in braces without blanks: {{example}}",
    ),
    # facts as people write them
    "ready.hours": ("с\u00a0{start} до\u00a0{end}", "from {start} to\u00a0{end}"),
    "ready.hours.on": ("{hours} {days}", "{hours} {days}"),
    "ready.quiet": ("с\u00a0{start} до\u00a0{end}", "from {start} to\u00a0{end}"),
    "ready.quiet.and": ("{hours}, а\u00a0также {days}", "{hours}, and also {days}"),
    "ready.days.12345": ("по\u00a0будням", "on weekdays"),
    "ready.days.67": ("по\u00a0выходным", "at weekends"),
    "ready.days.123456": ("каждый день, кроме воскресенья", "every day but Sunday"),
    "ready.days.and": ("{days} и\u00a0{last}", "{days} and {last}"),
    "ready.day.1": ("по\u00a0понедельникам", "on Mondays"),
    "ready.day.2": ("по\u00a0вторникам", "on Tuesdays"),
    "ready.day.3": ("по\u00a0средам", "on Wednesdays"),
    "ready.day.4": ("по\u00a0четвергам", "on Thursdays"),
    "ready.day.5": ("по\u00a0пятницам", "on Fridays"),
    "ready.day.6": ("по\u00a0субботам", "on Saturdays"),
    "ready.day.7": ("по\u00a0воскресеньям", "on Sundays"),
    "ready.people.more": ("{names} и\u00a0ещё\u00a0{count}", "{names} and\u00a0{count}\u00a0more"),
    "ready.episode": (
        "Дата: {date}\nВремя: {time}\nУчастники (имена как в\u00a0чате): {people}\nРезких сообщений: {count}",
        "Date: {date}\nTime: {time}\nParticipants (as named in the chat): {people}\nHostile messages: {count}",
    ),
    "ready.episodes.more": (
        "Более ранних эпизодов, о\u00a0которых не\u00a0сообщалось: {count}.",
        "Earlier episodes that were not reported: {count}.",
    ),
    # where a text goes
    "ready.to.class_chat": ("В\u00a0общий чат", "To the common chat"),
    "ready.to.private": ("Лично, одному человеку", "In private, to one person"),
    "ready.to.administration": ("Администрации", "To the administration"),
    "ready.to.parents": ("Родителям вне общего чата", "To parents apart from the common chat"),
    # how reports show them
    "ready.heading": ("Готовые тексты", "Ready texts"),
    "ready.note": (
        "Прочитайте, поправьте под себя и\u00a0отправьте. Вместо ________ впишите своё.",
        "Read them, make them yours and send. Write your own words for ________.",
    ),
    "ready.list": ("Все тексты, {count}: что и\u00a0кому", "All texts, {count}: what and to whom"),
    "ready.first": ("Что написать, подскажут готовые тексты.", "Ready texts tell what to write."),
    "ready.copy": ("Скопировать", "Copy"),
    "ready.copied": ("Скопировано", "Copied"),
    "ready.copy.which": ("Скопировать текст: {title}", "Copy the text: {title}"),
    "ready.mention": (
        "Готовые сообщения для чата, родителей и\u00a0администрации ({count}) покажет команда chataudit advise.",
        "Messages ready to be sent to the chat, to parents and to the administration ({count}): chataudit advise.",
    ),
    "ready.none": ("Готовых текстов нет: поправлять нечего.", "There are no ready texts: nothing is to be mended."),
    "ready.unwritten": (
        "Готовых текстов нет: в своде {rulebook} их не написано.",
        "There are no ready texts: the rulebook {rulebook} has none.",
    ),
    # the command
    "ready.help.command": (
        "Напечатать готовые тексты. Это то, что написать в чат, родителям и администрации, чтобы поправить найденное.",
        "Print ready texts. They are what to write to the chat, to parents and to the administration to mend what was found.",
    ),
    "ready.help.only": ("Только тексты рекомендации с этим номером.", "Only the texts of the recommendation of this number."),
    "ready.help.format": ("Вид: terminal, markdown или json.", "The form: terminal, markdown or json."),
    "ready.bad_format": (
        "--format: «{value}» не подходит; можно: {known}.",
        "--format: “{value}” does not fit; choose of: {known}.",
    ),
    "ready.no_recommendation": (
        "--only: рекомендации {number} в своде правил нет; есть: {known}.",
        "--only: the rulebook has no recommendation {number}; it has: {known}.",
    ),
}
