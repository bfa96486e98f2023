"""Texts of `check` and `baseline`: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # help
    "gate.help.check": (
        "Сказать, прошли ли выгрузки порог. Для автоматических проверок: сообщений и имён людей "
        "в ответе нет. Коды выхода: 0 прошли, 1 не прошли, 2 ошибка в параметрах, настройках или правилах, "
        "3 ничего не прочитано, 4 прочитано не всё.",
        "Say whether exports pass a threshold. For automatic runs: the answer quotes no message and names nobody. "
        "Exit codes: 0 passed, 1 failed, 2 wrong options, settings or rules, 3 nothing could be read, 4 some could not.",
    ),
    "gate.help.paths": ("Файлы, архивы zip и папки с выгрузками.", "Files, zips and folders of exports."),
    "gate.help.fail_on": (
        "Порог. violated: замечания нарушенных рекомендаций; partly: и соблюдённых частично; major, minor: замечания такой "
        "серьёзности; score:70: оценка ниже 70.",
        "The threshold. violated: findings of violated recommendations; partly: of partly met ones too; major, minor: findings of such "
        "severity; score:70: a score below 70.",
    ),
    "gate.help.since": (
        "Считать только сообщения с этого дня: 2026-09-01, 01.09.2026 или за последние дни и недели: 30d, 2w. "
        "Замечания без сообщения (имена в профилях, кто создал чат) считаются всегда.",
        "Count only messages from this day on: 2026-09-01, or of the last days and weeks: 30d, 2w. "
        "Findings without a message (names in profiles, who created the chat) always count.",
    ),
    "gate.help.baseline": (
        "Не считать принятое: файл, который пишет chataudit baseline.",
        "Leave out what was accepted: the file of chataudit baseline.",
    ),
    "gate.help.key": (
        "Файл с ключом; без него берётся CHATAUDIT_BASELINE_KEY, а потом .chataudit-key рядом с базой.",
        "File with the key; else CHATAUDIT_BASELINE_KEY, else .chataudit-key beside the baseline.",
    ),
    "gate.help.format": ("Вид ответа: terminal, json, github, junit или sarif.", "The answer's form: terminal, json, github, junit or sarif."),
    "gate.help.output": ("Записать ответ в файл.", "Write the answer to a file."),
    "gate.help.quotes": ("Показать и слова, и имена: только для себя.", "Show words and names too: for yourself only."),
    "gate.help.exit_zero": ("Выйти с кодом 0 и тогда, когда порог не пройден.", "Exit with code 0 even where the threshold is not passed."),
    # the answer
    "gate.passed": ("{place}: прошла", "{place}: passed"),
    "gate.failed": ("{place}: не прошла, {count:замечание|замечания|замечаний}", "{place}: failed, {count:finding|findings}"),
    "gate.failed_by_score": ("{place}: не прошла", "{place}: failed"),
    "gate.times": ("{what} · {count:раз|раза|раз}", "{what} · {count:time|times}"),
    "gate.unread": ("{place}: не прочитана. {reason}", "{place}: not read. {reason}"),
    "gate.accepted": ("принято: {count}", "accepted: {count}"),
    "gate.earlier": ("до этого дня: {count}", "before that day: {count}"),
    "gate.total": (
        "Проверено: {count:выгрузка|выгрузки|выгрузок}, не прошло: {failed}, порог {level}",
        "Checked: {count:export|exports}, failed: {failed}, threshold {level}",
    ),
    "gate.total_unread": ("не прочитано: {count}", "not read: {count}"),
    "gate.total_since": ("с {day}", "since {day}"),
    "gate.stale": (
        "В базе устарело: {rule} {id}…{reason}: такого замечания больше нет; убрать: chataudit baseline … --prune",
        "Stale in the baseline: {rule} {id}…{reason}: there is no such finding any more; drop it: chataudit baseline … --prune",
    ),
    "gate.expired": (
        "В базе истекло {day}: {rule} {id}…{reason}: замечание снова считается",
        "Expired in the baseline on {day}: {rule} {id}…{reason}: the finding counts again",
    ),
    "gate.more_entries": ("  и ещё {count:запись|записи|записей} базы", "  and {count:more entry|more entries} of the baseline"),
    # mistakes
    "gate.bad_day": (
        "--since {value}: это не дата; пишите 2026-09-01, 01.09.2026 или 30d.",
        "--since {value}: this is no date; write 2026-09-01 or 30d.",
    ),
    "gate.bad_expiry": ("--expires {value}: это не дата; пишите 2026-12-31.", "--expires {value}: this is no date; write 2026-12-31."),
    "gate.baseline_unreadable": (
        "База {path} не читается; проверьте, что файл на месте, в UTF-8 и открыт для чтения.",
        "The baseline {path} cannot be read; check that it is there, in UTF-8 and open to reading.",
    ),
    "gate.baseline_broken": (
        "В базе {path} {count:ошибка|ошибки|ошибок}:",
        "The baseline {path} has {count:mistake|mistakes}:",
    ),
    "gate.baseline_bad_day": (
        "База {path}, запись {id}: expires «{value}» не дата; пишите 2026-12-31.",
        "The baseline {path}, entry {id}: expires “{value}” is no date; write 2026-12-31.",
    ),
    "gate.baseline_exists": (
        "База {path} уже есть; дополните её с --update, очистите с --prune или назовите другой файл в --output.",
        "The baseline {path} is there already; add to it with --update, clear it with --prune, or name another file with --output.",
    ),
    "gate.no_key": (
        "Ключа базы нет: {path} не читается; положите его туда или передайте в {variable}.",
        "The baseline's key is missing: {path} cannot be read; put it there or pass it in {variable}.",
    ),
    "gate.short_key": (
        "Ключ базы в {place} короче {least} символов; возьмите тот, что записала chataudit baseline.",
        "The baseline's key in {place} is shorter than {least} characters; take the one that chataudit baseline wrote.",
    ),
    "gate.other_key": (
        "База {path} записана с другим ключом; нужен тот самый, иначе её начинают заново.",
        "The baseline {path} was written with another key; give that one, or begin the baseline anew.",
    ),
    # the baseline
    "gate.help.write": (
        "Принять нынешние замечания. Записывает их в базу, чтобы check считал только новые; в базе нет ни слов, ни имён.",
        "Accept the present findings. Writes them into a baseline, so that check counts only new ones; it holds no words and no names.",
    ),
    "gate.help.baseline_output": ("Файл базы.", "The baseline's file."),
    "gate.help.reason": ("Почему это принято; записывается у новых записей.", "Why it is accepted; written beside new entries."),
    "gate.help.expires": (
        "Последний день, по который новые записи действуют: 2026-12-31.",
        "The last day on which new entries hold: 2026-12-31.",
    ),
    "gate.help.update": (
        "Дополнить базу: новое записать, устаревшее убрать, причины и сроки остального не трогать.",
        "Bring a baseline up to date: add what is new, drop what is stale, leave reasons and days of the rest alone.",
    ),
    "gate.help.prune": ("Только убрать устаревшее.", "Only drop what is stale."),
    "gate.written": (
        "{path}: {count:запись|записи|записей}, новых {new}, убрано {dropped}",
        "{path}: {count:entry|entries}, {new} new, {dropped} dropped",
    ),
    "gate.key_made": (
        "Ключ записан в {path}. Держите его при себе и не публикуйте: по ключу и базе можно подбирать имена и слова.",
        "The key was written to {path}. Keep it to yourself and do not publish it: with the key and the baseline names and words can be guessed.",
    ),
    "gate.nothing_written": ("База не записана: прочитано не всё.", "The baseline was not written: not everything could be read."),
    "gate.expired_rule": ("В базе истёк срок записи {rule}", "An entry of the baseline expired: {rule}"),
    "gate.baseline_head": (
        "Принятые замечания chataudit: check их не считает. Слов и имён здесь нет, только отпечатки по ключу.\n"
        "Можно править: reason (почему принято) и expires (последний день); строку можно удалить.",
        "Findings of chataudit that were accepted: check does not count them. No words or names here, only digests by a key.\n"
        "You may edit reason (why it was accepted) and expires (the last day); a line may be deleted.",
    ),
}
