"""Taken: the ground of a verb of capture or loss - its objects, what a clause is about, control of a place."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.claims import is_armed
from tocsin.coding.clauses import (
    find_child,
    find_objects,
    find_obliques,
    find_subjects,
    has_case,
    is_passive,
    list_conjuncts,
)
from tocsin.coding.control_words import load_words
from tocsin.coding.grounds import find_named_ahead, name_listed
from tocsin.coding.occupants import find_holders
from tocsin.coding.place_names import find_place_name
from tocsin.coding.places import PARTS

BESIDE = ("around", "near", "towards", "toward", "outside")


def is_by_arms(article: Article, verb: Token) -> bool:
    """Whether those who take something definite are armed: "the rebels took the bridge"."""
    if any(s.lower_ == "we" for s in find_subjects(verb)):
        return article.find_quotation(verb) is not None
    armed = any(t.lemma_.lower() in load_words("grippers") for s in find_subjects(verb) for t in list_conjuncts(s))
    force = any(w.type == "group" and w.name[:1].isupper() for w in find_holders(article, verb))
    taken = find_taken(verb)
    return (armed or force) and all(
        o.pos_ == "PROPN" or o.lower_ == "it" or any(c.lower_ == "the" for c in o.children) for o in taken
    )


def find_taken(verb: Token) -> list[Token]:
    """What is taken or held; a verb joined to a relative clause shares its noun ("which X took and still holds")."""
    if (ahead := find_named_ahead(verb)) is not None:
        return [ahead]
    shared = verb.dep_ == "conj" and verb.head.dep_ == "acl:relcl" and find_child(verb, "obj") is None
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and is_passive(verb.head) and not find_objects(verb):
        return find_objects(verb.head)
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.dep_ == "nmod" and has_case(verb.head, "under", "in"):
        # "The chain, under the control of X but claimed by Y".
        return [verb.head.head]
    behind = [c for c in verb.children if c.dep_ == "obl" and c.i > verb.i and is_bare_ground(c)]
    # "Has liberated X": some trees hang what is taken on the auxiliary.
    behind += [c for a in verb.children if a.dep_ == "aux" for c in a.children if c.dep_ == "obj" and c.i > verb.i]
    return find_objects(verb) or ([verb.head.head] if shared else behind)


def is_bare_ground(noun: Token) -> bool:
    """Whether a place without a preposition is what the tree took for a circumstance ("handed back to X the hills")."""
    cased = any(c.dep_ == "case" for c in noun.children)
    if cased and noun.lemma_.lower() in PARTS:
        return has_case(noun, "about", "around", "over", "nearly", "almost", "roughly", "under")
    return not cased and (noun.lemma_.lower() in load_words("places") or find_place_name(noun) is not None)


def list_places(article: Article, head: Token, verb: Token, named: bool) -> Iterator[str]:
    """The places that an object names, control or gains of them included ("took control of", "made gains around")."""
    lemma = verb.lemma_.lower()
    if head.lemma_.lower() == "post" and find_child(head, "nmod:poss") is not None:
        # Soldiers abandon "their posts" wherever these are.
        return
    held = head.lemma_.lower() in load_words("grips") - {"hand"}
    ground = head.lemma_.lower() in load_words("gained_nouns") and find_child(head, "acl:relcl") is None
    near = [o for t in (head, verb) for o in find_obliques(t, "of", "in", "along", "across", *BESIDE)]
    whole = lemma in load_words("holds") and not near
    if held or (ground and not whole):
        for oblique in [o for t in (head, verb) for o in find_obliques(t, "of", "over", "in", "along", "across")]:
            if oblique.lemma_.lower() in load_words("strongholds"):
                continue
            yield from name_listed(article, oblique, False, held and not has_case(oblique, "in", "along", "across"))
        for oblique in [*find_obliques(head, *BESIDE), *find_obliques(verb, *BESIDE)]:
            yield from (f"area around {place}" for place in name_listed(article, oblique, False, False))
    elif head.lemma_.lower() == "claim" and lemma in load_words("lays"):
        for oblique in [*find_obliques(head, "to", "on", "over"), *find_obliques(verb, "to", "on", "over")]:
            yield from name_listed(article, oblique, False, True)
    elif lemma in load_words("makes") - load_words("gains_places"):
        # One establishes control of a place, not the place.
        return
    elif lemma not in load_words("lays") | load_words("wields") - load_words("holds"):
        phrase = " ".join([lemma, *(c.lower_ for c in verb.children if c.dep_ == "compound:prt")])
        sure = {lemma, phrase} & (load_words("gains") | load_words("loses") | load_words("holds") - load_words("runs"))
        if lemma in load_words("claims") and head.pos_ in ("PROPN", "NOUN"):
            sure = sure or {lemma}
        person = any(c.dep_ == "flat" for c in head.children) and bool(article.cast.who_alone(head))
        plain = not person or lemma in load_words("only_places")
        if not is_a_party(article, head, verb):
            by_arms = (
                lemma in load_words("gains_places") | load_words("runs")
                and not named
                and head.pos_ in ("PROPN", "PRON")
            )
            forced = lemma in load_words("gains") - {"storm", "reclaim", "regain"}
            armed = forced and any(is_armed(article, verb, w) for w in find_holders(article, verb))
            kinds = load_words("buildings") if armed else frozenset()
            yield from name_listed(article, head, named, (bool(sure) or by_arms) and plain, kinds)


def is_a_party(article: Article, head: Token, verb: Token) -> bool:
    """Whether what is taken or won is a state as a party, not as ground: "took China to court"."""
    states = any(w.type == "state" for w in article.cast.who_alone(head))
    return states and head.pos_ == "PROPN" and verb.lemma_.lower() in load_words("gains_places") | load_words("makes")


def is_listed_ground(head: Token) -> bool:
    """Whether a list of what is lost is one of places: no men, tanks and a radar station."""
    return len(list_conjuncts(head)) == 1 or head.pos_ != "NOUN" or head.lemma_.lower() in load_words("places") | PARTS


def holds_itself(article: Article, head: Token, doers: Sequence[Who]) -> bool:
    """Whether a pronoun was read as the place itself: "the island it claims"."""
    own = {w.name for w in article.cast.who_alone(head)}
    return head.pos_ == "NOUN" and len(doers) == 1 and doers[0].name in own


def find_rivals(article: Article, verb: Token, head: Token) -> tuple[Who, ...]:
    """The state named last before a verb that is not the place which the verb is about."""
    own = {w.name for w in article.cast.who_alone(head)}
    ahead = [w for t in reversed(verb.doc[verb.sent.start : head.i]) for w in article.cast.who_alone(t)]
    return tuple(w for w in ahead if w.name not in own and w.type == "state")[:1]
