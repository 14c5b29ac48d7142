package main

import "fmt"

//go:noinline
func kept() int { return 1 }

//go:noinline
var count = kept()

//go:nosplit
type number int

//go:norace

//go:noinline
func twice() {}

//go:noescape
func body(p *int) { *p++ }

// from notes.txt
var notes string

func main() {
	//go:noinline
	x := number(count)
	// from notes.txt
	var inner string
	fmt.Println(x, notes, inner)
}

//go:linkname kept main.elsewhere

//go:noinline

// Errors:
// 26:4: misplaced compiler directive
// 35:3: misplaced compiler directive
