package main

import "fmt"

type source interface{ out() <-chan int }

type gen struct{ c chan int }

func (g gen) out() <-chan int { return g.c }

func produce(c chan<- int, n int) {
	for i := range n {
		c <- i
	}
	close(c)
}

func consume(c <-chan int) (s int) {
	for v := range c {
		s += v
	}
	return
}

func main() {
	c := make(chan int, 2)
	go produce(c, 5)
	fmt.Println(consume(c))
	g := gen{make(chan int)}
	go produce(g.c, 3)
	fmt.Println(consume(source(g).out()))
	var s chan<- int = g.c
	var r <-chan int = g.c
	fmt.Printf("%T %T %T %v\n", s, r, g.c, any(r) == any(g.c))
	fmt.Println(r == g.c, cap(s), len(r))
	cc := make(chan (<-chan int), 1)
	cc <- c
	fmt.Printf("%T\n", cc)
	_, ok := <-<-cc
	fmt.Println(ok)
}

// Output:
// 10
// 3
// chan<- int <-chan int chan int false
// true 0 0
// chan (<-chan int)
// false
