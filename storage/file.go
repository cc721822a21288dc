package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/gofrs/flock"
)

// private is the mode of all files made here. SQLite gives its own files beside
// the database the database's mode.
const private = 0o600

func checkFile(path string) error {
	if path == "" {
		return errors.New("the database has no path")
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("database %s is not a file", path)
	}
	return nil
}

// create makes an empty file where there is none. It never opens one that
// exists: closing it would drop the locks that SQLite holds on it.
func create(path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, private)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("create database: %w", err)
	}
	return file.Close()
}

// own takes the database for this process. The lock file stays when it is given
// back: removing it would let two owners hold two files of one name.
func own(path string) (*flock.Flock, error) {
	lock := flock.New(path+".lock", flock.SetPermissions(private))
	taken, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock database %s: %w", path, err)
	}
	if !taken {
		return nil, fmt.Errorf("database %s is in use by another leadbot", path)
	}
	return lock, nil
}

// InUse reports whether a running leadbot owns the database.
func InUse(path string) bool {
	if _, err := os.Stat(path + ".lock"); err != nil {
		return false
	}
	lock, err := own(path)
	if err != nil {
		return true
	}
	_ = lock.Unlock()
	return false
}
