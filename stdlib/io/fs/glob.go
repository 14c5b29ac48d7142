package fs

import (
	"path"
	"strings"
)

// maxSeparators bounds how deep Glob goes.
const maxSeparators = 10000

// GlobFS is a file system with a Glob of its own.
type GlobFS interface {
	FS
	Glob(pattern string) ([]string, error)
}

// Glob lists the names that match pattern, as path.Match does. Errors other than a bad pattern are ignored.
func Glob(fsys FS, pattern string) (matches []string, err error) {
	if own, ok := fsys.(GlobFS); ok {
		return own.Glob(pattern)
	}
	if strings.Count(pattern, "/") > maxSeparators {
		return nil, path.ErrBadPattern
	}
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err := Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := path.Split(pattern)
	dirs := []string{path.Clean(dir)} // "." for none
	if hasMeta(dirs[0]) {
		if dirs[0] == pattern {
			return nil, path.ErrBadPattern
		}
		if dirs, err = Glob(fsys, dirs[0]); err != nil {
			return nil, err
		}
	}
	for _, dir := range dirs {
		entries, _ := ReadDir(fsys, dir)
		for _, e := range entries {
			if ok, err := path.Match(file, e.Name()); err != nil {
				return matches, err
			} else if ok {
				matches = append(matches, path.Join(dir, e.Name()))
			}
		}
	}
	return matches, nil
}

// hasMeta reports whether a pattern has anything special in it.
func hasMeta(pattern string) bool {
	for _, c := range pattern {
		if c == '*' || c == '?' || c == '[' || c == '\\' {
			return true
		}
	}
	return false
}
