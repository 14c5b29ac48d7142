package main

import (
	"fmt"
	"time"
)

// A ticker gives out permission to work: one request every 20 milliseconds, after a burst of three.

func main() {
	permits := make(chan struct{}, 3)
	for range cap(permits) {
		permits <- struct{}{}
	}
	go func() {
		for range time.Tick(20 * time.Millisecond) {
			permits <- struct{}{}
		}
	}()

	start := time.Now()
	for i := 1; i <= 6; i++ {
		<-permits
		fmt.Println("request", i)
	}
	fmt.Println("everything but the first three was paced:", time.Since(start) >= 55*time.Millisecond)
}

// Output:
// request 1
// request 2
// request 3
// request 4
// request 5
// request 6
// everything but the first three was paced: true
