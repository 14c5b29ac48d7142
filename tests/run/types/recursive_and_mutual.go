package main

import "fmt"

type expr interface{ eval(env) value }
type env map[string]value
type value interface{}

type lit struct{ v value }
type ref string
type call struct {
	fn   expr
	args []expr
}
type lambda struct {
	params []string
	body   expr
}
type closure func(...value) value

func (l lit) eval(env) value   { return l.v }
func (r ref) eval(e env) value { return e[string(r)] }
func (l lambda) eval(e env) value {
	return closure(func(args ...value) value {
		inner := env{}
		for k, v := range e {
			inner[k] = v
		}
		for i, p := range l.params {
			inner[p] = args[i]
		}
		return l.body.eval(inner)
	})
}
func (c call) eval(e env) value {
	var args []value
	for _, a := range c.args {
		args = append(args, a.eval(e))
	}
	return c.fn.eval(e).(closure)(args...)
}

type list []list

func (l list) depth() (d int) {
	for _, x := range l {
		d = max(d, x.depth())
	}
	return d + 1
}

type f func(int) f

func main() {
	global := env{"add": closure(func(a ...value) value { return a[0].(int) + a[1].(int) })}
	add3 := lambda{[]string{"x"}, call{ref("add"), []expr{ref("x"), lit{3}}}}
	fmt.Println(call{add3, []expr{lit{4}}}.eval(global))
	fmt.Println(list{{}, {{}, {{}}}}.depth())
	sum := 0
	var acc f
	acc = func(n int) f { sum += n; return acc }
	acc(1)(2)(3)
	fmt.Println(sum)
	type t struct{ m map[string]*t }
	x := &t{map[string]*t{"a": {}}}
	x.m["self"] = x
	fmt.Println(x.m["self"].m["self"] == x, x.m["a"].m == nil)
}

// Output:
// 7
// 4
// 6
// true true
