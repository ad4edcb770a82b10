"""Described holders: people whom a text tells apart by a phrase - ethnic, loyal to somebody, of a group with a name."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_grammatical_subject, find_obliques, has_case, phrase_of
from tocsin.coding.control_words import load_words

LONGEST = 5


def name_described(article: Article, noun: Token) -> tuple[Who, ...]:
    """Those whom a noun stands for by how the text tells them apart; () where it does not."""
    return (
        name_irregulars(noun) or name_states(article, noun) or name_members(article, noun) or name_followers(noun)
    )  # fmt: skip


def name_irregulars(token: Token) -> tuple[Who, ...]:
    """People who are of a state and fight or live for none: "Serb fighters", "ethnic Armenians"."""
    ethnic = any(c.lower_ == "ethnic" for c in token.children)
    people = [c for c in token.children if c.dep_ == "amod" and (k := find_known(c.text)) and k.kind == "state"]
    if not ethnic and not (token.lower_ in load_words("irregulars") and people):
        return ()
    return (Who(phrase_of(token).removeprefix("the ").removeprefix("The "), None, "group"),)


def name_states(article: Article, noun: Token) -> tuple[Who, ...]:
    """States without their names, read as a body that they are in ("neighbouring Arab states"): none holds ground."""
    plural = noun.tag_ == "NNS" and noun.lemma_.lower() in ("state", "country", "nation", "kingdom")
    if not plural or not any(w.type in ("organisation", "alliance") for w in article.cast.who_alone(noun)):
        return ()
    words = phrase_of(noun).removeprefix("the ").removeprefix("The ")
    return (Who(words[:1].lower() + words[1:], None, "group"),) if " " in words else ()


def name_members(article: Article, noun: Token) -> tuple[Who, ...]:
    """The group with a name whose fighters some are: "Hamas gunmen", "militants from Ansar Dine (AD)"."""
    if noun.lower_ not in load_words("irregulars") or noun.tag_ != "NNS":
        return ()
    before = [c for c in noun.children if c.dep_ in ("compound", "nmod:poss") and c.i < noun.i]
    behind = [c for c in noun.children if c.dep_ in ("appos", "nmod") and c.i > noun.i and c.pos_ == "PROPN"]
    behind = [c for c in behind if c.dep_ == "appos" or has_case(c, "of", "from")]
    for member in (*before, *reversed(behind)):
        for who in article.cast.who_alone(member):
            known = find_known(who.name)
            if known is not None and known.kind == "group":
                return (who,)
    return ()


def name_followers(noun: Token) -> tuple[Who, ...]:
    """Fighters of some side that is no other spoken of: "fighters backing the government", "troops loyal to X"."""
    behind = next((c for c in noun.children if c.i > noun.i and (c.dep_ == "acl" or is_loyal(c))), None)
    if behind is None:
        return ()
    fighters = noun.lemma_.lower() in load_words("grippers")
    told = noun.lower_ in load_words("irregulars") and not is_loyal(behind)
    led = fighters and behind.lemma_.lower() in load_words("leads")
    loyal = fighters and noun.tag_ == "NNS" and is_loyal(behind)
    first = next((t.i for t in noun.subtree if t.pos_ != "DET"), noun.i)
    words = noun.doc[first : min(behind.right_edge.i + 1, behind.i + LONGEST)].text
    return (Who(words[:1].lower() + words[1:], None, "group"),) if told or led or loyal else ()


def is_loyal(word: Token) -> bool:
    """Whether a word behind a noun says on whose side they are: "loyal to the general", "aligned with X"."""
    return word.lower_ in load_words("loyal") and bool(find_obliques(word, "to", "with"))


def name_people(adjective: Token) -> tuple[Who, ...]:
    """The people of an adjective that is of no state ("in Kurdish hands")."""
    if adjective.pos_ != "ADJ" or not adjective.is_title or find_known(adjective.text) is not None:
        return ()
    return (Who(f"{adjective.text.removesuffix('ish')}s", None, "group"),)


def find_meant(article: Article, pronoun: Token, verb: Token) -> Token:
    """Whom a subject takes up: "they" the fighters of the clause above, "which" the name before it, a push its maker.

    "The rebels held the town that they had taken", "officials of the Front, which rules the north", "launched a push
    that won back the town".
    """
    if verb.dep_ == "acl:relcl":
        first = next((c for c in verb.children if c.dep_ == "nsubj"), pronoun)
        before = first.nbor(-2) if first.tag_ in ("WDT", "WP") and first.i > 1 and first.nbor(-1).text == "," else None
        if before is not None and before.pos_ == "PROPN" and before.i != pronoun.i and article.cast.who_alone(before):
            return before
    if pronoun.lemma_.lower() in load_words("offensives"):
        launching = pronoun.head if pronoun.dep_ == "obj" else pronoun
        return next((s for s in [find_grammatical_subject(launching)] if s is not None and s.i < pronoun.i), pronoun)
    if pronoun.lower_ != "they":
        return pronoun
    subject = next(iter(_list_above(pronoun)), None)
    if subject is None or subject.tag_ not in ("NNS", "NNPS"):
        return pronoun
    fighters = load_words("grippers") | load_words("bodies")
    return subject if {subject.lemma_.lower(), subject.lower_.removesuffix("s")} & fighters else pronoun


def find_possessor(pronoun: Token) -> Token:
    """Whom "its" or "their" stands for in what a clause tells: the name that is the subject of the clause."""
    if pronoun.tag_ != "PRP$" or pronoun.lower_ not in ("its", "their"):
        return pronoun
    verb = next((a for a in pronoun.ancestors if a.pos_ == "VERB"), None)
    subject = find_grammatical_subject(verb) if verb is not None else None
    near = subject is not None and subject.i < pronoun.i and subject.pos_ == "PROPN"
    return subject if near and subject is not None else pronoun


def _list_above(token: Token) -> Iterator[Token]:
    """The subjects of the clauses above a token's own that stand before it."""
    for above in token.head.ancestors:
        subject = find_grammatical_subject(above) if above.pos_ == "VERB" else None
        if subject is not None and subject.i < token.i and subject.pos_ != "PRON":
            yield subject
