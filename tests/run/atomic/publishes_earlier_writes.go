package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

func main() {
	bad := 0
	for range 200 {
		var data [4]int
		var ready atomic.Bool
		go func() {
			for i := range data {
				data[i] = i + 1
			}
			ready.Store(true)
		}()
		for !ready.Load() {
			runtime.Gosched()
		}
		if data != [4]int{1, 2, 3, 4} {
			bad++
		}
	}
	fmt.Println(bad)
	var lock atomic.Int32
	n := 0
	done := make(chan bool)
	for range 4 {
		go func() {
			for range 100 {
				for !lock.CompareAndSwap(0, 1) {
					runtime.Gosched()
				}
				n++
				lock.Store(0)
			}
			done <- true
		}()
	}
	for range 4 {
		<-done
	}
	fmt.Println(n)
}

// Output:
// 0
// 400
