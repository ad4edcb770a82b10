"""Modes of events: asserted, reported, alleged, denied, planned; and what is told as no event at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.tables import load_table
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_modals, find_subjects, is_future, is_in_condition, is_negated, walk_up
from tocsin.coding.dates import list_own
from tocsin.coding.event_types import load_cues, match_verb
from tocsin.records.coding import Mode

AFTER_FACTS = frozenset("by in after since while when following upon without".split())
UNSURE = frozenset({"would", "could", "might", "may", "should", "must", "can", "ought"})
PAST = frozenset({"after", "since", "because", "when", "while", "as"})
TO_COME = frozenset({"when", "once", "until", "unless", "till"})
OLD_YEARS = 5
EARLIEST = 1945
YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)s?\b")
# What is done once is not done since a year: that belongs to somebody's description ("Greece, a member since 1981").
SINCE = re.compile(r"\bsince ((19|20)\d\d|[A-Z][a-z]+ (19|20)\d\d)\b")
LONG_AGO = re.compile(r"\b(centur(y|ies)|decades?|World War|Cold War|Soviet era|Middle Ages|historically|ancient)\b")


@dataclass(frozen=True)
class Telling:
    """How the text tells an act: its mode, and who tells it where the text itself does not."""

    mode: Mode
    reported_by: Who | None = None
    quoted: bool = False
    verb: str = ""


@dataclass(frozen=True)
class Act:
    """An act of one or several actors; no actors for an attack that nobody is named as the author of."""

    type: str
    verb: Token
    doers: tuple[Who, ...]
    targets: tuple[Who, ...]
    telling: Telling
    why: str
    certainty: float


@cache
def load_speaking() -> frozenset[str]:
    """Verbs that report what somebody says, one word each."""
    return frozenset(v.split()[0] for row in load_table("communication")["class"] for v in row["verbs"])


def read_telling(article: Article, verb: Token, allowed: frozenset[str] = frozenset()) -> Telling | None:
    """How the act of `verb` is told; None where it is not told as done, under way or decided.

    Modal verbs in `allowed` do not make it untold.
    """
    if (
        is_in_condition(verb)
        or _is_whether(verb)
        or _is_only_spoken_of(verb)
        or (UNSURE - allowed) & set(find_modals(verb))
    ):
        return None
    reporter: Token | None = None
    told_itself = False
    for token in _list_governed(verb):
        head = token.head
        told_itself = told_itself or _tells_itself(token)
        if token.dep_.split(":")[0] in ("xcomp", "ccomp", "csubj", "advcl", "acl", "obl", "parataxis"):
            stop = _judge_governor(token, head)
            if stop is None and not told_itself:
                return None
            if stop == "said" and reporter is None:
                reporter = head
    if reporter is None:
        reporter = _find_tag(verb)
    speakers = _find_speakers(article, reporter) if reporter is not None else ()
    mode: Mode = (
        "planned" if is_future(verb) or _is_settled(verb) else "reported" if reporter is not None else "asserted"
    )
    quoted = article.find_quotation(verb) is not None
    return Telling(
        mode, speakers[0] if speakers else None, quoted, reporter.lemma_.lower() if reporter is not None else ""
    )


def _list_governed(verb: Token) -> Iterator[Token]:
    """`verb` and the heads above it up to the root, each with the relation that it hangs by."""
    for token in walk_up(verb):
        if token.head.i != token.i:
            yield token


def _judge_governor(token: Token, head: Token) -> str | None:
    """ "said" under a verb of saying, "told" where nothing changes, None where what hangs there is not told as done."""
    relation = token.dep_.split(":")[0]
    lemma = head.lemma_.lower()
    if relation in ("advcl", "acl", "obl", "nmod", "ccomp", "xcomp") and _is_only_spoken_of(token):
        return None
    marked_to = any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children)
    if marked_to and relation in ("acl", "xcomp", "advcl") and _is_announced(token, head):
        return "told"
    if relation == "xcomp" and marked_to and lemma in load_cues("telling") and _is_perfect(token):
        return "said"
    if relation == "xcomp" and lemma in load_cues("intending") and _is_intended(token, head):
        return "told"
    if relation == "xcomp" and lemma in load_cues("trying") and _is_tried(token, head):
        return "told"
    if relation == "advcl" and token.tag_ == "VBG" and lemma in load_cues("unreal") and not _has_comma(token, head):
        return None
    to_come = is_future(head) and any(c.lower_ in TO_COME for c in token.children)
    if relation == "advcl" and (to_come or _is_subject_clause(token, head)):
        return None
    if relation == "advcl":
        decided = lemma in load_cues("decisions") and head.tag_ in ("VBD", "VBN") and not is_negated(head)
        return "told" if not marked_to or _is_journey(head) or decided else None
    if relation == "acl":
        return None if marked_to or (lemma in load_cues("unreal_nouns") and token.tag_ in ("VB", "VBP")) else "told"
    if relation == "xcomp":
        if lemma in load_cues("aspects") or head.pos_ == "ADJ":
            return "told" if lemma in load_cues("aspects") or _is_settled(token) else None
        decided = lemma in load_cues("decisions") and head.tag_ in ("VBD", "VBN") and not is_negated(head)
        return "told" if decided or _is_settled(token) else None
    if relation == "csubj" and token.tag_ in ("VBG", "VB"):
        return None
    if relation in ("ccomp", "csubj"):
        if marked_to and head.pos_ != "VERB":
            return None
        if lemma in load_cues("unreal") and not (lemma == "tell" or (lemma == "warn" and not find_modals(token))):
            return None
        if is_negated(head) or is_future(head) or UNSURE & set(find_modals(head)):
            return None
        return "said" if lemma in load_speaking() or head.pos_ in ("VERB", "NOUN") else None
    if relation == "obl":
        return "told"
    if relation == "parataxis" and lemma in load_speaking() and _is_after_colon(token, head):
        return "said"
    return "told"


def _is_ranked(head: Token) -> bool:
    """Whether an infinitive hangs on a word of rank in a clause of the past ("became the first country to sign")."""
    ranked = {head.lower_, *(c.lower_ for c in head.children)} & load_cues("ranks")
    verbs = (head.head, *(c for c in head.children if c.dep_ == "cop"))
    return bool(ranked) and any(v.tag_ in ("VBD", "VBN") for v in verbs)


def _is_announced(token: Token, head: Token) -> bool:
    """Whether an infinitive is what was decided: "announced plans to expel", "Denmark's decision to withdraw"."""
    if head.pos_ != "NOUN" or head.lemma_.lower() not in load_cues("plans"):
        return False
    if any(c.lower_ in ("no", "any") for c in head.children) or is_negated(head.head):
        return False
    owned = head.lemma_ == "decision" and any(c.dep_ == "nmod:poss" for c in head.children)
    verb = head.head
    return owned or (head.dep_ == "obj" and verb.lemma_ in load_cues("announcing") and verb.tag_ in ("VBD", "VBN"))


def _is_perfect(token: Token) -> bool:
    """Whether an infinitive tells of the past: "claimed to have shot down", "was said to have fled"."""
    return any(c.dep_ == "aux" and c.lower_ == "have" for c in token.children)


def _is_tried(token: Token, head: Token) -> bool:
    """Whether what somebody tried is an act of force, or talks."""
    match = match_verb(token)
    past = head.tag_ in ("VBD", "VBN") or (head.tag_ == "VBG" and any(c.dep_ == "aux" for c in head.children))
    return past and match is not None and match.type in ("ASSAULT", "COERCE", "CONSULT", "PROTEST")


def _is_intended(token: Token, head: Token) -> bool:
    """Whether what somebody plans is help, a meeting or a concession, which the plan makes known as decided."""
    match = match_verb(token)
    finite = head.tag_ in ("VBD", "VBZ", "VBP") and not is_negated(head)
    return finite and match is not None and match.type in ("AID", "CONSULT", "YIELD", "SANCTION", "MOBILIZE")


def _has_comma(token: Token, head: Token) -> bool:
    first, last = sorted((token.i, head.i))
    return any(t.text in (",", "—", "–", ";") for t in token.doc[first:last])


def _tells_itself(clause: Token) -> bool:
    """Whether a clause tells of the past whatever it hangs on: "to join a fleet which was sent", "after Oman left"."""
    past = clause.tag_ == "VBD" or any(c.dep_.startswith("aux") and c.tag_ == "VBD" for c in clause.children)
    after = clause.dep_ == "advcl" and any(c.lower_ in PAST and c.dep_ in ("mark", "advmod") for c in clause.children)
    gerund = clause.tag_ == "VBG" and not _is_coming(clause.head)
    told = (clause.dep_ == "acl:relcl" and past) or (after and (gerund or clause.tag_ in ("VBD", "VBZ", "VBP")))
    ranked = clause.dep_ == "acl" and clause.tag_ == "VB" and _is_ranked(clause.head)
    return (told or ranked) and not find_modals(clause)


def _is_coming(verb: Token) -> bool:
    return is_future(verb) or bool(UNSURE & set(find_modals(verb)))


def _find_speakers(article: Article, reporter: Token) -> tuple[Who, ...]:
    return tuple(w for s in find_subjects(reporter) for w in article.cast.who_speaks(s))


def _is_whether(verb: Token) -> bool:
    return any(
        c.lower_ in ("whether", "if") and c.dep_ in ("mark", "advmod")
        for t in walk_up(verb)
        for c in t.children
        if t.dep_ != "ROOT"
    )


def is_history(article: Article, verb: Token, when: str | None) -> bool:
    """Whether an act lies so far back that it only explains: years before publication, another century, a past war."""
    words = " ".join([when or "", _take_times(verb)])
    if not _has_perfect(verb):
        words = SINCE.sub("", words)
    if LONG_AGO.search(words):
        return True
    years = [int(y) for y in YEAR.findall(words)]
    return bool(years) and max(years) < find_year(article) - OLD_YEARS


def _has_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def find_year(article: Article) -> int:
    """The year an article is of: that of its publication, else the latest that it names."""
    if article.published is not None:
        return article.published.year
    return max([EARLIEST, *(int(y) for y in YEAR.findall(article.document.text))])


def _take_times(verb: Token) -> str:
    parts = [
        " ".join(t.text for t in sorted(list_own(c), key=lambda t: t.i))
        for c in verb.children
        if c.dep_.startswith(("obl", "advmod", "nmod", "obj"))
    ]
    return " ".join(p for p in parts if len(p) < 60)


def _is_only_spoken_of(verb: Token) -> bool:
    """Whether a gerund hangs by a preposition that tells of no fact ("against sending", "talks about delivering")."""
    if verb.tag_ != "VBG" or _has_own_subject(verb):
        return False
    before = [c.lower_ for c in verb.children if c.dep_ in ("case", "mark") and c.i < verb.i]
    return bool(before) and not set(before) & AFTER_FACTS


def _has_own_subject(verb: Token) -> bool:
    """Whether a gerund tells what somebody named before it does ("with China abstaining")."""
    return any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children) and any(
        c.lower_ == "with" for c in verb.children
    )


def _is_journey(head: Token) -> bool:
    """Whether a verb tells of going somewhere, so that the purpose behind it is what is done there."""
    return head.lemma_.lower() in load_cues("journeys") and head.tag_ in ("VBD", "VBN", "VBZ")


def _is_settled(verb: Token) -> bool:
    """Whether an act is settled for a coming day ("was scheduled to meet")."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in load_cues("settled") and verb.head.tag_ != "VBP"


def _is_subject_clause(verb: Token, head: Token) -> bool:
    """Whether a gerund before its verb is what that speaks of ("sending troops must not be ruled out")."""
    if verb.tag_ != "VBG" or verb.i > head.i:
        return False
    return not any(t.text in (",", "—", "–") for t in verb.doc[verb.i : head.i])


def _is_after_colon(verb: Token, head: Token) -> bool:
    return verb.i > head.i and any(t.text == ":" for t in verb.doc[head.i : verb.i])


def _find_tag(verb: Token) -> Token | None:
    """The verb of saying that a sentence ends with ("the town fell, the ministry said")."""
    for above in walk_up(verb):
        for child in above.children:
            if (
                child.dep_ == "parataxis"
                and child.i > above.i
                and child.lemma_.lower() in load_speaking()
                and _is_short(child)
            ):
                return child
    return None


def _is_short(tag: Token) -> bool:
    """Whether a verb of saying says nothing of its own."""
    return not any(c.dep_ in ("ccomp", "obj", "xcomp") for c in tag.children)
