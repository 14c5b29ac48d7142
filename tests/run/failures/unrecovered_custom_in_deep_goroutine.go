package main

import "fmt"

type E struct{ code int }

func (e E) Error() string { return fmt.Sprintf("E%d", e.code) }

func deep(n int) {
	defer func() {
		if r := recover(); r != nil && n%2 == 0 {
			panic(E{n})
		} else if r != nil {
			panic(r)
		}
	}()
	if n == 0 {
		panic("bottom")
	}
	deep(n - 1)
}

func main() {
	defer func() {
		fmt.Println(recover())
		c := make(chan int)
		go func() { panic(E{99}) }()
		<-c
	}()
	deep(4)
}

// Exit: 2
// Output:
// E4
// Stderr:
// panic: E99
//
// goroutine N [running]:
