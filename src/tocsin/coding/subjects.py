"""Subjects and objects of a verb, its own and those that it shares with others or that its construction hides."""

from functools import lru_cache

from spacy.tokens import Token

from tocsin.coding.nouns import load_nouns
from tocsin.coding.relations import (
    RELATIVES,
    SUBJECTS,
    find_child,
    has_case,
    has_subject,
    is_predicate,
    open_relative,
)

# A word is asked the same by many rules; so many answers are kept.
ASKED = 8192
SUBJECT_CONTROL = frozenset(
    {"promise", "threaten", "vow", "pledge", "offer", "swear", "use", "take", "need", "have", "summon"}
)
SAYING = frozenset(
    {"say", "declare", "announce", "insist", "write", "add", "explain", "state", "note", "observe", "reply", "answer"}
    | {"argue", "complain", "assert", "affirm", "remark", "conclude", "stress", "claim", "reckon", "predict"}
)
TELLING = SAYING | {
    "warn",
    "cite",
    "accuse",
    "describe",
    "tell",
    "call",
    "promise",
    "threaten",
    "urge",
    "vow",
    "denounce",
}
FINITE = ("VBD", "VBZ", "VBP", "VBN")
INVERTED = ("nsubj", "obj", "iobj", "xcomp", "vocative", "dep")
COMPLEMENTS = ("obj", "iobj", "ccomp", "xcomp")
STEPS_UP = 6
NEAR = 8


@lru_cache(maxsize=ASKED)
def is_passive(verb: Token) -> bool:
    """Whether the subject of `verb` undergoes the act; a participle after its noun counts ("sanctions imposed by")."""
    if _is_calling(verb):
        return False
    if any(c.dep_ in ("nsubj:pass", "csubj:pass", "aux:pass") for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return verb.dep_ == "conj" and verb.tag_ == "VBN" and not has_subject(verb) and is_passive(verb.head)
    if any(has_case(c, "by") and c.dep_.startswith("obl") for c in verb.children):
        return True
    return (verb.dep_ == "acl" and not is_hung(verb)) or (verb.dep_ == "advcl" and not has_subject(verb))


def _is_calling(verb: Token) -> bool:
    """Whether "called" stands for an appeal, which the tree may take for a participle ("Peru called on X to")."""
    on = any(has_case(c, "on", "upon", "for") for c in verb.children)
    return verb.lemma_ == "call" and on and not any(c.dep_ == "aux:pass" for c in verb.children)


def is_hung(verb: Token) -> bool:
    """Whether the tree made a subject the root of its sentence and hung the verb on it as if it were a participle.

    "Oxfam called on both sides to talk.", where "called" is read as in "a charity called Oxfam".
    """
    head = verb.head
    if verb.dep_ != "acl" or head.dep_ != "ROOT" or head.pos_ not in ("PROPN", "NOUN") or verb.i < head.i:
        return False
    if verb.tag_ not in ("VBN", "VBD") or any(has_case(c, "by") or c.dep_ == "aux:pass" for c in verb.children):
        return False
    words = [t for t in verb.sent if not t.is_space and not t.is_quote]
    told = any(c.i > verb.i and (c.dep_ in COMPLEMENTS or has_case(c, "to")) for c in verb.children)
    return verb.nbor(-1).text == "," or (told and words[-1].text == ".")


def find_subjects(verb: Token) -> list[Token]:
    """Heads of the noun phrases that do what `verb` says: mostly one, the first of a list (`Cast.who` opens lists).

    A passive gives its by-agent, and nothing where it has none. The subject is looked for through coordination,
    infinitives, participles and relative clauses; relative pronouns are replaced by what they stand for.
    """
    if (inverted := find_inverted(verb)) is not None:
        return [inverted]
    if is_passive(verb):
        return _find_agents(verb)
    subject = find_grammatical_subject(verb)
    return [subject] if subject is not None else []


def find_objects(verb: Token) -> list[Token]:
    """Heads of the noun phrases that undergo what `verb` says: its objects, or the subject of a passive."""
    if is_passive(verb):
        subject = find_grammatical_subject(verb)
        undergoes = [subject] if subject is not None else []
        return undergoes + [c for c in verb.children if c.dep_ == "obj"]
    found = [open_relative(c) for c in verb.children if c.dep_ in ("obj", "iobj") and c.i != verb.i]
    if not found and verb.dep_ == "acl:relcl" and has_subject(verb) and _is_gapped(verb) and not _tells_of_head(verb):
        found = [verb.head]
    if not found:
        shared = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and not has_subject(c)]
        found = [o for c in shared[:1] for o in c.children if o.dep_ == "obj" and not _has_complement(verb)]
    return found


@lru_cache(maxsize=ASKED)
def find_grammatical_subject(verb: Token) -> Token | None:
    """The subject of the clause of `verb`, own or shared; of a passive it is what undergoes the act."""
    aside = _find_aside_subject(verb) or find_inverted(verb)
    if aside is not None:
        return aside
    for _ in range(STEPS_UP):
        own = _find_own_subject(verb)
        if own is not None:
            return open_relative(own, verb)
        governor = _find_governor(verb)
        if governor is None:
            return _find_subject_beside(verb)
        if not is_predicate(governor):
            return governor
        verb = governor
    return None


def find_inverted(verb: Token) -> Token | None:
    """The speaker behind a verb of saying that follows a comma: "The talks failed, announced Ana Ruiz, an envoy"."""
    if verb.lemma_ not in SAYING or verb.tag_ not in FINITE or verb.i <= verb.sent.start:
        return None
    if any(c.dep_ in SUBJECTS and c.i < verb.i for c in verb.children):
        return None
    if verb.nbor(-1).text != "," or any(c.dep_ in ("aux", "aux:pass", "mark") for c in verb.children):
        return None
    behind = (c for c in verb.children if c.dep_ in INVERTED and c.left_edge.i == verb.i + 1)
    noun = next(
        (c for c in behind if c.pos_ in ("PROPN", "NOUN") and not any(k.dep_ == "case" for k in c.children)), None
    )
    speaks = noun is not None and (noun.pos_ == "PROPN" or noun.lemma_ in load_nouns("people_nouns"))
    if speaks or (noun is not None and noun.dep_ == "vocative"):
        return noun
    return _find_strayed(verb)


def _find_strayed(verb: Token) -> Token | None:
    """The noun right behind a verb of saying that the tree hung on the clause it reports: "He lies, said a guard"."""
    content = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if content is None:
        return None
    near = verb.doc[verb.i + 1 : min(verb.i + 1 + NEAR, verb.sent.end)]
    strayed = [t for t in near if t.left_edge.i == verb.i + 1 and t.pos_ in ("NOUN", "PROPN") and t.head.i <= verb.i]
    return strayed[-1] if strayed else None


def _find_aside_subject(verb: Token) -> Token | None:
    """The noun of an aside that the tree tied elsewhere: "The president, analysts say, is tired"."""
    if verb.dep_ != "parataxis" or has_subject(verb) or verb.i + 1 >= len(verb.doc) or verb.nbor().text != ",":
        return None
    noun = verb.nbor(-1) if verb.i > verb.sent.start else verb
    first = next(t.i for t in noun.subtree if not t.is_punct)
    opened = first > verb.sent.start and verb.doc[first - 1].text == ","
    return noun if noun.pos_ in ("NOUN", "PROPN", "PRON") and opened and verb.i - first < 6 else None


def _find_subject_beside(verb: Token) -> Token | None:
    """The noun right before a finite verb where the tree gives it no subject ("Ethiopia says")."""
    if verb.tag_ not in ("VBZ", "VBD", "VBP") or verb.dep_ in ("acl", "amod", "acl:relcl"):
        return None
    i = verb.i - 1
    while i > verb.sent.start and verb.doc[i].pos_ in ("ADV", "AUX", "PART"):
        i -= 1
    if verb.doc[i].text == ",":
        return _find_before_commas(verb, i)
    if i < verb.sent.start or verb.doc[i].pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    noun = climb_phrase(verb.doc[i])
    return noun if noun.dep_ not in ("obj", "obl", "nmod") else None


def _find_own_subject(verb: Token) -> Token | None:
    """The subject of the clause itself; of two that the tree gives before the verb, the nearer one."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.lower_ != "there"]
    if verb.dep_ == "conj" and has_infinitive(verb):
        subjects = [c for c in subjects if c.i < verb.i]
    if verb.dep_ == "ccomp" and verb.i > verb.head.i:
        subjects = [c for c in subjects if c.i > verb.head.i]
    if not subjects:
        below = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i]
        subjects = [s for c in below for s in c.children if s.dep_ in SUBJECTS and s.i < verb.i]
    before = [c for c in subjects if c.i < verb.i and c.dep_ != "nsubj:outer"]
    return before[-1] if before else subjects[0] if subjects else None


def has_infinitive(verb: Token) -> bool:
    """Whether an infinitive follows, so that a noun between is whom the verb addresses ("urged X to leave")."""
    return any(c.dep_ == "xcomp" and c.i > verb.i and has_case(c, "to") for c in verb.children)


def climb_phrase(noun: Token) -> Token:
    """The head of the noun phrase whose last word is `noun` ("a nurse in Khartoum")."""
    while (
        noun.dep_ in ("nmod", "compound", "flat", "nmod:poss")
        and noun.head.i < noun.i
        and noun.head.pos_ in ("NOUN", "PROPN")
    ):
        noun = noun.head
    return noun


def _find_before_commas(verb: Token, comma: int) -> Token | None:
    """The noun that opens the sentence before what stands between two commas: "Sudan, whose dam lies below, said"."""
    doc, start = verb.doc, verb.sent.start
    if comma > start and doc[comma - 1].ent_type_ == "PERSON" and verb.tag_ in ("VBD", "VBZ"):
        return doc[comma - 1]
    opening = next((i for i in range(comma - 2, max(comma - 8, start), -1) if doc[i].text == ","), None)
    if opening is not None and doc[opening - 1].ent_type_ == "PERSON" and verb.tag_ in ("VBD", "VBZ"):
        return climb_phrase(doc[opening - 1])
    first = next((i for i in range(start, comma) if doc[i].text == ","), None)
    if first is None or first == start or any(t.pos_ in ("VERB", "AUX") for t in doc[start:first]):
        return None
    noun = climb_phrase(doc[first - 1])
    if any(c.dep_ == "case" and c.i < noun.i for c in noun.children):
        return None
    return noun if noun.pos_ in ("PROPN", "NOUN") and verb.tag_ in ("VBD", "VBZ", "VBP") else None


def _find_agents(verb: Token) -> list[Token]:
    agents = [c for c in verb.children if has_case(c, "by") and c.dep_.startswith("obl")]
    if not agents and verb.dep_ == "conj" and not has_subject(verb) and is_passive(verb.head):
        return _find_agents(verb.head)
    shared = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN" and not has_subject(c)]
    return agents or [a for c in shared for a in c.children if has_case(a, "by") and a.dep_.startswith("obl")]


def _find_governor(verb: Token) -> Token | None:
    """Where the subject of a verb without one comes from: the noun it describes, or the verb to ask next."""
    head, relation = verb.head, verb.dep_
    if head.i == verb.i or any(t.text == ";" for t in verb.doc[min(head.i, verb.i) : max(head.i, verb.i)]):
        return None
    if relation == "xcomp" and head.lemma_ not in SUBJECT_CONTROL:
        controlled = next((c for c in head.children if c.dep_ in ("obj", "iobj") and c.i < verb.i), None)
        return controlled if controlled is not None else head
    if relation == "acl" and _is_set_behind(verb):
        above = next((t for t in head.ancestors if is_predicate(t)), None)
        return above or head
    if relation == "acl":
        infinitive = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
        return _find_planner(head) if infinitive else head
    if relation == "acl:relcl":
        return head if not _is_gapped(verb) or not has_subject(verb) else None
    if (
        relation == "advcl"
        and verb.tag_ == "VBG"
        and verb.lemma_ in TELLING
        and head.dep_ == "xcomp"
        and head.i < verb.i
    ):
        return head.head if verb.nbor(-1).text == "," and is_predicate(head.head) else head
    if relation.split(":")[0] in ("conj", "xcomp", "advcl", "parataxis", "ccomp") and is_predicate(head):
        return head
    return None


def _is_set_behind(verb: Token) -> bool:
    """Whether a participle of saying tells of the clause before a comma: "Critics fear talks, calling them a trap"."""
    head, before = verb.head, verb.nbor(-1).text
    return (
        verb.tag_ == "VBG"
        and verb.lemma_ in TELLING
        and before == ","
        and head.dep_.split(":")[0] in ("obl", "obj", "nmod")
    )


def _find_planner(noun: Token) -> Token | None:
    """Whose plan an infinitive after a noun is: its possessor ("Iran's vow to"), or the subject of the verb above."""
    owner = find_child(noun, "nmod:poss")
    if owner is not None:
        return owner
    if find_child(noun, "cop") is not None and (subject := find_child(noun, "nsubj")) is not None:
        return subject
    return noun.head if noun.dep_ in ("obj", "obl", "conj", "xcomp") and is_predicate(noun.head) else None


def _tells_of_head(verb: Token) -> bool:
    """Whether the subject of a relative clause is the noun before it ("the minister, who called for a halt")."""
    return any(c.dep_ in SUBJECTS and c.tag_ in RELATIVES and c.dep_ != "nsubj:pass" for c in verb.children)


def _is_gapped(verb: Token) -> bool:
    """Whether a relative clause lacks an object, so that the noun before it is one."""
    return not any(c.dep_ in ("obj", "ccomp", "xcomp") and c.tag_ not in RELATIVES for c in verb.children)


def _has_complement(verb: Token) -> bool:
    return any(c.dep_.split(":")[0] in ("obl", "obj", "ccomp", "xcomp") for c in verb.children)
