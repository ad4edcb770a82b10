"""Standing: deals that a text speaks of as there without saying, in the same breath, whose they are."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.accords import find_makers, tell_apart
from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, find_with, is_real, is_refused, join, load_cues
from tocsin.coding.clauses import has_case, is_negated
from tocsin.coding.company import PAIR, list_company, name_sides
from tocsin.coding.repeats import find_headline
from tocsin.coding.sides import list_sides
from tocsin.coding.treaties import is_contrast, is_only_planned, is_treaty, judge_standing

UNFINISHED = frozenset({"negotiate", "discuss", "draft", "seek", "finalise", "finalize", "prepare"})
POINTERS = ("the", "this", "that", "their", "its", "his")


def read_spoken_of(article: Article, noun: Token) -> Iterator[Bond]:
    """ "The truce is holding": a deal of the two sides that the text is about, if it names none beside it."""
    one_sided = any(c.lower_ in ("unilateral", "own") for c in noun.children)
    if one_sided or noun.pos_ == "PROPN" or not is_treaty(noun) or is_contrast(noun) or is_only_planned(noun):
        return
    beside = list_beside(article, noun)
    aside = load_cues("commenting") | load_cues("brokering")
    if noun.dep_ == "obj" and noun.head.lemma_.lower() in aside and not beside:
        # Who welcomes or brokers a deal is none of its sides.
        return
    parties = join(list_sides(article, noun), beside)
    if len(beside) < PAIR and article.find_quotation(noun) is not None:
        return
    if not (is_there(noun) or (is_means(noun) and len(parties) >= PAIR)):
        return
    if not parties and noun.lemma_.lower() not in load_cues("truces"):
        return
    parties = find_makers(article, noun, parties)
    if len(parties) >= PAIR and noun.idx > find_headline(article.document.text):
        yield Bond(parties, judge_standing(noun), noun, 0.5, f"spoken of: {noun.text!r}", tell_apart(noun), True)


def list_beside(article: Article, noun: Token) -> tuple[str, ...]:
    """The sides behind a deal and behind the clause that tells of it: "the deal reached with separatists"."""
    clauses = [c for c in noun.children if c.dep_ in ("acl", "acl:relcl") and c.i > noun.i]
    made = [noun.head] if noun.dep_ == "obj" and noun.head.lemma_.lower() in load_cues("dealing") else []
    behind = [t for h in (noun, *made, *clauses) for t in find_with(h, "with", "between", "among")]
    told = [n for c in clauses if c.lemma_.lower() in load_cues("dealing") for n in list_company(article, c)]
    return join(told, *(name_sides(article, t) for t in behind))


def is_means(noun: Token) -> bool:
    """Whether a deal is what something was done by: "ended the war with a pact"."""
    done = noun.head.tag_ in ("VBD", "VBN") and noun.head.lemma_.lower() in load_cues("done_by_deal")
    return done and has_case(noun, "with", "in", "by", "through") and is_real(noun.head)


def is_there(noun: Token) -> bool:
    """Whether a deal is pointed to as one that there is, or said to hold, to begin or to be kept."""
    pointed = any(c.lower_ in POINTERS for c in noun.children)
    clauses = [c for c in noun.children if c.dep_ in ("acl", "acl:relcl")]
    words = [noun.head, *clauses]
    named = noun.head.lemma_.lower() in load_cues("naming") | load_cues("dealing") and noun.dep_.startswith("ob")
    if named and not is_real(noun.head):
        return False
    if is_refused(noun) or is_negated(noun.head) or noun.head.lemma_.lower() in UNFINISHED:
        return False
    if noun.head.tag_ == "VBG" and has_case(noun.head, "for", "without", "of", "on"):
        return False
    held = any(w.lemma_.lower() in load_cues("holding") | load_cues("keeping") | load_cues("dealing") for w in words)
    return pointed or held
