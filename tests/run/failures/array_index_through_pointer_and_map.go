package main

func main() {
	arr := [3]int{1, 2, 3}
	m := map[string]int{"three": 3}
	p := &arr
	p[m["three"]] = 4
}

// Exit: 2
// Stderr:
// panic: runtime error: index out of range [3] with length 3
//
// goroutine 1 [running]:
