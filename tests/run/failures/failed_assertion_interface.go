package main

import "fmt"

type T struct{}

func main() {
	var x any = T{}
	fmt.Println(x.(fmt.Stringer))
}

// Exit: 2
// Stderr:
// panic: interface conversion: main.T is not fmt.Stringer: missing method String
//
// goroutine 1 [running]:
