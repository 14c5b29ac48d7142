package main

import (
	"fmt"
	"time"
)

func main() {
	events := make(chan int)
	go func() {
		for i := range 3 {
			events <- i
			time.Sleep(5 * time.Millisecond)
		}
		time.Sleep(time.Hour)
	}()
	for {
		select {
		case e := <-events:
			fmt.Println("event", e)
		case <-time.After(150 * time.Millisecond):
			fmt.Println("quiet")
			return
		}
	}
}

// Output:
// event 0
// event 1
// event 2
// quiet
