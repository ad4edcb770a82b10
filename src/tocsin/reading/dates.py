"""The day of publication that a text states itself: in a dateline near its start, a label, or a post's signature.

A day that is merely told about ("on June 25, 1950, forces crossed ...") is no day of publication.
"""

import re
from collections.abc import Iterator
from datetime import date

from tocsin.errors import InputError
from tocsin.records.frozen import Span, take_span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month{n}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY = r"(?P<day{n}>\d{{1,2}})(?:st|nd|rd|th)?"
YEAR = r"(?P<year{n}>\d{{4}})"
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
FULL_DATE = (
    rf"{WEEKDAY}(?:{MONTH.format(n=1)}\s+{DAY.format(n=1)},?\s+{YEAR.format(n=1)}"
    rf"|{DAY.format(n=2)}\s+(?:of\s+)?{MONTH.format(n=2)},?\s+{YEAR.format(n=2)}"
    r"|(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2}))(?!\d)"
)
SIGNATURE = re.compile(rf"\(@\w{{1,30}}\)\s*[·—–,:-]?\s*{FULL_DATE}", re.IGNORECASE)
SIGNED_NAME = re.compile(r"(?:[—–-]\s*)?[^\n()—–]{0,80}$")
LABELLED = re.compile(
    r"^\W{0,3}(?:(?:first |last |article )?(?:published|posted|updated|modified)\b[^\n.!?\d]{0,40}|date\s*:\s*)"
    rf"{FULL_DATE}",
    re.IGNORECASE,
)
PLACE = r"(?-i:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3})"
AGENCY = r"\([\w .,'’/&-]{2,40}\)"
OPENING = re.compile(
    rf"^\W{{0,2}}(?:{PLACE}(?:[,/] ?{PLACE})?,?\s+(?:{AGENCY},?\s*)?|{AGENCY},?\s*)(?:[—–-]\s*)?{FULL_DATE}\s*"
    rf"(?:{AGENCY}\s*)?(?:[—–:]|--?\s)",
    re.IGNORECASE,
)
DATE = re.compile(FULL_DATE, re.IGNORECASE)
BESIDE_DATE = re.compile(
    r"(?>\s|[|·•,;:/()\[\]—–-]|\d{1,2}[:.]\d\d|(?:by|on|at)\b|(?:a\.?m|p\.?m|GMT|UTC|[CE][ES]?T)\b\.?"
    r"|(?-i:[A-Z][\w'’.-]*))*+",
    re.IGNORECASE,
)
LINES_NEAR_START = 8
CHARACTERS_NEAR_START = 1200
LONGEST_LONE_LINE = 120


def read_given_day(day: str) -> str:
    """A day given by the user, as YYYY-MM-DD. Raises InputError where it is none."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
            return date.fromisoformat(day).isoformat()
    except ValueError:
        pass
    raise InputError("published", f"'{day}' is no day", "Write it as YYYY-MM-DD, for example 2024-02-28")


def find_published(text: str) -> tuple[str, Span] | None:
    """The day that the text gives as its own (YYYY-MM-DD), and the words that say so.

    A dateline or a labelled day ("Published: ...") wins over the signatures of embedded posts, of which the latest
    counts, since an article is not older than a post that it shows.
    """
    return find_dateline(text) or find_signature(text)


def find_dateline(text: str) -> tuple[str, Span] | None:
    """The first day that a label or a dateline gives; datelines of several days are those of a chronicle."""
    stated = list(list_stated_days(text))
    several = len({day for day, _, labelled in stated if not labelled}) > 1
    return next(((day, span) for day, span, labelled in stated if labelled or not several), None)


def list_stated_days(text: str) -> Iterator[tuple[str, Span, bool]]:
    """Day, words, and whether a label such as 'Published' introduces it."""
    start, shown = 0, 0
    for line in text.splitlines(keepends=True):
        near = shown < LINES_NEAR_START and start < CHARACTERS_NEAR_START
        label = match_label(line, near=near)
        found = label or (OPENING.match(line) or match_lone_date(line) if near else None)
        if found and (day := read_day(found)):
            yield day, take_span(text, start + found.start(), start + found.end()), label is not None
        start += len(line)
        shown += bool(line.strip())


def match_label(line: str, *, near: bool) -> re.Match[str] | None:
    """A labelled day; far from the start only where nothing but a name or a time follows it."""
    found = LABELLED.match(line)
    return found if found and (near or BESIDE_DATE.fullmatch(line, found.end())) else None


def match_lone_date(line: str) -> re.Match[str] | None:
    """The date of a line that holds nothing beside it but a name, a place or a time."""
    found = DATE.search(line) if len(line) <= LONGEST_LONE_LINE else None
    if not found:
        return None
    beside = (line[: found.start()], line[found.end() :])
    return found if all(BESIDE_DATE.fullmatch(part) for part in beside) else None


def find_signature(text: str) -> tuple[str, Span] | None:
    signed = [(day, found) for found in SIGNATURE.finditer(text) if (day := read_day(found))]
    if not signed:
        return None
    day, found = max(signed, key=lambda pair: pair[0])
    name = SIGNED_NAME.search(text, max(0, found.start() - 100), found.start())
    return day, take_span(text, name.start() if name else found.start(), found.end())


def read_day(found: re.Match[str]) -> str | None:
    """The day of a match of FULL_DATE as YYYY-MM-DD; None for a day that no calendar has."""
    parts = {name.rstrip("123"): value for name, value in found.groupdict().items() if value}
    month = parts["month"]
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(parts["year"]), number, int(parts["day"])).isoformat()
    except ValueError:
        return None
