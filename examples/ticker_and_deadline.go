package main

import (
	"fmt"
	"time"
)

// A bomb with a clock: ticks come every 10 milliseconds until the deadline does.

func main() {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	boom := time.After(105 * time.Millisecond)
	ticks := 0
	for {
		select {
		case <-tick.C:
			ticks++
		case <-boom:
			fmt.Println("boom, after several ticks:", ticks >= 2 && ticks <= 11)
			return
		}
	}
}

// Output:
// boom, after several ticks: true
