"""What the messenger says, in three languages; and the same words said by people."""

import pytest
from whatsapp_exports import parse

from chataudit.messages import EVENTS
from chataudit.parsers.whatsapp_events import guess_event, read_event, split_members
from chataudit.parsers.whatsapp_strings import table

KNOWN = [
    ('Анна создал(-а) группу "5Б"', "create_group", "Анна", None, "5Б"),
    ("Анна создала группу «5Б»", "create_group", "Анна", None, "5Б"),
    ("Вы создали группу “5Б”", "create_group", "Вы", None, "5Б"),
    ("Boris created group “My Group”", "create_group", "Boris", None, "My Group"),
    ('Олена створив(-ла) групу "5Б"', "create_group", "Олена", None, "5Б"),
    ("Анна добавил(-а) Иван, Пётр", "invite", "Анна", "Иван, Пётр", None),
    ("\u200eАнна добавил(-а) контакт +7 900 000-11-22", "invite", "Анна", "+7 900 000-11-22", None),
    ("Анна добавил(-а) вас", "invite", "Анна", "вас", None),
    ("Вас добавили", "invite", None, "Вас", None),
    ("Иван добавлен(-а)", "invite", None, "Иван", None),
    ("Boris added you", "invite", "Boris", "you", None),
    ("Max was added", "invite", None, "Max", None),
    ("Олена додала Тарас", "invite", "Олена", "Тарас", None),
    ("Иван присоединился(-ась) к группе по ссылке-приглашению", "join", "Иван", None, None),
    ("Иван присоединился", "join", "Иван", None, None),
    ("Max joined using this group's invite link", "join", "Max", None, None),
    ("Max joined from the community", "join", "Max", None, None),
    ("Тарас приєдналася до групи за посиланням", "join", "Тарас", None, None),
    ("Анна удалил(-а) Иван", "remove", "Анна", "Иван", None),
    ("Boris removed Max", "remove", "Boris", "Max", None),
    ("Олена видалила Тарас", "remove", "Олена", "Тарас", None),
    ("Иван вышел(-ла)", "leave", "Иван", None, None),
    ("Иван вышла из группы", "leave", "Иван", None, None),
    ("Иван покинул(-а) группу", "leave", "Иван", None, None),
    ("Max left", "leave", "Max", None, None),
    ("Тарас вийшла", "leave", "Тарас", None, None),
    ('Анна изменил(-а) название группы на "6Б: только дело"', "rename", "Анна", None, "6Б: только дело"),
    ("Анна изменила тему с «5Б» на «6Б»", "rename", "Анна", None, "6Б"),
    ("Max changed the subject from “A” to “B”", "rename", "Max", None, "B"),
    ("Анна изменил(-а) иконку группы", "photo", "Анна", None, None),
    ("Анна удалил(-а) картинку группы", "photo", "Анна", None, None),
    ("Max changed this group's icon", "photo", "Max", None, None),
    ("Анна изменил(-а) описание группы", "description", "Анна", None, None),
    ("Max changed the group description", "description", "Max", None, None),
    ("Анна закрепил(-а) сообщение", "pin", "Анна", None, None),
    ("Max pinned a message", "pin", "Max", None, None),
    ("Теперь вы админ", "settings", None, None, None),
    ("Анна включил(-а) исчезающие сообщения.", "settings", "Анна", None, None),
    ("You're now an admin", "settings", None, None, None),
    ("Max changed this group's settings to allow only admins to edit it", "settings", "Max", None, None),
    ("Сообщения и звонки защищены сквозным шифрованием. Подробнее.", "notice", None, None, None),
    ("Messages to this chat and calls are now secured with end-to-end encryption.", "notice", None, None, None),
    ("Ваш код безопасности с контактом Анна изменился. Подробнее.", "notice", None, None, None),
    ("Your security code with Max changed. Tap to learn more.", "notice", None, None, None),
    ("Max changed their phone number to a new number. Tap to message or add the new number.", "notice", "Max", None, None),
    ("Пропущенный групповой аудиозвонок", "call", None, None, None),
]


@pytest.mark.parametrize(("line", "event", "actor", "members", "title"), KNOWN, ids=[row[0] for row in KNOWN])
def test_event_of_known_wording_is_read(line: str, event: str, actor: str | None, members: str | None, title: str | None):
    assert read_event(line) == (event, actor, members, title)


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("Анна создала группу в сообществе", "create_group"),
        ("Анна сменила значок", "photo"),
        ("Анна разрешил(-а) админам всё", "settings"),
        ("Новый участник по ссылке", "join"),
        ("Вы начали звонок", "call"),
        ("Анна поставил(-а) звёздочку", "other"),
        ("Закрепление отменено", "pin"),
    ],
)
def test_event_of_unknown_wording_is_guessed_by_its_stem(line: str, event: str):
    assert guess_event(line).event == event


@pytest.mark.parametrize(
    "line",
    [
        "Анна вышла замуж",
        "Марина: добавила вас",
        "вышел",
        "добавил(-а)",
        "Анна left-handed",
        "Она удалила",
        "Мы присоединяемся",
        "Ничего не изменилось",
    ],
)
def test_sentence_that_is_nearly_an_event_is_not_read_as_one(line: str):
    """D28."""
    event = read_event(line)
    assert event is None or event.actor == "Марина:"


def test_every_row_of_the_data_file_names_a_known_event():
    assert {*table("events"), *table("stems")} <= set(EVENTS)


@pytest.mark.parametrize(
    ("members", "known", "names"),
    [
        ("Анна, Иван", set(), ["Анна", "Иван"]),
        ("Ольга, мама Пети, Иван", {"Ольга, мама Пети"}, ["Ольга, мама Пети", "Иван"]),
        ("Иван и +7 900 000-11-22", set(), ["Иван", "+7 900 000-11-22"]),
        ("Анна и Пётр (родители Вани)", set(), ["Анна и Пётр (родители Вани)"]),
        ("Max and Kate", {"Max", "Kate"}, ["Max", "Kate"]),
        ("", set(), []),
    ],
)
def test_members_are_split_at_commas_that_are_not_of_a_name(members: str, known: set[str], names: list[str]):
    assert split_members(members, known) == names


def group(*lines: str, **options: str):
    return parse("".join(f"12.03.2024, 10:0{n} - {line}\n" for n, line in enumerate(lines)), **options)


def test_event_of_unknown_wording_is_kept_and_counted():
    """D17."""
    chat = group("Анна сделал(-а) что-то новое", "Анна: да")
    assert chat.messages["event"][0] == "other"
    assert chat.messages["text"][0] == "Анна сделал(-а) что-то новое"
    assert [(each.key, each.details, each.line) for each in chat.warnings] == [("whatsapp.unknown_events", {"count": 1}, 1)]


def test_the_exports_maker_gets_the_name_given_by_the_user():
    chat = group('Вы создали группу "5Б"', "Иван добавил(-а) вас", "Иван: да", me="Анна")
    assert chat.messages["author"][0] == "Анна"
    assert chat.messages["members"][1] == "Анна"
    assert not chat.warnings


def test_without_a_name_the_exports_maker_is_nobody_and_a_warning_says_so():
    chat = group('Вы создали группу "5Б"', "Иван добавил(-а) вас", "Иван: да")
    assert chat.messages["author"].isna()[0]
    assert chat.messages["members"].isna()[1]
    assert chat.participants["name"].tolist() == ["Иван"]
    assert [(each.key, each.details) for each in chat.warnings] == [("whatsapp.unnamed_self", {"count": 2})]


def test_whoever_deleted_a_message_as_you_made_the_export():
    chat = group('Вы создали группу "5Б"', "Анна: Вы удалили данное сообщение", "Иван: Данное сообщение удалено")
    assert chat.messages["author"][0] == "Анна"
    assert not chat.warnings


def test_a_person_called_like_an_event_speaks_like_a_person():
    """D28."""
    chat = group("Админ: всем привет", "Создала группу: кто в ней?", "Админ: вышел(-ла)", "Удалил: нет")
    assert chat.messages["kind"].tolist() == ["text"] * 4


def test_the_chats_first_members_are_present_from_the_start():
    chat = group('Анна создал(-а) группу "5Б"', "Анна добавил(-а) Иван", "Иван вышел(-ла)")
    people = chat.participants.set_index("name")
    assert people.loc["Анна", "present_from_start"]
    assert str(people.loc["Иван", "left_at"]) == "2024-03-12 10:02:00"


IOS = "[12.03.2024, 10:00:00] {}\r\n"


def ios(*lines: str, **options: str):
    return parse("".join(IOS.format(line) for line in lines), "_chat.txt", **options)


def test_group_without_notice_still_names_no_participant_after_the_chat():
    """D6."""
    chat = ios("5Б: \u200eАнна добавил(-а) Иван", "Анна: да", "5Б: \u200eПропущенный групповой аудиозвонок")
    assert chat.title == "5Б"
    assert chat.messages["event"].tolist()[2] == "call"
    assert chat.participants["name"].tolist() == ["Анна", "Иван"]


def test_actor_who_never_wrote_is_a_participant_not_the_title():
    """D6."""
    chat = ios("5Б: \u200eСообщения и звонки защищены сквозным шифрованием.", 'Анна: \u200eАнна создал(-а) группу "5Б"', "Иван: да")
    assert chat.title == "5Б"
    assert chat.messages["author"].tolist()[1] == "Анна"


def test_first_message_is_classified_not_cut_off():
    """D7."""
    chat = ios("Анна: первое", "Анна: второе")
    assert chat.messages["text"].tolist() == ["первое", "второе"]


def test_file_that_lost_its_marks_still_has_its_group_events():
    chat = ios(
        "5Б: Сообщения и звонки защищены сквозным шифрованием.", "5Б: Иван вышел(-ла)", "Анна: Иван вышел(-ла)?", "Анна: изображение отсутствует"
    )
    assert chat.title == "5Б"
    assert chat.messages["kind"].tolist() == ["service", "service", "text", "photo"]


def test_mark_of_the_messenger_makes_no_event_of_what_a_person_typed() -> None:
    chat = ios(
        "5Б: \u200eАнна добавил(-а) Иван", "Анна: да", "Анна: \u200eВсем привет, это я сама пишу", "Анна: \u200eАнна изменила настройки группы"
    )

    assert chat.messages["kind"].tolist() == ["service", "text", "text", "service"]
    assert chat.messages["author"].tolist()[2] == "Анна"


def test_list_of_thousands_of_members_is_split_all_the_same() -> None:
    names = [f"Анна {number}" for number in range(30_000)]

    assert split_members(", ".join(names), {"Ольга, мама Пети"}) == names
    assert split_members(" и ".join(names), {"Ольга, мама Пети"}) == [" и ".join(names)]


GROUP = ("5Б: \u200eАнна добавил(-а) Иван", "Анна: да", "Иван: нет", "Ольга: что?")
WORDS = "выложу переписку, звоните 89101234567"


@pytest.mark.parametrize(
    "body",
    [
        f"{WORDS} и удалил",
        f"Ольга добавила: {WORDS}",
        f"{WORDS} добавила Ольга",
        f"Пропущенный аудиозвонок {WORDS}",
        f"Аудиозвонок. {WORDS}",
        f"{WORDS}, защищены сквозным шифрованием",
        f"Теперь вы админ, {WORDS}",
        f"{WORDS} добавлен",
    ],
)
def test_words_around_an_event_that_is_not_the_writers_own_are_his_text(body: str) -> None:
    chat = ios(*GROUP, f"Анна: \u200e{body}")

    assert (chat.messages["kind"].tolist()[4], chat.messages["text"].tolist()[4]) == ("text", f"\u200e{body}")


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("Анна: \u200eАнна добавил(-а) Пётр", "invite"),
        ("Анна: \u200eВы создали группу «5Б»", "create_group"),
        ("Анна: \u200eАнна присоединилась по ссылке", "join"),
        ("Анна: \u200eАнна добавлена", "invite"),
        ("5Б: \u200eТеперь вы админ", "settings"),
        ("5Б: \u200eНовый участник по ссылке", "join"),
    ],
)
def test_event_of_who_stands_before_it_is_an_event(line: str, event: str) -> None:
    assert ios(*GROUP, line, me="Ольга").messages["event"].tolist()[4] == event


@pytest.mark.parametrize("line", ["5Б: \u200eНовый участник по ссылке", f"Секретарь: \u200e{WORDS}, удалил"])
def test_sentence_of_a_guessed_event_is_kept_and_counted(line: str) -> None:
    chat = ios(*GROUP, line)

    assert chat.messages["text"].tolist()[4] == line.partition(": ")[2]
    assert [(each.key, each.details, each.line) for each in chat.warnings] == [("whatsapp.unknown_events", {"count": 1}, 5)]


def test_guessed_event_before_which_nobody_stands_is_kept_and_counted() -> None:
    chat = group("Группу создали, звоните 89101234567", "Анна: да")

    assert chat.messages["text"].tolist()[0] == "Группу создали, звоните 89101234567"
    assert [(each.key, each.line) for each in chat.warnings] == [("whatsapp.unknown_events", 1)]
