-- What the staff said that words meant which nobody had understood. Of the words
-- it keeps a hash alone: whoever wrote them may want to be forgotten.

CREATE TABLE taught (
    question TEXT    NOT NULL,
    words    TEXT    NOT NULL,
    option   TEXT    NOT NULL, -- '' when they are no answer
    by       TEXT    NOT NULL, -- the name of who said it
    missed   INTEGER NOT NULL REFERENCES events (id),
    at       INTEGER NOT NULL,
    PRIMARY KEY (question, words)
) STRICT, WITHOUT ROWID;
