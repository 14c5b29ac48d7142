package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan int)
	go func() { a <- 1; a <- 2; close(a) }()
	go func() { b <- 10; close(b) }()
	sum, open := 0, 2
	for open > 0 {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				open--
				continue
			}
			sum += v
		case v, ok := <-b:
			if !ok {
				b = nil
				open--
				continue
			}
			sum += v
		}
	}
	fmt.Println(sum, a == nil, b == nil)
	select {
	case <-a:
		fmt.Println("never")
	case a <- 1:
		fmt.Println("never")
	default:
		fmt.Println("default", len(a), cap(a))
	}
}

// Output:
// 13 true true
// default 0 0
