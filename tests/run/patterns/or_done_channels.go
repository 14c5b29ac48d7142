package main

import (
	"fmt"
	"time"
)

func or(cs ...<-chan struct{}) <-chan struct{} {
	switch len(cs) {
	case 0:
		return nil
	case 1:
		return cs[0]
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		select {
		case <-cs[0]:
		case <-cs[1]:
		case <-or(append(cs[2:], done)...):
		}
	}()
	return done
}

func after(d time.Duration) <-chan struct{} {
	c := make(chan struct{})
	go func() { time.Sleep(d); close(c) }()
	return c
}

func main() {
	start := time.Now()
	<-or(after(time.Hour), after(time.Minute), after(10*time.Millisecond), after(time.Hour), after(2*time.Hour))
	fmt.Println(time.Since(start) < 10*time.Second, or() == nil)
}

// Output:
// true true
