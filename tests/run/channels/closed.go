package main

import "fmt"

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

func main() {
	c := make(chan int, 2)
	c <- 7
	close(c)
	v, ok := <-c
	fmt.Println(v, ok)
	v, ok = <-c
	fmt.Println(v, ok, <-c)
	try("send:", func() { c <- 1 })
	try("close:", func() { close(c) })
	var nilc chan int
	try("close nil:", func() { close(nilc) })
	try("select send:", func() {
		select {
		case c <- 1:
		default:
			fmt.Println("not here")
		}
	})
	s := make(chan struct{ a, b string })
	close(s)
	x, ok := <-s
	fmt.Printf("%q %v\n", x, ok)
}

// Output:
// 7 true
// 0 false 0
// send: send on closed channel
// close: close of closed channel
// close nil: close of nil channel
// select send: send on closed channel
// {"" ""} false
