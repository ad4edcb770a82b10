"""Threats: harm that a party announces, with or without a condition."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.announcements import list_announced
from tocsin.coding.article import Article
from tocsin.coding.clauses import take_sentence
from tocsin.coding.free_threats import list_free
from tocsin.coding.menace_nouns import list_named
from tocsin.coding.menaces import Menace
from tocsin.coding.said_threats import list_said
from tocsin.coding.sparing import read_each
from tocsin.coding.threat_words import load_cues
from tocsin.records.coding import Statement, Threat, name_record
from tocsin.records.frozen import take_span

SAME_WORDS = 0.6
SHORTEST = 4
FEWEST = 2
EMPTY = frozenset({"will", "would", "shall", "that", "with", "this", "they", "their", "have", "from", "unless"})


def code_threats(article: Article, statements: Sequence[Statement]) -> list[Threat]:
    """The threats of an article in the order of the text, one per threatener, told twice coded once."""
    menaces = list(read_each(article.doc, lambda token: list_told(article, token)))
    menaces += read_each(statements, lambda s: list_said(article, s), article.find_start)
    menaces += read_each(article.doc, lambda token: list_free(article, token, statements))
    threats = list(read_each(menaces, lambda m: write_threats(article, m), lambda m: m.cue))
    return drop_same(sorted(clear_joint(threats), key=lambda t: (t.evidence.start, -t.certainty)))


def list_told(article: Article, token: Token) -> list[Menace]:
    """The threats that a word announces, where they are not only what another charges."""
    announced = [*list_announced(article, token), *list_named(article, token)]
    return announced if announced and not is_charged(token) else []


def is_charged(token: Token) -> bool:
    """Whether a threat is only what another charges, fears, denies or asks."""
    return any(above.lemma_.lower() in load_cues("charging", "verbs") for above in token.ancestors)


def write_threats(article: Article, menace: Menace) -> Iterator[Threat]:
    """One record per threatener."""
    evidence = take_span(article.document.text, *take_sentence(menace.cue))
    if not (menace.condition or menace.consequence):
        return
    for who in menace.by or (None,):
        by, side = (who.name, who.acts_for) if who is not None else (None, None)
        yield Threat(
            id=name_record("threat", article.document.id, evidence, by, menace.condition, menace.consequence),
            document=article.document.id, evidence=evidence, certainty=menace.certainty, why=menace.why,
            by=by, on_behalf_of=side, to=menace.to, condition=menace.condition, consequence=menace.consequence,
        )  # fmt: skip


def clear_joint(threats: Sequence[Threat]) -> Iterator[Threat]:
    """Threats where none is meant for one that utters it too, as those of joint speakers would be."""
    joint: dict[tuple[int, str | None], set[str | None]] = {}
    for threat in threats:
        joint.setdefault((threat.evidence.start, threat.consequence), set()).add(threat.by)
    for threat in threats:
        meant = threat.to not in joint[threat.evidence.start, threat.consequence]
        yield threat if meant else threat.model_copy(update={"to": None})


def drop_same(threats: Sequence[Threat]) -> list[Threat]:
    """Threats without those that one party utters in the same sentence, or again in nearly the same words."""
    kept: list[Threat] = []
    told: dict[str | None, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for threat in threats:
        before = told[threat.on_behalf_of or threat.by]
        start, core = threat.evidence.start, take_core(threat)
        if not any(start == place or is_same(core, other) for place, other in before):
            before.append((start, core))
            kept.append(threat)
    return kept


def is_same(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two threats of one party are told in nearly the same words."""
    shorter = min(len(one), len(two))
    return shorter >= FEWEST and len(one & two) >= SAME_WORDS * shorter


def take_core(threat: Threat) -> frozenset[str]:
    """The longer words of a threat, in lower case."""
    words = f"{threat.condition or ''} {threat.consequence or ''}".lower().split()
    return frozenset(w.strip(".,;\"'“”") for w in words if len(w) >= SHORTEST) - EMPTY
