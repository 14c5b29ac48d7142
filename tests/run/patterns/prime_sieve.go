package main

import "fmt"

func main() {
	c := make(chan int)
	go func(c chan<- int) {
		for i := 2; ; i++ {
			c <- i
		}
	}(c)
	for range 25 {
		p := <-c
		fmt.Print(p, " ")
		next := make(chan int)
		go func(in <-chan int, out chan<- int) {
			for {
				if v := <-in; v%p != 0 {
					out <- v
				}
			}
		}(c, next)
		c = next
	}
	fmt.Println()
}

// Output:
// 2 3 5 7 11 13 17 19 23 29 31 37 41 43 47 53 59 61 67 71 73 79 83 89 97
