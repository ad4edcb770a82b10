"""Harm: whether a clause announces it, who does it, and on what it is made to hang."""

from functools import cache

from spacy.tokens import Token

from tocsin.codebook.bodies import find_body
from tocsin.codebook.bodies import members as list_members
from tocsin.codebook.tables import load_bodies
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    find_subjects,
    is_negated,
    is_passive,
    list_conjuncts,
    list_subtree,
)
from tocsin.coding.event_roles import find_owners
from tocsin.coding.event_types import match_verb
from tocsin.coding.holders import find_sayer_above
from tocsin.coding.scene import match_role
from tocsin.coding.threat_words import SET_ON, load_cues
from tocsin.coding.undoing import (
    FIRST,
    is_answered,
    is_chase,
    is_kept_shut,
    is_looked_on,
    is_risked,
    is_stalled,
    is_undone,
)

COMING = frozenset({"will", "would", "shall", "could", "can", "may", "might"})
DUTIES = frozenset({"must", "should"})
OUTSIDE = ("advcl", "acl:relcl", "ccomp", "parataxis")
NEARBY = 120
HONORIFICS = frozenset({"mr", "mrs", "ms", "sir", "miss", "dame", "lord"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION"})


@cache
def list_bystanders() -> frozenset[str]:
    """Bodies of many states, which warn of harm without a part in it unless they are to act themselves.

    Those whose members are bound to defend each other have forces and measures of their own.
    """
    return frozenset(body.name for body in load_bodies() if not body.defence_pact)


def is_own(who: Who, speaker: Who) -> bool:
    """Whether an actor is the speaker or of the speaker's side."""
    return bool({who.name, who.acts_for} & ({speaker.name, speaker.acts_for} - {None}))


def is_bystander(speaker: Who) -> bool:
    """Whether a speaker is one who only watches: an analyst, a body of many states."""
    if (speaker.acts_for or speaker.name) in list_bystanders():
        return True
    words = {w.lower().removesuffix("s") for w in speaker.name.split()}
    return bool(words & load_cues("bystanders", "nouns"))


def list_harm_tokens(verb: Token, tie: Token | None) -> list[Token]:
    """The words of a consequence, without those that it hangs on."""
    left_out = {t.i for t in tie.subtree} if tie is not None else set()
    return [t for t in list_subtree(verb, OUTSIDE) if t.i not in left_out]


def find_harm(verb: Token, tie: Token | None, speaker_acts: bool) -> Token | None:
    """The word of harm in the clause of `verb`: its verb, a noun that it brings about, or a step against another."""
    lemma = verb.lemma_.lower()
    if lemma in load_cues("idling", "verbs") and is_negated(verb) and find_idle(verb) is not None:
        return verb
    if is_stalled(verb):
        return verb
    if is_negated(verb) or DUTIES & {c.lower_ for c in verb.children if c.dep_ == "aux"}:
        return None
    if is_undone(verb, speaker_acts and tie is not None) or is_risked(verb) or is_kept_shut(verb):
        return verb
    if lemma in load_cues("easing", "verbs"):
        return verb if _is_ended(verb) or (speaker_acts and has_object(verb, "lifelines")) else None
    tokens = list_harm_tokens(verb, tie)
    if is_answered(verb, tie) or is_chase(verb) or is_looked_on(verb):
        return verb
    if (lemma in load_cues("harm", "verbs") and not is_measured(verb)) or is_paying(verb):
        return verb
    subject = find_grammatical_subject(verb) if lemma in load_cues("starting", "verbs") else None
    if subject is not None and subject.lemma_.lower() in load_cues("starting", "nouns"):
        return subject
    if lemma in load_cues("harm", "bringing") or find_child(verb, "cop", "expl") is not None:
        noun = next((t for t in tokens if t.lemma_.lower() in load_cues("harm", "nouns") and t.pos_ == "NOUN"), None)
        if noun is not None and not any(c.lower_ == "no" for c in noun.children):
            return noun
        denied = (t for t in tokens if t.lemma_.lower() in load_cues("harm", "denied"))
        if any(c.lower_ == "no" for t in denied for c in t.children):
            return verb
    if any(t.lemma_.lower() == "option" for t in tokens) and any(t.lemma_.lower() in ("open", "table") for t in tokens):
        return verb
    if _is_ended(verb):
        return verb
    steps = [verb, *(c for c in verb.children if c.dep_ == "conj" and c.i > verb.i)]
    if lemma in load_cues("starting", "going_on") | load_cues("starting", "backing"):
        steps += [c for c in verb.children if c.dep_ in ("xcomp", "ccomp")]
    return next((v for v in steps if speaker_acts and (is_cut(v) or is_hostile(v))), None)


def _is_ended(verb: Token) -> bool:
    """Whether what another has or lives by is to be over: "aid will end", "the truce will be void"."""
    subject = find_grammatical_subject(verb)
    ended = verb.lemma_.lower() in load_cues("ends", "words")
    return ended and subject is not None and subject.lemma_.lower() in load_cues("cuts", "objects")


def is_hostile(verb: Token) -> bool:
    """Whether the tables of events make a verb, with what hangs on it, an act of force or a sanction."""
    match = match_verb(verb)
    return match is not None and not match.weak and match.type in HOSTILE


def is_measured(verb: Token) -> bool:
    """Whether a verb only says how far a figure goes ("would hit ten percent")."""
    return any(c.dep_ == "obj" and (c.pos_ == "NUM" or c.lemma_ in ("percent", "%")) for c in verb.children)


def find_idle(verb: Token) -> Token | None:
    """The word of idleness under a verb: "stand idly by", "remain silent"."""
    return next((t for t in verb.subtree if t.lower_ in load_cues("idling", "words")), None)


def is_cut(verb: Token) -> bool:
    """Whether a verb is a step against another: to leave a bloc, to cut the gas."""
    lemma = verb.lemma_.lower()
    if lemma in load_cues("cuts", "verbs"):
        return True
    away = lemma in ("walk", "pull") and any(c.lower_ in ("out", "away") for c in verb.children)
    shelved = find_obliques(verb, "in", "on") if lemma in ("hold", "put", "place", "keep") else []
    if away or any(o.lemma_.lower() in load_cues("cuts", "shelves") for o in shelved):
        return True
    if lemma in load_cues("cuts", "from_bodies") and find_obliques(verb, "from", "out", "of"):
        return True
    return lemma in load_cues("cuts", "with_object") and has_object(verb, "objects")


def has_object(verb: Token, key: str) -> bool:
    """Whether what a verb is done to, or stands behind it, is of a list of what can be cut."""
    things = [c for c in verb.children if c.dep_ in ("obj", "obl", "nsubj:pass")]
    return any(t.lemma_.lower() in load_cues("cuts", key) for c in things for t in c.subtree)


def find_strong(verb: Token) -> Token | None:
    """The word of harm that needs no condition: "will burn", "would be struck", "will pay a price"."""
    lemma = verb.lemma_.lower()
    if lemma == "risk" and (risked := find_child(verb, "xcomp")) is not None and is_passive(risked):
        return risked if risked.lemma_.lower() in load_cues("harm", "verbs") else None
    if is_negated(verb):
        return find_idle(verb) if lemma in load_cues("idling", "verbs") else None
    modals = {*SET_ON, *(("can",) if lemma == "expect" else ())}
    modals |= {"must"} if lemma in ("bear", "face", "pay", "expect") else set()
    modals |= {"should"} if lemma == "expect" else set()
    if not modals & set(find_modals(verb)):
        return None
    if lemma in load_cues("strong", "passives" if is_passive(verb) else "verbs"):
        return verb
    if find_child(verb, "expl") is not None:
        comes = (c for c in (verb, *verb.children) if c.lemma_.lower() in load_cues("strong", "coming"))
        return next(comes, None)
    if any(c.lower_ in load_cues("strong", "adverbs") for c in verb.children if c.dep_ == "advmod"):
        return verb
    if is_paying(verb) or (lemma in load_cues("strong", "back") and any(c.lower_ == "back" for c in verb.children)):
        return verb
    brings = lemma in load_cues("strong", "bringing") and not is_passive(verb)
    if brings and (brought := find_child(verb, "obj", "obl")) is not None and _is_grave(brought):
        return brought
    if lemma not in load_cues("harm", "suffered"):
        return None
    objects = [t for c in verb.children if c.dep_ in ("obj", "obl") for t in list_subtree(c, ("acl",))]
    return next((t for t in objects if t.lemma_.lower() in load_cues("strong", "nouns")), None)


def _is_grave(noun: Token) -> bool:
    """Whether a noun is a retort or a price, by itself or by what is said of it ("retaliatory steps")."""
    if noun.lemma_.lower() in load_cues("strong", "retorts"):
        return True
    qualities = {c.lemma_.lower() for c in noun.children if c.dep_ == "amod"}
    return bool(qualities & load_cues("strong", "qualities"))


def is_done_by(article: Article, verb: Token, speaker: Who) -> bool | None:
    """Whether the speaker's side does what `verb` says; None where nobody is named as its doer."""
    doers = find_subjects(verb)
    if not doers:
        return None
    if any(t.lower_ in FIRST for d in doers for t in (d, *d.children)):
        return True
    whos = [w for d in doers for w in article.cast.who(d)]
    owners = [w for d in doers for w in find_owners(article, d)]
    served = article.cast.find_actor(speaker.acts_for) if speaker.acts_for else None
    sides = (speaker,) if served is None else (speaker, served)
    if any(is_own(w, side) for w in (*whos, *owners) for side in sides):
        return True
    if any(is_speaker_again(article, d, speaker) for d in doers):
        return True
    if any(w.type in ("alliance", "organisation") and is_member_of(speaker, w) for w in (*whos, *owners)):
        return True
    if any(w.type in ("state", "alliance", "organisation") for w in (*whos, *owners)) and is_official(
        article, verb, speaker
    ):
        return True
    return False if whos else None


def is_speaker_again(article: Article, pronoun: Token, speaker: Who) -> bool:
    """Whether "it" or "they" in what somebody says, with no hearer named, takes up who says it."""
    sayer = find_sayer_above(pronoun) if pronoun.lower_ in ("it", "they", "he", "she") else None
    if sayer is None or find_child(sayer.head, "iobj", "obj") is not None:
        return False
    many = sayer.tag_ in ("NNS", "NNPS") or len(list_conjuncts(sayer)) > 1
    return many == (pronoun.lower_ == "they") and any(is_own(w, speaker) for w in article.cast.who_speaks(sayer))


def is_member_of(speaker: Who, body: Who) -> bool:
    """Whether a speaker's state is of a body, so that it may speak of what that will do."""
    return find_body(body.name) is not None and (speaker.acts_for or speaker.name) in list_members(body.name)


def is_official(article: Article, verb: Token, speaker: Who) -> bool:
    """Whether a speaker is one of the side that acts: with an office of which the text does not say whose it is
    ("army spokesman X"), or with no title at all."""
    if speaker.acts_for:
        return False
    words = {w.lower().removesuffix("s") for w in speaker.name.split()}
    if words & load_cues("offices", "officials") or speaker.type != "person":
        return bool(words & load_cues("offices", "officials"))
    near = article.doc[max(verb.sent.start - NEARBY, 0) : verb.sent.end]
    mine = [t for t in near if t.pos_ in ("NOUN", "PROPN") and speaker in article.cast.who_alone(t)]
    titles = [t for t in mine if t.ent_type_ != "PERSON" and t.lower_.rstrip(".") not in HONORIFICS]
    return not titles or any(
        match_role(t) is not None or t.lemma_.lower() in load_cues("offices", "nouns") for t in titles
    )


def is_threatening(article: Article, verb: Token, harm: Token, speaker: Who) -> bool:
    """Whether harm is the speaker's to do: done by the speaker's side or by nobody named, undergone by another."""
    by_speaker = is_done_by(article, verb, speaker)
    undergone = verb.lemma_.lower() in load_cues("harm", "suffered") or (verb.lemma_ == "be" and harm.i != verb.i)
    if by_speaker is None:
        return not is_bystander(speaker) or is_measure(verb, speaker)
    if undergone and not by_speaker:
        return not is_bystander(speaker)
    return by_speaker and not (undergone and verb.lemma_.lower() != "meet" and has_subject_alone(verb))


def is_measure(verb: Token, speaker: Who) -> bool:
    """Whether harm is a step that a body of many states takes itself ("would be suspended")."""
    of_states = (speaker.acts_for or speaker.name) in list_bystanders()
    return (
        of_states
        and find_child(verb, "aux:pass") is not None
        and verb.lemma_.lower() in load_cues("undoing", "measures") | {"hold"}
    )


def has_subject_alone(verb: Token) -> bool:
    """Whether a clause has a subject of its own that undergoes it."""
    return find_child(verb, "nsubj") is not None


def is_mutual(harm: Token) -> bool:
    """Whether harm is the clause of a pact ("an attack on one is an attack on all")."""
    return any(t.lower_ in ("both", "all", "either", "each", "them") for t in harm.subtree if t.dep_.startswith("nmod"))


def is_paying(verb: Token) -> bool:
    """Whether somebody is to pay for what they do ("will pay for it", "will pay dearly")."""
    if verb.lemma_.lower() != "pay" or find_objects(verb):
        return False
    bare = not any(c.dep_.startswith("obl") or c.dep_ in ("xcomp", "ccomp") for c in verb.children)
    return bare or bool(find_obliques(verb, "for")) or any(c.lower_ in ("dearly", "heavily") for c in verb.children)
