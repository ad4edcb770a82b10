"""Acts told by nouns: talks between parties, strikes by somebody, fighting that goes on."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_modals, find_obliques, find_subjects, is_negated, list_conjuncts
from tocsin.coding.event_modes import Act, load_speaking, read_telling
from tocsin.coding.event_roles import find_agents, find_doers, find_owners, find_targets
from tocsin.coding.event_types import load_cues, match_noun, match_verb

TOLD_BY_NOUN = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "MOBILIZE", "PROTEST", "ACCUSE", "REJECT"})
FEWEST_SIDES, MOST_SIDES = 2, 3
NOMINAL = frozenset({"ASSAULT", "COERCE"})


def read_noun(article: Article, noun: Token) -> Iterator[Act]:
    """The act that a noun tells: talks between parties, strikes by somebody, an attack on a place."""
    name = match_noun(noun)
    if noun.lemma_.lower() in load_cues("fighting"):
        yield from _read_fighting(article, noun)
    if noun.lemma_.lower() in load_cues("company") and noun.dep_.startswith(("obl", "nmod")):
        yield from _read_company(article, noun)
    if noun.lemma_.lower() in load_cues("asked") and noun.dep_ in ("obj", "nsubj:pass"):
        yield from _read_asked(article, noun)
    if name is None:
        return
    if name == "CONSULT":
        yield from _read_talks(article, noun)
    elif (name in TOLD_BY_NOUN and has_agent(article, noun)) or (
        name in NOMINAL
        and noun.lemma_.lower() not in load_cues("vague_acts")
        and noun.lower_ not in load_cues("vague_acts")
    ):
        yield from _read_attack(article, noun, name)


def _read_asked(article: Article, noun: Token) -> Iterator[Act]:
    """What somebody asked for, where another answers it ("turned down a Sudanese proposal")."""
    telling = read_telling(article, noun)
    askers = tuple(w for w in find_agents(article, noun) if w not in find_doers(article, noun.head))
    told_what = any(c.dep_.split(":")[0] in ("acl", "ccomp") for c in noun.children) or find_obliques(noun, "for", "of")
    answered = told_what and noun.head.pos_ == "VERB" and noun.head.lemma_.lower() in load_cues("answers")
    if telling is not None and not telling.quoted and askers and answered:
        targets = find_doers(article, noun.head)
        yield Act("REQUEST", noun, askers, targets, telling, f"{noun.lower_} of {askers[0].name}", 0.5)


def has_agent(article: Article, noun: Token) -> bool:
    """Whether somebody is told to do what a noun names ("the arrest of X by Y")."""
    near = [noun, *find_obliques(noun, "of", "on", "against")]
    return any(article.cast.who(o) or find_owners(article, o) for n in near for o in find_obliques(n, "by"))


def _read_talks(article: Article, noun: Token) -> Iterator[Act]:
    """Talks that are told as held: "talks between A and B resumed", "NATO members were in talks"."""
    telling = read_telling(article, noun)
    if telling is None or telling.quoted:
        return
    if any(c.dep_ == "cop" for c in noun.children):
        sides = tuple(w for s in find_subjects(noun) for w in article.cast.who(s))
        if any(c.dep_ == "case" and c.lower_ == "in" for c in noun.children) and sides and not is_negated(noun):
            yield Act("CONSULT", noun, sides, find_targets(article, noun, sides), telling, f"in {noun.lower_}", 0.6)
        return
    between = tuple(w for o in find_obliques(noun, "between", "among") for w in list_sides(article, o))
    if len(between) > 1 and not _is_denied(noun) and _is_held(noun):
        yield Act("CONSULT", noun, between, (), telling, f"{noun.lower_} between", 0.6)
        return
    if noun.dep_.startswith("nsubj") and noun.head.lemma_ in load_cues("runs") and not is_negated(noun.head):
        telling = read_telling(article, noun.head)
        sides = tuple(w for o in find_obliques(noun, "between", "of", "among") for w in list_sides(article, o))
        if telling is not None and len(sides) > 1:
            yield Act("CONSULT", noun, sides, (), telling, f"{noun.lower_} between", 0.6)
        elif telling is not None and noun.lemma_.lower() in load_cues("held_by_sides"):
            sides = find_sides_beside(article, noun)
            if sides:
                yield Act("CONSULT", noun, sides, (), telling, f"{noun.lower_} of those named beside", 0.45)


def _is_held(noun: Token) -> bool:
    """Whether talks stand where they are told as held, not as what is called for or planned."""
    if noun.dep_.split(":")[0] in ("obj", "obl", "nsubj"):
        return True
    return noun.dep_ == "nmod" and noun.head.lemma_.lower() in load_cues("sessions")


def find_sides_beside(article: Article, noun: Token) -> tuple[Who, ...]:
    """The states that hold talks told without them: those of the sentence, else of the one before or after."""
    doc, sent = article.doc, noun.sent
    beside = [sent, doc[max(sent.start - 1, 0)].sent, doc[min(sent.end, len(doc) - 1)].sent]
    for sentence in beside:
        whos = [w for t in sentence if t.pos_ == "PROPN" for w in article.cast.who_alone(t)]
        states = tuple(dict.fromkeys(w for w in whos if w.type == "state"))
        if FEWEST_SIDES <= len(states) <= MOST_SIDES:
            return states
        if states:
            return ()
    return ()


def list_sides(article: Article, noun: Token) -> tuple[Who, ...]:
    """The parties of a list, or those whose people it names ("American and Chinese negotiators")."""
    named = article.cast.who(noun)
    before = [
        t for c in noun.children if c.i < noun.i and c.dep_ in ("amod", "compound", "nmod:poss") for t in c.subtree
    ]
    if len(named) > 1 or not before:
        return named
    inside = (w for t in before for w in article.cast.who_alone(t) if w.type != "outlet")
    return tuple(dict.fromkeys((*inside, *named)))


def _read_company(article: Article, noun: Token) -> Iterator[Act]:
    """Whom somebody speaks with when they say something ("said in a phone call with")."""
    verb = noun.head
    if (
        verb.pos_ != "VERB"
        or verb.lemma_ not in load_speaking()
        or not any(c.dep_ == "case" and c.lower_ in ("in", "during", "at", "after") for c in noun.children)
    ):
        return
    telling = read_telling(article, verb)
    speakers = find_doers(article, verb)
    others = tuple(w for o in find_obliques(noun, "with", "to") for w in article.cast.who(o) if w not in speakers)
    if telling is not None and speakers and others:
        yield Act("CONSULT", noun, speakers, others, telling, f"said in {noun.lower_} with {others[0].name}", 0.5)
        yield Act("CONSULT", noun, others, speakers, telling, f"said in {noun.lower_} with {others[0].name}", 0.45)


def _read_fighting(article: Article, noun: Token) -> Iterator[Act]:
    """Fighting that goes on, with no side named ("the battle for the town goes on")."""
    verb = noun.head
    if not noun.dep_.startswith("nsubj") or verb.lemma_.lower() not in load_cues("goes_on") or is_negated(verb):
        return
    telling = read_telling(article, verb)
    if telling is not None and not telling.quoted and telling.mode != "planned":
        yield Act("ASSAULT", verb, find_agents(article, noun), (), telling, f"{noun.lower_} {verb.lemma_}", 0.5)


def _read_attack(article: Article, noun: Token, name: str) -> Iterator[Act]:
    telling = read_telling(article, noun)
    if telling is None or telling.quoted or _is_denied(noun):
        return
    doers = find_agents(article, noun)
    targets = tuple(
        w
        for o in find_obliques(noun, "on", "against", "into", "of", "at", "in")
        for w in article.cast.who(o)
        if w not in doers
    )
    if doers:
        yield Act(name, noun, doers, targets, telling, f"noun: {noun.lower_} of {doers[0].name}", 0.5)
    elif noun.lemma_.lower() in load_cues("hits") and find_obliques(noun, "on", "against") and is_told_once(noun):
        yield Act(name, noun, (), targets, telling, f"noun: {noun.lower_} on", 0.42)


def is_told_once(noun: Token) -> bool:
    """Whether the noun is new to the text ("an attack on") rather than spoken of again ("the attack")."""
    if any(c.lower_ in ("the", "this", "that", "these") for c in noun.children):
        first = noun.doc[max(noun.sent.start - 1, 0)].sent.start
        before = [t for t in noun.doc[first : noun.sent.start] if t.pos_ in ("VERB", "NOUN")]
        if any(_is_hit(t) for t in before):
            return False
    return not any(
        c.lower_ in ("any", "no", "such", "future", "further", "possible", "armed", "potential") for c in noun.children
    )


def _is_hit(word: Token) -> bool:
    match = match_verb(word) if word.pos_ == "VERB" else None
    return (match.type if match is not None else match_noun(word)) == "ASSAULT"


def _is_denied(noun: Token) -> bool:
    head = noun.head
    unsure = {"any", "no", "possible", "potential", "future", "imminent", "further", "threatened", "planned"}
    if any(c.lower_ in unsure for m in list_conjuncts(noun) for c in m.children):
        return True
    modals = set(find_modals(head)) if head.pos_ == "VERB" else set()
    governed = head.lemma_.lower() in load_cues("unreal") and noun.dep_ in ("obj", "obl")
    return bool(modals & {"would", "could", "might", "may", "will"}) or is_negated(head) or governed
