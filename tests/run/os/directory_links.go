// Symbolic links in a directory taken as a file system, and what its errors name.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

func main() {
	dir, err := os.MkdirTemp("", "links")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	os.WriteFile(filepath.Join(dir, "file"), []byte("text"), 0o644)
	os.Symlink("file", filepath.Join(dir, "link"))
	fsys := os.DirFS(dir)

	to, err := fs.ReadLink(fsys, "link")
	fmt.Println(to, err)
	_, err = fs.ReadLink(fsys, "file")
	fmt.Println(err)
	for _, name := range []string{"link", "file", "none", "../up"} {
		l, err := fs.Lstat(fsys, name)
		if err != nil {
			fmt.Println(err)
			continue
		}
		s, err := fs.Stat(fsys, name)
		fmt.Println(l.Name(), l.Mode().Type(), s.Mode().Type(), s.Size(), err)
	}
	_, err = fs.ReadFile(fsys, "none")
	fmt.Println(err)
	_, err = fs.ReadDir(fsys, "none")
	fmt.Println(err)
	_, err = fs.Stat(os.DirFS(""), "x")
	fmt.Println(err)
	_, err = filepath.EvalSymlinks(filepath.Join(dir, "link") + "/")
	fmt.Println(err)
	matches, err := fs.Glob(fsys, "[a-l]*")
	fmt.Println(matches, err)
}

// Output:
// file <nil>
// readlink file: invalid argument
// link L--------- ---------- 4 <nil>
// file ---------- ---------- 4 <nil>
// lstat none: no such file or directory
// lstat ../up: invalid argument
// open none: no such file or directory
// open none: no such file or directory
// stat x: os: DirFS with empty root
// not a directory
// [file link] <nil>
