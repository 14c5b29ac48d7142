// A file system in memory: nodes behind interfaces, paths with links, wrapped errors with sentinel causes, walking with an early
// end, and streams that implement io's interfaces.
package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

var (
	errMissing = errors.New("no such file")
	errNotDir  = errors.New("not a directory")
	errIsDir   = errors.New("is a directory")
	errExists  = errors.New("exists already")
	errLoop    = errors.New("too many links")
	errStop    = errors.New("stop")
)

type pathError struct {
	op, path string
	err      error
}

func (e *pathError) Error() string        { return e.op + " " + e.path + ": " + e.err.Error() }
func (e *pathError) Unwrap() error        { return e.err }
func (e *pathError) Is(target error) bool { p, ok := target.(*pathError); return ok && p.op == e.op }

type node interface{ size() int }
type (
	file struct{ data []byte }
	dir  struct{ entries map[string]node }
	link struct{ target string }
)

func (f *file) size() int { return len(f.data) }
func (l link) size() int  { return len(l.target) }
func (d *dir) size() (n int) {
	for _, e := range d.entries {
		n += e.size()
	}
	return
}

type fs struct{ root *dir }

// find follows links, in the last element only if follow.
func (f *fs) find(name string, follow bool) (n node, err error) {
	hops := 0
	var walk func(at *dir, base, rest string) (node, error)
	walk = func(at *dir, base, rest string) (node, error) {
		first, rest, more := strings.Cut(rest, "/")
		if first == "" {
			if more {
				return walk(at, base, rest)
			}
			return at, nil
		}
		n, ok := at.entries[first]
		if !ok {
			return nil, errMissing
		}
		if l, ok := n.(link); ok && (more || follow) {
			if hops++; hops > 8 {
				return nil, errLoop
			}
			to := l.target
			if !path.IsAbs(to) {
				to = path.Join(base, to)
			}
			return walk(f.root, "/", path.Join(to, rest))
		}
		if !more {
			return n, nil
		}
		d, ok := n.(*dir)
		if !ok {
			return nil, errNotDir
		}
		return walk(d, path.Join(base, first), rest)
	}
	return walk(f.root, "/", path.Clean("/"+name))
}

func (f *fs) do(op, name string, action func(parent *dir, base string) error) (err error) {
	defer func() {
		if err != nil {
			err = &pathError{op, name, err}
		}
	}()
	d, base := path.Split(path.Clean("/" + name))
	n, err := f.find(d, true)
	if err != nil {
		return err
	}
	parent, ok := n.(*dir)
	if !ok {
		return errNotDir
	}
	return action(parent, base)
}

func (f *fs) put(op, name string, n node) error {
	return f.do(op, name, func(p *dir, base string) error {
		if _, ok := p.entries[base]; ok {
			return errExists
		}
		p.entries[base] = n
		return nil
	})
}

func (f *fs) mkdir(name string) error       { return f.put("mkdir", name, &dir{map[string]node{}}) }
func (f *fs) symlink(to, name string) error { return f.put("link", name, link{to}) }

type handle struct {
	f   *file
	pos int
}

func (h *handle) Read(p []byte) (int, error) {
	if h.pos >= len(h.f.data) {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), 5)], h.f.data[h.pos:])
	h.pos += n
	return n, nil
}

func (h *handle) Write(p []byte) (int, error) {
	h.f.data = append(h.f.data[:h.pos], p...)
	h.pos = len(h.f.data)
	return len(p), nil
}

func (f *fs) open(name string, create bool) (h *handle, err error) {
	n, err := f.find(name, true)
	if errors.Is(err, errMissing) && create {
		n, err = &file{}, nil
		if e := f.put("create", name, n); e != nil {
			return nil, e
		}
	}
	switch n := n.(type) {
	case *file:
		return &handle{f: n}, nil
	case *dir:
		err = errIsDir
	}
	return nil, &pathError{"open", name, err}
}

func (f *fs) walk(visit func(name string, n node) error) error {
	var rec func(name string, n node) error
	rec = func(name string, n node) error {
		if err := visit(name, n); err != nil {
			return err
		}
		if d, ok := n.(*dir); ok {
			for _, e := range slices.Sorted(maps.Keys(d.entries)) {
				if err := rec(path.Join(name, e), d.entries[e]); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return rec("/", f.root)
}

func main() {
	f := &fs{&dir{map[string]node{}}}
	report := func(what string, err error) {
		var p *pathError
		fmt.Printf("%-12s %v", what, err)
		if errors.As(err, &p) {
			fmt.Printf(" [%s, missing %t, like mkdir %t]", p.op, errors.Is(err, errMissing), errors.Is(err, &pathError{op: "mkdir"}))
		}
		fmt.Println()
	}
	report("mkdir", f.mkdir("/home"))
	report("mkdir", f.mkdir("home/ann"))
	report("again", f.mkdir("/home/../home/ann/"))
	report("no parent", f.mkdir("/etc/conf"))
	h, err := f.open("/home/ann/notes", true)
	report("create", err)
	fmt.Fprintf(h, "first line\nsecond %d\n", 2)
	report("in a file", f.mkdir("/home/ann/notes/x"))
	_, err = f.open("/home", false)
	report("open dir", err)
	report("link", f.symlink("ann/notes", "/home/n"))
	report("link", f.symlink("/home/ann", "/a"))
	report("link", f.symlink("loop2", "/loop1"))
	report("link", f.symlink("loop1", "/loop2"))
	_, err = f.open("loop1", false)
	report("loop", err)
	for _, name := range []string{"/home/n", "a/notes", "/a/../home/n", "a/none"} {
		h, err := f.open(name, false)
		if err != nil {
			report(name, err)
			continue
		}
		data, err := io.ReadAll(io.LimitReader(h, 13))
		fmt.Printf("%-12s %q %v\n", name, data, err)
	}
	h, _ = f.open("a/new", true)
	src, _ := f.open("home/n", false)
	n, err := io.Copy(io.MultiWriter(h, io.Discard), io.TeeReader(src, &strings.Builder{}))
	fmt.Println(n, err, f.root.size())
	report("walk", f.walk(func(name string, n node) error {
		switch n := n.(type) {
		case *dir:
			fmt.Println(name+"/", len(n.entries), n.size())
		case link:
			fmt.Println(name, "->", n.target)
		default:
			fmt.Printf("%s %T %d\n", name, n, n.size())
		}
		return nil
	}))
	report("walk", f.walk(func(name string, _ node) error {
		if strings.HasSuffix(name, "new") {
			return fmt.Errorf("at %s: %w", name, errStop)
		}
		return nil
	}))
}

// Output:
// mkdir        <nil>
// mkdir        <nil>
// again        mkdir /home/../home/ann/: exists already [mkdir, missing false, like mkdir true]
// no parent    mkdir /etc/conf: no such file [mkdir, missing true, like mkdir true]
// create       <nil>
// in a file    mkdir /home/ann/notes/x: not a directory [mkdir, missing false, like mkdir true]
// open dir     open /home: is a directory [open, missing false, like mkdir false]
// link         <nil>
// link         <nil>
// link         <nil>
// link         <nil>
// loop         open loop1: too many links [open, missing false, like mkdir false]
// /home/n      "first line\nse" <nil>
// a/notes      "first line\nse" <nil>
// /a/../home/n "first line\nse" <nil>
// a/none       open a/none: no such file [open, missing true, like mkdir false]
// 20 <nil> 68
// // 4 68
// /a -> /home/ann
// /home/ 2 49
// /home/ann/ 2 40
// /home/ann/new *main.file 20
// /home/ann/notes *main.file 20
// /home/n -> ann/notes
// /loop1 -> loop2
// /loop2 -> loop1
// walk         <nil>
// walk         at /home/ann/new: stop
