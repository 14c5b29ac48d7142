package fs

import "path"

// Sub answers the file system that the folder dir of fsys is.
func Sub(fsys FS, dir string) (FS, error) {
	if !ValidPath(dir) {
		return nil, &PathError{Op: "sub", Path: dir, Err: ErrInvalid}
	}
	if dir == "." {
		return fsys, nil
	}
	if own, ok := fsys.(SubFS); ok {
		return own.Sub(dir)
	}
	return below{fsys, dir}, nil
}

// below is a folder of a file system, seen as one.
type below struct {
	whole FS
	dir   string
}

// within answers the name in the whole file system of what has the given name here.
func (b below) within(op, name string) (string, error) {
	if !ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return path.Join(b.dir, name), nil
}

// named makes an error speak of the name that was asked for.
func (b below) named(name string, err error) error {
	if e, ok := err.(*PathError); ok {
		return &PathError{Op: e.Op, Path: name, Err: e.Err}
	}
	return err
}

func (b below) Open(name string) (File, error) {
	full, err := b.within("open", name)
	if err != nil {
		return nil, err
	}
	f, err := b.whole.Open(full)
	return f, b.named(name, err)
}

func (b below) ReadDir(name string) ([]DirEntry, error) {
	full, err := b.within("read", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(b.whole, full)
	return list, b.named(name, err)
}

func (b below) ReadFile(name string) ([]byte, error) {
	full, err := b.within("read", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(b.whole, full)
	return data, b.named(name, err)
}

func (b below) Sub(dir string) (FS, error) {
	full, err := b.within("sub", dir)
	if err != nil || dir == "." {
		return b, err
	}
	return below{b.whole, full}, nil
}

// A GlobFS finds names by a pattern in a way of its own.
type GlobFS interface {
	FS

	// Glob answers the names that match the pattern.
	Glob(pattern string) ([]string, error)
}

// Glob answers the names of all files and folders that match a pattern as path.Match has them, or nil if there are none.
// Folders that can not be read are passed over.
func Glob(fsys FS, pattern string) ([]string, error) {
	if own, ok := fsys.(GlobFS); ok {
		return own.Glob(pattern)
	}
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !special(pattern) {
		if _, err := Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, last := path.Split(pattern)
	dirs := []string{"."}
	if dir != "" {
		dir = path.Clean(dir)
		dirs = []string{dir}
		if special(dir) {
			found, err := Glob(fsys, dir)
			if err != nil {
				return nil, err
			}
			dirs = found
		}
	}
	var names []string
	for _, d := range dirs {
		list, err := ReadDir(fsys, d)
		if err != nil {
			continue
		}
		for _, e := range list {
			ok, err := path.Match(last, e.Name())
			if err != nil {
				return names, err
			}
			if ok {
				names = append(names, path.Join(d, e.Name()))
			}
		}
	}
	return names, nil
}

// special tells whether a pattern can match more than its own text.
func special(pattern string) bool {
	for _, c := range []byte(pattern) {
		if c == '*' || c == '?' || c == '[' || c == '\\' {
			return true
		}
	}
	return false
}
