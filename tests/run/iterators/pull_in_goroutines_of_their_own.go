package main

import (
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// iter.Pull: merging, zipping, early stop, panics and Goexit that cross over, and misuse.

func upTo(n int, log *[]string) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer func() { *log = append(*log, fmt.Sprint("end of ", n)) }()
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func merge[T any](less func(a, b T) bool, a, b iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		nextA, stopA := iter.Pull(a)
		defer stopA()
		nextB, stopB := iter.Pull(b)
		defer stopB()
		x, okA := nextA()
		y, okB := nextB()
		for okA || okB {
			if okA && (!okB || !less(y, x)) {
				if !yield(x) {
					return
				}
				x, okA = nextA()
			} else {
				if !yield(y) {
					return
				}
				y, okB = nextB()
			}
		}
	}
}

func zip[K, V any](ks iter.Seq[K], vs iter.Seq[V]) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		next, stop := iter.Pull(vs)
		defer stop()
		for k := range ks {
			v, ok := next()
			if !ok || !yield(k, v) {
				return
			}
		}
	}
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
	fmt.Println(name, "returns")
}

func main() {
	var log []string
	less := func(a, b int) bool { return a < b }
	fmt.Println(slices.Collect(merge(less, upTo(4, &log), upTo(2, &log))))
	for v := range merge(less, slices.Values([]int{1, 5, 9}), slices.Values([]int{2, 3, 10})) {
		if v > 4 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println(log)
	for k, v := range zip(strings.SplitSeq("a,b,c", ","), upTo(2, &log)) {
		fmt.Print(k, v, " ")
	}
	fmt.Println(len(log))

	next, stop := iter.Pull2(slices.All([]string{"x", "y"}))
	i, s, ok := next()
	fmt.Println(i, s, ok)
	stop()
	stop()
	i, s, ok = next()
	fmt.Printf("%d %q %t\n", i, s, ok)

	failing := func(yield func(int) bool) {
		yield(1)
		panic("in the sequence")
	}
	next1, _ := iter.Pull(failing)
	fmt.Println(next1())
	try("second next", func() { next1() })
	try("third next", func() { fmt.Println(next1()) })
	_, stop2 := iter.Pull(failing)
	try("stop before the first", stop2)
	next3, stop3 := iter.Pull(func(yield func(int) bool) {
		defer func() { panic("while stopping") }()
		yield(7)
	})
	next3()
	try("stop", stop3)
	try("stop again", stop3)

	// Goexit in the sequence ends the goroutine that pulls.
	done := make(chan bool)
	go func() {
		defer close(done)
		next, _ := iter.Pull(func(yield func(int) bool) { runtime.Goexit() })
		next()
		fmt.Println("never")
	}()
	<-done

	// The functions may move from goroutine to goroutine, one at a time.
	shared, stopShared := iter.Pull(upTo(1000, &log))
	var mu sync.Mutex
	var wg sync.WaitGroup
	sum := 0
	for range 4 {
		wg.Go(func() {
			for range 100 {
				mu.Lock()
				v, _ := shared()
				sum += v
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	stopShared()
	fmt.Println(sum, log[len(log)-1])
}

// Output:
// [0 0 1 1 2 3]
// 1 2 3 [end of 2 end of 4]
// a0 b1 3
// 0 x true
// 0 "" false
// 1 true
// second next panics: in the sequence
// 0 false
// third next returns
// stop before the first returns
// stop panics: while stopping
// stop again returns
// 79800 end of 1000
