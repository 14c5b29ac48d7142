package main

import "fmt"

func fibonacci(c, quit chan int) int {
	x, y, n := 0, 1, 0
	for {
		select {
		case c <- x:
			x, y = y, x+y
			n++
		case <-quit:
			return n
		}
	}
}

func main() {
	c, quit := make(chan int), make(chan int)
	go func() {
		for range 10 {
			fmt.Print(<-c, " ")
		}
		fmt.Println()
		quit <- 0
	}()
	fmt.Println(fibonacci(c, quit))
}

// Output:
// 0 1 1 2 3 5 8 13 21 34
// 10
