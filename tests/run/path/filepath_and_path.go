package main

import (
	"fmt"
	"path/filepath"
)

func main() {
	fmt.Println(filepath.Join("a", "..", "b", "/c/", "d.txt"), filepath.Base("/x/y.go"), filepath.Dir("/x/y.go"), filepath.Ext("a.tar.gz"))
	fmt.Println(filepath.Clean("a//b/./c/.."), filepath.IsAbs("/a"), filepath.IsAbs("a"))
	d, f := filepath.Split("dir/file.txt")
	fmt.Println(d, f)
	rel, err := filepath.Rel("/a/b", "/a/c/d")
	fmt.Println(rel, err)
	fmt.Println(filepath.Match("*.go", "main.go"))
	fmt.Println(filepath.Base(""), filepath.Dir(""), filepath.Join())
}

// Output:
// b/c/d.txt y.go /x .gz
// a/b true false
// dir/ file.txt
// ../c/d <nil>
// true <nil>
// . .
