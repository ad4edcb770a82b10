"""Clauses of the tree: who does what to whom, under which condition, denied or not. Pure functions on spaCy tokens."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "without", "cannot"})
CONDITION_WORDS = frozenset({"if", "unless", "provided", "providing"})
INVERTED = frozenset({"should", "were", "had"})
RELATIVES = frozenset({"WP", "WDT", "WP$"})
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "offer", "swear", "use", "take", "need", "have"})
AFTER_PHRASE = frozenset(
    {"acl:relcl", "acl", "parataxis", "appos", "punct", "cc", "conj", "dep", "advcl", "cop", "nsubj", "case", "mark", "obl", "aux", "ccomp"}
)
STEPS_UP = 6


def list_conjuncts(token: Token) -> list[Token]:
    """The members of the coordinated list that `token` heads, itself first; `[token]` where there is no list."""
    found = [token]
    for member in found:
        found.extend(c for c in member.children if c.dep_ == "conj" and c.i > member.i and c not in found)
    return sorted(found, key=lambda t: t.i)


def find_child(token: Token, *relations: str) -> Token | None:
    """The first child of `token` with one of the relations; a relation covers its subtypes ("obl" covers "obl:agent")."""
    return next((c for c in token.children if c.dep_ in relations or c.dep_.split(":")[0] in relations), None)


def is_predicate(token: Token) -> bool:
    """Whether `token` heads a clause: a verb, or a noun, adjective or preposition with a copula or a subject."""
    return token.pos_ == "VERB" or any(c.dep_ == "cop" or c.dep_ in SUBJECTS for c in token.children)


def is_passive(verb: Token) -> bool:
    """Whether the grammatical subject of `verb` undergoes the act; a participle after its noun counts ("sanctions imposed by")."""
    if any(c.dep_ in ("nsubj:pass", "csubj:pass", "aux:pass") for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return verb.dep_ == "conj" and verb.tag_ == "VBN" and not _has_subject(verb) and is_passive(verb.head)
    return verb.dep_ == "acl" or any(_has_case(c, "by") and c.dep_.startswith("obl") for c in verb.children)


def find_subjects(verb: Token) -> list[Token]:
    """Heads of the noun phrases that do what `verb` says: mostly one, the first of a list (`Cast.who` opens lists).

    A passive gives its by-agent, and nothing where it has none. The subject is looked for through coordination,
    infinitives, participles and relative clauses; relative pronouns are replaced by what they stand for.
    """
    if is_passive(verb):
        return _find_agents(verb)
    subject = find_grammatical_subject(verb)
    return [subject] if subject is not None else []


def find_objects(verb: Token) -> list[Token]:
    """Heads of the noun phrases that undergo what `verb` says: its objects, or the subject of a passive."""
    if is_passive(verb):
        subject = find_grammatical_subject(verb)
        undergoes = [subject] if subject is not None else []
        return undergoes + [c for c in verb.children if c.dep_ == "obj"]
    found = [_open_relative(c) for c in verb.children if c.dep_ in ("obj", "iobj") and c.i != verb.i]
    if not found and verb.dep_ == "acl:relcl" and _has_subject(verb) and _is_gapped(verb):
        found = [verb.head]
    if not found and verb.dep_ == "conj" and verb.i > verb.head.i and not _has_subject(verb):
        found = []
    if not found:
        shared = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and not _has_subject(c)]
        found = [o for c in shared[:1] for o in c.children if o.dep_ == "obj" and not _has_words_between(verb, c)]
    return found


def find_grammatical_subject(verb: Token) -> Token | None:
    """The subject of the clause of `verb`, own or shared; of a passive it is what undergoes the act."""
    for _ in range(STEPS_UP):
        own = _find_own_subject(verb)
        if own is not None:
            return _open_relative(own, verb)
        governor = _find_governor(verb)
        if governor is None or not is_predicate(governor):
            return governor
        verb = governor
    return None


def _find_own_subject(verb: Token) -> Token | None:
    """The subject of the clause itself; of two that the tree gives before the verb, the nearer one."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.lower_ != "there"]
    before = [c for c in subjects if c.i < verb.i and c.dep_ != "nsubj:outer"]
    return before[-1] if before else subjects[0] if subjects else None


def find_obliques(token: Token, *prepositions: str) -> list[Token]:
    """What hangs on `token` by one of the prepositions: nouns ("against Iran") and gerunds ("against sending troops").

    Without prepositions given, all of them.
    """
    return [
        c
        for c in token.children
        if c.dep_.split(":")[0] in ("obl", "nmod", "advcl", "acl", "ccomp", "xcomp")
        and (_has_case(c, *prepositions) if prepositions else any(k.dep_ == "case" for k in c.children))
    ]


def find_modals(token: Token) -> tuple[str, ...]:
    """The modal verbs of a clause in lower case ("will", "would", "may", "must"); a coordinated verb shares them."""
    own = tuple(_write_modal(c.lower_) for c in token.children if c.dep_ == "aux" and c.tag_ == "MD")
    if not own and token.dep_ == "conj" and token.tag_ == "VB" and not _has_subject(token):
        return find_modals(token.head)
    return own


def is_negated(token: Token) -> bool:
    """Whether `token` is denied: "not", "never", "no" or "without" on it or on its auxiliary ("no longer" included).

    Verbs that deny what follows them (refuse, rule out) are left to the caller. A coordinated verb with "nor" counts;
    one with "and" or "but" does not share the negation.
    """
    for child in token.children:
        if child.lower_ in NEGATIONS and child.dep_ in ("advmod", "det", "case", "mark", "cc", "cc:preconj", "aux", "neg"):
            return True
        if child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children):
            return True
        if child.dep_ in ("aux", "cop") and any(c.lower_ in NEGATIONS for c in child.children):
            return True
    return False


def find_condition(token: Token) -> Token | None:
    """The head of the clause that states the condition of `token`: if, unless, provided, in case, "should X attack".

    A condition may hang on `token`, on a verb coordinated with it, or on the verb that `token` complements.
    """
    for _ in range(STEPS_UP):
        for child in token.children:
            if is_condition(child):
                return child
        if token.dep_ not in ("conj", "xcomp", "aux", "cop", "obj") or token.head.i == token.i:
            return None
        token = token.head
    return None


def is_condition(clause: Token) -> bool:
    """Whether the clause headed by `clause` states a condition."""
    if clause.dep_.split(":")[0] not in ("advcl", "ccomp", "parataxis", "obl", "acl", "conj"):
        return False
    for child in clause.children:
        if child.dep_ in ("mark", "case", "advmod") and child.lower_ in CONDITION_WORDS:
            return child.lower_ != "if" or not any(c.lower_ in ("even", "as") for c in child.lefts)
        if child.dep_ in ("mark", "case", "fixed") and child.lower_ == "in" and "case" in {c.lower_ for c in child.subtree}:
            return True
        if child.lower_ in INVERTED and child.dep_.split(":")[0] in ("aux", "cop") and clause.dep_ == "advcl":
            return any(c.dep_ in SUBJECTS and c.i > child.i for c in clause.children)
    return False


def is_in_condition(token: Token) -> bool:
    """Whether `token` stands inside a clause that states a condition."""
    return is_condition(token) or any(is_condition(above) for above in token.ancestors)


def is_conditional(token: Token) -> bool:
    """Whether what `token` says is not asserted: it is a condition, has one, or stands under would, could or might."""
    return (
        is_in_condition(token)
        or find_condition(token) is not None
        or bool({"would", "could", "might"} & set(find_modals(token)))
    )


def is_future(token: Token) -> bool:
    """Whether the clause of `token` tells of what is to come: will, shall, "is to", "is going to", "is set to"."""
    if {"will", "shall", "'ll", "’ll"} & set(find_modals(token)):
        return True
    return token.dep_ == "xcomp" and token.head.lemma_ in ("go", "set", "be", "due", "plan", "expect", "about")


def list_subtree(token: Token, drop: Sequence[str] = ()) -> list[Token]:
    """The tokens under `token` in order, without the subtrees that hang by one of the relations in `drop`."""
    left_out: set[int] = set()
    for child in token.children:
        if child.dep_ in drop or child.dep_.split(":")[0] in drop:
            left_out.update(t.i for t in child.subtree)
    return [t for t in token.subtree if t.i not in left_out]


def take_clause(token: Token, drop: Sequence[str] = ()) -> tuple[int, int]:
    """Character offsets of the clause that `token` heads, from its first to its last word, marks at both ends left out."""
    return cover(list_subtree(token, drop))


def take_sentence(token: Token) -> tuple[int, int]:
    """Character offsets of the sentence of `token`, white space at both ends left out."""
    return cover(list(token.sent), keep_marks=True)


def cover(tokens: Sequence[Token], *, keep_marks: bool = False) -> tuple[int, int]:
    """Character offsets from the first to the last of `tokens`, without outer spaces (and outer marks unless kept)."""
    kept = [t for t in tokens if not t.is_space and (keep_marks or not _is_mark(t))] or list(tokens)
    return kept[0].idx, kept[-1].idx + len(kept[-1].text)


def take_phrase(token: Token) -> tuple[int, int]:
    """Character offsets of the noun phrase that `token` heads, without relative clauses, appositions and list members."""
    tokens = list_subtree(token, tuple(AFTER_PHRASE))
    return cover(_keep_unbroken(tokens, token))


def phrase_of(token: Token) -> str:
    """The words of the noun phrase that `token` heads, without relative clauses, appositions and list members."""
    start, end = take_phrase(token)
    return " ".join(token.doc.text[start:end].split())


def walk_up(token: Token) -> Iterator[Token]:
    """`token` and all above it, up to the root of its sentence."""
    yield token
    yield from token.ancestors


def tokens_between(doc: Doc, start: int, end: int) -> list[Token]:
    """The tokens of `doc` that lie between two character offsets."""
    return [t for t in doc if t.idx >= start and t.idx + len(t.text) <= end]


def _find_agents(verb: Token) -> list[Token]:
    agents = [c for c in verb.children if _has_case(c, "by") and c.dep_.startswith("obl")]
    if not agents and verb.dep_ == "conj" and not _has_subject(verb) and is_passive(verb.head):
        return _find_agents(verb.head)
    shared = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN" and not _has_subject(c)]
    return agents or [a for c in shared for a in c.children if _has_case(a, "by") and a.dep_.startswith("obl")]


def _find_governor(verb: Token) -> Token | None:
    """Where the subject of a verb without one comes from: the noun it describes, or the verb to ask next."""
    head, relation = verb.head, verb.dep_
    if head.i == verb.i or any(t.text == ";" for t in verb.doc[min(head.i, verb.i) : max(head.i, verb.i)]):
        return None
    if relation == "xcomp" and head.lemma_ not in SUBJECT_CONTROL:
        controlled = next((c for c in head.children if c.dep_ in ("obj", "iobj") and c.i < verb.i), None)
        return controlled if controlled is not None else _see_passive(head)
    if relation == "acl":
        infinitive = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
        return _find_planner(head) if infinitive else head
    if relation == "acl:relcl":
        return head if not _is_gapped(verb) or not _has_subject(verb) else None
    if relation.split(":")[0] in ("conj", "xcomp", "advcl", "parataxis", "ccomp") and is_predicate(head):
        return head
    return None


def _see_passive(head: Token) -> Token:
    """The verb whose subject an infinitive shares; under a passive ("was told to") it is what undergoes, found the same way."""
    return head


def _find_planner(noun: Token) -> Token | None:
    """Whose plan an infinitive after a noun is: its possessor ("Iran's vow to"), or the subject of the verb above."""
    owner = find_child(noun, "nmod:poss")
    if owner is not None:
        return owner
    return noun.head if noun.dep_ in ("obj", "obl", "conj") and is_predicate(noun.head) else None


def _open_relative(token: Token, verb: Token | None = None) -> Token:
    """What a relative pronoun stands for; any other token as it is."""
    clause = verb if verb is not None else token.head
    if token.tag_ not in RELATIVES and not (token.lower_ == "that" and clause.dep_ == "acl:relcl"):
        return token
    for above in walk_up(clause):
        if above.dep_ == "acl:relcl":
            return above.head
    return token


def _is_gapped(verb: Token) -> bool:
    """Whether a relative clause lacks an object, so that the noun before it is one."""
    return not any(c.dep_ in ("obj", "ccomp", "xcomp") and c.tag_ not in RELATIVES for c in verb.children)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in verb.children)


def _has_words_between(verb: Token, other: Token) -> bool:
    return any(c.dep_.split(":")[0] in ("obl", "obj", "ccomp", "xcomp") for c in verb.children)


def _has_case(token: Token, *prepositions: str) -> bool:
    for child in token.children:
        if child.dep_ in ("case", "mark"):
            words = " ".join([child.lower_, *(c.lower_ for c in child.children if c.dep_ == "fixed")])
            if words in prepositions or child.lower_ in prepositions:
                return True
    return False


def _write_modal(word: str) -> str:
    return {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would"}.get(word, word)


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.is_space


def _keep_unbroken(tokens: list[Token], head: Token) -> list[Token]:
    """The stretch of tokens around the head that no left-out words break, small marks aside."""
    kept = [head]
    for t in reversed([t for t in tokens if t.i < head.i]):
        if kept[0].i - t.i > 2:
            break
        kept.insert(0, t)
    for t in [t for t in tokens if t.i > head.i]:
        if t.i - kept[-1].i > 2:
            break
        kept.append(t)
    return kept
