"""Stances: the words that are for or against an action, and what turns them round."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    find_subjects,
    is_in_condition,
    is_negated,
    is_passive,
    list_conjuncts,
    phrase_of,
)
from tocsin.coding.proposals import is_action, is_pointing, load_words, may_be_proposal
from tocsin.coding.turns import DENIED, Stance, find_terms, settle

STANCES = ("support", "oppose", "open", "neutral")
FAVOURS = {"favour": "support", "favor": "support", "support": "support", "protest": "oppose", "opposition": "oppose"}
STATES_OF_BEING = frozenset("be have need become remain stay get face see know suffer lose fail".split())
DECIDERS = ("state", "person", "alliance", "organisation")
PARTICLES = frozenset({"out", "down", "up"})
IDLE = frozenset({"comment", "say", "answer", "elaborate", "confirm", "know"})


def list_stances(article: Article, sentence: list[Token]) -> Iterator[Stance]:
    """The stances that the words of a sentence carry, those of what is said inside it included."""
    for token in sentence:
        if token.is_space or token.is_punct or is_in_condition(token) or is_ascribed(token):
            continue
        for found in read_cue(article, token):
            settled = settle(found)
            if settled is not None and (settled.holders or settled.said):
                yield settled


def read_cue(article: Article, token: Token) -> Iterator[Stance]:
    """The stances that one word opens."""
    yield from read_verb(article, token)
    yield from read_intent(article, token)
    yield from read_predicate(article, token)
    yield from read_noun(article, token)


def is_ascribed(token: Token) -> bool:
    """Whether the clause of a cue is what another claims or alleges, so that the stance is only ascribed."""
    if token.head.lemma_ == "accuse" and token.tag_ == "VBG":
        return True
    return token.dep_ == "ccomp" and token.head.lemma_ in ("claim", "allege", "accuse", "suspect", "fear", "believe")


def read_verb(article: Article, verb: Token) -> Iterator[Stance]:
    """A verb of support, opposition, discussion or abstention with its object or complement."""
    if verb.pos_ != "VERB" and verb.tag_ != "VBN":
        return
    yield from read_favour(article, verb)
    for stance in STANCES:
        words = find_words(verb, load_words("verbs", stance))
        if words is None:
            continue
        proposal = find_proposal(verb, words)
        why = f"{words}: {phrase_of(proposal)}" if proposal is not None else words
        holders = find_holders(article, verb)
        if proposal is not None and proposal.lemma_ in IDLE:
            return
        if words in ("boycott", "abstain from") and proposal is not None and proposal.lemma_ in ("vote", "session"):
            on = [t for t in find_obliques(proposal, "on", "for") if t.pos_ == "NOUN"]
            yield Stance(verb, holders, "neutral", on[0] if on else proposal, 0.7, why, last=not on)
        elif proposal is not None:
            unsaid = not holders and is_passive(verb)
            yield Stance(verb, holders, stance, proposal, 0.65, why, said=unsaid)
        elif words in load_words("alone") and not any(c.dep_ in ("obj", "ccomp", "xcomp") for c in verb.children):
            yield Stance(verb, holders, stance, verb, 0.5, why, last=True)
        return


def read_favour(article: Article, verb: Token) -> Iterator[Stance]:
    """ "voted in favour of the treaty", "spoke in support of", "resigned in protest at"."""
    for noun in find_obliques(verb, "in"):
        stance = FAVOURS.get(noun.lower_)
        about = find_obliques(noun, "of", "at", "to", "against")
        if stance and about and may_be_proposal(about[0], "in favour"):
            why = f"in {noun.text} of {phrase_of(about[0])}"
            yield Stance(verb, find_holders(article, verb), stance, open_pointing(about[0]), 0.75, why)


def find_words(verb: Token, wanted: frozenset[str]) -> str | None:
    """The verb as it stands in a list with its particle and preposition ("vote for", "speak out against"), or alone."""
    lemma = verb.lemma_.lower()
    behind = [
        c.lower_ for c in verb.children if c.dep_ == "compound:prt" or (c.dep_ in ("advmod", "case") and c.i > verb.i)
    ]
    tied = [
        k.lower_
        for c in verb.children
        if c.i > verb.i
        for k in c.children
        if k.dep_ in ("case", "mark") and k.pos_ in ("ADP", "SCONJ")
    ]
    both = [f"{one} {other}" for one in behind for other in tied]
    found = next((f"{lemma} {p}" for p in (*both, *behind, *tied) if f"{lemma} {p}" in wanted), None)
    return found or (lemma if lemma in wanted else None)


def find_proposal(verb: Token, words: str) -> Token | None:
    """The head of what a verb of stance is about: its complement, what its preposition ties, or an object of action."""
    preposition = words.rpartition(" ")[2] if " " in words else ""
    if preposition and preposition not in PARTICLES and words not in load_words("with_clause"):
        found = find_obliques(verb, preposition)
        return open_pointing(found[0]) if found and may_be_proposal(found[0], words) else None
    clause = next(
        (c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and is_clause_of(c, verb, words)), None
    )
    if clause is not None and clause.pos_ in ("VERB", "AUX"):
        return clause
    if words in load_words("needs", "infinitive_only") | load_words("with_clause"):
        return None
    gerunds = (
        c for c in verb.children if c.tag_ == "VBG" and c.dep_ in ("obj", "xcomp", "advcl", "csubj", "csubj:pass")
    )
    gerund = next(gerunds, None)
    noun = gerund or next(iter(find_objects(verb)), None)
    return open_pointing(noun) if noun is not None and may_be_proposal(noun, words) else None


def is_clause_of(clause: Token, verb: Token, words: str) -> bool:
    """Whether a clause is what the verb is about: an infinitive, or what follows "that" with a plain or modal verb."""
    if clause.i < verb.i or any(
        c.dep_ == "mark" and c.lower_ in ("if", "because", "after", "as", "while", "when", "before", "since")
        for c in clause.children
    ):
        return False
    if any(c.lower_ in ("how", "what", "why", "who") for c in clause.children):
        return False
    if any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in clause.children) or clause.tag_ == "VBG":
        return clause.dep_ != "advcl" or clause.tag_ != "VBG"
    asked = clause.tag_ == "VB" or bool({"should", "must"} & set(find_modals(clause)))
    return clause.dep_ in ("ccomp", "xcomp") and (asked or words in load_words("asking"))


def open_pointing(token: Token) -> Token:
    """What hangs on a word that only points ("the plan to withdraw", "a call for talks"); else the word itself."""
    if not is_pointing(token) and token.lemma_.lower() not in load_words("carrying"):
        return token
    for child in token.children:
        if child.i > token.i and child.dep_ == "acl" and (child.tag_ == "VBG" or find_child(child, "mark") is not None):
            return child
    found = (
        [t for t in find_obliques(token, "for", "of", "on", "to") if may_be_proposal(t)] if is_pointing(token) else []
    )
    return open_pointing(found[0]) if found else token


def find_holders(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who holds a stance: who does what the verb says; "they" in what a group says is that group."""
    found = [find_group_speaker(s) or s for s in find_subjects(verb)]
    return tuple(
        w for s in found for w in article.cast.who_speaks(s) if w.type != "outlet" and not is_owner(article, s, w)
    )


def is_owner(article: Article, subject: Token, who: Who) -> bool:
    """Whether a party is only whose partners, critics or allies the subject is."""
    if subject.tag_ != "NNS":
        return False
    return any(who in article.cast.who(c) for c in subject.children if c.dep_ == "nmod:poss" and c.tag_ == "PRP$")


def find_group_speaker(subject: Token) -> Token | None:
    """The plural subject of the verb of saying above "they", None where the nearest is no group."""
    speaker = find_sayer_above(subject)
    if subject.lower_ != "they" or speaker is None:
        return None
    if speaker.lower_ in ("some", "many", "several", "few", "most"):
        speaker = next(iter(find_obliques(speaker, "of")), speaker)
    return speaker if speaker.tag_ == "NNS" or len(list_conjuncts(speaker)) > 1 else None


def find_sayer_above(token: Token) -> Token | None:
    """The subject of the verb of which the clause around `token` is what is said."""
    for above in token.ancestors:
        if above.dep_ in ("ccomp", "conj") and above.head.pos_ == "VERB" and above.head.i < token.i:
            return find_grammatical_subject(above.head)
    return None


def read_predicate(article: Article, token: Token) -> Iterator[Stance]:
    """ "are against sending", "is opposed to the plan", "is open to talks", "is unacceptable"."""
    for stance in STANCES:
        if token.dep_ in ("acl", "advcl", "xcomp"):
            break
        words = load_words("predicates", stance)
        before = next(
            (
                c
                for c in token.children
                if c.dep_ in ("case", "mark") and c.lower_ in words and c.pos_ in ("ADP", "SCONJ")
            ),
            None,
        )
        if before is not None and has_being(token) and stance in ("support", "oppose") and may_be_proposal(token):
            why = f"{before.text}: {phrase_of(token)}"
            yield Stance(token, find_holders(article, token), stance, open_pointing(token), 0.85, why)
            return
        if {token.lemma_.lower(), token.lower_} & words and token.pos_ in ("ADJ", "VERB", "ADP", "SCONJ", "NOUN"):
            about = [
                t
                for t in (*find_obliques(token, "to", "of", "about", "on", "for"), *complements(token))
                if may_be_proposal(t)
            ]
            if about:
                why = f"{token.text}: {phrase_of(about[0])}"
                holders = find_holders(article, token) or name_subject(article, token)
                yield Stance(token, holders, stance, open_pointing(about[0]), 0.7, why)
                return
    yield from read_verdict(article, token)


def name_subject(article: Article, token: Token) -> tuple[Who, ...]:
    """The grammatical subject of a participle that is a state of mind ("is opposed to")."""
    subject = find_grammatical_subject(token)
    return article.cast.who_speaks(subject) if subject is not None else ()


def has_being(token: Token) -> bool:
    """Whether a predicate without a verb of its own has a form of "be"."""
    near = (c for t in token.children for c in (t, *t.children) if c.i < token.i)
    return any(c.dep_ in ("cop", "aux") and c.lemma_ == "be" for c in near)


def complements(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > token.i and c.pos_ == "VERB"]


def read_verdict(article: Article, token: Token) -> Iterator[Stance]:
    """What is said of a proposal that is the subject: it is unacceptable, it will go ahead."""
    subject = find_grammatical_subject(token) if token.pos_ in ("ADJ", "NOUN", "VERB") else None
    if subject is None or not is_action(subject):
        return
    if token.lemma_.lower() in load_words("subjects", "oppose") and find_child(token, "cop") is not None:
        yield Stance(token, (), "oppose", subject, 0.6, f"{token.text} said of {phrase_of(subject)}", said=True)
    elif find_words(token, load_words("subjects", "go_on")) and {"will", "would", "shall"} & set(find_modals(token)):
        yield Stance(token, (), "support", subject, 0.6, f"{token.text} said of {phrase_of(subject)}", said=True)


def read_noun(article: Article, noun: Token) -> Iterator[Stance]:
    """ "have reservations about sending", "expressed support for the ban", "are in talks about"; one with its owner."""
    if noun.pos_ != "NOUN":
        return
    yield from read_owned(article, noun)
    for stance in STANCES[:3]:
        if noun.lemma_.lower() not in load_words("nouns", stance):
            continue
        about = [
            t
            for t in (*find_obliques(noun, "about", "to", "on", "for", "over", "of", "against"), *complements(noun))
            if may_be_proposal(t)
        ]
        about += [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBG"]
        having = noun.head if noun.head.lemma_.lower() in load_words("having", "verbs") and noun.dep_ == "obj" else None
        in_talks = find_child(noun, "cop") is not None
        if about and (having is not None or in_talks):
            if having is not None and is_negated(having) and having.lemma_ != "have":
                return
            carried = DENIED[stance] if is_negated(noun) else stance
            cue = having if having is not None else noun
            why = f"{noun.text}: {phrase_of(about[0])}"
            yield Stance(cue, find_holders(article, cue), carried, open_pointing(about[0]), 0.75, why)
            return


def read_intent(article: Article, verb: Token) -> Iterator[Stance]:
    """What the text itself says that a party will not do, or will do on a condition."""
    modal = {"will", "would"} & set(find_modals(verb))
    subject = find_grammatical_subject(verb) if modal and verb.pos_ == "VERB" and not is_passive(verb) else None
    if subject is None or verb.dep_ not in ("ROOT", "conj", "parataxis") or is_stance_verb(verb):
        return
    if verb.lemma_ in STATES_OF_BEING or find_child(verb, "obj", "obl", "xcomp") is None:
        return
    if not (is_negated(verb) or find_terms(verb)):
        return
    holders = tuple(w for w in article.cast.who_speaks(subject) if w.type in DECIDERS)
    yield Stance(verb, holders, "support", verb, 0.5, f"intent: {subject.text} {min(modal)} {verb.lemma_}")


def is_stance_verb(verb: Token) -> bool:
    return any(find_words(verb, load_words("verbs", stance)) for stance in STANCES)


def read_owned(article: Article, noun: Token) -> Iterator[Stance]:
    """A noun of stance with its owner and what it is about: "a Sudanese proposal to bring in", "Iran's refusal to"."""
    for stance in ("support", "oppose"):
        if noun.lemma_.lower() not in load_words("owned", stance):
            continue
        owners = tuple(
            w for c in noun.children if c.dep_ in ("nmod:poss", "amod", "compound") for w in article.cast.who_alone(c)
        )
        about = open_pointing(noun) if is_pointing(noun) else next((c for c in noun.children if c.dep_ == "acl"), noun)
        if owners and about.i != noun.i:
            yield Stance(noun, owners, stance, about, 0.6, f"{noun.text} of {owners[0].name}")
