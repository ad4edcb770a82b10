"""Gapped lists: givers behind a first one who share its verb: "Norway gave 20 million dollars, Denmark 15 million"."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.event_roles import name_owner
from tocsin.coding.goods import Good, find_good, load_list
from tocsin.coding.sums import MONEY_SIGNS
from tocsin.coding.supplies import Supply
from tocsin.records.coding import Status

LONGEST_NAME = 6
BETWEEN = frozenset({",", ";", "and", "while"})


def read_gapped(article: Article, first: Supply) -> Iterator[Supply]:
    """The gifts of the others in the list that a gift opens: a comma or "and", a name, a number, nothing else."""
    sentence = first.good.noun.sent
    for token in sentence.doc[first.good.noun.i + 1 : sentence.end]:
        before = token.nbor(-1)
        if not is_number(token) or is_number(before):
            continue
        whos = find_name(article, before)
        words = list_number(token)
        if not whos or not words:
            continue
        after = words[-1].nbor() if words[-1].i + 1 < sentence.end else None
        own = find_good(after) if after is not None and after.pos_ == "NOUN" else None
        amount = str(token.doc[token.i : words[-1].i + 1].text)
        good = own or Good(first.good.kind, first.good.what, amount, token)
        sides = tuple(name_owner(w) for w in whos if w.type != "outlet")
        if sides:
            yield Supply(first.status, sides, good, first.to, first.token, f"{first.why}, in a list", 0.5)


def read_bracketed(article: Article, noun: Token, status: Status) -> Iterator[Supply]:
    """ "Pledges by Chad (300 soldiers) and Togo (one battalion)": each name with the goods in brackets behind it."""
    for mark in noun.doc[noun.i + 1 : noun.sent.end]:
        if mark.text != "(" or mark.i + 2 >= noun.sent.end or not is_number(mark.nbor()):
            continue
        close = next((t for t in noun.doc[mark.i : mark.i + LONGEST_NAME] if t.text == ")"), None)
        good = find_good(close.nbor(-1)) if close is not None else None
        whos = article.cast.who_alone(mark.nbor(-1)) if mark.nbor(-1).pos_ == "PROPN" else ()
        if good is not None and good.noun.i > mark.i:
            sides = tuple(name_owner(w) for w in whos if w.type != "outlet")[:1]
            yield from (
                Supply(status, sides, good, None, good.noun, f"{noun.lower_}, in brackets", 0.55) for _ in sides
            )


def find_name(article: Article, last: Token) -> tuple[Who, ...]:
    """The party whose name ends with a word and opens a member of the list; () for any other word."""
    if last.pos_ != "PROPN":
        return ()
    start = last
    for _ in range(LONGEST_NAME):
        if start.i == last.sent.start:
            return ()
        if start.nbor(-1).lower_ in BETWEEN:
            return tuple(w for t in last.doc[start.i : last.i + 1] for w in article.cast.who_alone(t))[:1]
        start = start.nbor(-1)
    return ()


def is_number(token: Token) -> bool:
    return token.like_num or token.text[:1] in MONEY_SIGNS or token.text[-1:] in MONEY_SIGNS or token.pos_ == "NUM"


def list_number(token: Token) -> list[Token]:
    """The words of a number with its sign and currency, from its first; [] for the number of a year."""
    words = [token]
    while words[-1].i + 1 < token.sent.end:
        after = words[-1].nbor()
        if not (is_number(after) or after.lemma_.lower() in load_list("currencies")):
            break
        words.append(after)
    return words
