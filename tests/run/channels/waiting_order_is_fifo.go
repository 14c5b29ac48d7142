package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	got := make(chan string, 3)
	for i := range 3 {
		go func() {
			v := <-c
			got <- fmt.Sprint("receiver ", i, " got ", v)
		}()
		time.Sleep(60 * time.Millisecond)
	}
	for v := range 3 {
		c <- v
		fmt.Println(<-got)
	}
	for i := range 3 {
		go func() { c <- i }()
		time.Sleep(60 * time.Millisecond)
	}
	fmt.Println(<-c, <-c, <-c)
}

// Output:
// receiver 0 got 0
// receiver 1 got 1
// receiver 2 got 2
// 0 1 2
