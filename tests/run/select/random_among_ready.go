package main

import "fmt"

func main() {
	a, b, c := make(chan int, 1), make(chan int, 1), make(chan int, 1)
	var counts [3]int
	const n = 3000
	for range n {
		a <- 0
		b <- 1
		select {
		case v := <-a:
			counts[v]++
			<-b
		case v := <-b:
			counts[v]++
			<-a
		case c <- 2:
			counts[2]++
			<-a
			<-b
			<-c
		}
	}
	for i, k := range counts {
		fmt.Println(i, k > n/6, k < n/2)
	}
}

// Output:
// 0 true true
// 1 true true
// 2 true true
