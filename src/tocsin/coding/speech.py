"""Speech: which verbs report a communication act, and what of their clause is its content."""

from functools import cache

from spacy.tokens import Token

from tocsin.codebook.tables import load_table
from tocsin.coding.clauses import (
    NEGATIONS,
    SUBJECTS,
    find_child,
    find_modals,
    find_obliques,
    has_subject,
    is_negated,
    is_passive,
)
from tocsin.coding.subjects import find_inverted

NOT_SAID = frozenset({"would", "could", "might", "may", "should", "must", "will", "shall", "can"})
NEAR = 10


@cache
def load_cues(key: str) -> frozenset[str]:
    """One list of the statements' cues."""
    return frozenset(load_table("cues_statements")[key])


@cache
def load_forces() -> dict[str, str]:
    """The force of each verb of communication ("asserts", "promises", "asks" ...), by its dictionary form."""
    forces: dict[str, str] = dict.fromkeys(load_table("cues_statements")["also"], "asserts")
    for row in load_table("communication")["class"]:
        for verb in row["verbs"]:
            forces.setdefault(verb, row["force"])
    return forces


@cache
def load_speech_nouns() -> dict[str, str]:
    """The force of each noun of communication ("announcement", "warning")."""
    return {word: row["force"] for row in load_table("communication")["noun"] for word in row["words"]}


@cache
def load_thoughts() -> frozenset[str]:
    """Verbs of thought, feeling and perception."""
    return frozenset(load_table("communication")["thought"]["verbs"])


def is_verb(token: Token) -> bool:
    """Whether a token is a verb, or a verb of communication taken for a noun ("traders report that")."""
    if token.pos_ == "VERB" or (token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ != "AUX"):
        return True
    relations = {c.dep_ for c in token.children}
    return token.pos_ == "NOUN" and token.lemma_ in load_forces() and {"nsubj", "ccomp"} <= relations


def find_verb_words(verb: Token) -> str | None:
    """The dictionary form of a verb of communication with its particle or preposition ("call for"), None for others."""
    lemma = verb.lemma_.lower()
    forces = load_forces()
    particles = [c.lower_ for c in verb.children if c.dep_ in ("compound:prt", "advmod") and c.i > verb.i]
    particles += [c.lower_ for c in verb.children if c.dep_ == "xcomp" and c.lower_ in ("clear", "plain", "known")]
    particles += [
        k.lower_
        for c in verb.children
        if c.dep_.startswith("obl") or c.dep_ == "xcomp"
        for k in c.children
        if k.dep_ == "case" and c.i > verb.i
    ]
    for particle in particles:
        if f"{lemma} {particle}" in forces:
            return f"{lemma} {particle}"
    return lemma if lemma in forces else None


def is_reporting(verb: Token) -> bool:
    """Whether a verb of communication tells of an act done: not denied, not merely possible, planned or wished."""
    if _is_denied(verb) or NOT_SAID & set(find_modals(verb)) or _is_heading(verb):
        return False
    by_way = verb.head.lemma_ in load_cues("says_by")
    if any(
        c.dep_ in ("mark", "case") and c.lower_ in load_cues("no_report_after") and not (by_way and c.lower_ == "by")
        for c in verb.children
    ):
        return False
    if _is_infinitive(verb):
        if _is_ranked(verb):
            return True
        told = verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and verb.head.lemma_ in load_cues("journeys"))
        return told and verb.head.lemma_ in load_cues("still_says") and _is_told(verb.head)
    if is_passive(verb) and not find_obliques(verb, "by"):
        return False
    return verb.tag_ != "VB" or not any(c.lower_ in ("do", "did", "does") and is_negated(verb) for c in verb.children)


def _is_denied(verb: Token) -> bool:
    """Whether a verb is denied by a word before it; one behind it is part of what is said ("he replied, "Never"")."""
    return is_negated(verb) and any(t.lower_ in NEGATIONS for t in verb.doc[verb.sent.start : verb.i])


def _is_heading(verb: Token) -> bool:
    """Whether a verb stands in the heading of a sentence: "What Paris says: ..."."""
    first = verb.sent[0]
    return first.lower_ == "what" and verb.i + 1 < len(verb.doc) and verb.nbor().text == ":"


def _is_ranked(verb: Token) -> bool:
    """Whether an infinitive is a deed since its doer did it in some order: "the first leader to call on"."""
    for token in reversed(verb.doc[max(verb.i - 8, verb.sent.start) : verb.i]):
        if token.lower_ in load_cues("ranks"):
            return True
        if token.pos_ in ("VERB", "PUNCT", "PRON", "SCONJ"):
            return False
    return False


def _is_told(verb: Token) -> bool:
    return not is_negated(verb) and not NOT_SAID & set(find_modals(verb)) and verb.tag_ != "VB"


def _is_infinitive(verb: Token) -> bool:
    if any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in verb.children):
        return not any(c.lemma_ == "be" and c.dep_ == "aux" and c.tag_ != "VB" for c in verb.children)
    return (
        verb.dep_ == "conj"
        and verb.tag_ == "VB"
        and verb.head.pos_ == "VERB"
        and not any(c.dep_ == "nsubj" for c in verb.children)
        and _is_infinitive(verb.head)
    )


def find_content(verb: Token) -> tuple[Token, str] | None:
    """The head of what a verb of communication reports without quotation marks, and which frame it fills; or None."""
    words = find_verb_words(verb)
    clause = _find_clause(verb, words)
    if words is None:
        return None
    if clause is not None and (words not in load_cues("only_quoted") or words in load_cues("with_clause")):
        return clause, "clause"
    addressed = [c for c in verb.children if c.dep_ in ("obj", "iobj", "obl")]
    near = [*verb.children, *(c for a in addressed for c in a.children if c.dep_ == "acl")]
    infinitive = next(
        (c for c in near if c.dep_ in ("xcomp", "advcl", "ccomp", "acl") and c.i > verb.i and _is_infinitive(c)), None
    )
    unnamed = words == "ask" and infinitive is not None and infinitive.lemma_ in ("name", "identify", "quote")
    if infinitive is not None and words in load_cues("with_infinitive") and not unnamed:
        return infinitive, "infinitive"
    gerund = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG" and c.i > verb.i), None)
    if gerund is not None and words in load_cues("with_gerund"):
        return gerund, "infinitive"
    for key, prepositions, frame in (
        ("with_reason", "reason_prepositions", "reason"),
        ("with_topic", "topic_prepositions", "topic"),
    ):
        if words in load_cues(key):
            behind = [verb, *(c for c in verb.children if c.dep_ in ("obj", "iobj") and frame == "reason")]
            found = [
                t
                for b in behind
                for t in find_obliques(b, *load_cues(prepositions))
                if t.i > verb.i and not _is_time(t)
            ]
            if frame == "reason" and words not in ("accuse", "compare", "liken", "attribute"):
                found = [t for t in found if not any(c.lower_ in ("to", "of") and t.dep_ == "nmod" for c in t.children)]
            if found and (frame == "topic" or find_child(verb, "obj", "iobj", "nsubj:pass") is not None):
                return found[0], frame
    if words in load_cues("with_label") and (label := _find_label(verb)) is not None:
        return label, "label"
    readers = (_find_noun, _find_denied, _find_expressed, _find_made)
    return next((found for read in readers if (found := read(verb, words)) is not None), None) or _find_pointer(verb)


def _find_made(verb: Token, words: str) -> tuple[Token, str] | None:
    """The act of speech that a verb without a sense of its own performs: "made a call for", "sent a warning that"."""
    noun = find_child(verb, "obj")
    if noun is None or words not in load_cues("performing") or any(c.lower_ == "no" for c in noun.children):
        return None
    lemma = noun.lemma_.lower()
    if lemma not in load_speech_nouns() or lemma in load_cues("not_performed"):
        return None
    if any(c.lower_ in ("same", "similar") for c in noun.children):
        return noun, "noun"
    says = [c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.tag_ not in ("VBG", "VBN")]
    says += [c for c in noun.children if c.dep_ == "acl:relcl" and find_child(c, "mark") is not None]
    near = [c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.i > noun.i]
    says += [c for c in near if any(k.lower_ in ("that", "to") and k.dep_ == "mark" for k in c.children)]
    about = [*find_obliques(noun, *load_cues("purport")), *find_obliques(verb, *load_cues("purport"))]
    told = [*says, *(t for t in about if t.i > noun.i and not _is_time(t) and lemma not in load_cues("papers_said"))]
    return (noun, "noun") if told else None


def _find_denied(verb: Token, words: str) -> tuple[Token, str] | None:
    """What was said by others, as what a verb denies: "rejects the accusation", "dismissed reports that"."""
    noun = find_child(verb, "obj")
    said = noun is not None and noun.lemma_.lower() in load_cues("deniable")
    return (noun, "noun") if noun is not None and said and words in load_cues("with_denied") else None


def _find_expressed(verb: Token, words: str) -> tuple[Token, str] | None:
    """The feeling or doubt that a verb puts into words, with what it is about: "raised the prospect of a blockade"."""
    noun = find_child(verb, "obj")
    if words not in load_cues("with_expression") or noun is None or noun.lemma_.lower() not in load_cues("expressed"):
        return None
    about = [*find_obliques(noun, *load_cues("about")), *(c for c in noun.children if c.dep_ in ("acl", "ccomp"))]
    about += [t for t in find_obliques(verb, *load_cues("about")) if t.i > noun.i and not _is_time(t)]
    return (noun, "noun") if any(t.i > noun.i for t in about) else None


def _find_pointer(verb: Token) -> tuple[Token, str] | None:
    """The word that points at what was told before: "Moscow has said so", "she admitted as much"."""
    behind = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if behind.lower_ == "as" and behind.i + 1 < len(verb.doc) and behind.nbor().lower_ == "much":
        return behind.nbor(), "noun"
    so = next((c for c in verb.children if c.lower_ == "so" and c.dep_ == "advmod" and c.i > verb.i), None)
    return (so, "noun") if so is not None else None


def _find_noun(verb: Token, words: str) -> tuple[Token, str] | None:
    if words not in load_cues("with_noun"):
        return None
    particle = words.partition(" ")[2]
    behind = find_obliques(verb, particle) if particle else []
    noun = behind[0] if behind else find_child(verb, "obj", "nsubj:pass")
    if noun is None and verb.dep_ == "acl" and is_passive(verb):
        noun = verb.head
    if noun is not None and (noun.lower_.endswith(("self", "selves")) or _is_before_comma(verb)):
        return None
    if noun is None or any(c.lower_ == "no" for c in noun.children):
        return None
    points = noun.lower_ in ("it", "this", "that", "they", "them", "himself")
    if points and words not in ("deny", "confirm"):
        return None
    if words == "claim" and (noun.lemma_.lower() in load_cues("held_as_own") or noun.ent_type_ == "LOC"):
        return None
    return noun, "noun"


def _is_before_comma(verb: Token) -> bool:
    return verb.i + 1 < len(verb.doc) and verb.nbor().text == ","


def _find_clause(verb: Token, words: str | None) -> Token | None:
    for child in verb.children:
        if child.dep_ == "ccomp" and not _is_infinitive(child) and child.pos_ not in ("NUM", "PUNCT"):
            if child.i > verb.i and any(t.text == ";" for t in verb.doc[verb.i : child.i]):
                continue
            if child.i < verb.i and _is_bare(child, any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)):
                continue
            return child
        if child.dep_ == "xcomp" and child.tag_ == "VB" and not _is_infinitive(child) and has_subject(child):
            return child
        loose = child.dep_ == "advcl" or (child.dep_ == "acl" and verb.pos_ == "NOUN")
        if loose and child.i > verb.i and [c.lower_ for c in child.children if c.dep_ == "mark"] == ["that"]:
            return child
    for addressed in verb.children:
        if addressed.dep_ in ("obj", "iobj") and words is not None:
            for child in addressed.children:
                if child.dep_.startswith("acl") and any(
                    c.lower_ == "that" and c.dep_ == "mark" for c in child.children
                ):
                    return child
    for child in verb.children:
        if child.dep_ == "xcomp" and child.lower_ in ("clear", "plain", "known"):
            return find_child(child, "ccomp")
        parted = any(t.text == ";" for t in verb.doc[min(child.i, verb.i) : verb.i])
        if (
            child.dep_ == "parataxis"
            and child.i < verb.i
            and not parted
            and child.pos_ in ("VERB", "AUX", "ADJ", "NOUN")
        ):
            return child
    return _find_clause_behind(verb) or _find_after_colon(verb)


def _find_after_colon(verb: Token) -> Token | None:
    """What is said behind a colon: "warned Chad: should a shell fall, the bridge would be shut"."""
    behind = (c for c in verb.children if c.dep_ in ("parataxis", "conj", "ccomp") and c.i > verb.i)
    return next((c for c in behind if any(t.text == ":" for t in verb.doc[verb.i : c.i])), None)


def _is_bare(participle: Token, other: bool) -> bool:
    """Whether a participle without subject and helping verb only says more of the noun before it.

    It does so after a comma, or where the verb has an `other` clause for its content.
    """
    opened = other or (participle.i > participle.sent.start and participle.nbor(-1).text == ",")
    own = any(c.dep_ in SUBJECTS or c.dep_ in ("aux", "aux:pass", "cop", "mark") for c in participle.children)
    return opened and not own and participle.tag_ in ("VBN", "VBG", "VBD")


def _find_clause_behind(verb: Token) -> Token | None:
    """The clause right behind a verb and its addressee, with "that" or without, where the tree hung it elsewhere."""
    for token in verb.doc[verb.i + 1 : min(verb.i + NEAR, verb.sent.end)]:
        opens = (token.lower_ == "that" and token.dep_ == "mark") or token.dep_ in SUBJECTS
        if opens and token.head.i > token.i:
            return token.head if token.head.dep_ in ("ccomp", "conj", "acl") else None
        if token.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"):
            return None
    return None


def _find_label(verb: Token) -> Token | None:
    so_called = verb.dep_ == "acl:relcl" and verb.head.lower_ == "what"
    named = (c for c in verb.children if c.dep_ == "xcomp" and (c.pos_ in ("NOUN", "ADJ", "PROPN") or c.tag_ == "VBG"))
    label = next((c for c in named if c.i > verb.i), find_child(verb, "obj") if so_called else None)
    is_own = any(c.dep_ == "obj" and c.lower_.endswith(("self", "selves")) for c in verb.children)
    if is_own and verb.lemma_ not in ("declare", "proclaim"):
        return None
    if label is not None and label.pos_ == "PROPN" and find_inverted(verb) is not None:
        return None
    if label is not None and verb.lemma_ != "name":
        return label
    found = [t for t in find_obliques(verb, "as") if t.i > verb.i]
    return found[0] if found else None


def _is_time(token: Token) -> bool:
    return (
        token.lower_
        in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "time", "week", "day")
        or token.like_num
    )
