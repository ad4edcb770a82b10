"""Ultimatums and open threats: "threatened to", "vowed revenge", "gave them 48 hours", "or face sanctions"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_condition,
    find_modals,
    find_objects,
    find_obliques,
    find_subjects,
    is_conditional,
    is_negated,
    is_passive,
)
from tocsin.coding.event_roles import find_agents, find_owners
from tocsin.coding.harms import is_harm, list_inside, load_harms, write_condition, write_consequence, write_words

GIVING = frozenset({"give", "set", "issue", "deliver", "impose", "hand", "send", "grant", "extend"})
RUNNING = frozenset({"run", "expire", "end", "pass", "stand", "lapse"})


@dataclass(frozen=True)
class Announced:
    """A threat before it is written: who utters it against whom, its parts, where it stands, how sure, and why."""

    by: tuple[Who, ...]
    to: str | None
    condition: str | None
    consequence: str | None
    token: Token
    certainty: float
    why: str


def list_announced(article: Article) -> Iterator[Announced]:
    """The threats that a verb or noun of threatening tells of itself."""
    for token in article.doc:
        lemma = token.lemma_.lower()
        found = None
        if lemma == "threaten" and token.pos_ == "VERB":
            found = read_threaten(article, token)
        elif token.pos_ == "VERB" and lemma in load_harms("vows"):
            found = read_vow(article, token)
        elif lemma == "threat" and token.pos_ == "NOUN":
            found = read_threat_noun(article, token)
        elif lemma in load_harms("deadlines") or lemma in load_harms("terms") or lemma == "deadline":
            found = read_ultimatum(article, token)
        if found is not None and (found.condition or found.consequence) and not is_charge(token):
            yield found


def is_charge(token: Token) -> bool:
    """Whether a threat is only what another charges, fears or asks."""
    return any(above.lemma_.lower() in load_harms("alleged") for above in token.ancestors)


def list_sides(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who does what a verb of threatening says."""
    found = [w for s in find_subjects(verb) for w in article.cast.who(s)]
    return tuple(dict.fromkeys(w for w in found if w.type != "outlet"))


def read_threaten(article: Article, verb: Token) -> Announced | None:
    """ "X threatened Y with war", "threatened to expel", "a resolution threatening sanctions"."""
    if is_negated(verb) or {"would", "could", "might", "may"} & set(find_modals(verb)):
        return None
    by = list_sides(article, verb)
    source = next(iter(find_subjects(verb)), None)
    told = bool(source is not None and source.lemma_.lower() in load_harms("texts"))
    if not by and not told:
        return None
    deed = find_child(verb, "xcomp", "ccomp", "advcl") if not is_passive(verb) else None
    deed = deed if deed is not None and deed.i > verb.i and deed.pos_ in ("VERB", "NOUN", "ADJ", "AUX") and not _has_if(deed) else None
    withs = find_obliques(verb, "with")
    objects = [o for o in find_objects(verb) if o.lemma_.lower() in load_harms("nouns")]
    harm = deed or next(iter(withs), None) or next(iter(objects), None)
    if harm is None:
        return None
    condition = find_condition(verb) or find_condition(harm)
    to = _find_aim(article, [*find_objects(verb), *find_obliques(verb, "against"), harm], by)
    return Announced(
        by, to, write_condition(condition, verb) if condition is not None else None, write_consequence(harm, condition),
        verb, 0.8 if by else 0.55, f"open threat: {verb.text!r}",
    )  # fmt: skip


def read_vow(article: Article, verb: Token) -> Announced | None:
    """ "X vowed to retaliate", "promised a harsh response"."""
    by = list_sides(article, verb)
    if not by or is_negated(verb) or is_passive(verb) or {"would", "could"} & set(find_modals(verb)):
        return None
    deed = find_child(verb, "xcomp")
    nouns = [o for o in find_objects(verb) if o.lemma_.lower() in load_harms("unconditional")]
    nouns += [o for o in find_obliques(verb, "of") if o.lemma_.lower() in load_harms("unconditional")]
    harm = deed if deed is not None and is_harm(deed) and not is_negated(deed) else next(iter(nouns), None)
    if harm is None:
        return None
    condition = find_condition(harm) or find_condition(verb)
    if condition is None and harm is deed and harm.lemma_.lower() not in load_harms("announced"):
        return None
    to = _find_aim(article, [*find_objects(harm), *find_obliques(harm), *find_obliques(verb, "against")], by)
    to = to or (_find_aim(article, [condition], by) if condition is not None else None)
    return Announced(
        by, to, write_condition(condition, harm) if condition is not None else None, write_consequence(harm, condition),
        verb, 0.7, f"vow: {verb.text!r} {harm.text!r}",
    )  # fmt: skip


def read_threat_noun(article: Article, noun: Token) -> Announced | None:
    """ "Turkey's threat to invade", "X repeated its threat of sanctions"."""
    deed = find_child(noun, "acl") or next(iter(find_obliques(noun, "of")), None)
    if deed is None or not (is_harm(deed) or deed.lemma_.lower() in load_harms("nouns")):
        return None
    by = find_owners(article, noun) or find_agents(article, noun)
    if not by and noun.dep_ == "obj" and noun.head.lemma_ in ("make", "issue", "repeat", "renew", "utter", "voice", "reiterate"):
        by = list_sides(article, noun.head)
    by = tuple(w for w in by if w not in article.cast.who(deed))
    if not by or is_negated(noun):
        return None
    to = _find_aim(article, [*find_objects(deed), *find_obliques(noun, "against")], by)
    return Announced(by, to, None, write_consequence(deed, None), noun, 0.55, f"noun: {noun.text!r}")


def read_ultimatum(article: Article, noun: Token) -> Announced | None:
    """ "gave them 48 hours to leave", "issued an ultimatum to X", "its ultimatum runs out"."""
    verb = noun.head
    is_ultimatum = noun.lemma_.lower() in load_harms("deadlines")
    given = noun.dep_ in ("obj", "nsubj:pass") and verb.lemma_.lower() in GIVING and verb.pos_ == "VERB"
    if given and not is_negated(verb) and not is_conditional(verb):
        by = list_sides(article, verb)
        demand = _find_demand(noun, verb)
        timed = find_child(noun, "nummod") is not None or noun.lemma_ == "deadline" or is_ultimatum
        if not by or not timed or (demand is None and not is_ultimatum):
            return None
        receivers = [c for c in verb.children if c.dep_ in ("iobj", "obj", "nsubj:pass") and c.i != noun.i]
        to = _find_aim(article, [*receivers, *find_obliques(verb, "to", "for"), *find_obliques(noun, "to", "for")], by)
        if to is None:
            to = next((write_words(list(c.subtree)) for c in receivers), None)
        words = f"not {write_words(list(demand.subtree))}" if demand is not None else write_words(list(noun.subtree))
        return Announced(by, to, words, None, noun, 0.75, f"ultimatum: {verb.text!r} {noun.text!r}")
    if is_ultimatum:
        by = find_owners(article, noun)
        runs = verb.lemma_.lower() in RUNNING and noun.dep_.startswith("nsubj")
        if by:
            to = _find_aim(article, find_obliques(noun, "to", "for"), by)
            words = write_words([t for t in (verb if runs else noun).subtree if t.dep_ != "mark"])
            return Announced(by, to, words, None, noun, 0.6, f"ultimatum of: {noun.text!r}")
    return None


def _find_demand(noun: Token, verb: Token) -> Token | None:
    """What is to be done in the time that is given."""
    near = [*noun.children, *verb.children]
    return next(
        (c for c in near if c.dep_.split(":")[0] in ("acl", "xcomp", "advcl") and c.i > noun.i and find_child(c, "mark", "aux")), None
    )


def _has_if(clause: Token) -> bool:
    return any(c.lower_ in ("if", "unless", "as", "after", "when", "because") and c.dep_ == "mark" for c in clause.children)


def _find_aim(article: Article, tokens: list[Token], by: tuple[Who, ...]) -> str | None:
    sides = {n for w in by for n in (w.name, w.acts_for) if n}
    whos = [w for token in tokens for w in list_inside(article, token)]
    return next((w.name for w in whos if not {w.name, w.acts_for} & sides and w.type != "outlet"), None)
