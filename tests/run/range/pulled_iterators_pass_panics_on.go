// A panic or Goexit inside an iterator that is pulled comes out of next or stop; afterwards the iterator is done.
package main

import (
	"fmt"
	"iter"
	"runtime"
	"sync"
)

func counting(fail int, cleanup string) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("clean-up of", cleanup)
		for i := range 4 {
			if i == fail {
				panic(fmt.Sprintf("no %d from %s", i, cleanup))
			}
			if !yield(i) {
				return
			}
		}
	}
}

func guarded(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panicked:", r)
		}
	}()
	f()
	fmt.Println(name, "returned")
}

func main() {
	next, stop := iter.Pull(counting(2, "first"))
	for range 2 {
		fmt.Println(next())
	}
	guarded("next", func() { next() })
	fmt.Println(next())
	guarded("stop", stop)

	next, stop = iter.Pull(counting(-1, "second"))
	fmt.Println(next())
	guarded("stop", stop)
	fmt.Println(next())

	// Stopped before it began: nothing of it runs.
	next, stop = iter.Pull(counting(0, "third"))
	stop()
	fmt.Println(next())

	// A panic while stopping.
	next, stop = iter.Pull(func(yield func(int) bool) {
		defer func() { panic("in clean-up") }()
		yield(7)
	})
	fmt.Println(next())
	guarded("stop", stop)
	guarded("stop again", stop)

	// Goexit in the iterator ends the goroutine that pulls.
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("the puller ends:", recover())
		next, _ := iter.Pull(func(yield func(int) bool) {
			yield(1)
			runtime.Goexit()
		})
		fmt.Println(next())
		next()
		fmt.Println("not reached")
	}()
	wg.Wait()

	// A pulled iterator that pulls another; the inner panic passes through both.
	inner := counting(1, "inner")
	outer := func(yield func(int) bool) {
		defer fmt.Println("clean-up of outer")
		n, s := iter.Pull(inner)
		defer s()
		for {
			v, ok := n()
			if !ok || !yield(v*10) {
				return
			}
		}
	}
	next, stop = iter.Pull(outer)
	fmt.Println(next())
	guarded("outer next", func() { next() })
	stop()

	// Recovered inside the iterator, it goes on.
	next, stop = iter.Pull(func(yield func(int) bool) {
		for i := range 3 {
			func() {
				defer func() { recover() }()
				if i == 1 {
					panic("skipped")
				}
				yield(i)
			}()
		}
	})
	for v, ok := next(); ok; v, ok = next() {
		fmt.Print(v, " ")
	}
	fmt.Println()
	stop()

	// The loop's body panics: the range over a pulling iterator unwinds it.
	guarded("loop", func() {
		for v := range outer {
			panic(fmt.Sprint("body got ", v))
		}
	})
}

// Output:
// 0 true
// 1 true
// clean-up of first
// next panicked: no 2 from first
// 0 false
// stop returned
// 0 true
// clean-up of second
// stop returned
// 0 false
// 0 false
// 7 true
// stop panicked: in clean-up
// stop again returned
// 1 true
// the puller ends: <nil>
// 0 true
// clean-up of inner
// clean-up of outer
// outer next panicked: no 1 from inner
// 0 2
// clean-up of inner
// clean-up of outer
// loop panicked: body got 0
