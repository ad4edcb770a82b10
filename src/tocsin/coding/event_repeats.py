"""Events told twice: coded once, unless a new place or day is told; a headline that the text repeats is left out."""

from collections import defaultdict
from collections.abc import Sequence

from tocsin.coding.article import Article
from tocsin.coding.event_types import CLASSES
from tocsin.records.coding import Event

NEAR = 60
LONGEST_HEAD = 120


def drop_repeats(article: Article, events: Sequence[Event]) -> list[Event]:
    """The events without those that an earlier one tells, and without a headline's that the text tells again."""
    text = article.document.text
    title_end = find_title(text)
    kept: list[Event] = []
    told: dict[tuple[str | None, str], list[Event]] = defaultdict(list)
    for event in events:
        heads = event.evidence.end <= title_end or is_heading(text, event)
        if heads and any(_retells(event, o) for o in events if o.evidence.start >= title_end and o is not event):
            continue
        if event.actor is None and event.why.startswith("noun:") and any(_does(o, event) for o in events):
            continue
        if event.actor is None and any(_is_near(o, event) for o in kept):
            continue
        keys = [(name, CLASSES[event.type]) for name in _list_actors(event)]
        if not any(_is_repeat(event, earlier) for key in keys for earlier in told[key]):
            kept.append(event)
            for key in keys:
                told[key].append(event)
    return kept


def _does(event: Event, noun: Event) -> bool:
    """Whether an event with an actor is of the type and the words of one that a noun tells without."""
    return event.actor is not None and event.type == noun.type and event.evidence == noun.evidence


def _is_near(earlier: Event, event: Event) -> bool:
    """Whether an attack was told with its author just before one that is told without."""
    close = 0 <= event.evidence.start - earlier.evidence.end < NEAR
    return close and event.type == earlier.type == "ASSAULT" and earlier.actor is not None


def find_title(text: str) -> int:
    """Where a headline ends: the first line, if it is short, without a full stop, and text follows; else 0."""
    first, _, rest = text.lstrip().partition("\n")
    if not rest.strip() or len(first) > 120 or first.rstrip().endswith((".", "!", "?", '"', "”")):
        return 0
    return len(text) - len(text.lstrip()) + len(first)


def is_heading(text: str, event: Event) -> bool:
    """Whether an event's words are a line of their own without a full stop, above what the text tells below it."""
    start, end = event.evidence.start, event.evidence.end
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[end : text.find("\n", end) + 1]
    return not line.strip(" \n•*#-–") and line.endswith("\n") and text[end - 1].isalnum() and end - start < LONGEST_HEAD


def _retells(headline: Event, other: Event) -> bool:
    same = bool(_list_actors(headline) & _list_actors(other))
    return headline.type == other.type or (same and CLASSES[headline.type] == CLASSES[other.type])


def _is_repeat(event: Event, earlier: Event) -> bool:
    """Whether an event is one that the same actor is told to have done before, in an act of the same class."""
    same_words = event.evidence.start < earlier.evidence.end and earlier.evidence.start < event.evidence.end
    if same_words and event.actor != earlier.actor and event.why == earlier.why:
        return False  # two who act for one side in one act
    material = CLASSES[event.type].startswith("material")
    if same_words and material and event.why != earlier.why and not _shares_target(event, earlier):
        return False
    if same_words:
        return event.type == earlier.type or "claim" in event.why
    if event.type != earlier.type or not _shares_target(event, earlier):
        return False
    if event.why.startswith("noun:"):
        return True
    if CLASSES[event.type].startswith("verbal"):
        return _shares_words(event, earlier)
    new_place = event.place is not None and event.place != earlier.place
    new_day = event.when is not None and _plain(event.when) not in _plain(earlier.when or "")
    return not (new_place or new_day) and _shares_act(event, earlier)


def _list_actors(event: Event) -> set[str | None]:
    """The actor and whom it acts for; None stands for an event without an actor."""
    return {event.actor} if event.actor is None else {event.actor, event.on_behalf_of} - {None}


def _shares_target(event: Event, earlier: Event) -> bool:
    mine, others = _list_names(event), _list_names(earlier)
    return not mine or not others or bool(mine & others)


def _list_names(event: Event) -> set[str]:
    return {event.target} if isinstance(event.target, str) else set(event.target or ())


def _shares_words(event: Event, earlier: Event) -> bool:
    mine, others = set(event.evidence.quote.lower().split()), set(earlier.evidence.quote.lower().split())
    return len(mine & others) >= 0.6 * min(len(mine), len(others))


def _shares_act(event: Event, earlier: Event) -> bool:
    """Whether two events may be one act: told by the same pattern, or with a word in common."""
    mine, others = ({w for w in (e.action or "").lower().split() if len(w) > 3} for e in (event, earlier))
    return not mine or not others or event.why == earlier.why or bool(mine & others)


def _plain(words: str) -> str:
    return words.lower().removeprefix("on ").removeprefix("late ")
