"""Deals: what parties signed, reached or agreed to do, and the deals that the text says are absent or ended."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.accords import find_makers, list_rivals, name_both
from tocsin.coding.article import Article
from tocsin.coding.bonds import (
    MOST_PARTIES,
    Bond,
    find_between,
    find_these,
    find_with,
    is_real,
    is_refused,
    join,
    list_in_sentence,
    list_parties,
    list_signers,
    load_cues,
)
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_subjects,
    has_case,
    is_negated,
    list_conjuncts,
    phrase_of,
)
from tocsin.coding.sides import find_doers, list_sentence_sides
from tocsin.coding.treaties import is_consent, is_left_so, is_only_planned, is_over
from tocsin.records.coding import Tie

PAIR = 2
COMING = frozenset({"will", "would", "shall"})
UNFINISHED = frozenset({"negotiate", "finalise", "finalize"})


def read_deal(article: Article, noun: Token) -> Iterator[Bond]:
    """A deal with its parties: signed, standing, ended, or told to be absent."""
    if (noun.dep_ == "compound" and noun.head.lemma_.lower() in load_cues("deal_nouns")) or is_consent(noun):
        return
    if has_case(noun, "without") or (has_case(noun, "with") and is_refused(noun)):
        yield from read_failure(article, noun)
        return
    verb = noun.head
    lemma = verb.lemma_.lower() if verb.pos_ == "VERB" else ""
    between = list_between(article, noun)
    with_noun = join(*(list_signers(article, t, beside=True) for t in find_with(noun, "with")))
    clauses = [c for c in noun.children if c.dep_ in ("acl", "acl:relcl") and c.i > noun.i]
    made = [c for c in clauses if c.lemma_.lower() in load_cues("dealing") - {"have", "broker"}]
    for clause in made[:1]:
        yield from read_signed(article, noun, clause)
    if lemma in load_cues("bearing") and noun.dep_ == "obj" and is_fruitless(verb, noun):
        yield from read_fruitless(article, noun, between)
        return
    governed = noun.dep_ in ("obj", "nsubj:pass") or (noun.dep_ == "obl" and is_entered(noun, lemma))
    governed = governed and bool(lemma) and is_paper(noun, verb) and not is_left_so(verb, noun)
    if governed and (lemma in load_cues("dealing") or lemma in load_cues("ending")):
        doers = join(*(name_both(article, noun, s) or list_signers(article, s) for s in find_subjects(verb)))
        doers = () if lemma == "broker" else doers
        company = [
            t for h in (verb, *verb.children) if h.i == verb.i or h.lower_ == "together" for t in find_with(h, "with")
        ]
        listed = [t for c in noun.children if c.dep_ == "conj" for t in find_with(c, "with", "between")]
        with_verb = join(
            *(list_signers(article, t) for t in (*company, *listed, *find_with(verb, "between", "by", "alongside")))
        )
        before = (
            tuple(p for c in noun.children if c.i < noun.i for p in list_parties(article, c))
            if lemma in load_cues("ending")
            else ()
        )
        parties = join(doers, between, with_noun, with_verb, before)
        if not parties and lemma != "broker" and any(is_plural_side(s) for s in find_subjects(verb)):
            parties = find_makers(article, noun)
        tie = judge_deal(verb, noun, lemma)
        if tie == "agreement" and any(t.lower_ == "alliance" for t in noun.subtree):
            tie = "alliance"
        if tie is not None and len(parties) >= 2:
            yield Bond(parties, tie, noun, 0.7, f"deal: {verb.text!r} {noun.text!r}")
        return
    if len(between) < PAIR and (groups := name_groups(article, noun)):
        yield Bond(groups, "agreement", noun, 0.5, f"deal among: {noun.text!r}")
    owner = find_child(noun, "nmod:poss")
    if owner is not None and with_noun:
        between = join(between, list_signers(article, owner), with_noun)
    binds = has_case(noun, "by") and lemma in load_cues("binding")
    if binds:
        with_noun = join(with_noun, *(list_signers(article, t, beside=True) for t in find_with(verb, "with")))
    if binds or (has_case(noun, "under", "with", "by") and with_noun and noun.dep_.startswith("obl")):
        between = join(between, list_signers(article, find_grammatical_subject(verb)), with_noun)
    named = noun.pos_ == "PROPN" or any(c.lower_ in ("the", "their", "this") for c in noun.children)
    standing = noun.dep_.split(":")[0] in ("obl", "nmod") or lemma in load_cues("keeping")
    standing = standing or (noun.dep_.startswith("nsubj") and named) or owner is not None
    if (
        len(between) >= 2
        and standing
        and not is_only_planned(noun)
        and (has_case(noun, "under") or is_real(verb))
        and is_real(noun)
    ):
        absent = is_refused(noun) or (binds and is_negated(verb)) or is_over(noun)
        yield Bond(between, "none" if absent else "agreement", noun, 0.6, f"deal between: {noun.text!r}")


def list_between(article: Article, noun: Token) -> tuple[str, ...]:
    """Those that a deal is between."""
    return join(*(list_signers(article, t, beside=True) for t in find_between(noun, "between", "among")))


def name_groups(article: Article, noun: Token) -> tuple[str, ...]:
    """Sides without a name of their own among whom a deal is, as one: "between warring factions"."""
    clauses = [c for c in noun.children if c.dep_ in ("acl", "acl:relcl") and c.i > noun.i]
    among = [t for h in (noun, *clauses) for t in find_with(h, "between", "among")]
    sides = load_cues("told_sides") | load_cues("warring")
    told = [t for t in among if t.tag_ == "NNS" and t.lemma_.lower() in sides and len(list_conjuncts(t)) == 1]
    kinds = [c for t in told for c in t.children if c.i < t.i and c.dep_ in ("amod", "compound")]
    return (phrase_of(told[0]).removeprefix("the "),) if kinds else ()


def read_signed(article: Article, noun: Token, clause: Token) -> Iterator[Bond]:
    """ "The truce that X and Y agreed on", "a treaty signed by X and Y in 1972"."""
    signers = find_doers(clause)
    parties = join(
        *(name_both(article, noun, s) or list_signers(article, s) for s in signers if s.i != noun.i),
    )
    parties = join(parties, *(list_signers(article, t) for t in find_with(clause, "with", "between", "by")))
    if noun.text[:1].isupper() and clause.lemma_.lower() in load_cues("forming") and len(parties) > 1:
        # "The Andean Pact, formed by": a body, of those who formed it.
        yield Bond(join(parties, (name_deal(noun),)), "membership", noun, 0.65, f"founded: {noun.text!r}")
    elif len(parties) >= 2 and is_real(clause) and not is_negated(clause) and is_paper(noun, clause):
        yield Bond(parties, "agreement", noun, 0.65, f"deal: {clause.text!r} {noun.text!r}")


def is_paper(noun: Token, verb: Token) -> bool:
    """Whether what is made is a deal, as a pledge or a plan that is made, and not signed, is none."""
    return noun.lemma_.lower() not in load_cues("own_words") or verb.lemma_.lower() not in load_cues("uttering")


def read_agreed(article: Article, verb: Token) -> Iterator[Bond]:
    """ "X and Y agreed to reopen the border"; with help against an attack it is a promise of defence."""
    told = find_child(verb, "ccomp")
    bound = find_child(verb, "nsubj")
    binding = bound is not None and bound.lemma_.lower() in load_cues("deal_nouns")
    step = find_child(verb, "xcomp") or (find_child(verb, "advcl") if binding else None)
    step = step or (told if told is not None and COMING & set(find_modals(told)) else None)
    deal = verb.head if verb.dep_ == "acl:relcl" else verb
    doers = join(*(name_both(article, deal, s) or list_signers(article, s) for s in find_subjects(verb)))
    parties = join(doers, *(list_signers(article, t) for t in find_with(verb, "with")))
    if binding:
        # "The pact commits X and Y to": those whom it binds.
        parties = join(*(list_signers(article, o) for o in verb.children if o.dep_ == "obj"))
    if len(parties) < 2:
        parties = join(*(find_these_named(article, s) for s in find_subjects(verb)))
    if len(parties) < 2 and any(is_plural_side(s) for s in find_subjects(verb)):
        parties = list_pair(article, verb)
    worded = any(t.lemma_.lower() in load_cues("no_terms") for t in find_with(verb, "on", "upon", "to"))
    if is_failed(verb) and len(parties) > 1 and not worded:
        yield Bond(parties, "none", verb, 0.6, f"no deal: {verb.head.text!r} to {verb.text!r}")
        return
    if step is None or len(parties) < 2 or not is_real(verb) or is_negated(verb):
        return
    words = {t.lower_ for t in step.subtree}
    helped = bool(words & load_cues("attacked")) or (bool(words & load_cues("helping")) and "each" in words)
    if helped and words & load_cues("mutual"):
        yield Bond(parties, "defence", verb, 0.65, f"mutual defence: {verb.text!r}")
    elif step.lemma_.lower() in load_cues("forming") and forms_league(step):
        yield Bond(parties, "alliance", verb, 0.6, f"league: {verb.text!r} to {step.lemma_}")
    elif verb.lemma_.lower() == "agree" and step.lemma_.lower() not in load_cues("meeting"):
        yield Bond(parties, "agreement", verb, 0.6, f"deal: {verb.text!r} to {step.lemma_}")


def forms_league(verb: Token) -> bool:
    """Whether what is formed is an alliance."""
    return any(o.lemma_.lower() in load_cues("leagues") for o in find_objects(verb))


def is_plural_side(noun: Token) -> bool:
    """Whether a noun stands for the sides without naming them: "both sides", "the two neighbours"."""
    known = load_cues("country_nouns") | load_cues("leader_nouns")
    return noun.tag_ == "NNS" and noun.lemma_.lower() in known


def list_pair(article: Article, token: Token) -> tuple[str, ...]:
    """The two parties that a sentence names, if they are two."""
    named = list_sentence_sides(article, token)
    return named if len(named) == PAIR else ()


def is_failed(verb: Token) -> bool:
    """Whether an act is one that somebody failed to do."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in load_cues("failing") and not is_negated(verb.head)


def read_relations(article: Article, noun: Token) -> Iterator[Bond]:
    """ "X and Y have no diplomatic relations", "X broke off diplomatic ties with Y"."""
    verb = noun.head
    cut = verb.lemma_.lower() in load_cues("ending") | load_cues("severing") and is_real(verb) and not is_negated(verb)
    without = is_refused(noun) or (verb.lemma_.lower() in ("have", "maintain") and is_negated(verb))
    doers = join(*(list_signers(article, s) for s in find_subjects(verb)))
    parties = join(doers, *(list_signers(article, t) for h in (noun, verb) for t in find_with(h, "with", "between")))
    if (cut or without) and len(parties) > 1 and noun.dep_ in ("obj", "nsubj:pass", "nsubj"):
        yield Bond(parties, "none", noun, 0.6, f"relations: {verb.text!r}")


def find_these_named(article: Article, token: Token) -> tuple[str, ...]:
    """The states of the sentence before that "the two presidents" stands for."""
    return tuple(w.name for w in find_these(article, token))


def is_entered(noun: Token, lemma: str) -> bool:
    """Whether a deal is entered, agreed to, or left through a preposition."""
    entering = ("enter", "agree", "withdraw", "pull", "keep", "stick", "adhere", "abide")
    return lemma in entering and has_case(noun, "into", "to", "on", "from", "of", "upon", "by")


def is_signed_there(verb: Token) -> bool:
    """Whether an act is what a journey was made for: "had flown to Nairobi to sign"."""
    head = verb.head
    purpose = verb.dep_ == "advcl" or verb.dep_ == "xcomp"
    return purpose and head.lemma_.lower() in load_cues("journeys") and head.tag_ in ("VBD", "VBN") and is_real(head)


def is_talked_of(verb: Token) -> bool:
    """Whether an act is only what others talk about or work for: "talks on reaching a settlement"."""
    return verb.tag_ == "VBG" and has_case(verb, "on", "for", "about", "over", "towards", "toward")


def judge_deal(verb: Token, noun: Token, lemma: str) -> Tie | None:
    """Whether a deal is signed, absent or ended; None where it is only planned, wished for or denied by a party."""
    if is_failed(verb) or ((is_negated(verb) or is_refused(noun)) and lemma in load_cues("dealing")):
        return "none"
    unfinished = is_talked_of(verb) or (lemma in UNFINISHED and verb.tag_ == "VBG")
    if unfinished or not (is_real(verb) or is_signed_there(verb)) or is_negated(verb):
        return None
    return "none" if lemma in load_cues("ending") else "agreement"


def is_fruitless(verb: Token, noun: Token) -> bool:
    """Whether talks bore no deal: "did not produce any agreement", "has brought the two no deal"."""
    talks = any(s.lemma_.lower() in load_cues("talks") for s in find_subjects(verb))
    return talks and is_real(verb) and (is_negated(verb) or is_refused(noun))


def read_fruitless(article: Article, noun: Token, between: tuple[str, ...]) -> Iterator[Bond]:
    """ "Talks did not produce any agreement": of those between whom they were."""
    talks = [t for s in find_subjects(noun.head) for t in find_with(s, "between", "among", "with")]
    told = join(between, *(list_signers(article, t) for t in talks))
    told = told or join(*(list_signers(article, c) for c in noun.head.children if c.dep_ == "iobj"))
    if len(told) >= PAIR:
        yield Bond(told, "none", noun, 0.6, f"no deal: {noun.head.text!r} {noun.text!r}")


def read_failure(article: Article, noun: Token) -> Iterator[Bond]:
    """ "Talks between X and Y ended without a deal": the parties of the sentence, or of it and one beside it."""
    verb = noun.head
    if verb.pos_ != "VERB" or not is_real(verb):
        return
    parties = list_between(article, noun)
    parties = parties if len(parties) > 1 else list_in_sentence(article, noun)
    for beside in (noun.sent.end, noun.sent.start - 1):
        if len(parties) < 2 and 0 <= beside < len(article.doc):
            parties = join(parties, list_in_sentence(article, article.doc[beside], "state"))
    parties = parties if len(parties) > 1 else list_rivals(article)
    if 2 <= len(parties) <= MOST_PARTIES:
        yield Bond(parties, "none", noun, 0.6, f"no deal: 'without' {noun.text!r}")


def name_deal(noun: Token) -> str:
    """The name of a deal that has one."""
    return phrase_of(noun).removeprefix("the ").removeprefix("The ")
