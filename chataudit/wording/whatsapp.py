"""Texts about WhatsApp's exports: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "whatsapp.no_headers": (
        "{file}: {lines:строка|строки|строк}, и ни одна не начинается с даты и времени. Выгрузите чат ещё раз и дайте файл, не меняя его.",
        "{file}: {lines:line|lines}, and none begins with a date and a time. Please export the chat again and pass the file as it is.",
    ),
    "whatsapp.no_dates": (
        "{file}: в порядке {order} ни одна строка не даёт настоящей даты. Укажите другой порядок: --date-order dmy, mdy или ymd.",
        "{file}: read in the order {order}, no line gives a real date. Please name another order: --date-order dmy, mdy or ymd.",
    ),
    "whatsapp.not_utf8": (
        "{file}: текст не в кодировке UTF-8 — похоже, файл пересохранили. Выгрузите чат ещё раз и дайте файл, не открывая его в редакторе.",
        "{file}: the text is not UTF-8; the file seems to have been saved by an editor. Please export the chat again and pass the file unopened.",
    ),
    "whatsapp.bad_bytes": (
        "{count:повреждённый знак|повреждённых знака|повреждённых знаков} в тексте: на {count} местах стоит «\ufffd».",
        "The text is damaged in {count:place|places}, shown as «\ufffd».",
    ),
    "whatsapp.leading_lines": (
        "{count:строка|строки|строк} до первого сообщения: без даты и автора, в чат не вошли.",
        "{count:line|lines} before the first message, without date and author: not part of the chat.",
    ),
    "whatsapp.lookalikes": (
        "{count:строка|строки|строк} внутри сообщений похожи на начало сообщения (расписание, цитата), но не по времени: оставлены в тексте.",
        "{count:line|lines} inside messages look like the beginning of one (a schedule, a quotation), but their time does not fit: kept as text.",
    ),
    "whatsapp.date_order": (
        "По файлу не понять, что в датах стоит первым, день или месяц: читаем день первым. Если это не так, укажите --date-order mdy.",
        "The file does not tell whether its dates begin with the day or the month: read with the day first. If that is wrong, pass --date-order mdy.",
    ),
    "whatsapp.unnamed_self": (
        "{count:событие|события|событий} о «Вы»: в выгрузке не сказано, кто её сделал. Укажите своё имя в чате, и события станут вашими: --me ИМЯ.",
        "{count:event|events} about «You»: the export does not tell who made it. Pass your name in the chat to claim them: --me NAME.",
    ),
    "whatsapp.unknown_events": (
        "{count:запись|записи|записей} самого WhatsApp незнакомы программе: сохранены как прочие события.",
        "{count:entry|entries} by WhatsApp itself are unknown to this program: kept as other events.",
    ),
    "whatsapp.unknown_media": (
        "{count:вложение|вложения|вложений} незнакомого вида: что это было, не сказать.",
        "{count:attachment|attachments} of an unknown kind: no telling what stood there.",
    ),
    "whatsapp.speaking_titles": (
        "В {count:названии|названиях|названиях} группы стоит целая фраза, телефон или ссылка: названия мы не проверяем, посмотрите их сами.",
        "{count:title|titles} of the group with a phrase, a phone number or a link: titles are not judged, please look at them yourself.",
    ),
    "whatsapp.cap": (
        "В выгрузке {count:запись|записи|записей}. WhatsApp отдаёт не больше 40 000 последних сообщений: начала чата в файле может не быть.",
        "The export holds {count:entry|entries}. WhatsApp gives the last 40,000 messages at most: the beginning of the chat may be missing.",
    ),
}
