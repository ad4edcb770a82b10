"""Kinds of acts: the type of a verb once its goods, its denial and its future are weighed."""

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    has_case,
    is_future,
    is_negated,
    is_passive,
    list_conjuncts,
)
from tocsin.coding.event_modes import Telling
from tocsin.coding.event_pledges import find_vowed, is_tied, is_unmet
from tocsin.coding.event_types import CLASSES, Match, load_cues, match_light, match_verb
from tocsin.coding.goods import find_good
from tocsin.coding.place_names import find_place_name

FURNISHING = frozenset({"supply", "provide", "equip", "furnish", "arm"})
OWN_ARMS = ("ships", "aircraft")
VISIT = "visit"
REFUSABLE = frozenset({"AGREE", "AID", "COOPERATE", "YIELD", "SUPPORT", "CONSULT", "MOBILIZE"})
PLEDGES = frozenset({"pledge", "promise", "offer", "commit", "announce"})
GIVING = frozenset({"AID", "AGREE", "MOBILIZE", "REQUEST", "COOPERATE", "SUPPORT"})
UNSURE = frozenset({"could", "may", "might", "would"})
COMING: dict[str, str | None] = {
    "COOPERATE": "AGREE", "YIELD": "AGREE", "SUPPORT": "AGREE", "ASSAULT": None, "COERCE": None,
}  # fmt: skip


def choose_match(verb: Token) -> Match | None:
    """The type of a verb, or of the noun it makes an act of where the verb says less."""
    match, light = match_verb(verb), match_light(verb)
    if match is None and light is None:
        return (
            match_goods(verb)
            or match_taking(verb)
            or match_entry(verb)
            or match_visit(verb)
            or match_guest(verb)
            or match_impact(verb)
        )
    if light is not None and (match is None or (match.carrier is None and ":" not in match.why)):
        return light
    return match


def match_goods(verb: Token) -> Match | None:
    """Goods given, offered or announced: AID."""
    if verb.lemma_.lower() not in load_cues("gives"):
        return None
    for head in list_given(verb):
        for token in list_conjuncts(head):
            good = find_good(token)
            if good is not None and good.kind != "soldiers":
                return Match("AID", f"{verb.lemma_} + {good.kind}", False, good.noun)
    return None


def list_given(verb: Token) -> list[Token]:
    """What is given: the objects, what somebody is furnished "with", and a sum of "up to" so much."""
    sums = [c for c in verb.children if c.dep_ == "obl" and any(t.lower_ == "up" and t.i < c.i for t in c.subtree)]
    given = (o for o in find_objects(verb) if o.dep_ != "iobj" or o.lemma_.lower() not in load_cues("armed"))
    return [*given, *(find_obliques(verb, "with") if verb.lemma_ in FURNISHING else ()), *sums]


def match_taking(verb: Token) -> Match | None:
    """A place that is taken by its name ("took Menaka", "Kunduz was seized by")."""
    if verb.lemma_.lower() not in load_cues("takes"):
        return None
    places = (o for o in find_objects(verb) if o.pos_ == "PROPN" and find_place_name(o) is not None)
    place = next((o for o in places if not _is_state_by_name(o)), None)
    return Match("ASSAULT", f"{verb.lemma_} + place", False, place) if place is not None else None


def _is_state_by_name(place: Token) -> bool:
    """Whether a place is a whole state, which is brought somewhere, not captured ("took Chad to court")."""
    known = find_known(place.text)
    return known is not None and known.name == place.text


def match_entry(verb: Token) -> Match | None:
    """An army that goes into a place is deployed there."""
    subject = find_grammatical_subject(verb)
    if (
        verb.lemma_.lower() not in load_cues("enters")
        or subject is None
        or subject.lemma_.lower() not in load_cues("armed")
    ):
        return None
    goes_in = verb.lemma_ == "enter" or bool(find_obliques(verb, "into", "toward", "towards", "to"))
    return Match("MOBILIZE", f"{subject.lower_} {verb.lemma_}", False) if goes_in else None


def match_visit(verb: Token) -> Match | None:
    """Somebody who goes to another state; whether that is a visit hangs on who they are."""
    purpose = any(has_case(c, "to") for c in verb.children if c.dep_ in ("advcl", "xcomp"))
    if verb.lemma_.lower() not in load_cues("visits") or purpose:
        return None
    goes = find_objects(verb) if verb.lemma_ == "visit" else find_obliques(verb, "to", "in")
    return Match("CONSULT", VISIT, True) if goes else None


def match_guest(verb: Token) -> Match | None:
    """Somebody by name whom another receives."""
    guest = next((o for o in find_objects(verb) if o.ent_type_ == "PERSON"), None)
    if guest is None or verb.lemma_.lower() not in ("receive", "host", "greet"):
        return None
    return Match("CONSULT", f"{verb.lemma_} + person", False, guest)


def match_impact(verb: Token) -> Match | None:
    """What is fired at somebody and comes down: "rockets fell on the village", "shots were fired"."""
    subject = find_grammatical_subject(verb)
    if subject is None or subject.lemma_.lower() not in load_cues("projectiles"):
        return None
    comes_down = verb.lemma_ in load_cues("lands") and bool(
        find_objects(verb) or find_obliques(verb, "on", "in", "into")
    )
    fired = verb.lemma_ == "fire" and is_passive(verb)
    return Match("ASSAULT", f"{subject.lower_} {verb.lemma_}", False) if comes_down or fired else None


def judge_type(article: Article, match: Match, verb: Token) -> str | None:
    """The type once denial, future and goods are weighed: refused cooperation is REJECT, cooperation to come AGREE."""
    modals = set(find_modals(verb))
    if is_negated(verb) and verb.lemma_.lower() in load_cues("no_refusal"):
        return None
    if is_negated(verb) and match.carrier is not None and match.carrier.lemma_ == "side":
        return None  # who takes no side refuses nothing
    if is_negated(verb):
        refused = bool({"will", "would"} & modals) or is_unmet(verb)
        return "REJECT" if match.type in REFUSABLE and refused else None
    if verb.lemma_.lower() in load_cues("vows") and match.type in ("AGREE", "THREATEN"):
        vowed = judge_vow(match, verb)
        if vowed is None or find_vowed(verb) is not None:
            return vowed
    if (
        verb.lemma_.lower() in load_cues("verdicts")
        and match.type == "ACCUSE"
        and match.carrier is None
        and not _has_blame(verb)
    ):
        return None
    if verb.lemma_ == "suggest" and any(_is_supposed(c) for c in verb.children if c.dep_ == "ccomp"):
        return None
    if verb.lemma_.lower() in load_cues("orders") and match.type in ("REQUEST", "MOBILIZE"):
        return judge_order(match, verb)
    if verb.lemma_ == "sanction" and _grants_sum(verb):
        return "AID"  # to sanction a sum is to grant it
    if verb.lemma_ == "propose" and any(is_own_offer(c) for c in verb.children):
        return "AGREE"
    if verb.lemma_ in ("recognise", "recognize", "chair", "head") and verb.tag_ in ("VBZ", "VBP"):
        return None
    if verb.lemma_ in ("concede", "acknowledge") and any(c.dep_ == "ccomp" for c in verb.children):
        return None
    if match.type == "PROTEST" and verb.lemma_ in ("storm", "block", "occupy") and not _is_crowd(verb):
        return "COERCE"
    if match.type == "PROTEST" and verb.lemma_ in load_cues("crowding") and not _is_crowd(verb):
        return None
    if match.type == "PROTEST" and verb.lemma_ == "protest" and _is_of_states(article, verb):
        return "ACCUSE"
    if match.type == "ASSAULT" and _is_test(verb):
        return "MOBILIZE"
    name = weigh_goods(article, match, verb)
    if name == "MOBILIZE" and (is_future(verb) or "would" in modals):
        return "AGREE" if verb.lemma_ in load_cues("lends") else name
    return COMING.get(name, name) if name is not None and (is_future(verb) or "would" in modals) else name


def _grants_sum(verb: Token) -> bool:
    """Whether what a verb is done to is money, by its noun or by the sign of a currency beside it."""
    goods = (find_good(o) for o in find_objects(verb))
    return any(c.tag_ == "$" for c in verb.children) or any(g is not None and g.kind == "money" for g in goods)


def is_own_offer(clause: Token) -> bool:
    """Whether what is proposed is help or a meeting that the proposer is to give ("proposed to host the talks")."""
    inner = choose_match(clause) if clause.dep_ == "xcomp" and clause.tag_ == "VB" else None
    return inner is not None and inner.type in ("CONSULT", "AID", "COOPERATE", "YIELD")


def _is_supposed(clause: Token) -> bool:
    """Whether what is suggested is how things are or may be, not what is to be done ("suggested it was willing")."""
    modals = set(find_modals(clause))
    return bool(UNSURE & modals) or (not modals and (clause.tag_ in ("VBD", "VBZ") or clause.pos_ != "VERB"))


def judge_vow(match: Match, verb: Token) -> str | None:
    """The type of a vow: harm vowed is a threat, help or a concession a promise; None for what is neither."""
    vowed, firm = find_vowed(verb), verb.lemma_ in ("pledge", "promise")
    if is_tied(verb):
        return None
    if vowed is None:
        return match.type if firm or match.type == "THREATEN" else None
    inner = match_verb(vowed)
    kind = CLASSES[inner.type] if inner is not None and not is_negated(vowed) else ""
    if firm and vowed.dep_ == "xcomp":
        return match.type
    hostile = vowed.lemma_.lower() in load_cues("vowed_harm") or kind == "material conflict"
    if hostile and not (inner is not None and inner.type == "MOBILIZE"):
        return "THREATEN"
    return "AGREE" if kind.endswith("cooperation") or hostile else None


def judge_order(match: Match, verb: Token) -> str | None:
    """The type of an order: that of what one's own people are to do, a demand where others are told to."""
    ordered = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    own = any(o.lemma_.lower() in load_cues("acts_of") for o in find_objects(verb))
    if ordered is None or not own:
        return match.type
    inner = next(
        (m for t in (ordered, *ordered.children) if t.pos_ == "VERB" and (m := match_verb(t)) is not None), None
    )
    return "MOBILIZE" if inner is None or inner.type == "ASSAULT" else inner.type


def weigh_goods(article: Article, match: Match, verb: Token) -> str | None:
    """The type of giving, pledging, sending, offering by what is given: goods are AID, soldiers pledged AGREE."""
    lemma = verb.lemma_.lower()
    if lemma not in load_cues("gives"):
        return match.type
    heads = list_given(verb)
    good = next((g for o in heads for t in list_conjuncts(o) if (g := find_good(t)) is not None), None)
    if good is None:
        return match.type if match.type != "AID" or match.carrier is not None else None
    if match.type not in GIVING:
        return match.type
    if good.kind in OWN_ARMS and lemma in ("send", "bring") and not is_received(article, verb):
        return "MOBILIZE"
    if good.kind == "soldiers":
        return "AGREE" if lemma in PLEDGES and match.type in ("AID", "AGREE") else match.type
    return (
        "AID"
        if match.type in ("AID", "AGREE", "MOBILIZE", "REQUEST") and lemma not in ("propose", "approve")
        else match.type
    )


def _is_crowd(verb: Token) -> bool:
    """Whether people in the streets do what a verb says, not soldiers or ministers."""
    subject = find_grammatical_subject(verb)
    return subject is not None and bool({subject.lemma_.lower(), subject.lower_} & load_cues("crowds"))


def _is_test(verb: Token) -> bool:
    """Whether what is launched goes into the sea or the sky, so that nobody is attacked."""
    below = [c for h in (verb, *find_objects(verb)) for c in h.children if c.dep_.split(":")[0] in ("advcl", "acl")]
    ways = [
        o.lemma_.lower()
        for v in (verb, *find_objects(verb), *below)
        for o in find_obliques(v, "into", "towards", "toward", "over")
    ]
    return verb.lemma_ in ("launch", "fire") and bool(set(ways) & {"sea", "ocean", "orbit", "space", "waters", "water"})


def _is_of_states(article: Article, verb: Token) -> bool:
    subject = find_grammatical_subject(verb)
    whos = article.cast.who(subject) if subject is not None else ()
    return bool(whos) and all(w.type in ("state", "alliance") or w.acts_for for w in whos)


def is_received(article: Article, verb: Token) -> bool:
    """Whether what is sent goes to somebody who is to have it."""
    towards = [*find_obliques(verb, "to", "for"), *(c for c in verb.children if c.dep_ == "iobj")]
    towards += [o for h in find_objects(verb) for o in find_obliques(h, "to", "for")]
    return any(w.type in ("state", "organisation", "group") for t in towards for w in article.cast.who_alone(t))


def _has_blame(verb: Token) -> bool:
    return any(t.lemma_.lower() in load_cues("blames") for t in verb.subtree)


def rate_act(name: str, match: Match, telling: Telling, doers: tuple[Who, ...]) -> float:
    """How sure an act is: a pattern with its object more than a bare verb, asserted more than told in passing."""
    certainty = 0.62 + 0.08 * (":" in match.why) - 0.08 * match.weak
    certainty -= 0.06 * (telling.mode == "reported") + 0.06 * (not doers) + 0.1 * (name == "OTHER")
    return round(max(certainty, 0.3), 2)
