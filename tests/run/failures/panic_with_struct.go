package main

type point struct{ x, y int }

func main() {
	panic(point{1, 2})
}

// Exit: 2
// Stderr:
// panic: (main.point) 0x...
//
// goroutine 1 [running]:
