"""Control: who holds, gained, lost or claims a place, by what the text or a source in it says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.captures import load_verbs, load_words, read_verb
from tocsin.coding.clauses import is_negated, take_clause, take_sentence
from tocsin.coding.dates import find_when, resolve_date
from tocsin.coding.event_modes import read_telling
from tocsin.coding.event_roles import name_owner
from tocsin.coding.grips import read_capture, read_claim, read_epithet, read_fight, read_grip, read_stronghold
from tocsin.coding.holds import Hold
from tocsin.coding.sparing import read_each
from tocsin.records.coding import Control, Statement, name_record
from tocsin.records.frozen import take_span

LONG_SENTENCE = 260


def code_control(article: Article, statements: Sequence[Statement]) -> list[Control]:
    """The control of places that an article tells, in the order of the text; told twice is coded once."""
    told = [token for token in article.doc if article.find_quotation(token) is None]
    found: list[Control] = []
    for record in read_each(told, lambda token: list_control(article, token)):
        if not any(_is_same(record, earlier) for earlier in found):
            found.append(record)
    return found


def list_control(article: Article, token: Token) -> Iterator[Control]:
    """The records of what one word tells."""
    for hold in list_holds(article, token):
        irregular = hold.holder.name.split()[-1].lower() in load_words("irregulars")
        yield record_hold(article, hold if irregular else replace(hold, holder=name_owner(hold.holder)))


def list_holds(article: Article, token: Token) -> Iterator[Hold]:
    """What one word, with what hangs on it, tells of the control of places."""
    if (
        token.lower_.split("-")[-1] in load_words("held")
        and token.dep_ in ("amod", "compound")
        and token.head.i > token.i
    ):
        yield from read_epithet(article, token)
    elif token.pos_ == "VERB":
        telling = read_telling(article, token) if token.lemma_.lower() in load_verbs() else None
        claimed = token.dep_ == "xcomp" and token.head.lemma_ == "claim" and token.lemma_.lower() in load_verbs()
        told = claimed or (telling is not None and telling.mode != "planned")
        if not told or is_negated(token):
            return
        yield from read_verb(article, token)
    elif token.lemma_.lower() in load_words("fights_on"):
        yield from read_fight(article, token)
    elif token.lemma_.lower() in load_words("grips"):
        yield from read_grip(article, token)
    elif token.lemma_.lower() in load_words("claim_nouns"):
        yield from read_claim(article, token)
    elif token.lemma_.lower() in load_words("strongholds"):
        yield from read_stronghold(article, token)
    elif token.lemma_.lower() in load_words("captures") | load_words("losses"):
        yield from read_capture(article, token)


def record_hold(article: Article, hold: Hold) -> Control:
    """The record of a hold; its evidence is the sentence, or the clause in a long one."""
    start, end = take_sentence(hold.token)
    if end - start > LONG_SENTENCE:
        start, end = take_clause(hold.token)
    evidence = take_span(article.document.text, start, end)
    when = find_when(hold.token)
    return Control(
        id=name_record("control", article.document.id, evidence, hold.place, hold.holder.name, hold.change),
        document=article.document.id, evidence=evidence, certainty=hold.certainty, why=f"control: {hold.why}",
        place=hold.place, holder=hold.holder.name, on_behalf_of=hold.holder.acts_for, change=hold.change,
        when=when, date=resolve_date(when, article.published),
    )  # fmt: skip


def _is_same(record: Control, earlier: Control) -> bool:
    holders = {record.holder, record.on_behalf_of} & {earlier.holder, earlier.on_behalf_of} - {None}
    return bool(holders) and record.change == earlier.change and record.place.lower() == earlier.place.lower()
