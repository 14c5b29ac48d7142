package main

import "fmt"

// A chain of servers: each request carries the channel for its answer, or a channel on which channels come.

type request struct {
	n     int
	reply chan<- chan int
}

func server(in <-chan request, next chan<- request) {
	for r := range in {
		if next != nil && r.n%2 == 1 {
			next <- r
			continue
		}
		c := make(chan int, r.n+1)
		for i := range r.n {
			c <- i * i
		}
		close(c)
		r.reply <- c
	}
	if next != nil {
		close(next)
	}
}

func main() {
	odd, even := make(chan request), make(chan request)
	done := make(chan struct{})
	go func() { server(odd, nil); close(done) }()
	go server(even, odd)

	replies := make(chan chan int)
	for n := range 6 {
		even <- request{n, replies}
		sum := 0
		c := <-replies
		for v := range c {
			sum += v
		}
		fmt.Print(n, ":", sum, "/", cap(c), " ")
	}
	fmt.Println()
	close(even)
	<-done

	// Channels of channels of channels, passed back and forth until one is closed.
	type baton chan chan chan string
	start := make(baton, 1)
	go func() {
		middle := <-start
		inner := make(chan string)
		middle <- inner
		inner <- "through two layers"
		close(middle)
	}()
	middle := make(chan chan string)
	start <- middle
	fmt.Println(<-<-middle)
	_, open := <-middle
	fmt.Println(open)

	// Equality: a channel is itself, also as a direction and as a key.
	c1, c2 := make(chan int), make(chan int)
	var r1 <-chan int = c1
	seen := map[any]bool{c1: true}
	fmt.Println(c1 == r1, r1 == (<-chan int)(c2), seen[c1], seen[r1], seen[c2])
}

// Output:
// 0:0/1 1:0/2 2:1/3 3:5/4 4:14/5 5:30/6
// through two layers
// false
// true false true false false
