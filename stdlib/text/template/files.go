package template

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// reader reads a file: it answers the name of the template that it becomes, and its text.
type reader func(file string) (name string, text []byte, err error)

func fromDisk(file string) (string, []byte, error) {
	text, err := os.ReadFile(file)
	return filepath.Base(file), text, err
}

func fromFS(fsys fs.FS) reader {
	return func(file string) (string, []byte, error) {
		text, err := fs.ReadFile(fsys, file)
		return path.Base(file), text, err
	}
}

// parseAll parses files into templates that belong with t; the first makes t if that is nil.
func (t *Template) parseAll(read reader, files []string) (*Template, error) {
	if len(files) == 0 {
		return nil, fmt.Errorf("template: no files named in call to ParseFiles")
	}
	for _, file := range files {
		name, text, err := read(file)
		if err != nil {
			return nil, err
		}
		if t == nil {
			t = New(name)
		}
		to := t
		if name != t.name {
			to = t.New(name)
		}
		if _, err := to.Parse(string(text)); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// matching expands patterns, each of which must match something.
func matching(glob func(string) ([]string, error), patterns []string) ([]string, error) {
	var files []string
	for _, p := range patterns {
		found, err := glob(p)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("template: pattern matches no files: %#q", p)
		}
		files = append(files, found...)
	}
	return files, nil
}

func (t *Template) parseGlob(pattern string) (*Template, error) {
	files, err := matching(filepath.Glob, []string{pattern})
	if err != nil {
		return nil, err
	}
	return t.parseAll(fromDisk, files)
}

func (t *Template) parseFS(fsys fs.FS, patterns []string) (*Template, error) {
	files, err := matching(func(p string) ([]string, error) { return fs.Glob(fsys, p) }, patterns)
	if err != nil {
		return nil, err
	}
	return t.parseAll(fromFS(fsys), files)
}

// ParseFiles makes templates of files, each called as its file without the folder, and answers the first.
func ParseFiles(filenames ...string) (*Template, error) {
	return (*Template)(nil).parseAll(fromDisk, filenames)
}

// ParseFiles makes templates of files that belong with t, each called as its file without the folder.
func (t *Template) ParseFiles(filenames ...string) (*Template, error) {
	t.init()
	return t.parseAll(fromDisk, filenames)
}

// ParseGlob is ParseFiles with the files that match the pattern.
func ParseGlob(pattern string) (*Template, error) { return (*Template)(nil).parseGlob(pattern) }

// ParseGlob is ParseFiles with the files that match the pattern.
func (t *Template) ParseGlob(pattern string) (*Template, error) {
	t.init()
	return t.parseGlob(pattern)
}

// ParseFS is ParseGlob in another file system.
func ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	return (*Template)(nil).parseFS(fsys, patterns)
}

// ParseFS is ParseGlob in another file system.
func (t *Template) ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	t.init()
	return t.parseFS(fsys, patterns)
}
