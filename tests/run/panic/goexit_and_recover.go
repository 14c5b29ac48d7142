package main

import (
	"fmt"
	"runtime"
)

func main() {
	out := make(chan string, 10)
	go func() {
		defer close(out)
		defer func() { out <- fmt.Sprint("outer recover: ", recover()) }()
		defer func() {
			defer func() { out <- fmt.Sprint("recovered ", recover()) }()
			panic("inside deferred call during Goexit")
		}()
		runtime.Goexit()
	}()
	for s := range out {
		fmt.Println(s)
	}
	out = make(chan string, 10)
	go func() {
		defer close(out)
		defer func() { out <- "last" }()
		defer func() {
			recover()
			runtime.Goexit()
		}()
		panic("replaced by Goexit")
	}()
	for s := range out {
		fmt.Println(s)
	}
}

// Output:
// recovered inside deferred call during Goexit
// outer recover: <nil>
// last
