package main

import "fmt"

func main() {
	defer func() {
		defer func() {
			panic("third")
		}()
		panic(fmt.Errorf("second"))
	}()
	panic("first")
}

// Exit: 2
// Stderr:
// panic: first
// 	panic: second
// 	panic: third
//
// goroutine 1 [running]:
