package main

import (
	"fmt"
	"iter"
)

func upto(n int, name string) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("[end ", name, "]")
		for i := range n {
			if !yield(i) {
				fmt.Print("[stopped ", name, "]")
				return
			}
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func search(want int) (r string) {
	defer func() { r += "!" }()
	for i := range upto(5, "i") {
		for j := range upto(5, "j") {
			if i*10+j == want {
				return fmt.Sprint(i, ",", j)
			}
		}
	}
	return "none"
}

func labels() {
outer:
	for i := range upto(4, "a") {
		for j := range upto(4, "b") {
			switch {
			case j == 1 && i == 0:
				continue outer
			case j == 2:
				break outer
			case i == 3:
				goto done
			}
			fmt.Print(" ", i, j, " ")
		}
	}
done:
	fmt.Println()
}

func deferred() {
	for i := range upto(3, "d") {
		defer fmt.Print(" deferred", i)
	}
	fmt.Print(" body done")
}

func panics() {
	defer func() { fmt.Println(" recovered", recover()) }()
	for i := range upto(3, "p") {
		if i == 1 {
			panic("in body")
		}
	}
}

func named() (n int, err error) {
	for n = range upto(10, "n") {
		if n == 4 {
			err = fmt.Errorf("at %d", n)
			return
		}
	}
	return
}

func main() {
	fmt.Println(search(12))
	fmt.Println(search(99))
	labels()
	deferred()
	fmt.Println()
	panics()
	fmt.Println(named())
	for x, y := range zip(upto(3, "x"), upto(2, "y")) {
		fmt.Print(" ", x, y)
	}
	fmt.Println()
	var fs []func() int
	for i := range upto(3, "c") {
		i *= 10
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for range upto(2, "only") {
		fmt.Print("tick ")
	}
	func(yield func(func() bool)) { yield(func() bool { return true }) }(func(f func() bool) { fmt.Println(f()) })
	for range func(yield func() bool) {
		_ = yield() && yield()
	} {
		fmt.Println("no values")
	}
}

// Output:
// [end j][stopped j][end j][stopped i][end i]1,2!
// [end j][end j][end j][end j][end j][end i]none!
//  0 0 [stopped b][end b] 1 0  1 1 [stopped b][end b][stopped a][end a]
// [end d] body done deferred2 deferred1 deferred0
// [end p] recovered in body
// [stopped n][end n]4 at 4
//  0 0 1 1[end y][stopped x][end x]
// [end c]1 2 11 12 21 22
// tick tick [end only]true
// no values
// no values
