package main

func main() {
	panic(nil)
}

// Exit: 2
// Stderr:
// panic: runtime error: panic called with nil argument
//
// goroutine 1 [running]:
