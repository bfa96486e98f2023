"""Texts of redacted reports: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "redaction.label.parent": ("Родитель {number}", "Parent {number}"),
    "redaction.label.teacher_first": ("Педагог", "Teacher"),
    "redaction.label.teacher": ("Педагог {number}", "Teacher {number}"),
    "redaction.label.bot": ("Бот {number}", "Bot {number}"),
    "redaction.label.channel": ("Канал {number}", "Channel {number}"),
    "redaction.label.deleted": ("Удалённый аккаунт {number}", "Deleted account {number}"),
    "redaction.label.child": ("Ребёнок {number}", "Child {number}"),
    "redaction.label.somebody": ("Участник", "Participant"),
    "redaction.mark.name": ("‹имя›", "‹name›"),
    "redaction.mark.word": ("▒▒▒", "▒▒▒"),
    "redaction.mark.number": ("‹номер›", "‹number›"),
    "redaction.mark.link": ("‹ссылка›", "‹link›"),
    "redaction.mark.mail": ("‹почта›", "‹mail›"),
    "redaction.mark.nick": ("‹ник›", "‹nick›"),
    "redaction.title": ("Чат", "Chat"),
    "redaction.source": ("выгрузка", "export"),
    "redaction.hidden": ("…", "…"),
    "redaction.place": ("Выгрузка {number}", "Export {number}"),
    "redaction.school": ("Школа {number}", "School {number}"),
    "redaction.class": ("Класс {number}", "Class {number}"),
    "redaction.notice.names": (
        "Имена участников заменены программой, остальные слова чата оставлены: там могут быть дети, телефоны и\u00a0адреса. "
        "Просмотрите отчёт, прежде чем передавать.",
        "The program replaced the participants' names and left the other words of the chat, which may name children, phones and addresses. "
        "Look the report over before handing it on.",
    ),
    "redaction.notice.all": (
        "Имена, номера, адреса и\u00a0ссылки скрыты программой. Она могла что-то пропустить: просмотрите отчёт, прежде чем передавать.",
        "The program hid names, numbers, addresses and links. It may have missed some: look the report over before handing it on.",
    ),
    "redaction.fact": ("Скрыто", "Hidden"),
    "redaction.help": (
        "Скрыть людей, чтобы отчёт можно было передать: names заменяет имена участников, all закрывает и телефоны, адреса, имена детей, ссылки.",
        "Hide people so that the report can be handed on: names replaces the participants' names, all also masks phones, addresses, children, links.",
    ),
    "redaction.unknown": ("--redact {value}: бывает {known}.", "--redact {value}: it takes {known}."),
    "redaction.why": (
        "--why показывает сообщение как есть, а отчёт велено скрывать: уберите --redact или строку redact из chataudit.yaml.",
        "--why shows a message as it is, and the report is to be redacted: leave out --redact, or redact of chataudit.yaml.",
    ),
    "redaction.no_words": (
        "В этом своде правил нет слов, по которым скрываются люди; добавьте в pack.yaml «uses: [russian]».",
        "This rulebook holds no words by which people are hidden; add “uses: [russian]” to its pack.yaml.",
    ),
    "redaction.other_reports": (
        "{path}: здесь уже лежат отчёты, где люди скрыты иначе или не скрыты, и их передали бы вместе; назовите другую папку, --output ПАПКА.",
        "{path}: this folder holds reports in which people are hidden otherwise or not at all; they would be handed on together. "
        "Name another folder with --output DIR.",
    ),
}
