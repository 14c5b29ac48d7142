package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	for _, n := range []int{60, 20, 40} {
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
// 20 40 60
// true
// true
