"""Stances in what somebody says: promises and refusals ("we will not withdraw"), demands ("they must"), threats."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_condition,
    find_grammatical_subject,
    find_modals,
    find_subjects,
    is_in_condition,
    is_negated,
    is_passive,
    list_conjuncts,
    tokens_between,
    walk_up,
)
from tocsin.coding.holders import find_sayer_above, names_party
from tocsin.coding.proposals import is_action, load_words
from tocsin.coding.retorts import find_retort
from tocsin.coding.set_phrases import asks_whether, is_set_phrase
from tocsin.coding.stance_verbs import is_read
from tocsin.coding.subject_matter import find_words, is_infinitive
from tocsin.coding.turns import Stance, settle
from tocsin.records.coding import Statement
from tocsin.records.frozen import Span

PROMISING = frozenset({"will", "shall", "would", "may", "might", "could"})
DEMANDING = frozenset({"must", "should"})
OPENERS = frozenset({"please", "do", "not", "n't", "never", "now", "just", "so", "and", "then", "immediately"})
UNORDERED = frozenset(
    "let look imagine read see remember ask consider think listen thank take make wait say know".split()
)
GOVERNING = frozenset({"government", "country", "ministry", "administration", "cabinet", "nation"})
MOVING = frozenset({"go", "do", "act", "move"})
IDLE = frozenset(
    "be have do need get become know think believe hope see say tell feel face deal kneel fight stand".split()
)


def list_said(article: Article, statement: Statement) -> Iterator[Stance]:
    """The stances that lie in the content of a statement, held by its speaker."""
    speaker = find_speaker(article, statement)
    if speaker is None:
        return
    told = find_told(statement)
    for token in tokens_between(article.doc, told.start, told.end):
        if token.pos_ != "VERB" or is_in_condition(token) or any(asks_whether(t) for t in walk_up(token)):
            continue
        for found in list_own(article, statement, token, speaker):
            settled = settle(found) if found is not None else None
            if settled is not None:
                yield settled
    yield from read_threat(article, statement, speaker)


def find_told(statement: Statement) -> Span:
    """Where the words of a statement stand: half a quotation is read with its clause."""
    return statement.evidence if statement.direct and not statement.content.quote[:1].isupper() else statement.content


def list_own(article: Article, statement: Statement, token: Token, speaker: Who) -> tuple[Stance | None, ...]:
    """What a verb in the content of a statement may be of the speaker's: a promise, a demand, an order in quotation."""
    return (
        read_promise(article, token, speaker) or read_arranged(article, token, speaker),
        read_demand(article, token, speaker),
        read_order(token, speaker) if statement.direct else None,
    )


def find_speaker(article: Article, statement: Statement) -> Who | None:
    """The speaker of a statement as the cast knows it; None for an outlet."""
    known = article.cast.find_actor(statement.speaker)
    if known is not None and known.type == "outlet":
        return None
    return Who(statement.speaker, statement.on_behalf_of, known.type if known is not None else "group")


def read_promise(article: Article, verb: Token, speaker: Who) -> Stance | None:
    """What the speaker says it will or will not do."""
    if not (PROMISING & set(find_modals(verb)) or is_under_way(verb)) or verb.lemma_ in IDLE or is_passive(verb):
        return None
    subject = find_grammatical_subject(verb)
    if subject is None or not is_own(article, subject, speaker):
        return None
    bare = verb.lemma_ not in load_words("whole")
    if bare and find_child(verb, "obj", "obl", "xcomp", "compound:prt") is None:
        return None
    if is_read(verb) or is_set_phrase(verb) or verb.lemma_ in load_words("harm") or find_retort(verb) is not None:
        return None
    if find_condition(verb) is not None and (verb.lemma_ == "leave" or is_warning(verb)):
        return None
    return Stance(verb, (speaker,), "support", verb, 0.55, f"promise: {subject.text} {verb.lemma_}")


def read_arranged(article: Article, verb: Token, speaker: Who) -> Stance | None:
    """What a state or its own says will be done by nobody named: "Oslo said the radars would be placed on Senja"."""
    ahead = {"will", "shall", "would"} & set(find_modals(verb)) and is_passive(verb)
    subject = find_grammatical_subject(verb) if ahead else None
    state = speaker.type == "state" or speaker.acts_for is not None
    if subject is None or not state or find_subjects(verb) or names_party(article, subject) or is_read(verb):
        return None
    if find_words(verb, load_words("steps") | load_words("acts") | load_words("policies") | load_words("arranged")):
        return Stance(verb, (speaker,), "support", verb, 0.5, f"arranged: {subject.text} {verb.lemma_}")
    return None


def is_under_way(verb: Token) -> bool:
    """Whether a step is being taken as somebody speaks: "added that Oslo was sending medics"."""
    going_on = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    return going_on and find_words(verb, load_words("steps") | load_words("acts") | load_words("policies")) is not None


def is_warning(verb: Token) -> bool:
    """Whether a clause is what somebody warns or threatens with."""
    return any(t.lemma_ in ("warn", "threaten", "caution") for t in verb.ancestors)


def read_demand(article: Article, verb: Token, speaker: Who) -> Stance | None:
    """What the speaker says that another must or should do."""
    needed = is_needed(verb)
    moving = verb.lemma_ == "get" and any(c.lower_ in ("out", "off", "away", "back") for c in verb.subtree)
    if (
        not (DEMANDING & set(find_modals(verb)) or needed)
        or (verb.lemma_ in IDLE and not moving)
        or verb.lemma_ in ("rule", "exclude")
    ):
        return None
    subject = find_grammatical_subject(verb)
    tied = ("obj", "obl", "xcomp", "nsubj:pass", *(("advmod",) if verb.lemma_ in MOVING else ()))
    if subject is None or find_child(verb, *tied) is None:
        return None
    inverted = any(c.tag_ == "MD" and c.i < subject.i for c in verb.children)
    if inverted or subject.lower_ in ("this", "that") or (subject.lower_ == "it" and not article.cast.who(subject)):
        return None
    return Stance(verb, (speaker,), "support", verb, 0.55, f"demand: {subject.text} must {verb.lemma_}", firm=True)


def is_needed(verb: Token) -> bool:
    """Whether somebody has or needs to do what a verb says: "we have to agree on", "they need to withdraw"."""
    above = verb.head
    told = above.tag_ in ("VBP", "VBZ") or (above.tag_ == "VBD" and above.dep_ == "ccomp")
    asked = above.lemma_ in load_words("needing") and told and verb.dep_ == "xcomp"
    return asked and not is_negated(above) and find_child(above, "obj") is None and is_infinitive(verb)


def read_order(verb: Token, speaker: Who) -> Stance | None:
    """An order in the speaker's own words: "Get out of the region"."""
    governed = find_child(verb, "nsubj", "aux", "mark", "cop") is not None
    opens = all(t.is_punct or t.is_space or t.lower_ in OPENERS for t in list_before(verb))
    if verb.tag_ != "VB" or governed or not opens or verb.lemma_ in UNORDERED:
        return None
    if find_child(verb, "obj", "obl", "xcomp", "compound:prt") is None:
        return None
    return Stance(verb, (speaker,), "support", verb, 0.55, f"order: {verb.lemma_}", firm=True)


def list_before(verb: Token) -> list[Token]:
    """The words before `verb` back to the start of its sentence or of the quotation it stands in."""
    found: list[Token] = []
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.is_quote or token.text in ":.!?":
            break
        found.append(token)
    return found


def is_own(article: Article, subject: Token, speaker: Who) -> bool:
    """Whether a subject is the speaker, or the side that the speaker speaks for."""
    if subject.lower_ in ("i", "we"):
        return True
    if is_own_side(subject, speaker):
        return True
    sides = {speaker.name, speaker.acts_for} - {None}
    sayer = find_sayer_above(subject) if subject.lower_ in ("they", "it", "he", "she") else None
    agrees = sayer is not None and (sayer.tag_ in ("NNS", "NNPS") or len(list_conjuncts(sayer)) > 1) == (
        subject.lower_ == "they"
    )
    if sayer is not None and agrees and any(w.name == speaker.name for w in article.cast.who_speaks(sayer)):
        return True
    return any({w.name, w.acts_for} & sides for w in article.cast.who(subject))


def is_own_side(subject: Token, speaker: Who) -> bool:
    """Whether a subject is the government of whoever says it: "his government", or "the government" of an official."""
    if subject.lemma_.lower() not in GOVERNING:
        return False
    owner = find_child(subject, "nmod:poss")
    sayer = find_sayer_above(subject) if owner is not None and owner.lower_ in ("his", "her", "their", "its") else None
    if sayer is not None:
        return True
    bare = [c.lower_ for c in subject.children if c.dep_ in ("det", "nmod:poss", "amod", "compound")] == ["the"]
    return bare and speaker.acts_for is not None


def read_threat(article: Article, statement: Statement, speaker: Who) -> Iterator[Stance]:
    """Harm announced if something is done: the speaker is against that; half a quotation is read with its clause."""
    told = find_told(statement)
    tokens = tokens_between(article.doc, told.start, told.end)
    if not tokens or not (is_warning(tokens[0]) or any(t.lemma_.lower() in load_words("harm") for t in tokens)):
        return
    for token in list_condition_verbs(tokens):
        subject = find_grammatical_subject(token) if token.pos_ == "VERB" else token
        if subject is None or is_own(article, subject, speaker):
            continue
        why = f"threat if {subject.text} {token.lemma_}"
        if token.lemma_ in load_words("endings", "verbs"):
            ended = find_child(token, "obj") or next((c for c in token.children if c.tag_ == "VBG"), subject)
            yield Stance(token, (speaker,), "oppose" if is_unmet(token) else "support", ended, 0.6, why)
        else:
            goes_on = token.lemma_ in ("go", "proceed", "happen", "continue") and is_action(subject)
            about = subject if goes_on else token
            yield Stance(token, (speaker,), "support" if is_unmet(token) else "oppose", about, 0.6, why)
        return


def is_unmet(condition: Token) -> bool:
    """Whether harm is announced for what is not done: "if they do not leave", "unless the quotas are raised"."""
    return is_negated(condition) or any(c.lower_ == "unless" for c in condition.children)


def announces_harm(token: Token, condition: Token) -> bool:
    """Whether what hangs on a condition is harm, by a word of it outside the condition or as a warning."""
    asked = {t.i for t in condition.subtree}
    return is_warning(token) or any(t.lemma_.lower() in load_words("harm") for t in token.subtree if t.i not in asked)


def list_condition_verbs(tokens: Sequence[Token]) -> Iterator[Token]:
    """The verbs of conditions among `tokens`: of an if-clause, or of "any troops he sends ... would"."""
    for token in tokens:
        condition = find_condition(token)
        if condition is not None and condition.pos_ == "VERB" and announces_harm(token, condition):
            yield condition
        if token.lower_ == "any" and token.head.head.i != token.head.i:
            relative = next((c for c in token.head.children if c.dep_ == "acl:relcl" and c.pos_ == "VERB"), None)
            if relative is not None:
                yield relative
            elif is_action(token.head):
                yield token.head
