"""Guarantees: promises to stand by somebody - resolve to defend them, a commitment to their security, a guarantor."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, find_with, is_refused, is_wished, join, list_parties, load_cues
from tocsin.coding.clauses import find_child, find_grammatical_subject, find_objects, is_in_condition, is_negated
from tocsin.coding.sides import list_sentence_sides
from tocsin.records.coding import Tie

HIGHEST = 2


def list_guarantees(article: Article, token: Token) -> Iterator[Bond]:
    """The promises of defence that a word carries."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in ("defend", "protect", "safeguard", "come"):
        yield from read_resolve(article, token)
    elif token.pos_ == "VERB" and lemma in load_cues("relying"):
        yield from read_reliance(article, token)
    elif lemma in load_cues("kept_safe") and token.pos_ == "NOUN":
        yield from read_commitment(article, token)
    elif lemma in load_cues("guarantors"):
        yield from read_guarantor(article, token)
    elif lemma == "attack" and find_child(token, "cop") is not None:
        yield from read_one_for_all(article, token)


def read_resolve(article: Article, verb: Token) -> Iterator[Bond]:
    """ "Our determination to defend X", "has vowed to come to X's defence", "stands ready to protect X"."""
    above = next((a for a in list(verb.ancestors)[:HIGHEST] if a.lemma_.lower() in load_cues("bound") | {"vow"}), None)
    if above is None or verb.dep_.split(":")[0] not in ("xcomp", "acl", "advcl", "ccomp") or is_unsaid(above, verb):
        return
    owner = find_child(above, "nmod:poss")
    doers = list_parties(article, owner) if owner is not None else ()
    subject = find_grammatical_subject(verb)
    doers = doers or list_parties(article, subject if subject is not None else find_grammatical_subject(above))
    yield from write_promise(doers, find_wards(article, verb), verb, is_negated(above) or is_negated(verb))


def find_wards(article: Article, verb: Token) -> tuple[str, ...]:
    """Whom one defends, or to whose defence one comes."""
    if verb.lemma_.lower() != "come":
        return join(*(list_parties(article, o) for o in find_objects(verb)))
    ends = (
        c
        for c in find_with(verb, "to")
        if c.lemma_.lower() in load_cues("kept_safe") | {"aid", "rescue", "side", "help"}
    )
    return join(*(list_parties(article, c) for end in ends for c in end.children))


def is_unsaid(above: Token, verb: Token) -> bool:
    """Whether a promise is only wished for, asked for, or supposed."""
    return is_wished(above) or is_wished(verb) or is_in_condition(above)


def read_commitment(article: Article, noun: Token) -> Iterator[Bond]:
    """ "Its commitment to the defence of X", "is committed to X's security"."""
    above = noun.head
    if (
        above.lemma_.lower() not in load_cues("pledging")
        or not find_with(above, "to", "for", "of")
        or is_unsaid(above, noun)
    ):
        return
    inside = [*find_with(noun, "of"), *(c for c in noun.children if c.i < noun.i)]
    wards = join(*(list_parties(article, c) for c in inside))
    owner = find_child(above, "nmod:poss") or find_grammatical_subject(above if above.pos_ != "NOUN" else above.head)
    before = [c for c in above.children if c.i < above.i and c.dep_ in ("amod", "compound")]
    doers = join(list_parties(article, owner), *(list_parties(article, c) for c in before))
    yield from write_promise(doers, wards, noun, is_negated(above))


def read_reliance(article: Article, verb: Token) -> Iterator[Bond]:
    """ "Kuwait relies on the United States for its protection"."""
    whats = find_with(verb, "for")
    shields = join(*(list_parties(article, t) for t in find_with(verb, "on", "upon", "to")))
    if any(t.lemma_.lower() in load_cues("kept_safe") for t in whats) and not is_wished(verb):
        wards = list_parties(article, find_grammatical_subject(verb))
        yield from write_promise(wards, shields, verb, is_negated(verb))


def read_guarantor(article: Article, noun: Token) -> Iterator[Bond]:
    """ "France is a guarantor of the island's independence", "the guarantor powers of Cyprus, Greece and Turkey"."""
    head = noun.head if noun.dep_ in ("amod", "compound") and noun.head.i > noun.i else noun
    if is_wished(head) or any(t.lemma_.lower() in load_cues("treaty_nouns") for t in find_with(head, "of")):
        # Those who vouch for a deal of others promise nobody to stand by them.
        return
    described = head.head if head.dep_ == "appos" else find_grammatical_subject(head)
    named = [c for c in head.children if c.dep_ == "appos" and c.i > head.i]
    doers = join(list_parties(article, described), *(list_parties(article, c) for c in named))
    wards = join(*(list_parties(article, t) for t in find_with(head, "of", "for")))
    wards = wards or join(*(list_parties(article, c) for c in head.children if c.dep_ == "nmod:poss"))
    yield from write_promise(doers, wards, noun, is_refused(head))


def read_one_for_all(article: Article, noun: Token) -> Iterator[Bond]:
    """ "An attack on one is an attack on all"."""
    subject = find_grammatical_subject(noun)
    if subject is None or subject.lemma_.lower() != "attack" or is_negated(noun):
        return
    if {t.lower_ for t in noun.subtree} & load_cues("mutual"):
        parties = list_sentence_sides(article, noun)
        if len(parties) > 1:
            yield Bond(parties, "defence", noun, 0.6, f"one for all: {noun.text!r}")


def write_promise(doers: tuple[str, ...], wards: tuple[str, ...], token: Token, denied: bool) -> Iterator[Bond]:
    """The tie of those who promise and those whom they promise it, where both have names."""
    others = tuple(w for w in wards if w not in doers)
    if doers and others:
        tie: Tie = "none" if denied else "defence"
        yield Bond(join(doers, others), tie, token, 0.65, f"guarantee: {token.text!r}")
