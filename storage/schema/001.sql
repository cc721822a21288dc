-- Times are Unix milliseconds, UTC.
-- Rows of leads are never deleted, only emptied: the ids and keys given after
-- them rest on the largest id.

CREATE TABLE leads (
    id           INTEGER PRIMARY KEY,
    chat_id      INTEGER NOT NULL UNIQUE,
    version      INTEGER NOT NULL, -- counts the commits
    phase        TEXT    NOT NULL,
    owner        TEXT    NOT NULL,
    stage        TEXT    NOT NULL,
    source       TEXT    NOT NULL, -- the first one
    test         INTEGER NOT NULL,
    shadow       INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    completed_at INTEGER,
    due_at       INTEGER,
    session      TEXT    NOT NULL  -- a dialog.Session as JSON
) STRICT;

CREATE INDEX leads_due ON leads (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX leads_waiting ON leads (id) WHERE stage = 'handed_off';
CREATE INDEX leads_shadow ON leads (id) WHERE shadow = 1;
CREATE INDEX leads_test ON leads (id) WHERE test = 1;
CREATE INDEX leads_created ON leads (created_at);
CREATE INDEX leads_completed ON leads (completed_at) WHERE completed_at IS NOT NULL;

-- Every answer ever given, also those replaced since.
CREATE TABLE answers (
    lead_id  INTEGER NOT NULL REFERENCES leads (id),
    question TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    value    TEXT    NOT NULL,
    raw      TEXT    NOT NULL,
    via      TEXT    NOT NULL,
    PRIMARY KEY (lead_id, question, at)
) STRICT, WITHOUT ROWID;

CREATE INDEX answers_at ON answers (at);

-- What happened, but for the answers.
CREATE TABLE events (
    id       INTEGER PRIMARY KEY,
    lead_id  INTEGER REFERENCES leads (id),
    kind     TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    question TEXT    NOT NULL,
    text     TEXT    NOT NULL
) STRICT;

CREATE INDEX events_kind ON events (kind, at, question, lead_id);
CREATE INDEX events_text ON events (lead_id) WHERE text <> '';

-- The proof of a consent outlives the lead's data.
CREATE TABLE consents (
    lead_id      INTEGER NOT NULL,
    purpose      TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    given        INTEGER NOT NULL,
    version      TEXT    NOT NULL,
    hash         TEXT    NOT NULL,
    message_id   INTEGER NOT NULL,
    withdrawn_at INTEGER,
    PRIMARY KEY (lead_id, purpose, at)
) STRICT, WITHOUT ROWID;

-- The messenger's updates that were handled, kept for as long as it may repeat them.
CREATE TABLE updates (
    update_id INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL
) STRICT;

CREATE INDEX updates_at ON updates (at);

CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY,
    key        TEXT    NOT NULL UNIQUE,
    lead_id    INTEGER, -- NULL when it belongs to none
    class      TEXT    NOT NULL,
    method     TEXT    NOT NULL,
    chat       INTEGER NOT NULL,
    topic      TEXT    NOT NULL,
    refers     TEXT    NOT NULL,
    priority   INTEGER NOT NULL,
    body       BLOB,    -- NULL once settled: it holds personal data
    at         INTEGER NOT NULL,
    attempts   INTEGER NOT NULL,
    until      INTEGER, -- class once: not to be begun later
    state      TEXT    NOT NULL CHECK (state IN ('waiting', 'flying', 'done', 'dead')),
    message_id INTEGER, -- of the message sent, or of the topic
    sent_chat  INTEGER,
    done_at    INTEGER  -- NULL until done or dead
) STRICT;

CREATE INDEX outbox_undone ON outbox (id) WHERE done_at IS NULL;

CREATE TABLE notes (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dead_letters (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    update_id INTEGER,
    chat      INTEGER NOT NULL,
    payload   BLOB,
    error     TEXT    NOT NULL
) STRICT;
