"""What a case holds, as counts and short lists that a page can show at once."""

from dataclasses import dataclass

from tocsin.case.store import Case
from tocsin.errors import InputError

PAGE = 50
OPEN, CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True)
class Article:
    """An article in a list: `claims` records besides actors, of which `reviewed` were decided by a person."""

    number: int
    id: str
    title: str | None
    source: str
    published: str | None
    claims: int
    reviewed: int
    excerpt: str = ""


ROWS = """
SELECT d.number, d.id, d.title, d.source, d.published, count(r.id)
FROM documents d LEFT JOIN records r ON r.document = d.id AND r.kind <> 'actor'
WHERE d.number IN (SELECT value FROM json_each(?)) GROUP BY d.number ORDER BY d.number
"""
DECIDED = """
SELECT document, count(*), sum(action = 'add') FROM decisions WHERE substr(record, 1, 3) <> 'act' GROUP BY document
"""


def list_articles(case: Case, words: str = "", page: int = 1) -> tuple[list[Article], int]:
    """The articles of one page (from 1) and their number in all: those with all the words, the best first, or all."""
    first = PAGE * (page - 1)
    if words.strip():
        found = search_words(case, words)
        chosen = dict(found[first : first + PAGE])
        total = len(found)
    else:
        query = "SELECT number FROM documents ORDER BY number LIMIT ? OFFSET ?"
        chosen = {number: "" for (number,) in case.sql.execute(query, (PAGE, first))}
        total = int(case.sql.execute("SELECT count(*) FROM documents").fetchone()[0])
    decided = {document: counts for document, *counts in case.sql.execute(DECIDED)}
    by_number = {}
    for number, id, title, source, published, claims in case.sql.execute(ROWS, (str(list(chosen)),)):
        reviewed, added = decided.get(id, (0, 0))
        by_number[number] = Article(number, id, title, source, published, claims + added, reviewed, chosen[number])
    return [by_number[number] for number in chosen if number in by_number], total


def search_words(case: Case, words: str) -> list[tuple[int, str]]:
    """The numbers of the articles that hold all these words or word beginnings, with an excerpt, the best first."""
    # SQLite ends a query at NUL, and no other character that is not printable is a word's.
    shown = "".join(c if c.isprintable() else " " for c in words)
    quoted = ['"{}"*'.format(word.replace('"', '""')) for word in shown.split()[:20]]
    if not quoted:
        return []
    query = "SELECT rowid, snippet(words, 1, ?, ?, ' … ', 18) FROM words WHERE words MATCH ? ORDER BY rank LIMIT 500"
    return case.sql.execute(query, (OPEN, CLOSE, " AND ".join(quoted))).fetchall()


def count_reviewed(case: Case) -> tuple[int, int]:
    """How many claims (records besides actors) a person decided on, and how many there are."""
    coded = case.sql.execute("SELECT count(*) FROM records WHERE kind <> 'actor'").fetchone()[0]
    query = "SELECT count(*), coalesce(sum(action = 'add'), 0) FROM decisions WHERE substr(record, 1, 3) <> 'act'"
    decided, added = case.sql.execute(query).fetchone()
    return int(decided), int(coded + added)


def find_open_article(case: Case, after: int = 0) -> str | None:
    """The next article, in the order in which they were added, with a claim on which nobody has decided."""
    query = """
    SELECT d.id FROM documents d WHERE EXISTS (
        SELECT 1 FROM records r WHERE r.document = d.id AND r.kind <> 'actor'
        AND r.id NOT IN (SELECT record FROM decisions)
    ) ORDER BY d.number <= ?, d.number LIMIT 1
    """
    row = case.sql.execute(query, (after,)).fetchone()
    return str(row[0]) if row else None


def find_number(case: Case, document: str) -> int:
    """The place of an article among all. Raises InputError where it is not in the case."""
    row = case.sql.execute("SELECT number FROM documents WHERE id = ?", (document,)).fetchone()
    if row is None:
        raise InputError(document, "there is no such article in this case", "Choose one on the page of articles")
    return int(row[0])


def list_failures(case: Case) -> list[tuple[str, str]]:
    """Articles that could not be read, and why."""
    return case.sql.execute("SELECT source, message FROM failures ORDER BY at DESC LIMIT 50").fetchall()
