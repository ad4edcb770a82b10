"""Steps: what a party itself does, will do or gives, told by the text, and what it says after a colon."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.acts import gives_self, read_act
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    has_subject,
    is_negated,
    is_passive,
    phrase_of,
)
from tocsin.coding.gapped import find_name, is_number, list_number
from tocsin.coding.goods import find_good
from tocsin.coding.holders import find_holders
from tocsin.coding.proposals import is_action, is_plain_noun, is_pointing, load_words
from tocsin.coding.set_phrases import is_set_phrase
from tocsin.coding.stance_verbs import is_read
from tocsin.coding.subject_matter import is_coordinated, is_infinitive, open_aspect
from tocsin.coding.sums import MONEY_SIGNS
from tocsin.coding.terms import find_terms
from tocsin.coding.turns import Stance

STATES_OF_BEING = frozenset("be have need become remain stay get face see know suffer lose fail".split())
DECIDERS = ("state", "person", "alliance", "organisation")
FUTURE = frozenset({"will", "would"})
PROMISING = frozenset({"pledge", "promise"})
HEADING = 10
NEAR = frozenset({"about", "set", "going", "due"})


def read_step(article: Article, verb: Token, *, told: bool = False) -> Iterator[Stance]:
    """The steps that a verb tells of; what it does is none of its own where that is `told` as a stance."""
    if verb.pos_ != "VERB":
        return
    yield from read_intent(article, verb)
    if not told:
        yield from read_act(article, verb)
    yield from read_pledge(article, verb)
    yield from read_service(article, verb)
    yield from read_refusal(article, verb)
    yield from read_after_colon(article, verb)


def read_intent(article: Article, verb: Token) -> Iterator[Stance]:
    """What the text itself says that a party will do as a step, will not do, or will do on a condition."""
    if (
        verb.head.lemma_ == "prefer"
        and verb.dep_ == "xcomp"
        and (chooser := find_grammatical_subject(verb)) is not None
    ):
        yield from read_rather(article, verb, chooser)
    modal = FUTURE & set(find_modals(verb)) or find_near(verb)
    subject = find_grammatical_subject(verb) if modal and not is_passive(verb) else None
    free = verb.dep_ in ("ROOT", "conj", "parataxis") or (verb.dep_ == "ccomp" and verb.i < verb.head.i)
    near = is_infinitive(verb)
    if subject is None or not (free or near or is_coordinated(verb)) or is_read(verb) or is_set_phrase(verb):
        return
    yield from read_rather(article, verb, subject)
    act = open_aspect(verb)
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return
    if verb.lemma_ in STATES_OF_BEING or find_child(act, "obj", "obl", "xcomp") is None:
        return
    if find_terms(verb) and verb.lemma_ in load_words("harm") | {"leave"}:
        return
    rather = any(c.lower_ in ("rather", "sooner") for c in verb.children)
    carried = verb.lemma_ in load_words("carrying_out") and any(is_action(o) for o in find_objects(verb))
    listed = verb.lemma_ in load_words("steps") | load_words("policies")
    step = "will" in modal and (listed or carried or act.i != verb.i)
    own = "would" in modal and free and find_child(verb, "obj") is not None
    if not (is_negated(verb) or find_terms(verb) or rather or step or own):
        return
    holders = tuple(w for w in article.cast.who_speaks(subject) if w.type in DECIDERS)
    yield Stance(verb, holders, "support", act, 0.5, f"intent: {subject.text} {min(modal)} {verb.lemma_}")


def find_near(verb: Token) -> set[str]:
    """ "will" where a party is about to act, or set to, or going to; else nothing."""
    near = (verb.head.lower_ if verb.dep_ in ("xcomp", "advcl") else "", verb.doc[max(verb.i - 2, 0)].lower_)
    return {"will"} if is_infinitive(verb) and NEAR & set(near) and not find_modals(verb.head) else set()


def read_rather(article: Article, verb: Token, subject: Token) -> Iterator[Stance]:
    """ "Would rather wait": against what was spoken of last."""
    rather = verb.head.lemma_ == "prefer" or any(c.lower_ in ("rather", "sooner", "prefer") for c in verb.children)
    if rather and verb.lemma_ in load_words("waiting") and find_child(verb, "obj") is None:
        holders = tuple(w for w in article.cast.who_speaks(subject) if w.type in DECIDERS)
        yield Stance(verb, holders, "oppose", verb, 0.5, f"rather {verb.lemma_}", last=True, settled=True)


def read_pledge(article: Article, verb: Token) -> Iterator[Stance]:
    """Goods or people promised: "has pledged 14 tanks", "offered a hospital ship to"."""
    if verb.lemma_ not in load_words("pledging"):
        return
    goods = next((o for o in find_objects(verb) if is_goods(o) and not is_negated(o)), None)
    if goods is None or any(c.dep_ in ("xcomp", "ccomp") and not is_coordinated(c) for c in verb.children):
        return
    counted = goods.pos_ in ("NUM", "SYM") or find_child(goods, "nummod") is not None
    good = find_good(goods) if verb.lemma_ != "announce" or counted else None
    given = any(find_obliques(t, "to", "for", "towards") for t in (verb, goods))
    if counted or good is not None or given:
        why = f"{verb.lemma_}: {phrase_of(goods)}"
        relief = verb.lemma_ in PROMISING and not (given or gives_self(goods))
        yield Stance(verb, find_holders(article, verb), "support", verb, 0.6, why, met=relief)
        yield from read_gapped(article, verb, goods)


def read_gapped(article: Article, verb: Token, goods: Token) -> Iterator[Stance]:
    """The sums of those who share the verb of a pledge: "Norway pledged 20 million dollars, Denmark 15 million"."""
    for token in verb.doc[goods.i + 1 : verb.sent.end]:
        opens = is_number(token) and not is_number(token.nbor(-1))
        holders = tuple(w for w in find_name(article, token.nbor(-1)) if w.type != "outlet") if opens else ()
        if holders and list_number(token):
            yield Stance(token, holders, "support", token, 0.5, f"{verb.lemma_}, in a list: {token.text}")


def read_service(article: Article, verb: Token) -> Iterator[Stance]:
    """Itself or its good offices that a party offers: "offered itself as a mediator"."""
    if verb.lemma_ not in ("offer", "propose", "volunteer") or is_negated(verb):
        return
    objects = [c for c in verb.children if c.dep_ in ("obj", "iobj")]
    role = next(iter(find_obliques(verb, "as")), None) if any(o.lower_.endswith("self") for o in objects) else None
    offices = next((o for o in objects if o.lemma_ == "office" and o.tag_ == "NNS"), None)
    service = role if role is not None else offices
    if service is not None:
        why = f"{verb.lemma_}: {phrase_of(service)}"
        yield Stance(verb, find_holders(article, verb), "support", service, 0.6, why)


def is_goods(noun: Token) -> bool:
    """Whether a noun, or a number of them ("14 of its tanks"), is no action and points to none."""
    if noun.pos_ == "SYM" or noun.text[-1:] in MONEY_SIGNS:
        return find_child(noun, "nummod") is not None
    if noun.pos_ == "NUM":
        return any(t.pos_ == "NOUN" for t in find_obliques(noun, "of"))
    return is_plain_noun(noun) and not is_action(noun) and not is_pointing(noun)


def read_refusal(article: Article, verb: Token) -> Iterator[Stance]:
    """What a party does not do where that alone is a refusal: "does not recognise the ruling", "need escorts"."""
    if not is_negated(verb) or is_passive(verb) or (verb.dep_ in ("acl", "advcl") and not has_subject(verb)):
        return
    goods = next((o for o in find_objects(verb) if o.pos_ in ("NOUN", "PROPN") and o.head.i == verb.i), None)
    relative = verb.dep_.startswith("acl") and verb.head.pos_ == "NOUN"
    if goods is None and not relative:
        return
    if verb.lemma_ in load_words("refusals", "acts"):
        yield Stance(verb, find_holders(article, verb), "support", verb, 0.6, f"not {verb.lemma_}")
    elif verb.lemma_ in load_words("refusals", "wants") and goods is not None and is_plain_noun(goods):
        yield Stance(verb, find_holders(article, verb), "support", goods, 0.6, f"not {verb.lemma_}: {phrase_of(goods)}")


def read_after_colon(article: Article, verb: Token) -> Iterator[Stance]:
    """What the one named before a colon says that will or must happen: "Austria's chancellor: no gas will be cut"."""
    if not {"will", "must", "shall", "should"} & set(find_modals(verb)) or verb.lemma_ in STATES_OF_BEING:
        return
    speakers = find_named_before_colon(article, verb)
    if speakers and find_child(verb, "obj", "obl", "nsubj:pass") is not None:
        yield Stance(verb, speakers, "support", verb, 0.55, f"after the colon of {speakers[0].name}")


def find_named_before_colon(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who stands alone before the colon that opens the clause of `verb`."""
    sentence = verb.sent
    colon = next((t.i for t in sentence[: HEADING + 1] if t.text == ":"), None)
    if colon is None or colon > verb.i or any(t.pos_ in ("VERB", "AUX") for t in verb.doc[sentence.start : colon]):
        return ()
    for token in reversed(verb.doc[sentence.start : colon]):
        if token.pos_ in ("PROPN", "NOUN") and (found := article.cast.who(token)):
            return tuple(w for w in found if w.type != "outlet")
    return ()
