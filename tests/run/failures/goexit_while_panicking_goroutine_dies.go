package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	left := make(chan bool)
	go func() {
		defer close(left)
		defer func() {
			fmt.Println("recovered:", recover())
			runtime.Goexit()
		}()
		panic("turned into a quiet end")
	}()
	<-left
	go func() {
		defer fmt.Println("second goroutine's defer")
		var p *int
		*p++
	}()
	time.Sleep(10 * time.Second)
}

// Exit: 2
// Output:
// recovered: turned into a quiet end
// second goroutine's defer
// Stderr:
// panic: runtime error: invalid memory address or nil pointer dereference
// [signal SIGSEGV: segmentation violation code=0x1 addr=0x... pc=0x...]
//
// goroutine N [running]:
