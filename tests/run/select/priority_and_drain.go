package main

import "fmt"

func drain(c <-chan int) (out []int) {
	for {
		select {
		case v, ok := <-c:
			if !ok {
				return append(out, -1)
			}
			out = append(out, v)
		default:
			return
		}
	}
}

func main() {
	high, low := make(chan string, 5), make(chan string, 5)
	for i := range 3 {
		low <- fmt.Sprint("low", i)
	}
	high <- "high0"
	high <- "high1"
	next := func() string {
		select {
		case s := <-high:
			return s
		default:
		}
		select {
		case s := <-high:
			return s
		case s := <-low:
			return s
		default:
			return "none"
		}
	}
	for range 6 {
		fmt.Print(next(), " ")
	}
	fmt.Println()
	c := make(chan int, 4)
	c <- 1
	c <- 2
	fmt.Println(drain(c), drain(c))
	c <- 3
	close(c)
	fmt.Println(drain(c))
	var out chan<- int
	queue := []int{}
	in := make(chan int)
	recv := make(chan int)
	done := make(chan bool)
	go func() {
		for i := range 5 {
			in <- i
		}
		close(in)
	}()
	go func() {
		for v := range recv {
			fmt.Print(v, " ")
		}
		fmt.Println()
		close(done)
	}()
	for in != nil || len(queue) > 0 {
		var first int
		out = nil
		if len(queue) > 0 {
			out, first = recv, queue[0]
		}
		select {
		case v, ok := <-in:
			if !ok {
				in = nil
				continue
			}
			queue = append(queue, v)
		case out <- first:
			queue = queue[1:]
		}
	}
	close(recv)
	<-done
}

// Output:
// high0 high1 low0 low1 low2 none
// [1 2] []
// [3 -1]
// 0 1 2 3 4
