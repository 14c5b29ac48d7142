// Package fstest has a file system in memory, for tests.
package fstest

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// MapFS is a file system in memory: files by path. Directories need not be in the map.
type MapFS map[string]*MapFile

var _ interface {
	fs.StatFS
	fs.ReadFileFS
	fs.ReadDirFS
	fs.SubFS
} = MapFS(nil)

const maxLinks = 40

// resolve is the path without symbolic links, except, unless follow is set, at its end.
func (m MapFS) resolve(name string, follow bool) (string, bool) {
	for range maxLinks {
		next := ""
		for end := 0; end < len(name) && next == ""; {
			if i := strings.IndexByte(name[end+1:], '/'); i >= 0 {
				end += i + 1
			} else {
				end = len(name)
			}
			f := m[name[:end]]
			if f == nil || f.Mode.Type() != fs.ModeSymlink || end == len(name) && !follow {
				continue
			}
			target := string(f.Data)
			if path.IsAbs(target) {
				return "", false
			}
			next = path.Join(path.Dir(name[:end]), target) + name[end:]
		}
		if next == "" {
			return name, fs.ValidPath(name)
		}
		name = next
	}
	return "", false
}

// lookup finds a file or directory, whose path without symbolic links is real.
func (m MapFS) lookup(name string, follow bool) (real string, info *entry, err error) {
	real, ok := name, fs.ValidPath(name)
	if ok {
		real, ok = m.resolve(name, follow)
	}
	if !ok {
		return "", nil, fs.ErrNotExist
	}
	if f := m[real]; f != nil {
		return real, &entry{path.Base(name), f}, nil
	}
	exists := real == "."
	for other := range m {
		exists = exists || strings.HasPrefix(other, real+"/")
	}
	if !exists {
		return "", nil, fs.ErrNotExist
	}
	return real, &entry{path.Base(name), directory}, nil
}

// MapFile is a file of a MapFS.
type MapFile struct {
	Data    []byte // or where a symbolic link leads
	Mode    fs.FileMode
	ModTime time.Time
	Sys     any
}

// directory stands for directories that are not in the map.
var directory = &MapFile{Mode: fs.ModeDir | 0o555}

// Open opens a file or directory. It follows symbolic links.
func (m MapFS) Open(name string) (fs.File, error) {
	real, info, err := m.lookup(name, true)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	if info.IsDir() {
		return &openDir{entry: info, path: name, list: m.children(real)}, nil
	}
	return &openFile{entry: info, path: name}, nil
}

// children is what a directory contains, sorted.
func (m MapFS) children(dir string) (list []fs.DirEntry) {
	prefix := dir + "/"
	if dir == "." {
		prefix = ""
	}
	found := map[string]*MapFile{}
	for name, f := range m {
		rest, inside := strings.CutPrefix(name, prefix)
		if !inside || rest == "" || name == "." {
			continue
		}
		elem, _, deeper := strings.Cut(rest, "/")
		if !deeper {
			found[elem] = f
		} else if found[elem] == nil {
			found[elem] = directory
		}
	}
	for name, f := range found {
		list = append(list, &entry{name, f})
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list
}

// Stat describes a file. It follows symbolic links.
func (m MapFS) Stat(name string) (fs.FileInfo, error) { return m.describe("stat", name, true) }

// Lstat describes a file, or the symbolic link itself.
func (m MapFS) Lstat(name string) (fs.FileInfo, error) { return m.describe("lstat", name, false) }

func (m MapFS) describe(op, name string, follow bool) (fs.FileInfo, error) {
	if follow {
		op = "open" // which is what it does
	}
	_, info, err := m.lookup(name, follow)
	if err != nil {
		return nil, &fs.PathError{Op: op, Path: name, Err: err}
	}
	return info, nil
}

// ReadLink is where a symbolic link leads.
func (m MapFS) ReadLink(name string) (string, error) {
	_, info, err := m.lookup(name, false)
	if err == nil && info.Type() != fs.ModeSymlink {
		err = fs.ErrInvalid
	}
	if err != nil {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: err}
	}
	return string(info.file.Data), nil
}

// plain hides methods, so that package fs does not come back to them.
type plain struct{ fs.FS }

// ReadFile is the content of a file.
func (m MapFS) ReadFile(name string) ([]byte, error) { return fs.ReadFile(plain{m}, name) }

// ReadDir is the content of a directory.
func (m MapFS) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(plain{m}, name) }

// Glob is the names that match pattern.
func (m MapFS) Glob(pattern string) ([]string, error) { return fs.Glob(plain{m}, pattern) }

// Sub is the file system below a directory.
func (m MapFS) Sub(dir string) (fs.FS, error) { return fs.Sub(plain{m}, dir) }

// entry is a file as its directory and Stat describe it.
type entry struct {
	name string
	file *MapFile
}

func (e *entry) Name() string               { return e.name }
func (e *entry) Size() int64                { return int64(len(e.file.Data)) }
func (e *entry) Mode() fs.FileMode          { return e.file.Mode }
func (e *entry) Type() fs.FileMode          { return e.file.Mode.Type() }
func (e *entry) ModTime() time.Time         { return e.file.ModTime }
func (e *entry) IsDir() bool                { return e.file.Mode.IsDir() }
func (e *entry) Sys() any                   { return e.file.Sys }
func (e *entry) Info() (fs.FileInfo, error) { return e, nil }
func (e *entry) Stat() (fs.FileInfo, error) { return e, nil }
func (e *entry) String() string             { return fs.FormatFileInfo(e) }

// openFile is an open file.
type openFile struct {
	*entry
	path string
	at   int64
}

// Close does nothing.
func (f *openFile) Close() error { return nil }

func (f *openFile) Read(p []byte) (int, error) {
	n, err := f.ReadAt(p, f.at)
	f.at += int64(n)
	if n > 0 || len(p) == 0 && f.at < f.Size() {
		err = nil
	}
	return n, err
}

// ReadAt reads at an offset.
func (f *openFile) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off > f.Size() {
		return 0, &fs.PathError{Op: "read", Path: f.path, Err: fs.ErrInvalid}
	}
	if n = copy(p, f.file.Data[off:]); n < len(p) || n == 0 {
		err = io.EOF
	}
	return n, err
}

// Seek sets where Read goes on.
func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	if whence == io.SeekCurrent {
		offset += f.at
	} else if whence == io.SeekEnd {
		offset += f.Size()
	}
	if offset < 0 || offset > f.Size() {
		return 0, &fs.PathError{Op: "seek", Path: f.path, Err: fs.ErrInvalid}
	}
	f.at = offset
	return offset, nil
}

// openDir is an open directory.
type openDir struct {
	*entry
	path string
	list []fs.DirEntry
}

// Close does nothing.
func (d *openDir) Close() error { return nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.path, Err: fs.ErrInvalid}
}

// ReadDir is the next count entries, or all that are left.
func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.list)
	if count > 0 {
		if n == 0 {
			return nil, io.EOF
		}
		n = min(n, count)
	}
	next := append([]fs.DirEntry{}, d.list[:n]...)
	d.list = d.list[n:]
	return next, nil
}
