"""Texts about VK's data archive: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "report.platform.vk": ("ВКонтакте", "VK"),
    # what cannot be read at all
    "vk.no_groups": (
        "В «{source}» {count:беседа|беседы|бесед}, но ни одной групповой: если чат класса – одна из них, назовите её через --chat.",
        "{source} lists {count:conversation|conversations}, none of them a group: if the class's chat is one of them, name it with --chat.",
    ),
    "vk.community": (
        "«{chat}» в архиве – переписка с сообществом, а не чат родителей: такие диалоги и записи на стене не проверяются.",
        "{chat} in the archive is a dialog with a community, not a parents' chat: such dialogs and wall posts are not audited.",
    ),
    "vk.no_pages": (
        "Рядом с «{source}» нет папки «{chat}» со страницами этой беседы: распакуйте архив целиком или укажите сам архив.",
        "There is no folder {chat} with the conversation's pages beside {source}: unpack the whole archive, or give the archive itself.",
    ),
    "vk.no_dates": (
        "В «{source}» ни у одного сообщения не разобрать дату, так чат не проверить: запросите архив ещё раз.",
        "No date in {source} can be read, so it cannot be audited: request the archive again.",
    ),
    # what was not understood, but did not hinder
    "vk.in_utf8": (
        "{count:страница пересохранена|страницы пересохранены|страниц пересохранены} в кодировке UTF-8: прочитали и так, "
        "но правлен ли при этом текст, не сказать.",
        "{count:page was|pages were} saved anew as UTF-8: read all the same, but no telling whether the text was altered.",
    ),
    "vk.bad_bytes": (
        "{count:повреждённый знак|повреждённых знака|повреждённых знаков} в тексте страниц: на их местах стоит «\ufffd».",
        "The text of the pages is damaged in {count:place|places}, shown as «\ufffd».",
    ),
    "vk.cut_pages": (
        "{count:страница обрывается|страницы обрываются|страниц обрываются} на полуслове: конца их в чате нет.",
        "{count:page breaks|pages break} off: what stood at the end is not in the chat.",
    ),
    "vk.missing_pages": (
        "Не хватает {count:страницы|страниц|страниц} беседы, первая из них – {name}: чат прочитан без них, положите их в ту же папку.",
        "{count:page|pages} of the conversation are missing, the first is {name}: the chat was read without, put them into the same folder.",
    ),
    "vk.headless": (
        "{count:сообщение|сообщения|сообщений} без автора и даты: в чат не вошли.",
        "{count:message|messages} without author and date: not part of the chat.",
    ),
    "vk.unnamed_owner": (
        "{count:сообщение|сообщения|сообщений} от «Вы»: в архиве не сказано, чей он. Назовите владельца: --me ИМЯ.",
        "{count:message|messages} by «Вы»: the archive does not tell whose it is. Name its owner: --me NAME.",
    ),
    "vk.attached": (
        "К {count:сообщению|сообщениям|сообщениям} приложены чужие (ответ или пересылка), самих слов в архиве нет: "
        "сказанное в этом чате проверено на своём месте, о пересланном из других нельзя сказать ничего.",
        "{count:message has|messages have} others' messages attached (a reply or a forward), whose words the archive does not hold: "
        "what was said in this chat is judged where it stands, nothing can be said of what came from elsewhere.",
    ),
    "vk.cards": (
        "В {count:сообщении|сообщениях|сообщениях} есть запись со стены, статья, история, подарок, товар или подобное: что в них было, в архиве нет.",
        "{count:message holds|messages hold} a wall post, an article, a story, a gift or the like: the archive does not hold what they showed.",
    ),
    "vk.unknown_events": (
        "{count:запись|записи|записей} самого ВКонтакте незнакомы программе: сохранены как прочие события.",
        "{count:entry|entries} by VK itself are unknown to this program: kept as other events.",
    ),
    "vk.unknown_parts": (
        "В {count:сообщении|сообщениях|сообщениях} рядом с вложениями стоит незнакомое: его пропустили, остальное прочитали.",
        "{count:message holds|messages hold} something unknown beside the attachments: that was left out, the rest was read.",
    ),
}
