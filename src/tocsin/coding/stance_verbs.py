"""Stances of verbs: back, reject, consider, abstain, with their object or complement."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_obliques,
    find_subjects,
    has_case,
    is_negated,
    is_passive,
    phrase_of,
)
from tocsin.coding.holders import find_holders, names_party
from tocsin.coding.proposals import is_action, load_words, may_be_proposal
from tocsin.coding.set_phrases import takes_side
from tocsin.coding.subject_matter import find_proposal, find_words, is_infinitive, open_pointing
from tocsin.coding.turns import STANCES, TURNED, Stance

FAVOURS = {"favour": "support", "favor": "support", "support": "support", "protest": "oppose", "opposition": "oppose"}
OBLIGED = frozenset({"must", "should", "ought"})
UNVOTED = ("boycott", "abstain from", "abstain in", "abstain on")
THANKING = frozenset({"thank", "praise", "commend", "congratulate", "applaud"})
TALKING = frozenset({"discuss", "debate", "negotiate", "study", "examine", "explore"})
IDLE = frozenset({"comment", "say", "answer", "elaborate", "confirm", "know"})


def read_verb(article: Article, verb: Token) -> Iterator[Stance]:
    """A verb of support, opposition, discussion or abstention with its object or complement."""
    if verb.pos_ != "VERB" and verb.tag_ != "VBN" and find_child(verb, "aux:pass") is None:
        return
    favoured = [*read_favour(article, verb), *read_joined(article, verb)]
    yield from favoured
    stance, words = find_cue(verb)
    if words == "vote on" and not ({"will", "would"} & set(find_modals(verb)) or is_infinitive(verb)):
        stance = ""  # How those voted who took part is not told; the vote opens an issue all the same.
    if favoured or not words or is_unsettled(verb, words) or is_idle_letting(verb):
        return
    proposal = find_proposal(verb, words)
    holders = find_thanked(article, verb, proposal) or find_holders(article, verb)
    if holders and OBLIGED & set(find_modals(verb)):
        return
    if words == "threaten" and not any(article.cast.who(s) for s in find_subjects(verb)):
        return
    if proposal is not None and (
        proposal.lemma_ in IDLE
        or (words in ("call", "call to") and not is_called(verb, proposal))
        or is_judged(verb, proposal)
        or is_never_done(verb)
        or is_party(article, proposal, words)
        or is_background(verb, proposal)
        or takes_side(proposal)
    ):
        return
    if proposal is not None and proposal.lemma_ in load_words("endings", "verbs") and ends_nothing(proposal):
        yield Stance(verb, holders, TURNED[stance], verb, 0.5, f"{words}: {proposal.text}", last=True)
        return
    if proposal is not None and is_taken_up(proposal):
        yield Stance(verb, holders, stance, verb, 0.5, f"{words}: {phrase_of(proposal)}", last=True)
        return
    if words.endswith("out of") and stance == "neutral":
        yield Stance(verb, holders, stance, verb, 0.5, words, last=True)
        return
    if words in UNVOTED and proposal is not None and proposal.lemma_ in ("vote", "session"):
        yield make_unvoted(verb, holders, proposal, words)
    elif proposal is not None:
        holders = () if is_speakers_own(verb) else holders
        if not holders and is_passive(verb) and is_negated(verb) and verb.lemma_ in load_words("once"):
            return
        unsaid = not holders and verb.dep_ not in ("acl", "advcl") and (is_passive(verb) or is_speakers_own(verb))
        yield Stance(
            verb, holders, stance, proposal, 0.65, f"{words}: {phrase_of(proposal)}", said=unsaid, settled=not stance
        )
    elif words in load_words("alone") and not any(c.dep_ in tied_by(words) for c in verb.children):
        yield Stance(verb, holders, stance, verb, 0.5, words, last=True)


def find_thanked(article: Article, verb: Token, proposal: Token | None) -> tuple[Who, ...]:
    """Whom somebody thanks or praises for what they agreed or offered to do: the step is theirs."""
    thanked = find_child(verb, "obj") if verb.lemma_ in THANKING else None
    if thanked is None or proposal is None or proposal.lemma_ not in load_words("own"):
        return ()
    return tuple(w for w in article.cast.who(thanked) if w.type != "outlet")


def is_unsettled(verb: Token, words: str) -> bool:
    """Whether a verb tells of talks or a vote without saying how far somebody is open to what they are about."""
    if words == "vote on" and verb.dep_ == "advcl":
        return True
    tried = verb.dep_ == "xcomp" and verb.head.lemma_ in ("try", "attempt", "meet")
    return verb.lemma_ in TALKING and is_infinitive(verb) and (tried or verb.dep_ == "advcl")


def is_never_done(verb: Token) -> bool:
    """Whether a relative clause only tells that its noun has not taken a step: "Qatar, which never signed it"."""
    return verb.dep_ == "acl:relcl" and verb.lemma_ in load_words("once") and is_negated(verb)


def is_taken_up(verb: Token) -> bool:
    """Whether what is asked or refused is what was told last: "to do so", "to do it"."""
    return verb.lemma_ == "do" and any(c.lower_ in ("so", "it", "this", "that", "likewise") for c in verb.children)


def is_idle_letting(verb: Token) -> bool:
    """Whether a verb of letting is in no clause of its own: "let us talk", "allowing themselves to judge"."""
    own = verb.tag_ not in ("VB", "VBG") or any(c.dep_.startswith("aux") and c.lower_ != "to" for c in verb.children)
    reflexive = any(c.dep_ == "obj" and c.lower_.endswith(("self", "selves")) for c in verb.children)
    return verb.lemma_ in load_words("letting") and (not own or reflexive)


def is_called(verb: Token, proposal: Token) -> bool:
    """Whether something is called that people come together or stop for: "called a strike", not "called the talks"."""
    clause = verb.dep_ in ("ccomp", "acl:relcl", "acl") and any(c.tag_ in ("WP", "WDT") for c in verb.children)
    return proposal.lemma_.lower() in load_words("called") and not clause


def tied_by(words: str) -> tuple[str, ...]:
    """What may not hang on a verb about what was told last; "objects that" is about it all the same."""
    return ("obj", "xcomp") if words == "object" else ("obj", "ccomp", "xcomp")


def is_background(verb: Token, proposal: Token) -> bool:
    """Whether a verb only tells how something came about, for what a need is, or of a crime and no proposal."""
    if proposal.lower_ in load_words("crimes") | load_words("demeanours") or any(
        c.lemma_ == "price" for c in proposal.children
    ):
        return True
    needed = verb.dep_ in ("advcl", "acl", "xcomp") and is_infinitive(verb) and is_negated(verb.head)
    if needed and verb.head.lemma_ in load_words("refusals", "wants"):
        return True
    told = verb.dep_ in ("acl", "acl:relcl") and verb.lemma_ in load_words("once") and verb.tag_ in ("VBD", "VBN")
    return told and verb.head.pos_ == "NOUN" and proposal.i <= verb.head.i


def is_speakers_own(verb: Token) -> bool:
    """Whether the subject is one of the speaker's own side: "my government", "our delegation"."""
    subject = find_grammatical_subject(verb)
    return subject is not None and any(c.lower_ in ("my", "our") for c in subject.children)


def is_judged(verb: Token, proposal: Token) -> bool:
    """Whether a verb says what something is held to be: "considered the intrusion an act of war"."""
    seconds = [
        c for c in verb.children if c.i > proposal.i and (c.dep_ in ("xcomp", "obj", "appos") or has_case(c, "as"))
    ]
    behind = (c for c in proposal.children if c.dep_ == "amod" and c.i == proposal.i + 1)
    seconds += behind if proposal.pos_ == "NOUN" else ()
    return verb.lemma_ in ("consider", "call") and any(c.pos_ in ("NOUN", "ADJ", "VERB") for c in seconds)


def is_party(article: Article, proposal: Token, words: str) -> bool:
    """Whether what a verb of yes or no is about is a party ("reject the government")."""
    if words not in load_words("any_noun") or proposal.pos_ != "NOUN" or may_be_proposal(proposal):
        return False
    return names_party(article, proposal)


def is_read(verb: Token) -> bool:
    """Whether a verb carries a stance of its own here: a cue with something that it is about."""
    words = find_cue(verb)[1]
    return bool(words) and (words in load_words("alone") or find_proposal(verb, words) is not None)


def make_unvoted(verb: Token, holders: tuple[Who, ...], vote: Token, words: str) -> Stance:
    """Staying away from a vote, on what the vote is on; else on the proposal spoken of last."""
    on = [t for t in find_obliques(vote, "on", "for") + find_obliques(verb, "on", "for") if t.pos_ == "NOUN"]
    why = f"{words}: {phrase_of(vote)}"
    return Stance(verb, holders, "neutral", open_pointing(on[0]) if on else vote, 0.7, why, last=not on)


def find_cue(verb: Token) -> tuple[str, str]:
    """The stance of a verb and its words in the lists, those with a preposition first; two empty words for others."""
    found = [(stance, words) for stance in STANCES if (words := find_words(verb, load_words("verbs", stance)))]
    if find_child(verb, "obj") is not None:
        found = [f for f in found if not f[1].endswith((" from", " out of"))]
    return next((f for f in found if " " in f[1]), found[0] if found else ("", ""))


def read_favour(article: Article, verb: Token) -> Iterator[Stance]:
    """ "voted in favour of the treaty", "spoke in support of", "resigned in protest at"."""
    for noun in find_obliques(verb, "in"):
        stance = FAVOURS.get(noun.lower_)
        about = find_obliques(noun, "of", "at", "to", "against")
        if stance and about and may_be_proposal(about[0], "in favour"):
            why = f"in {noun.text} of {phrase_of(about[0])}"
            yield Stance(verb, find_holders(article, verb), stance, open_pointing(about[0]), 0.75, why)
        elif stance and verb.lemma_ == "vote" and not about:
            yield Stance(
                verb, find_holders(article, verb), stance, verb, 0.65, f"in {noun.text}", last=True, voted=True
            )
        elif noun.lower_ == "protest" and not about:
            yield Stance(verb, find_holders(article, verb), "oppose", verb, 0.5, "in protest", last=True)


def read_joined(article: Article, verb: Token) -> Iterator[Stance]:
    """ "... which was joined by Qatar and Oman": they carry out what was announced just before."""
    holders = find_holders(article, verb) if verb.lemma_ == "join" and is_passive(verb) else ()
    if holders:
        yield Stance(verb, holders, "support", verb, 0.55, "joined by", last=True)


def ends_nothing(verb: Token) -> bool:
    """Whether a verb of ending says of nothing that it should end ("urged Ankara to stop")."""
    subject = find_child(verb, "nsubj")
    if subject is not None and is_action(subject):
        return False
    done = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "xcomp")
    return verb.pos_ == "VERB" and not done and find_child(verb, "obj", "xcomp", "ccomp", "advcl") is None
