"""Texts of the area «limits», what is refused for its size or its cost, and what is said when the program breaks: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "yaml.long_regex": (
        "регулярное выражение длиннее {limit:знака|знаков|знаков}; разбейте его на несколько",
        "the regular expression is longer than {limit:character|characters}; split it into several",
    ),
    "yaml.slow_regex": (
        "регулярное выражение на нарочно составленном сообщении работало бы часами: поставьте повторам предел, «{0,20}» вместо «*» и «+», "
        "и не повторяйте повторы",
        "the regular expression could take hours on a message made for that: give repeats an end, {0,20} for * and +, and do not repeat repeats",
    ),
    "rules.bad_weight": (
        "вес рекомендации (weight) – целое число от 1 до {limit}",
        "the weight of a recommendation is a whole number from 1 to {limit}",
    ),
    "crash.told": (
        "Ошибка в самой программе ({error}), из вашего чата здесь ничего нет. Пожалуйста, пришлите разработчикам эту строку:\n  {trace}",
        "A fault of the program itself ({error}); nothing of your chat stands here. Please send its developers this line:\n  {trace}",
    ),
    "pattern.wide_gap": ("промежуток шире {limit:слова|слов|слов}", "the gap is wider than {limit:word|words}"),
}
