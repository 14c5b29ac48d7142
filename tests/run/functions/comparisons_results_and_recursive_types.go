// Function values in every position: as results of results, with themselves as parameters, in maps and arrays, variadic through
// interfaces, multiple results passed on, methods of function types, and what nil does.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type state func(*machine) state

type machine struct {
	in  string
	pos int
	out []string
}

func (m *machine) run() {
	for s := state(text); s != nil; {
		s = s(m)
	}
}

func text(m *machine) state {
	start := m.pos
	for m.pos < len(m.in) {
		if m.in[m.pos] == '{' {
			m.out = append(m.out, "text:"+m.in[start:m.pos])
			m.pos++
			return name
		}
		m.pos++
	}
	m.out = append(m.out, "text:"+m.in[start:])
	return nil
}

func name(m *machine) state {
	end := strings.IndexByte(m.in[m.pos:], '}')
	if end < 0 {
		m.out = append(m.out, "unclosed")
		return nil
	}
	m.out = append(m.out, "name:"+m.in[m.pos:m.pos+end])
	m.pos += end + 1
	return text
}

type church func(func(int) int) func(int) int

func (n church) plus(m church) church {
	return func(f func(int) int) func(int) int {
		return func(x int) int { return n(f)(m(f)(x)) }
	}
}
func (n church) times(m church) church { return func(f func(int) int) func(int) int { return n(m(f)) } }
func (n church) value() int            { return n(func(x int) int { return x + 1 })(0) }

type self func(self, int) int

func curry(a int) func(int) func(int) int {
	return func(b int) func(int) int { return func(c int) int { return a*100 + b*10 + c } }
}

func divmod(a, b int) (q, r int, err error) {
	if b == 0 {
		err = errors.New("zero")
		return
	}
	return a / b, a % b, nil
}

func show(q, r int, err error) string      { return fmt.Sprint(q, ",", r, ",", err) }
func join(sep string, parts ...any) string { return fmt.Sprint(len(parts), parts == nil, sep, parts) }
func spread(fs ...func(...int) int) (n int) {
	for i, f := range fs {
		n += f(make([]int, i)...)
	}
	return
}
func middleware(next func(string) string, name string) func(string) string {
	return func(s string) string { return name + "(" + next(s) + ")" }
}

func main() {
	m := &machine{in: "hello {who} and {what"}
	m.run()
	fmt.Println(m.out)

	two := church(func(f func(int) int) func(int) int { return func(x int) int { return f(f(x)) } })
	three := two.plus(func(f func(int) int) func(int) int { return f })
	fmt.Println(two.times(three).plus(two).value(), three.times(three).times(three).value())

	fact := self(func(s self, n int) int {
		if n < 2 {
			return 1
		}
		return n * s(s, n-1)
	})
	fmt.Println(fact(fact, 10), curry(1)(2)(3))

	fmt.Println(show(divmod(17, 5)), show(divmod(1, 0)))
	fmt.Println(divmod(9, 4))
	fmt.Println(join("-"), join("-", nil), join("-", nil...), join("-", []any{1, 2}...), join("-", []any{1, 2}), join("-", []any(nil)...))
	lens := func(x ...int) int { return len(x) + 10 }
	fmt.Println(spread(), spread(lens), spread(lens, lens, func(x ...int) int { x[0] = 5; return x[0] + x[1] }))
	fmt.Println(spread([]func(...int) int{2: lens, 0: lens, 1: lens}...))

	h := strings.ToUpper
	for _, n := range []string{"log", "auth", "cache"} {
		h = middleware(h, n)
	}
	fmt.Println(h("request"))

	var nothing func()
	table := map[string]func(float64, float64) (float64, bool){
		"+": func(a, b float64) (float64, bool) { return a + b, true },
		"/": func(a, b float64) (_ float64, ok bool) {
			if ok = b != 0; !ok {
				return
			}
			return a / b, ok
		},
	}
	for _, op := range []string{"+", "/", "?"} {
		if f, found := table[op]; found {
			r, ok := f(6, 0)
			fmt.Print(op, " ", r, ok, "; ")
		} else {
			fmt.Println(op, f == nil, nothing == nil, table["x"] != nil)
		}
	}
	ops := [...]func(int) int{func(x int) int { return x + 1 }, nil, func(x int) int { return -x }}
	v := 5
	for i, f := range ops {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println(i, r)
				}
			}()
			v = f(v)
		}()
	}
	fmt.Println(v, func() (n int) { defer func() { n *= 2 }(); n = 21; return n }())
	first := func(a, b any) any { return a }
	fmt.Println(first(func() (int, string) { return 1, "s" }()), (func(int) int)(nil) == nil)
}

// Output:
// [text:hello  name:who text: and  unclosed]
// 8 27
// 3628800 123
// 3,2,<nil> 0,0,zero
// 2 1 <nil>
// 0 true-[] 1 false-[<nil>] 0 true-[] 2 false-[1 2] 1 false-[[1 2]] 0 true-[]
// 0 10 26
// 33
// cache(auth(log(REQUEST)))
// + 6 true; / 0 false; ? true true false
// 1 runtime error: invalid memory address or nil pointer dereference
// -6 42
// 1 true
