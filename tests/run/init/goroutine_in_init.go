package main

import "fmt"

var results = make(chan int, 3)

var start = func() bool {
	go func() { results <- 1 }()
	return true
}()

func init() {
	done := make(chan struct{})
	go func() {
		results <- 2
		close(done)
	}()
	<-done
}

func main() {
	a, b := <-results, <-results
	fmt.Println(start, a+b)
}

// Output:
// true 3
