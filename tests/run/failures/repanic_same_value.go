package main

import "errors"

func main() {
	err := errors.New("kept")
	defer func() {
		if r := recover(); r != nil {
			panic(r)
		}
	}()
	panic(err)
}

// Exit: 2
// Stderr:
// panic: kept [recovered, repanicked]
//
// goroutine 1 [running]:
