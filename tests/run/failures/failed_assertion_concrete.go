package main

func main() {
	var x any = "text"
	println(x.(int))
}

// Exit: 2
// Stderr:
// panic: interface conversion: interface {} is string, not int
//
// goroutine 1 [running]:
