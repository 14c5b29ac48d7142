package main

import (
	"fmt"
	"sync"
)

func gen(ns ...int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, n := range ns {
			out <- n
		}
	}()
	return out
}

func tee(in <-chan int) (_, _ <-chan int) {
	a, b := make(chan int), make(chan int)
	go func() {
		defer close(a)
		defer close(b)
		for v := range in {
			a, b := a, b
			for range 2 {
				select {
				case a <- v:
					a = nil
				case b <- v:
					b = nil
				}
			}
		}
	}()
	return a, b
}

func bridge(chans <-chan <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for c := range chans {
			for v := range c {
				out <- v
			}
		}
	}()
	return out
}

func merge(ins ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Go(func() {
			for v := range in {
				out <- v
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func ordered(a, b <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		x, okx := <-a
		y, oky := <-b
		for okx || oky {
			if okx && (!oky || x <= y) {
				out <- x
				x, okx = <-a
			} else {
				out <- y
				y, oky = <-b
			}
		}
	}()
	return out
}

func main() {
	a, b := tee(gen(1, 2, 3))
	for v := range a {
		fmt.Print(v, "=", <-b, " ")
	}
	_, open := <-b
	fmt.Println(open)
	chans := make(chan (<-chan int))
	go func() {
		defer close(chans)
		for i := range 3 {
			chans <- gen(i, i*10)
		}
	}()
	for v := range bridge(chans) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	sum, n := 0, 0
	for v := range merge(gen(1, 2), gen(10, 20), gen(), gen(100)) {
		sum += v
		n++
	}
	fmt.Println(sum, n)
	for v := range ordered(gen(1, 4, 9), gen(2, 3, 4, 20)) {
		fmt.Print(v, " ")
	}
	fmt.Println()
}

// Output:
// 1=1 2=2 3=3 false
// 0 0 1 10 2 20
// 133 5
// 1 2 3 4 4 9 20
