"""Acts: what the verbs and nouns of a text tell as done, with its type, before it becomes a record."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    find_subjects,
    is_future,
    is_negated,
    is_passive,
    list_conjuncts,
)
from tocsin.coding.event_modes import Telling, load_speaking, read_telling
from tocsin.coding.event_roles import find_agents, find_doers, find_targets, name_doers
from tocsin.coding.event_types import CLASSES, Match, load_cues, match_light, match_noun, match_verb
from tocsin.coding.goods import find_good

JOINT = frozenset({"CONSULT", "AGREE"})
REFUSABLE = frozenset({"AGREE", "AID", "COOPERATE", "YIELD", "SUPPORT", "CONSULT", "MOBILIZE"})
NOMINAL = frozenset({"ASSAULT", "COERCE"})
PLEDGES = frozenset({"pledge", "promise", "offer", "commit", "announce"})
PURPOSES = frozenset({"REQUEST", "CONSULT", "AGREE"})
BODIES = ("alliance", "organisation")
WOULD = frozenset({"would"})


@dataclass(frozen=True)
class Act:
    """An act of one or several actors; no actors for an attack that nobody is named as the author of."""

    type: str
    verb: Token
    doers: tuple[Who, ...]
    targets: tuple[Who, ...]
    telling: Telling
    why: str
    certainty: float


def list_acts(article: Article, sentence: list[Token]) -> Iterator[Act]:
    """The acts that a sentence tells by its verbs and nouns, in order."""
    carried: set[int] = set()
    for token in sentence:
        if token.pos_ == "VERB" or (token.tag_ == "VBG" and token.dep_ == "xcomp"):
            for act, carrier in read_verb(article, token):
                carried.update({token.i} if carrier is None else {token.i, carrier.i})
                yield act
    for token in sentence:
        if token.pos_ in ("NOUN", "PROPN") and token.i not in carried and token.dep_ not in ("compound", "amod"):
            yield from read_noun(article, token)


def read_verb(article: Article, verb: Token) -> Iterator[tuple[Act, Token | None]]:
    """The act that a verb tells with its objects, and the noun that carries it."""
    match = choose_match(verb)
    refuses = is_negated(verb) and bool({"will", "would", "'ll", "wo"} & set(find_modals(verb)))
    if (match is None and not refuses) or _lacks_agent(verb):
        return
    if any(o.lower_ in load_cues("nothing") for o in find_objects(verb)):
        return
    telling = read_telling(article, verb, WOULD if refuses else frozenset())
    if telling is None or (telling.quoted and not _is_performed(article, verb)):
        return
    if match is None:
        yield from _read_refusal(article, verb, telling)
        return
    name = judge_type(article, match, verb)
    purpose = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)
    if name is None or (purpose and name not in PURPOSES):
        return
    doers = find_doers(article, verb) or _find_alerted(article, verb, name) or _find_named(article, verb, name)
    extra = [match.carrier] if match.carrier is not None and match.carrier.dep_ != "obj" else []
    targets = find_targets(article, verb, doers, *extra)
    together = name in ("CONSULT", "COOPERATE") and (len(doers) > 1 or any(d.type in BODIES for d in doers))
    if (match.weak and not targets and not together) or (not doers and not _is_authorless(name, verb)):
        return
    act = Act(
        name, verb, doers, targets, telling, f"verb: {match.why} ({verb.text})", rate_act(name, match, telling, doers)
    )
    if act.type in JOINT and not is_passive(verb):
        yield from _pair_with(article, act, match)
    else:
        yield act, match.carrier


def _lacks_agent(verb: Token) -> bool:
    """Whether a bare participle ("both suspended from the bloc") names nobody who does it."""
    return (
        verb.tag_ == "VBN"
        and not any(c.dep_.startswith("aux") for c in verb.children)
        and verb.dep_ != "conj"
        and not any(c.dep_ == "nsubj" for c in verb.children)
        and not find_obliques(verb, "by")
    )


def _is_performed(article: Article, verb: Token) -> bool:
    """Whether a quoted verb is what its speaker does in saying it ("we strongly urge")."""
    first = any(c.lower_ in ("i", "we") for c in verb.children if c.dep_.startswith("nsubj"))
    return first and verb.lemma_.lower() in load_cues("performed") and verb.tag_ in ("VBP", "VB")


def _find_named(article: Article, verb: Token, name: str) -> tuple[Who, ...]:
    """A body that no table knows, by its name, for acts that only bodies and people do."""
    if name in ("ASSAULT", "COERCE", "MOBILIZE", "OTHER", "YIELD"):
        return ()
    named = [s for s in find_subjects(verb) if s.pos_ == "PROPN"]
    return tuple(w for s in named for w in article.cast.who_speaks(s) if w.type != "outlet")


def _find_alerted(article: Article, verb: Token, name: str) -> tuple[Who, ...]:
    """Whose army is put on alert or sent where nobody is named who does it."""
    if name != "MOBILIZE" or not is_passive(verb):
        return ()
    return tuple(w for o in find_objects(verb) for w in name_doers(article, o))


def _read_refusal(article: Article, verb: Token, telling: Telling) -> Iterator[tuple[Act, Token | None]]:
    """What somebody says they will not do."""
    doers = tuple(w for w in find_doers(article, verb) if w.type != "group")
    own = (
        telling.reported_by is None
        or telling.reported_by in doers
        or telling.reported_by.name in {d.acts_for for d in doers}
    )
    if doers and own and verb.lemma_ not in ("be", "have", "know", "see", "happen", "need", "want", "lead"):
        yield (
            Act("REJECT", verb, doers, find_targets(article, verb, doers), telling, f"refusal: not {verb.lemma_}", 0.5),
            None,
        )


def choose_match(verb: Token) -> Match | None:
    """The type of a verb, or of the noun it makes an act of where the verb says less."""
    match, light = match_verb(verb), match_light(verb)
    if match is None and light is None:
        return match_goods(verb) or match_entry(verb)
    if light is not None and (match is None or (match.carrier is None and ":" not in match.why)):
        return light
    return match


def match_goods(verb: Token) -> Match | None:
    """Goods given, offered or announced: AID."""
    if verb.lemma_.lower() not in load_cues("gives"):
        return None
    for head in find_objects(verb):
        for token in list_conjuncts(head):
            good = find_good(token)
            if good is not None and good.kind != "soldiers":
                return Match("AID", f"{verb.lemma_} + {good.kind}", False, good.noun)
    return None


def match_entry(verb: Token) -> Match | None:
    """An army that goes into a place is deployed there."""
    subject = find_grammatical_subject(verb)
    if verb.lemma_.lower() not in load_cues("enters") or subject is None or subject.lemma_.lower() not in load_cues("armed"):
        return None
    goes_in = verb.lemma_ == "enter" or bool(find_obliques(verb, "into", "toward", "towards", "to"))
    return Match("MOBILIZE", f"{subject.lower_} {verb.lemma_}", False) if goes_in else None


def judge_type(article: Article, match: Match, verb: Token) -> str | None:
    """The type once denial, future and goods are weighed: refused cooperation is REJECT, cooperation to come AGREE."""
    modals = set(find_modals(verb))
    if is_negated(verb):
        return "REJECT" if match.type in REFUSABLE and bool({"will", "would"} & modals) else None
    if verb.lemma_.lower() in load_cues("verdicts") and match.type == "ACCUSE" and not _has_blame(verb):
        return None
    name = weigh_goods(match, verb)
    if name is not None and is_future(verb):
        return {
            "COOPERATE": "AGREE",
            "YIELD": "AGREE",
            "SUPPORT": "AGREE",
            "MOBILIZE": "AGREE",
            "ASSAULT": None,
            "COERCE": None,
        }.get(name, name)
    return name


def weigh_goods(match: Match, verb: Token) -> str | None:
    """The type of giving, pledging, sending, offering by what is given: goods are AID, soldiers pledged AGREE."""
    lemma = verb.lemma_.lower()
    if lemma not in load_cues("gives"):
        return match.type
    good = next((g for o in find_objects(verb) for t in list_conjuncts(o) if (g := find_good(t)) is not None), None)
    if good is None:
        return match.type if match.type != "AID" or match.carrier is not None else None
    if good.kind == "soldiers":
        return "AGREE" if lemma in PLEDGES and match.type in ("AID", "AGREE") else match.type
    return (
        "AID"
        if match.type in ("AID", "AGREE", "MOBILIZE", "REQUEST") and lemma not in ("propose", "approve")
        else match.type
    )


def _has_blame(verb: Token) -> bool:
    return any(t.lemma_.lower() in load_cues("blames") for t in verb.subtree)


def rate_act(name: str, match: Match, telling: Telling, doers: tuple[Who, ...]) -> float:
    """How sure an act is: a pattern with its object more than a bare verb, asserted more than told in passing."""
    certainty = 0.62 + 0.08 * (":" in match.why) - 0.08 * match.weak
    certainty -= 0.06 * (telling.mode == "reported") + 0.06 * (not doers) + 0.1 * (name == "OTHER")
    return round(max(certainty, 0.3), 2)


def _is_authorless(name: str, verb: Token) -> bool:
    return name == "ASSAULT" and is_passive(verb) and verb.lemma_.lower() in load_cues("authorless")


def _pair_with(article: Article, act: Act, match: Match) -> Iterator[tuple[Act, Token | None]]:
    """A joint act: one for those who act, and one for those it is done with ("met", "signed a deal with")."""
    yield act, match.carrier
    heads = [act.verb, *find_objects(act.verb)]
    others = [w for head in heads for o in find_obliques(head, "with") for w in article.cast.who(o)]
    if act.type == "CONSULT" and act.verb.lemma_ in ("meet", "phone", "telephone"):
        others += [w for o in find_objects(act.verb) for w in article.cast.who(o)]
    if act.type == "CONSULT" and act.verb.lemma_ in ("speak", "talk"):
        others += [
            w for o in find_obliques(act.verb, "to") for w in article.cast.who(o) if w.type in ("person", "state")
        ]
    partners = tuple(dict.fromkeys(w for w in others if w not in act.doers))
    if partners:
        yield replace(act, doers=partners, targets=act.doers, certainty=act.certainty - 0.05), match.carrier
