"""Attributions: the verb that reports each quotation, and the token that speaks it."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tocsin.coding.clauses import find_child, find_subjects, walk_up
from tocsin.coding.contents import find_content
from tocsin.coding.labels import find_dash_or_colon
from tocsin.coding.quotations import Quotation
from tocsin.coding.sources import (
    find_author,
    find_in_eyes_of,
    find_in_words_of,
    find_inner_subject,
    find_possessor,
    find_quoted,
    find_source,
    find_speech_noun,
    is_nickname,
)
from tocsin.coding.sparing import take_each
from tocsin.coding.speech import find_verb_words, is_reporting, is_verb, load_cues, load_forces, load_thoughts
from tocsin.coding.subjects import climb_phrase

NEAR = 14


@dataclass(frozen=True)
class Attribution:
    """Which quotation (by number), the token of its cue (a verb, "according", a colon), its speaker, by which rule."""

    quotation: int
    cue: int | None
    speaker: int | None
    rule: str


def attribute(doc: Doc, quotations: Sequence[Quotation]) -> list[Attribution]:
    """One attribution a quotation, in order; the speaker is None where the text does not tell one."""
    inside = {i for q in quotations for i in range(q.first, q.last)}
    found = [Attribution(number, None, None, "unknown") for number in range(len(quotations))]

    def tell(number: int) -> Attribution:
        before, last = (found[number - 1], quotations[number - 1]) if number else (None, None)
        return _attribute_one(doc, number, quotations[number], inside, before, last)

    for told in take_each(range(len(quotations)), tell, lambda number: doc[quotations[number].first]):
        found[told.quotation] = told
    return found


def _attribute_one(
    doc: Doc, number: int, quotation: Quotation, inside: set[int], before: Attribution | None, last: Quotation | None
) -> Attribution:
    is_whole = _is_whole(doc, quotation)
    if is_nickname(doc, quotation):
        return Attribution(number, None, None, "unknown")
    inner = None if is_whole else find_inner_subject(doc, quotation, inside)
    if inner is not None:
        return Attribution(number, None, inner.i, "verb within")
    words = find_in_words_of(doc, quotation)
    if words is not None:
        return Attribution(number, None, words.i, "in the words of")
    after, ahead = _find_after(doc, quotation, inside), _find_before(doc, quotation, inside)
    above = _find_above(doc, quotation, inside)
    order = (
        ((after, "after"), (above, "above"), (ahead, "before"))
        if is_whole
        else ((above, "above"), (ahead, "before"), (after, "after"))
    )
    for cue, rule in order:
        if cue is not None:
            speaker = _find_speaker(cue, inside)
            if speaker is not None:
                return Attribution(number, cue.i, speaker.i, rule)
    source = find_source(doc[quotation.first].sent, inside) or find_in_eyes_of(doc, quotation)
    if source is not None:
        return Attribution(number, None, source.i, "according to")
    noun = find_dash_or_colon(doc, quotation, inside)
    if noun is not None:
        return Attribution(number, None, noun.i, "colon or dash")
    owner = find_possessor(doc, quotation, inside)
    if owner is not None:
        return Attribution(number, None, owner.i, "owner")
    if is_whole and before is not None and last is not None and _is_same_speech(doc, last, quotation, inside):
        return Attribution(number, None, before.speaker, "goes on")
    if is_whole:
        subject = _find_subject_before(doc, quotation, inside)
        if subject is not None:
            return Attribution(number, None, subject.i, "sentence before")
    return Attribution(number, None, None, "unknown")


def _is_whole(doc: Doc, quotation: Quotation) -> bool:
    """Whether the quotation begins as a sentence does and is more than a few words, or ends as one."""
    words = [t for t in doc[quotation.first : quotation.last] if t.is_alpha or t.is_digit]
    if not words:
        return False
    starts = words[0].text[:1].isupper() or words[0].is_digit
    previous = _previous_word(doc, quotation.first)
    free = (
        previous is None or previous.text in '.!?:,;—–-…”"' or previous.is_space or doc[quotation.first].is_sent_start
    )
    return bool(starts and free and len(words) > 1)


def _previous_word(doc: Doc, index: int) -> Token | None:
    index -= 1
    return doc[index] if index >= 0 else None


def _find_after(doc: Doc, quotation: Quotation, inside: set[int]) -> Token | None:
    """The verb right after a quotation: "...", said X; "...", X said."""
    ends_sentence = "." in (t.text for t in doc[max(quotation.last - 3, quotation.first) : quotation.last])
    for token in doc[quotation.last : min(quotation.last + NEAR, len(doc))]:
        if token.i in inside or "\n" in token.text or token.text in (".", ";", ":", "!", "?"):
            return None
        if ends_sentence and token.i == _skip_marks(doc, quotation.last) and token.text[:1].isupper():
            return None
        aside = token.dep_ == "acl:relcl" and token.head.i >= quotation.last
        if is_verb(token) and token.dep_ != "amod" and not aside and _is_said(token):
            return token if _subject_near(token, quotation, inside) else None
        if (
            token.pos_ == "NOUN"
            and token.tag_ == "NNS"
            and token.lemma_ in load_forces()
            and token.nbor(-1).pos_ == "PROPN"
        ):
            return token
        if (
            token.pos_ in ("VERB", "AUX")
            and token.dep_ not in ("acl:relcl", "acl", "aux", "aux:pass", "amod")
            and not _is_in_relative(token, quotation)
        ):
            return None
        if token.pos_ in ("CCONJ", "SCONJ") and token.dep_ in ("cc", "mark") and token.i - quotation.last < 3:
            return None
    return None


def _skip_marks(doc: Doc, index: int) -> int:
    while index < len(doc) and (doc[index].is_punct or doc[index].is_space):
        index += 1
    return index


def _is_in_relative(token: Token, quotation: Quotation) -> bool:
    return any(t.dep_ in ("acl:relcl", "acl") and t.i >= quotation.last for t in walk_up(token))


def _subject_near(verb: Token, quotation: Quotation, inside: set[int]) -> bool:
    subject = _find_speaker(verb, inside)
    return subject is not None and subject.i >= quotation.last and abs(subject.i - verb.i) <= NEAR


def _find_before(doc: Doc, quotation: Quotation, inside: set[int]) -> Token | None:
    """The last verb of communication before a quotation in its sentence."""
    start = doc[quotation.first].sent.start
    if quotation.first == start and quotation.first > 0 and doc[quotation.first - 1].text in (":", ","):
        start = doc[quotation.first - 1].sent.start
    for token in reversed(doc[max(start, quotation.first - 30) : quotation.first]):
        if token.i in inside and not any(t.i in inside for t in (doc[max(token.i - 1, 0)],)):
            return None
        if token.i not in inside and is_verb(token) and _is_said(token):
            return token
        if token.text == ";" or (token.i in inside and token.text in ".!?"):
            return None
    return None


def _find_above(doc: Doc, quotation: Quotation, inside: set[int]) -> Token | None:
    """The first verb of communication above the quotation in the tree."""
    for token in doc[quotation.first : quotation.last]:
        if not quotation.holds(token.head.i):
            for above in walk_up(token.head):
                if above.i in inside or not is_verb(above):
                    continue
                if (between := _find_parenthesis(above, inside)) is not None:
                    return between
                if _is_said(above):
                    return above
                if above.lemma_ in load_thoughts() and is_reporting(above):
                    return _find_telling(above, inside) or above
    return None


def _find_parenthesis(verb: Token, inside: set[int]) -> Token | None:
    """The verb of saying that stands between commas in the clause of `verb`: "Rwanda, she says, wants ..."."""
    for child in verb.children:
        if child.dep_ in ("parataxis", "conj") and child.i not in inside and is_verb(child) and _is_said(child):
            own = find_child(child, "nsubj")
            bare = not any(c.dep_ in ("cc", "ccomp", "obj", "xcomp") for c in child.children)
            if own is not None and bare and child.doc[min(own.i, child.i) - 1].text == ",":
                return child
    return None


def _find_telling(thought: Token, inside: set[int]) -> Token | None:
    """The report of one's own thought: of "he says he expects" the verb "says"; None for a thought told by others."""
    above, subject = thought.head, find_child(thought, "nsubj")
    if thought.dep_ != "ccomp" or above.i in inside or not is_verb(above) or not _is_said(above):
        return None
    content = find_content(above)
    own = subject is not None and subject.pos_ == "PRON" and subject.lower_ in load_cues("own_thought")
    own = own or thought.i < above.i
    return above if own and content is not None and content[0].i == thought.i else None


def _is_said(verb: Token) -> bool:
    return find_verb_words(verb) is not None and is_reporting(verb) and not _is_plain_deed(verb)


def _is_plain_deed(verb: Token) -> bool:
    """Whether a verb that reports only with a noun of speech has none: "made a "tactical" retreat"."""
    if verb.lemma_ not in load_cues("deeds") or any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
        return False
    objects = [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass")]
    return not any(find_speech_noun(c) is not None or c.pos_ == "PRON" for c in objects)


def _find_speaker(cue: Token, inside: set[int]) -> Token | None:
    quoted = find_quoted(cue)
    if quoted is not None and quoted.i not in inside and quoted.pos_ in ("PROPN", "PRON", "NOUN"):
        return find_author(quoted)
    subject = next(iter(find_subjects(cue)), None) if cue.pos_ == "VERB" else cue.nbor(-1)
    if subject is None or subject.i in inside:
        subject = _find_subject_beside(cue, inside)
    if subject is None or subject.i in inside or _is_quotation_word(subject):
        return None
    return find_author(subject)


def _is_quotation_word(token: Token) -> bool:
    return token.is_punct or token.is_space


def _find_subject_beside(cue: Token, inside: set[int]) -> Token | None:
    """The noun phrase next to the verb where the tree gives no subject: "said KCNA", "he said"."""
    doc = cue.doc
    if (
        cue.i
        and (cue.i - 1 in inside or (doc[cue.i - 1].text == "," and cue.i - 2 in inside))
        and cue.tag_ in ("VBZ", "VBD")
    ):
        behind = next(
            (c for c in cue.children if c.i > cue.i and c.dep_ in ("obj", "iobj") and c.i not in inside), None
        )
        if behind is not None and not any(c.dep_ == "case" for c in behind.children):
            return behind
    behind = _find_phrase_behind(cue) if cue.tag_ in ("VBZ", "VBD") and cue.i and cue.i - 1 in inside else None
    if behind is not None:
        return behind
    for step in (1, 2):
        i = cue.i + step
        if i < len(doc) and i not in inside and doc[i].pos_ in ("PROPN", "PRON"):
            return doc[i]
    i = cue.i - 1
    while i >= cue.sent.start and i not in inside and doc[i].pos_ in ("ADV", "AUX"):
        i -= 1
    if i >= cue.sent.start and i not in inside and doc[i].pos_ in ("PROPN", "PRON", "NOUN"):
        return climb_phrase(doc[i])
    if i > cue.sent.start and doc[i].text == "," and doc[i - 1].ent_type_ == "PERSON" and i - 1 not in inside:
        return doc[i - 1]
    return None


def _find_phrase_behind(cue: Token) -> Token | None:
    """The noun with its article right behind a verb, wherever the tree hangs it: "...," said a nurse in Aden."""
    near = cue.doc[cue.i + 1 : min(cue.i + 9, cue.sent.end)]
    if not near or near[0].pos_ not in ("DET", "NUM", "ADJ"):
        return None
    return next((t for t in reversed(near) if t.pos_ == "NOUN" and t.left_edge.i == cue.i + 1), None)


def _is_same_speech(doc: Doc, last: Quotation, quotation: Quotation, inside: set[int]) -> bool:
    """Whether no new subject comes between two quotations: the speaker goes on."""
    between = doc[last.last : quotation.first]
    if sum(t.text.count("\n\n") for t in between) > 1 or len(between) > 30:
        return False
    sentences = {t.sent.start for t in between if not t.is_punct and not t.is_space}
    return len(sentences) <= 1


def _find_subject_before(doc: Doc, quotation: Quotation, inside: set[int]) -> Token | None:
    """The subject of the sentence before a quotation that stands as a sentence of its own."""
    sentence = doc[quotation.first].sent
    outside = [t for t in sentence if t.i not in inside and not t.is_punct and not t.is_space]
    if outside or sentence.start == 0:
        return None
    previous = doc[sentence.start - 1].sent
    root = previous.root
    subject = next(iter(find_subjects(root)), None)
    return subject if subject is not None and subject.i not in inside else None
