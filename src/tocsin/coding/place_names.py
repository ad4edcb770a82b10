"""Names of places as the network read them, and the words of a place without its articles."""

from spacy.tokens import Span, Token

LABELS = ("LOC", "GPE", "FAC")
DROPPED = frozenset(
    {"the", "a", "an", "its", "their", "his", "that", "this", "those", "these", "several", "some", "many", "other"}
)
# Words of how much a place matters, which tell it from no other.
VALUED = frozenset(
    """crucial key vital important significant major devastated battered embattled besieged beleaguered contested
    remaining last whole entire so-called self-declared self-proclaimed prized coveted nearby
    """.split()
)
HOW = frozenset({"strategically", "heavily", "economically", "symbolically", "politically", "militarily"})


def find_entity(token: Token) -> Span | None:
    """The name that the network read around `token`, or None."""
    if not token.ent_type_:
        return None
    doc, first, last = token.doc, token.i, token.i + 1
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    return Span(doc, first, last, label=token.ent_type_)


def find_place_name(token: Token) -> str | None:
    """The name of a place that `token` is part of, as written; None for what the network read as no place."""
    entity = find_entity(token)
    if entity is None or entity.label_ not in LABELS:
        return None
    words = list(entity)
    if words and words[-1].i != token.i and token.dep_ in ("compound", "flat"):
        return None
    # "the Siachen glacier": a kind of place in small letters belongs to the name.
    after = token.doc[entity.end] if entity.end < len(token.doc) else None
    if after is not None and after.i == token.head.i and token.dep_ == "compound":
        return None
    return write_plain(entity.text)


def write_plain(words: str) -> str:
    """The words of a place without articles, and without what only says how much it matters."""
    parts = words.split()
    while len(parts) > 1 and parts[0].lower() in DROPPED | VALUED | HOW and not parts[0][1:].istitle():
        parts = parts[2:] if parts[0].lower() in HOW and len(parts) > 2 else parts[1:]
    return " ".join(parts)


def is_of(noun: Token) -> bool:
    """Whether "of" leads to a noun; some trees hang it on the first word of a name."""
    return any(c.lower_ == "of" for c in noun.children) or noun.left_edge.lower_ == "of"
