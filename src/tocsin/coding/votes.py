"""Votes: who stands where by a list beside the verb ("with Peru abstaining"), and who wrote what is voted on."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_child, find_objects, find_obliques, is_negated, is_passive
from tocsin.coding.holders import find_holders, list_named_between
from tocsin.coding.proposals import find_target, is_action, is_pointing, load_words
from tocsin.coding.relations import open_relative
from tocsin.coding.subject_matter import find_words, is_infinitive, open_pointing
from tocsin.coding.turns import Stance

TAILS = {
    "abstaining": "neutral", "absent": "neutral", "opposed": "oppose", "opposing": "oppose", "dissenting": "oppose",
    "against": "oppose", "favour": "support", "favor": "support", "no": "oppose", "yes": "support",
}  # fmt: skip
COUNTED = {"abstention": "neutral", "absence": "neutral"}
VOTED = frozenset({"adopt", "pass", "approve", "vote", "reject", "defeat", "carry", "endorse", "fail", "accept"})
AROUND = frozenset({"voting", "in", "not", "it", "the", "text", "resolution", "draft", "motion", "bill"})
AFTER = frozenset({"and", "but", "it", "while", "the", "this", "that"})
BARE = {"against": "oppose", "for": "support"}
SENDING = frozenset({"send", "dispatch"})
WATCHERS = frozenset({"observer", "spectator", "onlooker", "bystander"})
INVITING = frozenset({"invitation", "invite", "accept", "agree", "ask"})
ATTENDING = frozenset({"attend", "join", "participate", "sit", "come", "act", "watch"})
LONGEST = 80


def read_votes(article: Article, token: Token) -> Iterator[Stance]:
    """The stances that a list beside a vote gives its members, and those of the authors of a text."""
    stance = TAILS.get(token.lower_)
    if stance is not None:
        holders, opener = list_voters(article, token)
        if holders and opener is not None:
            yield make_vote(token, holders, stance, find_vote(opener))
    elif token.lemma_.lower() in COUNTED:
        holders = list_named_between(article, token)
        if holders:
            yield make_vote(token, holders, COUNTED[token.lemma_.lower()], find_vote(token))
    elif token.pos_ == "VERB":
        yield from read_authors(article, token)
        yield from read_bare_vote(article, token)
        yield from read_observer(article, token)


def list_voters(article: Article, tail: Token) -> tuple[tuple[Who, ...], Token | None]:
    """The parties between "with" and what they did, and that "with"; nothing where anything else stands between."""
    found: list[Who] = []
    behind = tail.nbor() if tail.i + 1 < tail.sent.end else None
    if behind is not None and not (behind.is_punct or behind.is_space or behind.lower_ in AFTER):
        return (), None
    at = tail.i - 1
    while at > tail.sent.start and tail.doc[at].lower_ in AROUND:
        at -= 1
    for token in reversed(tail.doc[max(tail.sent.start, tail.i - LONGEST) : at + 1]):
        if token.lower_ == "with":
            return tuple(dict.fromkeys(reversed(found))), token
        if token.lower_ in TAILS and found:
            return tuple(dict.fromkeys(reversed(found))), token
        if token.pos_ in ("VERB", "AUX", "ADP") and token.lower_ != "of" and not article.cast.who_alone(token):
            return (), None
        found.extend(w for w in reversed(article.cast.who_alone(token)) if w.type != "outlet")
    return (), None


def find_vote(opener: Token) -> Token | None:
    """What was voted on, told by the verb before the list; None where no verb is."""
    verb = next((t for t in reversed(opener.doc[opener.sent.start : opener.i]) if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in VOTED:
        return verb
    on = find_obliques(verb, "on", "for", "against") if verb.lemma_ == "vote" else find_objects(verb)
    subject = find_child(verb, "nsubj", "nsubj:pass")
    return next(iter(on), subject if subject is not None and is_text(subject) else None)


def make_vote(cue: Token, holders: tuple[Who, ...], stance: str, voted: Token | None) -> Stance:
    """A vote on a text, or on what was voted on last."""
    why = f"vote: {cue.text}"
    if voted is None or voted.pos_ == "PRON":
        return Stance(cue, holders, stance, cue, 0.7, why, last=True, settled=True, voted=True)
    return Stance(cue, holders, stance, open_pointing(voted), 0.75, why, settled=True, voted=True)


def read_authors(article: Article, verb: Token) -> Iterator[Stance]:
    """Who wrote, tabled or sponsored a text: they are for it."""
    words = find_words(verb, load_words("authoring"))
    if words is None or (not is_passive(verb) and words in load_words("verbs", "support")):
        return
    target = find_target(verb)
    if not is_passive(verb) and (target is None or target.lemma_.lower() not in load_words("documents")):
        return
    target = open_relative(target, verb) if target is not None else None
    if target is None and verb.dep_ == "advcl":
        target = find_child(verb.head, "nsubj", "nsubj:pass")
    if target is None or not is_text(target):
        return
    yield Stance(
        verb, find_holders(article, verb), "support", open_pointing(target), 0.7, f"{words}: {target.text}", voted=True
    )


def read_bare_vote(article: Article, verb: Token) -> Iterator[Stance]:
    """ "Togo voted against": on what was put to the vote last."""
    side = (
        next((c for c in verb.children if c.lower_ in BARE and c.i > verb.i), None) if verb.lemma_ == "vote" else None
    )
    if side is None or any(True for _ in side.children) or find_obliques(verb, side.lower_):
        return
    why = f"vote {side.lower_}"
    yield Stance(verb, find_holders(article, verb), BARE[side.lower_], verb, 0.7, why, last=True, voted=True)


def read_observer(article: Article, verb: Token) -> Iterator[Stance]:
    """Who sends an observer or is there as one takes no side."""
    sent = verb.lemma_ in SENDING and any(o.lemma_ in WATCHERS for o in verb.children if o.dep_ == "obj")
    there = verb.lemma_ in ATTENDING | SENDING and any(t.lemma_ in WATCHERS for t in find_obliques(verb, "as"))
    asked = is_infinitive(verb) and verb.head.lemma_ in INVITING
    if (not sent and not there) or is_negated(verb) or asked:
        return
    about = next((t for t in (*find_objects(verb), *find_obliques(verb, "to", "at", "in")) if is_action(t)), None)
    holders = find_holders(article, verb)
    yield Stance(
        verb, holders, "neutral", about or verb, 0.55, f"{verb.lemma_} observer", last=about is None, settled=True
    )


def is_text(noun: Token) -> bool:
    """Whether a noun names a text or measure that may be voted on."""
    return noun.lemma_.lower() in load_words("documents") or is_pointing(noun) or is_action(noun)
