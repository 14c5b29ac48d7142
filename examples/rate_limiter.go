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
		if i == 3 {
			fmt.Println("burst was fast:", time.Since(start) < 20*time.Millisecond)
		}
	}
	fmt.Println("the rest was paced:", time.Since(start) >= 55*time.Millisecond)
}

// Output:
// request 1
// request 2
// request 3
// burst was fast: true
// request 4
// request 5
// request 6
// the rest was paced: true
