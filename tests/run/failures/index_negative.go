package main

func main() {
	s := []int{1, 2, 3}
	i := -1
	s[i] = 4
}

// Exit: 2
// Stderr:
// panic: runtime error: index out of range [-1]
//
// goroutine 1 [running]:
