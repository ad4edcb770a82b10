"""Names: trimmed to the name, one type for one name in a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from tocsin.language.agreement import agree_names, make_table
from tocsin.language.names import find_spans, make_spans
from tocsin.language.tokens import load_tokenizer


def make(words, parts=None, heads=None, relations=None):
    parts = parts or ["PROPN" if word[0].isupper() else "NOUN" for word in words]
    return Doc(load_tokenizer().vocab, words=words, pos=parts, heads=heads, deps=relations)


@given(st.lists(st.sampled_from(["O", "B-LOC", "I-LOC", "B-PERSON", "I-PERSON"]), max_size=12))
def test_spans_cover_exactly_the_tagged_words(tags):
    spans = find_spans(tags)
    covered = [i for start, end, _ in spans for i in range(start, end)]
    assert covered == [i for i, tag in enumerate(tags) if tag != "O"]
    assert all(kind in {tag[2:] for tag in tags[start:end]} for start, end, kind in spans)
    assert all(tag.startswith("I-") for start, end, _ in spans for tag in tags[start + 1 : end])


@pytest.mark.parametrize(
    ("words", "tags", "name"),
    [
        (["a", "passionate", "Macron"], ["B-PERSON", "I-PERSON", "I-PERSON"], "Macron"),
        (["President", "Vladimir", "Putin"], ["B-PERSON", "I-PERSON", "I-PERSON"], "Vladimir Putin"),
        (["The", "Hague", "'s"], ["B-LOC", "I-LOC", "I-LOC"], "Hague"),
        (["on", "Wednesday", "Kyiv"], ["O", "B-LOC", "O"], None),
    ],
)
def test_titles_roles_and_adjectives_stay_outside(words, tags, name):
    assert [span.text for span in make_spans(make(words), tags)] == ([name] if name else [])


def test_neighbours_that_the_tree_holds_together_are_one_name():
    doc = make(["Kennedy", "Space", "Center"], heads=[2, 2, 2], relations=["compound", "compound", "ROOT"])
    spans = make_spans(doc, ["B-ORG", "B-LOC", "I-LOC"])
    assert [(span.text, span.label_) for span in spans] == [("Kennedy Space Center", "LOC")]


def test_majority_decides_one_type_for_one_name():
    doc = make(["Hamas", "said", "Hamas", "met", "Hamas"])
    doc.set_ents([Span(doc, 0, 1, "ORG"), Span(doc, 2, 3, "LOC"), Span(doc, 4, 5, "ORG")])
    assert [span.label_ for span in agree_names(doc)] == ["ORG", "ORG", "ORG"]


def test_a_table_decides_before_the_majority():
    doc = make(["Turkey", "met", "Turkey"])
    doc.set_ents([Span(doc, 0, 1, "ORG"), Span(doc, 2, 3, "ORG")])
    assert [span.label_ for span in agree_names(doc, make_table({"Turkey": "LOC"}))] == ["LOC", "LOC"]


@pytest.mark.parametrize(
    ("tagged", "names"),
    [
        ([(1, 2, "ORG"), (3, 5, "ORG")], ["Economic Community of West African States", "Guinea - Bissau"]),
        ([(0, 6, "ORG"), (7, 8, "PERSON")], ["Economic Community of West African States", "Guinea - Bissau"]),
        ([(7, 11, "LOC")], ["Economic Community of West African States", "Guinea - Bissau River"]),
        ([], ["Economic Community of West African States", "Guinea - Bissau"]),
    ],
)
def test_a_name_of_the_table_is_found_whole(tagged, names):
    words = ["Economic", "Community", "of", "West", "African", "States", "left", "Guinea", "-", "Bissau", "River"]
    parts = ["ADJ", "PROPN", "ADP", "PROPN", "ADJ", "PROPN", "VERB", "PROPN", "PUNCT", "PROPN", "PROPN"]
    doc = make(words, parts)
    doc.set_ents([Span(doc, *each) for each in tagged])
    table = make_table({"Economic Community of West African States": "ORG", "Guinea-Bissau": "LOC"})
    assert [span.text for span in agree_names(doc, table)] == names


def test_a_name_of_the_table_is_not_found_in_other_words():
    doc = make(["Poland", "will", "polish", "Poland"], ["VERB", "AUX", "VERB", "PROPN"])
    assert [span.start for span in agree_names(doc, make_table({"Poland": "LOC"}))] == [3]


def test_a_name_found_once_is_found_again():
    doc = make(["Wagner", "left", ".", "Then", "Wagner", "came"])
    doc.set_ents([Span(doc, 0, 1, "ORG")])
    assert [(span.text, span.start) for span in agree_names(doc)] == [("Wagner", 0), ("Wagner", 4)]


def test_a_last_name_is_the_person():
    doc = make(["Emmanuel", "Macron", "spoke", ".", "Macron", "left"])
    doc.set_ents([Span(doc, 0, 2, "PERSON"), Span(doc, 4, 5, "LOC")])
    assert [span.label_ for span in agree_names(doc)] == ["PERSON", "PERSON"]


def test_a_hyphen_ties_a_name_together():
    doc = make(["Fighters", "of", "al", "-", "Nusra", "met", "Kim", "Jong", "-", "un"],
               ["NOUN", "ADP", "PROPN", "PUNCT", "PROPN", "VERB", "PROPN", "PROPN", "PUNCT", "PROPN"])  # fmt: skip
    tied = Doc(doc.vocab, [t.text for t in doc], [t.i not in (2, 3, 7, 8) for t in doc], pos=[t.pos_ for t in doc],
               heads=[5, 4, 4, 4, 0, 5, 5, 6, 9, 6], deps=["dep"] * 10)  # fmt: skip
    spans = make_spans(tied, ["O", "O", "B-PERSON", "O", "B-ORG", "O", "B-PERSON", "I-PERSON", "O", "O"])
    assert [(span.text, span.label_) for span in spans] == [("al-Nusra", "ORG"), ("Kim Jong-un", "PERSON")]


def test_a_company_keeps_its_form():
    spans = make_spans(make(["Orme", "Bell", ",", "LLP", ",", "won"]), ["B-ORG", "I-ORG", "O", "O", "O", "O"])
    assert [span.text for span in spans] == ["Orme Bell , LLP"]


@pytest.mark.parametrize(
    ("words", "tags", "kind"),
    [
        (["Defence", "Ministry"], ["B-LOC", "I-LOC"], "ORG"),
        (["Yalu", "River"], ["B-ORG", "I-ORG"], "LOC"),
        (["Security", "Council"], ["B-PERSON", "I-PERSON"], "ORG"),
    ],
)
def test_the_last_word_tells_the_type(words, tags, kind):
    assert [span.label_ for span in make_spans(make(words), tags)] == [kind]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["al", "-", "Kim", "un", "President", "@A", "the", "Court", "."]),
            st.sampled_from(["O", "B-LOC", "I-LOC", "B-PERSON", "I-PERSON", "B-ORG"]),
            st.booleans(),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_no_word_is_in_two_names(tokens):
    words, tags, spaces = map(list, zip(*tokens, strict=True))
    doc = Doc(load_tokenizer().vocab, words=words, spaces=spaces, pos=["PROPN"] * len(words),
              heads=[0] * len(words), deps=["ROOT", *["compound"] * (len(words) - 1)])  # fmt: skip
    covered = [token.i for span in make_spans(doc, tags) for token in span]
    assert len(covered) == len(set(covered))
