package main

import "fmt"

func ch(name string, c chan int) chan int {
	fmt.Print("ch:", name, " ")
	return c
}

func val(name string, v int) int {
	fmt.Print("val:", name, " ")
	return v
}

func idx(name string, i int) int {
	fmt.Print("idx:", name, " ")
	return i
}

func main() {
	ready, full := make(chan int, 2), make(chan int, 1)
	full <- 0
	ready <- 42
	var got [2]int
	select {
	case ch("full", full) <- val("a", 1):
		fmt.Println("sent?")
	case got[idx("chosen", 1)] = <-ch("ready", ready):
		fmt.Println("received", got)
	case got[idx("not chosen", 9)] = <-ch("nil", nil):
		fmt.Println("never")
	}
	var m map[string]int
	var ok bool
	ready <- 1
	func() {
		defer func() { fmt.Println(recover(), ok) }()
		select {
		case m["x"], ok = <-ready:
			fmt.Println("unreachable")
		}
	}()
	select {
	case full <- val("blocked", 2):
	default:
		fmt.Println("default after operands")
	}
	close(ready)
	for i := 0; i < 2; i++ {
		select {
		case v, ok := <-ready:
			fmt.Println(v, ok)
		}
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { fmt.Println(recover()) }()
		select {
		case ready <- val("closed", 1):
		case <-make(chan int):
		}
	}()
	<-done
	x := 0
	select {
	case x = <-full:
		x++
	}
	fmt.Println(x)
	select {
	case _, open := <-ready:
		fmt.Println(open)
	}
	select {
	case <-ready:
	}
}

// Output:
// ch:full val:a ch:ready ch:nil idx:chosen received [0 42]
// assignment to entry in nil map false
// val:blocked default after operands
// 0 false
// 0 false
// val:closed send on closed channel
// 1
// false
