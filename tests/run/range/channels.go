package main

import "fmt"

func gen(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := range n {
			c <- i * i
		}
	}()
	return c
}

func main() {
	for v := range gen(5) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	b := make(chan string, 3)
	b <- "a"
	b <- "b"
	close(b)
	for s := range b {
		fmt.Print(s, " ")
	}
	for range b {
		fmt.Println("never")
	}
	fmt.Println(len(b))
	var x int
	for x = range gen(4) {
	}
	fmt.Println(x)
	n := 0
	for range gen(7) {
		n++
	}
	fmt.Println(n)
}

// Output:
// 0 1 4 9 16
// a b 0
// 9
// 7
