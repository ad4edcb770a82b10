"""Plain bodies: those that others belong to, where a text has only a common noun for them ("the bloc")."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding import bonds
from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, is_real, is_refused, join, load_cues
from tocsin.coding.clauses import find_subjects, list_conjuncts, phrase_of
from tocsin.coding.company import list_met, name_unknown
from tocsin.coding.phrases import look_back
from tocsin.records.coding import Tie

POINTING = frozenset({"the", "this", "that", "both"})
OPEN = frozenset({"any", "no", "some", "another", "which", "every", "each"})
BELONGING = frozenset({"belong", "join", "sit", "be", "accede", "enter", "adhere"})
INTO = frozenset({"to", "of", "in"})
WITH = frozenset({"with", "like", "alongside"})


def is_body(article: Article, token: Token) -> bool:
    """Whether a noun stands for a body that has members, if only in plain words."""
    return bool(name_bodies(article, token))


def name_bodies(article: Article, token: Token) -> tuple[str, ...]:
    """The bodies with members that a noun stands for; one without a name is called what the text calls it."""
    known = bonds.name_bodies(article, token)
    if not known and any(c.i < token.i and c.lemma_.lower() in load_cues("plain_bodies") for c in token.children):
        # "The regional bloc Unasur": a name that a word for a body goes before.
        return (name_titled(token.text),) if token.pos_ == "PROPN" else ()
    if not known and (spelt := find_spelt(token)) is not None:
        return (spelt,)
    if known or not (is_plain_body(token) or is_named_area(token)):
        return known
    called = (c for c in token.children if c.dep_ == "appos" and c.i > token.i)
    if beside := next((found for c in called if (found := bonds.name_bodies(article, c))), ()):
        return beside
    named = token.nbor(1) if token.i + 1 < token.sent.end and token.nbor(1).pos_ == "PROPN" else None
    if named is not None:
        return bonds.name_bodies(article, named) or name_bodies(article, named) or (name_titled(named.text),)
    return find_ahead(article, token) or (write_plain(token),)


def is_plain_body(token: Token) -> bool:
    """Whether a noun is a word for what has members, pointed to as one that there is."""
    if not token.text.islower() or token.lemma_.lower() not in load_cues("plain_bodies"):
        return False
    if token.lemma_.lower() in load_cues("treaty_nouns") and any(c.tag_ == "PRP$" for c in token.children):
        # "Its pact with X" is a deal.
        return False
    if token.lemma_.lower() == "coalition" and any(c.dep_ == "acl:relcl" for c in token.children):
        return False
    pointed = any(c.lower_ in POINTING or c.dep_ == "nmod:poss" for c in token.children if c.i < token.i)
    titled = token.i + 1 < token.sent.end and token.nbor(1).pos_ == "PROPN" and token.pos_ == "NOUN"
    return (pointed or titled) and token.dep_ not in ("compound", "flat", "amod") and token.tag_ in ("NN", "NNP")


def find_spelt(token: Token) -> str | None:
    """The body whose acronym the text writes as a word ("Caricom")."""
    alone = token.pos_ == "PROPN" and not token.text.isupper() and not any(token.children)
    alone = alone or (token.pos_ == "PROPN" and all(c.dep_ in ("case", "cc:preconj", "conj") for c in token.children))
    known = find_known(token.text.upper()) if alone and token.lemma_.lower() not in load_cues("plain_bodies") else None
    return known.name if known is not None and known.kind in ("alliance", "organisation") else None


def is_named_area(token: Token) -> bool:
    """Whether a noun is a treaty or an area with a name of its own ("the Schengen area")."""
    named = any(c.pos_ == "PROPN" and c.i < token.i and c.dep_ in ("compound", "amod") for c in token.children)
    return named and token.pos_ == "NOUN" and token.lemma_.lower() in load_cues("joined_treaties")


def find_ahead(article: Article, token: Token) -> tuple[str, ...]:
    """The body spoken of before that a bare "the bloc" takes up, if it was named with the same word, or is alone."""
    if any(c.dep_ in ("amod", "compound", "nmod", "acl", "acl:relcl") for c in token.children):
        return ()
    met = dict.fromkeys(n for t in look_back(token) if t.pos_ == "PROPN" for n in bonds.name_bodies(article, t))
    alike = [name for name in met if token.lemma_.lower() in name.lower().split()]
    return (alike[-1],) if alike else tuple(met) if len(met) == 1 else ()


def write_plain(token: Token) -> str:
    """A body in the text's words."""
    words = phrase_of(token)
    first, _, rest = words.partition(" ")
    return rest if first.lower() in POINTING | {"a", "an"} and rest else words


def name_titled(word: str) -> str:
    """The name of a body whose letters the text writes as a word ("Nato")."""
    known = find_known(word) or find_known(word.upper())
    return known.name if known is not None else word


def list_named(article: Article, token: Token | None) -> tuple[str, ...]:
    """As `bonds.list_named`, with groups that only the text has words for ("The Maoists", "Sixteen states")."""
    found = bonds.list_named(article, token)
    if found or token is None or article.cast.who(token):
        return found
    return join(*(name_in_words(t) for t in list_conjuncts(token)))


def name_in_words(token: Token) -> tuple[str, ...]:
    """A group in the text's words: a name, or several told apart by a word before them."""
    lemma = token.lemma_.lower()
    open_ = any(c.lower_ in OPEN for c in token.children)
    named = any(c.pos_ == "PROPN" and c.dep_ == "compound" and c.i < token.i for c in token.children)
    acting = (lemma in load_cues("collectives") or named) and token.dep_ not in ("compound", "amod")
    told = token.tag_ == "NNS" and any(c.dep_ in ("amod", "nummod", "compound", "nmod") for c in token.children)
    people = lemma in load_cues("told_sides") | load_cues("warring") | load_cues("delegates")
    if token.pos_ == "NOUN" and not open_ and (acting or (told and people)):
        return (write_plain(token),)
    placed = token.pos_ == "PROPN" and token.ent_type_ == "LOC" and token.dep_ not in ("compound", "flat")
    return (write_plain(token),) if placed else name_unknown(token)


def read_to_which(article: Article, verb: Token) -> Iterator[Bond]:
    """ "The council, to which X and Y belong", "of which Z is a member": who is in what a clause goes on to tell of."""
    if verb.dep_ != "acl:relcl" or not BELONGING & {verb.lemma_.lower(), *(c.lemma_ for c in verb.children)}:
        return
    first = verb.head.i + 1
    ahead = verb.doc[first : min(first + 4, verb.i)]
    pronoun = next((t for t in ahead if t.lower_ == "which"), None)
    member = verb.pos_ == "VERB" or verb.lemma_.lower() in load_cues("member_nouns") | {"part", "one"}
    if pronoun is None or not member or verb.doc[pronoun.i - 1].lower_ not in INTO:
        return
    bodies = name_bodies(article, verb.head)
    beside = [t for t in verb.subtree if t.i > verb.i and {c.lower_ for c in t.children if c.dep_ == "case"} & WITH]
    members = join(*(list_named(article, s) for s in find_subjects(verb)))
    members = join(members, *(list_met(article, t.subtree) for t in beside))
    members = tuple(m for m in members if m not in bodies)
    if bodies and members and is_real(verb):
        tie: Tie = "none" if is_refused(verb) else "membership"
        yield Bond(join(members, bodies[:1]), tie, verb, 0.6, f"to which: {verb.text!r} {bodies[0]}")
