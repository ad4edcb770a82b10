"""Compositions: bodies told by who makes them up - "the bloc consists of", "a group of seven countries, X, Y and Z"."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.article import Article
from tocsin.coding.bonds import (
    Bond,
    find_with,
    is_real,
    is_refused,
    join,
    list_inside,
    list_named,
    load_cues,
    name_bodies,
    open_list,
)
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_objects,
    find_subjects,
    is_passive,
    list_conjuncts,
)

FEWEST_LISTED = 2


def read_composed(article: Article, verb: Token, lemma: str) -> Iterator[Bond]:
    """ "The bloc consists of X and Y", "is made up of X and Y"."""
    subject = find_grammatical_subject(verb)
    made = find_child(verb, "obj") if lemma in ("make", "comprise") and not is_passive(verb) else None
    if made is not None and (formed := name_bodies(article, made)) and subject is not None:
        parts = tuple(m for m in list_named(article, subject) if m not in formed)
        if len(parts) >= FEWEST_LISTED and is_real(verb) and not is_refused(verb):
            yield Bond(join(formed, parts), "membership", verb, 0.7, f"composed of: {verb.text!r}")
        return
    bodies = name_composed(article, subject) if subject is not None else ()
    behind = [t for t in list_behind(verb, lemma) if subject is None or t.i != subject.i]
    members, fewest = list_parts(article, behind, bool(bodies) and lemma in ("make", "consist", "compose", "comprise"))
    members = tuple(m for m in members if m not in bodies)
    joint = subject is not None and is_joint(subject)
    if lemma in ("include", "bring") and not all(is_known_side(article, m) for m in members):
        return
    if (bodies or joint) and len(members) >= fewest and is_real(verb) and not is_refused(verb):
        allied = subject is not None and (
            subject.pos_ == "PRON" or (subject.pos_ == "NOUN" and subject.lemma_.lower() in load_cues("league_nouns"))
        )
        yield Bond(
            join(bodies, members), "alliance" if allied else "membership", verb, 0.7, f"composed of: {verb.text!r}"
        )


def list_behind(verb: Token, lemma: str) -> list[Token]:
    """What a body is said to be made of, or to unite."""
    behind = find_with(verb, "of") if lemma in ("consist", "make", "compose") else find_objects(verb)
    return behind + (find_with(verb, "with") if lemma in ("link", "unite", "bind", "group") else [])


def list_parts(article: Article, behind: list[Token], named: bool) -> tuple[tuple[str, ...], int]:
    """The members that nouns stand for, and how many there must be: of a `named` body also groups without a name."""
    members = join(*(list_named(article, t) for t in behind))
    parts = join(*(name_parts(article, t) for t in behind)) if named and len(members) < FEWEST_LISTED else ()
    if parts:
        # "Made up of student and farmer groups".
        return parts, 1
    inside = join(*(list_inside(article, t) for t in behind)) if len(members) < FEWEST_LISTED else members
    return inside, FEWEST_LISTED


def read_founded(article: Article, verb: Token) -> Iterator[Bond]:
    """ "The community was founded by X and Y", "X, Y and Z set up the bloc"."""
    # Who forms an alliance is told by the word for it.
    made = [o for o in find_objects(verb) if o.lemma_.lower() not in load_cues("league_nouns")]
    bodies = join(*(name_bodies(article, o) for o in made))
    founders = join(*(list_named(article, s) for s in find_subjects(verb)))
    founders = tuple(f for f in founders if f not in bodies)
    if bodies and len(founders) >= FEWEST_LISTED and is_real(verb) and not is_refused(verb):
        yield Bond(join(bodies[:1], founders), "membership", verb, 0.65, f"founded: {verb.text!r}")


def is_known_side(article: Article, name: str) -> bool:
    """Whether a name is that of a state, a group or a body that a table knows."""
    who = article.cast.find_actor(name)
    return who is not None and (who.type in ("state", "group", "alliance") or find_known(name) is not None)


def name_parts(article: Article, token: Token) -> tuple[str, ...]:
    """The groups without a name that make up a body, in the text's words."""
    return tuple(w.name for t in list_conjuncts(token) for w in article.cast.name_noun(t) if t.tag_ == "NNS")


def name_composed(article: Article, noun: Token) -> tuple[str, ...]:
    """The body with a name that is made up of others."""
    if is_joint(noun):
        return ()
    whos = article.cast.who_alone(noun)
    named = tuple(w.name for w in whos if w.type == "organisation" or (w.type == "group" and w.name[:1].isupper()))
    return name_bodies(article, noun) or named


def is_joint(noun: Token) -> bool:
    """Whether a noun is a force or a coalition without a name of its own, that ties those who make it up."""
    if noun.pos_ == "PRON" and noun.sent.start > 0:
        # "Riyadh assembled the coalition. It comprises X and Y."
        before = noun.doc[noun.sent.start - 1].sent
        return any(t.lemma_.lower() in load_cues("league_nouns") and t.pos_ == "NOUN" for t in before)
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in load_cues("missions") | load_cues("league_nouns")


def read_list(article: Article, noun: Token) -> Iterator[Bond]:
    """ "The G7, a group of seven countries, Canada, France and Italy": a body described by its members."""
    described = find_grammatical_subject(noun) if find_child(noun, "cop") is not None else open_list(noun.head)
    bodies = name_bodies(article, described) if described is not None else ()
    members = tuple(
        w.name for t in noun.subtree for w in article.cast.who_alone(t) if w.type == "state" and t.pos_ == "PROPN"
    )
    members = tuple(m for m in dict.fromkeys(members) if m not in bodies)
    if bodies and len(members) > FEWEST_LISTED:
        yield Bond(join(bodies, members), "membership", noun, 0.65, f"list of members: {noun.text!r}")
