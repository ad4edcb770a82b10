"""Subject matter: the words of a sentence that a cue of stance is about."""

from functools import cache

from spacy.tokens import Token

from tocsin.coding.clauses import find_child, find_modals, find_objects, find_obliques, is_negated, is_passive
from tocsin.coding.proposals import (
    is_action,
    is_ending,
    is_made_of_verb,
    is_plain_noun,
    is_plain_thing,
    is_pointing,
    load_words,
    may_be_proposal,
)
from tocsin.coding.relations import RELATIVES, has_case, is_predicate, open_relative
from tocsin.coding.wording import TIMES

HINTING = frozenset({"hint", "signal", "indicate"})
SETTLING = frozenset({"agree", "decide", "resolve"})
TOLD_TO = frozenset({"tell", "hope", "allow", "permit"})
ENSURING = frozenset({"ensure", "guarantee", "assure"})
PARTICLES = frozenset({"out", "down", "up", "off"})


def find_words(verb: Token, wanted: frozenset[str]) -> str | None:
    """The verb as it stands in a list with its particle and preposition ("vote for", "speak out against"), or alone."""
    lemma = find_base(verb)
    if lemma not in list_heads(wanted):
        return None
    behind, tied, pairs = [], [], []
    for child in verb.children:
        later = child.i > verb.i
        if child.dep_ == "compound:prt" or (later and child.dep_ in ("advmod", "case")):
            behind.append(child.lower_)
        if not later and child.tag_ not in RELATIVES:
            continue
        opening = [k for k in child.children if k.dep_ in ("case", "mark")]
        cases = [k.lower_ for k in opening if k.dep_ == "case"]
        if later and len(cases) > 1:
            pairs.append(" ".join(cases))
        if child.lower_ not in TIMES:
            tied += [k.lower_ for k in opening if k.pos_ in ("ADP", "SCONJ")]
    behind += pairs
    both = [f"{one} {other}" for one in behind for other in tied]
    found = next((f"{lemma} {p}" for p in (*both, *behind, *tied) if f"{lemma} {p}" in wanted), None)
    return found or (lemma if lemma in wanted else None)


@cache
def list_heads(wanted: frozenset[str]) -> frozenset[str]:
    """The first words of a list of verbs with their particles."""
    return frozenset(words.partition(" ")[0] for words in wanted)


def find_base(verb: Token) -> str:
    """The dictionary form of a verb, also where the tree takes its participle for an adjective ("be excluded")."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "ADJ" or not lemma.endswith("ed"):
        return lemma
    return lemma[:-1] if lemma[:-1] in load_words("ending_in_e") else lemma[:-2]


def find_proposal(verb: Token, words: str) -> Token | None:
    """The head of what a verb of stance is about: its complement, what its preposition ties, or an object of action."""
    preposition = words.rpartition(" ")[2] if " " in words else ""
    if preposition and preposition not in PARTICLES and words not in load_words("with_clause"):
        tied = [*find_obliques(verb, preposition), *(o for o in find_objects(verb) if has_case(o, preposition))]
        found = [t for t in tied if t.pos_ == "VERB" or not is_predicate(t)]
        stranded = verb.head if verb.dep_ == "acl:relcl" and any(t.lower_ == preposition for t in verb.rights) else None
        about = open_relative(found[0], verb) if found else stranded
        fits = about is not None and (may_be_proposal(about, "" if words in load_words("leaving") else words))
        return open_pointing(about) if about is not None and fits else None
    words = "" if preposition in PARTICLES and words not in load_words("any_noun") else words
    blamed = verb.lemma_ in load_words("blaming")
    clauses = (c for c in list_clauses(verb) if not blamed and is_clause_of(c, verb, words))
    clause = next(clauses, None)
    if clause is not None and clause.pos_ in ("VERB", "AUX"):
        return open_aspect(clause)
    if words in load_words("needs", "infinitive_only") | load_words("with_clause"):
        return None
    gerunds = (
        c
        for c in verb.children
        if c.tag_ == "VBG" and c.dep_ in ("obj", "xcomp", "advcl", "csubj", "csubj:pass")[: 1 if blamed else None]
    )
    gerund = next((g for g in gerunds if not is_absolute(g, verb)), None)
    objects = sorted(find_objects(verb), key=lambda o: o.dep_ == "iobj")
    noun = gerund or next(iter(objects), None) or find_nominal(verb)
    if noun is None:
        return None
    wanted = next((c for c in noun.children if c.dep_ == "acl" and c.i == noun.i + 1 and c.tag_ == "VBN"), None)
    if wanted is not None and words in ("want", "need", "demand", "see"):
        return wanted
    if verb.dep_ == "acl:relcl" and noun.i == verb.head.i and words in load_words("asking") and not is_action(noun):
        return None
    fits = may_be_proposal(noun, words) or is_ending(noun) or is_made_of_verb(noun) or is_plain_thing(noun, words)
    return open_pointing(noun) if fits else None


def is_absolute(gerund: Token, verb: Token) -> bool:
    """Whether a gerund only goes along with the act: after a comma, or as in "with Fiji abstaining"."""
    between = verb.doc[min(gerund.i, verb.i) : max(gerund.i, verb.i)]
    aside = gerund.dep_ == "advcl" and any(t.text == "," for t in between)
    return aside or (has_case(gerund, "with") and find_child(gerund, "nsubj") is not None)


def list_clauses(verb: Token) -> list[Token]:
    """The clauses under a verb, and those that the tree hangs on a noun between: "asked in a letter that"."""
    own = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl")]
    tied = [c for noun in find_obliques(verb, "in") for c in noun.children if c.dep_ in ("acl", "ccomp")]
    return own + [c for c in tied if any(k.lower_ == "that" and k.dep_ == "mark" for k in c.children)]


def open_aspect(clause: Token) -> Token:
    """The act that a verb of its course leads to: "prepare to leave" is to leave."""
    if clause.lemma_ in ENSURING and (ensured := find_child(clause, "ccomp")) is not None:
        return ensured
    if clause.lemma_ not in load_words("aspects") or is_negated(clause):
        return clause
    led = (c for c in clause.children if c.dep_ in ("xcomp", "advcl") and c.i > clause.i)
    goes_on = clause.lemma_ != "go" or any(c.lower_ == "on" for c in clause.children)
    return next((c for c in led if is_infinitive(c) or (c.tag_ == "VBG" and goes_on)), clause)


def find_nominal(verb: Token) -> Token | None:
    """The noun right behind a verb that the tree takes for a predicate ("considered a cut")."""
    return next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "NOUN" and c.i > verb.i), None)


def is_clause_of(clause: Token, verb: Token, words: str) -> bool:
    """Whether a clause is what the verb is about: an infinitive, or what follows "that" with a plain or modal verb."""
    if (
        clause.i < verb.i
        or is_coordinated(clause)
        or any(
            c.dep_ == "mark"
            and c.lower_ in ("if", "whether", "because", "after", "as", "while", "when", "before", "since")
            for c in clause.children
        )
    ):
        return False
    if any(c.lower_ in ("how", "what", "why", "who") for c in clause.children):
        return False
    if any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in clause.children) or clause.tag_ == "VBG":
        return clause.dep_ != "advcl" or clause.tag_ != "VBG"
    bare = any(c.dep_.startswith("aux") and c.tag_ == "VB" for c in clause.children) and not find_modals(clause)
    asked = clause.tag_ == "VB" or bare or bool({"should", "must"} & set(find_modals(clause)))
    hinted = words in HINTING and bool({"could", "might", "may", "would", "will"} & set(find_modals(clause)))
    if words in TOLD_TO and not is_infinitive(clause):
        return False
    settled = hinted or (words in SETTLING and bool({"will", "would"} & set(find_modals(clause))))
    asked = asked or settled
    return clause.dep_ in ("ccomp", "xcomp", "acl") and (asked or words in load_words("asking"))


def is_coordinated(clause: Token) -> bool:
    """Whether "and" or "but" opens a clause with a subject, so that it stands beside the verb, not under it."""
    opened = any(c.dep_ == "cc" and c.i < clause.i for c in clause.children)
    return opened and find_child(clause, "nsubj", "nsubj:pass") is not None


def is_infinitive(token: Token) -> bool:
    """Whether a verb has "to" before it."""
    return token.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in token.children)


def find_said(verb: Token) -> Token | None:
    """What a document or plan that is the subject of `verb` proposes: "the draft calls for talks", "would send"."""
    words = find_words(verb, load_words("asking"))
    if words is not None:
        return find_proposal(verb, words)
    own = "would" in find_modals(verb) and verb.pos_ == "VERB" and find_child(verb, "obj") is not None
    return verb if own and not is_negated(verb) else None


def find_asked(clause: Token) -> Token:
    """What a text asks for that a participle tells of ("a resolution demanding elections"); else the act itself."""
    words = find_words(clause, load_words("asking")) if clause.tag_ == "VBG" else None
    return (find_proposal(clause, words) if words is not None else None) or clause


def is_right_behind(clause: Token, noun: Token) -> bool:
    """Whether an infinitive opens with the word after `noun`."""
    return noun.i < clause.i <= noun.i + 4 and is_infinitive(clause) and clause.doc[noun.i + 1].lower_ == "to"


def open_pointing(token: Token) -> Token:
    """What hangs on a word that only points ("the plan to withdraw", "a call for talks"); else the word itself."""
    if not is_pointing(token) and token.lemma_.lower() not in load_words("carrying"):
        return token
    for child in token.children:
        opened = child.tag_ == "VBG" or (find_child(child, "mark") is not None and not is_passive(child))
        if child.i > token.i and child.dep_ in ("acl", "advcl") and opened:
            return find_asked(child)
    if token.dep_ == "nsubj" and (said := find_said(token.head)) is not None:
        return said
    beside = next((c for c in token.head.children if c.dep_ in ("advcl", "xcomp") and is_right_behind(c, token)), None)
    if beside is not None:
        return beside
    found = [t for t in list_tied(token) if may_be_proposal(t) or is_plain_noun(t)] if is_pointing(token) else []
    return open_pointing(found[0]) if found else token


def list_tied(noun: Token) -> list[Token]:
    """What prepositions tie to a noun that points, that of "of" last: "the call of the gangs for talks"."""
    return [*find_obliques(noun, "for", "on", "to"), *find_obliques(noun, "of")]


def complements(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > token.i and c.pos_ == "VERB"]
