"""Commitments: the ties between parties that a text states, or says are absent."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, load_cues
from tocsin.coding.clauses import take_sentence
from tocsin.coding.excepted import split_excepted
from tocsin.coding.loose import list_loose
from tocsin.coding.memberships import list_memberships
from tocsin.coding.mutual import judge_promise
from tocsin.coding.pacts import list_pacts
from tocsin.coding.repeats import find_headline
from tocsin.coding.sparing import read_each
from tocsin.records.coding import Commitment, Statement, name_record
from tocsin.records.frozen import take_span

SILENT = frozenset({"DET", "SYM", "PUNCT", "SPACE", "CCONJ", "SCONJ", "PART"})  # words that tell of no tie


def code_commitments(article: Article, statements: Sequence[Statement]) -> list[Commitment]:
    """The commitments of an article in the order of the text; a tie of the same parties told twice is coded once."""
    telling = [token for token in article.doc if token.pos_ not in SILENT]
    members = list(read_each(telling, lambda token: list_memberships(article, token)))
    pacts = list(read_each(telling, lambda token: list_pacts(article, token)))
    loose = list(read_each(telling, lambda token: list_loose(article, token)))
    parted = [
        bond for found in add_loose([*members, *pacts], loose) for bond in split_excepted(article, judge_promise(found))
    ]
    told = [bond for found in parted if (bond := drop_nobodies(found)) is not None]
    return [write_commitment(article, bond) for bond in drop_same(told, find_headline(article.document.text))]


def drop_nobodies(bond: Bond) -> Bond | None:
    """A tie without parties that only a common noun stands for ("troops", "men"); None where one is left alone."""
    bare = load_cues("told_sides") | load_cues("delegates") - load_cues("warring")
    one = load_cues("collectives")
    named = tuple(p for p in bond.parties if " " in p or p in one or not {p.lower(), *name_singular(p.lower())} & bare)
    if named == bond.parties or len(bond.parties) == 1 or bond.tie == "membership":
        return bond
    return replace(bond, parties=named) if len(named) > 1 else None


def name_singular(word: str) -> tuple[str, ...]:
    """What a plural may be the plural of."""
    return word.removesuffix("s"), word.removesuffix("ies") + "y", word.replace("men", "man")


def add_loose(bonds: Sequence[Bond], loose: Sequence[Bond]) -> list[Bond]:
    """Ties with those told in other words, where their sentence has not told the same already; stated ones first."""
    told = list(bonds)
    for bond in sorted(loose, key=lambda b: b.passing):
        told = [o for o in told if bond.passing or not is_part(o, bond)]
        if is_new(bond, told) and not (bond.passing and is_taken_up(bond, told)):
            told.append(bond)
    return told


def is_part(bond: Bond, other: Bond) -> bool:
    """Whether a tie is one that another of its sentence tells with more parties, or as a promise of defence."""
    beside = bond.token.sent.start == other.token.sent.start
    ties = (bond.tie, other.tie)
    fuller = ties == ("agreement", "agreement") and set(bond.parties) < set(other.parties)
    return beside and (fuller or (ties == ("agreement", "defence") and set(bond.parties) <= set(other.parties)))


def is_taken_up(bond: Bond, others: Sequence[Bond]) -> bool:
    """Whether a deal that names no sides of its own may be one that the text has told: none of another year."""
    deals = [o for o in others if o.tie in ("agreement", "none")]
    return bool(deals) and not any(word.isdigit() for word in bond.words)


def is_new(bond: Bond, others: Sequence[Bond]) -> bool:
    """Whether no other tie of its sentence is of the same kind, or of the same parties and more than spoken of."""
    beside = [o for o in others if o.token.sent.start == bond.token.sent.start]
    alone = len(bond.parties) == 1
    if alone and any(bond.parties[0] in o.parties for o in beside):
        return False
    rivals = [o for o in beside if "membership" not in (o.tie, bond.tie) and not o.passing]
    same = any(o.tie == bond.tie for o in beside)
    return not same and not any(len({*o.parties} & {*bond.parties}) > 1 for o in rivals)


def drop_same(bonds: Sequence[Bond], headline: int = 0) -> list[Bond]:
    """Bonds without those whose parties all stand in an earlier one, or a fuller one of the sentence, of their kind.

    What the headline (up to that offset) says is kept only where the text below does not.
    """
    kept: list[Bond] = []
    for bond in sorted(bonds, key=lambda b: rank_bond(b, headline)):
        told_below = bond.token.idx < headline and any(set(bond.parties) <= set(o.parties) for o in kept)
        if not told_below and not any(is_same(bond, other) for other in kept):
            kept.append(bond)
    return sorted(kept, key=lambda b: b.token.i)


def rank_bond(bond: Bond, headline: int) -> tuple[bool, bool, int, int, int]:
    """Where a tie stands among all: the headline last, then by sentence, stated ties and long lists first."""
    return bond.token.idx < headline, bond.passing, bond.token.sent.start, -len(bond.parties), bond.token.i


def is_same(bond: Bond, other: Bond) -> bool:
    """Whether two ties are one: of a kind, with no party that the other lacks, and no two deals told apart by words."""
    if not set(bond.parties) <= set(other.parties):
        return False
    if bond.tie != other.tie:
        # The memorandum in which a promise of defence stands is that promise.
        beside = bond.token.sent.start == other.token.sent.start
        return beside and bond.passing and other.tie in ("defence", "none", "alliance")
    dated = any(word.isdigit() for word in bond.words | other.words)
    if dated and bond.words and other.words:
        return bool(bond.words & other.words)
    return bond.tie != "agreement" or bond.passing or other.passing or is_retold(bond.token, other.token)


def is_retold(token: Token, other: Token) -> bool:
    """Whether two sentences tell of one deal: they share half of what it is about, or one says nothing of that."""
    words, others = list_content(token), list_content(other)
    return 2 * len(words & others) >= min(len(words), len(others))


def list_content(token: Token) -> frozenset[str]:
    """The words that say what a deal is about: of all behind it, nouns that are neither names nor words for deals."""
    nouns = [t for t in token.sent if t.pos_ == "NOUN" and t.i > token.i and not t.ent_type_]
    return frozenset(t.lemma_.lower() for t in nouns) - load_cues("deal_nouns") - load_cues("told_sides")


def write_commitment(article: Article, bond: Bond) -> Commitment:
    """The record of a bond."""
    evidence = take_span(article.document.text, *take_sentence(bond.token))
    return Commitment(
        id=name_record("commitment", article.document.id, evidence, bond.tie, *sorted(bond.parties)),
        document=article.document.id, evidence=evidence, certainty=bond.certainty, why=bond.why,
        parties=bond.parties, tie=bond.tie,
    )  # fmt: skip
