package main

import (
	"fmt"
)

//go:noinline
func kept() int { return 1 }

//go:noinline
var count = kept()

//go:nosplit
type number int

//go:nowritebarrier
func barrier() {}

//go:uintptrkeepalive
func keep(p uintptr) {}

//go:cgo_ldflag "-lm"
func flags() {} //go:noinline

// from notes.txt
var notes string

// from nowhere
var empty string

func main() {
	//go:noinline
	x := number(count)
	//go:norace
	fmt.Println(x, notes, empty)
}

//go:noinline

// Errors:
// 16:3: //go:nowritebarrier only allowed in runtime
// 19:3: //go:uintptrkeepalive is only allowed in the standard library
// 22:3: //go:cgo_ldflag \"-lm\" only allowed in cgo-generated code
// 23:19: misplaced compiler directive
// 32:4: misplaced compiler directive
// 34:4: misplaced compiler directive
// 38:3: misplaced compiler directive
