// Readers and writers that behave in unusual ways, and a file system in memory.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"strings"
	"testing/fstest"
	"testing/iotest"
)

func sizes(r io.Reader, n int) {
	p := make([]byte, n)
	for {
		m, err := r.Read(p)
		fmt.Print(m, " ", err, "; ")
		if err != nil {
			break
		}
	}
	fmt.Println()
}

func main() {
	const text = "0123456789"
	sizes(iotest.OneByteReader(strings.NewReader("abc")), 4)
	sizes(iotest.HalfReader(strings.NewReader(text)), 4)
	sizes(iotest.DataErrReader(strings.NewReader(text)), 4)
	sizes(iotest.TimeoutReader(strings.NewReader(text)), 4)
	sizes(iotest.ErrReader(errors.New("broken")), 4)
	var b bytes.Buffer
	w := iotest.TruncateWriter(&b, 7)
	for range 3 {
		n, err := io.WriteString(w, "abcd")
		fmt.Print(n, err, " ")
	}
	fmt.Println(b.String())
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	sizes(iotest.NewReadLogger("r:", strings.NewReader("hi")), 4)
	iotest.NewWriteLogger("w:", io.Discard).Write([]byte("ho"))
	fmt.Println(iotest.TestReader(strings.NewReader(text), []byte(text)), iotest.TestReader(strings.NewReader(""), nil))
	fmt.Println(iotest.TestReader(strings.NewReader("other"), []byte(text)))
	fmt.Println(iotest.TestReader(iotest.HalfReader(strings.NewReader(text)), []byte(text)))

	fsys := fstest.MapFS{
		"a.txt":       {Data: []byte("file a"), Mode: 0o644},
		"d/b.txt":     {Data: []byte("file b")},
		"d/e/c.go":    {Data: []byte("package c")},
		"empty":       {Mode: fs.ModeDir | 0o700},
		"link":        {Data: []byte("d/e"), Mode: fs.ModeSymlink},
		"d/link":      {Data: []byte("../a.txt"), Mode: fs.ModeSymlink},
		"loop/absent": {Data: []byte("/etc"), Mode: fs.ModeSymlink},
	}
	fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println(path, d, err)
		return nil
	})
	for _, name := range []string{"a.txt", "d/link", "link/c.go", "d", "none", "/a.txt", "loop/absent"} {
		data, err := fsys.ReadFile(name)
		fmt.Printf("%q %v\n", data, err)
	}
	info, err := fsys.Stat("d/link")
	fmt.Println(info, err)
	_, err = fsys.Stat("d/none")
	fmt.Println(err)
	fmt.Println(fsys.Glob("*/*.txt"))
	fmt.Println(fsys.Glob("[a-d]*"))
	fmt.Println(fsys.Glob("["))
	sub, err := fs.Sub(fsys, "d")
	fmt.Println(err)
	data, err := fs.ReadFile(sub, "e/c.go")
	fmt.Printf("%q %v\n", data, err)
	_, err = fs.ReadFile(sub, "e/none")
	fmt.Println(err)
	fmt.Println(fs.Glob(sub, "*/*"))
	f, _ := fsys.Open("a.txt")
	fmt.Println(iotest.TestReader(f, []byte("file a")))
	dir, _ := fsys.Open("d")
	list, err := dir.(fs.ReadDirFile).ReadDir(2)
	fmt.Println(list, err)
	list, err = dir.(fs.ReadDirFile).ReadDir(2)
	fmt.Println(list, err)
	list, err = dir.(fs.ReadDirFile).ReadDir(2)
	fmt.Println(list, err)
}

// Output:
// 1 <nil>; 1 <nil>; 1 <nil>; 0 EOF;
// 2 <nil>; 2 <nil>; 2 <nil>; 2 <nil>; 2 <nil>; 0 EOF;
// 4 <nil>; 4 <nil>; 2 EOF;
// 4 <nil>; 0 timeout;
// 0 broken;
// 4 <nil> 4 <nil> 4 <nil> abcdabc
// r: 6869
// 2 <nil>; r: : EOF
// 0 EOF;
// w: 686f
// <nil> <nil>
// ReadAll(small amounts) = "other"
// 	want "0123456789"
// <nil>
// . d ./ <nil>
// a.txt -rw-r--r-- 6 0001-01-01 00:00:00 a.txt <nil>
// d dr-xr-xr-x 0 0001-01-01 00:00:00 d/ <nil>
// d/b.txt ---------- 6 0001-01-01 00:00:00 b.txt <nil>
// d/e dr-xr-xr-x 0 0001-01-01 00:00:00 e/ <nil>
// d/e/c.go ---------- 9 0001-01-01 00:00:00 c.go <nil>
// d/link L--------- 8 0001-01-01 00:00:00 link <nil>
// empty drwx------ 0 0001-01-01 00:00:00 empty/ <nil>
// link L--------- 3 0001-01-01 00:00:00 link <nil>
// loop dr-xr-xr-x 0 0001-01-01 00:00:00 loop/ <nil>
// loop/absent L--------- 4 0001-01-01 00:00:00 absent <nil>
// "file a" <nil>
// "file a" <nil>
// "package c" <nil>
// "" read d: invalid argument
// "" open none: file does not exist
// "" open /a.txt: file does not exist
// "" open loop/absent: file does not exist
// -rw-r--r-- 6 0001-01-01 00:00:00 link <nil>
// open d/none: file does not exist
// [d/b.txt] <nil>
// [a.txt d] <nil>
// [] syntax error in pattern
// <nil>
// "package c" <nil>
// open e/none: file does not exist
// [e/c.go] <nil>
// <nil>
// [---------- 6 0001-01-01 00:00:00 b.txt dr-xr-xr-x 0 0001-01-01 00:00:00 e/] <nil>
// [L--------- 8 0001-01-01 00:00:00 link] <nil>
// [] EOF
