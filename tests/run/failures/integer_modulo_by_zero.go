package main

func main() {
	var z uint8
	println(7 % z)
}

// Exit: 2
// Stderr:
// panic: runtime error: integer divide by zero
//
// goroutine 1 [running]:
