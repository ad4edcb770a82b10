"""What the tree and the names of the founding article must show."""

from pathlib import Path

import pytest

from tocsin.language.parse import parse

ARTICLE = Path(__file__).resolve().parents[3] / "shared" / "evaluation" / "articles" / "00_seed.txt"

pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the founding article is not beside this checkout")


@pytest.fixture(scope="module")
def doc():
    return parse([ARTICLE.read_text(encoding="utf-8")])[0]


def find(doc, form):
    return next(token for token in doc if token.text == form)


def find_child(token, *relations):
    return next(child for child in token.children if child.dep_ in relations)


def test_all_four_objecting_states_are_subjects(doc):
    sending = next(t for t in doc if t.text == "sending" and any(c.text == "against" for c in t.children))
    subject = find_child(sending, "nsubj")
    states = {subject.text, *(child.text for child in subject.children if child.dep_ == "conj")}
    assert states == {"Republic", "Germany", "Poland", "Sweden"}


def test_the_whole_condition_of_the_kremlin_is_one_clause(doc):
    stated = find(doc, "stated")
    clause = find_child(stated, "ccomp")
    words = {token.text for token in clause.subtree}
    assert {"if", "NATO", "sends", "troops", "fight", "there", "be", "inevitable", "war", "Russia"} <= words
    assert find_child(stated, "nsubj").text == "Kremlin"


def test_allies_warn_the_president(doc):
    warned = find(doc, "warned")
    assert find_child(warned, "nsubj").text == "Allies"
    assert find_child(warned, "obj", "iobj").text == "@EmmanuelMacron"
    assert find(doc, "@EmmanuelMacron").ent_type_ == "PERSON"


def test_the_signature_and_the_link_are_outside_the_sentence(doc):
    sentence = find(doc, "warned").sent
    assert sentence[0].text == "Allies"
    assert find(doc, "https://t.co/IZ26NzJTw4").sent == sentence
    assert find(doc, "@Jerusalem_Post").sent != sentence


def test_a_passionate_macron_is_macron(doc):
    assert "Macron" in [name.text for name in find(doc, "passionate").sent.ents]
