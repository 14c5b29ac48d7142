package main

import "fmt"

func main() {
	c := make(chan string)
	done := make(chan bool)
	var log []string
	go func() {
		log = append(log, "ready")
		c <- "one"
		c <- "two"
		log = append(log, "sent both")
		done <- true
	}()
	a := <-c
	b := <-c
	<-done
	fmt.Println(a, b, log)
	fmt.Println(len(c), cap(c))
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(pong)
	}()
	v := 0
	for range 5 {
		ping <- v
		v = <-pong
	}
	close(ping)
	_, ok := <-pong
	fmt.Println(v, ok)
}

// Output:
// one two [ready sent both]
// 0 0
// 5 false
