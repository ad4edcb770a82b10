"""Sums: how much of a good or of money a text speaks of, as it is written."""

from spacy.tokens import Doc, Token

from tocsin.coding.clauses import phrase_of

LONGEST_SUM = 4
LONGEST_SIGN = 4
WIDEST = 16
BESIDE_SUM = frozenset(
    {"nsubj", "cop", "aux", "mark", "case", "det", "amod", "punct", "nmod", "acl", "acl:relcl", "conj", "cc", "obl"}
)
MONEY_SIGNS = frozenset("$€£¥")


def is_share(token: Token) -> bool:
    """Whether a number is a share of a whole ("70 percent")."""
    return token.lemma_.lower() in ("percent", "%", "cent")


def has_sign(token: Token) -> bool:
    """Whether a word has a sign of money in front or, behind a country's letters, at its end ("$20bn", "US$")."""
    return token.text[:1] in MONEY_SIGNS or (token.text[-1:] in MONEY_SIGNS and len(token.text) <= LONGEST_SIGN)


def skip_brackets(doc: Doc, start: int) -> int:
    """Where the text goes on behind a sum in other money ("€40bn ($43bn) in aid")."""
    if start >= len(doc) or doc[start].text != "(":
        return start
    return next((t.i + 1 for t in doc[start : start + WIDEST] if t.text == ")"), start)


def write_counter(token: Token) -> str | None:
    words = phrase_of(token)
    cut = words.split(" of ")[0]
    return (
        " of ".join(words.split(" of ")[:2]) if cut in ("hundreds", "tens") and words.count(" of ") > 1 else cut or None
    )


def write_money(token: Token) -> str:
    """A sum of money as written, from its first word to its last."""
    words = [t for t in token.subtree if abs(t.i - token.i) <= LONGEST_SUM and _is_of_sum(t, token)]
    comma = next((t.i for t in token.subtree if t.text in (",", "(") and t.i > token.i), token.sent.end)
    words = [t for t in words if t.i < comma]
    first, last = words[0], words[-1]
    return str(token.doc[first.i : last.i + 1].text)


def write_sum(token: Token) -> str | None:
    """The sum beside a loan or grant ("a 3 billion dollar loan", "a loan of 100 million euros"), without its noun."""
    near = (c for c in token.children if any(has_sign(t) or t.like_num for t in c.subtree))
    head = next(near, None)
    inside = [t for t in head.subtree if not (t.dep_ == "case" and t.head.i == head.i)] if head is not None else []
    return str(token.doc[inside[0].i : inside[-1].i + 1].text) if inside else None


def _is_of_sum(word: Token, head: Token) -> bool:
    near = word.i == head.i or word.head.i == head.i or word.dep_ in ("nummod", "compound")
    return (near and word.dep_ not in BESIDE_SUM) or word.i == head.i
