"""Texts of `compare`: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # help
    "compare.help.command": (
        "Показать, что изменилось. Сравнивает два отчёта о чате, две выгрузки или две пакетные проверки: что стало лучше, что хуже, "
        "какие замечания новые.",
        "Show what changed. Compares two reports of a chat, two exports or two batches: what became better, what worse, which findings are new.",
    ),
    "compare.help.old": (
        "Прежнее: отчёт scan --format json, выгрузка или summary.json пакетной проверки (или её папка).",
        "The old one: a report of scan --format json, an export, or a batch's summary.json (or its folder).",
    ),
    "compare.help.new": ("Нынешнее, того же рода.", "The new one, of the same kind."),
    "compare.help.format": ("Вид: terminal, json или markdown.", "The form: terminal, json or markdown."),
    "compare.help.output": ("Записать в файл.", "Write to a file."),
    "compare.help.all": ("Показать все замечания, а не первые.", "Show all findings rather than the first few."),
    # the two
    "compare.was": ("Было:  ", "Was: "),
    "compare.is": ("Стало: ", "Is:  "),
    "compare.score": ("Оценка изменилась на\u00a0{change}.", "The score changed by\u00a0{change}."),
    "compare.score_same": ("Оценка не\u00a0изменилась.", "The score did not change."),
    "compare.median": ("медиана оценок {median}", "median score {median}"),
    "compare.note.chat": ("Названия чатов разные: возможно, это разные чаты.", "The titles differ: these may be different chats."),
    "compare.note.order": (
        "Нынешняя выгрузка кончается раньше прежней: возможно, они переставлены.",
        "The new export ends before the old one: they may be swapped.",
    ),
    "compare.note.checked": (
        "Проверены не\u00a0одни и\u00a0те\u00a0же рекомендации (было {old}, стало {new}): оценки посчитаны по-разному.",
        "Not the same recommendations were checked ({old}, now {new}): the scores rest on different ones.",
    ),
    "compare.note.rules": (
        "Правила разные: {old} и\u00a0{new}. Перемена может быть в\u00a0них, а\u00a0не\u00a0в\u00a0чате; вернее сравнить две выгрузки.",
        "The rulebooks differ: {old} and\u00a0{new}. The change may be theirs and not the chat's; comparing two exports is safer.",
    ),
    "compare.note.program": (
        "Версии программы разные: {old} и\u00a0{new}.",
        "The versions of the program differ: {old} and\u00a0{new}.",
    ),
    "compare.note.no_common": (
        "Ни\u00a0одна выгрузка не\u00a0лежит на\u00a0прежнем месте: сравнивать по\u00a0чатам нечего.",
        "No export lies where it lay: there is nothing to compare chat by chat.",
    ),
    # what changed
    "compare.better": ("Стало лучше", "Better"),
    "compare.worse": ("Стало хуже", "Worse"),
    "compare.undecided": ("Изменилось, но\u00a0лучше или хуже, сказать нельзя", "Changed, neither better nor worse"),
    "compare.same": ("Вердикт прежний", "Same verdict"),
    "compare.still": ("и\u00a0замечаний столько\u00a0же: {numbers}", "with as many findings: {numbers}"),
    "compare.findings": ("замечаний {old} → {new}", "findings {old} → {new}"),
    "compare.absent": ("не\u00a0было в\u00a0правилах", "not in the rules"),
    "compare.on_new_messages": ("Замечания в\u00a0новых сообщениях: {count}", "Findings on new messages: {count}"),
    "compare.found_anew": (
        "Новые замечания о\u00a0прежних сообщениях и\u00a0о\u00a0чате: {count}",
        "New findings on old messages and on the chat: {count}",
    ),
    "compare.gone": ("Замечания, которых больше нет: {count}", "Findings that are gone: {count}"),
    "compare.out_of_view": (
        "Замечания в\u00a0сообщениях, которых нет в\u00a0новой выгрузке: {count}",
        "Findings on messages that the new export does not hold: {count}",
    ),
    "compare.more": ("и\u00a0ещё\u00a0{count}; все покажет --all", "{count}\u00a0more; --all shows them"),
    # batches
    "compare.recommendations": (
        "Рекомендации: чатов, где соблюдается / частично / нарушается",
        "Recommendations: chats where met / partly met / violated",
    ),
    "compare.counts": ("{old} → {new}", "{old} → {new}"),
    "compare.chats_better": ("лучше в\u00a0{count:чате|чатах|чатах}", "better in {count:chat|chats}"),
    "compare.chats_worse": ("хуже в\u00a0{count:чате|чатах|чатах}", "worse in {count:chat|chats}"),
    "compare.chats": ("Чаты, где что-то изменилось", "Chats in which something changed"),
    "compare.chat_score": ("оценка {old} → {new}", "score {old} → {new}"),
    "compare.chat_better": ("лучше: {numbers}", "better: {numbers}"),
    "compare.chat_worse": ("хуже: {numbers}", "worse: {numbers}"),
    "compare.chat_undecided": ("изменилось: {numbers}", "changed: {numbers}"),
    "compare.status.audited": ("проверен", "audited"),
    "compare.status.unread": ("не\u00a0прочитан", "not read"),
    "compare.status.no_chat": ("нет чата", "no chat"),
    "compare.only_old": ("Были и\u00a0больше нет", "There before, not now"),
    "compare.only_new": ("Появились", "New"),
    # mistakes
    "compare.broken": (
        "{path}: это не отчёт chataudit или он повреждён; запишите его заново: chataudit scan … --format json.",
        "{path}: this is no report of chataudit, or a damaged one; write it again: chataudit scan … --format json.",
    ),
    "compare.other_schema": (
        "{path}: схема «{schema}» не сравнивается; нужна одна из {known}.",
        "{path}: the schema “{schema}” cannot be compared; one of {known} is needed.",
    ),
    "compare.mixed": (
        "Сравнивать можно отчёт с отчётом или пакетную проверку с пакетной проверкой.",
        "A report is compared with a report, and a batch with a batch.",
    ),
    "compare.several": (
        "{path}: здесь выгрузок {count}; назовите одну или проверьте папки через batch и сравните их summary.json.",
        "{path}: there are {count} exports here; name one, or run batch on the folders and compare their summary.json.",
    ),
}
