package main

import "fmt"

func main() {
	c := make(chan int)
	select {
	case v := <-c:
		fmt.Println("received", v)
	default:
		fmt.Println("nothing to receive")
	}
	select {
	case c <- 1:
		fmt.Println("sent")
	default:
		fmt.Println("nobody to receive")
	}
	full := make(chan int, 1)
	for i := range 3 {
		select {
		case full <- i:
			fmt.Println("stored", i)
		default:
			fmt.Println("dropped", i)
		}
	}
	fmt.Println(<-full)
}

// Output:
// nothing to receive
// nobody to receive
// stored 0
// dropped 1
// dropped 2
// 0
