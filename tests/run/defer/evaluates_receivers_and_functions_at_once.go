// What a defer statement evaluates at once: the function value, the receiver with its copy, the arguments; what is late: the body.
package main

import (
	"fmt"
	"os"
	"strings"
)

type counter struct{ n int }

func (c counter) show(label string)   { fmt.Println(label, "value", c.n) }
func (c *counter) point(label string) { fmt.Println(label, "pointer", c.n) }

type shower interface{ show(string) }

func arg(s string) string { fmt.Println("evaluate", s); return s }

func pick(which string) func(string) {
	fmt.Println("pick", which)
	return func(s string) { fmt.Println("call", which, s) }
}

func results() (n int, err error) {
	defer func(before int) {
		fmt.Println("before", before, "now", n)
		n *= 2
	}(n)
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("rescued: %v", r)
			n++
		}
	}()
	n = 20
	panic("midway")
}

func nested() (s string) {
	defer func() { s += "|outer" }()
	defer func() {
		defer func() { s += "|inner-deferred" }()
		s += "|inner"
	}()
	return "start"
}

func loop() (out []int) {
	for i := 0; i < 3; i++ {
		defer func() { out = append(out, i) }()
		defer func(v *int) { out = append(out, *v*10); *v += 5 }(&i)
	}
	return nil
}

func nilFunc() {
	defer func() { fmt.Println("nil function:", recover()) }()
	var f func()
	defer f()
	fmt.Println("the body still runs")
}

func nilReceiver() {
	defer func() { fmt.Println("nil interface:", recover()) }()
	var s shower
	defer s.show("never")
	fmt.Println("not reached")
}

func main() {
	c := counter{1}
	var s shower = c
	defer c.show("by value")
	defer c.point("by pointer")
	defer s.show("through interface")
	defer counter.show(c, "method expression")
	defer (*counter).point(&c, "pointer expression")
	f := c.show
	g := c.point
	defer f("method value")
	defer g("pointer method value")
	s = counter{50}
	c.n = 2
	f = nil
	defer pick(arg("one"))(arg("two"))
	defer fmt.Fprintln(os.Stdout, arg("three"), c.n)
	defer func() { fmt.Println("closure sees", c.n) }()
	c.n = 3
	fmt.Println(results())
	fmt.Println(nested())
	fmt.Println(loop())
	nilFunc()
	nilReceiver()
	m := map[string]int{"a": 1, "b": 2}
	defer func() { fmt.Println(len(m)) }()
	defer delete(m, "a")
	var b strings.Builder
	defer func() { fmt.Println(b.String()) }()
	defer b.WriteString("written late")
	fmt.Println("end of main")
}

// Output:
// evaluate one
// pick one
// evaluate two
// evaluate three
// before 0 now 21
// 42 rescued: midway
// start|inner|inner-deferred|outer
// [20 7 10 6 0 5]
// the body still runs
// nil function: runtime error: invalid memory address or nil pointer dereference
// nil interface: runtime error: invalid memory address or nil pointer dereference
// end of main
// written late
// 1
// closure sees 3
// three 2
// call one two
// pointer method value pointer 3
// method value value 1
// pointer expression pointer 3
// method expression value 1
// through interface value 1
// by pointer pointer 3
// by value value 1
