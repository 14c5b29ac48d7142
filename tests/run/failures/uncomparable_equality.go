package main

import "fmt"

type T struct{ f func() }

func main() {
	var a, b any = T{}, T{}
	fmt.Println(a == 1)
	fmt.Println(a == b)
}

// Exit: 2
// Output:
// false
// Stderr:
// panic: runtime error: comparing uncomparable type main.T
//
// goroutine 1 [running]:
