package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

func main() {
	dir, err := os.MkdirTemp("", "golite")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	name := dir + "/a.txt"
	fmt.Println(os.WriteFile(name, []byte("first\n"), 0o644))
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	fmt.Fprintln(f, "second", err)
	fmt.Println(f.Close())
	b, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", b, err)
	f, _ = os.Open(name)
	f.Seek(-5, io.SeekEnd)
	rest, _ := io.ReadAll(f)
	f.Close()
	fmt.Printf("%q\n", rest)
	st, _ := os.Stat(name)
	fmt.Println(st.Name(), st.Size(), st.IsDir(), st.Mode())
	_, err = os.ReadFile(dir + "/none")
	fmt.Println(errors.Is(err, os.ErrNotExist))
	os.Mkdir(dir+"/sub", 0o755)
	es, _ := os.ReadDir(dir)
	for _, e := range es {
		fmt.Println(e.Name(), e.IsDir())
	}
	fmt.Println(os.Remove(name), os.Rename(dir+"/sub", dir+"/moved"))
}

// Output:
// <nil>
// <nil>
// "first\nsecond <nil>\n" <nil>
// "nil>\n"
// a.txt 19 false -rw-r--r--
// true
// a.txt false
// sub true
// <nil> <nil>
