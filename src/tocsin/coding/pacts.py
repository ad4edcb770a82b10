"""Pacts: promises of defence and alliances, and those that the text says are absent or ended."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.codebook.bodies import find_body
from tocsin.codebook.bodies import members as list_members
from tocsin.coding.article import Article
from tocsin.coding.bonds import (
    MOST_PARTIES,
    Bond,
    find_with,
    is_real,
    is_refused,
    is_wished,
    join,
    list_in_sentence,
    list_inside,
    list_parties,
    load_cues,
    name_bodies,
)
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_subjects,
    has_case,
    is_in_condition,
    is_negated,
    is_passive,
    phrase_of,
)
from tocsin.coding.deals import read_agreed, read_deal, read_relations
from tocsin.coding.guarantees import list_guarantees
from tocsin.coding.sides import is_proper
from tocsin.coding.treaties import is_union, read_standing
from tocsin.records.coding import Tie


def list_pacts(article: Article, token: Token) -> Iterator[Bond]:
    """The ties of defence, alliance and agreement that a word states, and those it says are absent or ended."""
    yield from list(list_stated(article, token)) or list_guarantees(article, token)


def list_stated(article: Article, token: Token) -> Iterator[Bond]:
    """The pacts that a word names, and the promises of its own verb."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN"):
        if lemma in load_cues("ally_nouns"):
            yield from read_ally(article, token)
        elif lemma in load_cues("league_nouns"):
            yield from read_league(article, token)
        elif is_pact(token):
            yield from list(read_pact(article, token)) or read_standing(article, token)
        elif {lemma, lemma.removesuffix("s")} & load_cues("deal_nouns") or is_union(token):
            yield from list(read_deal(article, token)) or read_standing(article, token)
        elif lemma in ("relation", "tie") and any(c.lower_ == "diplomatic" for c in token.children):
            yield from read_relations(article, token)
        elif lemma in load_cues("protected"):
            yield from read_protection(article, token)
    elif lemma in ("ally", "align", "fight") and token.pos_ in ("VERB", "ADJ"):
        yield from read_allied(article, token)
    elif token.pos_ == "VERB" and lemma in load_cues("shielding") | {"come"}:
        yield from read_shield(article, token, lemma)
    elif token.pos_ == "VERB" and lemma in load_cues("bound") | {"agree"}:
        yield from read_agreed(article, token)


def is_pact(noun: Token) -> bool:
    """Whether a noun heads the name of a promise of defence ("mutual defence treaty", "Article 5")."""
    if noun.lemma_.lower() not in load_cues("pact_nouns") | {"article"}:
        return False
    if noun.dep_ in ("compound", "flat") and noun.head.pos_ == "PROPN" and noun.head.i > noun.i:
        return False
    words = " ".join(t.lower_ for t in noun.doc[max(noun.i - 3, 0) : noun.i + 3])
    near = [c.lower_ for c in noun.children if c.i < noun.i] + [b.lower_ for c in noun.children for b in c.children]
    named = any(phrase in words for phrase in load_cues("pact_phrases"))
    if noun.lemma_.lower() in load_cues("assurances") and load_cues("pact_words") & {t.lower_ for t in noun.subtree}:
        return True
    return named and (noun.lemma_.lower() == "article" or bool({*near} & load_cues("pact_words")) or "article" in words)


def read_pact(article: Article, noun: Token) -> Iterator[Bond]:
    """The parties of a promise of defence: of its phrase, of the verb that governs it, or of its sentence."""
    verb = noun.head if noun.head.pos_ == "VERB" else noun
    talked = noun.head.pos_ == "NOUN" and noun.head.lemma_.lower() in load_cues("aiming")
    called = find_child(noun, "cop") is not None and is_refused(noun)
    if is_wished(noun) or is_in_condition(noun) or talked or called:
        return
    named = find_body(phrase_of(noun)) or next((find_body(w) for w in name_bodies(article, noun)), None)
    allied = list_members(named.name) if named is not None and named.defence_pact else ()
    signing = verb.i != noun.i and verb.lemma_.lower() in load_cues("dealing")
    if signing and not is_real(verb) and not is_negated(verb):
        return
    signers = list_parties(article, find_grammatical_subject(verb)) if signing else ()
    if len(signers) < 2 and 2 <= len(allied) < MOST_PARTIES:
        yield Bond(allied, "defence", noun, 0.7, f"named treaty: {noun.text!r}")
        return
    holds = verb.lemma_.lower() in load_cues("dealing") | load_cues("ending") | {
        "invoke",
        "cite",
        "give",
        "offer",
        "share",
    }
    subject = list_parties(article, find_grammatical_subject(verb)) if verb.i != noun.i and holds else ()
    behind = [*find_with(noun, "with", "between", "to", "of", "for"), *find_with(verb, "with", "between", "to")]
    receivers = find_objects(verb) if verb.i != noun.i else []
    own = tuple(p for c in noun.children if c.i < noun.i for p in list_parties(article, c))
    parties = join(
        subject, own, *(list_parties(article, b) for b in behind), *(list_parties(article, r) for r in receivers)
    )
    if len(parties) < 2:
        parties = join(parties, list_in_sentence(article, noun))
    if not 2 <= len(parties) <= MOST_PARTIES:
        return
    if verb.i != noun.i and is_negated(verb) and not holds:
        return
    absent = is_refused(noun) or (verb.i != noun.i and is_negated(verb)) or verb.lemma_.lower() in load_cues("ending")
    yield Bond(parties, "none" if absent else "defence", noun, 0.65, f"promise of defence: {noun.text!r}")


def read_shield(article: Article, verb: Token, lemma: str) -> Iterator[Bond]:
    """ "is bound to defend X", "promised to protect X", "is covered by X", "would come to the aid of X"."""
    doers = join(*(list_parties(article, s) for s in find_subjects(verb)))
    above = next((a for a in list(verb.ancestors)[:2] if a.lemma_.lower() in load_cues("bound")), None)
    doers = doers or (list_parties(article, find_grammatical_subject(above)) if above is not None else ())
    covered = is_passive(verb) and bool(find_with(verb, "by"))
    if lemma == "come":
        wards = find_aided(article, verb)
        real = bool({"will", "would", "must"} & {c.lower_ for c in verb.children})
    else:
        wards = find_wards(article, verb)
        real = covered or (above is not None and verb.dep_.split(":")[0] in ("xcomp", "acl", "advcl", "ccomp"))
        real = real or is_sworn(article, verb)
    own = {w.acts_for for s in find_subjects(verb) for w in article.cast.who(s)}
    wards = tuple(w for w in wards if w not in doers and w not in own)
    denied = is_negated(verb) or is_negated(verb.head)
    if not (real and doers and wards) or is_in_condition(verb) or (denied and not covered):
        return
    if not is_wished(verb):
        tie: Tie = "none" if denied else "defence"
        yield Bond(join(doers, wards), tie, verb, 0.7, f"promise to protect: {verb.text!r}")


def find_wards(article: Article, verb: Token) -> tuple[str, ...]:
    """Those whom one defends: the object, or whoever is promised it ("assured Estonia that it would defend")."""
    wards = join(*(list_parties(article, o) for o in find_objects(verb)))
    told = (find_child(above, "iobj") for above in list(verb.ancestors)[:2])
    return wards or join(*(list_parties(article, t) for t in told if t is not None))


def is_sworn(article: Article, verb: Token) -> bool:
    """Whether a state says that it will defend another: "would defend Taiwan", "will help to defend Estonia"."""
    helps = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "help" else verb
    sworn = {"will", "would", "shall", "must"} & set(find_modals(helps))
    whos = [
        w
        for o in [*find_objects(verb), *(c for o in find_objects(verb) for c in o.children)]
        for w in article.cast.who_alone(o)
    ]
    return bool(sworn) and verb.lemma_.lower() in ("defend", "protect") and any(w.type == "state" for w in whos)


def find_aided(article: Article, verb: Token) -> tuple[str, ...]:
    """Those to whose aid one comes: "to the aid of Chad", "to Chad's defence"."""
    aid = next((c for c in find_with(verb, "to") if c.lemma_.lower() in ("aid", "defence", "defense", "rescue")), None)
    return join(*(list_parties(article, c) for c in aid.children)) if aid is not None else ()


def read_protection(article: Article, noun: Token) -> Iterator[Bond]:
    """ "They will have the protection of NATO", "Britain gave Kuwait a guarantee"."""
    verb = noun.head
    if noun.dep_ not in ("obj", "obl") or verb.lemma_.lower() not in ("have", "enjoy", "be", "fall", "live", "come"):
        return
    wards = list_parties(article, find_grammatical_subject(verb))
    before = [c for c in noun.children if c.i < noun.i]
    shields = join(*(list_parties(article, t) for t in [*find_with(noun, "of", "from", "by"), *before]))
    shields = tuple(s for s in shields if s not in wards)
    if wards and shields and not is_in_condition(verb):
        tie: Tie = "none" if is_refused(noun) or is_negated(verb) else "defence"
        yield Bond(join(wards, shields), tie, noun, 0.65, f"protection: {noun.text!r}")


def read_ally(article: Article, noun: Token) -> Iterator[Bond]:
    """ "Syria is an ally of Iran", "Iran's ally Syria", "X and Y are allies"."""
    if noun.lemma_.lower() == "partner" and not any(
        c.lower_ in ("strategic", "close", "closest", "military") for c in noun.children
    ):
        return
    of = join(*(name_sides(article, t) for t in find_with(noun, "of", "with", "to")))
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in ("nmod:poss", "compound", "amod", "nmod")]
    others = join(of, *(name_sides(article, c) for c in before))
    stays = noun.dep_ in ("xcomp", "obj") and noun.head.lemma_.lower() in load_cues("staying") and is_real(noun.head)
    is_predicate = stays or find_child(noun, "cop") is not None
    if is_predicate:
        who = join(*(name_sides(article, s) for s in find_subjects(noun.head if stays else noun)))
    elif noun.dep_ in ("appos", "parataxis"):
        who = name_sides(article, noun.head)
    elif has_case(noun, "as") and noun.dep_ in ("nmod", "obl", "xcomp"):
        # "Recognised X as an ally": by who does so.
        verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
        who = join(*(name_sides(article, o) for o in find_objects(verb)))
        others = others or join(*(name_sides(article, s) for s in find_subjects(verb)))
    else:
        named = [c for c in noun.children if c.dep_ in ("appos", "flat") and c.i > noun.i and c.pos_ == "PROPN"]
        named += [t for t in noun.doc[noun.i + 1 : noun.i + 2] if t.pos_ == "PROPN" and t.dep_ == "conj"]
        named += [noun.head] if noun.dep_ in ("nmod:desc", "compound") and noun.head.i > noun.i else []
        who = join(*(name_sides(article, c) for c in named))
    if not who and not others and (is_predicate or noun.dep_ == "appos"):
        who, others = list_people_allied(article, noun)
    who = tuple(w for w in who if w not in others)
    paired = (is_predicate or noun.dep_ in ("appos", "parataxis")) and len(who) > 1 and noun.tag_ == "NNS"
    if not who or not (others or paired) or not is_real(noun):
        return
    former = any(c.lemma_.lower() in load_cues("former") or c.lower_ in ("once", "formerly") for c in noun.children)
    tie: Tie = "none" if is_refused(noun) or former else "alliance"
    if any("treaty" in c.lower_ for c in noun.children) and tie == "alliance":
        tie = "defence"
    yield Bond(join(who, others), tie, noun, 0.7, f"called ally: {noun.text!r}")


def list_people_allied(article: Article, noun: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """ "Yao, a close ally of Gbagbo": two people, neither of whom a state stands for."""
    described = noun.head if noun.dep_ == "appos" else find_grammatical_subject(noun)
    sides = ([described] if described is not None else [], find_with(noun, "of"))
    one, other = (
        tuple(w.name for t in side for w in article.cast.who_alone(t) if w.type == "person") for side in sides
    )
    return one, other


def name_sides(article: Article, token: Token | None) -> tuple[str, ...]:
    """The states, bodies and groups with a name that a phrase stands for; people are no sides of an alliance."""
    whos = article.cast.who(token) if token is not None else ()
    kinds = ("state", "alliance", "organisation", "group")
    # "Russian troops" stand for Russia.
    names = [
        w.acts_for if w.type == "group" and w.acts_for and not is_proper(w.name) else w.name
        for w in whos
        if w.type in kinds
    ]
    return tuple(dict.fromkeys(name for name in names if name[:1].isupper()))


def read_allied(article: Article, word: Token) -> Iterator[Bond]:
    """ "Pakistan is allied with China", "whose army fought on the side of Ethiopia"."""
    subject = find_grammatical_subject(word) or (word.head if word.dep_ in ("acl", "amod") else None)
    who = name_sides(article, subject)
    beside = [t for side in find_with(word, "on", "at") if side.lemma_ == "side" for t in side.children]
    with_whom = beside if word.lemma_.lower() == "fight" else find_with(word, "with", "to")
    with_whom += find_with(word, "alongside")
    owned = {w.acts_for for w in article.cast.who(subject)} if subject is not None else set()
    sides = [o for t in with_whom for o in name_sides(article, t) or list_parties(article, t)]
    others = tuple(o for o in sides if o not in who and o not in owned)
    if who and others and is_real(word):
        yield Bond(join(who, others), "none" if is_refused(word) else "alliance", word, 0.7, f"allied: {word.text!r}")


def read_league(article: Article, noun: Token) -> Iterator[Bond]:
    """A coalition with those who form it, join it, stand in it or are listed in it."""
    close = {"strategic", "comprehensive", "security", "military", "defence", "defense"}
    if noun.lemma_.lower() == "partnership" and not close & {c.lower_ for c in noun.children}:
        return
    verb = noun.head
    of = join(*(name_sides(article, t) for t in find_with(noun, "of", "between", "with", "including")))
    if find_with(noun, "with"):
        of = join(*(name_sides(article, c) for c in noun.children if c.dep_ == "nmod:poss"), of)
    formed = (
        noun.dep_ == "obj" and verb.lemma_.lower() in load_cues("forming") | {"join", "have"} and verb.pos_ == "VERB"
    )
    founders = join(*(name_sides(article, s) for s in find_subjects(verb))) if formed else ()
    with_verb = join(*(name_sides(article, t) for t in find_with(verb, "with"))) if formed else ()
    joined = [c for c in noun.subtree if c.dep_ == "acl:relcl" and c.lemma_ == "join"]
    joiners = join(*(name_sides(article, s) for c in joined for s in find_subjects(c)))
    if noun.dep_.startswith("nsubj") and verb.lemma_.lower() in load_cues("composed"):
        joiners = join(joiners, *(name_sides(article, o) for o in find_objects(verb)))
    led = [c for c in noun.children if c.dep_ == "acl" and c.lemma_.lower() in load_cues("leading")]
    joiners = join(joiners, *(name_sides(article, t) for c in led for t in find_with(c, "by")))
    leaders = tuple(
        p
        for c in noun.children
        if c.i < noun.i and c.dep_ in ("amod", "compound", "acl")
        for p in list_inside(article, c)
    )
    inside: tuple[str, ...] = ()
    if has_case(noun, "in", "inside", "within") and noun.dep_.startswith("obl"):
        inside = tuple(n for n in name_sides(article, find_grammatical_subject(verb)))
        inside = inside if len(join(inside, of)) > 1 else ()
    parties = join(founders, of, with_verb, joiners, leaders if formed else (), inside)
    if len(parties) >= 2 and (inside or is_real(verb if formed else noun)):
        tie: Tie = "none" if is_refused(noun) else "alliance"
        yield Bond(parties, tie, noun, 0.6, f"coalition: {noun.text!r}")
