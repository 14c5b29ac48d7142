package main

func div(a, b int) int { return a / b }

func main() {
	println(div(1, 1))
	println(div(1, 0))
}

// Exit: 2
// Stderr:
// 1
// panic: runtime error: integer divide by zero
//
// goroutine 1 [running]:
