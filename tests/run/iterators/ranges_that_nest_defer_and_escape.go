package main

import (
	"fmt"
	"iter"
	"runtime"
	"strings"
)

// Bodies of range-over-func: labels through several levels, defers of the enclosing function, results set from
// within, goroutines and closures that keep the variables, and an iterator that goes on when told to stop.

func count(name string, n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("/", name, " ")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func find(want int) (x, y int, err error) {
	defer func() { err = fmt.Errorf("%d at %d,%d", want, x, y) }()
	for x = range count("rows", 10) {
		for y := range count("cols", 10) {
			if x*10+y == want {
				return x, y, nil
			}
		}
	}
	return -1, -1, nil
}

func labels() string {
	var b strings.Builder
outer:
	for i := range count("a", 4) {
	middle:
		for j := range count("b", 4) {
			for k := range count("c", 4) {
				switch {
				case i == 0 && k == 1:
					continue middle
				case i == 1:
					continue outer
				case i == 2 && j == 1:
					break middle
				case i == 3:
					break outer
				case k == 2:
					goto next
				}
				fmt.Fprint(&b, i, j, k, " ")
			}
		next:
		}
	}
	return b.String()
}

func defers() (log []string) {
	defer func() { log = append(log, "last") }()
	for i := range count("d", 3) {
		defer func() { log = append(log, fmt.Sprint("defer ", i)) }()
		for range count("e", 1) {
			defer func() { log = append(log, fmt.Sprint("inner ", i)) }()
		}
		log = append(log, fmt.Sprint("body ", i))
	}
	return log
}

func recovers() (s string) {
	defer func() { s = fmt.Sprint("recovered ", recover(), " ", s) }()
	for i := range count("p", 3) {
		s += fmt.Sprint(i)
		if i == 1 {
			panic("in the body")
		}
	}
	return
}

func stubborn(yield func(int) bool) {
	for i := range 3 {
		yield(i)
	}
}

func keeps(fs *[]func() int) iter.Seq[func() int] {
	return func(yield func(func() int) bool) {
		for _, f := range *fs {
			if !yield(f) {
				return
			}
		}
	}
}

func main() {
	fmt.Println(find(23))
	fmt.Println(labels())
	fmt.Println(defers())
	fmt.Println(recovers())
	func() {
		defer func() { fmt.Println(recover()) }()
		for i := range stubborn {
			if i == 1 {
				break
			}
		}
	}()
	var fs []func() int
	for i := range count("f", 3) {
		fs = append(fs, func() int { i += 10; return i })
	}
	for f := range keeps(&fs) {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	var late func(int) bool
	for range func(yield func(int) bool) { late = yield; yield(1) } {
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		late(2)
	}()
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("goroutine ends")
		for i := range count("g", 5) {
			defer fmt.Println("deferred", i)
			if i == 1 {
				runtime.Goexit()
			}
		}
	}()
	<-done
	sum := 0
	var walk func(n int) iter.Seq[int]
	walk = func(n int) iter.Seq[int] {
		return func(yield func(int) bool) {
			if n == 0 {
				return
			}
			for v := range walk(n - 1) {
				if !yield(v) {
					return
				}
			}
			yield(n)
		}
	}
	for v := range walk(30) {
		sum += v
		if v == 20 {
			break
		}
	}
	fmt.Println(sum)
}

// Output:
// /cols /cols /cols /rows 2 3 23 at 2,3
// /c /c /c /c /b /c /b /c /c /b /c /b /a 0 0 0 0 1 0 0 2 0 0 3 0 2 0 0 2 0 1
// /e /e /e /d [body 0 body 1 body 2 inner 2 defer 2 inner 1 defer 1 inner 0 defer 0 last]
// /p recovered in the body 01
// runtime error: range function continued iteration after function for loop body returned false
// /f 10 20 11 21 12 22
// runtime error: range function continued iteration after whole loop exit
// /g deferred 1
// deferred 0
// goroutine ends
// 210
