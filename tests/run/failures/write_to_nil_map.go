package main

func main() {
	var m map[string]int
	println(m["a"])
	m["a"]++
}

// Exit: 2
// Stderr:
// 0
// panic: assignment to entry in nil map
//
// goroutine 1 [running]:
