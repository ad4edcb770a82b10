"""Grounds: the places that a phrase lists, with what "it" and "most of which" take up."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_child, has_case, list_conjuncts
from tocsin.coding.control_words import load_words
from tocsin.coding.place_names import LABELS, find_place_name
from tocsin.coding.places import PARTS, name_place
from tocsin.coding.places_again import is_in_place_slot
from tocsin.coding.relations import open_relative

LISTING = ("conj", "cc", "punct", "case")


def name_listed(
    article: Article, head: Token, named: bool, loose: bool, more: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The places of the list that a noun begins; "the towns of A and B" are two; `more` kinds of place count too."""
    listed = False
    members = list_conjuncts(open_part(head))
    if head.tag_ == "WDT":
        # What is listed behind a clause is not what the clause is about.
        members = [m for m in members if m.i < head.i] or members[:1]
    # "A and parts of B": some trees make B a member of its own.
    members = [m for m in members if m.dep_ != "conj" or not has_case(m, "of") or m.nbor(-2).lemma_ not in PARTS]
    for member in [part for m in members for part in open_kind(m)]:
        place = take_up(article, member, loose) if member.pos_ == "PRON" else None
        part = next((c for c in member.children if c.dep_ == "nmod" and c.pos_ == "PRON" and has_case(c, "of")), None)
        if part is not None and member.lemma_.lower() in PARTS and (whole := take_up(article, part)) is not None:
            place = f"{member.lower_} of {whole}"
        kind = member.tag_ == "NNS" and member.lemma_ not in PARTS
        if kind and len(members) > 1 and not any(c.dep_ not in LISTING for c in member.children):
            # "Islands, townships and rivers" are no places that one could find.
            continue
        # What stands in a list of places is one, whatever its name was taken for.
        place = place or name_place(article, member, load_words("places") | more, named, loose or listed)
        if place is not None:
            listed = True
            yield place


def open_part(head: Token) -> Token:
    """What a relative pronoun stands for, that of "most of which" included."""
    if head.tag_ != "WDT" and (
        inner := next((c for c in head.children if c.tag_ == "WDT" and has_case(c, "of")), None)
    ):
        return open_relative(inner)
    rest = next((c for c in head.children if c.dep_ == "acl:relcl" and c.lemma_ in ("leave", "remain")), None)
    if head.lower_ == "what" and rest is not None:
        # "What is left of the town".
        return next((c for c in rest.children if has_case(c, "of")), head)
    counting = head.pos_ == "NUM" or head.tag_ in ("JJR", "JJS")
    counted = next((c for c in head.children if counting and has_case(c, "of")), None)
    return counted if counted is not None else open_predicate(open_relative(head))


def open_predicate(noun: Token) -> Token:
    """The name of what a noun is said to be, where a clause is about the noun: "X is a strip of land that Y holds"."""
    if noun.pos_ != "NOUN" or find_child(noun, "acl", "acl:relcl") is None:
        return noun
    told = noun.head if noun.dep_ == "nmod" and find_child(noun.head, "cop") is not None else noun
    if find_child(told, "cop") is None:
        return noun
    subject = find_child(told, "nsubj")
    return subject if subject is not None and (find_place_name(subject) or is_named_kind(subject)) else noun


def is_named_kind(noun: Token) -> bool:
    """Whether the name of a place is part of a noun phrase ("the Crimean peninsula")."""
    return any(c.dep_ == "compound" and c.ent_type_ in LABELS for c in noun.children)


def find_named_ahead(verb: Token) -> Token | None:
    """The name right before ", which", whatever the tree hung the clause on: "crises over the reef, which X claims"."""
    pronoun = next((c for c in verb.children if c.tag_ == "WDT" and c.dep_ == "obj"), None)
    if pronoun is None or pronoun.i < 2 or pronoun.nbor(-1).text != ",":
        return None
    name = pronoun.nbor(-2)
    named = name.pos_ == "PROPN" or is_named_kind(name)
    return (name.head if name.dep_ == "flat" else name) if named else None


def open_kind(noun: Token) -> list[Token]:
    """The names that a plural kind of place announces: "the towns of A and B", "two towns in the north, A and B"."""
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in load_words("places"):
        return [noun]
    inner = [
        c for c in noun.children if c.pos_ == "PROPN" and c.i > noun.i and (has_case(c, "of") or c.dep_ == "appos")
    ]
    inner += [
        c for n in noun.children if n.dep_ == "nmod" for c in n.children if c.dep_ == "appos" and c.pos_ == "PROPN"
    ]
    names = [t for c in inner[:1] for t in list_conjuncts(c)]
    return names if len(names) > 1 else [noun]


def take_up(article: Article, pronoun: Token, loose: bool = False) -> str | None:
    """The place that "it" or "them" stands for: the last one named before it in its sentence or the one before."""
    standing = pronoun.lower_ == "that" and pronoun.dep_.startswith("nsubj") and pronoun.tag_ == "DT"
    if pronoun.lower_ not in ("it", "them") and not standing:
        return None
    before = list(reversed(pronoun.doc[pronoun.sent.start : pronoun.i]))
    objects = [t for t in before if t.dep_ in ("obj", "nsubj:pass") and t.pos_ in ("NOUN", "PROPN")]
    if loose and objects:
        place = name_place(article, objects[0], load_words("places"), False, True)
        if place is not None:
            return place
    words = next((words for t in [*objects, *before] if (words := find_place_name(t)) is not None), None)
    return words or (find_ground_before(article, pronoun) if loose and pronoun.lower_ == "it" else None)


def find_ground_before(article: Article, token: Token) -> str | None:
    """The place spoken of last, in the sentence of `token` or the one before: a name that is no state's."""
    first = token.doc[max(token.sent.start - 1, 0)].sent.start
    taking = load_words("gains") | load_words("holds") | load_words("gains_places") | load_words("loses")
    for before in reversed(token.doc[first : token.i]):
        known = find_known(before.text)
        if before.pos_ != "PROPN" or (known is not None and known.kind == "state" and known.form != "capital"):
            continue
        words = find_place_name(before)
        if words is not None and before.dep_ not in ("compound", "nmod:poss"):
            return words
        taken = before.dep_ in ("obj", "nsubj:pass") and before.head.lemma_ in taking
        if is_in_place_slot(article, before) or (taken and before.ent_type_ == "PERSON"):
            return before.text
    return None
