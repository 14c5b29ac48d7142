package main

import (
	"fmt"

	. "example.com/modules/dots"
	_ "example.com/modules/effects"
	"example.com/modules/internal/hidden"
	"example.com/other/deep"
	alias "example.com/modules/z/last"
)

var here = note("main")

func note(s string) string {
	fmt.Println("init of", s)
	return s
}

func init() { fmt.Println("main's init") }

func main() {
	fmt.Println(Dot(), hidden.Value, deep.Name(), alias.Last, here)
	fmt.Printf("%T %v\n", hidden.T{}, hidden.T{A: 1})
}
