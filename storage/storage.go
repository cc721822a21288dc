// Package storage keeps everything in one SQLite file. One process writes it;
// any number may read beside it.
package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"

	"github.com/gofrs/flock"
	sqlite3 "modernc.org/sqlite/lib"

	"leadbot/bot"
)

var (
	_ bot.Store  = (*DB)(nil)
	_ bot.Books  = (*Reader)(nil)
	_ bot.Active = (*Reader)(nil)
)

// DB is a database that this process owns. It is safe for concurrent use.
type DB struct {
	*Reader
	writer   *sql.DB
	prepared map[string]*sql.Stmt // of the writer, by their text
	lock     *flock.Flock
}

// Reader answers questions about a database that it cannot change. It is safe
// for concurrent use.
type Reader struct{ pool *sql.DB }

// The pragmas stand in the name of the database: one that is executed reaches a
// single connection.
const (
	writing = "?_txlock=immediate&_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)" +
		"&_pragma=foreign_keys(1)&_pragma=secure_delete(1)&_pragma=wal_autocheckpoint(10000)"
	reading = "?mode=ro&_pragma=busy_timeout(5000)&_pragma=query_only(1)"
	readers = 4
)

// Open opens the database at the path, created when there is none, brings its
// schema up to date and owns it until Close. It fails when another process, or
// another DB of this one, owns it.
func Open(ctx context.Context, path string) (*DB, error) {
	if err := checkFile(path); err != nil {
		return nil, err
	}
	lock, err := own(path)
	if err != nil {
		return nil, err
	}
	db := &DB{lock: lock}
	if err := db.open(ctx, path); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

func (db *DB) open(ctx context.Context, path string) (err error) {
	if err := create(path); err != nil {
		return err
	}
	if db.writer, err = connect(ctx, path, writing, 1); err != nil {
		return err
	}
	if err := migrate(ctx, db.writer, path); err != nil {
		return err
	}
	if err := writable(ctx, db.writer, path); err != nil {
		return err
	}
	if err := refile(ctx, db.writer); err != nil {
		return err
	}
	if db.prepared, err = prepare(ctx, db.writer); err != nil {
		return err
	}
	db.Reader, err = OpenReader(ctx, path)
	return err
}

// Close gives the database back.
func (db *DB) Close() error {
	var errs []error
	if db.Reader != nil {
		errs = append(errs, db.Reader.Close())
	}
	if db.writer != nil { // after the readers: the last to leave empties the WAL
		errs = append(errs, db.writer.Close())
	}
	return errors.Join(append(errs, db.lock.Unlock())...)
}

// ErrNone is what OpenReader returns where there is no database yet.
var ErrNone = errors.New("there is no database")

// OpenReader opens a database for reading only, also one that a running bot
// owns. It fails when there is none, or when its schema is not the current one.
func OpenReader(ctx context.Context, path string) (*Reader, error) {
	if err := checkFile(path); err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s", ErrNone, path)
	}
	pool, err := connect(ctx, path, reading, readers)
	if err != nil {
		return nil, err
	}
	if err := checkCurrent(ctx, pool, path); err != nil {
		return nil, errors.Join(err, pool.Close())
	}
	return &Reader{pool}, nil
}

// Close ends the reading.
func (r *Reader) Close() error { return r.pool.Close() }

func connect(ctx context.Context, path, options string, connections int) (*sql.DB, error) {
	name := "file:" + (&url.URL{Path: path}).EscapedPath() + options
	pool, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	if _, err := version(ctx, pool); err != nil {
		return nil, errors.Join(openingFailed(path, err), pool.Close())
	}
	return pool, nil
}

func openingFailed(path string, err error) error {
	switch code(err) {
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s is not an SQLite database", path)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("database %s is read-only: the bot writes to the file and to its folder", path)
	}
	return fmt.Errorf("open database %s: %w", path, err)
}

// writable refuses a database that can only be read: SQLite opens it all the
// same. Trouble that passes by itself is left to the first change.
func writable(ctx context.Context, db *sql.DB, path string) error {
	_, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", current))
	if err != nil && (code(err) == sqlite3.SQLITE_READONLY || !Transient(err)) {
		return openingFailed(path, err)
	}
	return nil
}
