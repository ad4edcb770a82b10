"""Statements: who said what to whom, in quotation marks or not."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.attributions import Attribution
from tocsin.coding.captions import code_colon
from tocsin.coding.clauses import (
    find_subjects,
    is_predicate,
    list_subtree,
    take_sentence,
    walk_up,
)
from tocsin.coding.contents import find_content
from tocsin.coding.groups import can_speak
from tocsin.coding.reported import Told, read_going_on, read_reckoning, read_speech_noun
from tocsin.coding.sources import find_author, find_passed_on, find_quoted, find_source, is_own_reporter
from tocsin.coding.sparing import read_each
from tocsin.coding.speech import find_verb_words, is_reporting, is_verb, load_cues
from tocsin.coding.subjects import SAYING, find_inverted
from tocsin.coding.utterances import cover_loosely, cover_words, write_spoken, write_statements
from tocsin.records.coding import Statement
from tocsin.records.frozen import take_span

CERTAINTIES = {
    "after": 0.92,
    "above": 0.88,
    "before": 0.85,
    "colon or dash": 0.8,
    "goes on": 0.8,
    "sentence before": 0.6,
    "according to": 0.75,
    "in the words of": 0.85,
    "owner": 0.7,
    "verb within": 0.8,
}
BESIDE = ("in the words of", "colon or dash", "owner", "verb within")
READERS = (read_speech_noun, read_reckoning)
FRAMES = {
    "clause": 0.85,
    "infinitive": 0.75,
    "noun": 0.65,
    "reason": 0.7,
    "topic": 0.6,
    "label": 0.7,
    "according to": 0.85,
}


def code_statements(article: Article) -> list[Statement]:
    """The reported communication acts of an article, in the order of the text; joint speakers one each."""
    attributions = article.cast.scene.attributions
    starts = [article.doc[quotation.first] for quotation in article.quotations]
    direct = read_each(attributions, lambda a: _code_quotation(article, a), lambda a: starts[a.quotation])
    used = {a.cue for a in attributions if a.cue is not None and a.speaker is not None}
    quoted = {i for q in article.quotations for i in range(q.first, q.last)}
    free = [token for token in article.doc if token.i not in quoted]
    verbs = list(read_each(free, lambda token: _code_verb(article, token, used, quoted)))
    according = read_each(free, lambda token: _code_according(article, token))
    colons = read_each(free, lambda token: code_colon(article, token))
    told = read_each(free, lambda token: _code_told(article, [t for read in READERS for t in read(token)]))
    goes_on = read_each(free, lambda token: _code_going_on(article, token, verbs))
    found = {s.id: s for s in [*direct, *verbs, *according, *colons, *told, *goes_on]}
    return sorted(found.values(), key=lambda s: (s.evidence.start, s.content.start))


def _code_quotation(article: Article, attribution: Attribution) -> Iterator[Statement]:
    if attribution.speaker is None:
        return
    doc, quotation = article.doc, article.quotations[attribution.quotation]
    speaker = doc[attribution.speaker]
    content = take_span(article.document.text, quotation.start, quotation.end)
    tokens = list(doc[quotation.first : quotation.last])
    cue = doc[attribution.cue] if attribution.cue is not None else None
    if cue is not None:
        tokens += _list_clause(cue, article)
        tokens = [t for t in tokens if not _is_other_quotation(article, t, attribution.quotation)]
    elif attribution.rule in BESIDE:
        tokens += list_subtree(speaker, ("acl:relcl", "parataxis", "conj"))
        tokens = [t for t in tokens if t.i == speaker.i or abs(t.i - speaker.i) < 12 or quotation.holds(t.i)]
    evidence = cover_loosely(article, tokens, quotation.first)
    words = cue.text if cue is not None else attribution.rule
    yield from write_spoken(
        article,
        speaker,
        cue,
        True,
        evidence,
        content,
        CERTAINTIES[attribution.rule],
        f"quotation, {attribution.rule}: {words!r}",
    )


def _is_other_quotation(article: Article, token: Token, number: int) -> bool:
    return article.cast.scene.quotation_of.get(token.i, number) != number


def _list_clause(cue: Token, article: Article) -> list[Token]:
    """The verb of a report with its subject and what stands between them."""
    subject = next(iter(find_subjects(cue)), None)
    tokens = [cue]
    shared = cue.dep_ == "conj" and subject is not None and subject.head.i != cue.i and subject.i < cue.head.i
    if subject is not None and not shared and abs(subject.i - cue.i) < 40:
        tokens += list_subtree(subject, ("acl:relcl", "parataxis"))
    return tokens


def _code_verb(article: Article, verb: Token, used: set[int], quoted: set[int]) -> Iterator[Statement]:
    if not is_verb(verb) or find_verb_words(verb) is None or not is_reporting(verb):
        return
    cited = find_quoted(verb)
    speaker = cited if cited is not None else next(iter(find_subjects(verb)), None)
    if speaker is not None and speaker.i in quoted and verb.tag_ == "VBG":
        speaker = _find_quoted_speaker(article, verb)
    speaker = find_author(speaker) if speaker is not None else None
    content = find_content(verb) or _find_framed(verb if cited is None else verb.head)
    if speaker is None or content is None or speaker.i in quoted or is_own_reporter(speaker):
        return
    head, frame = content
    passed = find_passed_on(verb) if frame == "clause" else None
    speaker = passed if passed is not None and can_speak(passed) and _names_outlet(article, speaker) else speaker
    if any(c.lower_ == "according" and verb.i < c.i < head.i for t in head.children for c in t.children):
        return
    if _is_cited(article, verb, speaker, head) or (frame != "clause" and _is_told_by_other(article, verb)):
        return
    tokens = _list_content(verb, head, frame)
    if not tokens or verb.i in used:
        return
    span = cover_words(article, tokens)
    evidence = cover_loosely(article, [*tokens, *_list_clause(verb, article)], verb.i)
    yield from write_spoken(
        article, speaker, verb, False, evidence, span, FRAMES[frame], f"report, {frame}: {verb.text!r}"
    )


def _names_outlet(article: Article, speaker: Token) -> bool:
    return any(who.type == "outlet" for who in article.cast.who_alone(speaker))


def _find_quoted_speaker(article: Article, verb: Token) -> Token | None:
    """Who speaks the quotation that a participle hangs on: ""...," Chad said, adding that ..."."""
    scene = article.cast.scene
    spoken = scene.speakers.get(scene.quotation_of.get(verb.head.i, -1))
    return article.doc[spoken] if spoken is not None else None


def _find_framed(verb: Token) -> tuple[Token, str] | None:
    """The clause around a verb of saying that hangs in it: "Gas, he said, will not be a topic"."""
    head = verb.head
    if verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children):
        return (head, "clause") if find_verb_words(verb) in load_cues("as_one_says") else None
    between = verb.doc[min(head.i, verb.i) : max(head.i, verb.i)]
    if any(t.text == ";" for t in between):
        return None
    loose = verb.dep_ in ("parataxis", "dep", "discourse") or _is_put_behind(verb)
    if not loose or head.i == verb.i:
        return None
    if not is_predicate(head) and head.head.i != head.i and is_predicate(head.head):
        head = head.head
    return (head, "clause") if is_predicate(head) else None


def _is_put_behind(verb: Token) -> bool:
    """Whether a verb of saying and its subject follow the comma at a clause's end: "We are ready, he said in Lima"."""
    subject = next(iter(find_subjects(verb)), None)
    if verb.lemma_ not in SAYING or subject is None or verb.head.i > verb.i:
        return False
    first = min(verb.i, subject.left_edge.i)
    return subject.head.i == verb.i and first > verb.sent.start and verb.doc[first - 1].text == ","


def _is_cited(article: Article, verb: Token, speaker: Token, head: Token) -> bool:
    """Whether an outlet only passes on what another says: "NPR reported the minister recommended"."""
    whos = article.cast.who_alone(speaker)
    inner = find_verb_words(head) is not None and head.pos_ == "VERB" and is_reporting(head) and head.i != verb.i
    inner = inner and find_content(head) is not None
    return inner and bool(whos) and whos[0].type == "outlet"


def _is_told_by_other(article: Article, verb: Token) -> bool:
    """Whether a promise or charge is itself the content of another's report: "China claims that Manila promised"."""
    for above in verb.ancestors:
        if any(t.text == ";" for t in verb.doc[min(above.i, verb.i) : max(above.i, verb.i)]):
            return False
        if above.pos_ == "VERB" and find_verb_words(above) is not None and is_reporting(above):
            content = find_content(above)
            if content is not None and verb.dep_ == "conj" and verb.head.i == content[0].i:
                return False
            if content is not None and (content[0].i == verb.i or content[0] in verb.ancestors):
                whos = [w for t in find_subjects(above) for w in article.cast.who_alone(t)]
                return not any(w.type == "outlet" for w in whos)
    return False


def _list_content(verb: Token, head: Token, frame: str) -> list[Token]:
    mine = {t.i for t in verb.subtree} if verb.head.i == head.i else {verb.i}
    speaker = find_inverted(verb)
    mine |= {t.i for t in speaker.subtree} if speaker is not None else set()
    tokens = _keep_part(verb, head, [t for t in head.subtree if t.i not in mine])
    if frame in ("reason", "label"):
        tokens += [t for c in verb.children if c.dep_ in ("obj", "nsubj:pass") for t in c.subtree]
    return tokens


def _keep_part(verb: Token, head: Token, tokens: list[Token]) -> list[Token]:
    """Of a content with semicolons the part that belongs to the verb: a new clause after one is no more of it."""
    marks = [t.i for t in tokens if t.text == ";"]
    anchor = verb.i if (tokens and tokens[-1].i < verb.i) or verb.head.i == head.i else head.i
    first = max((i for i in marks if i < anchor), default=-1)
    last = min((i for i in marks if i > anchor), default=len(verb.doc))
    return [t for t in tokens if first < t.i < last]


def _code_according(article: Article, token: Token) -> Iterator[Statement]:
    """ "According to X, ..." """
    if token.lower_ != "according":
        return
    noun = (
        token.head
        if token.dep_ in ("case", "mark")
        else next((c for c in token.children if c.dep_ in ("obl", "nmod")), None)
    )
    source = find_source(token.sent, set())
    if noun is None or source is None or _has_direct(article, token):
        return
    mine = {t.i for t in noun.subtree} | {token.i}
    head = next((t for t in walk_up(noun) if t.i not in mine and t.pos_ in ("VERB", "AUX", "ADJ", "NOUN")), None)
    around = token.sent if head is None else head.subtree
    rest = [t for t in around if t.i not in mine and not t.is_punct and not t.is_space]
    if not rest:
        return
    evidence = take_span(article.document.text, *take_sentence(token))
    content, certainty = cover_words(article, rest), FRAMES["according to"]
    yield from write_spoken(article, source, None, False, evidence, content, certainty, "report: 'according to'")


def _has_direct(article: Article, token: Token) -> bool:
    """Whether the sentence's source speaks in quotation marks, which is coded as such."""
    sentence = token.sent
    return any(article.list_quotations(sentence.start, sentence.end))


def _code_told(article: Article, found: Iterable[Told]) -> Iterator[Statement]:
    """What is reported without a verb of saying, where the article knows its source."""
    for told in found:
        if any(article.find_quotation(t) for t in told.evidence):
            continue
        whos = [w for w in article.cast.who(told.speaker) if w.type != "outlet"]
        evidence, content = cover_words(article, told.evidence), cover_words(article, told.content)
        yield from write_statements(
            article, whos, None, False, evidence, content, told.certainty, f"report, {told.rule}"
        )


def _code_going_on(article: Article, root: Token, said: Sequence[Statement]) -> Iterator[Statement]:
    """A sentence that goes on with what its subject, or the one who speaks for it, was reported to say just before."""
    for told in read_going_on(root):
        start, end = take_sentence(article.doc[root.sent.start - 1])
        before = [s for s in said if start <= s.evidence.start < end]
        sides = {name for s in before for name in (s.speaker, s.on_behalf_of) if name}
        if before and any({w.name, w.acts_for} & sides for w in article.cast.who_alone(told.speaker)):
            last = before[-1]
            evidence = cover_words(article, told.evidence)
            whos = [Who(last.speaker, last.on_behalf_of)]
            yield from write_statements(
                article, whos, None, False, evidence, evidence, told.certainty, f"report, {told.rule}"
            )
