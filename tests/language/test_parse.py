"""Texts into documents: nothing of the text is lost, and every sentence is one tree."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.language.parse import parse

TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(
            [
                "NATO", " ", "\n", "\n\n", "  ", ".", "said", "https://t.co/aB", "@EmmanuelMacron", "#Kyiv", "U.S.",
                "— The Post (@post) May 1, 2024", "(CNN) — ", "🙂", "• ", "\u200b", "\t", "\x00", "don't", "“", "”",
                "e\u0301", "\u202e",
            ]
        ),
        max_size=25,
    ).map("".join),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, max_size=3))
def test_documents_rebuild_their_texts_and_sentences_are_trees(texts):
    docs = parse(texts)
    assert [doc.text for doc in docs] == texts
    for text, doc in zip(texts, docs, strict=True):
        for token in doc:
            assert text[token.idx : token.idx + len(token.text)] == token.text
        assert sum(len(sentence) for sentence in doc.sents) == len(doc)
        for sentence in doc.sents:
            roots = [token for token in sentence if token.dep_ == "ROOT"]
            assert [token for token in sentence if token.head == token] == roots
            assert len(roots) == 1
            assert all(token.head.sent == token.sent for token in sentence)
