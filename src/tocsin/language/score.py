"""Scores of parsed text against gold, aligned by the characters of the text, as CoNLL 2018 does."""

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc

from tocsin.language.conllu import CODE_OF_NAME, Document, Word


@dataclass(frozen=True)
class Score:
    """How many were right, said and wanted; precision, recall and F1 in 0 to 1."""

    right: int
    said: int
    wanted: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing was said and nothing wanted."""
        return 2 * self.right / max(1, self.said + self.wanted)


def place_document(doc: Doc) -> Document:
    """A parsed text in the form of the gold: places count characters that are not white space."""
    tokens = [token for token in doc if not token.is_space]
    number = {token.i: k for k, token in enumerate(tokens)}
    words, starts, place = [], {}, 0
    for token in tokens:
        end = place + sum(not c.isspace() for c in token.text)
        head = -1 if token.dep_ == "ROOT" else number.get(token.head.i, -1)
        words.append(Word(place, end, token.pos_, token.dep_.split(":")[0].lower(), head))
        starts[token.i], place = (place, end), end
    sentences = []
    for sentence in doc.sents:
        inside = [starts[token.i] for token in sentence if token.i in starts]
        if inside:
            sentences.append((inside[0][0], inside[-1][1]))
    names = {
        (starts[name.start][0], starts[name.end - 1][1], CODE_OF_NAME[name.label_])
        for name in doc.ents
        if name.label_ in CODE_OF_NAME
    }
    return Document(doc.text, tuple(words), tuple(sentences), frozenset(names))


def score_trees(gold: list[Document], parsed: list[Document]) -> dict[str, Score]:
    """Scores of tokens (syntactic words), sentences, parts of speech, and attachment without and with relation.

    **Source** Zeman et al. 2018, CoNLL 2018 Shared Task, section 5: a word counts where both have it with the same
    characters; LAS compares the universal relation, without its subtype.
    """
    right: Counter[str] = Counter()
    said = wanted = said_sentences = wanted_sentences = 0
    for want, have in zip(gold, parsed, strict=True):
        right.update(_count_right(want, have))
        said, wanted = said + len(have.words), wanted + len(want.words)
        said_sentences += len(have.sentences)
        wanted_sentences += len(want.sentences)
        right["sentences"] += len(set(want.sentences) & set(have.sentences))
    scores = {name: Score(right[name], said, wanted) for name in ("tokens", "upos", "uas", "las")}
    return {"sentences": Score(right["sentences"], said_sentences, wanted_sentences), **scores}


def _count_right(want: Document, have: Document) -> Counter[str]:
    by_span = {(word.start, word.end): word for word in have.words}
    counts: Counter[str] = Counter()
    for word in want.words:
        match = by_span.get((word.start, word.end))
        if match is None:
            continue
        counts["tokens"] += 1
        counts["upos"] += match.part == word.part
        if _find_head(word, want) == _find_head(match, have):
            counts["uas"] += 1
            counts["las"] += match.relation == word.relation
    return counts


def _find_head(word: Word, document: Document) -> tuple[int, int] | None:
    if word.head < 0:
        return None
    head = document.words[word.head]
    return head.start, head.end


def score_names(gold: list[Document], parsed: list[Document]) -> dict[str, Score]:
    """Scores of names, whole span and type, for all and for each of PER, LOC and ORG."""
    scores = {}
    for kinds in (("PER", "LOC", "ORG"), ("PER",), ("LOC",), ("ORG",)):
        right = said = wanted = 0
        for want, have in zip(gold, parsed, strict=True):
            wants = {name for name in want.names if name[2] in kinds}
            haves = {name for name in have.names if name[2] in kinds}
            right, said, wanted = right + len(wants & haves), said + len(haves), wanted + len(wants)
        scores["names" if len(kinds) > 1 else f"names {kinds[0]}"] = Score(right, said, wanted)
    return scores
