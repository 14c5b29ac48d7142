package main

import "fmt"

type request struct {
	n     int
	reply chan int
}

func main() {
	reqs := make(chan request)
	go func() {
		for r := range reqs {
			r.reply <- r.n * r.n
		}
	}()
	for i := range 4 {
		r := request{i, make(chan int)}
		reqs <- r
		fmt.Print(<-r.reply, " ")
	}
	fmt.Println()
	work := make(chan func() string, 2)
	work <- func() string { return "first" }
	work <- func() string { return fmt.Sprint("second ", len(work)) }
	close(work)
	for f := range work {
		fmt.Println(f())
	}
	chans := make(chan chan string, 1)
	go func() {
		c := <-chans
		c <- "through a channel from a channel"
	}()
	c := make(chan string)
	chans <- c
	fmt.Println(<-c)
}

// Output:
// 0 1 4 9
// first
// second 0
// through a channel from a channel
