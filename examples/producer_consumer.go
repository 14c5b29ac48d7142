package main

import "fmt"

// One goroutine produces, another consumes; the channel between them is the only thing they share. Closing it says
// that nothing more will come, which ends the consumer's range loop.

func produce(n int, out chan<- int) {
	defer close(out)
	for i := 1; i <= n; i++ {
		out <- i
	}
}

func main() {
	numbers := make(chan int, 2)
	go produce(5, numbers)

	sum := 0
	for n := range numbers {
		sum += n
		fmt.Println("got", n, "sum", sum)
	}
}

// Output:
// got 1 sum 1
// got 2 sum 3
// got 3 sum 6
// got 4 sum 10
// got 5 sum 15
