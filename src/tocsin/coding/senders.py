"""Senders: who gives what a verb tells of, and which acts with goods give them to nobody."""

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_grammatical_subject, find_obliques, find_subjects, is_passive, list_conjuncts
from tocsin.coding.event_roles import find_doers, find_owners
from tocsin.coding.goods import Good, find_good
from tocsin.coding.supplies import list_given, load_words


def find_senders(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who gives, where a carrier gives nothing of its own: where it comes from, or whose it is."""
    subject = find_carrier(verb)
    if subject is not None:
        shipped = tuple(w for o in find_obliques(verb, "from") for w in article.cast.who(o))
        return shipped or name_shipper(article, subject)
    subject = find_grammatical_subject(verb)
    givers = find_givers(article, verb)
    if givers or subject is None:
        return givers
    sources = find_obliques(verb, "from") if is_passive(verb) and verb.lemma_.lower() in load_words("moves") else []
    if shippers := tuple(w for o in sources for w in article.cast.who(o)):
        return shippers
    if is_passive(verb):
        return tuple(w for g in list_given(verb) for c in g.children for w in article.cast.who_alone(c))
    return find_owners(article, subject)


def find_carrier(verb: Token) -> Token | None:
    """The lorry or ship that brings what a verb tells of: its subject, or what it hangs on."""
    head = verb.head
    hung = [head] if verb.dep_ in ("acl", "acl:relcl") else []
    hung += [s for s in [find_grammatical_subject(head)] if s is not None and verb.dep_ in ("advcl", "xcomp")]
    subject = find_grammatical_subject(verb)
    # "The ship which left Bandar carrying".
    if subject is None and verb.dep_ == "advcl" and head.dep_ == "acl:relcl":
        hung.append(head.head)
    named = [t for t in ([subject] if subject is not None else hung) if t.lemma_.lower() in load_words("carriers")]
    return named[0] if named and not is_passive(verb) else None


def name_shipper(article: Article, carrier: Token) -> tuple[Who, ...]:
    """Whose a carrier is told to be; the flag of a ship is nobody's gift."""
    flags = any(c.lower_ in ("flagged", "registered") for c in carrier.children)
    return () if flags else find_owners(article, carrier)


def find_givers(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who gives: parties, or else people in the text's words ("donors", "the owners")."""
    subjects = [m for s in find_subjects(verb) for m in list_conjuncts(s)]
    people = [m for m in subjects if find_good(m) is None and m.lemma_.lower() not in load_words("carriers")]
    return find_doers(article, verb) or tuple(w for m in people for w in article.cast.name_anyone(m))


def is_no_gift(verb: Token, good: Good) -> bool:
    """Whether an act with goods gives them to nobody: bombs dropped, a ship set free, troops given until noon to go."""
    lemma = verb.lemma_.lower()
    if lemma == "drop":
        return good.kind in ("weapons", "missiles", "ammunition") and not find_obliques(verb, "to")
    if lemma in load_words("frees"):
        return good.kind in ("soldiers", "ships", "aircraft", "armour") or good.noun.lemma_ in load_words("carriers")
    return lemma == "give" and good.kind == "soldiers" and bool(find_obliques(verb, "until", "till"))


def is_on_errand(verb: Token, good: Good) -> bool:
    """Whether an owner sends ships or men to do something for itself ("to escort the tanker", "sent in police")."""
    errand = any(c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB" and c.i > verb.i for c in verb.children)
    if good.kind == "soldiers":
        return any(c.lower_ == "in" and c.dep_ in ("advmod", "compound:prt") for c in verb.children)
    return errand


def is_one_person(good: Good) -> bool:
    """Whether a good is a single person, who is sent to speak or look on ("an observer")."""
    return (
        good.kind in ("soldiers", "aid")
        and any(c.lower_ in ("a", "an") for c in good.noun.children)
        and is_person(good.noun)
    )


def is_person(noun: Token) -> bool:
    return noun.lemma_.lower().endswith(("er", "or", "ist", "ian", "ant", "ert"))
