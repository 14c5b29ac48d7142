package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	var wg sync.WaitGroup
	calls := 0
	for range 20 {
		wg.Go(func() { once.Do(func() { calls++ }) })
	}
	wg.Wait()
	fmt.Println(calls)
	var o2 sync.Once
	for i := range 2 {
		func() {
			defer func() { fmt.Println(i, recover()) }()
			o2.Do(func() { panic("first use") })
		}()
	}
	o2.Do(func() { fmt.Println("never") })
}

// Output:
// 1
// 0 first use
// 1 <nil>
