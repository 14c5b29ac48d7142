// A nil pointer, map, func or slice in an interface is not a nil interface; what calls, comparisons, assertions and conversions do
// with each.
package main

import (
	"errors"
	"fmt"
)

type tree struct {
	left, right *tree
	val         int
}

func (t *tree) Sum() int {
	if t == nil {
		return 0
	}
	return t.left.Sum() + t.val + t.right.Sum()
}

type list []int

func (l list) Sum() (n int) {
	for _, v := range l {
		n += v
	}
	return
}

type table map[string]int

func (t table) Sum() int { return len(t) + t["x"] }

type calls func() int

func (c calls) Sum() int {
	if c == nil {
		return -1
	}
	return c()
}

type pipe chan int

func (p pipe) Sum() int { return cap(p) }

type value struct{ n int }

func (v value) Sum() int { return v.n }

type summer interface{ Sum() int }
type failure struct{}

func (*failure) Error() string { return "failure" }

func find(ok bool) error {
	var f *failure
	if !ok {
		f = &failure{}
	}
	return f
}

func proper(ok bool) error {
	if !ok {
		return &failure{}
	}
	return nil
}

func describe(name string, s summer) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	fmt.Printf("%s nil: %t, type %T, ", name, s == nil, s)
	fmt.Println("sum", s.Sum())
}

func main() {
	var t *tree
	var v *value
	describe("nothing", nil)
	describe("tree", t)
	describe("list", list(nil))
	describe("table", table(nil))
	describe("calls", calls(nil))
	describe("pipe", pipe(nil))
	describe("value pointer", v)
	describe("value", value{4})

	fmt.Println(find(true) == nil, find(false) == nil, proper(true) == nil, find(true) == (*failure)(nil))
	var target *failure
	fmt.Println(errors.As(find(true), &target), target == nil, errors.Is(find(true), find(true)), errors.Is(nil, find(true)))

	var a, b any
	var s summer
	var e error
	fmt.Println(a == b, a == s, s == nil, any(s) == nil, any(e) == any(s))
	a, b = (*int)(nil), (*string)(nil)
	fmt.Println(a == b, a == (*int)(nil), a != nil, b == any((*string)(nil)))
	s = t
	a = s
	fmt.Println(s == t, a == t, a == s, s != nil, s == (*tree)(nil), s == summer(v))
	s = nil
	a = s
	_, ok := a.(summer)
	fmt.Println(a == nil, ok)
	switch x := any(t).(type) {
	case nil:
		fmt.Println("nil")
	case summer:
		fmt.Println("summer", x.Sum(), x == nil)
	}
	switch x := any(e).(type) {
	case error:
		fmt.Println("error", x)
	case nil:
		fmt.Printf("nil %T %v\n", x, x)
	}
	p, ok := any(t).(*tree)
	fmt.Println(p == nil, ok, p.Sum())
	_, ok = any(t).(fmt.Stringer)
	q, ok2 := summer(nil).(*tree)
	fmt.Println(ok, q, ok2)

	m := map[any]int{nil: 1, (*int)(nil): 2, (*tree)(nil): 3, any(error(nil)): 4}
	fmt.Println(len(m), m[nil], m[t], m[(*string)(nil)])
	errs := []error{nil, find(true), proper(true), errors.Join(), errors.Join(nil, nil), errors.Join(nil, proper(false))}
	for _, e := range errs {
		fmt.Print(e == nil, " ")
	}
	fmt.Println()
	ch := make(chan error, 2)
	ch <- nil
	ch <- find(true)
	fmt.Println(<-ch == nil, <-ch == nil)
	f := (*tree).Sum
	g := summer.Sum
	fmt.Println(f(nil), g(t), g(list{1, 2}))
	func() {
		defer func() { fmt.Println(recover()) }()
		h := summer(nil).Sum
		h()
	}()
	fmt.Printf("%v %+v %d %s %v\n", t, a, []any{nil}, e, []error{nil})
}

// Output:
// nothing nil: true, type <nil>, nothing panics: runtime error: invalid memory address or nil pointer dereference
// tree nil: false, type *main.tree, sum 0
// list nil: false, type main.list, sum 0
// table nil: false, type main.table, sum 0
// calls nil: false, type main.calls, sum -1
// pipe nil: false, type main.pipe, sum 0
// value pointer nil: false, type *main.value, value pointer panics: value method main.value.Sum called using nil *value pointer
// value nil: false, type main.value, sum 4
// false false true true
// true true true false
// true true true true true
// false true true true
// true true true true true false
// true false
// summer 0 false
// nil <nil> <nil>
// true true 0
// false <nil> false
// 3 4 3 0
// true false true true true false
// true false
// 0 0 3
// runtime error: invalid memory address or nil pointer dereference
// <nil> <nil> [<nil>] %!s(<nil>) [<nil>]
