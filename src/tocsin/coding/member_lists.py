"""Member lists: who a body is said to have in it - "has three members, X, Y and Z", "counts X as a member"."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, find_with, is_real, is_refused, join, load_cues
from tocsin.coding.clauses import find_child, find_grammatical_subject, find_objects
from tocsin.coding.plain_bodies import list_named, name_bodies
from tocsin.coding.sides import list_after

FURTHEST = 40
MEMBERS = frozenset({"member", "state", "nation", "country", "signatory", "party"})


def read_has_members(article: Article, verb: Token) -> Iterator[Bond]:
    """ "The bloc has five members: X, Y and Z", "among them X", "X being the largest", "counts X as a member"."""
    bodies = name_bodies(article, subject) if (subject := find_grammatical_subject(verb)) is not None else ()
    if not bodies or not is_real(verb) or is_refused(verb):
        return
    counted = [o for o in find_objects(verb) if any(t.lemma_ == "member" for t in find_with(verb, "as"))]
    members = join(*(list_named(article, o) for o in counted))
    noun = next((o for o in find_objects(verb) if o.lemma_.lower() in MEMBERS), None)
    if noun is not None and find_child(noun, "nummod", "amod") is not None:
        members = tuple(w.name for w in list_after(article, find_opening(noun), min(noun.sent.end, noun.i + FURTHEST)))
    members = tuple(m for m in members if m not in bodies)
    if members:
        yield Bond(join(members, bodies[:1]), "membership", verb, 0.6, f"has members: {verb.text!r} {bodies[0]}")


def find_opening(noun: Token) -> int:
    """Where the list behind a noun begins, past "among them"."""
    words = [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 4]]
    return noun.i + 3 if words[1:] == ["among", "them"] else noun.i + 1


def read_frozen(article: Article, noun: Token) -> Iterator[Bond]:
    """ "The union suspended Guinea's membership": a body that takes it from somebody; its owner only freezes it."""
    verb, owner = noun.head, find_child(noun, "nmod:poss")
    if owner is None or verb.lemma_.lower() not in load_cues("ending") | {"withdraw", "strip"} or noun.dep_ != "obj":
        return
    subject = find_grammatical_subject(verb)
    bodies = name_bodies(article, subject) if subject is not None else ()
    members = tuple(m for m in list_named(article, owner) if m not in bodies)
    if bodies and members and is_real(verb) and not is_refused(verb):
        yield Bond(join(members, bodies[:1]), "none", noun, 0.65, f"membership taken: {verb.text!r}")
