package main

func main() {
	var e error
	println(e.(interface{ Timeout() bool }))
}

// Exit: 2
// Stderr:
// panic: interface conversion: interface is nil, not interface { Timeout() bool }
//
// goroutine 1 [running]:
