package main

import "fmt"

// A chain of goroutines, one per prime: each passes on what its prime does not divide.

func filter(in <-chan int, prime int) <-chan int {
	out := make(chan int)
	go func() {
		for {
			if n := <-in; n%prime != 0 {
				out <- n
			}
		}
	}()
	return out
}

func main() {
	numbers := make(chan int)
	go func() {
		for n := 2; ; n++ {
			numbers <- n
		}
	}()
	var in <-chan int = numbers
	for range 15 {
		prime := <-in
		fmt.Print(prime, " ")
		in = filter(in, prime)
	}
	fmt.Println()
}

// Output:
// 2 3 5 7 11 13 17 19 23 29 31 37 41 43 47
