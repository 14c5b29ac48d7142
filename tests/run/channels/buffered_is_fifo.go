package main

import "fmt"

func main() {
	c := make(chan int, 3)
	c <- 1
	c <- 2
	fmt.Println(len(c), cap(c), <-c)
	c <- 3
	c <- 4
	fmt.Println(<-c, <-c, <-c, len(c))
	for round := range 10 {
		for i := range 3 {
			c <- round*3 + i
		}
		for i := range 3 {
			if v := <-c; v != round*3+i {
				fmt.Println("out of order", v)
			}
		}
	}
	go func() {
		for i := range 10 {
			c <- i
		}
		close(c)
	}()
	for v := range c {
		fmt.Print(v, " ")
	}
	fmt.Println()
}

// Output:
// 2 3 1
// 2 3 4 0
// 0 1 2 3 4 5 6 7 8 9
