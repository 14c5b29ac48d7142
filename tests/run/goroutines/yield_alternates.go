package main

import (
	"fmt"
	"runtime"
)

func main() {
	turn := make(chan int, 1)
	done := make(chan bool)
	var log []int
	for id := range 3 {
		go func() {
			for count := 0; count < 3; {
				t := <-turn
				if t%3 == id {
					log = append(log, id)
					count++
					t++
				}
				turn <- t
				runtime.Gosched()
			}
			done <- true
		}()
	}
	turn <- 0
	for range 3 {
		<-done
	}
	fmt.Println(log)
}

// Output:
// [0 1 2 0 1 2 0 1 2]
