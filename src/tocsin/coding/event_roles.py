"""Roles of an event: who acts, on whom, where."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.bonds import find_these
from tocsin.coding.clauses import (
    find_objects,
    find_obliques,
    find_subjects,
    has_case,
    has_subject,
    is_hung,
    is_passive,
    list_conjuncts,
)
from tocsin.coding.event_members import find_members, open_group
from tocsin.coding.event_types import load_cues
from tocsin.coding.place_names import find_entity

PLACES = tuple(
    "in at near into around across from off inside outside over through to towards toward on along of".split()
)
SIDES = ("against", "with", "on", "to", "at", "for", "of", "into", "from", "between", "over", "by", "upon")
OWNED = ("amod", "compound", "nmod:poss", "nmod", "det:poss", "poss")


def find_doers(article: Article, verb: Token) -> tuple[Who, ...]:
    """The actors that do what `verb` tells; a ship or an army of a state is the state where it is no actor itself."""
    if (between := _find_between(article, verb)) is not None:
        return between
    doers: list[Who] = []
    subjects = _find_thanked(verb) or _find_beside(article, verb) or find_subjects(verb) or find_hung(verb)
    # Some trees hang each member of a list on the verb.
    subjects += [c for c in verb.children if c.dep_ == "nsubj" and subjects and c.i > subjects[0].i and _is_listed(c)]
    for subject in [s for t in subjects for s in open_group(t)]:
        doers.extend(name_doers(article, subject))
        beside = [*subject.children, *(c for c in verb.children if is_passive(verb) and c.i > subject.i)]
        joined = [o for c in beside if _is_joined(c) for o in (find_obliques(c, "with") or [c])]
        doers.extend(w for c in joined for w in article.cast.who(c))
    if not doers:
        near = () if subjects else _find_near(article, verb) or _find_ranked(article, verb)
        return near or _find_above(article, verb)
    return tuple(dict.fromkeys((*doers, *_find_joined(article, verb))))


def _find_between(article: Article, verb: Token) -> tuple[Who, ...] | None:
    """The sides of a gerund that the clause around it does not do ("where fighting between A and B has spread")."""
    sides = find_obliques(verb, "between") if verb.tag_ in ("VBG", "NN") else []
    members = [m for o in sides for m in list_conjuncts(o)]
    whos = [w for m in members for w in (name_doers(article, m) or article.cast.name_anyone(m))]
    return tuple(dict.fromkeys(w for w in whos if is_party(w))) if len(members) > 1 else None


def _find_joined(article: Article, verb: Token) -> tuple[Who, ...]:
    """Whom the doer joins in an act: "Brazil joined Colombia in condemning"."""
    if verb.tag_ != "VBG" or verb.head.lemma_ not in ("join", "follow") or not has_case(verb, "in"):
        return ()
    return tuple(w for o in find_objects(verb.head) for w in name_doers(article, o))


def find_hung(verb: Token) -> list[Token]:
    """The subject that the tree made the head of its own verb ("Vietnam, which claims the reef, called for talks")."""
    done_to = verb.tag_ == "VBN" and bool(find_obliques(verb, "by"))
    return [verb.head] if is_hung(verb) and not done_to else []


def _find_beside(article: Article, verb: Token) -> list[Token]:
    """The subject of a joined verb that the tree hung elsewhere: a party right before the verb and its auxiliaries."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP") or is_passive(verb):
        return []
    if any(c.dep_.startswith("nsubj") for c in verb.children):
        return []
    at = verb.i - 1
    while at > verb.sent.start and article.doc[at].pos_ in ("AUX", "ADV"):
        at -= 1
    last = article.doc[at]
    first = last.head if last.dep_ == "conj" else last
    return [first] if first.dep_.startswith("nsubj") and name_doers(article, first) else []


def _find_thanked(verb: Token) -> list[Token]:
    """Whom somebody thanks or praises for what they did ("thanked Peru for having agreed")."""
    praised = verb.dep_ == "advcl" and has_case(verb, "for") and verb.head.lemma_ in load_cues("thanking")
    return [c for c in verb.head.children if praised and c.dep_ in ("obj", "iobj")]


def _find_near(article: Article, verb: Token) -> tuple[Who, ...]:
    """The doers by the order of the words, where the tree gives none: just before the verb, or behind "by"."""
    if is_passive(verb):
        agents = [
            t for t in verb.subtree if t.i > verb.i and any(c.lower_ == "by" and c.dep_ == "case" for c in t.children)
        ]
        return tuple(w for t in agents[:1] for w in name_doers(article, t))
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or not _stands_alone(verb):
        return ()
    at = verb.i - 1
    while at > verb.sent.start and article.doc[at].pos_ in ("AUX", "ADV"):
        at -= 1
    last = article.doc[at]
    first = last.head if last.dep_ == "conj" else last
    return name_doers(article, first) if at >= verb.sent.start else ()


def _find_above(article: Article, verb: Token) -> tuple[Who, ...]:
    """The doers of a finite verb that the tree joined to what they said ("said it was unjust and closed the port")."""
    said = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or said.dep_ != "ccomp" or has_subject(verb):
        return ()
    return tuple(w for s in find_subjects(said.head) for w in name_doers(article, s))


def _find_ranked(article: Article, verb: Token) -> tuple[Who, ...]:
    """Whom a word of rank is said of ("Nauru became the first country to recognise it")."""
    head = verb.head
    if verb.dep_ != "acl" or not {head.lower_, *(c.lower_ for c in head.children)} & load_cues("ranks"):
        return ()
    subjects = [c for c in head.children if c.dep_ == "nsubj"] or find_subjects(head.head)
    return tuple(w for s in subjects for w in name_doers(article, s))


def _stands_alone(verb: Token) -> bool:
    """Whether a verb is that of its clause, or a participle with "have" that the tree hung on a noun."""
    return verb.dep_ == "ROOT" or any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)


def name_doers(article: Article, subject: Token) -> tuple[Who, ...]:
    """Who a subject is: an actor of the cast, or the one whose forces, ships or officials it names."""
    found: list[Who] = []
    for member in list_conjuncts(subject):
        inside = find_members(article, member)
        if inside:
            found.extend(inside)
            continue
        # "the Union, a small group that signed": who it is stands before.
        told = member.dep_ == "appos" and member.pos_ == "NOUN" and member.head.pos_ == "PROPN"
        named = member.head if told else member
        whos = article.cast.who_alone(named) if named.i != member.i else ()
        whos = whos or find_these(article, member) or find_joint_owners(article, member)
        whos = whos or article.cast.who_alone(member)
        if not whos and member.lemma_.lower() in load_cues("counters"):
            whos = tuple(w for o in find_obliques(member, "of") for w in article.cast.who_alone(o))
        if not whos and (member.lemma_.lower() in load_cues("acts_of")):
            whos = find_owners(article, member)
        if not whos and found and member.tag_ == "NNS" and member.dep_ == "conj":
            whos = article.cast.name_anyone(member)
        found.extend(whos)
    return tuple(dict.fromkeys(w for w in found if is_party(w)))


def name_owner(who: Who) -> Who:
    """The state of an unnamed lot of its people ("Turkish forces", "Sudanese officials"); any other actor as it is."""
    last = who.name.lower().split()[-1] if who.name else ""
    if who.acts_for is None or who.type == "person" or last not in load_cues("people_of"):
        return who
    # "Bosnian Serb troops" are of neither state.
    peoples = [word for word in who.name.split()[:-1] if word[:1].isupper()]
    if len(peoples) > 1 and find_known(" ".join(peoples)) is None:
        return who
    return Who(who.acts_for, None, "state")


def find_joint_owners(article: Article, noun: Token) -> tuple[Who, ...]:
    """The states whose people act together ("Ethiopian and Eritrean delegations"); () for fewer than two."""
    lists = [list_conjuncts(c) for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i]
    whos = [w for listed in lists if len(listed) > 1 for t in listed for w in article.cast.who_alone(t)]
    states = tuple(dict.fromkeys(w for w in whos if w.type == "state"))
    return states if len(states) > 1 and noun.tag_ == "NNS" else ()


def find_owners(article: Article, noun: Token) -> tuple[Who, ...]:
    """The actors whose something is: "Turkish air strikes", "the strikes of Turkey", "Turkey's strikes"."""
    found: list[Who] = []
    for child in noun.children:
        before = child.dep_ in OWNED and child.i < noun.i
        behind = child.dep_ == "nmod" and any(c.lower_ in ("by", "of") and c.dep_ == "case" for c in child.children)
        if before or behind:
            found.extend(article.cast.who(child))
    return tuple(dict.fromkeys(w for w in found if w.type != "outlet"))


def find_agents(article: Article, noun: Token) -> tuple[Who, ...]:
    """The actors whose act a noun names, without those that it is done to ("Turkish strikes", "strikes by Turkey")."""
    found: list[Who] = []
    inside = (o for c in find_obliques(noun, "of", "on", "against") for o in find_obliques(c, "by"))
    for child in [*noun.children, *inside]:
        before = child.dep_ in OWNED and child.i < noun.i
        behind = child.dep_.startswith(("nmod", "obl")) and any(
            c.lower_ == "by" and c.dep_ == "case" for c in child.children
        )
        if before or behind:
            found.extend(article.cast.who(child))
    return tuple(dict.fromkeys(w for w in found if w.type != "outlet"))


def find_targets(article: Article, verb: Token, doers: Sequence[Who], *others: Token) -> tuple[Who, ...]:
    """The parties that an act is done to: its objects, what hangs on it by a preposition, owners of what is hit."""
    whos: list[Who] = []
    heads = [*find_objects(verb), *others]
    sides = [o for head in [verb, *heads] for o in find_obliques(head, *SIDES) if o.i not in {h.i for h in heads}]
    for token in [*heads, *_put_last(sides)]:
        if not (is_passive(verb) and token.dep_.startswith("obl") and _is_by(token)):
            whos.extend(_name_targets(article, token))
    acting = {d.name for d in doers} | {d.acts_for for d in doers if d.acts_for}
    return tuple(dict.fromkeys(w for w in whos if w.name not in acting and is_party(w)))


def _name_targets(article: Article, token: Token) -> tuple[Who, ...]:
    whos = article.cast.who(token)
    if whos:
        return whos
    owners = [w for member in list_conjuncts(token) for w in find_owners(article, member)]
    inside = [w for c in token.children if c.dep_ in ("nmod", "obl") for w in article.cast.who(c)]
    return tuple(owners or inside)


def write_target(targets: Sequence[Who]) -> str | tuple[str, ...] | None:
    """A target as the record holds it: nothing, one name, or several."""
    names = [w.name for w in targets]
    return None if not names else names[0] if len(names) == 1 else tuple(names)


def find_place(article: Article, verb: Token, targets: Sequence[Who]) -> str | None:
    """The name of the place of an act, as written; a party that it is done to is no place unless nothing else is."""
    named = {w.name for w in targets}
    fallback = None
    heads = [verb, *find_objects(verb)]
    for head in heads:
        for oblique in find_obliques(head, *PLACES):
            words = write_place(oblique)
            if words is None or oblique.lemma_ in ("monday", "january"):
                continue
            whos = article.cast.who_alone(oblique)
            if not whos:
                return words
            if fallback is None and any(w.type == "state" for w in whos) and _is_inside(oblique):
                fallback = words if not named & {w.name for w in whos} or _is_inside(oblique) else None
    return fallback


def write_place(token: Token) -> str | None:
    """The name of a place that `token` heads or is in apposition with; None for what is no place."""
    for near in (token, *(c for c in token.children if c.dep_ in ("appos", "flat", "compound", "nmod", "nmod:desc"))):
        entity = find_entity(near)
        if entity is not None and entity.label_ in ("LOC", "GPE", "FAC"):
            return " ".join(entity.text.split())
    return None


def is_party(who: Who) -> bool:
    """Whether an actor can be a side of an event: no paper, and no bare noun whose bearer the text leaves open."""
    return who.type != "outlet" and who.name.lower() not in load_cues("vague_actors")


def _put_last(tokens: Iterable[Token]) -> list[Token]:
    return sorted(tokens, key=lambda t: t.i)


def _is_inside(token: Token) -> bool:
    return any(
        c.lower_ in ("in", "into", "inside", "from", "across", "at", "near", "off", "to") and c.dep_ == "case"
        for c in token.children
    )


def _is_by(token: Token) -> bool:
    return any(c.lower_ == "by" for c in token.children)


def _is_listed(token: Token) -> bool:
    return any(c.dep_ == "cc" for c in token.children) or token.nbor(-1).lower_ in ("and", ",")


def _is_joined(token: Token) -> bool:
    """Whether a noun joins the subject by "together with", "along with"."""
    if token.dep_ == "advmod" and token.lower_ == "together":
        return True
    return token.dep_.startswith(("nmod", "obl")) and any(
        c.lower_ in ("alongside", "along", "together") for c in token.children
    )
