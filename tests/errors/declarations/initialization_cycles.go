package main

import "fmt"

var a = b + 1
var b = f()

func f() int { return g() }
func g() int { return a }

type t struct{ n int }

func (t) method() int  { return viaMethod }
func (t) other() int   { return viaValue }

var viaMethod = t{}.method()
var viaValue = t.other(t{})
var closure = func() int { return closure2() }()
var closure2 = func() int { return closure }
var table = map[string]func(){"self": func() { fmt.Println(table) }}
var ok = func() *int { return &late }()
var late int
var self = self
var x, y = y, 1
var p, q = two()

func two() (int, int) { return q, 1 }

const c = d
const d = e + 1
const e = c

var arr [len(arr)]int
var size [n]int
var n = 3

type rec struct{ r [2]rec }
type m1 struct{ m2 }
type m2 struct{ m1 }
type fn func(fn) fn
type ar [2]ar
type it interface{ it }
type i1 interface{ i2 }
type i2 interface{ i1 }
type ok1 struct{ p *ok1; s []ok1; m map[string]ok1; f func(ok1) }
type g1[T any] struct{ v g2[T] }
type g2[T any] struct{ v g1[T] }

func main() { _, _, _, _, _ = ok, x, y, p, size }

// Errors:
// 5:5: initialization cycle for a\n\t./initialization_cycles.go:5:5: a refers to b\n\t./initialization_cycles.go:6:5: b refers to f\n\t./initialization_cycles.go:8:6: f refers to g\n\t./initialization_cycles.go:9:6: g refers to a
// 16:5: initialization cycle for viaMethod\n\t./initialization_cycles.go:16:5: viaMethod refers to method\n\t./initialization_cycles.go:13:10: method refers to viaMethod
// 17:5: initialization cycle for viaValue\n\t./initialization_cycles.go:17:5: viaValue refers to other\n\t./initialization_cycles.go:14:10: other refers to viaValue
// 18:5: initialization cycle for closure\n\t./initialization_cycles.go:18:5: closure refers to closure2\n\t./initialization_cycles.go:19:5: closure2 refers to closure
// 20:5: initialization cycle: table refers to itself
// 23:5: initialization cycle: self refers to itself
// 25:8: initialization cycle for q\n\t./initialization_cycles.go:25:8: q refers to two\n\t./initialization_cycles.go:27:6: two refers to q
// 29:7: initialization cycle for c\n\t./initialization_cycles.go:29:7: c refers to d\n\t./initialization_cycles.go:30:7: d refers to e\n\t./initialization_cycles.go:31:7: e refers to c
// 33:5: initialization cycle: arr refers to itself
// 34:11: invalid array length n
// 37:6: invalid recursive type: rec refers to itself
// 38:6: invalid recursive type m1\n\t./initialization_cycles.go:38:6: m1 refers to m2\n\t./initialization_cycles.go:39:6: m2 refers to m1
// 41:6: invalid recursive type: ar refers to itself
// 42:6: invalid recursive type: it refers to itself
// 43:6: invalid recursive type i1\n\t./initialization_cycles.go:43:6: i1 refers to i2\n\t./initialization_cycles.go:44:6: i2 refers to i1
// 46:26: invalid recursive type g2[T]\n\t./initialization_cycles.go:46:26: g2[T] refers to g1[T]\n\t./initialization_cycles.go:47:26: g1[T] refers to g2[T]
