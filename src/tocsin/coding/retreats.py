"""Retreats: places that somebody leaves, is driven out of, or that fall and surrender to another."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_child, find_objects, find_obliques, find_subjects, has_case, is_passive
from tocsin.coding.control_words import load_words
from tocsin.coding.event_roles import find_owners
from tocsin.coding.grounds import name_listed
from tocsin.coding.holds import Hold
from tocsin.coding.occupants import find_holders, name_holders
from tocsin.coding.place_names import LABELS
from tocsin.coding.relations import find_base, open_relative


def list_left(article: Article, verb: Token, *prepositions: str) -> list[str]:
    """The named places that somebody leaves, or is driven out of; a state or body is none."""
    found: list[str] = []
    definite = find_base(verb) in load_words("ousts") and any(is_armed_noun(open_all(o)) for o in find_objects(verb))
    hung = [c for c in verb.children if c.dep_ == "obj" and has_case(c, *prepositions)]
    fighters = [o for o in find_objects(verb) if definite and (find_base(verb) != "expel" or o.pos_ != "PROPN")]
    near = [c for o in fighters for c in find_obliques(o, "from")]
    for oblique in [*find_obliques(verb, *prepositions), *hung, *near]:
        people = oblique.tag_ in ("NNS", "NNPS") and oblique.pos_ == "PROPN" and oblique.ent_type_ not in LABELS
        ground = oblique.lemma_.lower() in load_words("places")
        capital = (known := find_known(oblique.text)) is not None and known.form == "capital"
        town = capital and any(is_armed_noun(t) for t in (*find_subjects(verb), *find_objects(verb)))
        if not people and (ground or town or not any(is_member_body(w) for w in article.cast.who_alone(oblique))):
            found += name_listed(article, oblique, not definite, True)
    return found


def open_all(noun: Token) -> Token:
    """Those of whom a word of amount counts some: "all of its troops"."""
    counted = next((c for c in noun.children if has_case(c, "of")), None)
    return counted if noun.pos_ == "DET" and counted is not None else noun


def is_armed_noun(noun: Token) -> bool:
    """Whether those whom a noun stands for may hold ground: a name, or fighters without one."""
    return noun.pos_ == "PROPN" or noun.lemma_.lower() in load_words("grippers") | load_words("irregulars") | {"group"}


def names_group(article: Article, noun: Token) -> bool:
    """Whether a noun, whatever its part of speech, ends the name of a group or an army."""
    return any(w.name[:1].isupper() and w.type in ("group", "organisation") for w in article.cast.who_alone(noun))


def is_of_all(noun: Token) -> bool:
    """Whether a noun is of people of a state without any office or arms: "all Peruvians"."""
    return noun.tag_ == "NNPS" and any(c.lower_ in ("all", "some", "many", "any", "every") for c in noun.children)


def list_quit(article: Article, verb: Token) -> list[str]:
    """The places that armed people leave as an object ("soldiers left the town"); "left it without power" is none."""
    if find_obliques(verb, "without", "with") or find_child(verb, "xcomp", "iobj") is not None:
        return []
    return [place for o in find_objects(verb) for place in name_listed(article, o, True, True)]


def list_within(article: Article, verb: Token) -> list[str]:
    """The places that those who leave are said to be in ("the last fighters inside the city left")."""
    inside = [o for s in find_subjects(verb) for o in find_obliques(s, "in", "inside", "at")]
    return [place for o in inside for place in name_listed(article, o, True, True)]


def is_member_body(who: Who) -> bool:
    """Whether what is left is a state or a body, so that to leave it is no loss of ground."""
    if who.type == "organisation":
        return find_known(who.name) is not None
    return who.type in ("alliance", "state")


def read_ousting(article: Article, verb: Token, places: Sequence[str]) -> Iterator[Hold]:
    """ "Drove the army out of the town": lost by those driven out, gained by those who did."""
    ousted = [open_all(open_relative(o, verb)) for o in find_objects(verb) if not is_of_all(o)]
    ousted = [o for o in ousted if o.pos_ == "PRON" or is_armed_noun(o) or names_group(article, o)]
    losers = [w for o in ousted for w in name_holders(article, o)]
    winners = () if is_passive(verb) and not find_subjects(verb) else find_holders(article, verb)
    # Who orders their own troops out gains nothing.
    winners = tuple(w for w in winners if not any({w.name, w.acts_for} & {v.name, v.acts_for} - {None} for v in losers))
    for place in places if losers else ():
        yield from (Hold(place, w, "lost", verb, f"{verb.text} from {place}", 0.6) for w in losers)
        yield from (Hold(place, w, "gained", verb, f"{verb.text} from {place}", 0.6) for w in winners)


def read_ridding(article: Article, verb: Token) -> Iterator[Hold]:
    """ "Cleared the town of the rebels": lost by them, gained by who did."""
    losers = [w for o in find_obliques(verb, "of") if is_armed_noun(o) for w in name_holders(article, o)]
    winners = find_holders(article, verb) if find_subjects(verb) else ()
    for place in (p for o in find_objects(verb) for p in name_listed(article, o, False, True)) if losers else ():
        yield from (Hold(place, w, "lost", verb, f"{verb.text} {place}", 0.6) for w in losers)
        yield from (Hold(place, w, "gained", verb, f"{verb.text} {place}", 0.6) for w in winners)


def read_yielding(article: Article, verb: Token) -> Iterator[Hold]:
    """A town that surrendered to somebody is gained by them."""
    subject = find_child(verb, "nsubj")
    for place in name_listed(article, subject, False, True) if subject is not None else ():
        for who in (w for o in find_obliques(verb, "to") for w in name_holders(article, o) or find_owners(article, o)):
            yield Hold(place, who, "gained", verb, f"{verb.text} to {who.name}", 0.6)


def read_fall(article: Article, verb: Token) -> Iterator[Hold]:
    """A town that fell to somebody is gained by them."""
    subject = find_child(verb, "nsubj")
    places = list(name_listed(article, subject, True, True)) if subject is not None else []
    near = [*find_obliques(verb, "to", "into"), *(t for o in find_obliques(verb) for t in find_obliques(o, "to"))]
    for oblique in near:
        owners = name_holders(article, oblique) or find_owners(article, oblique)
        for place in places:
            yield from (Hold(place, who, "gained", verb, f"fell to {who.name}") for who in owners)
