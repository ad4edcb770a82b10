CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT,
    source TEXT NOT NULL,
    address TEXT,
    published TEXT,
    text TEXT NOT NULL,
    head TEXT NOT NULL,
    added_at TEXT NOT NULL,
    coded_by TEXT NOT NULL
) STRICT;

CREATE TABLE records (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL,
    line TEXT NOT NULL
) STRICT;
CREATE INDEX records_of_a_document ON records (document, kind);

CREATE TABLE log (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    action TEXT NOT NULL,
    step TEXT NOT NULL,
    about TEXT NOT NULL,
    document TEXT,
    line TEXT NOT NULL
) STRICT;
CREATE INDEX log_about ON log (about);
CREATE INDEX log_of_a_document ON log (document);
CREATE INDEX log_by_person ON log (by, at, id);
CREATE INDEX turns ON log (about) WHERE action IN ('undo', 'redo');

CREATE TABLE failures (
    source TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    message TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
    log INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    label TEXT,
    name TEXT NOT NULL,
    sentence TEXT NOT NULL,
    value REAL,
    low REAL,
    high REAL
) STRICT;

CREATE TABLE newest_forecast (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    log INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    forecast BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = 'documents', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER words_of_a_document AFTER INSERT ON documents BEGIN
    INSERT INTO words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

CREATE TRIGGER no_document_changes BEFORE UPDATE ON documents BEGIN SELECT raise(ABORT, 'documents are never changed'); END;
CREATE TRIGGER no_document_goes BEFORE DELETE ON documents BEGIN SELECT raise(ABORT, 'documents are never removed'); END;
CREATE TRIGGER no_record_changes BEFORE UPDATE ON records BEGIN SELECT raise(ABORT, 'records are never changed'); END;
CREATE TRIGGER no_record_goes BEFORE DELETE ON records BEGIN SELECT raise(ABORT, 'records are never removed'); END;
CREATE TRIGGER no_line_changes BEFORE UPDATE ON log BEGIN SELECT raise(ABORT, 'the log is never changed'); END;
CREATE TRIGGER no_line_goes BEFORE DELETE ON log BEGIN SELECT raise(ABORT, 'the log is never shortened'); END;

CREATE VIEW undone AS
SELECT about AS step
FROM (SELECT about, action, max(at || id) FROM log WHERE action IN ('undo', 'redo') GROUP BY about)
WHERE action = 'undo';

CREATE VIEW effective AS
SELECT * FROM log WHERE action NOT IN ('undo', 'redo') AND step NOT IN (SELECT step FROM undone);

CREATE VIEW decisions AS
SELECT about AS record, document, action, by, at, line, max(at || id) AS latest
FROM effective WHERE action <> 'set' GROUP BY about;

CREATE VIEW coding AS
SELECT
    records.id, records.document, documents.title, documents.published, records.kind,
    coalesce(decisions.action, 'proposed') AS status, decisions.by, decisions.at,
    json_extract(records.line, '$.evidence.quote') AS quote,
    json_extract(records.line, '$.certainty') AS certainty,
    json_extract(records.line, '$.why') AS why,
    records.line AS as_coded, decisions.line AS decision
FROM records JOIN documents ON documents.id = records.document LEFT JOIN decisions ON decisions.record = records.id;
