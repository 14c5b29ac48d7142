package main

import "fmt"

func f() (n int) {
	defer func() {
		n++
		panic(fmt.Sprintf("after return with n=%d", n))
	}()
	return 41
}

func main() {
	fmt.Println(f())
}

// Exit: 2
// Stderr:
// panic: after return with n=42
//
// goroutine 1 [running]:
