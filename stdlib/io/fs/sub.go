package fs

import (
	"errors"
	"path"
)

// Sub is the file system below dir.
func Sub(fsys FS, dir string) (FS, error) {
	switch own, ok := fsys.(SubFS); {
	case !ValidPath(dir):
		return nil, &PathError{Op: "sub", Path: dir, Err: ErrInvalid}
	case dir == ".":
		return fsys, nil
	case ok:
		return own.Sub(dir)
	}
	return &below{fsys, dir}, nil
}

// below is a part of a file system. Errors speak of names as this part has them.
type below struct {
	fsys FS
	dir  string
}

// outer is the name in the whole file system.
func (b *below) outer(op, name string) (string, error) {
	if !ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return path.Join(b.dir, name), nil
}

// inner is the name in this part.
func (b *below) inner(name string) (string, bool) {
	if name == b.dir {
		return ".", true
	}
	n := len(b.dir)
	if len(name) <= n || name[:n] != b.dir || name[n] != '/' {
		return "", false
	}
	return name[n+1:], true
}

func (b *below) translate(err error) error {
	var e *PathError
	if errors.As(err, &e) {
		if name, ok := b.inner(e.Path); ok {
			e.Path = name
		}
	}
	return err
}

// Open opens a file.
func (b *below) Open(name string) (File, error) {
	full, err := b.outer("open", name)
	if err != nil {
		return nil, err
	}
	f, err := b.fsys.Open(full)
	return f, b.translate(err)
}

// ReadDir lists a directory.
func (b *below) ReadDir(name string) ([]DirEntry, error) {
	full, err := b.outer("read", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(b.fsys, full)
	return list, b.translate(err)
}

// ReadFile reads a file.
func (b *below) ReadFile(name string) ([]byte, error) {
	full, err := b.outer("read", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(b.fsys, full)
	return data, b.translate(err)
}

// Glob lists names that match pattern.
func (b *below) Glob(pattern string) ([]string, error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if pattern == "." {
		return []string{"."}, nil
	}
	list, err := Glob(b.fsys, b.dir+"/"+pattern)
	for i, name := range list {
		if list[i], _ = b.inner(name); list[i] == "" {
			return nil, errors.New("invalid result from inner fsys Glob: " + name + " not in " + b.dir)
		}
	}
	return list, b.translate(err)
}

// Sub is a part of this part.
func (b *below) Sub(dir string) (FS, error) {
	full, err := b.outer("sub", dir)
	if err != nil || dir == "." {
		return b, err
	}
	return &below{b.fsys, full}, nil
}
