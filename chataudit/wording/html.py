"""Texts of the HTML report that no other report has: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "html.title": ("{title}\u00a0— проверка родительского чата", "{title}\u00a0– audit of a parents' chat"),
    "html.kicker": ("Проверка родительского чата", "Audit of a parents' chat"),
    "html.skip": ("Сразу к\u00a0рекомендациям", "Skip to the recommendations"),
    "html.nav": ("Разделы отчёта", "Sections of the report"),
    "html.private": (
        "В\u00a0отчёте личные сообщения и\u00a0имена: не\u00a0публикуйте его и\u00a0не\u00a0пересылайте лишним людям.",
        "The report holds personal messages and names: do not publish it or pass it on needlessly.",
    ),
    # facts of the chat
    "html.chat.messenger": ("Мессенджер", "Messenger"),
    "html.chat.period": ("Период", "Period"),
    "html.chat.size": ("Объём", "Size"),
    "html.chat.teacher": ("Педагог", "Teacher"),
    "html.chat.hours": ("Часы работы", "Working hours"),
    "html.teacher.given": ("имя задано", "named by you"),
    "html.teacher.absent": ("имя задано, среди участников его нет", "named by you, not among the participants"),
    "html.teacher.inferred": (
        "определён по\u00a0переписке, уверенность {percent}\u00a0%",
        "inferred from the chat, confidence {percent}\u00a0%",
    ),
    "html.teacher.none": ("не\u00a0назван, и\u00a0по\u00a0переписке его не\u00a0видно", "not named, and the chat does not show one"),
    "html.hours.default": ("обычные, в\u00a0чате не\u00a0объявлены", "the usual, not announced in the chat"),
    "html.hours.config": ("заданы в\u00a0настройках", "from the settings"),
    "html.hours.announced": ("объявлены в\u00a0чате", "announced in the chat"),
    # the score
    "html.heading.score": ("Итог", "Result"),
    "html.score.of": ("из\u00a0100", "of\u00a0100"),
    "html.score.alt": ("Оценка {score} из\u00a0100, {checked}.", "Score {score} of\u00a0100, {checked}."),
    "html.score.none": ("Оценки нет: {checked}.", "No score: {checked}."),
    "html.score.range": (
        "С\u00a0непроверенным оценка была\u00a0бы от\u00a0{low} до\u00a0{high}.",
        "With what was not checked it would be {low} to\u00a0{high}.",
    ),
    "html.score.exact": ("Непроверенное оценку не\u00a0меняет.", "What was not checked does not move it."),
    "html.tone.good": ("в\u00a0порядке", "in order"),
    "html.tone.fair": ("есть что поправить", "some things to mend"),
    "html.tone.poor": ("многое надо поправить", "much to mend"),
    "html.tone.little": ("мало данных", "little data"),
    "html.heading.first": ("С\u00a0чего начать", "Where to begin"),
    "html.first.all": ("Все рекомендации и\u00a0замечания\u00a0— ниже.", "All recommendations and findings are below."),
    # the sixteen
    "html.heading.recommendations": (
        "{count:рекомендация|рекомендации|рекомендаций} по\u00a0порядку",
        "The {count:recommendation|recommendations} in order",
    ),
    "html.clause": ("Что сказано в\u00a0документе", "What the document says"),
    "html.why": ("Почему это важно", "Why it matters"),
    "html.advice": ("Что делать", "What to do"),
    "html.needs": ("Что нужно для проверки", "What would settle it"),
    "html.rules": ("Что искали и\u00a0насколько этому верить", "What was looked for, and how far to trust it"),
    "html.rules.rule": ("Правило", "Rule"),
    "html.rules.found": ("Найдено", "Found"),
    "html.rules.reliability": ("Насколько можно верить", "How far to trust it"),
    "html.rules.unmeasured": ("не\u00a0измерено", "not measured"),
    "html.rules.unknown": ("не\u00a0видно", "not shown"),
    "html.rules.evidence": ("говорит в\u00a0пользу", "speaks for it"),
    "html.findings": ("Замечания", "Findings"),
    "html.findings.none": ("Замечаний нет.", "No findings."),
    "html.findings.cut": (
        "Показано {shown} из\u00a0{count}: по\u00a0первым {each} каждого правила. Все\u00a0— в\u00a0отчёте JSON или с\u00a0--all.",
        "{shown} of\u00a0{count} shown, the first {each} of every rule. All are in the JSON report, or with --all.",
    ),
    "html.evidence": ("Что говорит в\u00a0пользу", "What speaks for it"),
    "html.evidence.cut": ("Показано {shown} из\u00a0{count}.", "{shown} of\u00a0{count} shown."),
    "html.finding.before": ("до этого", "before"),
    "html.finding.after": ("после", "after"),
    "html.finding.nobody": ("без имени", "no name"),
    "html.finding.signs": ("Признаки: {signs}", "Signs: {signs}"),
    "html.finding.link": ("Ссылка на\u00a0это замечание", "Link to this finding"),
    "html.finding.copy": ("Скопировать", "Copy"),
    "html.finding.copied": ("Скопировано", "Copied"),
    # filters
    "html.filters": ("Поиск и\u00a0отбор замечаний", "Search and filter the findings"),
    "html.filters.search": ("Искать в\u00a0замечаниях", "Search the findings"),
    "html.filters.recommendation": ("Рекомендация", "Recommendation"),
    "html.filters.severity": ("Серьёзность", "Severity"),
    "html.filters.month": ("Месяц", "Month"),
    "html.filters.author": ("Участник", "Participant"),
    "html.filters.author_why": (
        "Отчёт\u00a0— о\u00a0чате, а\u00a0не\u00a0о\u00a0людях: отбор по\u00a0участнику нужен, чтобы поговорить с\u00a0ним лично.",
        "The report is about the chat, not about people: this filter is for a talk in private.",
    ),
    "html.filters.any": ("все", "all"),
    "html.filters.reset": ("Сбросить", "Reset"),
    "html.filters.matching": ("Подходит замечаний:", "Findings that match:"),
    "html.expand": ("Раскрыть всё", "Open all"),
    "html.collapse": ("Свернуть всё", "Close all"),
    "html.print": ("Напечатать", "Print"),
    # what is left
    "html.heading.questions": ("Вопросы, на\u00a0которые ответит только человек", "Questions that only a person can answer"),
    "html.unchecked.none": ("Проверить удалось всё.", "Everything could be checked."),
    "html.questions.note": (
        "Этого выгрузка показать не\u00a0может. Ответьте на\u00a0вопросы сами.",
        "No export can show this. Answer the questions yourself.",
    ),
    # pictures
    "html.heading.charts": ("Чат в\u00a0картинках", "The chat in pictures"),
    "html.table": ("Числа таблицей", "The numbers as a table"),
    "html.hours": ("Когда пишут", "When people write"),
    "html.hours.text": (
        "Чаще всего пишут: {day}, {hour}–{to}\u00a0ч. В\u00a0тихие часы отправлено {quiet:сообщение|сообщения|сообщений} из\u00a0{all}.",
        "The busiest hour: {day}, {hour}:00–{to}:00. In quiet hours {quiet:message was|messages were} sent, of\u00a0{all}.",
    ),
    "html.hours.cell": ("{day}, {hour}–{to}\u00a0ч: {count}", "{day}, {hour}:00–{to}:00: {count}"),
    "html.hours.less": ("меньше", "fewer"),
    "html.hours.more": ("больше сообщений", "more messages"),
    "html.hours.quiet": ("тихие часы", "quiet hours"),
    "html.hours.day": ("День", "Day"),
    "html.weeks": ("По\u00a0неделям", "Week by week"),
    "html.weeks.text": (
        "Недели слева направо; ряды: {series}. У\u00a0каждого ряда свой масштаб.",
        "Weeks from left to right; rows: {series}. Each row has its own scale.",
    ),
    "html.weeks.bar": ("неделя с\u00a0{monday}: {count}", "week of {monday}: {count}"),
    "html.weeks.lane": ("{name}, до\u00a0{most} за\u00a0неделю", "{name}, up to {most} a week"),
    "html.weeks.empty": ("{name}: нет", "{name}: none"),
    "html.weeks.messages": ("Сообщения", "Messages"),
    "html.weeks.teacher": ("Сообщения педагога", "The teacher's messages"),
    "html.weeks.findings": ("Замечания", "Findings"),
    "html.weeks.conflicts": ("Сообщения в\u00a0конфликтах", "Messages in conflicts"),
    "html.weeks.week": ("Неделя с", "Week of"),
    "html.months": ("Доля сообщений с\u00a0замечаниями", "Share of messages with findings"),
    "html.months.text": (
        "По\u00a0месяцам: доля сообщений с\u00a0любым замечанием и\u00a0доля лишних (рекомендация\u00a0о\u00a0рабочей информации).",
        "By month: the share of messages with any finding, and of superfluous ones (the recommendation on working information).",
    ),
    "html.months.found": ("с\u00a0любым замечанием", "with any finding"),
    "html.months.noise": ("лишние", "superfluous"),
    "html.months.month": ("Месяц", "Month"),
    "html.months.messages": ("Сообщений", "Messages"),
    "html.months.point": ("{month}: {percent}\u00a0%", "{month}: {percent}\u00a0%"),
    "html.answers": ("Как скоро отвечает педагог", "How soon the teacher answers"),
    "html.answers.text": (
        "Вопросов родителей: {questions}. Ответ педагога обычно приходит за\u00a0{median}.",
        "Parents' questions: {questions}. The teacher's usual answer takes {median}.",
    ),
    "html.answers.text_none": (
        "Вопросов родителей: {questions}. Педагог не\u00a0ответил ни\u00a0на\u00a0один в\u00a0срок.",
        "Parents' questions: {questions}. The teacher answered none in time.",
    ),
    "html.answers.minutes": ("{count:минуту|минуты|минут}", "{count:minute|minutes}"),
    "html.answers.hours": ("{count:час|часа|часов}", "{count:hour|hours}"),
    "html.answers.min": ("{first}–{last}\u00a0мин", "{first}–{last}\u00a0min"),
    "html.answers.h": ("{first}–{last}\u00a0ч", "{first}–{last}\u00a0h"),
    "html.answers.by_others": ("ответили другие", "answered by others"),
    "html.answers.nobody": ("без ответа в\u00a0срок", "no answer in time"),
    "html.answers.wait": ("Ответ", "Answer"),
    "html.answers.questions": ("Вопросов", "Questions"),
    "html.month": ("{name} {year}", "{name} {year}"),
    **{
        f"html.month.{number}": names
        for number, names in enumerate(
            [
                *(("янв", "Jan"), ("фев", "Feb"), ("мар", "Mar"), ("апр", "Apr"), ("май", "May"), ("июн", "Jun")),
                *(("июл", "Jul"), ("авг", "Aug"), ("сен", "Sep"), ("окт", "Oct"), ("ноя", "Nov"), ("дек", "Dec")),
            ],
            start=1,
        )
    },
    **{
        f"html.day.{number}": names
        for number, names in enumerate(
            [("пн", "Mon"), ("вт", "Tue"), ("ср", "Wed"), ("чт", "Thu"), ("пт", "Fri"), ("сб", "Sat"), ("вс", "Sun")], start=1
        )
    },
    # the end
    "html.heading.about": ("Об\u00a0этом отчёте", "About this report"),
    "html.about.made": ("Составлен {at} программой chataudit {version}.", "Made {at} by chataudit {version}."),
    "html.about.rules": ("Правила: {title} ({name} {version}).", "Rules: {title} ({name} {version})."),
    "html.about.source": ("Прочитан файл {source}.", "Read from the file {source}."),
    "html.about.limits": (
        "Программа ищет признаки в\u00a0языке и\u00a0не\u00a0понимает переписку, как человек: отдельные замечания бывают ошибочны, "
        "а\u00a0что-то она пропускает. Решает человек.",
        "The program looks for signs in language and does not understand the chat as a person would: some findings are wrong, "
        "and some things it misses. A person decides.",
    ),
    "html.about.unchecked": ("Не\u00a0проверено рекомендаций: {count} ({numbers}).", "Recommendations not checked: {count} ({numbers})."),
    "html.warnings": ("Что не\u00a0удалось прочитать", "What could not be read"),
}
