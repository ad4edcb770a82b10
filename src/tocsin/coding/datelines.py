"""Datelines: places before a report that say where it was written and are no part of its first sentence."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token

from tocsin.coding.who import Name, Who

SHORTEST = 4
CLOSERS = frozenset({",", "(", "-", "—", "–", "--", ":"})
CHAINS = frozenset({"/", "and", "&"})


def find_datelines(doc: Doc, names: Iterable[Name]) -> frozenset[int]:
    """The tokens of names that are a dateline: "YEREVAN, Sept 14 (Reuters) -", "BEIJING/MANILA China vowed"."""
    found = set(_list_set_aside(doc))
    for name in names:
        if opens_paragraph(doc[name.first]) or {name.first - 1, name.first - 2} & found:
            found.update(read_dateline(doc, name))
    return frozenset(found)


def _list_set_aside(doc: Doc) -> Iterator[int]:
    """The words that open a paragraph and were not read with its first sentence, since they are a dateline."""
    for sentence in doc.sents:
        if not opens_paragraph(sentence[0]):
            continue
        for token in sentence:
            if token.dep_ != "dep" or token.head.i != sentence.root.i or token.head.i == token.i:
                break
            yield token.i


def opens_paragraph(token: Token) -> bool:
    """Whether a token is the first of its paragraph."""
    return token.i == 0 or "\n" in token.nbor(-1).text


def read_dateline(doc: Doc, name: Name) -> Iterable[int]:
    """The tokens of a name in capitals that ends as a dateline does, with what chains it to the next one."""
    if name.who is not None and name.who.type != "state":
        return ()
    words = doc[name.first : name.last]
    if name.last >= len(doc) or not all(t.is_upper for t in words) or len(words.text) < SHORTEST:
        return ()
    after = doc[name.last]
    is_place = name.form in ("capital", "place")
    runs_on = is_place and after.text[:1].isupper() and not after.is_upper
    chained = after.text in CHAINS and name.last + 1 < len(doc) and doc[name.last + 1].is_upper
    if after.text in CLOSERS or runs_on or chained:
        return range(name.first, name.last + chained)
    return ()


def find_behind_dateline(names: Mapping[int, Name], token: Token) -> tuple[Who, ...]:
    """The subject behind a dateline that the tree took for the subject: "LIMA, May 2 - Chile closed the road"."""
    between = (names.get(i) for i in range(token.i + 1, token.head.i))
    return next(((name.who,) for name in between if name is not None and name.who is not None), ())
