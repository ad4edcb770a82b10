"""Control: who holds, gained, lost or claims a place, by what the text or a source in it says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.captures import is_opened, load_verbs, read_opened, read_verb
from tocsin.coding.claims import read_besieging, read_claim
from tocsin.coding.clauses import (
    find_child,
    find_modals,
    find_objects,
    find_obliques,
    has_case,
    is_future,
    is_negated,
    take_clause,
    take_sentence,
)
from tocsin.coding.control_words import load_words
from tocsin.coding.dates import find_when, resolve_date
from tocsin.coding.entries import read_coming, read_gains
from tocsin.coding.event_modes import read_telling
from tocsin.coding.event_roles import name_owner
from tocsin.coding.grips import (
    read_capture,
    read_epithet,
    read_fight,
    read_grip,
    read_leaving,
    read_stronghold,
)
from tocsin.coding.holds import Hold
from tocsin.coding.relations import find_base
from tocsin.coding.repeats import find_headline
from tocsin.coding.sparing import read_each
from tocsin.coding.standings import read_flag, read_lapse, read_mastery, read_owned, read_standing
from tocsin.records.coding import Control, Statement, name_record
from tocsin.records.frozen import take_span

LONG_SENTENCE = 260
# Words of a name that may be no name in a headline.
MANY = 3
SILENT = frozenset({"PUNCT", "DET", "CCONJ", "SCONJ", "PART", "SYM", "NUM", "SPACE"})


def code_control(article: Article, statements: Sequence[Statement]) -> list[Control]:
    """The control of places that an article tells, in the order of the text; told twice is coded once."""
    headline = find_headline(article.document.text)
    told = sorted(article.doc, key=lambda token: token.idx < headline)
    found: list[Control] = []
    for record in read_each(told, lambda token: list_control(article, token)):
        if record.evidence.end <= headline and not is_named(record, article.document.text[headline:]):
            continue
        if not any(_is_same(record, earlier) for earlier in found):
            found.append(record)
    return sorted(found, key=lambda record: record.evidence.start)


def is_named(record: Control, text: str) -> bool:
    """Whether a headline names a place, and a holder whom the text below names too: capitals there mislead the tree."""
    holder = record.holder or ""
    return record.place.lower() != record.place and (not holder.istitle() or holder.count(" ") < MANY or holder in text)


def list_control(article: Article, token: Token) -> Iterator[Control]:
    """The records of what one word tells."""
    quoted = article.find_quotation(token) is not None
    for hold in list_holds(article, token):
        if quoted and not hold.holder.name[:1].isupper() and not hold.holder.acts_for:
            continue
        if is_civil(hold.holder.name):
            continue
        owner = name_owner(hold.holder)
        irregular = hold.holder.name.split()[-1].lower() in load_words("irregulars")
        if owner is not hold.holder and not irregular:
            # "Russian forces" hold it for Russia.
            hold = replace(hold, holder=replace(hold.holder, acts_for=owner.name))
        yield record_hold(article, hold)


def is_civil(name: str) -> bool:
    """Whether a holder without a name is a lot of firms, parties or the like, who take over nothing by arms."""
    head = name.partition(" of ")[0].split()[-1]
    singular = f"{head[:-3]}y" if head.endswith("ies") else head.removesuffix("s")
    return head[:1].islower() and bool({head, singular} & load_words("civil"))


def list_holds(article: Article, token: Token) -> Iterator[Hold]:
    """What one word, with what hangs on it, tells of the control of places."""
    if token.pos_ in SILENT:
        return
    if (
        token.lower_.split("-")[-1] in load_words("held")
        and token.dep_ in ("amod", "compound")
        and token.head.i > token.i
    ):
        yield from read_epithet(article, token)
    elif token.lemma_.lower() in load_words("fights_on") and find_obliques(token, "between"):
        yield from read_fight(article, token)
    elif token.pos_ == "VERB":
        if find_base(token) not in load_verbs():
            return
        if is_negated(token):
            if is_no_longer(token):
                yield from read_no_longer(article, token)
        elif is_opened(token):
            yield from read_opened(article, token)
        elif is_tried(article, token):
            yield from read_try(article, token)
        elif is_told(article, token):
            yield from read_verb(article, token)
            yield from read_standing(article, token)
    elif token.lemma_.lower() in load_words("presences") and (lapses := list(read_lapse(article, token))):
        yield from lapses
    elif token.lemma_.lower() in load_words("flags") and token.dep_.startswith("nsubj"):
        yield from read_flag(article, token)
    elif token.lemma_.lower() in load_words("masters"):
        yield from read_mastery(article, token)
    elif token.pos_ in ("PROPN", "PRON") and find_child(token, "cop") is not None:
        yield from read_owned(article, token)
    elif token.lemma_.lower() in load_words("fights_on"):
        yield from read_fight(article, token)
    elif token.lemma_.lower() in load_words("grips"):
        yield from read_grip(article, token)
    elif token.lemma_.lower() in load_words("sieges") and not token.dep_.startswith("nsubj"):
        yield from read_besieging(article, token)
    elif token.lemma_.lower() in load_words("claim_nouns"):
        yield from read_claim(article, token)
    elif token.lemma_.lower() in load_words("strongholds"):
        yield from read_stronghold(article, token)
    elif token.lemma_.lower() in load_words("captures") | load_words("losses"):
        yield from read_capture(article, token)
    elif token.lemma_.lower() in load_words("entries"):
        yield from read_coming(article, token)
    elif token.lower_ in load_words("gains_made") and token.head.lemma_.lower() not in load_words("undoes"):
        yield from read_gains(article, token)
    elif token.lemma_.lower() in load_words("leavings"):
        yield from read_leaving(article, token)


def is_tried(article: Article, verb: Token) -> bool:
    """Whether a verb is what somebody tries or threatens to do: "are fighting to retake the town"."""
    trying = verb.head
    if verb.dep_ not in ("xcomp", "advcl") or verb.tag_ != "VB" or trying.lemma_.lower() not in load_words("tries"):
        return False
    telling = read_telling(article, trying)
    return telling is not None and telling.mode != "planned" and not is_negated(trying)


def is_no_longer(verb: Token) -> bool:
    """Whether a verb is denied for now only: "no longer controls"."""
    return any(c.lower_ == "longer" for c in verb.children)


def read_no_longer(article: Article, verb: Token) -> Iterator[Hold]:
    """Who no longer holds a place has lost it; "holds no town any longer" names none."""
    for hold in read_verb(article, verb):
        if hold.change == "holds" and not any(c.lower_ == "any" for o in find_objects(verb) for c in o.children):
            yield replace(hold, change="lost", why=f"no longer {hold.why}")


def read_try(article: Article, verb: Token) -> Iterator[Hold]:
    """A place that somebody tries to take or to keep is contested by them."""
    for hold in read_verb(article, verb):
        if hold.change in ("gained", "holds") and hold.holder.type != "person" and hold.place != "ground":
            yield replace(hold, change="contested", why=f"{verb.head.text} to {hold.why}", certainty=0.55)


def is_told(article: Article, verb: Token) -> bool:
    """Whether what a verb says of a place is told as done: by itself, as a claim, or as what one was made to do."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "claim":
        return True
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and has_case(verb, "before"):
        # "Took the hill before losing it again".
        return verb.head.tag_ in ("VBD", "VBN") and is_told(article, verb.head)
    governor = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in load_words("brings_about") else verb
    if is_presupposed(verb):
        return True
    telling = read_telling(article, governor)
    return telling is not None and telling.mode != "planned" and not is_negated(governor)


def is_presupposed(verb: Token) -> bool:
    """Whether a verb only says which place is meant, whatever is told of it: "to visit the zones that X holds"."""
    if is_negated(verb) or find_modals(verb) or is_future(verb) or any(c.tag_ == "TO" for c in verb.children):
        return False
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN" and bool(find_obliques(verb, "by"))
    return verb.dep_ == "acl:relcl" and verb.tag_ in ("VBZ", "VBP", "VBD", "VBN")


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
    if record.change != earlier.change or not _is_same_place(record.place.lower(), earlier.place.lower()):
        return False
    holders = {record.holder, record.on_behalf_of} & {earlier.holder, earlier.on_behalf_of} - {None}
    one, other = record.holder or "", earlier.holder or ""
    unnamed = one[:1].islower() or other[:1].islower()
    return bool(holders) or (unnamed and one.rpartition(" ")[2] == other.rpartition(" ")[2])


def _is_same_place(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")
