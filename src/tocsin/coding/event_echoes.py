"""Acts that a clause takes up from the one before: "Egypt did the same" repeats it, "Egypt did not" refuses it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.echoes import Echo, find_echo
from tocsin.coding.event_modes import Act, read_telling
from tocsin.coding.event_roles import name_doers

ASKED = frozenset({"AGREE", "REQUEST", "SUPPORT", "AID", "COOPERATE", "YIELD"})


def list_echoed(article: Article, sentence: Sequence[Token], before: Sequence[Act]) -> Iterator[Act]:
    """The acts of the echoes in a sentence; `before` are the acts told so far, the latest last."""
    for token in sentence:
        echo = find_echo(token)
        doers = name_doers(article, echo.subject) if echo is not None else ()
        last = next((a for a in reversed(before) if a.verb.i < token.i), None)
        if echo is not None and doers and last is not None and is_near(last, token):
            yield from make_echoed(article, echo, doers, last)


def is_near(act: Act, token: Token) -> bool:
    """Whether an act was told in the sentence of `token` or in the one before it."""
    first = token.doc[max(token.sent.start - 1, 0)].sent.start
    return act.verb.i >= first


def make_echoed(article: Article, echo: Echo, doers: tuple[Who, ...], last: Act) -> Iterator[Act]:
    """The act of an echo: the last one by others, or the refusal of what was asked or done."""
    telling = read_telling(article, echo.verb)
    if telling is None or telling.quoted:
        return
    targets = tuple(w for w in last.targets if w not in doers)
    why = f"echo of {last.verb.text!r}: {echo.verb.text}"
    if echo.same:
        yield replace(last, verb=echo.verb, doers=doers, targets=targets, telling=telling, why=why, certainty=0.5)
    elif last.type in ASKED and not set(doers) <= set(last.doers):
        yield Act("REJECT", echo.verb, doers, last.doers, telling, why, 0.5)
