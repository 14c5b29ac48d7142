package main

import "fmt"

func main() {
	defer func() { panic(fmt.Sprint("text with\nnewline")) }()
	defer func() { panic(2.5) }()
	defer func() { panic('x') }()
	defer func() { panic(true) }()
	defer func() { panic(1 + 2i) }()
	panic(-7)
}

// Exit: 2
// Stderr:
// panic: -7
// 	panic: (1+2i)
// 	panic: true
// 	panic: 120
// 	panic: 2.5
// 	panic: text with
// 	newline
//
// goroutine 1 [running]:
