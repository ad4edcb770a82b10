"""Fellowships: sides told to be together - by what they do (join forces, side with) or by a word for what they form."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, find_with, is_real, is_refused, join, load_cues, load_frames
from tocsin.coding.clauses import find_objects, is_negated
from tocsin.coding.company import PAIR, list_company, list_met, name_sides
from tocsin.coding.sides import list_phrase_sides
from tocsin.records.coding import Tie

NEAR = 4


def read_joining(article: Article, verb: Token) -> Iterator[Bond]:
    """ "X and Y joined forces", "threw in their lot with Z", "sided with Z", "agreed to form an alliance"."""
    lemma = verb.lemma_.lower()
    words = load_frames("banding").get(lemma)
    formed = lemma in load_cues("forming") and any(o.lemma_.lower() in load_cues("leagues") for o in find_objects(verb))
    if (not formed and words is None) or (formed and verb.dep_ == "acl" and verb.head.text[:1].isupper()):
        return
    near = {t.lemma_.lower() for t in verb.subtree if 0 < t.i - verb.i <= NEAR}
    if not formed and not (words or frozenset()) & near:
        return
    told = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("agree", "decide", "vote") else verb
    beside = [t for t in verb.subtree if t.lower_ == "side" and t.i - verb.i <= NEAR]
    owners = [c for side in beside for c in side.children if c.dep_ == "nmod:poss"]
    parties = join(list_company(article, verb), *(name_sides(article, t) for t in owners))
    people = {(who := article.cast.find_actor(name)) is not None and who.type == "person" for name in parties}
    if is_real(told) and (len(parties) > PAIR or (len(parties) == PAIR and len(people) == 1)):
        tie: Tie = "none" if is_negated(verb) or is_negated(told) else "alliance"
        yield Bond(parties, tie, verb, 0.6, f"together: {verb.text!r}")


def read_formed(article: Article, noun: Token) -> Iterator[Bond]:
    """ "The alliance between X and Y", "the X-Y coalition", "coalition partners", with those beside it."""
    parties = list_phrase_sides(article, noun)
    if noun.lemma_.lower() == "partner":
        parties = list_partners(article, noun)
    if len(parties) >= PAIR and is_real(noun):
        yield Bond(
            parties, "none" if is_refused(noun) else "alliance", noun, 0.55, f"formed: {noun.text!r}", passing=True
        )


def list_partners(article: Article, noun: Token) -> tuple[str, ...]:
    """Those in a coalition that a sentence speaks of: its "coalition partner" and the other one."""
    joint = any(c.lemma_.lower() in load_cues("leagues") for c in noun.children if c.i < noun.i)
    named = list_met(article, noun.sent) if joint else ()
    return named if len(named) == PAIR else ()


def read_known_as(article: Article, verb: Token) -> Iterator[Bond]:
    """ "X, Y and Z, known together as the Brotherhood Alliance"."""
    names = [t for t in find_with(verb, "as") if t.lemma_.lower() in load_cues("leagues")]
    described = verb.head if verb.dep_ == "acl" else None
    members = name_sides(article, described)
    body = join(*(name_sides(article, t) for t in names))
    if len(members) >= PAIR and body:
        yield Bond(join(members, body), "alliance", verb, 0.6, f"known as: {names[0].text!r}")
