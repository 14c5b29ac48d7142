// Calls through reflection: functions, closures, variadic ones, methods, panics that pass through.
package main

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
)

type Big struct{ vals [12]int }

func sum(b Big, extra ...int) (total int, twice Big) {
	for i, x := range b.vals {
		total += x
		twice.vals[i] = 2 * x
	}
	for _, x := range extra {
		total += x
	}
	return
}

type Counter struct{ n int }

func (c *Counter) Add(k int) int { c.n += k; return c.n }
func (c Counter) Get() int       { return c.n }
func (c Counter) Format2(sep string, xs ...any) string {
	return strings.Join([]string{fmt.Sprint(c.n), fmt.Sprint(xs...)}, sep)
}
func (c Counter) hidden() {}

type Adder interface{ Add(int) int }

func vals(xs ...any) (out []reflect.Value) {
	for _, x := range xs {
		out = append(out, reflect.ValueOf(x))
	}
	return
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	add := func(a, b int) int { return a + b }
	fmt.Println(reflect.ValueOf(add).Call(vals(2, 3))[0].Int())
	k := 10
	fmt.Println(reflect.ValueOf(func(s string) string { k++; return s + fmt.Sprint(k) }).Call(vals("k"))[0])
	fmt.Println(k)
	many := func(a int8, b string, c float32, d []int, e map[string]int, f error, g any, h [2]bool, i complex128) (string, error) {
		return fmt.Sprint(a, b, c, d, e, f, g, h, i), errors.New("e")
	}
	out := reflect.ValueOf(many).Call(vals(int8(-1), "b", float32(1.5), []int{1}, map[string]int{"x": 1}, errors.New("err"), "any", [2]bool{true, false}, 1+2i))
	fmt.Println(out[0], out[1].Interface(), out[1].Type())

	b := Big{}
	b.vals[3] = 5
	out = reflect.ValueOf(sum).Call(vals(b, 1, 2, 3))
	fmt.Println(out[0], out[1].Field(0).Index(3))
	out = reflect.ValueOf(sum).CallSlice(vals(b, []int{10, 20}))
	fmt.Println(out[0])
	fmt.Println(len(reflect.ValueOf(func() {}).Call(nil)))
	fmt.Println(reflect.ValueOf(fmt.Sprintf).Call(vals("%d-%s", 1, "x"))[0])
	fmt.Println(reflect.ValueOf(strings.ToUpper).Call(vals("native"))[0])

	c := &Counter{}
	v := reflect.ValueOf(c)
	fmt.Println(v.NumMethod(), v.Elem().NumMethod(), v.Type().NumMethod())
	for i := range v.NumMethod() {
		m := v.Type().Method(i)
		fmt.Println(m.Name, m.Type, m.Index, v.Method(i).Type())
	}
	fmt.Println(v.MethodByName("Add").Call(vals(5))[0], v.MethodByName("Get").Call(nil)[0], c.n)
	fmt.Println(v.Elem().MethodByName("Format2").Call(vals(":", 1, "z"))[0], v.MethodByName("nope").IsValid())
	m, ok := v.Type().MethodByName("Add")
	fmt.Println(ok, m.Func.Call(vals(c, 7))[0])
	f := v.MethodByName("Add").Interface().(func(int) int)
	fmt.Println(f(1), f(1))
	var a Adder = c
	av := reflect.ValueOf(&a).Elem()
	fmt.Println(av.Kind(), av.NumMethod(), av.Method(0).Call(vals(100))[0], av.Type().Method(0).Name, av.Type().Method(0).Type)
	g := c.Get
	c.n = 1
	fmt.Println(reflect.ValueOf(g).Call(nil)[0], reflect.ValueOf(Counter.Get).Call(vals(*c))[0], reflect.ValueOf((*Counter).Add).Call(vals(c, 2))[0])
	bound := v.Elem().MethodByName("Get")
	c.n = 1000
	fmt.Println(bound.Call(nil)[0])

	var rec func(n int) int
	rec = func(n int) int {
		if n == 0 {
			return 0
		}
		return n + int(reflect.ValueOf(rec).Call(vals(n - 1))[0].Int())
	}
	fmt.Println(rec(500))

	try(func() { reflect.ValueOf(add).Call(vals(1)) })
	try(func() { reflect.ValueOf(add).Call(vals(1, 2, 3)) })
	try(func() { reflect.ValueOf(add).Call(vals(1, "2")) })
	try(func() { reflect.ValueOf(add).Call([]reflect.Value{{}, {}}) })
	try(func() { reflect.ValueOf(fmt.Sprint).CallSlice(vals(1, 2)) })
	try(func() { reflect.ValueOf(add).CallSlice(vals(1, 2)) })
	try(func() { reflect.ValueOf(sum).Call(vals(b, "x")) })
	try(func() { reflect.ValueOf((func())(nil)).Call(nil) })
	try(func() { reflect.ValueOf(3).Call(nil) })
	try(func() { reflect.ValueOf(func() { panic("through") }).Call(nil) })
	try(func() { v.Method(99) })
	try(func() { var e error; reflect.ValueOf(&e).Elem().Method(0) })
}

// Output:
// 5
// k11
// 11
// -1b1.5 [1] map[x:1] errany[true false] (1+2i) e error
// 11 10
// 35
// 0
// 1-x
// NATIVE
// 3 2 3
// Add func(*main.Counter, int) int 0 func(int) int
// Format2 func(*main.Counter, string, ...interface {}) string 1 func(string, ...interface {}) string
// Get func(*main.Counter) int 2 func() int
// 5 5 5
// 5:1z false
// true 12
// 13 14
// interface 1 114 Add func(int) int
// 114 1 3
// 1000
// 125250
// reflect: Call with too few input arguments
// reflect: Call with too many input arguments
// reflect: Call using string as type int
// reflect: Call using zero Value argument
// reflect: CallSlice with too many input arguments
// reflect: CallSlice of non-variadic function
// reflect: cannot use string as type int in Call
// reflect.Value.Call: call of nil function
// reflect: call of reflect.Value.Call on int Value
// through
// reflect: Method index out of range
// reflect: Method on nil interface value
