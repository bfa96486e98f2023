"""Texts of the area «parsers»: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # Telegram: names made by us
    "parsers.deleted_account": ("Удалённый аккаунт", "Удалённый аккаунт"),
    "parsers.deleted_account_id": ("Удалённый аккаунт ({id})", "Удалённый аккаунт ({id})"),
    # what lies at the path
    "parsers.path_missing": (
        "Не нашли файл или папку «{path}»: проверьте, нет ли опечатки в имени, и укажите путь к выгрузке ещё раз.",
        "No file or folder at {path}: check the name for a slip and give the path to the export again.",
    ),
    "parsers.path_unreadable": (
        "«{path}» не получается прочитать: скопируйте выгрузку на диск компьютера и попробуйте ещё раз.",
        "{path} cannot be read: copy the export to this computer's disk and try again.",
    ),
    "parsers.no_permission": (
        "Нет права читать «{path}»: скопируйте выгрузку в свою папку «Документы» и укажите её оттуда.",
        "No permission to read {path}: copy the export to a folder of your own and give that path.",
    ),
    "parsers.empty_file": (
        "Файл «{path}» пуст, похоже, выгрузка не дописалась: выгрузите чат ещё раз.",
        "The file {path} is empty, the export seems not to have been finished: export the chat again.",
    ),
    "parsers.unknown_format": (
        "«{path}» не похож на выгрузку чата: подойдут result.json или messages.html из Telegram, "
        ".txt или .zip из WhatsApp, архив ВКонтакте, таблица сообщений и папка с ними.",
        "{path} does not look like a chat export: result.json or messages.html from Telegram, "
        ".txt or .zip from WhatsApp, VK's archive, a table of messages, or a folder with them.",
    ),
    "parsers.no_export_in_folder": (
        "В папке «{path}» нет выгрузки чата: укажите папку, в которой лежит result.json, messages.html, "
        "текст из WhatsApp (.txt) или папка messages из архива ВКонтакте.",
        "There is no chat export in the folder {path}: give the one that holds result.json, messages.html, "
        "a WhatsApp text (.txt) or the folder messages of VK's archive.",
    ),
    "parsers.several_chats": (
        "В «{path}» лежат сразу {count:чат|чата|чатов}, а проверяем мы по одному: укажите нужный файл "
        "или добавьте --latest, чтобы взять самый новый.\n{names}",
        "{path} holds {count:chat|chats} side by side, and one is audited at a time: give the file that you want, "
        "or add --latest for the newest.\n{names}",
    ),
    "parsers.several_chats_and_more": (
        "В «{path}» лежат сразу {count:чат|чата|чатов}, а проверяем мы по одному: укажите нужный файл "
        "или добавьте --latest, чтобы взять самый новый.\n{names} и ещё {more}",
        "{path} holds {count:chat|chats} side by side, and one is audited at a time: give the file that you want, "
        "or add --latest for the newest.\n{names} and {more} more",
    ),
    "parsers.same_place": (
        "В архиве есть ещё {count:файл|файла|файлов} с тем же именем: проверили только первый. "
        "Если там другой чат, распакуйте архив и укажите его файл.",
        "The archive holds {count:more file|more files} of the same name: only the first was audited. "
        "If another chat stands there, unpack the archive and give its file.",
    ),
    "parsers.deeper_chats": (
        "Глубже в папках или в архиве рядом лежит ещё {count:выгрузка|выгрузки|выгрузок}: проверили только ближайшую. "
        "Если нужна другая, укажите её файл.",
        "Deeper in the folders, or in an archive beside, {count:more export lies|more exports lie}: only the nearest was audited. "
        "To audit another, give its file.",
    ),
    "parsers.inner_archives": (
        "Рядом с чатом в архиве лежит ещё {count:архив|архива|архивов}, внутрь мы не смотрели: если там другая выгрузка, распакуйте и укажите её.",
        "Beside the chat in the archive {count:another archive lies|more archives lie}, not looked into: "
        "if another export is there, unpack it and give that.",
    ),
    "parsers.no_file": (
        "«{path}» – не файл и не папка (канал, устройство): сохраните выгрузку в файл и укажите его.",
        "{path} is neither a file nor a folder (a pipe, a device): save the export to a file and give that.",
    ),
    "parsers.too_large": (
        "Файл «{path}» больше {limit} ГБ, столько мы не читаем: выгрузите один чат из его меню ⋮, без медиафайлов.",
        "The file {path} is larger than {limit} GB, which is not read: export the one chat from its ⋮ menu, without media.",
    ),
    "parsers.other_format": (
        "Рядом лежит выгрузка в другом формате, «{name}»: проверили только «{source}». Если нужна другая, укажите её файл.",
        "An export in another format lies beside, {name}: only {source} was audited. To audit the other, give its file.",
    ),
    # archives
    "parsers.broken_zip": (
        "Архив «{path}» повреждён и не открывается: скачайте или выгрузите его ещё раз.",
        "The archive {path} is damaged and does not open: download or export it again.",
    ),
    "parsers.encrypted_zip": (
        "Архив «{path}» закрыт паролем: распакуйте его и укажите папку.",
        "The archive {path} is locked with a password: unpack it and give the folder.",
    ),
    "parsers.zip_too_many": (
        "В архиве «{path}» {count:файл|файла|файлов}, для выгрузки чата это слишком много: укажите архив или папку с одним чатом.",
        "The archive {path} holds {count:file|files}, too many for a chat export: give an archive or folder with one chat.",
    ),
    "parsers.zip_bomb": (
        "Архив «{path}» распаковывается в подозрительно огромный файл, поэтому мы его не читаем: выгрузите чат ещё раз.",
        "The archive {path} unpacks to a suspiciously huge file, so it is not read: export the chat again.",
    ),
    "parsers.zip_without_chat": (
        "В архиве «{path}» нет чата: внутри должен лежать текст из WhatsApp (.txt), "
        "result.json или messages.html из Telegram Desktop либо папка messages из ВКонтакте.",
        "There is no chat in the archive {path}: it should hold a WhatsApp text (.txt), "
        "result.json or messages.html from Telegram Desktop, or VK's folder messages.",
    ),
    # Telegram: what cannot be read at all
    "parsers.not_telegram": (
        "«{source}» начинается как выгрузка Telegram, но устроен иначе: выгрузите чат из Telegram Desktop ещё раз, в формате JSON.",
        "{source} begins like a Telegram export but is built otherwise: export the chat from Telegram Desktop again, as JSON.",
    ),
    "parsers.too_deep": (
        "«{source}» устроен так, как Telegram не пишет (слишком много вложенных скобок): выгрузите чат из Telegram Desktop ещё раз.",
        "{source} is built as Telegram never writes (brackets nested too deep): export the chat from Telegram Desktop again.",
    ),
    "parsers.no_messages": (
        "В «{source}» нет ни одного сообщения: выгрузите чат ещё раз, не ограничивая даты.",
        "{source} holds no messages: export the chat again without limiting the dates.",
    ),
    "parsers.no_whole_message": (
        "«{source}» обрывается или испорчен у строки {line}, до первого сообщения: выгрузите чат ещё раз.",
        "{source} is cut or damaged near line {line}, before its first message: export the chat again.",
    ),
    "parsers.no_dates": (
        "В «{source}» ни у одного сообщения нет даты, так чат не проверить: выгрузите его из Telegram Desktop ещё раз.",
        "No message in {source} has a date, so it cannot be audited: export the chat from Telegram Desktop again.",
    ),
    "parsers.account_list_page": (
        "«{source}» – это оглавление выгрузки всего аккаунта: укажите папку нужного чата рядом с ним, например chats/chat_01.",
        "{source} is the contents page of a whole-account export: give the folder of a chat beside it, such as chats/chat_01.",
    ),
    # Telegram: which chat of an account
    "parsers.account_without_chats": (
        "В «{source}» нет чатов: при выгрузке аккаунта отметьте «Группы», а лучше выгрузите один чат из его меню ⋮.",
        "{source} holds no chats: tick the groups when exporting the account, or better, export the one chat from its ⋮ menu.",
    ),
    "parsers.account_without_groups": (
        "В «{source}» {count:чат|чата|чатов}, но ни одной группы: выгрузите нужный чат из его меню ⋮ или назовите его через --chat.",
        "{source} holds {count:chat|chats} but no group: export the chat from its ⋮ menu, or name it with --chat.",
    ),
    "parsers.choose_chat": (
        "В «{source}» {count:группа|группы|групп}: добавьте --chat и номер или часть названия нужной.\n{chats}",
        "{source} holds {count:group|groups}: add --chat with the number or a part of the title of the one you want.\n{chats}",
    ),
    "parsers.chat_not_found": (
        "В «{source}» нет чата «{chat}»: возьмите для --chat номер или часть названия из списка.\n{chats}",
        "There is no chat «{chat}» in {source}: give --chat a number or a part of a title from this list.\n{chats}",
    ),
    "parsers.chat_not_unique": (
        "Под «{chat}» в «{source}» подходят {count:чат|чата|чатов}: дайте --chat номер или название подлиннее.\n{chats}",
        "«{chat}» fits {count:chat|chats} in {source}: give --chat the number, or more of the title.\n{chats}",
    ),
    # Telegram: what was not understood, but did not hinder
    "parsers.truncated": (
        "Файл обрывается или испорчен около этой строки; прочитали {count:сообщение|сообщения|сообщений} до этого места.",
        "The file is cut or damaged near this line; {count:message was|messages were} read up to there.",
    ),
    "parsers.damaged": (
        "Файл испорчен около этой строки: прочитали {count:сообщение|сообщения|сообщений} до этого места, "
        "а ещё {behind:сообщение|сообщения|сообщений} за ним прочитать не смогли. Выгрузите чат заново.",
        "The file is damaged near this line: {count:message was|messages were} read up to there, "
        "and {behind:message|messages} behind it could not be read. Export the chat once more.",
    ),
    "parsers.repaired": (
        "Telegram записал файл с ошибками, мы их исправили: ни одно сообщение не потеряно, строки сообщений неизвестны.",
        "Telegram wrote the file with faults, which were repaired: no message is lost, the lines of messages are not known.",
    ),
    "parsers.unreadable_messages": (
        "Не удалось прочитать {count:запись|записи|записей}, первая – на этой строке; остальное прочитано.",
        "{count:entry|entries} could not be read, the first on this line; the rest was read.",
    ),
    "parsers.dateless": (
        "У {count:сообщения|сообщений|сообщений} нет даты: взяли дату предыдущего.",
        "{count:message has|messages have} no date: the date of the one before was taken.",
    ),
    "parsers.unsupported": (
        "Telegram не смог выгрузить {count:сообщение|сообщения|сообщений}: что в них было, неизвестно.",
        "Telegram could not export {count:message|messages}: what they held is not known.",
    ),
    "parsers.unknown_type": (
        "Неизвестный тип записи «{name}» ({count:раз|раза|раз}): прочитали как обычное сообщение.",
        "Unknown type of entry «{name}» ({count:time|times}): read as an ordinary message.",
    ),
    "parsers.unknown_key": (
        "Неизвестное поле «{name}» в {count:сообщении|сообщениях|сообщениях}: пропустили только его.",
        "Unknown key «{name}» in {count:message|messages}: only the key was left out.",
    ),
    "parsers.strange_value": (
        "Непривычное содержимое поля «{name}» в {count:сообщении|сообщениях|сообщениях}: остальное прочитали.",
        "An unusual value of the key «{name}» in {count:message|messages}: the rest was read.",
    ),
    "parsers.unknown_action": (
        "Неизвестное событие «{name}» ({count:раз|раза|раз}): оставили в чате, но не толкуем.",
        "Unknown event «{name}» ({count:time|times}): kept in the chat, not interpreted.",
    ),
    "parsers.unknown_media_type": (
        "Неизвестный вид вложения «{name}» ({count:раз|раза|раз}): считаем просто вложением.",
        "Unknown kind of attachment «{name}» ({count:time|times}): taken as just an attachment.",
    ),
    "parsers.unknown_chat_type": (
        "Неизвестный вид чата «{name}»: проверяем его как группу.",
        "Unknown kind of chat «{name}»: audited as a group.",
    ),
    "parsers.unknown_sentence": (
        "{count:служебную строку|служебные строки|служебных строк} Telegram понять не удалось: оставили в чате, но не толкуем.",
        "{count:service line|service lines} of Telegram could not be understood: kept in the chat, not interpreted.",
    ),
    "parsers.speaking_names": (
        "В {count:названии|названиях|названиях} файлов, песен, карточек контактов или в подписях стоит целая фраза, телефон или ссылка: "
        "названия мы не проверяем, посмотрите их сами.",
        "{count:name|names} of files, songs, contact cards or signatures hold a phrase, a phone number or a link: "
        "names are not judged, please look at them yourself.",
    ),
    "parsers.repeated_ids": (
        "У {count:сообщения|сообщений|сообщений} номер повторяет чужой: добавили к нему «#2».",
        "{count:message repeats|messages repeat} the id of another: «#2» was added to it.",
    ),
    "parsers.missing_page": (
        "Не хватает страницы {name}: чат прочитан без неё, положите её в ту же папку.",
        "The page {name} is missing: the chat was read without it, put it into the same folder.",
    ),
    "parsers.only_own_messages": (
        "В выгрузке всего аккаунта Telegram оставляет в группах только ваши сообщения: чтобы проверить весь чат, выгрузите его из его меню ⋮.",
        "In a whole-account export Telegram leaves only your own messages in groups: to audit the whole chat, export it from the chat's own ⋮ menu.",
    ),
}
