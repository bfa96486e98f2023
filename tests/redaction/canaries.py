"""An invented chat that names people wherever an export can, and everything of it that no redacted report may hold."""

import json
from pathlib import Path

TITLE = "3Б Кривозубовская гимназия"
FILE = "Чат WhatsApp с контактом 3Б Кривозубово.txt"

AUTHORS = {
    "Щербатюк Ангелина Львовна": "user1",
    "Нуретдинова Гульфия": "user2",
    "+7 916 555-04-04": "user3",
    "🦩🦩🦜🦩": "user4",
    "👑Duchessa👑": "user5",
    "мама Плюшкевича Тимошки": "user6",
    "Солнцелика": "user7",
}

# What somebody writes, and what of it must not come through.
SAID = [
    ("Ангелина Львовна, передайте Нуретдиновой, что Гульфии звонили", ["ангелин", "львовн", "нуретдинов", "гульфи"]),
    ("щербатюку не говорите, гульфиюшка обиделась", ["щербатюк", "гульфи"]),
    ("Тимошка Плюшкевич опять дерётся, Тимошкина мама, заберите его", ["тимошк", "плюшкевич"]),
    ("Вчера Дашулька Хрюндикова стукнула Егорку, егорушке больно", ["дашульк", "хрюндиков", "егор"]),
    ("у коли и маши температура, Настёнкин портфель у нас", ["у коли", "маши ", "настёнк"]),
    ("Спросите у Asylbek Toktogulov или у Zhenechka", ["asylbek", "toktogulov", "zhenechka"]),
    ("Звоните +79165550404, 8(903)777-12-13, 8 903 777 12 14", ["9165550404", "777-12-13", "777 12 14", "(903)", "8 903"]),
    ("восемь девятьсот три семьсот семьдесят семь двенадцать пятнадцать", ["девятьсот", "семьсот семьдесят"]),
    ("карта 2202 2061 1234 5678, снилс 112-233-445 95, паспорт серия 46 11 номер 654321", ["2202 2061", "1234 5678", "112-233", "46 11", "654321"]),
    ("живём на ул. Фиалковая, д. 7, кв. 19, подъезд 3", ["фиалков", "д. 7", "кв. 19", "подъезд 3"]),
    ("пишите на buh.school@primer-mail.ru или t.me/joinchat/AbCdEf123, https://vk.com/klass3b", ["primer-mail", "joinchat", "abcdef", "klass3b"]),
    ("@duchessa_mama знает, а Duchessa молчит", ["duchessa"]),
    ("Ф а р и д а вам ответит, С.П. тоже", ["ф а р и д а", "с.п."]),
    ("Пе\u200bтруш\u200bенька из 3Б и 3 «Б» классов школы 17", ["петруш", "3б", "«б»", "школы 17"]),
    ("Поздравляем Щербатюка и Солнцелику, и 🦩🦩🦜🦩 тоже!", ["щербатюк", "солнцелик", "🦩🦩🦜🦩"]),
    ("Мы из Урюпинска, отдыхали у Селигера, работаем в Газпроме", ["урюпинск", "селигер", "газпром"]),
    ("Рдакция.pdf и Список_Мухаметзяновых.docx лежат тут", ["мухаметзянов"]),
    ("АНГЕЛИНА ЛЬВОВНА, ХРЮНДИКОВ СНОВА БЕЗ СМЕНКИ", ["ангелин", "хрюндиков"]),
]
ROSTER = "ребёнок,родитель,связались\nПлюшкевич Тимофей,Плюшкевич Аграфена,\nЗубоскалов Аристарх,Зубоскалова Пелагея,\n"
EVERYWHERE = [
    "кривозубов",
    "щербатюк",
    "нуретдинов",
    "duchessa",
    "🦩🦩🦜🦩",
    "плюшкевич",
    "тимошк",
    "солнцелик",
    "555-04-04",
    "зубоскалов",
    "аристарх",
    "пелаге",
    "аграфен",
    "варламий",
    "медуница",
]
NEEDLES = [*EVERYWHERE, *(needle for _, needles in SAID for needle in needles)]


def write_telegram(folder: Path, *, name: str = "result.json") -> Path:
    """Write the chat as Telegram does; after every message somebody thanks, so that a report quotes it as what stood before."""
    messages: list[dict[str, object]] = []
    names = list(AUTHORS)

    def say(author: str, text: str, **more: object) -> None:
        number = len(messages) + 1
        day, minute = divmod(number, 50)
        date = f"2025-09-{day + 1:02}T10:{minute:02}:00"
        entry = {"id": number, "type": "message", "date": date, "from": author, "from_id": AUTHORS[author], "text": text}
        messages.append(entry | more)

    for at, (text, _) in enumerate(SAID):
        say(names[at % len(names)], text)
        say(names[(at + 1) % len(names)], "Спасибо!")
    say(names[1], "", media_type="sticker", sticker_emoji="🎉", file="stickers/Варламий.webp")
    say(names[2], "", photo="photos/Варламий.jpg", forwarded_from="Медуница Варламий")
    say(names[3], "", contact_information={"first_name": "Варламий", "last_name": "Медуница", "phone_number": "+79037771213"})
    say(names[4], "", poll={"question": "Кто поздравит Варламия Медуницу?", "closed": False, "total_voters": 0, "answers": []})
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(json.dumps({"name": TITLE, "type": "private_supergroup", "id": 1, "messages": messages}, ensure_ascii=False), encoding="utf-8")
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    return path


def write_whatsapp(folder: Path) -> Path:
    """Write the chat as WhatsApp on Android does."""
    lines = ["01.09.2025, 10:00 - Сообщения и звонки защищены сквозным шифрованием."]
    lines.append("01.09.2025, 10:00 - Щербатюк Ангелина Львовна создал(-а) группу «Кривозубовская гимназия»")
    names = list(AUTHORS)
    for at, (text, _) in enumerate(SAID):
        lines.append(f"01.09.2025, 11:{at:02} - {names[at % len(names)]}: {text}")
        lines.append(f"01.09.2025, 11:{at:02} - {names[(at + 1) % len(names)]}: Спасибо!")
    lines.append("01.09.2025, 12:00 - Нуретдинова Гульфия: IMG-Варламий.jpg (файл добавлен)")
    lines.append("01.09.2025, 12:01 - Нуретдинова Гульфия: Медуница Варламий.vcf (файл добавлен)")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
