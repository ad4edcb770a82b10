"""Sides: the parties of a tie, wherever they stand - in the phrase of its noun, its clause, its sentence."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from tocsin.codebook.bodies import find_body
from tocsin.codebook.resolve import find_known
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.bonds import find_with, is_between, is_force, list_signers, load_cues, name_party
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_objects,
    find_subjects,
    has_case,
    list_conjuncts,
)

WITH = ("with", "between", "by", "and", "among", "against")
WHERE = ("in", "at", "near", "on", "over", "from", "about", "under", "since", "outside")
SEATS = ("capital", "seat")
COMMAS = frozenset(",;")
JOINERS = frozenset({",", "and", "or", "&", "the", "as", "well", "plus", "both", "of", "later", "then", "also"})
OPENERS = frozenset(
    {",", "-", "–", "—", ":", "(", "such", "as", "including", "like", "namely", "notably", "state", "states"}
)
LONGEST_OPENING = 3
LONGEST_SMALL = 3
PAIR = 2
HIGHEST = 4
FURTHEST = 9
BREACHING = frozenset({"violate", "breach", "break", "honour", "honor", "respect", "observe", "flout"})
GRANTING = frozenset({"grant", "allow", "give", "let", "permit", "entitle", "enable"})


def list_sides(article: Article, noun: Token) -> tuple[str, ...]:
    """The parties of a tie that a noun names, nearest first: of its phrase, then of the clauses above, then of its
    sentence; a place, a go-between and whoever only speaks of it are none."""
    found = list_phrase_sides(article, noun)
    if len(found) == 1 and find_body(found[0]) is not None:
        # "The NATO treaty" ties all members, whoever else is spoken of.
        return ()
    if len(found) == 1:
        found = join_names((*found, *list_sharers(article, noun)))
    if len(found) < 2:
        found = list_clause_sides(article, noun, found)
    if noun.dep_ == "obj" and (breaker := find_breaker(noun.head)) is not None:
        found = join_names((*found, *(n for n in name_sides_of(article, breaker) if is_side(article, n))))
    if len(found) == 1 and has_case(noun, "under"):
        found = join_names((*found, *list_hosts(article, noun)))
    return found


def find_breaker(verb: Token) -> Token | None:
    """Who breaks or keeps a deal, and so is one of its parties."""
    if verb.lemma_.lower() not in BREACHING:
        return None
    accused = find_child(verb.head, "obj") if has_case(verb, "of") and verb.head.pos_ == "VERB" else None
    return accused if accused is not None else find_grammatical_subject(verb)


def list_sharers(article: Article, noun: Token) -> tuple[str, ...]:
    """The side whose matters a deal is about ("a deal with X over its rivers"): who the sentence is about, if one."""
    owner = next((t for t in noun.subtree if t.lower_ == "its" and t.dep_ == "nmod:poss" and t.i > noun.i), None)
    if owner is None:
        return ()
    subject = find_grammatical_subject(noun.sent.root)
    ahead = subject is not None and subject.i < noun.i and subject.tag_ in ("NN", "NNP")
    whos = article.cast.who_alone(subject) if ahead and subject is not None else ()
    of = tuple(w.name for w in whos if w.type == "state") or tuple(name_sides_of(article, owner))
    return tuple(n for n in of if is_side(article, n))


def list_hosts(article: Article, noun: Token) -> tuple[str, ...]:
    """The states in which something is done under a deal: "has troops in X under a treaty"."""
    places = [t for t in noun.sent if has_case(t, "in") and t.pos_ == "PROPN" and not is_seat(t)]
    return join_names(w.name for t in places for w in article.cast.who_alone(t) if w.type == "state")


def list_phrase_sides(article: Article, noun: Token) -> tuple[str, ...]:
    """The parties that the phrase of a noun names: "its pact with X", "the X-Y truce", "the accord that X signed"."""
    heads = [c for c in noun.children if c.i < noun.i and not has_case(c) and not is_between(c)]
    heads += [c for c in noun.children if c.i > noun.i and is_joined(c)]
    beside = [k for c in noun.children if c.dep_ == "appos" for k in c.children]
    for clause in (c for c in (*noun.children, *beside) if c.dep_ in ("acl", "acl:relcl") and c.i > noun.i):
        if clause.lemma_.lower() in load_cues("dealing") - {"broker", "make", "have", "announce"} | {"work", "draw"}:
            alone = clause.lemma_.lower() == "negotiate"
            heads += [s for s in find_doers(clause) if s.i != noun.i and not alone]
            heads += find_with(clause, "with", "between")
            heads += [t for t in find_with(clause, "by") if not alone or len(list_conjuncts(t)) > 1]
        elif clause.lemma_.lower() in GRANTING and clause.dep_ == "acl:relcl":
            # "The accord that lets French troops use Chad's bases".
            heads += [t for t in clause.subtree if t.pos_ in ("PROPN", "ADJ") and t.ent_type_ and not is_seat(t)]
    after = noun.doc[noun.i + 1 : min(noun.i + FURTHEST, noun.sent.end)]
    talks = [t for t in after if t.lemma_.lower() in ("talk", "negotiation") and t.pos_ == "NOUN"]
    heads += [t for t in noun.subtree if t.i < noun.i and t.head.i != noun.i and list_halves(t)]
    heads += [t for c in talks for t in find_with(c, "between", "among")]
    return join_names(n for h in heads for n in name_sides_of(article, h))


def is_joined(name: Token) -> bool:
    """Whether a name stands behind "with" or "between", some trees hanging that on the title: "between President X"."""
    titles = [c for c in name.children if c.dep_ == "nmod:desc"]
    return any(has_case(t, "with", "between", "among") for t in (name, *titles))


def find_doers(clause: Token) -> list[Token]:
    """Who does what a clause behind a deal says; "it" in "X kept the deal it signed" is X, whoever was named before."""
    doers = find_subjects(clause)
    deal = clause.head
    if deal.dep_ == "obj" and deal.head.pos_ == "VERB" and any(s.lower_ in ("it", "they") for s in doers):
        ruled = find_child(deal.head.head, "iobj", "obj") if deal.head.dep_ == "xcomp" else None
        keeper = ruled if ruled is not None and ruled.i < deal.head.i else find_grammatical_subject(deal.head)
        return [keeper] if keeper is not None else doers
    return doers


def list_clause_sides(article: Article, noun: Token, found: tuple[str, ...]) -> tuple[str, ...]:
    """The parties of a phrase with those of the nearest clauses above it, until there are two."""
    below = noun
    for above in list(noun.ancestors)[: 2 if found else HIGHEST]:
        if len(found) > 1 or below.dep_ in ("acl:relcl", "ccomp"):
            break
        described = [above.head] if above.dep_ == "appos" else []
        outside = described + [h for h in list_beside(above) if h.i != noun.i and not h.is_ancestor(noun)]
        names = [n for h in outside if not has_case(h, *WHERE) for n in list_owners(article, name_sides_of(article, h))]
        found = join_names((*found, *(n for n in names if is_side(article, n))))
        below = above
    return found


def list_beside(above: Token) -> list[Token]:
    """The nouns of a clause, or of a phrase that a deal hangs on, that may be its parties; no go-betweens."""
    if above.pos_ == "NOUN":
        described = [above.head] if above.dep_ == "appos" else []
        return (
            described
            + [c for c in above.children if c.i < above.i and not has_case(c)]
            + find_with(above, "with", "between", "by")
        )
    grammatical = find_grammatical_subject(above)
    subjects = find_subjects(above) or ([grammatical] if grammatical is not None else [])
    if above.lemma_.lower() in load_cues("commenting") | load_cues("brokering"):
        subjects = []
    objects = find_objects(above)
    behind = [t for h in (above, *subjects, *objects) for t in find_with(h, "with", "between", "against", "alongside")]
    return [*subjects, *objects, *behind, *find_with(above, "to")]


def list_owners(article: Article, names: Iterable[str]) -> Iterator[str]:
    """The names, a state for its forces in the text's words ("Russian troops")."""
    for name in names:
        who = article.cast.find_actor(name)
        of = who.acts_for if who is not None and who.type == "group" and not is_proper(name) else None
        yield of or name


def is_side(article: Article, name: str) -> bool:
    """Whether a name is that of a state, an alliance, a force or a group with a name."""
    who = article.cast.find_actor(name)
    known = who is None or who.type in ("state", "alliance", "group") or is_force(who)
    return known and is_proper(name)


def is_proper(name: str) -> bool:
    """Whether a name is one by all its longer words, so that it is no group in the text's words."""
    return all(word[:1].isupper() for word in name.split() if len(word) > LONGEST_SMALL)


def list_sentence_sides(article: Article, noun: Token) -> tuple[str, ...]:
    """The states, bodies and groups that the sentence of a noun names, go-betweens and places left out."""
    return join_names(
        n
        for t in noun.sent
        if t.pos_ in ("PROPN", "NOUN") and not has_case(t, *WHERE) and not is_between(t) and t.i != noun.i
        for w in article.cast.who_alone(t)
        if w.type in ("state", "group", "alliance") and not is_seat(t)
        for n in [name_party(w)]
        if n is not None and is_proper(n)
    )


def name_sides_of(article: Article, token: Token) -> Iterator[str]:
    """The parties that a noun, its list or an adjective stands for; a pair joined by a hyphen is two."""
    if is_seat(token) and token.dep_ in ("compound", "amod"):
        return
    if halves := list_halves(token):
        yield from halves
        return
    pair = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod") and is_hyphened(c, token)]
    for part in pair:
        yield from name_sides_of(article, part)
    if token.pos_ in ("ADJ", "PROPN") and token.i < token.head.i:
        titled = token.head.text[:1].isupper() and token.head.lemma_.lower() in load_cues("treaty_nouns")
        for who in article.cast.who(token):
            # "The Intermediate-Range Nuclear Forces Treaty": what it is about, not whose it is.
            side = who.type in ("state", "alliance") or (not titled and (who.type == "group" or is_force(who)))
            if side and who.name[:1].isupper():
                yield who.name
        return
    yield from list_signers(article, token, beside=True)


def list_halves(token: Token) -> tuple[str, ...]:
    """The two states of "the U.S.-Greek accord", where that is one word."""
    parts = [find_known(part) for part in token.text.split("-")] if "-" in token.text else []
    states = tuple(part.name for part in parts if part is not None and part.kind == "state")
    return states if len(states) == PAIR == len(parts) else ()


def is_hyphened(one: Token, other: Token) -> bool:
    """Whether two words are joined by a hyphen or a dash."""
    return 0 < other.i - one.i <= 3 and any(t.text in "-–—/" for t in one.doc[one.i + 1 : other.i])


def is_seat(token: Token) -> bool:
    """Whether a state is only meant by its capital, so that the name may be where something was signed."""
    known = find_known(token.text)
    return known is not None and known.form in SEATS


def join_names(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once."""
    return tuple(dict.fromkeys(names))


def read_run(article: Article, first: int, last: int, step: int = 1) -> list[Who]:
    """The states and bodies listed by the order of the words from one token on, whatever the tree says.

    `step` -1 reads backwards. The run ends with the first word that is neither a name nor what joins names.
    """
    found: list[Who] = []
    for i in range(first, last, step):
        token = article.doc[i]
        whos = [w for w in article.cast.who_alone(token) if w.type in ("state", "organisation", "alliance", "group")]
        named = [w for w in whos if w.name[:1].isupper() and w.acts_for is None]
        if token.pos_ == "PROPN" and named and not is_seat(token):
            found += [w for w in named if w not in found]
        elif token.lower_ not in JOINERS and not (token.ent_type_ and token.pos_ in ("ADJ", "PROPN")):
            break
    return found if step > 0 else found[::-1]


def list_after(article: Article, at: int, end: int) -> list[Who]:
    """The names that a noun announces: behind a dash, a comma, a bracket, "such as", "including"."""
    opened = 0
    while at < end and article.doc[at].lower_ in OPENERS and opened < LONGEST_OPENING:
        at, opened = at + 1, opened + 1
    return read_run(article, at, end) if opened else []
