package main

import "fmt"

func seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func a() (r any) {
	defer func() {
		for i := range seq(3) {
			if x := recover(); x != nil {
				r = fmt.Sprint(i, x)
			}
		}
	}()
	panic("a")
}
func b() (r string) {
	defer func() {
		for range seq(1) {
			for range seq(1) {
				r += fmt.Sprint(recover())
			}
		}
	}()
	panic("b")
}
func c() (r string) {
	for i := range seq(3) {
		defer func() { r += fmt.Sprint("d", i, recover(), ";") }()
		if i == 1 {
			panic("c")
		}
	}
	return "none"
}
func d() (r string) {
	defer func() { r += fmt.Sprint(recover()) }()
	for i := range seq(3) {
		defer func() { r += fmt.Sprint(i) }()
	}
	r = "r"
	return r + "!"
}
func e() (r string) {
	defer func() { r += fmt.Sprint("out:", recover()) }()
	for i := range seq(3) {
		func() {
			defer func() { r += fmt.Sprint("in:", recover()) }()
			panic(i)
		}()
	}
	panic("end")
}
func f() int {
	for i := range seq(10) {
		for j := range seq(10) {
			if i*j == 12 {
				return i*100 + j
			}
		}
	}
	return -1
}
func g() {
outer:
	for i := range seq(5) {
		for j := range seq(5) {
			switch {
			case j == 3:
				continue outer
			case i == 3:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
}
func h() {
	for i := range seq(5) {
		if i == 2 {
			goto done
		}
		fmt.Print(i)
	}
done:
	fmt.Println("done")
}
func bad() {
	defer func() { fmt.Println(recover()) }()
	it := func(yield func(int) bool) {
		yield(1)
		yield(2)
	}
	for x := range it {
		fmt.Println(x)
		break
	}
}
func bad2() {
	defer func() { fmt.Println(recover()) }()
	var keep func(int) bool
	it := func(yield func(int) bool) { keep = yield; yield(1) }
	for x := range it {
		fmt.Println(x)
	}
	keep(3)
}
func bad3() {
	defer func() { fmt.Println("bad3", recover()) }()
	it := func(yield func(int) bool) {
		defer func() { fmt.Println("it", recover()) }()
		yield(1)
	}
	for x := range it {
		panic(x)
	}
	fmt.Println("after")
}
func bad4() {
	defer func() { fmt.Println("bad4", recover()) }()
	it := func(yield func(int) bool) {
		func() {
			defer func() { recover() }()
			yield(1)
		}()
		yield(2)
	}
	for x := range it {
		panic(x)
	}
}
func main() {
	fmt.Println(a(), b(), c(), d(), e(), f())
	g()
	h()
	bad()
	bad2()
	bad3()
	bad4()
	for range seq(2) {
		defer fmt.Println("main defer")
	}
	for k, v := range func(y func(string, int) bool) { _ = y("a", 1) && y("b", 2) } {
		fmt.Println(k, v)
	}
	for range func(y func() bool) { y() } {
		fmt.Println("zero")
	}
}

// Exit: 2
// Stderr:
// panic: a
//
// goroutine 1 [running]:
