"""Bonds: what the coders of memberships, alliances and deals share - parties, and whether a tie is told as real."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.bodies import find_body
from tocsin.codebook.resolve import find_known
from tocsin.codebook.tables import load_table
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_condition,
    find_modals,
    has_case,
    is_in_condition,
    is_negated,
    list_conjuncts,
    phrase_of,
)
from tocsin.coding.counted import is_pointing
from tocsin.coding.phrases import look_back
from tocsin.records.coding import Tie

FUTURE = frozenset({"will", "would", "could", "might", "may", "shall", "should", "must", "can"})
LONGEST_ACRONYM = 6
MOST_PARTIES = 4
NEAR = 5
WHERE = ("in", "at", "near")
CARRIED = ("ccomp", "xcomp", "obj", "obl", "nmod", "conj", "csubj", "acl", "advcl")


@dataclass(frozen=True)
class Bond:
    """A tie before it is written: its parties, its kind, where it stands, how sure and why.

    `words` tell it apart from other deals of the same parties; one `passing` is only spoken of, not stated.
    """

    parties: tuple[str, ...]
    tie: Tie
    token: Token
    certainty: float
    why: str
    words: frozenset[str] = frozenset()
    passing: bool = False


@cache
def load_cues(key: str) -> frozenset[str]:
    """One list of the commitments' cues."""
    return frozenset(load_table("cues_pacts")[key])


@cache
def load_frames(key: str) -> dict[str, frozenset[str]]:
    """Verbs of a list "verb: preposition, preposition"."""
    rows = (row.partition(":") for row in load_table("cues_pacts")[key])
    return {verb: frozenset(word.strip() for word in words.split(",")) for verb, _, words in rows}


def name_party(who: Who) -> str | None:
    """The name under which an actor is a party: itself, or what a person or organ acts for; None for who is none."""
    if who.type == "outlet":
        return None
    if who.type == "person":
        return who.acts_for
    return who.acts_for if who.acts_for and who.type != "group" else who.name


def list_parties(article: Article, token: Token | None) -> tuple[str, ...]:
    """The parties that a noun phrase names: its list, or the names inside it ("representatives of Sudan and Chad")."""
    if token is None:
        return ()
    whos = find_these(article, token) or article.cast.who(token)
    named = _name(w for w in whos if w.type != "group" or w.name[:1].isupper())
    return named or list_inside(article, token)


def list_signers(article: Article, token: Token | None, *, beside: bool = False) -> tuple[str, ...]:
    """As `list_parties`, for deals: armed forces sign for themselves, and groups count beside a party with a name."""
    if token is None:
        return ()
    listed = list_conjuncts(token)
    names: list[str | None] = [n for t in listed for n in name_signer(article, t)] if len(listed) > 1 else []
    whos = article.cast.who(token) if not names else ()
    if len(listed) > 1 and len({w.acts_for or w.name for t in listed for w in article.cast.who_alone(t)}) == 1:
        # Rivals of one state sign for themselves: "President X and rebel leader Y".
        alone = [w for t in listed for w in article.cast.who_alone(t) if w.type in ("person", "group")]
        names = [w.name for w in alone] if len(alone) > 1 and alone[-1].type == "group" else names
        names += [w.name for w in alone[1:] if w.type == "person"]
    names = names or [name_signing(w) or name_rival(w) for w in whos]
    named = beside or any(name is not None and name[:1].isupper() for name in names)
    return tuple(dict.fromkeys(n for n in names if n)) if named and names else list_parties(article, token)


def name_signer(article: Article, token: Token) -> tuple[str, ...]:
    """The name under which one member of a list signs: its own, or that of the side it is of ("the region of X")."""
    whos = article.cast.who_alone(token)
    own = tuple(name for w in whos if (name := name_signing(w)))
    if own:
        return own
    below = {t.i for c in token.children if c.dep_ in ("conj", "appos", "acl:relcl") for t in c.subtree}
    inside = _name(
        w for t in token.subtree if t.i not in below and not is_between(t) for w in article.cast.who_alone(t)
    )
    return inside[:1] or tuple(name for w in whos if (name := name_rival(w)))


def name_signing(who: Who) -> str | None:
    """Whom an actor binds by signing: forces and groups themselves, others whom they act for."""
    return who.name if is_force(who) or who.type == "group" else name_party(who)


def name_rival(who: Who) -> str | None:
    """The name of a person who acts for nobody, as rivals and rebel leaders do."""
    return who.name if who.type == "person" and who.name[:1].isupper() else None


def is_force(who: Who) -> bool:
    """Whether an actor is the armed forces of a state."""
    return who.type == "organisation" and who.name.split()[-1].lower() in ("army", "forces", "military", "junta")


def find_these(article: Article, token: Token) -> tuple[Who, ...]:
    """The states of the sentence before that "these states" or "both countries" stands for."""
    pointed = any(
        c.lower_ in ("these", "those", "both", "two")
        for c in token.children
        if c.dep_ in ("det", "det:predet", "amod", "nummod")
    )
    start = token.sent.start
    known = load_cues("country_nouns") | load_cues("leader_nouns")
    if not pointed or token.lemma_.lower() not in known or start == 0 or not is_pointing(token):
        return ()
    lists = [article.cast.who(t) for t in article.doc[start - 1].sent if t.pos_ == "PROPN" and t.dep_ != "conj"]
    listed = max(([w for w in whos if w.type == "state"] for whos in lists), key=len, default=[])
    return tuple(listed) if len(listed) > 1 else ()


def find_pair(article: Article, token: Token) -> tuple[Who, ...]:
    """The two sides that the text so far is about: those named most, where no third is named as often."""
    met = (w for t in look_back(token) if t.pos_ == "PROPN" for w in article.cast.who_alone(t))
    ranked = Counter(w for w in met if w.type in ("state", "alliance") and w.acts_for is None).most_common(3)
    clear = len(ranked) == 2 or (len(ranked) > 2 and ranked[1][1] > ranked[2][1])
    return tuple(w for w, _ in ranked[:2]) if clear and ranked[1][1] > 1 else ()


def list_named(article: Article, token: Token | None) -> tuple[str, ...]:
    """The parties that a phrase stands for, themselves no part of a longer phrase."""
    if token is None:
        return ()
    both = token.lemma_.lower() in ("side", "party") and any(c.lower_ == "both" for c in token.children)
    pair = find_pair(article, token) if both else ()
    listed = next((c for c in token.children if c.dep_ == "appos" and c.i > token.i and token.tag_ == "NNS"), None)
    told = article.cast.who(listed) if listed is not None else ()
    told = told if len(told) > 1 and all(w.type == "state" for w in told) else ()
    found = pair or told or find_these(article, token) or article.cast.who(token)
    whos = [w for w in found if w.type in ("state", "organisation", "group", "alliance")]
    return tuple(dict.fromkeys(w.acts_for if w.acts_for and w.type == "organisation" else w.name for w in whos))


def open_list(token: Token) -> Token:
    """The first member of the list that a noun belongs to."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def list_inside(article: Article, token: Token) -> tuple[str, ...]:
    """The parties named in a phrase, outside its relative clauses."""
    found: list[Who] = []
    for below in token.subtree:
        outside = below.i == token.i or is_between(below) or (below.i > token.i and has_case(below, *WHERE))
        if not outside and not any(a.dep_ in ("acl:relcl", "advcl") for a in _between(below, token)):
            found.extend(article.cast.who_alone(below))
    return _name(found)


def is_between(token: Token) -> bool:
    """Whether a name is that of a go-between or a leader: "Russian-brokered", "brokered by Qatar", "Saudi-led"."""
    head = token.head
    words = [token, *token.children, *([head] if head.dep_ in ("amod", "acl", "compound") else ())]
    if any(w.lemma_.lower() in load_cues("brokering") or w.lower_ in load_cues("brokering") for w in words):
        return True
    above = head.lemma_.lower() in load_cues("brokering") or head.lower_ in load_cues("brokering")
    return above and head.dep_ in ("acl", "amod", "acl:relcl")


def list_in_sentence(article: Article, token: Token, *types: str) -> tuple[str, ...]:
    """The parties named in the sentence of `token`, of some types if any are given; its dateline is left out."""
    named = [t for t in token.sent if not (t.is_upper and len(t) > LONGEST_ACRONYM) and not has_case(t, *WHERE)]
    whos = [w for t in named for w in article.cast.who_alone(t)]
    return _name(w for w in whos if (w.type in types if types else w.type != "group"))


def is_body(article: Article, token: Token) -> bool:
    """Whether a noun stands for a body that has members."""
    return bool(name_bodies(article, token))


def is_wished(token: Token) -> bool:
    """Whether a verb above `token` makes it a wish, a plan or a denial."""
    return any(above.lemma_.lower() in load_cues("unreal") for above in climb(token))


def climb(token: Token) -> Iterator[Token]:
    """The words above `token` whose wishes and denials carry over to it; a relative clause stands for itself."""
    while token.dep_.split(":")[0] in CARRIED and token.dep_ != "acl:relcl" and token.head.i != token.i:
        token = token.head
        yield token


def name_bodies(article: Article, token: Token) -> tuple[str, ...]:
    """The bodies with members that a noun stands for: organisations, their councils, and fronts of groups."""
    met = find_renamed(article, token) or article.cast.who_alone(token)
    if not met and is_unknown_body(token):
        return (phrase_of(token).removeprefix("the "),)
    whos = [w for w in met if may_have_members(w)]
    bare = not any(c.dep_ in ("compound", "amod") for c in token.children)
    if bare and token.lemma_.lower() in load_cues("league_nouns") and token.pos_ == "NOUN":
        whos = [w for w in whos if find_body(w.name) is None or w.type == "alliance"]
    # A single word that no table knows is as often a town.
    return tuple(w.name for w in whos if " " in w.name or w.name.isupper() or find_known(w.name) is not None)


def is_unknown_body(token: Token) -> bool:
    """Whether a noun heads the name of a body that no table has: "the Central European Free Trade Area"."""
    words = [t for t in token.lefts if t.text[:1].isupper()]
    below = [k for t in words for k in t.lefts if k.text[:1].isupper()]
    named = (
        token.text[:1].isupper()
        and token.pos_ in ("PROPN", "NOUN")
        and token.dep_ not in ("compound", "flat")
        and token.i + 1 < len(token.doc)
    )
    return named and len(words) + len(below) > 1 and token.lemma_.lower() in load_cues("unknown_bodies")


def find_renamed(article: Article, token: Token) -> tuple[Who, ...]:
    """The body whose name stands right before what it is called: "the Delta Front, the coalition to which"."""
    if token.pos_ != "NOUN" or token.dep_ != "appos" or token.lemma_.lower() not in load_cues("body_nouns"):
        return ()
    near = range(token.i - 1, max(token.i - NEAR, token.sent.start), -1)
    comma = next((i for i in near if token.doc[i].text == ","), None)
    return article.cast.who_alone(token.doc[comma - 1]) if comma is not None else ()


def may_have_members(who: Who) -> bool:
    """Whether an actor is one that others belong to."""
    if who.type in ("alliance", "organisation"):
        return who.acts_for is None or find_body(who.name) is not None
    return who.type == "group" and who.name[:1].isupper() and who.name.split()[-1].lower() in load_cues("body_nouns")


def is_real(token: Token) -> bool:
    """Whether a tie is told as it is: not future, supposed, wished for, asked or denied by a verb above."""
    if FUTURE & set(find_modals(token)) or is_in_condition(token) or find_condition(token) is not None:
        return False
    if any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in token.children):
        return False
    return not is_wished(token) and not any(FUTURE & set(find_modals(a)) - {"will"} for a in climb(token))


def is_refused(token: Token) -> bool:
    """Whether a tie is denied: "not", "never", "no" on its verb or noun."""
    return is_negated(token) or any(c.dep_ == "det" and c.lower_ == "no" for c in token.children)


def find_with(token: Token, *prepositions: str) -> list[Token]:
    """What hangs on a verb or noun by one of the prepositions."""
    return [c for c in token.children if c.i > token.i and has_case(c, *prepositions)]


def find_between(noun: Token, *prepositions: str) -> list[Token]:
    """What hangs on a noun by a preposition, with what some trees hang beside it: "between X" and "and Y"."""
    behind = find_with(noun, *prepositions)
    last = behind[-1].i if behind else noun.sent.end
    joined = [c for c in noun.children if c.i > last and c.dep_ == "nmod" and any(k.dep_ == "cc" for k in c.children)]
    return behind + [c for c in joined if not any(k.dep_ == "case" for k in c.children)]


def join(*groups: Iterable[str]) -> tuple[str, ...]:
    """The names of all groups, each once."""
    return tuple(dict.fromkeys(name for group in groups for name in group))


def _name(whos: Iterable[Who]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for who in whos if (name := name_party(who))))


def _between(below: Token, above: Token) -> Iterable[Token]:
    while below.i != above.i and below.head.i != below.i:
        yield below
        below = below.head
