package main

import "fmt"

func each(yield func(int) bool) {
	defer fmt.Print("done ")
	for i := range 5 {
		if !yield(i) {
			return
		}
	}
}

func pairs(yield func(int, string) bool) {
	_ = yield(1, "a") && yield(2, "b") && yield(3, "c")
}

func once(yield func() bool) { yield() }

func find(n int) (i, j int, ok bool) {
outer:
	for i := range each {
		for j := range each {
			switch {
			case j == 3:
				continue outer
			case i*j == n:
				return i, j, true
			case i == 4:
				break outer
			}
		}
	}
	return
}

func jump() string {
	n := 0
again:
	for i := range each {
		for range once {
			if i == 2 && n < 2 {
				n++
				goto again
			}
		}
		if i == 3 {
			goto out
		}
	}
	return "end"
out:
	return fmt.Sprint("out ", n)
}

func deferring() (s string) {
	defer func() { s += "|" }()
	for i, l := range pairs {
		defer func() { s += l }()
		if i == 2 {
			for range once {
				defer func() { s += "inner" }()
				return "r"
			}
		}
	}
	return "not reached"
}

func closures() []func() int {
	var fs []func() int
	sum := 0
	for i := range each {
		sum += i
		fs = append(fs, func() int { i *= 10; return i + sum })
	}
	return fs
}

func assigned() {
	var k [2]int
	var v any
	for k[1], v = range pairs {
		if k[1] == 2 {
			break
		}
	}
	fmt.Println(k, v)
}

func unnamed() (int, error) {
	defer func() { recover() }()
	for i := range func(yield func(int) bool) {
		yield(7)
		panic("after the body returned")
	} {
		return i, fmt.Errorf("e%d", i)
	}
	return 0, nil
}

func twice(yield func() bool) {
	defer func() { fmt.Println(recover()) }()
	yield()
	yield()
}

func swallow(yield func() bool) {
	defer func() { recover() }()
	yield()
}

func main() {
	fmt.Println(find(6))
	fmt.Println(find(100))
	fmt.Println(jump())
	fmt.Println(deferring())
	for _, f := range closures() {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	assigned()
	fmt.Println(unnamed())
	func() {
		defer func() { fmt.Println(recover()) }()
		for range twice {
			break
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		for range swallow {
			panic("lost")
		}
	}()
	var stored func() bool
	for range func(yield func() bool) { stored = yield; yield() } {
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		stored()
	}()
}

// Output:
// done done done done done 3 2 true
// done done done done done done 0 0 false
// done done done out 2
// rinnerba|
// done 10 10 20 110 30 210 40 310 50 410
// [0 2] b
// 7 e7
// runtime error: range function continued iteration after function for loop body returned false
// runtime error: range function recovered a loop body panic and did not resume panicking
// runtime error: range function recovered a loop body panic and did not resume panicking
// runtime error: range function continued iteration after whole loop exit
