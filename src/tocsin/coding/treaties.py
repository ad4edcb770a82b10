"""Treaties: deals that a text speaks of as there - dated, named, owned, kept or broken, in force or at an end."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.accords import NEAR, YEAR, find_makers, tell_apart
from tocsin.coding.article import Article
from tocsin.coding.bonds import MOST_PARTIES, Bond, is_real, is_refused, is_wished, load_cues
from tocsin.coding.clauses import find_child, find_modals, has_case, is_in_condition, is_negated
from tocsin.coding.sides import list_phrase_sides, list_sides
from tocsin.records.coding import Tie


def read_standing(article: Article, noun: Token) -> Iterator[Bond]:
    """A deal that is taken for granted, with its parties; one that is only planned, offered or talked about is none."""
    if (
        not is_treaty(noun)
        or is_of_many(noun)
        or article.cast.who_alone(noun)
        or is_contrast(noun)
        or is_only_planned(noun)
        or not is_known(article, noun)
    ):
        return
    parties = find_makers(article, noun, list_sides(article, noun))
    if 2 <= len(parties) <= MOST_PARTIES + 4:
        yield Bond(parties, judge_standing(noun), noun, 0.6, f"standing: {noun.text!r}", tell_apart(noun), True)


def is_of_many(noun: Token) -> bool:
    """Whether a deal is one that many states are in, whoever is spoken of beside it: "the Genocide Convention"."""
    many = noun.lemma_.lower() in ("convention", "statute", "charter", "covenant") and noun.text[:1].isupper()
    accession = any(c.lemma_.lower() in ("accession", "membership") for c in noun.children if c.i < noun.i)
    return accession or (many and not any(has_case(c, "with", "between") for c in noun.children))


def is_contrast(noun: Token) -> bool:
    """Whether a deal is only what another is not: "an armistice, not a peace treaty"."""
    return noun.dep_ in ("appos", "conj") and is_refused(noun)


def is_treaty(noun: Token) -> bool:
    """Whether a noun is a treaty: by its own word, or by a word before it ("peace settlement", "lease contract")."""
    if noun.dep_ in ("compound", "flat", "amod") and noun.head.i > noun.i:
        return False
    if noun.tag_ == "NNS" and noun.lemma_.lower() in ("protocol", "convention"):
        # Rules and customs.
        return False
    if is_consent(noun):
        return False
    return is_union(noun) or bool(
        {noun.lemma_.lower(), noun.lemma_.lower().removesuffix("s")} & load_cues("treaty_nouns")
    )


def is_consent(noun: Token) -> bool:
    """Whether an agreement is that somebody is of the same mind: "declared his agreement with the aims"."""
    return noun.lemma_.lower() == "agreement" and noun.head.lemma_.lower() in load_cues("consenting")


def is_union(noun: Token) -> bool:
    """Whether a noun is a treaty by which markets or moneys are joined: "customs union", "free trade area"."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in ("union", "area", "zone"):
        return False
    return bool({"customs", "trade", "monetary", "currency"} & {t.lower_ for t in noun.subtree if t.i < noun.i})


def is_only_planned(noun: Token) -> bool:
    """Whether a deal is not there yet: a draft, under talks, wished for, supposed."""
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    if before & load_cues("not_yet") or is_in_condition(noun):
        return True
    if has_case(noun, "following", "after", "since", "despite", "during"):
        return False
    head = noun.head
    lemma = head.lemma_.lower()
    if noun.dep_.startswith("nsubj") and {t.lower_ for t in head.subtree if t.i > noun.i} & load_cues("far_off"):
        return True
    aimed = lemma in load_cues("aiming") and (not has_case(noun, "of", "with") or lemma in load_cues("mooting"))
    if head.pos_ == "NOUN" and aimed:
        return True
    if has_case(noun, "for", "toward", "towards") and head.pos_ in ("VERB", "NOUN"):
        return True
    if noun.dep_ == "obj" and lemma in load_cues("dealing") and (is_wished(noun) or not is_real(head)):
        return True
    if noun.dep_ == "obj" and lemma in load_cues("unreal") | load_cues("aiming") and not is_dated(noun):
        return True
    called = noun.dep_ == "xcomp" or find_child(noun, "cop") is not None
    told = noun if find_child(noun, "cop") is not None else head
    return (called or noun.dep_.startswith("nsubj")) and bool(
        {"would", "could", "should", "must", "might", "may"} & set(find_modals(told if called else head))
    )


def is_known(article: Article, noun: Token) -> bool:
    """Whether the text takes a deal for one that there is."""
    children = list(noun.children)
    bare = any(c.lower_ in ("a", "an") for c in children) and not is_dated(noun)
    if bare and noun.head.lemma_.lower() in load_cues("resting"):
        # "Accused of violating an international treaty", "the signing of a peace agreement": which one is open.
        return False
    if is_dated(noun) or has_case(noun, "following", "since", "despite", "thanks"):
        return True
    if has_case(noun, "in") and len(list_phrase_sides(article, noun)) > 1:
        return True
    if any(
        c.dep_ in ("acl", "acl:relcl") and c.lemma_.lower() in load_cues("dealing") | load_cues("brokering")
        for c in children
    ):
        return True
    if noun.pos_ == "PROPN" or any(c.pos_ == "PROPN" and c.dep_ in ("compound", "flat") for c in children):
        return True
    if is_presupposed(noun):
        return True
    definite = any(c.lower_ in ("the", "this", "that", "their") for c in children) or noun.dep_.startswith("nsubj")
    return definite and len(list_phrase_sides(article, noun)) > 1


def is_dated(noun: Token) -> bool:
    """Whether a deal is told apart by its year or by whose it is."""
    return find_child(noun, "nmod:poss") is not None or any(
        YEAR.fullmatch(t.text) for t in noun.subtree if t.i - noun.i < NEAR
    )


def is_presupposed(noun: Token) -> bool:
    """Whether what is done with a deal says that there is one: it is broken, kept, ended, or something rests on it."""
    lemma = noun.head.lemma_.lower()
    if has_case(noun, "in", "with") and lemma in load_cues("winding_up") and noun.head.tag_ in ("VBD", "VBN"):
        return True
    if has_case(noun, "under") or lemma in load_cues("resting") | load_cues("taking_part") or is_left(noun):
        return True
    return noun.dep_ in ("obj", "nsubj:pass") and lemma in (load_cues("keeping") | load_cues("ending")) - {
        "include",
        "follow",
    }


def judge_standing(noun: Token) -> Tie:
    """What a deal that there is or was ties its parties by: none where it has ended, defence where it promises that."""
    if is_over(noun):
        return "none"
    before = {t.lower_ for c in noun.children if c.i < noun.i for t in (c, *c.children)}
    if (
        (before & {"defence", "defense"} and not before & {"cooperation", "co-operation"})
        or {"mutual", "assistance"} <= before
        or {"security", "treaty"} <= before | {noun.lemma_.lower()}
    ):
        return "defence"
    return "alliance" if noun.lemma_.lower() == "alliance" else "agreement"


def is_left(noun: Token) -> bool:
    """Whether somebody walks away from a deal."""
    verb = noun.head.head if noun.head.lower_ in ("away", "out") else noun.head
    return verb.lemma_.lower() in load_cues("walking_out") and has_case(noun, "from", "of", "out of")


def is_over(noun: Token) -> bool:
    """Whether a deal is ended: by a verb, by a noun of ending above it, or by a word before it."""
    if is_left_so(noun.head, noun):
        return False
    if is_refused(noun) or {c.lower_ for c in noun.children if c.i < noun.i} & load_cues("lapsed"):
        return True
    head = noun.head
    lemma = head.lemma_.lower()
    if lemma in load_cues("taking_part"):
        # "Suspended its participation in the treaty".
        return head.head.lemma_.lower() in load_cues("ending") and is_real(head.head) and not is_negated(head.head)
    if head.pos_ == "NOUN":
        return lemma in load_cues("endings") and has_case(noun, "of", "from", "to") and is_real(head)
    if is_negated(head) or not is_real(head):
        return lemma in load_cues("binding") and is_negated(head)
    if noun.dep_.startswith("nsubj"):
        return lemma in load_cues("ending" if noun.dep_ == "nsubj:pass" else "lapsing")
    if noun.dep_ == "obj" and lemma in ("break", "call") and any(c.lower_ == "off" for c in head.children):
        return True
    if noun.dep_ == "obj" and lemma in ("put", "place"):
        return bool({t.lower_ for t in head.subtree} & {"abeyance", "hold", "ice"})
    return is_left(noun) or (noun.dep_ in ("obj", "nsubj:pass") and lemma in load_cues("ending"))


def is_left_so(verb: Token, noun: Token) -> bool:
    """Whether a deal is not left but left in some state: "leaves the truce hanging"."""
    states = [c for c in verb.children if c.i > noun.i and c.dep_ in ("xcomp", "advcl", "ccomp") and c.tag_ != "VB"]
    return verb.lemma_.lower() == "leave" and bool(states) and noun.i < states[0].i <= noun.i + 2
