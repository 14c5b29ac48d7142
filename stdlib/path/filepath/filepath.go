// Package filepath has functions on paths of files.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"sort"
	"strings"
	"syscall"
)

// maxSeparators bounds how deep Glob goes.
const maxSeparators = 10000

// Separators.
const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = path.ErrBadPattern

// SkipDir, returned by a WalkFunc, skips the directory; SkipAll ends the walk.
var (
	SkipDir error = fs.SkipDir
	SkipAll error = fs.SkipAll
)

// Clean is the shortest path that means the same.
func Clean(p string) string { return path.Clean(p) }

// Split cuts p after its last separator.
func Split(p string) (dir, file string) { return path.Split(p) }

// Join joins the elements that are not empty, and cleans the result.
func Join(elem ...string) string { return path.Join(elem...) }

// Ext is the suffix from the last dot on.
func Ext(p string) string { return path.Ext(p) }

// Base is the last element.
func Base(p string) string { return path.Base(p) }

// Dir is all but the last element, cleaned.
func Dir(p string) string { return path.Dir(p) }

// IsAbs reports whether p is absolute.
func IsAbs(p string) bool { return path.IsAbs(p) }

// ToSlash and FromSlash change nothing here.
func ToSlash(p string) string { return p }

// FromSlash changes nothing here.
func FromSlash(p string) string { return p }

// VolumeName is empty here.
func VolumeName(p string) string { return "" }

// SplitList splits a list like the variable PATH.
func SplitList(p string) []string {
	if p == "" {
		return []string{}
	}
	return strings.Split(p, string(ListSeparator))
}

// HasPrefix reports whether p begins with the characters of prefix, which need not end where an element does.
//
// Deprecated: it is seldom what is meant.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

// Match reports whether name matches the pattern; see path.Match.
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }

// Abs is p made absolute.
func Abs(p string) (string, error) {
	if IsAbs(p) {
		return Clean(p), nil
	}
	wd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(wd, p), nil
}

// IsLocal reports whether p stays below the directory it starts from.
func IsLocal(p string) bool {
	if IsAbs(p) || p == "" {
		return false
	}
	c := Clean(p)
	return c != ".." && !strings.HasPrefix(c, "../")
}

// Localize makes a path of package io/fs one of files.
func Localize(p string) (string, error) {
	if !fs.ValidPath(p) || strings.IndexByte(p, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return p, nil
}

// Rel is targpath as seen from basepath.
func Rel(basepath, targpath string) (string, error) {
	base, targ := Clean(basepath), Clean(targpath)
	if targ == base {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	if targ == "." {
		targ = ""
	}
	if IsAbs(base) != IsAbs(targ) {
		return "", errors.New("Rel: can't make " + targpath + " relative to " + basepath)
	}
	b, t := elements(base), elements(targ)
	for len(b) > 0 && len(t) > 0 && b[0] == t[0] {
		b, t = b[1:], t[1:]
	}
	if len(b) > 0 && b[0] == ".." {
		return "", errors.New("Rel: can't make " + targpath + " relative to " + basepath)
	}
	up := make([]string, len(b))
	for i := range up {
		up[i] = ".."
	}
	return strings.Join(append(up, t...), "/"), nil
}

func elements(p string) []string {
	return strings.FieldsFunc(p, func(r rune) bool { return r == '/' })
}

// EvalSymlinks is p without symbolic links.
func EvalSymlinks(p string) (string, error) {
	done, rest := "", elements(p)
	if IsAbs(p) {
		done = "/"
	}
	slash := strings.HasSuffix(p, "/") || strings.HasSuffix(p, "/.")
	for links := 0; len(rest) > 0; {
		next := Join(done, rest[0])
		rest = rest[1:]
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if !info.IsDir() && (slash || len(rest) > 0) {
				return "", syscall.ENOTDIR
			}
			done = next
			continue
		}
		if links++; links > 255 {
			return "", errors.New("EvalSymlinks: too many links")
		}
		link, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(link) {
			done = "/"
		}
		rest = append(elements(link), rest...)
	}
	return Clean(done), nil
}

// WalkFunc is called for every file and directory of a Walk.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// Walk walks the tree under root, in order of names.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err == nil {
		return ended(walk(root, info, fn))
	}
	return ended(fn(root, nil, err))
}

// ended is what a walk that ended with err returns.
func ended(err error) error {
	switch err {
	case SkipAll, SkipDir:
		return nil
	}
	return err
}

func walk(p string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(p, info, nil)
	}
	list, err := os.ReadDir(p)
	ferr := fn(p, info, err)
	if err != nil || ferr != nil {
		return ferr
	}
	for _, entry := range list {
		name := Join(p, entry.Name())
		info, err := os.Lstat(name)
		if err != nil {
			if err := fn(name, info, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err := walk(name, info, fn); err != nil {
			if !info.IsDir() || err != SkipDir {
				return err
			}
		}
	}
	return nil
}

// WalkDir walks the tree under root, in order of names.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err == nil {
		return ended(walkDir(root, fs.FileInfoToDirEntry(info), fn))
	}
	return ended(fn(root, nil, err))
}

func walkDir(p string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	if err := fn(p, d, nil); err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			err = nil
		}
		return err
	}
	list, err := os.ReadDir(p)
	if err != nil {
		if err = fn(p, d, err); err != nil {
			if err == SkipDir && d.IsDir() {
				err = nil
			}
			return err
		}
	}
	for _, entry := range list {
		if err := walkDir(Join(p, entry.Name()), entry, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

func hasMeta(p string) bool { return strings.ContainsAny(p, `*?[\`) }

// Glob is the files that match the pattern.
func Glob(pattern string) (matches []string, err error) {
	if strings.Count(pattern, "/") > maxSeparators {
		return nil, ErrBadPattern
	}
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	switch dir {
	case "":
		dir = "."
	case "/":
	default:
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if hasMeta(dir) {
		if dir == pattern {
			return nil, ErrBadPattern
		}
		if dirs, err = Glob(dir); err != nil {
			return nil, err
		}
	}
	for _, d := range dirs {
		list, err := os.ReadDir(d)
		if err != nil {
			continue
		}
		var names []string
		for _, entry := range list {
			ok, err := Match(file, entry.Name())
			if err != nil {
				return matches, err
			}
			if ok {
				names = append(names, entry.Name())
			}
		}
		sort.Strings(names)
		for _, name := range names {
			matches = append(matches, Join(d, name))
		}
	}
	return matches, nil
}
