package main

import "fmt"

func main() {
	a, b, c := make(chan int, 1), make(chan string, 1), make(chan bool, 1)
	pick := func() string {
		select {
		case v := <-a:
			return fmt.Sprint("int ", v)
		case s, ok := <-b:
			return fmt.Sprint("string ", s, " ", ok)
		case c <- true:
			return "sent"
		}
	}
	c <- false
	a <- 5
	fmt.Println(pick())
	b <- "x"
	fmt.Println(pick())
	close(b)
	fmt.Println(pick())
	b = nil
	<-c
	fmt.Println(pick(), <-c)
	go func() { a <- 9 }()
	c <- true
	fmt.Println(pick())
	var arr [2]int
	m := map[string]bool{}
	a <- 3
	b = make(chan string)
	select {
	case arr[1] = <-a:
	case _, m["closed"] = <-b:
	}
	close(b)
	select {
	case _, m["open"] = <-b:
	}
	fmt.Println(arr, m)
}

// Output:
// int 5
// string x true
// string  false
// sent true
// int 9
// [0 3] map[open:false]
