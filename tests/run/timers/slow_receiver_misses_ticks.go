package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTicker(4 * time.Millisecond)
	defer t.Stop()
	time.Sleep(60 * time.Millisecond)
	n := 0
	for {
		select {
		case <-t.C:
			n++
			continue
		default:
		}
		break
	}
	fmt.Println(n >= 1, n <= 3)
}

// Output:
// true true
