package main

import (
	"fmt"
	"time"
)

func main() {
	tokens := make(chan struct{}, 2)
	stop := make(chan bool)
	tokens <- struct{}{}
	tokens <- struct{}{}
	go func() {
		t := time.NewTicker(10 * time.Millisecond)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				select {
				case tokens <- struct{}{}:
				default:
				}
			case <-stop:
				close(stop)
				return
			}
		}
	}()
	start := time.Now()
	for i := range 5 {
		<-tokens
		fmt.Println("request", i)
	}
	fmt.Println(time.Since(start) >= 25*time.Millisecond)
	stop <- true
	<-stop
}

// Output:
// request 0
// request 1
// request 2
// request 3
// request 4
// true
