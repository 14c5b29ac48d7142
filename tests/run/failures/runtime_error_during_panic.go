package main

func main() {
	defer func() {
		var m map[int]int
		m[1] = 1
	}()
	panic("original")
}

// Exit: 2
// Stderr:
// panic: original
// 	panic: assignment to entry in nil map
//
// goroutine 1 [running]:
