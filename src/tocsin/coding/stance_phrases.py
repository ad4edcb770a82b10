"""Stances without a verb of their own: predicates ("is against"), nouns ("reservations about"), owned nouns."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_modals,
    find_obliques,
    has_case,
    is_negated,
    phrase_of,
)
from tocsin.coding.holders import find_holders, name_subject, names_party
from tocsin.coding.included import list_included
from tocsin.coding.proposals import is_made_of_verb, is_plain_noun, is_pointing, load_words, may_be_proposal
from tocsin.coding.subject_matter import complements, is_infinitive, open_pointing
from tocsin.coding.terms import HINGES, find_terms
from tocsin.coding.turns import DENIED, STANCES, Stance
from tocsin.coding.verdicts import read_standing, read_verdict

WANTS = frozenset({"need", "necessity", "plan", "intention", "call", "demand", "appeal", "request", "plea", "bid"})
TYING = ("about", "to", "on", "for", "over", "of", "against", "at", "with")
STANDING = frozenset({"stand", "remain", "stay", "seem", "appear", "feel", "sound"})
COMING = frozenset({"come", "stem"})
LODGING = frozenset({"lodge", "file", "register"})


def read_predicate(article: Article, token: Token) -> Iterator[Stance]:
    """ "are against sending", "is opposed to the plan", "is open to talks", "is unacceptable"."""
    if standing := list(read_standing(article, token)):
        yield from standing
        return
    hung = token.dep_ in ("acl", "advcl") or (token.dep_ == "xcomp" and token.head.lemma_ not in STANDING)
    marks = [] if hung else [c for c in token.children if c.dep_ in ("case", "mark") and c.pos_ in ("ADP", "SCONJ")]
    own = {token.lemma_.lower(), token.lower_}
    for stance in () if hung else STANCES:
        words = load_words("predicates", stance)
        before = next((c for c in marks if c.lower_ in words), None)
        if (
            before is not None
            and has_being(token)
            and stance in ("support", "oppose")
            and is_about(article, token, before)
        ):
            why = f"{before.text}: {phrase_of(token)}"
            yield Stance(token, find_holders(article, token), stance, open_pointing(token), 0.85, why)
            return
        if own & words and token.pos_ in ("ADJ", "VERB", "ADP", "SCONJ", "NOUN"):
            about = [
                t
                for t in (*find_obliques(token, "to", "of", "about", "on", "for", "with", "over"), *complements(token))
                if may_be_proposal(t)
            ]
            if about:
                why = f"{token.text}: {phrase_of(about[0])}"
                holders = find_holders(article, token) or name_subject(article, token)
                yield Stance(token, holders, stance, open_pointing(about[0]), 0.7, why)
                return
    yield from read_side(article, token)
    yield from read_hinge(token)
    yield from read_verdict(token)


def read_hinge(token: Token) -> Iterator[Stance]:
    """ "The deal is contingent on quotas", "the step depends on Cairo", said by somebody."""
    subject = find_child(token, "nsubj") if token.lemma_.lower() in HINGES and not is_negated(token) else None
    if subject is not None and may_be_proposal(subject) and (terms := find_terms(subject)):
        yield Stance(token, (), "conditional", subject, 0.6, f"{token.text} on", terms, said=True, settled=True)


def read_side(article: Article, token: Token) -> Iterator[Stance]:
    """ "is in agreement", "has kept silent", "remains neutral": on the proposal spoken of last."""
    if token.lower_ == "agreement" and has_being(token) and find_child(token, "case") is not None:
        yield Stance(token, find_holders(article, token), "support", token, 0.5, "in agreement", last=True)
    favours = token.lower_ in ("favour", "favor") and not find_obliques(token, "of")
    if favours and has_being(token) and find_child(token, "case") is not None:
        denied = any(t.lower_ in ("not", "n't") for t in token.subtree if t.i < token.i)
        stance = "oppose" if denied else "support"
        yield Stance(token, find_holders(article, token), stance, token, 0.5, "in favour", last=True, settled=True)
    opposed = token.lower_ in ("opposed", "against") and any(c.lemma_ == "be" for c in token.children)
    if opposed and not find_obliques(token, "to") and not complements(token):
        holders = find_holders(article, token) or name_subject(article, token)
        yield Stance(token, holders, "oppose", token, 0.5, "opposed", last=True)
    if token.lower_ in ("yet", "not", "n't") and is_undecided(token.head):
        why = f"{token.text} decided"
        yield Stance(token, find_holders(article, token.head), "open", token, 0.5, why, last=True, settled=True)
    quiet = token.lower_ in ("silent", "neutral") and token.head.lemma_ in ("keep", "stay", "remain")
    if quiet and token.dep_ in ("xcomp", "advmod", "obj") and not is_negated(token.head):
        yield Stance(token.head, find_holders(article, token.head), "neutral", token, 0.5, token.text, last=True)


def is_undecided(verb: Token) -> bool:
    """Whether a verb, with "yet" or "not", is one of making up one's mind and says nothing of what about."""
    inner = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
    if any(find_child(v, "obj") is not None and v.lemma_ == "decide" for v in inner) or find_modals(verb):
        return False
    decides = [t for v in inner for t in (v, *v.children) if t.lemma_.lower() in load_words("undecided")]
    return bool(decides) and not any(c.dep_ in ("ccomp", "xcomp") for d in decides for c in d.children)


def is_about(article: Article, token: Token, before: Token) -> bool:
    """Whether what a preposition of stance ties is a proposal; after "against" any thing is, parties aside."""
    if may_be_proposal(token):
        return True
    return before.lower_ == "against" and is_plain_noun(token) and not names_party(article, token)


def has_being(token: Token) -> bool:
    """Whether a predicate without a verb of its own has a form of "be"."""
    near = (c for t in token.children for c in (t, *t.children) if c.i < token.i)
    return any(c.dep_ in ("cop", "aux") and c.lemma_ == "be" for c in near)


def read_noun(article: Article, noun: Token) -> Iterator[Stance]:
    """ "have reservations about sending", "expressed support for the ban", "are in talks about"; one with its owner."""
    if noun.pos_ != "NOUN" or noun.head.lemma_ in load_words("having", "given_up"):
        return
    yield from read_owned(article, noun)
    yield from read_partisans(article, noun)
    yield from read_no_need(noun)
    for stance in STANCES[:3]:
        if noun.lemma_.lower() not in load_words("nouns", stance):
            continue
        about = [
            t
            for t in (*find_obliques(noun, *TYING), *complements(noun))
            if may_be_proposal(t) or (noun.lemma_.lower() in WANTS and is_plain_noun(t))
        ]
        about = [next((c for c in complements(t) + list_infinitives(t) if t.pos_ != "VERB"), t) for t in about]
        about += [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBG"]
        about += [c for c in list_infinitives(noun) if not about]
        tied = noun.head.children if noun.dep_ == "obj" else ()
        about += [c for c in tied if c.i > noun.i and has_case(c, "about", "over") and may_be_proposal(c) and not about]
        having = noun.head if noun.head.lemma_.lower() in load_words("having", "verbs") and noun.dep_ == "obj" else None
        in_talks = find_child(noun, "cop") is not None
        if having is not None and not about and stance == "oppose" and having.lemma_ in LODGING:
            yield Stance(
                having, find_holders(article, having), stance, noun, 0.5, f"{having.lemma_} {noun.text}", last=True
            )
        if about and (having is not None or in_talks):
            if having is not None and is_negated(having) and having.lemma_ != "have":
                return
            carried = DENIED[stance] if is_negated(noun) else stance
            cue = having if having is not None else noun
            why = f"{noun.text}: {phrase_of(about[0])}"
            yield Stance(cue, find_holders(article, cue), carried, open_pointing(about[0]), 0.75, why)
            return


def list_infinitives(noun: Token) -> list[Token]:
    """The infinitives that say what a noun is of, on the noun or on its verb: "plans on Monday to lead a force"."""
    beside = noun.head.children if noun.dep_ == "obj" and noun.lemma_ in ("plan", "intention") else ()
    return [c for c in (*noun.children, *beside) if c.i > noun.i and c.dep_ in ("acl", "advcl") and is_infinitive(c)]


def read_no_need(noun: Token) -> Iterator[Stance]:
    """ "There is no need for a meeting", said by somebody."""
    if noun.lemma_ not in load_words("refusals", "lacking") or not is_negated(noun) or noun.head.lemma_ != "be":
        return
    clause = next((c for c in (*noun.children, *noun.head.children) if c.i > noun.i and c.pos_ == "VERB"), None)
    about = next(iter(find_obliques(noun, "for")), clause)
    if about is not None:
        why = f"no {noun.text} for {phrase_of(about)}"
        yield Stance(noun, (), "oppose", open_pointing(about), 0.6, why, said=True, settled=True)


def read_owned(article: Article, noun: Token) -> Iterator[Stance]:
    """A noun of stance with its owner and what it is about: "a Sudanese proposal to bring in", "Iran's refusal to"."""
    party = noun.lemma_ == "opposition" and (noun.dep_.startswith("nsubj") or article.cast.who(noun))
    for stance in ("support", "oppose"):
        if noun.lemma_.lower() not in load_words("owned", stance) or (party and not find_obliques(noun, "to")):
            continue
        owners = list_owners(article, noun)
        about = find_owned(noun)
        why = f"{noun.text} of {owners[0].name}" if owners else ""
        if owners and about is not None and about.i != noun.i:
            yield Stance(noun, owners, stance, about, 0.6, why)
        elif owners and noun.lemma_.lower() in load_words("owned", "alone"):
            yield Stance(noun, owners, stance, noun, 0.5, why, last=True)


def read_partisans(article: Article, noun: Token) -> Iterator[Stance]:
    """Who is said to be for or against a proposal: "among the backers of the tax are", "its opponents include"."""
    stance = next((s for s in ("support", "oppose") if noun.lemma_.lower() in load_words("partisans", s)), None)
    about = next((t for t in find_obliques(noun, "of", "to") if may_be_proposal(t)), None) if stance else None
    if stance is None or about is None:
        return
    included = [c for c in noun.head.children if c.dep_ == "obj" and noun.head.lemma_ == "include"]
    subject = find_child(noun, "nsubj") if find_child(noun, "cop") is not None and not is_negated(noun) else None
    named = included if included else [subject] if subject is not None else []
    holders = tuple(w for t in named for w in article.cast.who(t) if w.type != "outlet")
    why = f"{noun.text} of {phrase_of(about)}"
    yield Stance(noun, holders, stance, open_pointing(about), 0.6, why, settled=True)


def list_owners(article: Article, noun: Token) -> tuple[Who, ...]:
    """Whose a noun of stance is: "Iran's refusal", "an Iranian refusal", "calls from Iran"."""
    before = [c for c in noun.children if c.dep_ in ("nmod:poss", "amod", "compound")]
    after = [t for t in find_obliques(noun, "from", "by") if t.pos_ in ("PROPN", "NOUN")]
    after += [t for t in find_obliques(noun, "of") if t.pos_ == "PROPN"]
    after += find_obliques(noun.head, "from") if noun.dep_ == "nsubj" and noun.head.lemma_ in COMING else []
    for word in (*before, *after):
        qualifies = word in before and word.dep_ != "amod"
        if included := list_included(article, word) if word in after else ():
            return included
        if found := article.cast.who_alone(word) if qualifies else article.cast.who(word):
            return tuple(w for w in found if w.type != "outlet")
    return ()


def find_owned(noun: Token) -> Token | None:
    """What a noun of stance with an owner is about."""
    if is_pointing(noun):
        return open_pointing(noun)
    clause = next((c for c in noun.children if c.dep_ == "acl" and c.i > noun.i), None)
    about = find_obliques(noun, "to", "for", "on", "over", "against")
    tied = [t for t in about if may_be_proposal(t) or is_plain_noun(t)]
    tied += [t for t in find_obliques(noun, "of") if may_be_proposal(t) or is_made_of_verb(t)]
    return clause or next(iter(tied), None)
