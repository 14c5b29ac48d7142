package main

import "strings"

func main() {
	println(len(strings.Repeat("ab", 3)))
	println(strings.Repeat("x", -1))
}

// Exit: 2
// Stderr:
// 6
// panic: strings: negative Repeat count
//
// goroutine 1 [running]:
