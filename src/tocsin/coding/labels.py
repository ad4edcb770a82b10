"""Labels: a speaker whom only a colon or a dash ties to a quotation."""

from spacy.tokens import Doc, Token

from tocsin.coding.clauses import SUBJECTS, find_child
from tocsin.coding.quotations import Quotation
from tocsin.coding.speech import load_cues, load_speech_nouns
from tocsin.coding.subjects import climb_phrase

LABEL = 8


def find_dash_or_colon(doc: Doc, quotation: Quotation, inside: set[int]) -> Token | None:
    """The speaker before a colon ("Neves: "..."", "was blunt: "...""), or after a dash ("..." — Neves)."""
    before = quotation.first - 1
    if before >= 0 and doc[before].text in (":", "—", "–", "--"):
        sentence = doc[before].sent
        subjects = [t for t in doc[sentence.start : before] if t.dep_ in SUBJECTS and t.i not in inside]
        if subjects:
            return next((t for t in subjects if t.head.i == sentence.root.i), subjects[0])
        nouns = [t for t in doc[sentence.start : before] if t.pos_ in ("PROPN", "NOUN", "PRON") and t.i not in inside]
        word = next((t for t in nouns if t.lemma_.lower() in load_cues("replies") | set(load_speech_nouns())), None)
        owner = find_child(word, "nmod:poss") if word is not None else None
        return owner or (climb_phrase(nouns[-1]) if nouns else None)
    label = _find_label(doc, quotation)
    if label is not None:
        return label
    after = quotation.last
    while after < len(doc) and doc[after].is_space:
        after += 1
    if after + 1 < len(doc) and doc[after].text in ("—", "–", "--", "-", "―"):
        token = doc[after + 1]
        return token if token.pos_ == "PROPN" else None
    return None


def _find_label(doc: Doc, quotation: Quotation) -> Token | None:
    """The name that opens the sentence of a quotation as a label does: "Wang Yi: the drills are "firm"."""
    start = doc[quotation.first].sent.start
    colon = next((i for i in range(start, quotation.first) if doc[i].text == ":"), None)
    if colon is None and start > 1 and doc[start - 1].text == ":":
        colon, start = start - 1, doc[start - 1].sent.start
    if colon is None or colon - start > LABEL:
        return None
    before = [t for t in doc[start:colon] if not t.is_space and not t.is_punct]
    if not before or any(t.pos_ in ("VERB", "AUX") for t in before) or before[-1].pos_ != "PROPN":
        return None
    return climb_phrase(before[-1])
