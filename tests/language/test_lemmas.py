"""Dictionary forms from form and tag."""

import pytest

from tocsin.language.lemmas import find_lemma


@pytest.mark.parametrize(
    ("form", "part", "tag", "lemma"),
    [
        ("tipping", "VERB", "VBG", "tip"),
        ("has", "AUX", "VBZ", "have"),
        ("warned", "VERB", "VBD", "warn"),
        ("were", "AUX", "VBD", "be"),
        ("Allies", "NOUN", "NNS", "ally"),
        ("following", "VERB", "VBG", "follow"),
        ("remains", "VERB", "VBZ", "remain"),
        ("left", "VERB", "VBD", "leave"),
        ("left", "ADJ", "JJ", "left"),
        ("planned", "VERB", "VBN", "plan"),
        ("re-elected", "VERB", "VBN", "re-elect"),
        ("’s", "AUX", "VBZ", "be"),
        ("’s", "PART", "POS", "'s"),
        ("n’t", "PART", "RB", "not"),
        ("would", "AUX", "MD", "would"),
        ("mercenaries", "NOUN", "NNS", "mercenary"),
        ("States", "PROPN", "NNPS", "States"),
        ("them", "PRON", "PRP", "they"),
        ("their", "PRON", "PRP$", "their"),
        ("worse", "ADJ", "JJR", "bad"),
        ("2024", "NUM", "CD", "2024"),
    ],
)
def test_lemma_follows_form_and_tag(form, part, tag, lemma):
    assert find_lemma(form, part, tag) == lemma
