package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"testing/fstest"
)

func main() {
	_, err := user.Lookup("nobody-such")
	fmt.Println(err)
	_, err = user.LookupId("99999")
	fmt.Println(err)
	_, err = user.LookupGroup("no-such-group")
	fmt.Println(err)
	dir, _ := os.MkdirTemp("", "o1")
	defer os.RemoveAll(dir)
	os.WriteFile(filepath.Join(dir, "outside"), []byte("secret"), 0644)
	sub := filepath.Join(dir, "root")
	os.Mkdir(sub, 0755)
	r, err := os.OpenRoot(sub)
	fmt.Println(err, r.Name() == sub)
	fmt.Println(r.WriteFile("a.txt", []byte("hello"), 0644))
	b, err := r.ReadFile("a.txt")
	fmt.Println(string(b), err)
	fmt.Println(r.Mkdir("d", 0755), r.MkdirAll("d/e/f", 0755))
	fmt.Println(r.Symlink("../../outside", "d/bad"), r.Symlink("../a.txt", "d/good"), r.Symlink("/etc/passwd", "abs"))
	b, err = r.ReadFile("d/good")
	fmt.Println(string(b), err)
	for _, n := range []string{"../outside", "d/bad", "abs", "d/../../outside", "/etc/passwd", "missing", "", "d/../a.txt", "a.txt/x"} {
		_, err = r.ReadFile(n)
		fmt.Println(n, err)
	}
	_, err = r.Stat("d/bad")
	fmt.Println(err)
	fi, err := r.Lstat("d/bad")
	fmt.Println(fi.Name(), fi.Mode()&fs.ModeSymlink != 0, err)
	fmt.Println(r.Readlink("d/good"))
	fmt.Println(r.Rename("a.txt", "b.txt"), r.Rename("b.txt", "../c.txt"))
	fmt.Println(r.Link("b.txt", "l.txt"), r.Remove("l.txt"), r.Remove("nope"), r.Remove("../outside"))
	fmt.Println(r.Chmod("b.txt", 0600), r.Chown("b.txt", -1, -1))
	_, err = r.Create("../x")
	fmt.Println(err)
	sr, err := r.OpenRoot("d")
	fmt.Println(err)
	_, err = sr.Open("../b.txt")
	fmt.Println(err)
	fs.WalkDir(r.FS(), ".", func(p string, d fs.DirEntry, err error) error { fmt.Println(p, d.IsDir(), err); return nil })
	fmt.Println(r.RemoveAll("d"))
	sr.Close()
	_, err = sr.Open("x")
	fmt.Println(errors.Is(err, os.ErrClosed), err)
	_, err = os.OpenInRoot(sub, "../outside")
	fmt.Println(err)
	r.Close()
	m := fstest.MapFS{"x/y.txt": {Data: []byte("1")}, "z": {Data: []byte("2")}}
	fmt.Println(os.CopyFS(filepath.Join(dir, "copy"), m))
	b, _ = os.ReadFile(filepath.Join(dir, "copy/x/y.txt"))
	fmt.Println(string(b), errors.Is(os.CopyFS(filepath.Join(dir, "copy"), m), fs.ErrExist))
	fmt.Println(os.Chown(filepath.Join(dir, "nope"), 1, 1) != nil, os.Lchown(filepath.Join(dir, "outside"), -1, -1))
	_, err = os.Getgroups()
	fmt.Println(err)
	s, _ := fs.Sub(os.DirFS(dir), "copy")
	l, _ := fs.Glob(s, "*")
	fmt.Println(l)
	es, _ := fs.ReadDir(s, ".")
	for _, e := range es {
		fmt.Println(e)
	}
	f, _ := os.Open(dir)
	nm, err := f.Readdirnames(-1)
	fmt.Println(len(nm), err, f.Chmod(0700))
	f.Close()
}

// Output:
// user: unknown user nobody-such
// user: unknown userid 99999
// group: unknown group no-such-group
// <nil> true
// <nil>
// hello <nil>
// <nil> <nil>
// <nil> <nil> <nil>
// hello <nil>
// ../outside openat ../outside: path escapes from parent
// d/bad openat d/bad: path escapes from parent
// abs openat abs: path escapes from parent
// d/../../outside openat d/../../outside: path escapes from parent
// /etc/passwd openat /etc/passwd: path escapes from parent
// missing openat missing: no such file or directory
//  openat : empty path
// d/../a.txt <nil>
// a.txt/x openat a.txt/x: not a directory
// statat d/bad: path escapes from parent
// bad true <nil>
// ../a.txt <nil>
// <nil> renameat b.txt ../c.txt: path escapes from parent
// <nil> <nil> removeat nope: no such file or directory removeat ../outside: path escapes from parent
// <nil> <nil>
// openat ../x: path escapes from parent
// <nil>
// openat ../b.txt: path escapes from parent
// . true <nil>
// abs false <nil>
// b.txt false <nil>
// d true <nil>
// d/bad false <nil>
// d/e true <nil>
// d/e/f true <nil>
// d/good false <nil>
// <nil>
// true openat x: file already closed
// openat ../outside: path escapes from parent
// <nil>
// 1 true
// true <nil>
// <nil>
// [x z]
// d x/
// - z
// 3 <nil> <nil>
