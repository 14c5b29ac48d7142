package main

import "fmt"

type big struct {
	name string
	data [20]int
	tail any
}

func main() {
	c := make(chan big, 1)
	done := make(chan struct{})
	go func() {
		for b := range c {
			fmt.Println(b.name, b.data[19], b.tail)
		}
		close(done)
	}()
	b := big{name: "first", tail: []int{1}}
	for i := range 3 {
		b.data[19] = i
		c <- b
		b.name = fmt.Sprint("next", i)
		b.tail = i
	}
	close(c)
	<-done
	e := make(chan struct{}, 1000)
	for range 1000 {
		e <- struct{}{}
	}
	fmt.Println(len(e))
	by := make(chan byte, 2)
	by <- 255
	by <- 1
	fmt.Println(<-by+<-by, cap(by))
	i8 := make(chan [3]int8, 1)
	i8 <- [3]int8{-1, 0, 1}
	fmt.Println(<-i8)
	er := make(chan error, 1)
	er <- nil
	fmt.Println(<-er == nil)
}

// Output:
// first 0 [1]
// next0 1 0
// next1 2 1
// 1000
// 0 2
// [-1 0 1]
// true
