package main

import "fmt"

var c1, c2 = make(chan int, 1), make(chan int, 1)

func ch(name string, c chan int) chan int { fmt.Println("channel", name); return c }
func val(n int) int                       { fmt.Println("value", n); return n }
func lhs(p *int) *int                     { fmt.Println("target"); return p }

func main() {
	var x int
	c1 <- 7
	c2 <- 0
	select {
	case *lhs(&x) = <-ch("one", c1):
		fmt.Println("received", x)
	case ch("two", c2) <- val(2):
		fmt.Println("sent")
	}
	<-c2
	select {
	case *lhs(&x) = <-ch("one", c1):
	case ch("two", c2) <- val(3):
		fmt.Println("sent", <-c2)
	}
	fmt.Println(x)
}

// Output:
// channel one
// channel two
// value 2
// target
// received 7
// channel one
// channel two
// value 3
// sent 3
// 7
