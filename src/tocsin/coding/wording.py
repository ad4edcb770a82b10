"""The wording of proposals: which words of a phrase are kept, in which form."""

from spacy.tokens import Token

from tocsin.coding.article import Article

LONGEST = 11
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday weekend today yesterday tomorrow hour day week month "
    "year".split()
)
MONTHS = frozenset("january february march april may june july august september october november december".split())
ARTICLES = ("the ", "a ", "an ")
WAYS = frozenset(
    {"back", "out", "up", "down", "away", "off", "home", "ahead", "forward", "over", "through", "further", "more"}
)
OPENING = frozenset(
    "how what which who whether where when why despite amid following if unless until once while".split()
)
CARRYING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADV", "ADP"})


def is_before_phrase(token: Token, head: Token) -> bool:
    """Articles, and what ties the phrase to its verb."""
    return (
        token.head.i == head.i
        and token.i < head.i
        and (token.pos_ == "ADV" or token.dep_ in ("det", "case", "mark", "cop", "nsubj", "punct", "advmod", "aux"))
    )


def is_time(token: Token, verb: Token) -> bool:
    """Whether a word belongs to a time that hangs on the verb ("next week", "on Monday")."""
    if token.i == verb.i:
        return False
    while token.head.i != verb.i and token.head.i != token.i:
        token = token.head
    if token.dep_ == "advmod":
        return token.lower_ not in WAYS
    dated = token.lower_ in MONTHS or (token.like_num and any(c.lower_ in MONTHS for c in token.children))
    return token.dep_.startswith(("obl", "nmod")) and (dated or any(t.lower_ in TIMES for t in token.subtree))


def keep_short(tokens: list[Token]) -> list[Token]:
    """The words up to the first that opens another thought, and no more than a proposal needs."""
    kept: list[Token] = []
    for token in sorted(tokens, key=lambda t: t.i):
        if token.is_quote and token.text not in "'’":
            continue
        counted = token.lower_ == "by" and token.i + 1 < len(token.doc) and token.nbor().like_num
        if (
            len(kept) >= LONGEST
            or counted
            or token.lower_ in OPENING
            or (kept and token.lower_ == "that" and token.tag_ in ("WDT", "IN"))
            or (token.is_punct and token.text not in "-'’" and kept)
        ):
            break
        if not token.is_space and (kept or not token.is_punct):
            kept.append(token)
    while kept and is_loose(kept[-1]):
        kept.pop()
    return kept


def is_loose(token: Token) -> bool:
    """Whether a word at the end of a proposal only opens what was cut off."""
    if token.dep_ == "compound:prt":
        return False
    opens = token.dep_ in ("case", "det", "amod", "nummod") and token.head.i > token.i
    return opens or token.pos_ in ("ADP", "DET", "PUNCT", "CCONJ", "PART", "SCONJ")


def cut_at_pronoun(article: Article, tokens: list[Token]) -> list[Token]:
    """The words before a personal pronoun that stands for no single party of its number, if they say anything."""
    for at, token in enumerate(tokens):
        plural = token.lower_ in ("they", "them", "us", "we", "you", "me")
        if token.tag_ == "PRP" and (plural or len(article.cast.who(token)) != 1):
            before = keep_short(tokens[:at])
            return before if any(t.pos_ in CARRYING for t in before) else tokens
    return tokens


def write_proposal(article: Article, tokens: list[Token], start: str) -> str:
    """The words of `tokens` after `start`, without an article before them."""
    nexts = [*tokens[1:], *tokens[-1:]]
    gaps = [t.whitespace_ if after.i == t.i + 1 else " " for t, after in zip(tokens, nexts, strict=True)]
    said = "".join(replace_pronoun(article, t) + gap for t, gap in zip(tokens, gaps, strict=True))
    words = " ".join(f"{start} {said}".split()).strip(" ,.;:\"“”'")
    return words if start else next((words[len(a) :] for a in ARTICLES if words.lower().startswith(a)), words)


def replace_pronoun(article: Article, token: Token) -> str:
    """A personal pronoun as the party that it stands for, a possessive one as "the"; any other word as it is."""
    if token.tag_ == "PRP$":
        return "the"
    if token.lower_ == "own" and token.i and token.nbor(-1).tag_ == "PRP$":
        return ""
    if token.tag_ != "PRP":
        return token.lower_ if token.pos_ == "DET" and token.whitespace_ else token.text
    if token.lower_.endswith(("self", "selves")):
        return ""
    found = article.cast.who(token)
    return found[0].name if len(found) == 1 else token.text
