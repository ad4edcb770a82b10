"""Phrases and clauses as stretches of the text."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

MEMORY = 400

AFTER_PHRASE = (
    "acl:relcl", "acl", "parataxis", "appos", "punct", "cc", "conj", "dep", "advcl", "cop", "nsubj", "case", "mark",
    "obl", "aux", "ccomp",
)  # fmt: skip


def list_subtree(token: Token, drop: Sequence[str] = ()) -> list[Token]:
    """The tokens under `token` in order, without the subtrees that hang by one of the relations in `drop`."""
    left_out: set[int] = set()
    for child in token.children:
        if child.dep_ in drop or child.dep_.split(":")[0] in drop:
            left_out.update(t.i for t in child.subtree)
    return [t for t in token.subtree if t.i not in left_out]


def take_clause(token: Token, drop: Sequence[str] = ()) -> tuple[int, int]:
    """Character offsets of the clause that `token` heads, first to last word, marks at both ends left out."""
    return cover(list_subtree(token, drop))


def look_back(token: Token, words: int = MEMORY) -> Span:
    """The words before `token` that a reader still has in mind; bounded, so that long texts cost no more a word."""
    return token.doc[max(token.i - words, 0) : token.i]


def take_sentence(token: Token) -> tuple[int, int]:
    """Character offsets of the sentence of `token`, white space at both ends left out."""
    return cover(list(token.sent), keep_marks=True)


def cover(tokens: Sequence[Token], *, keep_marks: bool = False) -> tuple[int, int]:
    """Character offsets from the first to the last of `tokens`, without outer spaces (and outer marks unless kept)."""
    kept = [t for t in tokens if not t.is_space and (keep_marks or not _is_mark(t))] or list(tokens)
    return kept[0].idx, kept[-1].idx + len(kept[-1].text)


def take_phrase(token: Token) -> tuple[int, int]:
    """Character offsets of the noun phrase that `token` heads, without relative clauses and list members."""
    return cover(_list_phrase(token))


def phrase_of(token: Token) -> str:
    """The words of the noun phrase that `token` heads, without relative clauses, appositions and list members."""
    tokens = _list_phrase(token)
    kept = [t for t in tokens if not _is_mark(t)] or tokens
    return " ".join(token.doc[kept[0].i : kept[-1].i + 1].text.split())


def _list_phrase(token: Token) -> list[Token]:
    return _keep_unbroken(list_subtree(token, AFTER_PHRASE), token)


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.is_space


def _keep_unbroken(tokens: list[Token], head: Token) -> list[Token]:
    """The stretch of tokens around the head that no left-out words break, small marks aside."""
    kept = [head]
    for t in reversed([t for t in tokens if t.i < head.i]):
        if kept[0].i - t.i > 2:
            break
        kept.insert(0, t)
    for t in [t for t in tokens if t.i > head.i]:
        if t.i - kept[-1].i > 2:
            break
        kept.append(t)
    return kept


def tokens_between(doc: Doc, start: int, end: int) -> list[Token]:
    """The tokens of `doc` that lie between two character offsets."""
    around = doc.char_span(start, end, alignment_mode="expand") if start < end else None
    return [t for t in around or () if t.idx >= start and t.idx + len(t.text) <= end]


def write_words(doc: Doc, start: int, end: int) -> str:
    """The text between two character offsets that tokens begin and end at; the whole text is not built for it."""
    span = doc.char_span(start, end, alignment_mode="expand") if start < end else None
    return str(span.text) if span is not None else ""
