package main

import (
	"fmt"
	"io"
)

type pair struct {
	a any
	b any
}

type fields struct {
	n int
	s []int
}

type e1 struct{ msg string }

func (e e1) Error() string { return e.msg }

func cmp(a, b any) (r string) {
	defer func() {
		if x := recover(); x != nil {
			r = fmt.Sprint(x)
		}
	}()
	return fmt.Sprint(a == b)
}

func main() {
	f := func() {}
	p, q := new(int), new(int)
	ch := make(chan int)
	fmt.Println(cmp(1, 1), cmp(1, int64(1)), cmp(nil, nil), cmp(nil, 0), cmp("a", "a"), cmp(1.0, 1))
	fmt.Println(cmp(p, p), cmp(p, q), cmp(ch, ch), cmp([2]int{1, 2}, [2]int{1, 2}), cmp(struct{}{}, struct{}{}))
	fmt.Println(cmp(f, f))
	fmt.Println(cmp([]int{}, []int{}))
	fmt.Println(cmp(map[int]int{}, nil))
	fmt.Println(cmp(fields{1, nil}, fields{2, nil}))
	fmt.Println(cmp(pair{1, f}, pair{2, f}))
	fmt.Println(cmp(pair{1, f}, pair{1, f}))
	fmt.Println(cmp(pair{1, pair{2, nil}}, pair{1, pair{2, nil}}))
	fmt.Println(cmp([1]any{f}, [1]any{1}))
	fmt.Println(cmp(e1{"x"}, e1{"x"}), cmp(&e1{"x"}, &e1{"x"}))
	var err error = e1{"x"}
	var err2 error = &e1{"x"}
	fmt.Println(err == e1{"x"}, err == err2, err2 != nil, err == io.EOF)
	var np *e1
	var bad error = np
	fmt.Println(bad == nil, bad == (*e1)(nil), np == nil)
	type named int
	fmt.Println(cmp(named(1), 1), cmp(struct{ x int }{1}, struct{ x int }{1}), cmp(struct{ y int }{1}, struct{ x int }{1}))
	var s1, s2 fmt.Stringer
	fmt.Println(s1 == s2, s1 == nil, any(s1) == nil)
	switch any(p) {
	case q:
		fmt.Println("q")
	case p:
		fmt.Println("p")
	}
	m := map[error]int{err: 1, e1{"y"}: 2}
	fmt.Println(m[e1{"x"}], m[e1{"y"}], m[err2])
}

// Output:
// true false true false true false
// true false true true true
// runtime error: comparing uncomparable type func()
// runtime error: comparing uncomparable type []int
// false
// runtime error: comparing uncomparable type main.fields
// false
// runtime error: comparing uncomparable type func()
// true
// false
// true false
// true false true false
// false true true
// false true false
// true true true
// p
// 1 2 0
