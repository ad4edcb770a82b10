"""Proposals: what a stance is about, worded as briefly as the text allows, and keyed so that wordings compare."""

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.tables import load_table
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_child, find_grammatical_subject, find_obliques, is_passive, list_subtree
from tocsin.coding.relations import open_relative
from tocsin.coding.sums import MONEY_SIGNS
from tocsin.coding.wording import CARRYING, cut_at_pronoun, is_before_phrase, is_time, keep_short, write_proposal

LEFT_OUT = ("advcl", "acl:relcl", "parataxis", "conj", "cc", "appos", "discourse", "ccomp", "vocative", "dep", "list")
ASIDE = frozenset("already also still now soon immediately again once only even just then therefore however".split())
SUMS = frozenset("0123456789$€£¥")
TYING = frozenset({"on", "of", "to", "against", "between", "into"})
NEAR = 150
FAILING = frozenset("fail spread collapse erupt die fall worsen escalate break happen occur last hold matter".split())
TIES = frozenset({"defend", "protect", "guarantee", "shield"})


@dataclass(frozen=True)
class Proposal:
    """An action that somebody may be for or against: its words, its keys, the key of its verb and of its object."""

    words: str
    keys: frozenset[str]
    action: str
    object: str | None
    token: int


@cache
def load_words(*path: str) -> frozenset[str]:
    """A list of words of the positions' cues: load_words("verbs", "support"); "vote_for" is "vote for"."""
    found = load_table("cues_positions")
    for key in path:
        found = found[key]
    return frozenset(word.replace("_", " ") for word in str(found).split())


@cache
def index_alike() -> dict[str, str]:
    """The key that a word counts as when proposals are compared."""
    groups: dict[str, str] = load_table("cues_positions")["alike"]
    return {word: key for key, words in groups.items() for word in words.split()}


def find_key(token: Token) -> str:
    """The key of a word: its dictionary form, or the group of words that it belongs to."""
    lemma = token.lemma_.lower()
    return index_alike().get(lemma, index_alike().get(token.lower_, lemma))


def is_action(token: Token) -> bool:
    """Whether a word names an action: a verb, or a noun of the table, or one made of a verb."""
    if token.pos_ == "VERB" or (token.tag_ == "VBG" and find_child(token, "obj") is not None):
        return True
    if token.pos_ != "NOUN" and not token.is_lower:
        return False
    return token.lemma_.lower() in load_words("actions", "nouns")


def is_pointing(token: Token) -> bool:
    """Whether a word only points to a proposal: "the plan", "the idea", "it"."""
    return token.pos_ != "VERB" and token.lemma_.lower() in load_words("pointing")


def is_made_of_verb(token: Token) -> bool:
    """Whether a noun has an ending that makes nouns of verbs ("dredging", "detention"), exceptions aside."""
    lemma = token.lemma_.lower()
    made = token.pos_ == "NOUN" and len(lemma) > 6 and lemma.endswith(("ing", "tion", "sion", "ment"))
    return made and token.is_lower and lemma not in load_words("actions", "exceptions")


def is_plain_thing(token: Token, words: str) -> bool:
    """Whether a noun may be what a plain verb of yes or no is about ("accepts guidelines", "rejects the text")."""
    if words in load_words("balloting") and token.pos_ == "NOUN" and token.is_lower:
        return True
    return words in load_words("any_noun") and is_plain_noun(token) and token.lemma_ not in load_words("manners")


def is_ending(noun: Token) -> bool:
    """Whether a noun is that of ending something: "an end to the blockade"."""
    return noun.lemma_.lower() in load_words("endings", "nouns") and bool(find_obliques(noun, "to", "of", "in"))


def is_plain_noun(token: Token) -> bool:
    """Whether a word is a common noun for neither words of blame nor people."""
    return token.pos_ == "NOUN" and token.is_lower and token.lemma_.lower() not in load_words("actions", "exceptions")


def may_be_proposal(token: Token, words: str = "") -> bool:
    """Whether a word can head a proposal; after a verb of asking, or one with a preposition, any noun can."""
    if (token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.is_lower)) and (
        " " in words or words in load_words("asking")
    ):
        return words not in ("want", "ask for") or token.lemma_.lower() not in load_words("actions", "exceptions")
    return is_action(token) or is_pointing(token) or token.tag_ == "VBG"


def word_proposal(article: Article, head: Token, holders: tuple[Who, ...]) -> Proposal | None:
    """The proposal that `head` heads; None where its words are none of an action."""
    if head.pos_ in ("VERB", "AUX") or head.tag_ == "VBG":
        return word_verb(article, head, holders)
    if head.pos_ == "PRON":
        return None
    if head.pos_ in ("NUM", "SYM") or head.text[-1:] in MONEY_SIGNS:
        return make_proposal(article, list_sum(head), head, None, "give")
    own = [t for t in list_subtree(head, LEFT_OUT) if not is_before_phrase(t, head) and not is_time(t, head)]
    kept = keep_short(own + list_strays(head, own))
    return make_proposal(article, kept, head, None) if kept and any(t.pos_ in ("NOUN", "PROPN") for t in kept) else None


def list_sum(first: Token) -> list[Token]:
    """The words of a sum from its first: "US$ 47 million", "1 million francs"."""
    words = [first]
    for token in first.doc[first.i + 1 : first.sent.end]:
        if not (token.like_num or token.pos_ in ("NUM", "SYM")):
            return [*words, token] if token.pos_ == "NOUN" else words
        words.append(token)
    return words


def list_strays(head: Token, own: list[Token]) -> list[Token]:
    """The words of a phrase right behind that the tree ties to the verb: "weighing a ban on exports"."""
    if head.dep_ not in ("obj", "obl") or not own:
        return []
    stray = next((c for c in head.head.children if c.dep_ == "obl" and c.i > head.i), None)
    words = list_subtree(stray, LEFT_OUT) if stray is not None and not is_time(stray, head.head) else []
    near = bool(words) and words[0].i == own[-1].i + 1 and words[0].lower_ in TYING
    return words if near else []


def word_verb(article: Article, verb: Token, holders: tuple[Who, ...]) -> Proposal | None:
    """The proposal of a verb: its dictionary form and what follows it; whose act it is where that is not the holder."""
    target = find_target(verb)
    left_out = (*LEFT_OUT, "nsubj", "csubj", "aux", "mark", "cop", "case", "obl:agent", "expl")
    kept = [t for t in list_subtree(verb, left_out) if t.i > verb.i and not is_time(t, verb)]
    if target is not None and target.i < verb.i:
        moved = [t for t in list_subtree(target, ("acl:relcl", "appos", "case", "punct")) if t.i < verb.i]
        return make_proposal(article, keep_short(moved + kept), verb, target, verb.lemma_)
    kept = keep_short(kept)
    party = target is not None and bool(article.cast.who(target))
    if verb.lemma_ in TIES and party:
        return None
    kept = cut_at_pronoun(article, kept)
    if not any(t.pos_ in CARRYING for t in kept) and verb.lemma_ not in load_words("whole"):
        return word_bare(article, verb, holders) if target is None and not is_passive(verb) else None
    doer = find_doer(article, verb, holders)
    act = "give" if verb.lemma_ in load_words("pledging") else verb.lemma_
    return make_proposal(article, kept, verb, target, f"{doer} to {act}" if doer else act)


def word_bare(article: Article, verb: Token, holders: tuple[Who, ...]) -> Proposal | None:
    """The proposal of a verb that says no more than what happens to its subject: "talks to resume"."""
    subject = find_grammatical_subject(verb)
    if (
        subject is None
        or subject.pos_ != "NOUN"
        or subject.i > verb.i
        or verb.lemma_ in FAILING
        or find_child(verb, "cop") is not None
    ):
        return None
    if set(article.cast.who(subject)) & set(holders):
        return None
    own = [t for t in list_subtree(subject, LEFT_OUT) if not is_before_phrase(t, subject)]
    act = " ".join([verb.lemma_, *(c.lower_ for c in verb.children if c.dep_ == "compound:prt")])
    proposal = make_proposal(article, keep_short(own), verb, subject)
    return replace(proposal, words=f"{proposal.words} to {act}")


def find_target(verb: Token) -> Token | None:
    """What undergoes the act: the object, the subject of a passive, or the noun that a relative clause describes."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and find_child(verb, "nsubj:pass") is None:
        return verb.head
    wanted = find_child(verb.head, "obj", "obl") if verb.dep_ == "xcomp" and verb.tag_ == "VBN" else None
    if wanted is not None and wanted.i < verb.i:
        return wanted
    if is_passive(verb):
        undergoes = find_child(verb, "nsubj:pass", "csubj:pass")
        return open_relative(undergoes, verb) if undergoes is not None else None
    found = find_child(verb, "obj")
    if found is not None and found.pos_ == "NUM" and (counted := find_obliques(found, "of")):
        return counted[0]
    if (
        found is None
        and verb.dep_ == "acl:relcl"
        and any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in verb.children)
    ):
        return verb.head
    return found


def find_doer(article: Article, verb: Token, holders: tuple[Who, ...]) -> str | None:
    """Who is to act, where it is one party and not a holder of the stance."""
    subject = find_grammatical_subject(verb)
    if subject is None:
        return None
    doers = article.cast.who(subject)
    sides = {n for w in holders for n in (w.name, w.acts_for) if n}
    if len(doers) != 1 or {doers[0].name, doers[0].acts_for} & sides:
        return None
    return doers[0].name


def make_proposal(
    article: Article, tokens: list[Token], head: Token, target: Token | None, start: str = ""
) -> Proposal:
    """A proposal of the words of `tokens`, after `start`."""
    words = write_proposal(article, tokens, start)
    content = [t for t in [head, *tokens] if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")]
    target = head if target is None and head.pos_ == "NOUN" and not is_action(head) else target
    return Proposal(
        words,
        frozenset(find_key(t) for t in content),
        find_key(head),
        find_key(target) if target is not None else None,
        head.i,
    )


def is_same(one: Proposal, other: Proposal) -> bool:
    """Whether two wordings are of one proposal: the same act or object, and most of the shorter one's words.

    A noun of action is compared as an act ("a land swap", "swap land"); with a verb that carries it out ("impose the
    ban") it is the object, with one that changes it ("lift the ban") it is another proposal.
    """
    shared = one.keys & other.keys
    if SUMS & set(one.action) and one.keys != other.keys:
        return False
    # A bare thing ("combat troops") takes up the act on it ("send ground troops") that was spoken of just before.
    taken_up = other.action != other.object == one.action == one.object and 0 < one.token - other.token <= NEAR
    if not shared or len(shared) < (0.5 if taken_up else 0.6) * min(len(one.keys), len(other.keys)):
        return False
    if (
        min(len(one.keys), len(other.keys)) == 1
        and shared <= load_words("bare")
        and abs(one.token - other.token) > NEAR
    ):
        return False
    if one.action == other.action:
        return not (one.object and other.object and one.object != other.object)
    carried = one.object == other.object and one.object is not None
    if carried and one.object not in (one.action, other.action):
        return {one.action, other.action} <= load_words("carrying_out")
    return any(a.object == b.action and a.action in load_words("carrying_out") for a, b in ((one, other), (other, one)))
