"""Sources: whose words a text gives without a verb of saying ("according to", "in the words of", "X's promise of")."""

from spacy.tokens import Doc, Span, Token

from tocsin.coding.clauses import find_child, find_obliques, find_subjects
from tocsin.coding.nouns import load_nouns
from tocsin.coding.phrases import look_back
from tocsin.coding.quotations import Quotation
from tocsin.coding.speech import find_verb_words, is_reporting, load_cues, load_speech_nouns

QUOTING = frozenset({"quote", "cite", "paraphrase"})


def find_in_words_of(doc: Doc, quotation: Quotation) -> Token | None:
    """Whose words a quotation gives: "...", in the words of X."""
    for token in doc[quotation.last : min(quotation.last + 8, len(doc))]:
        if token.lower_ in ("words", "phrase", "formula") and token.nbor(-1).lower_ in ("the", "'s", "’s", "’", "'"):
            return find_child(token, "nmod:poss") or next(iter(find_obliques(token, "of")), None)
    return None


def find_in_eyes_of(doc: Doc, quotation: Quotation) -> Token | None:
    """Whose view a sentence gives in quotation marks: "For Ana Ruiz, the vote was "a farce"."""
    first = doc[quotation.first].sent[0]
    if first.lower_ not in ("for", "to") or first.dep_ != "case" or first.head.i >= quotation.first:
        return None
    names = first.head.pos_ == "PROPN" and first.nbor().i == first.head.left_edge.i + 1
    ends = max(t.i for t in first.head.subtree) + 1
    return first.head if names and ends < len(doc) and "," in (doc[ends].text, doc[ends - 1].text) else None


def is_nickname(doc: Doc, quotation: Quotation) -> bool:
    """Whether a quotation is only what someone or something goes by: "known as "Barbecue"", "a film titled "War"."""
    before = doc[max(quotation.first - 3, 0) : quotation.first]
    return quotation.last - quotation.first < 8 and any(t.lower_ in load_cues("nicknames") for t in before)


def find_inner_subject(doc: Doc, quotation: Quotation, inside: set[int]) -> Token | None:
    """Whose act of speech a quotation quotes by its verb: "the ministers "strongly urged" Sudan to talk"."""
    verb = next(
        (t for t in doc[quotation.first : quotation.last] if t.pos_ == "VERB" and not quotation.holds(t.head.i)), None
    )
    verb = verb or next(
        (t for t in doc[quotation.first : quotation.last] if t.pos_ == "VERB" and t.dep_ == "ROOT"), None
    )
    if verb is None or find_verb_words(verb) is None or not is_reporting(verb):
        return None
    subject = find_child(verb, "nsubj")
    return subject if subject is not None and subject.i < quotation.first and subject.i not in inside else None


def find_quoted(verb: Token) -> Token | None:
    """Whom an outlet quotes: of "Tasnim quoted the general as saying" the general; None for any other verb."""
    as_saying = any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children)
    quoting = verb.head if as_saying and verb.head.lemma_ in QUOTING else verb
    if quoting.lemma_ not in QUOTING:
        return None
    return find_child(quoting, "nsubj:pass") or find_child(quoting, "obj")


def find_possessor(doc: Doc, quotation: Quotation, inside: set[int]) -> Token | None:
    """Whose word of communication a quotation fills: "the junta's promise of "...""; None without an owner."""
    for token in doc[max(quotation.first - 3, doc[quotation.first].sent.start) : quotation.first]:
        if token.i not in inside and find_speech_noun(token) is not None:
            return find_child(token, "nmod:poss") or next(iter(find_obliques(token, "by", "from")), None)
    return None


def find_source(sentence: Span, inside: set[int]) -> Token | None:
    """The innermost source of "according to X, quoting Y" in a sentence."""
    token = next((t for t in sentence if t.lower_ == "according" and t.i not in inside), None)
    if token is None:
        return None
    noun = token.head if token.dep_ in ("case", "mark") else find_child(token, "obl", "nmod")
    quoting = next((t for t in sentence if t.lower_ in ("quoting", "citing") and t.i > token.i), None)
    cited = find_child(quoting, "obj") if quoting is not None else None
    chosen = cited if cited is not None else noun
    return find_author(chosen) if chosen is not None else None


def find_author(subject: Token) -> Token | None:
    """Who speaks where the subject is a paper: its owner ("the US statement"), or who issues it; None without one."""
    if subject.lemma_.lower() in load_cues("assemblies"):
        held = next((t for t in find_obliques(subject, "of") if t.pos_ == "PROPN"), None)
        return held if held is not None else subject
    if subject.lemma_.lower() not in load_nouns("papers") or subject.pos_ != "NOUN":
        return subject
    owner = next(
        (
            c
            for c in subject.children
            if c.dep_ in ("nmod:poss", "compound", "amod") and c.pos_ in ("PROPN", "NOUN", "PRON", "ADJ")
        ),
        None,
    )
    if owner is not None and (owner.pos_ == "PROPN" or owner.dep_ == "nmod:poss" or owner.ent_type_):
        return owner
    shown = next((c for c in subject.children if c.dep_ == "acl" and c.lemma_ in load_cues("showing")), None)
    read_out = subject.head if subject.dep_ in ("obj", "nsubj") and subject.i > subject.head.i else None
    by = next(
        (t for head in (subject, shown, read_out) if head is not None for t in find_obliques(head, "by", "from")), None
    )
    if by is not None:
        return by
    if subject.dep_ == "obj" and subject.head.lemma_ in load_cues("issuing"):
        return next(iter(find_subjects(subject.head)), None)
    return _find_issuer(subject)


def _find_issuer(paper: Token) -> Token | None:
    """Whose paper it is that a text takes up again: its owner, or who spoke last before it ("The statement added")."""
    taken_up = any(c.lower_ in ("the", "this") and c.dep_ == "det" for c in paper.children)
    if not taken_up or paper.lemma_.lower() not in load_cues("taken_up") or paper.sent.start == 0:
        return None
    owner = _find_writer(paper)
    if owner is not None:
        return owner
    before = paper.doc[paper.sent.start - 1].sent
    for token in reversed(before):
        speaks = token.pos_ == "VERB" and find_verb_words(token) is not None and is_reporting(token)
        subject = next(iter(find_subjects(token)), None) if speaks else None
        if subject is not None and subject.pos_ != "PRON" and subject.sent == before:
            return find_author(subject)
    return None


def _find_writer(paper: Token) -> Token | None:
    """Whose the last paper with the same noun was ("A letter from Ana Ruiz came. The letter asked")."""
    for token in reversed(look_back(paper)):
        if token.lemma_.lower() == paper.lemma_.lower() and token.pos_ == "NOUN" and token.sent != paper.sent:
            own = find_child(token, "nmod:poss") or next(iter(find_obliques(token, "from", "by")), None)
            own = own or next((t for t in find_obliques(token, "of") if t.pos_ == "PROPN"), None)
            if own is not None and own.pos_ in ("PROPN", "PRON", "NOUN"):
                return own
    return None


def find_passed_on(verb: Token) -> Token | None:
    """Whom a report passes on: of "the agency said, quoting a port official" the official; None where nobody is."""
    clause = verb.head if verb.dep_ in ("parataxis", "ccomp") else verb
    quoting = (
        c
        for head in {clause, verb, *(c for c in verb.children if c.dep_ == "ccomp")}
        for c in head.children
        if c.lower_ in ("quoting", "citing") and c.i > verb.i
    )
    first = next(quoting, None)
    return find_child(first, "obj") if first is not None else None


def is_own_reporter(speaker: Token) -> bool:
    """Whether a speaker is the outlet's own ("our correspondent reports"), whose words are the text's."""
    own = any(c.lower_ == "our" for c in speaker.children)
    return own and speaker.lemma_.lower() in ("reporter", "correspondent", "colleague", "team")


def find_speech_noun(token: Token) -> str | None:
    """The noun of communication that `token` is ("announcement"), or None."""
    lemma = token.lemma_.lower()
    return lemma if lemma in load_speech_nouns() and token.pos_ == "NOUN" else None
