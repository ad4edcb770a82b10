"""Verbal acts that lie in what somebody says: demands ("must withdraw") and blame ("a provocation")."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import SUBJECTS, find_modals, find_subjects, is_passive
from tocsin.coding.event_types import load_cues
from tocsin.records.coding import Statement

DEONTIC = frozenset({"must", "should", "ought"})


def read_words(article: Article, statement: Statement) -> Iterator[tuple[str, tuple[Who, ...], str, float]]:
    """The verbal acts that a statement amounts to: type, targets, reason and certainty."""
    tokens = _list_tokens(article, statement)
    speaker = {name for name in (statement.speaker, statement.on_behalf_of) if name}
    demanded = find_demand(article, tokens, speaker)
    if demanded is not None:
        yield demanded
    blamed = find_blame(article, tokens, speaker)
    if blamed is not None:
        yield blamed


def find_demand(
    article: Article, tokens: list[Token], speaker: set[str]
) -> tuple[str, tuple[Who, ...], str, float] | None:
    """A demand on another: a subject that is not the speaker with must, should or "has to"."""
    for token in tokens:
        modals = DEONTIC & set(find_modals(token))
        if not modals or token.pos_ != "VERB":
            continue
        subjects = [w for s in find_subjects(token) for w in article.cast.who(s)]
        others = tuple(
            w for w in subjects if w.name not in speaker and w.acts_for not in speaker and w.type != "outlet"
        )
        named = next((c for c in token.children if c.dep_ in SUBJECTS), None)
        if named is None or (subjects and not others) or is_passive(token):
            continue
        if (
            others
            or named.lower_ in ("they", "you", "everyone", "others")
            or named.lemma_.lower() in ("power", "country", "side", "party", "world", "government")
        ):
            return "REQUEST", others, f"demand: {named.text} {min(modals)} {token.lemma_}", 0.5
    return None


def find_blame(
    article: Article, tokens: list[Token], speaker: set[str]
) -> tuple[str, tuple[Who, ...], str, float] | None:
    """Blame of another: a word of blame, and a party that is not the speaker."""
    word = next((t for t in tokens if t.lemma_.lower() in load_cues("blames") or t.lower_ in load_cues("blames")), None)
    if word is None:
        return None
    whos = [w for t in tokens for w in article.cast.who_alone(t)]
    others = tuple(
        dict.fromkeys(w for w in whos if w.name not in speaker and w.acts_for not in speaker and w.type != "outlet")
    )
    return ("ACCUSE", others[:2], f"blame: {word.text}", 0.45) if others else None


def _list_tokens(article: Article, statement: Statement) -> list[Token]:
    span = article.doc.char_span(statement.content.start, statement.content.end, alignment_mode="expand")
    return list(span) if span is not None else []
