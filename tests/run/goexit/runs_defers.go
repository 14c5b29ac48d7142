package main

import (
	"fmt"
	"runtime"
	"sync"
)

func worker(wg *sync.WaitGroup, c chan<- string) {
	defer wg.Done()
	defer func() { c <- fmt.Sprint("recover gives ", recover()) }()
	func() {
		defer func() { c <- "inner" }()
		runtime.Goexit()
	}()
	c <- "never"
}

func main() {
	c := make(chan string, 10)
	var wg sync.WaitGroup
	wg.Add(1)
	go worker(&wg, c)
	wg.Wait()
	close(c)
	for s := range c {
		fmt.Println(s)
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() {
			defer func() { fmt.Println("panic in defer:", recover()) }()
			panic("while exiting")
		}()
		runtime.Goexit()
	}()
	<-done
	fmt.Println("end")
}

// Output:
// inner
// recover gives <nil>
// panic in defer: while exiting
// end
