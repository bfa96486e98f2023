"""One small invented report with every verdict, severity and kind of text that a reporter has to cope with."""

from collections.abc import Callable

import msgspec
import pytest

from chataudit.charts import AnswerTimes, Charts, HourMap, Month, Wait, Week
from chataudit.findings import (
    SCHEMA,
    SCORE_OF,
    ChatFacts,
    Evidence,
    Finding,
    FindingList,
    QuietHours,
    Quote,
    RecommendationResult,
    Report,
    RulebookName,
    RuleSummary,
    Teacher,
    Warning_,
)

# number, verdict, weight, title, reason, each text in Russian and English
RECOMMENDATIONS = [
    (1, "met", 3, ("Педагог знает о чате", "The teacher knows of the chat"), ("Педагог среди участников.", "The teacher is a participant.")),
    (
        2,
        "partly",
        3,
        ("Педагог активно участвует в переписке", "The teacher takes an active part"),
        (
            "Без ответа 3 из 41 вопроса родителей; обычно педагог отвечает за 35 минут.",
            "3 of 41 questions stay unanswered; the usual answer takes 35 minutes.",
        ),
    ),
    (
        3,
        "unknown",
        3,
        ("Педагог создаёт чат и ведёт его", "The teacher creates and administers the chat"),
        ("Создания чата в выгрузке не видно.", "The export does not show the creation of the chat."),
    ),
    (
        4,
        "unknown",
        3,
        ("Педагог связывается с родителями, которых нет в чате", "The teacher reaches parents who are not in the chat"),
        ("Список родителей не дан.", "No roster was given."),
    ),
    (5, "met", 1, ("Выбран Telegram", "Telegram is used"), ("Чат ведётся в Telegram.", "It is a Telegram chat.")),
    (
        6,
        "violated",
        3,
        ("Фамилия, имя и отчество в профиле", "Full names in profiles"),
        ("Полные имена у 9 из 24 участников.", "9 of 24 participants show full names."),
    ),
    (
        7,
        "violated",
        3,
        ("Только необходимая рабочая информация", "Only necessary working information"),
        ("21 % сообщений — не о деле, порог — 15 %.", "21 % of the messages are off the matter; the limit is 15 %."),
    ),
    (
        8,
        "met",
        3,
        ("Родителям объяснена цель чата", "Parents are told what the chat is for"),
        ("Цель названа в первый день.", "The purpose was stated on the first day."),
    ),
    (
        9,
        "partly",
        10,
        ("Конфиденциальность переписки", "Confidentiality"),
        ("Опубликованы личные данные: 1 сообщение.", "Personal data in 1 message."),
    ),
    (
        10,
        "violated",
        10,
        ("О конфликтах сообщают администрации", "Conflicts are reported to the administration"),
        ("Об 1 из 2 ссор администрации не сообщили.", "1 of 2 quarrels was not reported."),
    ),
    (11, "met", 3, ("Часы работы чата", "Working hours of the chat"), ("Часы объявлены и соблюдаются.", "Hours are announced and kept.")),
    (
        12,
        "met",
        7,
        ("Личное о ребёнке — в личной переписке", "A child's matters go to private correspondence"),
        ("Таких сообщений нет.", "There are no such messages."),
    ),
    (13, "met", 3, ("Без замечаний о грамотности", "No public remarks on literacy"), ("Таких сообщений нет.", "There are no such messages.")),
    (14, "partly", 1, ("Одно сообщение вместо многих", "One message, not many"), ("Одна серия на 181 сообщение.", "One run in 181 messages.")),
    (15, "not_applicable", 1, ("Закрытая группа ВК, если чата нет", "A closed VK group where there is no chat"), ("Чат есть.", "There is a chat.")),
    (
        16,
        "unknown",
        7,
        ("Участников инструктируют при создании чата", "Participants are instructed"),
        ("Начала чата в выгрузке нет.", "The beginning is missing."),
    ),
]
ADVICE = {
    2: ("Отвечайте на вопросы родителей в тот же день.", "Answer parents' questions on the same day."),
    6: (
        "Попросите родителей указать в профиле фамилию, имя и отчество.",
        "Ask parents to show surname, given name and patronymic in their profiles.",
    ),
    7: (
        "Напомните, что чат — для оперативной информации; благодарить можно отметкой под сообщением, а поздравлять — лично.",
        "Remind everyone that the chat is for urgent information; thank by a reaction, congratulate in person.",
    ),
    9: ("Попросите удалить сообщение с личными данными.", "Ask for the message with personal data to be deleted."),
    10: ("Сообщите о ссоре директору или завучу.", "Tell the head of the school of the quarrel."),
}
NEEDS = {
    3: ("beginning", ("Начало чата: экспортируйте переписку целиком.", "The chat's beginning: export the whole chat.")),
    4: ("roster", ("Список родителей класса с датами связи.", "A roster of the parents with dates of contact.")),
    16: ("beginning", ("Начало чата: экспортируйте переписку целиком.", "The chat's beginning: export the whole chat.")),
}
QUESTIONS = {
    9: ("Обращаются ли родители со спорами в администрацию, а не в сеть?", "Are disputes taken to the administration rather than to the net?"),
    10: ("Устранена ли причина ссоры?", "Was the cause of the quarrel removed?"),
}
BEYOND = {7: ("Видео и разговоры не по теме — наше прочтение письма.", "Video and off-topic talk are our reading of the letter.")}
EXPLANATIONS = {
    "R02.unanswered": ("На вопрос никто не ответил за сутки.", "Nobody answered the question within a day."),
    "R06.name": ("В имени нет фамилии и отчества.", "Surname and patronymic are missing."),
    "R07.acknowledgement": ("Одна благодарность, без содержания.", "Thanks alone, without content."),
    "R07.offtopic": ("Разговор не о школе и не о классе.", "Talk without any tie to school or class."),
    "R07.picture": ("Фотография.", "A photo."),
    "R09.personal_data": ("Номер банковской карты.", "The number of a bank card."),
    "R10.conflict": ("Оскорбление в перепалке двух и более человек.", "An insult in a quarrel of two or more people."),
    "R11.late": ("Срочное объявление педагога в тихие часы.", "The teacher's urgent notice within quiet hours."),
    "R14.burst": ("Пять сообщений подряд за две минуты.", "Five messages in a row within two minutes."),
}


def finding(rule: str, message: int | None, author: str, excerpt: str | None, *, pick: int, **changes: object) -> Finding:
    at = None if message is None else f"2024-09-{message % 28 + 1:02d}T{message % 24:02d}:03:11+03:00"
    made = Finding(
        id=f"f-{rule}-{message}-{author[:2]}",
        rule=rule,
        recommendation=int(rule[1:3]),
        severity="minor",
        confidence="high",
        message_ids=[] if message is None else [str(message)],
        participants=[author],
        at=at,
        excerpt=excerpt,
        explanation=EXPLANATIONS[rule][pick],
        signs=["sign"],
        before=[],
        after=[],
    )
    return msgspec.structs.replace(made, **changes)


ACTING_NAME = "Кто-то \x1b[31mкрасный\u202e"
ACTING_WORDS = " [/b] :smile:"


def findings(pick: int, name: str = ACTING_NAME, words: str = ACTING_WORDS) -> list[Finding]:
    notice = Quote(
        id="1011",
        author="Сафина Алия Рашидовна",
        at="2024-09-02T18:01:00+03:00",
        text="Уважаемые родители, завтра первым уроком фотографирование: форма парадная, обувь сменная,\nбелый верх, тёмный низ.",
    )
    long = (
        "Девочки, кто печёт, поделитесь рецептом шарлотки, а то у меня бисквит опять не поднялся: " + "яйца взбивала, муку сеяла, духовку грела; " * 6
    )
    return [
        finding("R02.unanswered", 1040, "Ольга Ким", "Подскажите, пожалуйста,\nво сколько собрание?", pick=pick),
        finding("R06.name", None, "Танюшка 🌸", None, pick=pick),
        finding("R06.name", None, "мама Пети", None, pick=pick),
        finding("R07.acknowledgement", 1012, "Ольга Ким", "спс", pick=pick, before=[notice]),
        finding("R07.offtopic", 1013, "Юлия", long, pick=pick, confidence="low"),
        finding("R07.picture", 1014, "Семья 👨‍👩‍👧 Орловых", "[фото]", pick=pick),
        *(finding("R07.acknowledgement", number, "Дамир", "принято", pick=pick) for number in range(1100, 1104)),
        finding("R09.personal_data", 1050, "Ольга Ким", "Переводите на карту 2200 0000 0000 0000", pick=pick),
        finding("R10.conflict", 1060, "Юлия", "Не вам, милочка, меня учить", pick=pick, severity="minor"),
        finding("R10.conflict", 1061, "Дамир", f"Вы хамка, и сын ваш такой же{words}", pick=pick, severity="major"),
        finding("R11.late", 1070, "Сафина Алия Рашидовна", "СРОЧНО: завтра уроков нет, нет воды", pick=pick, severity="info"),
        finding(
            "R14.burst",
            1080,
            name,
            "И ещё\nвот что",
            pick=pick,
            message_ids=["1080", "1081", "1082", "1083", "1084"],
            participants=[name, "Юлия", "Дамир", "Ольга Ким", "Инга"],
        ),
    ]


def build_report(language: str = "ru", stranger: tuple[str, str] = (ACTING_NAME, ACTING_WORDS)) -> Report:
    pick = ("ru", "en").index(language)
    found = findings(pick, *stranger)

    def text(pairs: dict[int, tuple[str, str]], number: int) -> str:
        return pairs[number][pick] if number in pairs else ""

    recommendations = [
        RecommendationResult(
            number=number,
            title=title[pick],
            clause=f"п. {number}",
            why="",
            advice=text(ADVICE, number),
            weight=weight,
            verdict=verdict,
            score=SCORE_OF.get(verdict),
            reason=reason[pick],
            needs=[NEEDS[number][0]] if number in NEEDS else [],
            needs_text=[NEEDS[number][1][pick]] if number in NEEDS else [],
            measures={"share": 0.21, "messages": 38} if number == 7 else {},
            findings=sum(each.recommendation == number for each in found),
            rules=[RuleSummary(rule="R07.picture", title="Фотография", effect="finding", state="found", count=1)] if number == 7 else [],
            beyond_letter=text(BEYOND, number) or None,
            questions=[QUESTIONS[number][pick]] if number in QUESTIONS else [],
        )
        for number, verdict, weight, title, reason in RECOMMENDATIONS
    ]
    return Report(
        schema=SCHEMA,
        chataudit="0.1.0",
        language=language,
        rulebook=RulebookName(name="kaluga-16", version="1.0.0", title="Шестнадцать рекомендаций"),
        generated_at="2026-11-22T10:00:00+03:00",
        chat=ChatFacts(
            title="2 «Б» 🎒",
            platform="telegram",
            source="result.json",
            message_count=181,
            participant_count=24,
            first_message_at="2024-08-27T10:02:11+03:00",
            last_message_at="2025-05-31T20:15:00+03:00",
            holds_beginning=False,
            timezone="+03:00",
            timezone_origin="export",
            quiet_hours=[QuietHours(from_message=None, origin="default", working=["07:00", "21:00"], days=[1, 2, 3, 4, 5, 6, 7])],
            teachers=[
                Teacher(
                    name="Сафина Алия Рашидовна",
                    origin="inferred",
                    confidence=0.93,
                    evidence=[
                        ("по имени и отчеству обращаются 12 раз", "addressed by name and patronymic 12 times")[pick],
                        ("создаёт опросы", "makes polls")[pick],
                    ],
                    present=True,
                )
            ],
            truncated=False,
            hides=["media", "replies"],
            warnings=[
                Warning_(line=812, text=("Неизвестное событие.", "Unknown event.")[pick]),
                Warning_(line=None, text=("Пропущены 2 сообщения без времени.", "2 messages without a time were skipped.")[pick]),
                *(Warning_(line=line, text=("Неизвестный вид вложения.", "Unknown kind of media.")[pick]) for line in (840, 1205, 1377, 1402, 1900)),
            ],
        ),
        score=54,
        score_low=43,
        score_high=63,
        checked=12,
        recommendations=recommendations,
        findings=FindingList(found),
        evidence=[
            Evidence(
                rule="R08.purpose",
                recommendation=8,
                message_ids=["1003"],
                participants=["Сафина Алия Рашидовна"],
                at="2024-08-27T10:05:00+03:00",
                excerpt="Чат создан для оперативной информации.",
            )
        ],
        charts=invent_charts(),
    )


def build_harmless_report() -> Report:
    """Build one in which no stranger's text acts, so that whatever acts comes from what a test puts in."""
    return build_report(stranger=("Кто-то", ""))


def invent_charts() -> Charts:
    messages = [[0] * 24 for _ in range(7)]
    messages[0][9], messages[0][22], messages[4][18] = 4, 1, 100
    return Charts(
        hours=HourMap(messages, [[60] * 7 + [0] * 14 + [60] * 3 for _ in range(7)], quiet_messages=1, busiest=[5, 18]),
        weeks=[
            Week("2024-08-26", messages=40, findings=0, conflicts=0, teacher=9),
            Week("2024-09-02", messages=0, findings=0, conflicts=0, teacher=0),
            Week("2024-09-09", messages=141, findings=14, conflicts=2, teacher=3),
        ],
        months=[
            Month("2024-08", messages=40, found_share=0.0, noise_share=0.0),
            Month("2024-09", messages=141, found_share=0.12, noise_share=0.08),
        ],
        answers=AnswerTimes(questions=41, waits=[Wait(0, 15, 10), Wait(15, 60, 25), Wait(60, 180, 2)], by_others=1, unanswered=3, median_min=35.0),
    )


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """Build the invented report in a language, some of its fields changed."""

    def make(language: str = "ru", **changes: object) -> Report:
        return msgspec.structs.replace(build_report(language), **changes)

    return make


@pytest.fixture
def report(make_report: Callable[..., Report]) -> Report:
    return make_report()


def _read_report(data: object) -> Report:
    """Build a report from its JSON's data, strictly."""
    return msgspec.convert(data, Report, dec_hook=lambda _, found: FindingList(msgspec.convert(found, list[Finding])))


@pytest.fixture
def read_report() -> Callable[[object], Report]:
    return _read_report


# What a reporter may rely on: our own words, numbers of the format and moments.
OURS = {"schema", "language", "generated_at", "platform", "first_message_at", "last_message_at", "at", "timezone_origin", "origin", "hides", "needs"}
OURS |= {"verdict", "severity", "confidence", "effect", "state", "monday", "month"}


@pytest.fixture
def poisoned() -> Callable[[str], Report]:
    """Put a text before every text of the report that does not come from ourselves."""

    def poison(value: object, text: str) -> object:
        if isinstance(value, dict):
            return {key: each if key in OURS else poison(each, text) for key, each in value.items()}
        if isinstance(value, list):
            return [poison(each, text) for each in value]
        return text + value if isinstance(value, str) else value

    def make(text: str) -> Report:
        return _read_report(poison(msgspec.to_builtins(build_harmless_report(), enc_hook=list), text))

    return make


@pytest.fixture
def a_finding() -> Callable[..., Finding]:
    """Make an invented finding: rule, message id or None, author, excerpt; further fields by name."""

    def make(rule: str, message: int | None, author: str, excerpt: str | None, **changes: object) -> Finding:
        return finding(rule, message, author, excerpt, pick=0, **changes)

    return make
