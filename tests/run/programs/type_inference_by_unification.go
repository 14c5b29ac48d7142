// Hindley-Milner: infers the types of a small functional language by unification, with let-polymorphism and an occurs check.
package main

import (
	"fmt"
	"strings"
)

type expr interface{ isExpr() }

type (
	name   string
	number int
	lambda struct {
		param name
		body  expr
	}
	apply struct{ fun, arg expr }
	let   struct {
		bound     name
		val, body expr
	}
	cond struct{ test, then, els expr }
)

func (name) isExpr()   {}
func (number) isExpr() {}
func (lambda) isExpr() {}
func (apply) isExpr()  {}
func (let) isExpr()    {}
func (cond) isExpr()   {}

type typ interface {
	text(names map[*hole]string) string
}

type hole struct {
	is    typ
	level int
}

type con struct {
	name string
	args []typ
}

type scheme struct {
	vars []*hole
	body typ
}

func (h *hole) text(names map[*hole]string) string {
	if h.is != nil {
		return h.is.text(names)
	}
	if names[h] == "" {
		names[h] = string(rune('a' + len(names)))
	}
	return names[h]
}

func (c con) text(names map[*hole]string) string {
	switch {
	case c.name == "->":
		left := c.args[0].text(names)
		if inner, ok := prune(c.args[0]).(con); ok && inner.name == "->" {
			left = "(" + left + ")"
		}
		return left + " -> " + c.args[1].text(names)
	case len(c.args) == 0:
		return c.name
	}
	parts := []string{}
	for _, a := range c.args {
		parts = append(parts, a.text(names))
	}
	return c.name + "(" + strings.Join(parts, ", ") + ")"
}

func fn(args ...typ) typ {
	t := args[len(args)-1]
	for i := len(args) - 2; i >= 0; i-- {
		t = con{"->", []typ{args[i], t}}
	}
	return t
}

func prune(t typ) typ {
	for {
		h, ok := t.(*hole)
		if !ok || h.is == nil {
			return t
		}
		t = h.is
	}
}

type mismatch struct{ a, b typ }

func (m mismatch) Error() string {
	names := map[*hole]string{}
	return "cannot unify " + m.a.text(names) + " with " + m.b.text(names)
}

type inference struct{ level int }

func (in *inference) fresh() *hole { return &hole{level: in.level} }

func occurs(h *hole, t typ) bool {
	switch t := prune(t).(type) {
	case *hole:
		t.level = min(t.level, h.level)
		return t == h
	case con:
		for _, a := range t.args {
			if occurs(h, a) {
				return true
			}
		}
	}
	return false
}

func unify(a, b typ) {
	a, b = prune(a), prune(b)
	if h, ok := a.(*hole); ok {
		if a == b {
			return
		}
		if occurs(h, b) {
			panic(mismatch{a, b})
		}
		h.is = b
		return
	}
	if _, ok := b.(*hole); ok {
		unify(b, a)
		return
	}
	x, y := a.(con), b.(con)
	if x.name != y.name || len(x.args) != len(y.args) {
		panic(mismatch{a, b})
	}
	for i := range x.args {
		unify(x.args[i], y.args[i])
	}
}

func (in *inference) generalize(t typ) (s scheme) {
	s.body = t
	seen := map[*hole]bool{}
	var walk func(typ)
	walk = func(t typ) {
		switch t := prune(t).(type) {
		case *hole:
			if t.level > in.level && !seen[t] {
				seen[t] = true
				s.vars = append(s.vars, t)
			}
		case con:
			for _, a := range t.args {
				walk(a)
			}
		}
	}
	walk(t)
	return
}

func (in *inference) instantiate(s scheme) typ {
	sub := map[*hole]typ{}
	for _, v := range s.vars {
		sub[v] = in.fresh()
	}
	var copyOf func(typ) typ
	copyOf = func(t typ) typ {
		switch t := prune(t).(type) {
		case *hole:
			if n, ok := sub[t]; ok {
				return n
			}
			return t
		case con:
			c := con{t.name, make([]typ, len(t.args))}
			for i, a := range t.args {
				c.args[i] = copyOf(a)
			}
			return c
		}
		panic("no such type")
	}
	return copyOf(s.body)
}

type env struct {
	name  name
	s     scheme
	outer *env
}

var integer, boolean typ = con{name: "int"}, con{name: "bool"}

func (in *inference) infer(e *env, x expr) typ {
	switch x := x.(type) {
	case number:
		return integer
	case name:
		for ; e != nil; e = e.outer {
			if e.name == x {
				return in.instantiate(e.s)
			}
		}
		panic(fmt.Errorf("undefined: %s", x))
	case lambda:
		p := in.fresh()
		return fn(p, in.infer(&env{x.param, scheme{body: p}, e}, x.body))
	case apply:
		f, a, r := in.infer(e, x.fun), in.infer(e, x.arg), in.fresh()
		unify(f, fn(a, r))
		return r
	case let:
		in.level++
		v := in.infer(e, x.val)
		in.level--
		return in.infer(&env{x.bound, in.generalize(v), e}, x.body)
	case cond:
		unify(in.infer(e, x.test), boolean)
		t := in.infer(e, x.then)
		unify(t, in.infer(e, x.els))
		return t
	}
	panic("no such expression")
}

func call(f expr, args ...expr) expr {
	for _, a := range args {
		f = apply{f, a}
	}
	return f
}

func lam(body expr, params ...name) expr {
	for i := len(params) - 1; i >= 0; i-- {
		body = lambda{params[i], body}
	}
	return body
}

func main() {
	in := &inference{}
	a, b := &hole{level: 1}, &hole{level: 1}
	var top *env
	for _, d := range []struct {
		n name
		t typ
	}{{"add", fn(integer, integer, integer)}, {"zero", fn(integer, boolean)}, {"pair", fn(a, b, con{"pair", []typ{a, b}})}, {"first", fn(con{"pair", []typ{a, b}}, a)}, {"nil", con{"list", []typ{a}}}, {"cons", fn(a, con{"list", []typ{a}}, con{"list", []typ{a}})}, {"fix", fn(fn(a, a), a)}} {
		top = &env{d.n, in.generalize(d.t), top}
	}
	for i, x := range []expr{
		number(1), name("add"), call(name("add"), number(1)),
		lam(name("x"), "x"), lam(name("x"), "x", "y"),
		lam(call(name("f"), call(name("g"), name("x"))), "f", "g", "x"),
		lam(call(name("f"), name("z"), call(name("g"), name("z"))), "f", "g", "z"),
		let{"id", lam(name("x"), "x"), call(name("pair"), call(name("id"), number(1)), call(name("id"), name("id")))},
		lambda{"id", call(name("pair"), call(name("id"), number(1)), call(name("id"), name("id")))},
		lam(call(name("x"), name("x")), "x"),
		lam(cond{call(name("zero"), name("n")), name("m"), call(name("add"), name("n"), name("m"))}, "n", "m"),
		cond{number(1), number(2), number(3)},
		call(name("cons"), number(1), call(name("cons"), name("zero"), name("nil"))),
		let{"twice", lam(call(name("f"), call(name("f"), name("x"))), "f", "x"), call(name("twice"), name("twice"))},
		call(name("fix"), lam(cond{call(name("zero"), name("n")), number(1), call(name("self"), name("n"))}, "self", "n")),
		lam(let{"y", name("x"), call(name("pair"), name("y"), call(name("first"), name("y")))}, "x"),
		name("nowhere"),
	} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println(i, "error:", r)
				}
			}()
			in.level = 1
			t := in.infer(top, x)
			fmt.Println(i, t.text(map[*hole]string{}))
		}()
	}
}

// Output:
// 0 int
// 1 int -> int -> int
// 2 int -> int
// 3 a -> a
// 4 a -> b -> a
// 5 (a -> b) -> (c -> a) -> c -> b
// 6 (a -> b -> c) -> (a -> b) -> a -> c
// 7 pair(int, a -> a)
// 8 error: cannot unify int with int -> a
// 9 error: cannot unify a with a -> b
// 10 int -> int -> int
// 11 error: cannot unify int with bool
// 12 error: cannot unify int with int -> bool
// 13 (a -> a) -> a -> a
// 14 int -> int
// 15 pair(a, b) -> pair(pair(a, b), a)
// 16 error: undefined: nowhere
