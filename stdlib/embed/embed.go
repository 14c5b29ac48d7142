// Package embed gives a program the files that //go:embed directives name: as a string, as bytes, or as a read-only file system.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"time"
)

// An FS holds the embedded files of a variable. The zero FS holds none.
type FS struct {
	// The files in order of their names. Each is its name, its size in decimal, and its bytes; newlines follow the first two.
	// Folders are not listed: they are where files are.
	packed string
}

// file is one embedded file, or a folder of them.
type file struct {
	name string // from the root
	data string
	dir  bool
}

func (f *file) Name() string               { return base(f.name) }
func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) IsDir() bool                { return f.dir }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) Sys() any                   { return nil }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }
func (f *file) String() string             { return fs.FormatFileInfo(f) }

func (f *file) Mode() fs.FileMode {
	if f.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

func base(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

// next takes the first file off a packed list.
func next(packed string) (f file, rest string) {
	name, rest, _ := strings.Cut(packed, "\n")
	digits, rest, _ := strings.Cut(rest, "\n")
	size := 0
	for _, d := range []byte(digits) {
		size = size*10 + int(d-'0')
	}
	return file{name: name, data: rest[:size]}, rest[size:]
}

// find answers the file or folder of a name, or nil.
func (f FS) find(name string) *file {
	if name == "." {
		return &file{name: ".", dir: true}
	}
	for rest := f.packed; rest != ""; {
		var one file
		one, rest = next(rest)
		if one.name == name {
			return &one
		}
		if strings.HasPrefix(one.name, name) && one.name[len(name)] == '/' {
			return &file{name: name, dir: true}
		}
	}
	return nil
}

// entries lists a folder, in order of names.
func (f FS) entries(dir string) []fs.DirEntry {
	prefix := dir + "/"
	if dir == "." {
		prefix = ""
	}
	var list []fs.DirEntry
	last := ""
	for rest := f.packed; rest != ""; {
		var one file
		one, rest = next(rest)
		below, ok := strings.CutPrefix(one.name, prefix)
		if !ok {
			continue
		}
		first, _, deeper := strings.Cut(below, "/")
		if deeper && first == last {
			continue
		}
		if deeper {
			last = first
			one = file{name: prefix + first, dir: true}
		}
		list = append(list, &one)
	}
	// Names in a folder need not come in the order of whole paths: "a.b" is less than "a/b", but "a" comes before "a.b".
	for i := 1; i < len(list); i++ {
		for k := i; k > 0 && list[k].Name() < list[k-1].Name(); k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
	return list
}

// Open opens a file or folder for reading.
func (f FS) Open(name string) (fs.File, error) {
	one, err := f.lookup("open", name)
	if err != nil {
		return nil, err
	}
	if one.dir {
		return &openDir{file: one, list: f.entries(one.name)}, nil
	}
	return &openFile{file: one}, nil
}

func (f FS) lookup(op, name string) (*file, error) {
	if fs.ValidPath(name) {
		if one := f.find(name); one != nil {
			return one, nil
		}
	}
	return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

// ReadDir lists the folder of the given name.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	one, err := f.lookup("open", name)
	if err != nil {
		return nil, err
	}
	if !one.dir {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	return f.entries(one.name), nil
}

// ReadFile answers a copy of a file's bytes.
func (f FS) ReadFile(name string) ([]byte, error) {
	one, err := f.lookup("open", name)
	if err != nil {
		return nil, err
	}
	if one.dir {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return []byte(one.data), nil
}

// openFile is a file being read.
type openFile struct {
	*file
	at int64
}

func (o *openFile) Stat() (fs.FileInfo, error) { return o.file, nil }
func (o *openFile) Close() error               { return nil }

func (o *openFile) Read(p []byte) (int, error) {
	if o.at >= int64(len(o.data)) {
		return 0, io.EOF
	}
	n := copy(p, o.data[o.at:])
	o.at += int64(n)
	return n, nil
}

// ReadAt reads from an offset.
func (o *openFile) ReadAt(p []byte, offset int64) (int, error) {
	if offset < 0 || offset > int64(len(o.data)) {
		return 0, &fs.PathError{Op: "read", Path: o.name, Err: fs.ErrInvalid}
	}
	n := copy(p, o.data[offset:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// Seek moves to where the next Read begins.
func (o *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += o.at
	case io.SeekEnd:
		offset += int64(len(o.data))
	}
	if offset < 0 || offset > int64(len(o.data)) {
		return 0, &fs.PathError{Op: "seek", Path: o.name, Err: fs.ErrInvalid}
	}
	o.at = offset
	return offset, nil
}

// openDir is a folder being listed.
type openDir struct {
	*file
	list []fs.DirEntry
}

func (o *openDir) Stat() (fs.FileInfo, error) { return o.file, nil }
func (o *openDir) Close() error               { return nil }

func (o *openDir) Read([]byte) (int, error) {
	name := o.name
	if name != "." {
		name += "/"
	}
	return 0, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
}

// ReadDir lists the next n entries, or all that are left if n is not positive.
func (o *openDir) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(o.list) {
		if n > 0 && len(o.list) == 0 {
			return nil, io.EOF
		}
		n = len(o.list)
	}
	some := make([]fs.DirEntry, n)
	copy(some, o.list)
	o.list = o.list[n:]
	return some, nil
}
