"""The shipped model: the right file, and the same reading in any company."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.errors import FormatError
from tocsin.language import network
from tocsin.language.parse import parse

TEXTS = [
    "Norway warned the minister that the talks would fail. “We shall see,” she said.",
    "Peru, Chile and Bolivia are against sending observers to the border.",
    "The council voted. The envoy left the city on Monday, and nobody replaced him.",
]


def describe(doc):
    return [(t.text, t.head.i, t.dep_, t.pos_, t.lemma_, t.ent_type_, t.is_sent_start) for t in doc]


def test_a_text_reads_the_same_alone_and_in_company():
    assert [describe(doc) for doc in parse(TEXTS)] == [describe(parse([text])[0]) for text in TEXTS]


def test_a_damaged_model_is_refused(tmp_path, monkeypatch):
    (tmp_path / "network.onnx").write_bytes(b"not a model")
    monkeypatch.setattr(network, "FOLDER", tmp_path)
    with pytest.raises(FormatError, match="sha256"):
        network._open_session("network.onnx")


def test_a_missing_model_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(network, "FOLDER", tmp_path)
    with pytest.raises(FormatError, match="install tocsin again"):
        network._open_session("relations.onnx")


def test_one_head_has_one_subject():
    for doc in parse(TEXTS):
        for token in doc:
            assert sum(child.dep_ in ("nsubj", "nsubj:pass", "csubj", "csubj:pass") for child in token.children) <= 1


def cost(lengths, batches):
    return sum(len(b) * (max(lengths[i] for i in b) + 1) + network.BATCH_COST for b in batches)


@given(st.lists(st.integers(1, 110), max_size=9))
def test_batches_hold_every_window_once_and_no_batches_of_neighbours_in_length_take_less_time(lengths):
    batches = network._make_batches(lengths)
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    inner = range(1, len(order))
    ways = (
        [order[a:b] for a, b in zip((0, *cut), (*cut, len(order)), strict=True)]
        for count in range(len(order))
        for cut in combinations(inner, count)
    )
    fitting = [w for w in ways if all(cost(lengths, [b]) <= network.WORDS_PER_BATCH + network.BATCH_COST for b in w)]
    assert cost(lengths, batches) == min((cost(lengths, way) for way in fitting), default=0)


def test_words_of_many_pieces_fit():
    text = " ".join(f"Xqzvjk{number}wqxzvkj" for number in range(130))
    assert len(parse([text])[0]) >= 130
