package fstest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing/iotest"
)

// TestFS walks through a file system, checks that opening, reading and listing agree with each other everywhere, and that
// the expected files are there (with none expected, that there are none). The error lists what is wrong.
func TestFS(fsys fs.FS, expected ...string) error {
	if err := inspect(fsys, expected); err != nil {
		return err
	}
	for _, name := range expected {
		dir, _, deeper := strings.Cut(name, "/")
		if !deeper {
			continue
		}
		sub, err := fs.Sub(fsys, dir)
		if err != nil {
			return err
		}
		if err := inspect(sub, below(dir, expected)); err != nil {
			return fmt.Errorf("testing fs.Sub(fsys, %s): %w", dir, err)
		}
		return nil // one part is as good as another
	}
	return nil
}

// below is the names in dir, as they are called from there.
func below(dir string, names []string) (rest []string) {
	for _, name := range names {
		if in, ok := strings.CutPrefix(name, dir+"/"); ok {
			rest = append(rest, in)
		}
	}
	return rest
}

func inspect(fsys fs.FS, expected []string) error {
	in := inspector{fsys: fsys}
	in.directory(".")
	in.names(".")
	if len(expected) == 0 && len(in.found) > 0 {
		slices.Sort(in.found)
		if len(in.found) > 15 {
			in.found = append(in.found[:10], "...")
		}
		in.note("expected empty file system but found files:\n%s", strings.Join(in.found, "\n"))
	}
	for _, name := range expected {
		if !slices.Contains(in.found, name) {
			in.note("expected but not found: %s", name)
		}
	}
	if in.wrong == nil {
		return nil
	}
	return fmt.Errorf("TestFS found errors:\n%w", errors.Join(in.wrong...))
}

// inspector collects what it finds.
type inspector struct {
	fsys  fs.FS
	found []string
	wrong []error
}

func (in *inspector) note(format string, args ...any) {
	in.wrong = append(in.wrong, fmt.Errorf(format, args...))
}

// listing reads a directory through an open file, n entries at a time (-1: at once), and looks at what comes after the end.
func (in *inspector) listing(dir string, n int) (list []fs.DirEntry, ok bool) {
	f, err := in.fsys.Open(dir)
	if err != nil {
		in.note("%s: Open: %w", dir, err)
		return nil, false
	}
	defer f.Close()
	d, ok := f.(fs.ReadDirFile)
	if !ok {
		in.note("%s: Open returned File type %T, not a fs.ReadDirFile", dir, f)
		return nil, false
	}
	for {
		some, err := d.ReadDir(n)
		list = append(list, some...)
		switch {
		case n > 0 && len(some) > n:
			in.note("%s: ReadDir(%d): %d entries (too many)", dir, n, len(some))
			return nil, false
		case n > 0 && err == io.EOF:
			return list, true
		case err != nil:
			in.note("%s: ReadDir(%d): %w", dir, n, err)
			return nil, false
		case n > 0 && len(some) == 0:
			in.note("%s: ReadDir(%d): 0 entries but nil error", dir, n)
			return nil, false
		case n <= 0:
			if some, err := d.ReadDir(n); len(some) > 0 || err != nil {
				in.note("%s: ReadDir(%d) at EOF = %d entries, %v, wanted 0 entries, nil", dir, n, len(some), err)
			}
			if some, err := d.ReadDir(1); len(some) > 0 || err != io.EOF {
				in.note("%s: ReadDir(1) at EOF = %d entries, %v, wanted 0 entries, EOF", dir, len(some), err)
			}
			return list, true
		}
	}
}

// directory inspects a directory and everything in it.
func (in *inspector) directory(dir string) {
	list, ok := in.listing(dir, -1)
	if !ok {
		return
	}
	for _, e := range list {
		name := e.Name()
		if name == "" || name == "." || name == ".." || strings.ContainsAny(name, `/\`) {
			in.note("%s: ReadDir: child has invalid name: %#q", dir, name)
			continue
		}
		full := path.Join(dir, name)
		in.found = append(in.found, full)
		in.entry(full, e)
		in.names(full)
		switch e.Type() {
		case fs.ModeDir:
			in.directory(full)
		case fs.ModeSymlink: // may lead back here
		default:
			in.file(full)
		}
	}
	for _, n := range []int{-1, 1, 2} {
		if again, ok := in.listing(dir, n); ok {
			in.sameList(dir, fmt.Sprintf("ReadDir(%d) of another file", n), list, again)
		}
	}
	in.sortedList(dir, "fs.ReadDir", list, func() ([]fs.DirEntry, error) { return fs.ReadDir(in.fsys, dir) })
	if fsys, ok := in.fsys.(fs.ReadDirFS); ok {
		in.sortedList(dir, "fsys.ReadDir", list, func() ([]fs.DirEntry, error) { return fsys.ReadDir(dir) })
	}
	in.globs(dir, list)
}

func (in *inspector) sortedList(dir, what string, list []fs.DirEntry, read func() ([]fs.DirEntry, error)) {
	again, err := read()
	if err != nil {
		in.note("%s: %s: %w", dir, what, err)
		return
	}
	in.sameList(dir, what, list, again)
	for i := 1; i < len(again); i++ {
		if a, b := again[i-1].Name(), again[i].Name(); a >= b {
			in.note("%s: %s: list not sorted: %s before %s", dir, what, a, b)
		}
	}
}

// sameList compares what two ways of listing have found, whatever the order.
func (in *inspector) sameList(dir, what string, first, second []fs.DirEntry) {
	lines := func(list []fs.DirEntry) (lines []string) {
		for _, e := range list {
			lines = append(lines, outline(e.Name(), e.IsDir(), e.Type()))
		}
		slices.Sort(lines)
		return lines
	}
	a, b := lines(first), lines(second)
	for _, line := range a {
		if !slices.Contains(b, line) {
			in.note("%s: %s does not list %s", dir, what, line)
		}
	}
	for _, line := range b {
		if !slices.Contains(a, line) {
			in.note("%s: only %s lists %s", dir, what, line)
		}
	}
}

func outline(name string, isDir bool, kind fs.FileMode) string {
	return fmt.Sprintf("%s IsDir=%v Type=%v", name, isDir, kind)
}

func details(i fs.FileInfo) string {
	return fmt.Sprintf("%s IsDir=%v Mode=%v Size=%d ModTime=%v", i.Name(), i.IsDir(), i.Mode(), i.Size(), i.ModTime())
}

// entry compares an entry of a directory with what the file says about itself.
func (in *inspector) entry(name string, e fs.DirEntry) {
	listed, err := e.Info()
	if err != nil {
		in.note("%s: entry.Info: %w", name, err)
		return
	}
	if a, b := outline(e.Name(), e.IsDir(), e.Type()), outline(listed.Name(), listed.IsDir(), listed.Mode().Type()); a != b {
		in.note("%s: mismatch:\n\tentry = %s\n\tentry.Info() = %s", name, a, b)
	}
	if e.Type()&fs.ModeSymlink != 0 {
		if l, ok := in.fsys.(fs.ReadLinkFS); ok {
			if _, err := l.ReadLink(name); err != nil {
				in.note("%s: ReadLink: %w", name, err)
			}
		}
		return // all else is about what it leads to
	}
	check := func(what string, i fs.FileInfo, err error) {
		if err != nil {
			in.note("%s: %s: %w", name, what, err)
		} else if a, b := details(listed), details(i); a != b {
			in.note("%s: mismatch:\n\tentry.Info() = %s\n\t%s = %s", name, a, what, b)
		}
	}
	f, err := in.fsys.Open(name)
	if err != nil {
		in.note("%s: Open: %w", name, err)
		return
	}
	i, err := f.Stat()
	f.Close()
	check("file.Stat()", i, err)
	i, err = fs.Stat(in.fsys, name)
	check("fs.Stat(...)", i, err)
	if fsys, ok := in.fsys.(fs.StatFS); ok {
		i, err = fsys.Stat(name)
		check("fsys.Stat(...)", i, err)
	}
}

// file compares all ways to read a file.
func (in *inspector) file(name string) {
	f, err := in.fsys.Open(name)
	if err != nil {
		in.note("%s: Open: %w", name, err)
		return
	}
	data, err := io.ReadAll(f)
	if err != nil {
		f.Close()
		in.note("%s: Open+ReadAll: %w", name, err)
		return
	}
	if err := f.Close(); err != nil {
		in.note("%s: Close: %w", name, err)
	}
	f.Close() // must not do harm
	whole, err := fs.ReadFile(in.fsys, name)
	in.sameData(name, "fs.ReadFile", data, whole, err)
	if fsys, ok := in.fsys.(fs.ReadFileFS); ok {
		own, err := fsys.ReadFile(name)
		in.sameData(name, "fsys.ReadFile", data, own, err)
		for i := range own {
			own[i]++
		}
		again, err := fsys.ReadFile(name) // what the caller got before was the caller's
		in.sameData(name, "second call to fsys.ReadFile", data, again, err)
	}
	if f, err = in.fsys.Open(name); err != nil {
		in.note("%s: second Open: %w", name, err)
		return
	}
	defer f.Close()
	if err := iotest.TestReader(f, data); err != nil {
		in.note("%s: failed TestReader:\n\t%s", name, strings.ReplaceAll(err.Error(), "\n", "\n\t"))
	}
}

func (in *inspector) sameData(name, what string, a, b []byte, err error) {
	if err != nil {
		in.note("%s: %s: %w", name, what, err)
	} else if string(a) != string(b) {
		in.note("%s: ReadAll vs %s: different data returned\n\t%q\n\t%q", name, what, a, b)
	}
}

// names opens what is no valid name for the file, which must not work.
func (in *inspector) names(name string) {
	bad := []string{"/" + name, name + "/.", name + "/", "./" + name, strings.Replace(name, "/", "//", 1), strings.Replace(name, "/", "/./", 1)}
	if name != "." {
		bad = append(bad, name+"/../"+path.Base(name))
	}
	for _, b := range bad {
		if b == name {
			continue
		}
		if f, err := in.fsys.Open(b); err == nil {
			f.Close()
			in.note("%s: Open(%s) succeeded, want error", name, b)
		}
	}
}

// globs asks a file system that matches patterns itself.
func (in *inspector) globs(dir string, list []fs.DirEntry) {
	fsys, ok := in.fsys.(fs.GlobFS)
	if !ok {
		return
	}
	if bad := path.Join(dir, "nonexist/[]"); true {
		if _, err := fsys.Glob(bad); err == nil {
			in.note("%s: Glob(%#q): bad pattern not detected", dir, bad)
		}
	}
	quote := strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`, `\`, `\\`)
	for _, pattern := range []string{"*", "*e*", "[a-m]*", "?*?"} {
		var want []string
		for _, e := range list {
			if ok, _ := path.Match(pattern, e.Name()); ok {
				want = append(want, path.Join(dir, e.Name()))
			}
		}
		slices.Sort(want)
		full := path.Join(quote.Replace(dir), pattern)
		got, err := fsys.Glob(full)
		switch {
		case err != nil:
			in.note("%s: Glob(%#q): %w", dir, full, err)
		case !slices.IsSorted(got):
			in.note("%s: Glob(%#q): unsorted output:\n%s", dir, full, strings.Join(got, "\n"))
		case !slices.Equal(got, want):
			in.note("%s: Glob(%#q): wrong output:\n%s\nwant:\n%s", dir, full, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}
