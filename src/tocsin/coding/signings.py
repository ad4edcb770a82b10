"""Signings: what sides put their names to, took up or settled, whatever the paper is called."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tocsin.coding.accords import find_makers
from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, find_with, is_real, join, load_cues, load_frames
from tocsin.coding.clauses import find_child, find_objects, find_subjects, is_negated, phrase_of
from tocsin.coding.company import PAIR, list_company, name_sides
from tocsin.coding.deals import is_failed, is_signed_there, is_talked_of
from tocsin.records.coding import Tie

MOST = 8


def read_signing(article: Article, verb: Token) -> Iterator[Bond]:
    """ "X and Y initialled the text", "put their names to", "agreed on a timetable with Z", "recognised each other"."""
    paper = find_paper(verb)
    if paper is None:
        return
    parties = list_company(article, verb)
    parties = join(*(name_sides(article, o) for o in find_objects(verb) if paper.i < o.i < verb.i), parties)
    known = paper.lemma_.lower() in load_cues("deal_nouns") and verb.lemma_.lower() in load_cues("signing")
    tie = judge_signing(verb)
    many = paper.text[:1].isupper() and paper.lemma_.lower() in load_cues("treaties_of_many")
    if len(parties) == 1 and many and tie == "agreement" and verb.lemma_.lower() in load_cues("joining_in"):
        # "Acceded to the Chemical Weapons Convention": a treaty of many stands for the others.
        parties = join(parties, (phrase_of(paper).removeprefix("the "),))
    if known and len(parties) < PAIR:
        parties = find_makers(article, paper, parties)
    named = any(name[:1].isupper() for name in parties)
    if tie is not None and named and PAIR <= len(parties) <= MOST:
        yield Bond(parties, tie, verb, 0.6, f"signed: {verb.text!r} {paper.text!r}")


def read_mended(article: Article, noun: Token) -> Iterator[Bond]:
    """ "X has normalised relations with Y", where the tree makes "normalised" a word of "relations"."""
    verb = noun.head
    mended = any(c.tag_ == "VBN" and c.lemma_.lower() in load_cues("relating") for c in noun.children if c.i < noun.i)
    bare = not any(c.dep_ == "det" for c in noun.children)
    if not mended or not bare or noun.dep_ != "obj" or verb.lemma_.lower() != "have" or not is_real(verb):
        return
    parties = join(*(name_sides(article, t) for t in (*find_subjects(verb), *find_with(noun, "with", "between"))))
    if len(parties) >= PAIR:
        tie: Tie = "none" if is_negated(verb) else "agreement"
        yield Bond(parties, tie, noun, 0.6, f"mended: {noun.text!r}")


def judge_signing(verb: Token) -> Tie | None:
    """Whether a paper was signed, or kept from being so; None where that is only planned, wished for or denied."""
    if is_failed(verb) or verb.lemma_.lower() == "withhold":
        return "none"
    if is_yet_to(verb):
        return "none"
    if is_talked_of(verb) or not (is_real(verb) or is_signed_there(verb)):
        return None
    return "none" if is_negated(verb) else "agreement"


def is_yet_to(verb: Token) -> bool:
    """Whether an act is still outstanding: "have yet to sign"."""
    before = {t.lower_ for t in verb.doc[max(verb.i - 3, 0) : verb.i]}
    return {"yet", "to"} <= before and not is_negated(verb)


@cache
def list_signing() -> frozenset[str]:
    """The verbs that may tell of a paper."""
    lists = ("signing", "undertaking", "accepting", "naming", "relating")
    return frozenset(load_frames("settling")).union(*(load_cues(name) for name in lists))


def find_paper(verb: Token) -> Token | None:
    """What is signed, taken up or settled; None where the verb tells of no deal."""
    lemma = verb.lemma_.lower()
    if lemma not in list_signing():
        return None
    objects = find_objects(verb)
    if all(o.i < verb.i for o in objects) and (deal := find_deal_subject(verb)) is not None:
        return deal
    if lemma in load_cues("signing") and (objects or lemma != "sign"):
        return next((o for o in objects if o.lemma_.lower() not in load_cues("no_papers")), None)
    if lemma in load_cues("undertaking"):
        return find_child(verb, "xcomp")
    if lemma in load_cues("accepting"):
        return next((o for o in objects if o.lemma_.lower() in load_cues("deal_nouns") | load_cues("papers")), None)
    if lemma in load_cues("naming"):
        named = any(o.lemma_.lower() in ("name", "signature", "initial", "pen") for o in objects)
        return next(iter(find_with(verb, "to", "on", "under")), None) if named or lemma == "sign" else None
    if lemma in load_cues("relating") and (tied := find_relations(objects)) is not None:
        return tied
    prepositions = load_frames("settling").get(lemma, frozenset())
    settled = next(iter(find_with(verb, *prepositions)), None) if prepositions else None
    vague = load_cues("no_terms") | load_cues("meeting")
    traded = any(t.lemma_.lower() in ("return", "exchange") for t in find_with(verb, "in"))
    return settled if settled is not None and (traded or settled.lemma_.lower() not in vague) else None


def find_deal_subject(verb: Token) -> Token | None:
    """The deal in "the deal struck with Iran obliges", which some trees make the subject of "struck"."""
    subject = find_child(verb, "nsubj")
    known = subject is not None and subject.lemma_.lower() in load_cues("deal_nouns")
    return subject if known and verb.lemma_.lower() in load_cues("signing") else None


def find_relations(objects: list[Token]) -> Token | None:
    """The relations that two sides enter or mend: "full ties", "each other", "peace"."""
    return next(
        (o for o in objects if o.lemma_.lower() in load_cues("relations") or o.lower_ in ("each", "one", "peace")), None
    )
