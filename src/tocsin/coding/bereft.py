"""Being without: goods that hang on a word of lack ("short of", "out of", "without", "cut off from", "in need of")."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_child, find_modals, find_objects, has_case, is_negated
from tocsin.coding.goods import find_good, is_arms
from tocsin.coding.lackers import find_sufferer, list_lackers
from tocsin.coding.supplies import Supply, load_words, make_supplies
from tocsin.records.coding import Status

PREPOSITIONS = ("of", "on", "in", "for", "from", "to")
LAST = frozenset({"last", "final", "remaining", "few"})
BARE = ("without", "short of", "minus")


def read_bereft(article: Article, noun: Token) -> Iterator[Supply]:
    """What a noun tells of goods by the word of lack before it: whoever that is said of lacks or needs them."""
    cue = find_cue(noun)
    if cue is None or (is_negated(cue) and cue.i != noun.i) or is_unreal(cue):
        return
    lackers = name_sufferers(article, cue, noun)
    status: Status = "need" if cue.lemma_.lower() in ("need", "want", "search") and has_case(cue, "in") else "shortage"
    is_open = (cue.i != noun.i or is_said_of(cue)) and cue.lemma_.lower() != "cut"
    yield from make_supplies(article, status, lackers, [noun], None, cue, 0.58, is_open=is_open)


def find_cue(noun: Token) -> Token | None:
    """The word of lack that goods hang on; the goods themselves where the preposition alone tells of lack."""
    if has_case(noun, *BARE) or is_out_of(noun) or is_with_none(noun):
        return noun if find_good(noun) is not None or is_said_of(noun) else None
    head = noun.head
    words = {head.lemma_.lower(), head.lower_}
    cases = {c.lower_ for c in noun.children if c.dep_ == "case"}
    for preposition in (p for p in PREPOSITIONS if p in cases):
        if any(f"{word} {preposition}" in load_words("bereft") for word in words):
            parts = {c.lower_ for c in head.children}
            if head.lemma_.lower() == "cut" and "off" not in parts:
                return None
            if head.lower_ == "down" and not LAST & {c.lower_ for c in noun.children}:
                return None
            if head.pos_ == "NOUN" and not has_case(head, "in", "for"):
                return None
            return head
    return None


def is_said_of(noun: Token) -> bool:
    """Whether being without is the whole of what a clause says ("are without", "left without", "bakeries out of")."""
    return (
        any(c.dep_ == "cop" for c in noun.children)
        or noun.head.lemma_.lower() in load_words("goes_without")
        or is_out_of(noun)
    )


def is_out_of(noun: Token) -> bool:
    """Whether "out of" stands before goods, however the tree ties its two words."""
    if find_child(noun, "nmod:poss") is not None:
        return False
    stated = noun.dep_ != "obl" or noun.head.lemma_.lower() in load_words("goes_without") | {"run"}
    return stated and (
        has_case(noun, "out of") or {"out", "of"} <= {c.lower_ for c in noun.children if c.dep_ == "case"}
    )


def is_with_none(noun: Token) -> bool:
    """Whether goods are told to be none: "with no fuel for its generators"."""
    denied = has_case(noun, "with") and any(c.lower_ in ("no", "little", "few") for c in noun.children)
    return denied and find_good(noun) is not None and not is_arms(noun)


def is_unreal(cue: Token) -> bool:
    """Whether lack is only thought of: "would be left without water"."""
    verbs = (cue, *(t for t in cue.ancestors if t.pos_ in ("VERB", "AUX")))
    return any(find_modals(v) and v.i <= cue.i for v in verbs[:2])


def name_sufferers(article: Article, cue: Token, noun: Token) -> tuple[Who, ...]:
    """Whose lack a word tells of: that of its subject, or of what its act is done to ("cut the enclave off from")."""
    struck = [o for o in find_objects(cue) if o.i != noun.i] if cue.pos_ == "VERB" else []
    struck = struck or [s for s in [find_sufferer(cue)] if s is not None and s.i != noun.i]
    return tuple(dict.fromkeys(w for s in struck for w in list_lackers(article, s)))
