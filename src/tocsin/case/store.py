"""The case: one SQLite file with the articles, what the coder made of them, and every correction since.

Lines of the log are only ever added, which triggers in the file enforce; each is one transaction, on the disk before
`append_log` returns. Any number of processes may read while one writes (WAL).
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

from tocsin.errors import FormatError, InputError
from tocsin.formats import write_line
from tocsin.records.coding import AnyRecord, Coding
from tocsin.records.correction import Correction
from tocsin.records.document import Document
from tocsin.version import __version__

FORMAT = "tocsin/case/1"
WAIT = 10.0
MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"
IN_COLUMNS = ("id", "title", "source", "address", "published", "text")


class Case:
    """An open case. Use it in one thread; open it again in another."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.sql = connection

    def __enter__(self) -> "Case":
        return self

    def __exit__(self, *error: object) -> None:
        self.sql.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that is on the disk when it ends, or has not happened."""
        self.sql.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.sql.execute("ROLLBACK")
            raise
        self.sql.execute("COMMIT")


def create_case(path: Path) -> Case:
    """A new case at `path`. Raises InputError where something stands there already, or nothing can be written."""
    if path.exists():
        raise InputError(str(path), "there is something here already", "Choose another name, or add to it")
    if not path.parent.is_dir():
        raise InputError(str(path), f"there is no folder {path.parent}", "Make it first, or choose another path")
    case = connect(path)
    schema = files("tocsin.case").joinpath("schema.sql").read_text(encoding="utf-8")
    try:
        case.sql.execute("PRAGMA journal_mode = WAL")
        case.sql.executescript(f"BEGIN IMMEDIATE;\n{schema}\nCOMMIT;")
        with case.writing():
            facts = {"format": FORMAT, "made_with": __version__, "made_at": name_moment(datetime.now(UTC))}
            case.sql.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
    except sqlite3.Error as error:
        raise InputError(str(path), f"a case cannot be made here ({error})", "Choose another path") from error
    return case


def open_case(path: Path, *, write: bool = True) -> Case:
    """The case at `path`. Raises InputError where there is none, FormatError where the file is no case."""
    if not path.is_file():
        raise InputError(str(path), "there is no case here", f"Make one with: tocsin init {path}")
    try:
        case = connect(path)
        found = dict(case.sql.execute("SELECT name, value FROM facts").fetchall()).get("format")
    except sqlite3.Error as error:
        mend = f"Check the path, or make a case with: tocsin init {path.with_suffix('.case')}"
        raise FormatError(str(path), f"it is no case of tocsin's ({error})", mend) from error
    if found != FORMAT:
        raise FormatError(str(path), f"its format is {found}, and this version reads {FORMAT}", "Use the newer version")
    if not write:
        case.sql.execute("PRAGMA query_only = ON")
    return case


def connect(path: Path) -> Case:
    try:
        connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    except sqlite3.Error as error:
        raise InputError(str(path), f"it cannot be opened ({error})", "Check the path") from error
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return Case(path, connection)


def name_moment(moment: datetime) -> str:
    return moment.strftime(MOMENT)


def add_article(case: Case, document: Document, records: Iterable[AnyRecord], coder: str) -> int:
    """Add an article with what was coded from it, whole or not at all; returns how many records are new."""
    with case.writing():
        insert_document(case, document, coder)
        return insert_records(case, records)


def insert_document(case: Case, document: Document, coder: str) -> bool:
    head = document.model_dump(by_alias=True, exclude=set(IN_COLUMNS))
    values = [getattr(document, name) for name in IN_COLUMNS]
    added = case.sql.execute(
        f"INSERT OR IGNORE INTO documents ({', '.join(IN_COLUMNS)}, head, added_at, coded_by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, json.dumps(head, ensure_ascii=False), name_moment(datetime.now(UTC)), coder),
    )
    return added.rowcount > 0


def insert_records(case: Case, records: Iterable[AnyRecord]) -> int:
    rows = [(r.id, r.document, r.kind, write_line(r)) for r in records]
    before = case.sql.total_changes
    case.sql.executemany("INSERT OR IGNORE INTO records (id, document, kind, line) VALUES (?, ?, ?, ?)", rows)
    return case.sql.total_changes - before


def has_document(case: Case, id: str) -> bool:
    return case.sql.execute("SELECT 1 FROM documents WHERE id = ?", (id,)).fetchone() is not None


def count_documents(case: Case) -> int:
    return int(case.sql.execute("SELECT count(*) FROM documents").fetchone()[0])


def append_log(case: Case, lines: Sequence[Correction]) -> None:
    """Add lines to the log; those that are there already are left as they are."""
    with case.writing():
        insert_log(case, lines)


def insert_log(case: Case, lines: Sequence[Correction]) -> int:
    rows = [(c.id, c.at, c.by, c.action, c.step, c.about, c.document, write_line(c)) for c in lines]
    before = case.sql.total_changes
    case.sql.executemany(
        "INSERT OR IGNORE INTO log (id, at, by, action, step, about, document, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    return case.sql.total_changes - before


def count_log(case: Case) -> int:
    """The number of the log's last line: it grows with every correction, whoever makes it."""
    return int(case.sql.execute("SELECT coalesce(max(number), 0) FROM log").fetchone()[0])


def find_next_moment(case: Case) -> str:
    """Now, or just after the last line of the log where this machine's clock is behind it."""
    last = case.sql.execute("SELECT max(at) FROM log").fetchone()[0]
    now = datetime.now(UTC)
    if last is not None:
        after = datetime.strptime(last, MOMENT).replace(tzinfo=UTC) + timedelta(microseconds=1)
        now = max(now, after)
    return name_moment(now)


def load_documents(case: Case, id: str | None = None) -> list[Document]:
    """All documents in the order in which they were added, or the one called `id`."""
    where, values = ("", ()) if id is None else (" WHERE id = ?", (id,))
    rows = case.sql.execute(f"SELECT {', '.join(IN_COLUMNS)}, head FROM documents{where} ORDER BY number", values)
    return [Document(**dict(zip(IN_COLUMNS, row[:-1], strict=True)), **read_head(row[-1])) for row in rows]


def read_head(head: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(head)
    return found


def load_lines(case: Case, document: str | None = None) -> list[str]:
    """The records as they were coded, one JSON text each."""
    where, values = ("", ()) if document is None else (" WHERE document = ?", (document,))
    return [row[0] for row in case.sql.execute(f"SELECT line FROM records{where} ORDER BY number", values)]


def load_coding(case: Case, document: str | None = None) -> Coding:
    """What the coder made of all articles, or of one, before any correction."""
    documents = load_documents(case, document)
    records = [json.loads(line) for line in load_lines(case, document)]
    return Coding.model_validate({"documents": documents, "records": records})


def load_log(case: Case, document: str | None = None) -> list[Correction]:
    """The log; with `document`, its lines about that article, and what undoes and redoes any step."""
    where, values = ("", ()) if document is None else (" WHERE document = ? OR document IS NULL", (document,))
    rows = case.sql.execute(f"SELECT line FROM log{where} ORDER BY at, id", values)
    return [Correction.model_validate_json(row[0]) for row in rows]
