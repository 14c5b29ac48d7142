package main

import "fmt"

// An unbuffered channel is a meeting: sender and receiver wait for each other. A buffered one is a shelf: the sender only
// waits when it is full.

func trySend(ch chan<- string, s string) {
	select {
	case ch <- s:
		fmt.Printf("%q was taken\n", s)
	default:
		fmt.Printf("%q would have to wait\n", s)
	}
}

func main() {
	meeting := make(chan string)
	trySend(meeting, "anybody there?")

	shelf := make(chan string, 2)
	trySend(shelf, "first")
	trySend(shelf, "second")
	trySend(shelf, "third")
	fmt.Println(len(shelf), "of", cap(shelf), "places are used")

	fmt.Println(<-shelf)
	trySend(shelf, "third, again")
	fmt.Println(<-shelf, <-shelf)
}

// Output:
// "anybody there?" would have to wait
// "first" was taken
// "second" was taken
// "third" would have to wait
// 2 of 2 places are used
// first
// "third, again" was taken
// second third, again
