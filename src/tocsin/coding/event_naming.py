"""Acts of naming: who calls a thing or a party by a name that blames it, or praises it."""

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.clauses import find_objects, has_case, is_passive
from tocsin.coding.event_types import Match, load_cues

COMPLEMENTS = ("xcomp", "obj", "obl", "advcl", "ccomp", "dep", "amod", "appos")


def match_naming(article: Article, verb: Token) -> Match | None:
    """ACCUSE where a verb gives a name that blames ("called the vote a farce") or stands in quotes; SUPPORT for praise.

    Neutral names ("called Estonia a neighbour") give nothing.
    """
    if verb.lemma_.lower() not in load_cues("naming"):
        return None
    name = find_name(article, verb)
    if name is None:
        return None
    words = {w for t in name.subtree if t.i >= verb.i for w in (t.lemma_.lower(), t.lower_)}
    why = f"{verb.lemma_} {name.text}"
    if words & load_cues("insults") or words & load_cues("blames"):
        return Match("ACCUSE", why, False, name)
    if words & load_cues("praises"):
        return None
    return Match("ACCUSE", why, False, name) if article.find_quotation(name) is not None else None


def find_name(article: Article, verb: Token) -> Token | None:
    """The name that a verb gives: behind "as", behind its object, or what stands in quotes beside the object."""
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in COMPLEMENTS]
    marked = next((c for c in behind if has_case(c, "as")), None)
    if marked is not None:
        return marked
    plain = [c for c in behind if not any(k.dep_ == "case" for k in c.children)]
    before = is_passive(verb) or (verb.dep_ == "acl:relcl" and any(o.i < verb.i for o in find_objects(verb)))
    if before or len(plain) > 1:
        return next(iter(plain if before else plain[1:]), None)
    beside = (t for c in plain for t in c.children if t.dep_ in ("appos", "amod", "nmod") and t.i > c.i)
    return next((t for t in beside if article.find_quotation(t) is not None), None)
