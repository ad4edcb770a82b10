"""Verbal acts that lie in what somebody says: demands ("must withdraw") and blame ("a provocation")."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    SUBJECTS,
    find_modals,
    find_obliques,
    find_subjects,
    has_case,
    is_negated,
    is_passive,
    walk_up,
)
from tocsin.coding.event_roles import find_owners
from tocsin.coding.event_types import load_cues
from tocsin.records.coding import Statement

DEONTIC = frozenset({"must", "should", "ought"})
BOUND = frozenset({"have", "need"})
WISHES = frozenset({"hope", "want", "expect", "wish", "like"})
FRAGMENT = 10
UNSURE = frozenset({"would", "could", "may", "might", "will", "can"})
Found = tuple[str, tuple[Who, ...], str, float]


def read_words(article: Article, statement: Statement) -> Iterator[Found]:
    """The verbal acts that a statement amounts to: type, targets, reason and certainty."""
    tokens = _list_tokens(article, statement)
    speaker = {name for name in (statement.speaker, statement.on_behalf_of) if name}
    demanded = find_demand(article, tokens, speaker)
    if demanded is not None:
        yield demanded
    blamed = find_blame(article, tokens, speaker) or find_charge(article, tokens, speaker)
    blamed = blamed or find_verdict(article, tokens, speaker)
    if blamed is None and statement.direct and len(tokens) <= FRAGMENT:
        blamed = find_taunt(article, tokens, speaker)
    if blamed is not None:
        yield blamed


def find_demand(article: Article, tokens: Sequence[Token], speaker: set[str]) -> Found | None:
    """A demand on another: a subject that is not the speaker with must, should, "has to", or in what is hoped for."""
    for token in tokens:
        duty = find_duty(token)
        named = next((c for c in _find_bearer(token).children if c.dep_ in SUBJECTS), None) if duty else None
        if named is None:
            continue
        if is_passive(token):
            if duty == "must" and not is_negated(token):
                return "REQUEST", (), f"demand: {named.text} {duty} be {token.text}", 0.45
            continue
        whos = [w for s in _list_subjects(token) for w in article.cast.who(s)]
        owners = [w for w in find_owners(article, named) if not whos]
        others = list_others(whos or owners, speaker)
        if (whos and not others) or (owners and not others):
            continue
        open_group = named.lower_ in ("they", "you", "everyone", "others") or named.lemma_.lower() in load_cues("bound")
        if others or (open_group and duty not in WISHES):
            return "REQUEST", others, f"demand: {named.text} {duty} {token.lemma_}", 0.5
    return None


def find_duty(token: Token) -> str:
    """The word that binds the subject of a verb: must, should, "have" in "has to", "hope" in "hope that they stop"."""
    modals = DEONTIC & set(find_modals(token)) if token.pos_ == "VERB" else set()
    if modals:
        return min(modals)
    head, marked = token.head, any(c.lower_ == "to" for c in token.children if c.dep_ == "mark")
    unmet = is_negated(head) or bool(find_modals(head)) or any(c.lower_ == "yet" for c in head.children)
    if token.dep_ == "xcomp" and head.lemma_ in BOUND and marked and not unmet:
        return head.lemma_
    wished = token.dep_ in ("ccomp", "xcomp") and head.lemma_ in WISHES and token.pos_ == "VERB"
    return head.lemma_ if wished and any(c.dep_ == "nsubj" for c in token.children) else ""


def _find_bearer(token: Token) -> Token:
    """The verb on which the subject of a demand hangs: "have" in "has to withdraw"."""
    return token.head if token.dep_ == "xcomp" and token.head.lemma_ in BOUND else token


def _list_subjects(token: Token) -> list[Token]:
    return find_subjects(_find_bearer(token))


def find_blame(article: Article, tokens: Sequence[Token], speaker: set[str]) -> Found | None:
    """Blame of another: a word of blame, and a party that is not the speaker."""
    blames = load_cues("blames")
    inside = {t.i for t in tokens}
    word = next((t for t in tokens if {t.lemma_.lower(), t.lower_} & blames and _is_laid(t)), None)
    if word is None or _only_describes(word, inside):
        return None
    others = list_others([w for t in tokens for w in article.cast.who_alone(t)], speaker)
    return ("ACCUSE", others[:2], f"blame: {word.text}", 0.45) if others else None


def _only_describes(word: Token, inside: set[int]) -> bool:
    """Whether a word stands in a relative clause of what is said, which only tells who is spoken of."""
    return any(t.dep_ == "acl:relcl" and t.head.i in inside for t in walk_up(word))


def _is_laid(word: Token) -> bool:
    """Whether a word of blame is what is said, not only what it is said in view of ("in the face of aggression")."""
    if word.dep_ == "compound" or any(c.lower_ in ("no", "such") for c in word.children):
        return False
    if word.dep_ in ("obl", "nmod") and word.pos_ == "NOUN":
        return has_case(word, "to", "with", "from")
    return True


def find_charge(article: Article, tokens: Sequence[Token], speaker: set[str]) -> Found | None:
    """A charge against another: a party that is not the speaker does what one is blamed for."""
    for token in tokens:
        lemma = token.lemma_.lower()
        finite = token.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_.startswith("aux") for c in token.children)
        if token.pos_ != "VERB" or not finite or token.tag_ == "VB" or is_negated(token):
            continue
        if UNSURE & set(find_modals(token)) or _only_describes(token, {t.i for t in tokens}):
            continue
        if lemma in load_cues("blame_acts") | load_cues("wrecking") or (
            lemma in load_cues("helps") and has_enemy(token)
        ):
            subjects = find_subjects(token)
            others = list_others([w for s in subjects for w in article.cast.who(s)], speaker)
            if not others and lemma in load_cues("wrecking") and any(s.lemma_ in load_cues("deeds") for s in subjects):
                return "ACCUSE", (), f"charge: {subjects[0].lower_} {lemma}", 0.45
            if others:
                return "ACCUSE", others[:2], f"charge: {others[0].name} {lemma}", 0.5
    return None


def find_verdict(article: Article, tokens: Sequence[Token], speaker: set[str]) -> Found | None:
    """A verdict on what another did: "the vote was illegal", "the accord is void"."""
    for token in tokens:
        if token.lemma_.lower() not in load_cues("verdict_words") or is_negated(token):
            continue
        judged = next((c for c in token.children if c.dep_ == "nsubj"), None)
        if judged is None or not any(c.dep_ == "cop" for c in token.children) or find_modals(token):
            continue
        owners = list(find_owners(article, judged)) or list(article.cast.who(judged))
        others = list_others(owners, speaker)
        if others or not owners:
            return "ACCUSE", others[:2], f"verdict: {judged.lower_} {token.lower_}", 0.45
    return None


def find_taunt(article: Article, tokens: Sequence[Token], speaker: set[str]) -> Found | None:
    """A few quoted words that blame, whoever the sentence around them is of ("spoke of 'organised piracy'")."""
    blames = load_cues("blames") | load_cues("insults") | load_cues("taunts") | load_cues("wrecking")
    word = next((t for t in tokens if {t.lemma_.lower(), t.lower_} & blames), None)
    if word is None or is_negated(word) or any(c.lower_ in ("no", "not") for c in word.children):
        return None
    if any(t.lemma_ in ("deny", "dismiss", "reject", "refute") for t in word.sent):
        return None  # the words are those of the charge that is denied
    others = list_others([w for t in word.sent for w in article.cast.who_alone(t)], speaker)
    return ("ACCUSE", others[:1], f"taunt: {word.text}", 0.45) if others else None


def has_enemy(verb: Token) -> bool:
    """Whether a verb is done for those whom nobody may help ("sheltering the gunmen")."""
    near = [*(c for c in verb.children if c.dep_ == "obj"), *find_obliques(verb, "to", "for", "with")]
    return any(t.lemma_.lower() in load_cues("enemies") for n in near for t in n.subtree)


def list_others(whos: Sequence[Who], speaker: set[str]) -> tuple[Who, ...]:
    """Those of `whos` that are not the speaker, nor speak for the same side."""
    return tuple(
        dict.fromkeys(w for w in whos if w.name not in speaker and w.acts_for not in speaker and w.type != "outlet")
    )


def _list_tokens(article: Article, statement: Statement) -> list[Token]:
    span = article.doc.char_span(statement.content.start, statement.content.end, alignment_mode="expand")
    return list(span) if span is not None else []
