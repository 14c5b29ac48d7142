package main

import (
	"fmt"
	"time"
)

func main() {
	started := make(chan bool)
	go func() {
		defer fmt.Println("never: deferred")
		started <- true
		time.Sleep(time.Hour)
		fmt.Println("never")
	}()
	go func() {
		started <- true
		for {
		}
	}()
	go func() {
		started <- true
		select {}
	}()
	for range 3 {
		<-started
	}
	fmt.Println("main returns")
}

// Output:
// main returns
