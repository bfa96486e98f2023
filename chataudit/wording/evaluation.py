"""Texts about how often the rules are right: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "reliability.told": (
        "Правило ошибается примерно в {wrong:случае|случаях|случаях} из 100 (вероятно, от {low} до {high}; по {found:находке|находкам|находкам} "
        "на проверочных чатах) и пропускает около {missed} из 100.",
        "The rule errs in about {wrong} of 100 findings (likely {low} to {high}; seen on {found:finding|findings} in labelled chats) "
        "and misses about {missed} of 100.",
    ),
    "reliability.little": (
        "Как часто правило ошибается, судить рано: на проверочных чатах оно дало {found:находку|находки|находок}.",
        "Too early to say how often the rule errs: it gave {found:finding|findings} in labelled chats.",
    ),
    "reliability.short": ("ошибается примерно в {wrong} из 100", "errs in about {wrong} of 100"),
    "labelled.none": ("{path}: размеченных чатов (.jsonl) здесь нет.", "{path}: there are no labelled chats (.jsonl) here."),
    "labelled.unreadable": (
        "{path}: это не размеченный чат; нужен JSONL в UTF-8, как описано в tests/labelled/README.md.",
        "{path} is no labelled chat; JSONL in UTF-8 is wanted, as tests/labelled/README.md describes.",
    ),
    "labelled.bad_line": (
        "{path}, строка {line}: непонятная запись размеченного чата; сверьте ключи с tests/labelled/README.md.",
        "{path}, line {line}: cannot make out this entry of a labelled chat; compare its keys with tests/labelled/README.md.",
    ),
    "labelled.no_signs": (
        "У правила {code} нет признаков, веса которых подбираются (signs с ключом weights).",
        "The rule {code} has no signs whose weights are fitted (signs with the key weights).",
    ),
    "labelled.too_few": (
        "Для правила {code} размечено слишком мало сообщений ({count}): подбирать веса не на чем.",
        "Too few messages ({count}) are labelled for the rule {code} to fit weights to.",
    ),
    "labelled.no_library": (
        "Для подбора весов нужна библиотека scikit-learn: pip install 'chataudit[fit]'.",
        "Fitting weights needs the library scikit-learn: pip install 'chataudit[fit]'.",
    ),
    "eval.macro": ("Средняя F1 по {count:правилу|правилам|правилам}: {f1}", "Mean F1 over {count:rule|rules}: {f1}"),
    "eval.chats": ("Чатов: {chats}, сообщений: {messages}", "Chats: {chats}, messages: {messages}"),
    "eval.wrong": ("лишнее", "wrong"),
    "eval.missed": ("пропуск", "missed"),
    "eval.written": ("Записано: {path}", "Written: {path}"),
    "eval.column.rule": ("правило", "rule"),
    "eval.column.right": ("верно", "right"),
    "eval.column.wrong": ("лишних", "wrong"),
    "eval.column.missed": ("пропущено", "missed"),
    "eval.column.precision": ("точность, %", "precision, %"),
    "eval.column.recall": ("полнота, %", "recall, %"),
    "eval.column.f1": ("F1", "F1"),
    "fit.weights": (
        "Веса {code} (набор «{set}»), по {messages:сообщению|сообщениям|сообщениям}:",
        "Weights of {code} (set “{set}”), from {messages:message|messages}:",
    ),
    "fit.held_back": (
        "На {chats:отложенном чате|отложенных чатах|отложенных чатах}: верно {right}, лишних {wrong}, пропущено {missed}.",
        "On {chats:chat|chats} held back: right {right}, wrong {wrong}, missed {missed}.",
    ),
    "why.found": ("найдено", "found"),
    "why.spared": ("пощажено исключением", "spared by an exception"),
    "why.exception": ("{name}: {because}", "{name}: {because}"),
    "why.elsewhere": ("слова те, но место или время не то", "the words fit, the place or the time does not"),
    "why.not_enough": ("признаков не хватило", "too few signs"),
    "why.sum": ("веса признаков: {sum}, нужно {threshold}", "weights of signs: {sum}, {threshold} is wanted"),
    "why.silent": ("Ничего не увидели: {rules}", "Saw nothing: {rules}"),
}
