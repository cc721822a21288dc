package storage

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
)

//go:embed schema/*.sql
var schema embed.FS

// current is the version of the schema that this program knows: the number of
// files in schema/, which follow one another without a gap.
const current = 3

// migrate brings the schema up to date, each step in a transaction of its own.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	at, err := version(ctx, db)
	if err != nil {
		return err
	}
	if err := checkOurs(ctx, db, path, at); err != nil {
		return err
	}
	for ; at < current; at++ {
		if err := step(ctx, db, at+1); err != nil {
			return fmt.Errorf("bring database %s to schema %d: %w", path, at+1, err)
		}
	}
	return nil
}

func step(ctx context.Context, db *sql.DB, to int) error {
	text, err := schema.ReadFile(fmt.Sprintf("schema/%03d.sql", to))
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, string(text)); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", to)); err != nil {
		return err
	}
	return tx.Commit()
}

// checkOurs refuses a database of a newer program, and one of another that
// leaves the version at 0.
func checkOurs(ctx context.Context, db *sql.DB, path string, at int) error {
	if at > current {
		return fmt.Errorf("database %s has schema %d, newer than %d: use a newer leadbot", path, at, current)
	}
	if at > 0 {
		return nil
	}
	var tables int
	err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables)
	if err != nil {
		return fmt.Errorf("read the schema of database %s: %w", path, err)
	}
	if tables > 0 {
		return fmt.Errorf("database %s belongs to another program", path)
	}
	return nil
}

func checkCurrent(ctx context.Context, db *sql.DB, path string) error {
	at, err := version(ctx, db)
	if err != nil {
		return err
	}
	if at < current {
		return fmt.Errorf("database %s has schema %d, older than %d: start the bot once", path, at, current)
	}
	return checkOurs(ctx, db, path, at)
}

func version(ctx context.Context, db *sql.DB) (at int, err error) {
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&at); err != nil {
		return 0, fmt.Errorf("read the schema's version: %w", err)
	}
	return at, nil
}
