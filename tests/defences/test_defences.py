"""The list of defences is of this program: each stands where the list says, once. `python -m tests.defences` takes them away in turn."""

import pytest
from defences.removing import ROOT, Defence, read_defences


@pytest.mark.parametrize("defence", read_defences(), ids=lambda defence: defence.name)
def test_defence_stands_where_the_list_says(defence: Defence):
    text = (ROOT / defence.file).read_text(encoding="utf-8")

    assert text.count(defence.old) == 1
    assert defence.new != defence.old
    if defence.file.endswith(".py"):
        compile(text.replace(defence.old, defence.new), defence.file, "exec")


def test_every_row_of_pitfalls_has_one():
    rows = {int(each.name[1:3]) for each in read_defences() if each.name[0] == "D" and each.name[1:3].isdigit()}

    assert rows == set(range(1, 31))
