"""Contents: what of the clause of a verb of communication is said, and which frame it fills."""

from spacy.tokens import Token

from tocsin.coding.clauses import SUBJECTS, find_child, find_obliques, has_subject, is_passive
from tocsin.coding.speech import find_verb_words, is_infinitive, load_cues, load_speech_nouns
from tocsin.coding.subjects import find_inverted

NEAR = 10


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
        (c for c in near if c.dep_ in ("xcomp", "advcl", "ccomp", "acl") and c.i > verb.i and is_infinitive(c)), None
    )
    unnamed = words == "ask" and infinitive is not None and infinitive.lemma_ in ("name", "identify", "quote")
    if infinitive is not None and words in load_cues("with_infinitive") and not unnamed:
        return infinitive, "infinitive"
    gerund = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG" and c.i > verb.i), None)
    if gerund is not None and words in load_cues("with_gerund"):
        return gerund, "infinitive"
    if (about := _find_about(verb, words)) is not None:
        return about
    if words in load_cues("with_label") and (label := _find_label(verb)) is not None:
        return label, "label"
    readers = (_find_noun, _find_denied, _find_expressed, _find_made)
    told = next((noun for read in readers if (noun := read(verb, words)) is not None), None)
    return told or _find_pointer(verb)


def _find_about(verb: Token, words: str) -> tuple[Token, str] | None:
    """The reason or the topic behind a preposition: "accused X of", "warned of"."""
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
    return None


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
    if noun is not None and noun == find_inverted(verb):
        return None
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
        if child.dep_ == "ccomp" and not is_infinitive(child) and child.pos_ not in ("NUM", "PUNCT"):
            if child.i > verb.i and any(t.text == ";" for t in verb.doc[verb.i : child.i]):
                continue
            if child.i < verb.i and _is_bare(child, any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)):
                continue
            return child
        if child.dep_ == "xcomp" and child.tag_ == "VB" and not is_infinitive(child) and has_subject(child):
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
