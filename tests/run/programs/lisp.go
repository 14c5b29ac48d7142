package main

import (
	"fmt"
	"strconv"
	"strings"
)

type val any
type sym string
type proc func([]val) val
type scope struct {
	vars map[sym]val
	up   *scope
}

func (s *scope) find(k sym) *scope {
	for ; s != nil; s = s.up {
		if _, ok := s.vars[k]; ok {
			return s
		}
	}
	panic("undefined: " + string(k))
}

func parse(ts []string) (val, []string) {
	t, ts := ts[0], ts[1:]
	if t == "(" {
		var list []val
		for ts[0] != ")" {
			var v val
			v, ts = parse(ts)
			list = append(list, v)
		}
		return list, ts[1:]
	}
	if n, err := strconv.Atoi(t); err == nil {
		return n, ts
	}
	return sym(t), ts
}

func eval(x val, s *scope) val {
	switch x := x.(type) {
	case int:
		return x
	case sym:
		return s.find(x).vars[x]
	case []val:
		switch head, _ := x[0].(sym); head {
		case "if":
			if eval(x[1], s) != 0 {
				return eval(x[2], s)
			}
			return eval(x[3], s)
		case "define":
			s.vars[x[1].(sym)] = eval(x[2], s)
			return nil
		case "lambda":
			return proc(func(args []val) val {
				inner := &scope{map[sym]val{}, s}
				for i, p := range x[1].([]val) {
					inner.vars[p.(sym)] = args[i]
				}
				return eval(x[2], inner)
			})
		}
		f := eval(x[0], s).(proc)
		var args []val
		for _, a := range x[1:] {
			args = append(args, eval(a, s))
		}
		return f(args)
	}
	panic(fmt.Sprintf("bad expression %T", x))
}

func main() {
	num := func(f func(a, b int) int) proc {
		return func(v []val) val { return f(v[0].(int), v[1].(int)) }
	}
	global := &scope{map[sym]val{
		"+": num(func(a, b int) int { return a + b }),
		"-": num(func(a, b int) int { return a - b }),
		"*": num(func(a, b int) int { return a * b }),
		"<": num(func(a, b int) int {
			if a < b {
				return 1
			}
			return 0
		}),
	}, nil}
	run := func(src string) (v val, err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("%v", r)
			}
		}()
		ts := strings.Fields(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(src))
		v, _ = parse(ts)
		return eval(v, global), nil
	}
	for _, src := range []string{
		"(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))",
		"(fib 15)",
		"(define make (lambda (a) (lambda (b) (* a b))))",
		"((make 6) 7)",
		"(missing 1)",
		"(1 2)",
	} {
		fmt.Println(run(src))
	}
}

// Output:
// <nil> <nil>
// 610 <nil>
// <nil> <nil>
// 42 <nil>
// [missing 1] undefined: missing
// [1 2] interface conversion: main.val is int, not main.proc
