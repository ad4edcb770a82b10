"""Standings: places held without a verb of holding - dug in at, confined to, masters of, belongs to, is ours."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.bonds import is_real
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_objects,
    find_obliques,
    has_case,
    is_negated,
)
from tocsin.coding.control_words import load_words
from tocsin.coding.event_modes import read_telling
from tocsin.coding.grounds import name_listed
from tocsin.coding.harm import is_own
from tocsin.coding.holds import Hold, is_over
from tocsin.coding.occupants import find_holders, is_fighting, name_holders, speak_for
from tocsin.coding.relations import find_base
from tocsin.records.coding import Change

AT = ("in", "on", "at", "inside", "along", "to", "onto", "into")
BEFORE = ("amod", "compound", "nmod:poss", "nmod")
GROUND = ("of", "over", "on", "in", "across", "around")


def read_standing(article: Article, verb: Token) -> Iterator[Hold]:
    """Fighters who are dug in somewhere, confined to a place, or sway it."""
    lemma = find_base(verb)
    particles = {c.lower_ for c in verb.children if c.dep_ in ("compound:prt", "advmod")}
    if lemma in load_words("stands") or {f"{lemma} {p}" for p in particles} & load_words("stands"):
        yield from _stand(
            article,
            verb,
            find_obliques(verb, *AT),
            load_words("buildings"),
            lemma == "cling" and verb.tag_ in ("VBZ", "VBD"),
        )
    elif lemma in load_words("sways") and not find_obliques(verb, "by"):
        yield from _stand(article, verb, find_objects(verb) or find_obliques(verb, *GROUND))
    elif lemma in load_words("belongs"):
        yield from read_belonging(article, verb)


def _stand(
    article: Article, verb: Token, grounds: list[Token], more: frozenset[str] = frozenset(), alone: bool = False
) -> Iterator[Hold]:
    """The places of some nouns, held by the fighters of whom the verb tells; `more` kinds of place count.

    `alone`: a leader may hold them too.
    """
    subject = find_grammatical_subject(verb)
    if subject is None:
        return
    holders = [
        w
        for w in name_holders(article, subject)
        if is_fighting(subject, w) or (alone and w.type in ("person", "state"))
    ]
    change: Change = "lost" if is_over(verb) else "holds"
    for place in dict.fromkeys(p for ground in grounds for p in name_listed(article, ground, False, True, more)):
        yield from (Hold(place, w, change, verb, f"{verb.text} {place}", 0.55) for w in holders if w.name != place)


def read_belonging(article: Article, verb: Token) -> Iterator[Hold]:
    """ "The north belongs to the rebels", "the port remains with the army"; a claim where the owner says so."""
    subject = find_grammatical_subject(verb)
    prepositions = ("to",) if find_base(verb) == "belong" else ("with",)
    if subject is None or subject.lemma_.lower() in ("country", "nation"):
        return
    for owner in find_obliques(verb, *prepositions):
        if any(c.lower_ == "not" for c in owner.children):
            continue
        yield from _own(article, verb, subject, name_holders(article, owner))


def read_owned(article: Article, owner: Token) -> Iterator[Hold]:
    """ "The town is ours", "the coast is now with the army", "the city was no longer Saddam Hussein's"."""
    if find_child(owner, "cop") is None:
        return
    subject = find_grammatical_subject(owner)
    possessive = owner.lower_ in ("ours", "theirs", "his") or any(c.tag_ == "POS" for c in owner.children)
    if subject is None or not (possessive or has_case(owner, "with")):
        return
    whos = article.cast.who_alone(owner) if owner.pos_ == "PRON" else name_holders(article, owner)
    yield from _own(article, owner, subject, tuple(speak_for(article, owner, whos)))


def _own(article: Article, cue: Token, subject: Token, owners: tuple[Who, ...]) -> Iterator[Hold]:
    telling = read_telling(article, cue)
    if telling is None or telling.mode == "planned":
        return
    teller = telling.reported_by
    claimed = teller is not None and not telling.quoted and any(is_own(w, teller) for w in owners)
    change: Change = "lost" if is_negated(cue) else "contested" if claimed else "holds"
    for place in name_listed(article, subject, False, True):
        for who in owners:
            if who.name != place and (who.type in ("state", "group", "person") or who.acts_for):
                yield Hold(place, who, change, cue, f"{cue.text} {who.name}", 0.55)


def read_mastery(article: Article, noun: Token) -> Iterator[Hold]:
    """ "The Taliban are masters of Kabul"."""
    subject = find_grammatical_subject(noun) if find_child(noun, "cop") is not None else None
    subject = noun.head if noun.dep_ == "appos" else subject
    if subject is None or is_negated(noun) or not is_real(noun):
        return
    for place in (p for o in find_obliques(noun, "of", "over") for p in name_listed(article, o, True, True)):
        for who in name_holders(article, subject):
            yield Hold(place, who, "holds", noun, f"{noun.lower_} of {place}", 0.55)


def read_flag(article: Article, flag: Token) -> Iterator[Hold]:
    """ "The Turkish flag went up over the town": gained by whose flag it is; one that flies is of who holds."""
    verb = flag.head
    if not flag.dep_.startswith("nsubj") or find_base(verb) not in load_words("flies") or verb.tag_ == "VBG":
        return
    telling = read_telling(article, verb)
    if telling is None or telling.mode == "planned" or is_negated(verb):
        return
    change: Change = "holds" if find_base(verb) in ("fly", "flutter", "wave") else "gained"
    owners = [w for c in flag.children if c.i < flag.i for w in name_holders(article, c)]
    grounds = find_obliques(verb, "over", "above", "on")
    for place in (p for o in grounds for p in name_listed(article, o, True, True, load_words("buildings"))):
        yield from (Hold(place, w, change, flag, f"flag over {place}", 0.5) for w in owners)


def read_lapse(article: Article, noun: Token) -> Iterator[Hold]:
    """A hold that ended: "X's hold on the east has gone", "slipped from X's grip", "ended its presence in it"."""
    measure = noun.head if noun.dep_ == "nmod" and noun.head.dep_ == "obj" else noun
    verb = measure.head
    base = find_base(verb)
    owners = [w for c in noun.children if c.i < noun.i and c.dep_ in BEFORE for w in name_holders(article, c)]
    if noun.dep_.startswith("obl") and has_case(noun, "from", "out of", "out") and base in load_words("slips"):
        heads = [s for s in [find_grammatical_subject(verb)] if s is not None]
    elif (noun.dep_.startswith("nsubj") and base in load_words("lapses")) or (
        measure.dep_ == "obj" and base in load_words("ends")
    ):
        heads = find_obliques(noun, *GROUND)
        owners = owners or [w for w in find_holders(article, verb) if noun.i == measure.i]
    else:
        return
    telling = read_telling(article, verb)
    if telling is None or telling.mode == "planned" or is_negated(verb):
        return
    for place in dict.fromkeys(p for h in heads for p in name_listed(article, h, False, True)):
        yield from (Hold(place, w, "lost", noun, f"{noun.lower_} of {place}", 0.55) for w in owners if w.name != place)
