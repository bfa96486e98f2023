"""Every hostile text acts in some medium, every medium has a gate that stands where the list says; `defences.payloads` takes them away."""

import pytest
from defences.payloads import Gate, find_wrong, read_gates
from defences.removing import ROOT
from reporters.hostile_texts import ACTS_IN, MEDIA, PAYLOADS


@pytest.mark.parametrize("gate", read_gates(), ids=lambda gate: gate.name)
def test_gate_stands_where_the_list_says(gate: Gate):
    text = (ROOT / gate.file).read_text(encoding="utf-8")

    assert text.count(gate.old) == 1
    compile(text.replace(gate.old, gate.new), gate.file, "exec")


def test_every_medium_has_a_gate():
    assert {medium for gate in read_gates() for medium in gate.media} == set(MEDIA)


def test_every_payload_but_the_harmless_one_acts_somewhere():
    assert ACTS_IN.keys() == PAYLOADS.keys() - {"harmless"}
    assert all(media and set(media) <= set(MEDIA) for media in ACTS_IN.values())


def test_payload_that_is_not_noticed_where_it_acts_is_told():
    everywhere = {(medium, payload): {"a gate"} for payload, media in ACTS_IN.items() for medium in media}
    assert find_wrong(everywhere) == []

    del everywhere["csv", "formula"]
    assert find_wrong(everywhere) == ["not noticed in csv: formula"]


def test_payload_that_is_noticed_where_it_should_do_nothing_is_told():
    everywhere = {(medium, payload): {"a gate"} for payload, media in ACTS_IN.items() for medium in media}

    assert len(find_wrong({**everywhere, ("csv", "harmless"): {"a gate"}})) == 1
