"""Acts told by nouns: talks between parties, strikes by somebody, fighting that goes on."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_modals, find_obliques, has_case, is_negated, list_conjuncts, walk_up
from tocsin.coding.event_meetings import read_company, read_meeting
from tocsin.coding.event_members import find_members
from tocsin.coding.event_modes import Act, read_telling
from tocsin.coding.event_roles import find_agents, find_doers, find_owners, is_party
from tocsin.coding.event_types import load_cues, match_noun, match_verb

TOLD_BY_NOUN = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "MOBILIZE", "PROTEST", "ACCUSE", "REJECT"})
NOMINAL = frozenset({"ASSAULT", "COERCE"})


def read_noun(article: Article, noun: Token) -> Iterator[Act]:
    """The act that a noun tells: talks between parties, strikes by somebody, an attack on a place."""
    name = match_noun(noun)
    if {noun.lemma_.lower(), noun.lower_} & load_cues("fighting"):
        yield from _read_fighting(article, noun)
    if noun.lemma_.lower() in load_cues("company") and noun.dep_.startswith(("obl", "nmod")):
        yield from read_company(article, noun)
    if noun.lemma_.lower() in load_cues("asked") and noun.dep_ in ("obj", "nsubj:pass"):
        yield from _read_asked(article, noun)
    if name is None:
        return
    if name == "CONSULT":
        yield from read_meeting(article, noun)
        return
    told = list(_read_sent(article, noun, name))
    yield from told
    if told:
        return
    if (name in TOLD_BY_NOUN and has_agent(article, noun)) or (
        name in NOMINAL
        and noun.lemma_.lower() not in load_cues("vague_acts")
        and noun.lower_ not in load_cues("vague_acts")
    ):
        yield from _read_attack(article, noun, name)


def _read_sent(article: Article, noun: Token, name: str) -> Iterator[Act]:
    """What comes from somebody: "a rebuke from Turkey", "the resignation of the minister", "the refusal by Iran"."""
    lemma, telling = noun.lemma_.lower(), read_telling(article, noun)
    if lemma not in load_cues("by_agent") or telling is None or telling.quoted or _is_denied(noun) or _is_body(noun):
        return
    senders = find_senders(article, noun)
    if not senders and lemma in load_cues("own_acts") and noun.tag_ == "NN":
        senders = find_agents(article, noun) if name in NOMINAL else find_owners(article, noun)
    senders = tuple(w for w in senders if is_party(w))
    if senders:
        kind = "ACCUSE" if name == "PROTEST" and all(w.type == "state" for w in senders) else name
        targets = tuple(
            w for o in find_obliques(noun, "of", "to", "against", "on", "with", "for") for w in article.cast.who(o)
        )
        others = tuple(w for w in targets if w not in senders)
        yield Act(kind, noun, senders, others, telling, f"noun: {noun.lower_} from {senders[0].name}", 0.5)


def find_senders(article: Article, noun: Token) -> tuple[Who, ...]:
    """Those behind "from" or "by" after a noun, on it or on the verb that it is the object of."""
    leaves = noun.lemma_.lower() in load_cues("leaving")  # "withdrawal from the town": a place, nobody's act
    sources = find_obliques(noun, "by") if leaves else find_obliques(noun, "from", "by")
    if not leaves and noun.dep_ in ("obj", "nsubj:pass"):
        sources += [o for o in find_obliques(noun.head, "from") if o.i > noun.i]
    return tuple(dict.fromkeys(w for o in sources for w in (find_members(article, o) or article.cast.who(o))))


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


def _read_fighting(article: Article, noun: Token) -> Iterator[Act]:
    """Fighting that goes on, its sides named or not ("the battle for the town goes on", "clashes between A and B")."""
    counted = noun.dep_ == "nmod" and noun.head.lemma_.lower() in load_cues("counters")
    subject = noun.head if counted else noun
    verb = subject.head
    if (
        not subject.dep_.startswith(("nsubj", "csubj"))
        or verb.lemma_.lower() not in load_cues("goes_on")
        or is_negated(verb)
    ):
        return
    telling = read_telling(article, verb)
    again = any(c.lower_ == "similar" for c in noun.children)
    if telling is not None and not telling.quoted and telling.mode != "planned" and not again:
        between = tuple(w for o in find_obliques(noun, "between", "with") for w in article.cast.who(o))
        sides = tuple(dict.fromkeys((*find_agents(article, noun), *between)))
        yield Act("ASSAULT", verb, sides, (), telling, f"{noun.lower_} {verb.lemma_}", 0.5)


def _read_attack(article: Article, noun: Token, name: str) -> Iterator[Act]:
    telling = read_telling(article, noun)
    if telling is None or telling.quoted or _is_denied(noun) or has_case(noun, "as"):
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
    elif noun.lemma_.lower() in load_cues("hits") and _has_victim(noun) and is_told_once(noun):
        yield Act(name, noun, (), targets, telling, f"noun: {noun.lower_} on", 0.42)


def _is_body(noun: Token) -> bool:
    """Whether a noun names those who act ("the opposition backed the law") or gain ("in their support")."""
    if has_case(noun, "in") and noun.lemma_ == "support":
        return True
    return noun.lemma_ == "opposition" and noun.dep_ == "nsubj" and noun.head.pos_ == "VERB"


def _has_victim(noun: Token) -> bool:
    """Whether a noun of attack has those that it is done to ("an attack on", "the killing of")."""
    deadly = noun.lemma_.lower() in load_cues("killings") and noun.tag_ == "NN"
    hit = any(o.pos_ in ("NOUN", "PROPN") for o in find_obliques(noun, "on", "against"))
    return hit or (deadly and bool(find_obliques(noun, "of")))


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
    first = next((t for t in walk_up(noun) if t.dep_ != "conj"), noun)
    head = first.head
    unsure = {"any", "no", "possible", "potential", "future", "imminent", "further", "threatened", "planned"}
    if any(c.lower_ in unsure for m in list_conjuncts(noun) for c in m.children):
        return True
    if head.lemma_.lower() in load_cues("unreal_nouns") and (first.dep_ == "nmod" or first.dep_ == "nsubj"):
        return True  # "the risk of an attack", "expulsion is another option"
    told = next((t for t in head.ancestors if t.pos_ == "VERB"), head) if head.dep_ == "obj" else head
    modals = set(find_modals(told)) if told.pos_ == "VERB" else set()
    aimed = first.dep_ == "obj" or has_case(first, "for", "to", "of", "about", "on", "over", "against")
    governed = head.lemma_.lower() in load_cues("unreal") and first.dep_ in ("obj", "obl") and aimed
    return bool(modals & {"would", "could", "might", "may", "will"}) or is_negated(head) or governed
