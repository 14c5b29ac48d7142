package main

func main() {
	m := map[any]int{}
	m[1] = 1
	m[[]int{1}] = 2
}

// Exit: 2
// Stderr:
// panic: runtime error: hash of unhashable type []int
//
// goroutine 1 [running]:
