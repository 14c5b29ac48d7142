package main

import (
	"fmt"
	"runtime"
	"sync"
)

// A WaitGroup over several rounds, waited for by many, added to from within, and its panics.

func catch(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return "fine"
}

func main() {
	var wg sync.WaitGroup
	wg.Wait()
	total := make(chan int, 100)
	for round := range 3 {
		for i := range 4 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				total <- round*10 + i
			}()
		}
		wg.Wait()
		fmt.Print(len(total), " ")
	}
	fmt.Println()

	// Those that are counted may count more.
	var mu sync.Mutex
	nodes := 0
	var visit func(depth int)
	visit = func(depth int) {
		defer wg.Done()
		mu.Lock()
		nodes++
		mu.Unlock()
		if depth < 5 {
			wg.Add(2)
			go visit(depth + 1)
			go visit(depth + 1)
		}
	}
	wg.Add(1)
	go visit(0)
	wg.Wait()
	fmt.Println(nodes)

	// Many wait for one.
	var gate, waiters sync.WaitGroup
	gate.Add(1)
	passed := 0
	for range 10 {
		waiters.Go(func() {
			gate.Wait()
			mu.Lock()
			passed++
			mu.Unlock()
		})
	}
	runtime.Gosched()
	fmt.Println(passed)
	gate.Done()
	waiters.Wait()
	fmt.Println(passed)

	fmt.Println(catch(func() { wg.Done() }))
	var fresh sync.WaitGroup
	fmt.Println(catch(func() { fresh.Add(-1) }))
	var ok sync.WaitGroup
	fmt.Println(catch(func() { ok.Add(2); ok.Add(-2); ok.Wait() }))

	// Go with a function that ends by Goexit still counts down.
	var g sync.WaitGroup
	g.Go(func() { defer fmt.Println("deferred"); runtime.Goexit() })
	g.Wait()
	fmt.Println("done")
}

// Output:
// 4 8 12
// 63
// 0
// 10
// sync: negative WaitGroup counter
// sync: negative WaitGroup counter
// <nil>
// deferred
// done
