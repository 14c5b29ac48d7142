package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	for _, n := range []int{150, 50, 100} {
		go func() {
			time.Sleep(time.Duration(n) * time.Millisecond)
			c <- n
		}()
	}
	fmt.Println(<-c, <-c, <-c)
	start := time.Now()
	time.Sleep(0)
	time.Sleep(-time.Second)
	fmt.Println(time.Since(start) < time.Second)
	start = time.Now()
	time.Sleep(15 * time.Millisecond)
	fmt.Println(time.Since(start) >= 15*time.Millisecond)
}

// Output:
// 50 100 150
// true
// true
