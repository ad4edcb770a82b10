"""Dates: the words that say when something happens, and the days they mean seen from the day of publication."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from spacy.tokens import Token

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
COUNTS = {
    w: n
    for n, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"a": 1, "an": 1}

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_UNIT = r"(?:day|week|month|year|decade|hour|minute)"
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_LEAD = (
    r"(?:(?:late|early|earlier|later|shortly|overnight)\s+)?"
    r"(?:(?:on|in|by|at|since|until|till|before|after|from|during|over|around|for)\s+)?"
    r"(?:(?:late|early|the (?:night|morning|evening) of)\s+)?"
)
_FULL = (
    rf"(?:{_DAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?"
    rf"|(?:{_DAY},?\s+)?{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?(?!\d)"
    r"|\d{4}-\d{2}-\d{2}"
)
_WHEN = re.compile(
    rf"\b{_LEAD}(?:{_FULL}|(?:last|next|this|this\s+(?:last|past|coming))\s+(?:{_DAY}|{_UNIT}|{_SEASON}|weekend|night|{_MONTH})"
    rf"|(?:the\s+)?(?:past|last|next|coming|previous|following)\s+(?:few\s+|{_COUNT}\s+)?{_UNIT}s?"
    rf"|{_COUNT}\s+{_UNIT}s?\s+(?:ago|earlier|later|before)|(?:{_DAY})(?:\s+(?:morning|afternoon|evening|night))?"
    rf"|{_MONTH}\s+\d{{4}}|(?<=in\s){_MONTH}|(?<=since\s){_MONTH}|(?<=last\s){_MONTH}|(?:the\s+)?(?:summer|winter|spring|autumn|weekend)(?:\s+of\s+\d{{4}})?"
    r"|this\s+(?:morning|afternoon|evening)|yesterday|today|tomorrow|tonight|(?<=in\s)(?:1[5-9]|20)\d\d|(?<=since\s)(?:1[5-9]|20)\d\d"
    r"|(?<=in\s)recent\s+(?:days|weeks|months|years))",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})(?:,?\s+(\d{{4}}))?|({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?(?!\d)",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(rf"({_MONTH})(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
_AGO = re.compile(rf"({_COUNT})\s+({_UNIT})s?\s+ago", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_RELATIVE = re.compile(
    rf"(last|past|previous|this|this last|this past|next|coming)\s+({_DAY}|{_UNIT}|weekend|night)\b", re.IGNORECASE
)
_WEEKDAY = re.compile(_DAY, re.IGNORECASE)
LEFT_OUT = ("ccomp", "acl:relcl", "acl", "conj", "parataxis", "advcl", "appos", "csubj")


def find_when(token: Token) -> str | None:
    """The words that say when the clause of `token` happens, as written ("late on Sunday"), or None.

    A clause that has none takes those of the verb it is coordinated with or complements.
    """
    for above in (token, token.head if token.dep_ in ("conj", "xcomp", "aux", "cop") else token):
        words = _find_in(above)
        if words:
            return words
    return None


def _find_in(token: Token) -> str | None:
    own = {t.i for t in list_own(token)}
    start, end = min(own), max(own)
    text = token.doc[start : end + 1].text
    offset = token.doc[start].idx
    for match in _WHEN.finditer(text):
        indices = [t.i for t in token.doc[start : end + 1] if match.start() <= t.idx - offset < match.end()]
        if indices and sum(i in own for i in indices) * 2 > len(indices):
            return " ".join(match.group().split())
    return None


def list_own(token: Token) -> Iterator[Token]:
    """The tokens of a clause without the clauses inside it."""
    waiting = [token]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(c for c in current.children if c.dep_ not in LEFT_OUT)


def resolve_date(words: str | None, published: date | None) -> str | None:
    """The ISO day ("2024-02-28") or interval ("2024-02-26/2024-03-03") that words mean; None where they do not tell.

    A weekday is the last one before publication, publication's own day included, unless "next" goes before it. A year
    that is missing is that of publication, or the one beside it where the day comes nearer.

    **Holds** the start of an interval is not after its end; words without a calendar meaning give None.
    """
    if not words:
        return None
    try:
        return _resolve(words.lower(), words, published)
    except (ValueError, OverflowError):
        return None


def _resolve(lowered: str, words: str, published: date | None) -> str | None:
    if found := _ISO.search(words):
        return date.fromisoformat(found.group()).isoformat()
    if found := _DATE.search(words):
        day, month, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        return _fix_year(int(day), _number_month(month), int(year) if year else None, published)
    if published is not None and (near := _resolve_near(lowered, published)):
        return near
    if (found := _MONTH_ALONE.search(words)) and (found[2] or published):
        return _resolve_month(_number_month(found[1]), found[2], published, "last" in lowered)
    if found := _YEAR.search(words):
        return f"{found[1]}-01-01/{found[1]}-12-31"
    return None


def _number_month(word: str) -> int:
    return MONTHS.index(word[:3].lower()) + 1


def _fix_year(day: int, month: int, year: int | None, published: date | None) -> str | None:
    if year is not None:
        return date(year, month, day).isoformat()
    if published is None:
        return None
    choices = [
        date(published.year + step, month, day)
        for step in (0, -1, 1)
        if not (month == 2 and day == 29 and not _leaps(published.year + step))
    ]
    return min(choices, key=lambda d: abs((d - published).days)).isoformat() if choices else None


def _leaps(year: int) -> bool:
    return monthrange(year, 2)[1] == 29


def _resolve_month(month: int, year: str | None, published: date | None, last: bool) -> str | None:
    if year:
        chosen = int(year)
    elif published:
        chosen = (
            published.year
            if (month, 1) <= (published.month, published.day) and not (last and month == published.month)
            else published.year - (month > published.month or last)
        )
    else:
        return None
    return _interval(date(chosen, month, 1), date(chosen, month, monthrange(chosen, month)[1]))


def _interval(start: date, end: date) -> str:
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


def _resolve_near(words: str, published: date) -> str | None:
    """Words that are told from the day of publication."""
    near = {
        "yesterday": -1,
        "today": 0,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "last night": -1,
        "tomorrow": 1,
    }
    for word, step in near.items():
        if word in words:
            return (published + timedelta(days=step)).isoformat()
    if found := _AGO.search(words):
        return _go_back(found[1], found[2], published)
    if found := _RELATIVE.search(words):
        return _resolve_relative(found[1], found[2], published)
    if found := _WEEKDAY.search(words):
        return _find_weekday(found.group(), published).isoformat()
    if "weekend" in words:
        saturday = published - timedelta(days=(published.weekday() - 5) % 7 if published.weekday() != 6 else 1)
        return _interval(saturday, saturday + timedelta(days=1))
    return None


def _find_weekday(word: str, published: date) -> date:
    return published - timedelta(days=(published.weekday() - DAYS.index(word)) % 7)


def _go_back(count: str, unit: str, published: date) -> str | None:
    number = COUNTS[count] if count in COUNTS else int(count)
    if unit == "day":
        return (published - timedelta(days=number)).isoformat()
    if unit == "week":
        return (published - timedelta(weeks=number)).isoformat()
    if unit == "month":
        months = published.year * 12 + published.month - 1 - number
        return _take_month(months // 12, months % 12 + 1)
    if unit == "year":
        return _take_year(published.year - number)
    return None


def _take_month(year: int, month: int) -> str:
    return _interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _take_year(year: int) -> str:
    return _interval(date(year, 1, 1), date(year, 12, 31))


def _resolve_relative(which: str, unit: str, published: date) -> str | None:
    step = -1 if which in ("last", "past", "previous") else 1 if which in ("next", "coming") else 0
    if unit in DAYS:
        day = _find_weekday(unit, published)
        if step > 0:
            return (day + timedelta(days=7)).isoformat()
        return (day - timedelta(days=7) if step < 0 and day == published else day).isoformat()
    monday = published - timedelta(days=published.weekday())
    makers: dict[str, Callable[[], str]] = {
        "week": lambda: _interval(monday + timedelta(weeks=step), monday + timedelta(weeks=step, days=6)),
        "weekend": lambda: _interval(monday + timedelta(weeks=step, days=5), monday + timedelta(weeks=step, days=6)),
        "month": lambda: _take_month(*_step_month(published, step)),
        "year": lambda: _take_year(published.year + step),
    }
    if which in ("this last", "this past") and unit == "week":
        return _interval(published - timedelta(days=7), published)
    return makers[unit]() if unit in makers else None


def _step_month(published: date, step: int) -> tuple[int, int]:
    months = published.year * 12 + published.month - 1 + step
    return months // 12, months % 12 + 1
