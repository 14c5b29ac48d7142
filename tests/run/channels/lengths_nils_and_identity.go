package main

import (
	"fmt"
	"runtime"
)

type op struct {
	reply chan<- int
	n     int
}

func main() {
	var none chan int
	a, b := make(chan int, 2), make(chan int, 2)
	c := a
	fmt.Println(a == b, a == c, none == nil, len(none), cap(none), len(a), cap(a))
	var ro <-chan int = a
	var so chan<- int = a
	so <- 1
	fmt.Println(len(ro), ro == a, any(ro) == any(a))
	m := map[chan int]string{a: "a", b: "b"}
	fmt.Println(m[c], len(m))
	chans := make(chan chan int, 1)
	chans <- b
	(<-chans) <- 5
	fmt.Println(<-b, len(chans))
	fs := make(chan func(int) int, 2)
	fs <- func(n int) int { return n * 2 }
	close(fs)
	fmt.Println((<-fs)(21), <-fs == nil)
	big := make(chan [100]int, 3)
	var arr [100]int
	for i := range 3 {
		arr[i] = i
		big <- arr
	}
	x := <-big
	y := <-big
	fmt.Println(x[1], y[1], y[2], len(big))
	ops := make(chan op)
	go func() {
		defer close(ops)
		for i := range 3 {
			r := make(chan int)
			ops <- op{r, i}
			fmt.Print(<-r, " ")
		}
	}()
	for o := range ops {
		o.reply <- o.n * o.n
	}
	fmt.Println()
	e := make(chan error, 1)
	e <- nil
	v, ok := <-e
	fmt.Println(v, ok)
	z := make(chan struct{}, 1000)
	for len(z) < cap(z) {
		z <- struct{}{}
	}
	fmt.Println(len(z))
	func() {
		defer func() { fmt.Println(recover()) }()
		n := -1
		_ = make(chan int, n)
	}()
	func() {
		defer func() { fmt.Println(recover().(runtime.Error)) }()
		close(none)
	}()
	done := make(chan bool)
	go func() {
		defer func() { done <- recover() != nil }()
		a <- 1
		a <- 2
	}()
	runtime.Gosched()
	for len(a) < 2 {
		runtime.Gosched()
	}
	close(a)
	fmt.Println(<-done, <-a, <-a, <-a)
}

// Output:
// false true true 0 0 0 2
// 1 true false
// a 2
// 5 0
// 42 true
// 0 1 0 1
// 0 1 4
// <nil> true
// 1000
// makechan: size out of range
// close of nil channel
// true 1 1 0
