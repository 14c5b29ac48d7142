package main

import "fmt"

type S struct {
	a int
	b any
	c int
	d any
}
type T struct {
	s string
	x any
	f float64
}
type A [3]any
type N struct {
	_ int
	a any
	b string
}

func try(name string, f func() bool) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, e)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	sl := []int{1}
	fn := func() {}
	mp := map[string]int{}
	try("1", func() bool { return S{1, sl, 2, 3} == S{2, sl, 2, 3} })
	try("2", func() bool { return S{1, sl, 2, 3} == S{1, sl, 2, 3} })
	try("3", func() bool { return S{1, sl, 2, 3} == S{1, sl, 3, 3} })
	try("4", func() bool { return S{1, sl, 2, 3} == S{1, fn, 2, 3} })
	try("5", func() bool { return S{1, 1, 2, sl} == S{1, 2, 2, sl} })
	try("6", func() bool { return S{1, 1, 2, sl} == S{1, 1, 2, sl} })
	try("7", func() bool { return T{"a", mp, 1} == T{"b", mp, 1} })
	try("8", func() bool { return T{"a", mp, 1} == T{"a", mp, 2} })
	try("9", func() bool { return T{"ab", mp, 1} == T{"a", mp, 2} })
	try("10", func() bool { return A{1, sl, 2} == A{2, sl, 2} })
	try("11", func() bool { return A{1, sl, 2} == A{1, sl, 3} })
	try("12", func() bool { return A{sl, 1, 2} == A{fn, 1, 3} })
	try("13", func() bool { return A{fn, sl, 2} == A{fn, 1, 3} })
	var x, y any = S{1, sl, 2, 3}, S{2, sl, 2, 3}
	try("14", func() bool { return x == y })
	x, y = S{1, sl, 2, 3}, S{1, sl, 2, 3}
	try("15", func() bool { return x == y })
	x, y = A{1, 2, sl}, A{1, 3, sl}
	try("16", func() bool { return x == y })
	try("17", func() bool { return N{1, 2, "x"} == N{2, 2, "x"} })
	try("18", func() bool { return N{1, sl, "x"} == N{2, sl, "y"} })
	try("19", func() bool { var e any = struct{ a []int }{}; return e == e })
	try("20", func() bool { var e any = [1]func(){nil}; return e == e })
	try("21", func() bool { var e any = [0]func(){}; return e == e })
	try("22", func() bool { var e, f any = struct{ a []int }{}, 1; return e == f })
	try("25", func() bool { return any(x) == any(S{}) })
	try("26", func() bool { var p, q any = &x, &x; return p == q })
	var ch chan int
	try("27", func() bool { return any(ch) == any((chan int)(nil)) })
	try("28", func() bool { return any(ch) == any((<-chan int)(nil)) })
}

// Output:
// 1 false
// 2 runtime error: comparing uncomparable type []int
// 3 runtime error: comparing uncomparable type []int
// 4 false
// 5 false
// 6 runtime error: comparing uncomparable type []int
// 7 false
// 8 runtime error: comparing uncomparable type map[string]int
// 9 false
// 10 false
// 11 runtime error: comparing uncomparable type []int
// 12 false
// 13 runtime error: comparing uncomparable type func()
// 14 false
// 15 runtime error: comparing uncomparable type []int
// 16 false
// 17 true
// 18 runtime error: comparing uncomparable type []int
// 19 runtime error: comparing uncomparable type struct { a []int }
// 20 runtime error: comparing uncomparable type [1]func()
// 21 runtime error: comparing uncomparable type [0]func()
// 22 false
// 25 false
// 26 true
// 27 true
// 28 false
