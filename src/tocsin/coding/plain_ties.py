"""Plain ties: being together or apart in everyday words ("came to terms", "swore an oath to", "no bond links")."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, find_with, is_real, is_refused, join, load_cues, load_frames
from tocsin.coding.clauses import (
    find_grammatical_subject,
    find_objects,
    find_subjects,
    is_negated,
    list_conjuncts,
    phrase_of,
)
from tocsin.coding.company import PAIR, list_company, name_sides
from tocsin.coding.plain_bodies import name_in_words
from tocsin.records.coding import Tie

NEAR = 7
BESIDE = ("with", "alongside", "beside", "to")


def list_plain(article: Article, token: Token) -> Iterator[Bond]:
    """The ties that a word tells of in everyday words."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        if lemma in load_frames("coming_to_terms"):
            yield from read_settled(article, token)
        if lemma in load_cues("binding"):
            yield from read_unlinked(article, token)
        elif lemma in load_cues("sworn"):
            yield from read_oath(article, token)
        elif lemma in load_cues("fighting"):
            yield from read_joint_fight(article, token)
    if token.pos_ == "NOUN" and lemma in load_cues("links"):
        yield from read_linked(article, token)
    if lemma in load_cues("leagues") | {"platform"}:
        yield from read_any_league(article, token)
    elif lemma in load_cues("ally_nouns"):
        yield from read_any_ally(article, token)


def name_any(article: Article, token: Token | None) -> tuple[str, ...]:
    """The sides that a phrase stands for, if only in the text's words; a pronoun without a name stands for none."""
    if token is None:
        return ()
    named = join(*(name_sides(article, t) or name_in_words(t) for t in list_conjuncts(token)))
    named = named or name_sides(article, token)
    return tuple(n for n in named if n[:1].isupper()) if token.pos_ == "PRON" else named


def read_settled(article: Article, verb: Token) -> Iterator[Bond]:
    """ "X came to terms with Y", "X and Y settled their quarrel", "made peace", "shook hands on the transfer"."""
    words = load_frames("coming_to_terms").get(verb.lemma_.lower())
    near = {t.lemma_.lower() for t in verb.subtree if 0 < t.i - verb.i < NEAR}
    if not words or not words & near or not is_real(verb):
        return
    parties = list_company(article, verb)
    if len(parties) < PAIR:
        places = [verb, *find_objects(verb), *find_with(verb, "to")]
        behind = [t for place in places for t in find_with(place, *BESIDE)]
        parties = join(*(name_any(article, t) for t in (*find_subjects(verb), *behind) if t not in places))
    if len(parties) >= PAIR:
        tie: Tie = "none" if is_negated(verb) else "agreement"
        yield Bond(parties, tie, verb, 0.6, f"settled: {verb.text!r}")


def read_unlinked(article: Article, verb: Token) -> Iterator[Bond]:
    """ "No treaty binds X to Y", "nothing ties us to them": those whom nothing holds together."""
    subject = find_grammatical_subject(verb)
    nothing = subject is not None and (is_refused(subject) or subject.lower_ == "nothing")
    if not nothing:
        return
    behind = [t for h in (verb, subject) if h is not None for t in find_with(h, "to", "with", "between")]
    parties = join(*(name_any(article, t) for t in (*find_objects(verb), *behind)))
    if len(parties) >= PAIR:
        yield Bond(parties, "none", verb, 0.6, f"nothing links: {verb.text!r}")


def read_linked(article: Article, noun: Token) -> Iterator[Bond]:
    """ "X has no link with Y", "there is no treaty between X and Y": a tie that the text says is not there."""
    verb = noun.head
    absent = is_refused(noun) or (verb.lemma_ in ("have", "be") and is_negated(verb))
    if not absent or verb.lemma_ not in ("have", "be", "exist", "maintain"):
        return
    behind = [t for h in (noun, verb) for t in find_with(h, "with", "to", "between")]
    doers = [] if verb.lemma_ in ("be", "exist") else find_subjects(verb)
    parties = join(*(name_any(article, t) for t in (*doers, *behind)))
    if len(parties) >= PAIR and noun.dep_ in ("obj", "nsubj") and is_real(verb):
        yield Bond(parties, "none", noun, 0.6, f"no link: {noun.text!r}")


def read_oath(article: Article, verb: Token) -> Iterator[Bond]:
    """ "X swore allegiance to Y", "took an oath to Z": the one follows the other."""
    sworn = [o for o in find_objects(verb) if o.lemma_.lower() in load_cues("oaths")]
    if not sworn:
        return
    behind = [t for h in (verb, *sworn, *(c for o in sworn for c in find_with(o, "of"))) for t in find_with(h, "to")]
    who = join(*(name_any(article, s) for s in find_subjects(verb)))
    whom = tuple(n for t in behind for n in name_any(article, t) or (phrase_of(t),) if n not in who)
    if who and whom and is_real(verb):
        yield Bond(join(who, whom), "none" if is_negated(verb) else "alliance", verb, 0.6, f"oath: {verb.text!r}")


def read_joint_fight(article: Article, verb: Token) -> Iterator[Bond]:
    """ "X and Y fight side by side", "are fighting the rebels jointly"."""
    if not is_real(verb) or is_negated(verb):
        return
    words = " ".join(t.lower_ for t in verb.sent if t.i > verb.i)
    parties = join(*(name_any(article, s) for s in find_subjects(verb)))
    joint = any(phrase in words for phrase in ("side by side", "shoulder to shoulder", "together", "jointly"))
    if len(parties) >= PAIR and joint:
        yield Bond(parties, "alliance", verb, 0.55, f"fight together: {verb.text!r}")


def read_any_league(article: Article, noun: Token) -> Iterator[Bond]:
    """ "X and Y formed a bloc", "the coalition of X, Y and Z", "a front with the unions": sides in plain words."""
    verb = noun.head
    formed = noun.dep_ == "obj" and verb.lemma_.lower() in load_cues("forming") and is_real(verb)
    of = find_with(noun, "of", "between", "with")
    with_verb = find_with(verb, "with") if formed else []
    doers = find_subjects(verb) if formed else []
    parties = join(*(name_any(article, t) for t in (*doers, *of, *with_verb)))
    if len(parties) >= PAIR and is_real(noun) and not is_refused(noun):
        yield Bond(parties, "alliance", noun, 0.55, f"plain league: {noun.text!r}")


def read_any_ally(article: Article, noun: Token) -> Iterator[Bond]:
    """ "The tribes are partners of the army", "the militia, an ally of the governor": sides in plain words."""
    described = noun.head if noun.dep_ == "appos" else None
    if any(c.dep_ == "cop" for c in noun.children):
        described = find_grammatical_subject(noun)
    elif noun.dep_ == "nsubj" and any(c.dep_ == "cop" for c in noun.head.children):
        # "The island's only ally is X".
        described = noun.head
    if any(t.lemma_.lower() in load_cues("treaty_nouns") for t in find_with(noun, "in", "to")):
        # "Partners in the trade agreement" have the agreement.
        return
    if described is None or any(c.lemma_.lower() in load_cues("commerce") for c in noun.children):
        return
    owners = [*find_with(noun, "of", "with", "to"), *(c for c in noun.children if c.dep_ == "nmod:poss")]
    others = join(*(name_any(article, t) for t in owners))
    who = tuple(n for n in name_any(article, described) if n not in others)
    who = who or (name_in_words(described) if described.pos_ == "NOUN" else ())
    both = noun.tag_ == "NNS" and len(who) >= PAIR
    if who and (others or both) and is_real(noun):
        former = any(c.lemma_.lower() in load_cues("former") or c.lower_ == "once" for c in noun.children)
        tie: Tie = "none" if former or is_refused(noun) else "alliance"
        yield Bond(join(who, others), tie, noun, 0.55, f"plain ally: {noun.text!r}")
