package main

func main() {
	s := make([]byte, 3, 8)
	a := [4]byte(s)
	println(a[0])
}

// Exit: 2
// Stderr:
// panic: runtime error: cannot convert slice with length 3 to array or pointer to array with length 4
//
// goroutine 1 [running]:
