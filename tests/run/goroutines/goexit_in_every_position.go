package main

import (
	"fmt"
	"runtime"
	"sync"
)

// runtime.Goexit runs deferred calls, can not be recovered, ends only its goroutine, and gives way to a panic that is recovered.

func start(wg *sync.WaitGroup, name string, f func()) {
	wg.Add(1)
	done := make(chan bool)
	go func() {
		defer close(done)
		defer wg.Done()
		defer func() { fmt.Println(name, "recovers", recover()) }()
		f()
		fmt.Println(name, "returns")
	}()
	<-done
}

func nested(n int) {
	defer fmt.Print("d", n, " ")
	if n == 0 {
		runtime.Goexit()
	}
	nested(n - 1)
}

func main() {
	var wg sync.WaitGroup
	start(&wg, "plain", runtime.Goexit)
	start(&wg, "nested", func() { nested(3) })
	start(&wg, "in a deferred call", func() {
		defer fmt.Println("outer")
		defer runtime.Goexit()
		defer fmt.Println("inner")
	})
	start(&wg, "during a panic", func() {
		defer fmt.Println("still runs")
		defer runtime.Goexit()
		panic("is forgotten")
	})
	start(&wg, "panic during Goexit", func() {
		defer func() { fmt.Println("first", recover()) }()
		defer func() { panic("while exiting") }()
		runtime.Goexit()
	})
	start(&wg, "recovered panic during Goexit", func() {
		defer fmt.Println("after")
		defer func() {
			defer func() { fmt.Println("caught", recover()) }()
			panic("inner")
		}()
		runtime.Goexit()
	})
	start(&wg, "two Goexits", func() {
		defer runtime.Goexit()
		runtime.Goexit()
	})
	start(&wg, "in a range function", func() {
		for v := range func(yield func(int) bool) {
			defer fmt.Println("iterator cleans up")
			yield(1)
		} {
			if v == 1 {
				runtime.Goexit()
			}
		}
	})
	start(&wg, "in once", func() {
		var once sync.Once
		defer func() { once.Do(func() { fmt.Println("never") }) }()
		once.Do(runtime.Goexit)
	})
	start(&wg, "with a lock", func() {
		var mu sync.Mutex
		defer func() { fmt.Println("free:", mu.TryLock()) }()
		mu.Lock()
		defer mu.Unlock()
		runtime.Goexit()
	})
	wg.Wait()
	fmt.Println(runtime.NumGoroutine())
}

// Output:
// plain recovers <nil>
// d0 d1 d2 d3 nested recovers <nil>
// inner
// outer
// in a deferred call recovers <nil>
// still runs
// during a panic recovers <nil>
// first while exiting
// panic during Goexit recovers <nil>
// caught inner
// after
// recovered panic during Goexit recovers <nil>
// two Goexits recovers <nil>
// iterator cleans up
// in a range function recovers <nil>
// in once recovers <nil>
// free: true
// with a lock recovers <nil>
// 1
