package main

import (
	"fmt"
	"sync"
)

// go starts a function call and goes on at once. Who waits for the others says so: main's end is everybody's end.

func main() {
	var all sync.WaitGroup
	lines := make([]string, 4)
	for i := range lines {
		all.Go(func() {
			lines[i] = fmt.Sprintf("goroutine %d has its own i", i)
		})
	}
	all.Wait()
	for _, line := range lines {
		fmt.Println(line)
	}
}

// Output:
// goroutine 0 has its own i
// goroutine 1 has its own i
// goroutine 2 has its own i
// goroutine 3 has its own i
