package storage

import (
	"context"
	"errors"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// ErrStale says that a session was changed by another commit since it was
// loaded. Nothing was recorded; load it again.
var ErrStale = errors.New("the session was changed meanwhile")

// Transient reports whether the error lies in the database and not in what was
// to be recorded: it is locked or busy, the disk is full, failing or read-only,
// the context is over. The same call is worth repeating later. Other errors
// come back with the same input.
func Transient(err error) bool {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return true
	}
	switch code(err) {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR,
		sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM,
		sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_INTERRUPT:
		return true
	}
	return false
}

// code returns SQLite's primary code of an error, 0 for any other error.
func code(err error) int {
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return 0
	}
	return e.Code() & 0xff // the higher bits tell more
}
