package main

import (
	"errors"
	"fmt"
)

func a() (n int) {
	defer func() { n *= 2 }()
	n = 3
	return n + 1
}

func b() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v (n was %d)", r, n)
		}
	}()
	n = 7
	panic("boom")
}

func c() (s string) {
	for i := range 3 {
		defer func() { s += fmt.Sprint(i) }()
	}
	return "x"
}

func d() (x, y int) {
	defer func(v int) { x += v }(x + 10)
	x, y = 1, 2
	defer func() { x, y = y, x }()
	return y, x * 5
}

func e() (f func() int) {
	n := 1
	defer func() { n = 100 }()
	f = func() int { n++; return n }
	return
}

func g() (err error) {
	defer func() {
		err = errors.Join(err, errors.New("closing failed"))
	}()
	return errors.New("reading failed")
}

func h() (n int) {
	defer func() {
		defer func() {
			recover()
			n += 1
		}()
		n = 10
		panic("in deferred")
	}()
	return 5
}

func i() (n int) {
	defer func() { recover() }()
	n = func() int {
		defer func() { n = 50 }()
		panic("inner")
	}()
	return
}

func j() (p *int) {
	v := 5
	defer func() { *p = 6 }()
	return &v
}

func k() (arr [3]int, m map[string]int) {
	defer func() { arr[1] = 9; m["late"] = 1 }()
	return [3]int{1, 2, 3}, map[string]int{}
}

func main() {
	fmt.Println(a())
	fmt.Println(b())
	fmt.Println(c())
	fmt.Println(d())
	f := e()
	fmt.Println(f(), f())
	fmt.Printf("%q\n", g().Error())
	fmt.Println(h())
	fmt.Println(i())
	fmt.Println(*j())
	fmt.Println(k())
}

// Output:
// 8
// 7 recovered: boom (n was 7)
// x210
// 15 2
// 101 102
// "reading failed\nclosing failed"
// 11
// 50
// 6
// [1 9 3] map[late:1]
