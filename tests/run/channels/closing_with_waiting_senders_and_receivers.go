package main

import (
	"fmt"
	"runtime"
	"sync"
)

// What close does to those who wait: buffered values first, then zero values; senders panic one by one.

func main() {
	c := make(chan string, 2)
	c <- "a"
	c <- "b"
	close(c)
	for range 4 {
		v, ok := <-c
		fmt.Printf("%q %t; ", v, ok)
	}
	fmt.Println(len(c), cap(c))

	var wg sync.WaitGroup
	d := make(chan [3]string)
	got := make([]bool, 5)
	for i := range 5 {
		wg.Go(func() {
			v, ok := <-d
			got[i] = !ok && v == [3]string{}
		})
	}
	for range 50 {
		runtime.Gosched()
	}
	close(d)
	wg.Wait()
	fmt.Println(got)

	e := make(chan int, 1)
	e <- 0
	var mu sync.Mutex
	fails := map[string]int{}
	started := make(chan bool)
	for i := range 4 {
		wg.Go(func() {
			defer func() {
				r := recover()
				mu.Lock()
				defer mu.Unlock()
				fails[fmt.Sprint(r)]++
			}()
			started <- true
			if i%2 == 0 {
				e <- i
			} else {
				select {
				case e <- i:
				case <-make(chan int):
				}
			}
		})
	}
	for range 4 {
		<-started
	}
	for range 100 {
		runtime.Gosched()
	}
	close(e)
	wg.Wait()
	fmt.Println(fails["send on closed channel"], len(fails))
	v, ok := <-e
	w, ok2 := <-e
	fmt.Println(v, ok, w, ok2)

	func() {
		defer func() {
			err, isError := recover().(interface {
				error
				RuntimeError()
			})
			fmt.Println(isError, err)
		}()
		select {
		case e <- 1:
		default:
			fmt.Println("a send on a closed channel is never passed over")
		}
	}()
}

// Output:
// "a" true; "b" true; "" false; "" false; 0 2
// [true true true true true]
// 4 1
// 0 true 0 false
// true send on closed channel
