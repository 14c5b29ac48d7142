package main

import (
	"errors"
	"fmt"
	"sync"
)

// OnceFunc, OnceValue(s) under contention, panicking, and asked again; Once after a panic counts as done.

func catch(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return "no panic"
}

func main() {
	calls := 0
	value := sync.OnceValue(func() int { calls++; return 40 + calls })
	var wg sync.WaitGroup
	sums := make([]int, 20)
	for i := range sums {
		wg.Go(func() { sums[i] = value() })
	}
	wg.Wait()
	total := 0
	for _, s := range sums {
		total += s
	}
	fmt.Println(calls, total)

	tries := 0
	broken := sync.OnceValues(func() (string, error) {
		tries++
		if tries == 1 {
			panic(errors.New("first try"))
		}
		return "late", nil
	})
	for range 3 {
		fmt.Print(catch(func() { broken() }), "; ")
	}
	fmt.Println(tries)

	steps := []string{}
	f := sync.OnceFunc(func() {
		defer func() { steps = append(steps, "deferred") }()
		steps = append(steps, "run")
	})
	f()
	f()
	fmt.Println(steps)

	var once sync.Once
	fmt.Println(catch(func() { once.Do(func() { panic("in Do") }) }))
	once.Do(func() { fmt.Println("never") })

	// Everybody who calls Do waits until the first call has returned.
	var shared sync.Once
	gate := make(chan bool)
	ready := false
	ok := make(chan bool, 5)
	for range 5 {
		go func() {
			shared.Do(func() { <-gate; ready = true })
			ok <- ready
		}()
	}
	close(gate)
	all := true
	for range 5 {
		all = all && <-ok
	}
	fmt.Println(all)

	nilFunc := sync.OnceFunc(nil)
	fmt.Println(catch(nilFunc))
	fmt.Println(catch(nilFunc))
	pair := sync.OnceValues(func() (a int, err error) { return 3, errors.New("kept") })
	pair()
	fmt.Println(pair())
}

// Output:
// 1 820
// first try; first try; first try; 1
// [run deferred]
// in Do
// true
// runtime error: invalid memory address or nil pointer dereference
// runtime error: invalid memory address or nil pointer dereference
// 3 kept
