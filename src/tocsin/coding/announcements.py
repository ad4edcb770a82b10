"""Announcements of harm by a verb of the text: threatened to, vowed revenge, gave 48 hours, did not rule out force."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_condition,
    find_grammatical_subject,
    find_modals,
    find_obliques,
    find_subjects,
    has_case,
    is_in_condition,
    is_negated,
    is_passive,
    list_conjuncts,
    list_subtree,
    phrase_of,
    take_clause,
)
from tocsin.coding.harm import COMING, find_harm, is_bystander, is_cut, is_hostile, is_mutual, is_own
from tocsin.coding.holders import names_party
from tocsin.coding.menaces import Menace, join_words, write_consequence
from tocsin.coding.nouns import load_nouns
from tocsin.coding.phrases import write_words
from tocsin.coding.pressure import is_friendly, is_unbounded
from tocsin.coding.threat_words import load_cues
from tocsin.coding.ties import find_inverted, find_tie

NOMINALS = ("NOUN", "PROPN", "PRON")


def list_announced(article: Article, token: Token) -> Iterator[Menace]:
    """The threat that `token` announces, if it is a verb that does so and somebody is named who threatens."""
    lemma = token.lemma_.lower()
    if token.pos_ != "VERB" or is_in_condition(token):
        return
    if lemma in load_cues("weighing", "verbs") or lemma in ("rule", "exclude"):
        yield from read_weighed(article, token)
    elif lemma in load_cues("weighing", "raising"):
        yield from read_raised(article, token)
    if is_negated(token) or find_modals(token):
        return
    by = find_threateners(article, token)
    if lemma == "threaten" and (by or is_by_nobody(article, token)):
        yield from read_threaten(article, token, by)
    elif is_passive(token) and lemma in load_cues("announcing", "telling"):
        yield from read_told(article, token, by)
    if not by or lemma == "threaten":
        return
    if lemma in load_cues("announcing", "verbs"):
        yield from read_vow(article, token, by)
    elif lemma in load_cues("ultimatum", "giving"):
        yield from read_deadline(article, token, by)


def find_threateners(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who does what the verb says: parties, or people in the text's words; no outlets."""
    found: list[Who] = []
    for subject in find_subjects(verb):
        whos = article.cast.who(subject)
        spoken = (w for m in list_conjuncts(subject) if is_people(m) for w in article.cast.who_speaks(m))
        found += [w for w in dict.fromkeys((*whos, *spoken)) if w not in found]
    return tuple(w for w in found if w.type != "outlet")


def is_people(noun: Token) -> bool:
    """Whether a noun that no table knows is of people, by its ending ("hijackers", "separatists") or its clause."""
    lemma = noun.lemma_.lower()
    if lemma in load_nouns("people_nouns") or lemma in load_cues("threateners", "nouns"):
        return True
    return noun.tag_ == "NNS" and lemma.endswith(tuple(load_cues("threateners", "endings")))


def is_by_nobody(article: Article, verb: Token) -> bool:
    """Whether a threat has no threatener in the text: a party is threatened, or a paper does it."""
    if is_passive(verb):
        undergoes = find_child(verb, "nsubj:pass")
        return undergoes is not None and bool(find_obliques(verb, "with")) and names_party(article, undergoes)
    subject = find_grammatical_subject(verb)
    return subject is not None and subject.lemma_.lower() in load_cues("threateners", "papers")


def read_told(article: Article, verb: Token, by: tuple[Who, ...]) -> Iterator[Menace]:
    """ "X was told that its bases would be bombed unless": harm that hangs on a condition, by whom the verb tells."""
    step = find_child(verb, "ccomp")
    tie = find_tie(step) if step is not None and COMING & set(find_modals(step)) else None
    harm = find_harm(step, tie, True) if step is not None and tie is not None else None
    if step is None or tie is None or harm is None or is_mutual(harm):
        return
    notice = [w for c in verb.children for o in find_obliques(c, "by") for w in article.cast.who(o)]
    by = by or tuple(w for w in notice if w.type != "outlet")
    if any(is_bystander(b) for b in by):
        return
    to = name_party(article, find_child(verb, "nsubj:pass"), by)
    why = f"threat: {verb.text!r} {harm.text!r}"
    yield Menace(verb, by, to, join_words(tie.subtree), write_consequence(step, tie), 0.6, why)


def read_threaten(article: Article, verb: Token, by: tuple[Who, ...]) -> Iterator[Menace]:
    """ "Threatened to expel", "threatened X with war", "threatens sanctions"."""
    undergoes = find_child(verb, "nsubj:pass") if is_passive(verb) else find_child(verb, "obj", "iobj")
    steps = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > verb.i]
    step = next((c for c in steps if has_to(c) or (c.dep_ == "ccomp" and find_modals(c))), None)
    withs = find_obliques(verb, "with")
    condition = find_condition(verb) or (find_condition(step) if step is not None else None)
    to = name_party(article, undergoes, by)
    then = None
    if step is not None:
        then = write_without(step, condition)
    elif withs:
        then = write_without(withs[0], condition)
    elif undergoes is not None and to is None and undergoes.lemma_.lower() in load_cues("harm", "nouns"):
        then = write_without(undergoes, condition)
    if then is None and condition is None:
        return
    if to is None:
        places = [t for t in (step, undergoes, condition) if t is not None]
        to = next((n for p in places for t in p.subtree if (n := name_party(article, t, by))), None)
    words = join_words(condition.subtree) if condition is not None else None
    yield Menace(verb, by, to, words, then, 0.8, f"threat: {verb.text!r}")


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in verb.children)


def write_without(head: Token, condition: Token | None) -> str | None:
    """The words of a phrase without its preposition, its "to" and a condition inside."""
    left_out = {t.i for t in condition.subtree} if condition is not None else set()
    return join_words(t for t in list_subtree(head, ("mark", "case", "parataxis")) if t.i not in left_out)


def name_party(article: Article, token: Token | None, by: tuple[Who, ...]) -> str | None:
    """The party that a noun phrase stands for, or that owns it, unless it is of the threatener's side."""
    if token is None:
        return None
    found = [*article.cast.who(token), *(w for c in token.children for w in article.cast.who_alone(c))]
    return next((w.name for w in found if not any(is_own(w, b) for b in by) and w.type != "outlet"), None)


def read_weighed(article: Article, verb: Token) -> Iterator[Menace]:
    """ "Is considering expelling the consul", "will not rule out military action", "refused to exclude force"."""
    excluding = verb.lemma_.lower() in ("rule", "exclude")
    kept = is_negated(verb) or (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("refuse", "decline"))
    if excluding != kept or (verb.lemma_.lower() == "rule" and find_child(verb, "compound:prt", "advmod") is None):
        return
    by = tuple(w for w in find_threateners(article, verb) if not is_bystander(w))
    step = find_child(verb, "obj", "xcomp", "ccomp")
    step = open_weighing(step) if step is not None else None
    if not by or step is None or not (is_unkind(step) or (excluding and is_cut(step))):
        return
    to = next((n for t in verb.subtree if t.i >= step.i and (n := name_party(article, t, by))), None)
    if to is None and not excluding:
        return
    condition = find_condition(verb) or find_condition(step)
    words = join_words(condition.subtree) if condition is not None else None
    yield Menace(verb, by, to, words, write_without(step, condition), 0.5, f"threat: {verb.text!r} {step.text!r}")


def open_weighing(step: Token) -> Token:
    """What is weighed in the end: "that it would consider the possibility of leaving", "the option of force"."""
    if step.lemma_.lower() in load_cues("weighing", "verbs"):
        inner = find_child(step, "obj", "xcomp", "ccomp")
    elif step.lemma_.lower() in load_cues("weighing", "chances"):
        inner = find_child(step, "acl") or next(iter(find_obliques(step, "of")), None)
    else:
        return step
    return open_weighing(inner) if inner is not None and inner.i > step.i else step


def read_raised(article: Article, verb: Token) -> Iterator[Menace]:
    """ "Raised the possibility of retaliation", "authorised his forces to reply"."""
    thing, step = find_child(verb, "obj"), find_child(verb, "xcomp")
    by = tuple(w for w in find_threateners(article, verb) if not is_bystander(w))
    if thing is None or not by or is_negated(verb) or find_modals(verb):
        return
    raised = next(iter(find_obliques(thing, "of", "to")), None) or find_child(thing, "acl")
    if thing.lemma_.lower() in load_cues("weighing", "chances") and raised is not None and is_unkind(raised):
        head = raised
    elif step is not None and (
        is_unbounded(step) or (thing.lemma_.lower() in load_cues("weighing", "forces") and is_reply(step))
    ):
        head = step
    else:
        return
    to = next((n for t in verb.subtree if t.i >= thing.i and (n := name_party(article, t, by))), None)
    condition = find_condition(verb) or find_condition(head)
    words = join_words(condition.subtree) if condition is not None else None
    if head is not step or condition is not None or is_reply(head):
        yield Menace(verb, by, to, words, write_without(head, condition), 0.5, f"threat: {verb.text!r} {head.text!r}")


def is_reply(step: Token) -> bool:
    return step.lemma_.lower() in load_cues("weighing", "replies")


def is_unkind(step: Token) -> bool:
    """Whether what is weighed is an act of force, a sanction or a retort."""
    lemma = step.lemma_.lower()
    if step.pos_ == "VERB":
        tied = find_condition(step) is not None and not is_friendly(step)
        return tied or is_hostile(step) or lemma in load_cues("announcing", "infinitives")
    if lemma in load_cues("announcing", "nouns") or lemma in ("force", "strike", "sanction", "invasion", "attack"):
        return not any(c.dep_ == "nmod:poss" for c in step.children)
    return lemma in ("action", "intervention", "option") and any(c.lower_ == "military" for c in step.children)


def read_vow(article: Article, verb: Token, by: tuple[Who, ...]) -> Iterator[Menace]:
    """ "Vowed to retaliate", "promised a harsh response", "warned of consequences"."""
    objects = [c for c in verb.children if c.dep_ in ("obj", "obl")]
    objects += [t for t in verb.doc[verb.i + 1 : verb.i + 6] if t.left_edge.i == verb.i + 1 and t.dep_ == "nsubj"]
    noun = next((c for c in objects if is_harm_noun(article, c, verb, by)), None)
    measure = noun is not None and noun.lemma_.lower() in load_cues("announcing", "steps")
    if any(is_bystander(b) for b in by) and not measure:
        return
    step = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and has_to(c) and not is_negated(c)), None)
    if step is not None and is_vowed(verb, step):
        head = step
    elif noun is not None:
        head = noun
    else:
        return
    condition = find_condition(verb) or find_condition(head) or find_inverted(verb)
    places = [t for t in (condition, find_child(verb, "iobj", "obj"), head) if t is not None]
    to = next((n for p in places for t in p.subtree if (n := name_party(article, t, by))), None)
    words = join_words(condition.subtree) if condition is not None else None
    why = f"threat: {verb.text!r} {head.text!r}"
    yield Menace(verb, by, to, words, write_without(head, condition), 0.7 if condition is not None else 0.6, why)


def is_vowed(verb: Token, step: Token) -> bool:
    """Whether what somebody vows to do is harm: by its word, as an act of force, or as no kindness on a condition."""
    if step.lemma_.lower() in load_cues("announcing", "infinitives"):
        return True
    if is_hostile(step) and step.lemma_.lower() not in load_cues("announcing", "regaining"):
        return True
    grim = verb.lemma_.lower() in load_cues("announcing", "grim")
    return grim and find_tie(step) is not None and not is_friendly(step)


def is_harm_noun(article: Article, noun: Token, verb: Token, by: tuple[Who, ...]) -> bool:
    """Whether a noun is harm that the verb announces: its object, or behind "of"; what others do is no threat."""
    lemma = noun.lemma_.lower()
    if lemma in load_cues("announcing", "blows") and verb.lemma_ in ("promise", "vow", "pledge", "swear"):
        return noun.dep_ == "obj"
    if lemma in load_cues("announcing", "steps"):
        hearer = find_child(verb, "iobj", "obj")
        aimed = bool(find_obliques(noun, "against") or find_obliques(verb, "against"))
        aimed = aimed or (hearer is not None and name_party(article, hearer, by) is not None)
        warned = verb.lemma_ == "warn" and aimed
        return warned and has_case(noun, "of", "about") and not name_party(article, noun, by)
    if lemma not in load_cues("announcing", "nouns") or lemma == "war" or verb.lemma_ == "announce":
        return False
    return noun.dep_ in ("obj", "nsubj") or has_case(noun, "of", "with")


def read_deadline(article: Article, verb: Token, by: tuple[Who, ...]) -> Iterator[Menace]:
    """ "Gave the ambassador 48 hours to leave"."""
    nouns = [c for c in verb.children if c.dep_.split(":")[0] in ("obj", "iobj", "obl")]
    nouns += [t for t in verb.subtree if is_term(t) and t not in nouns]
    time = next((c for c in nouns if c.lemma_.lower() in load_cues("ultimatum", "times") or is_deadline(c)), None)
    whom = next(
        (
            c
            for c in nouns
            if c != time and c.lemma_.lower() not in load_cues("ultimatum", "times") and c.pos_ in NOMINALS
        ),
        None,
    )
    near = [*verb.children, *(c for n in nouns for c in n.children)]
    near += [t for t in verb.sent if time is not None and 0 < t.i - time.i < 4]
    near.sort(key=lambda t: time is None or t.i < time.i)
    step = next((c for c in near if c.pos_ == "VERB" and c.i > verb.i and has_to(c)), None)
    longer = time is not None and any(c.lower_ in ("more", "another", "extra") for c in time.children)
    if time is None or whom is None or step is None or longer:
        return  # "gave the rebels two more days" puts a deadline off
    start, end = take_clause(step)
    act = " ".join(write_words(verb.doc, start, end).split()).removeprefix("to ")
    does = "do" if whom.tag_ in ("NNS", "NNPS") or len(article.cast.who(whom)) > 1 else "does"
    limit = phrase_of(time) if is_deadline(time) else f"within {phrase_of(time)}"
    condition = f"{phrase_of(whom)} {does} not {act} {limit}"
    yield Menace(
        verb, by, name_party(article, whom, by), condition, None, 0.7, f"ultimatum: {verb.text!r} {time.text!r}"
    )


def is_term(noun: Token) -> bool:
    """Whether a time stands right before what is to be done in it, wherever the tree hangs it ("48 hours to leave")."""
    counted = find_child(noun, "nummod") is not None and noun.lemma_.lower() in load_cues("ultimatum", "times")
    return counted and noun.i + 2 < len(noun.doc) and noun.nbor().lower_ == "to" and noun.nbor(2).tag_ == "VB"


def is_deadline(noun: Token) -> bool:
    """Whether a phrase is a time by which something is to be done ("until Sunday")."""
    return any(c.dep_ == "case" and c.lower_ in ("until", "till") for c in noun.children)
