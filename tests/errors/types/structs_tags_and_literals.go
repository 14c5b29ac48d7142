package main

type p struct {
	x, y int
	name string
	in   struct{ a, b int }
	ptr  *p
	fn   func(int) string
	list []p
	m    map[string]p
}

type empty struct{}
type arr [3]p
type gen[T any] struct{ v T }

func main() {
	_ = p{1, 2}
	_ = p{1, 2, "n", struct{ a, b int }{1, 2}, nil, nil, nil, nil, 9}
	_ = p{x: 1, 2}
	_ = p{1, y: 2}
	_ = p{x: 1, x: 2}
	_ = p{z: 1}
	_ = p{x: "s"}
	_ = p{in: {1, 2}}
	_ = p{in: struct{ a int }{1}}
	_ = p{list: {{x: 1}}}
	_ = p{list: []p{{x: "1"}, {q: 1}, p{}, &p{}, nil, {}}}
	_ = p{m: map[string]p{"a": {x: 1}, "a": {}, 1: {}, nil: {}}}
	_ = p{ptr: {x: 1}}
	_ = p{ptr: p{}}
	_ = []*p{{x: 1}, &p{y: "s"}, p{}}
	_ = []**p{{x: 1}}
	_ = map[p]int{}
	_ = map[[2]int]string{{1, 2}: "a", {1}: "b", {1, 2}: "c"}
	_ = arr{{}, {x: 1}, 5: {}}
	_ = arr{0: {}, 0: {}}
	_ = empty{1}
	_ = empty{}.x
	_ = gen{1}
	_ = gen[int]{"x"}
	_ = gen[int]{v: 1}.w
	_ = gen[string]{}.v + 1
	_ = &gen[int]{v: nil}
	_ = struct{ a, a int }{}
	_ = struct{ a int; b string }{1}
	_ = [...]int{1, 2, 3} == [2]int{1, 2}
	_ = [...]int
	var q [...]int
	_ = [2]int{0: 1, 2: 3}
	_ = [-1]int{}
	_ = [1.5]int{}
	_ = ["x"]int{}
	_ = []int{x: 1}
	_ = int{}
	_ = *p{}
	_ = p{}.missing.x
	_ = (&p{}).ptr.ptr.q
	_ = p{}.in.c
	_ = p{}.fn("x")
	_ = p{}.fn(1) + 1
	_ = p{}.x()
	_ = q
	p{}
	p{x: 1}.x
}

// Errors:
// 18:12: too few values in struct literal of type p
// 19:65: too many values in struct literal of type p
// 20:14: mixture of field:value and value elements in struct literal
// 21:11: mixture of field:value and value elements in struct literal
// 21:15: too few values in struct literal of type p
// 22:14: duplicate field name x in struct literal
// 23:8: unknown field z in struct literal of type p
// 24:11: cannot use \"s\" (untyped string constant) as int value in struct literal
// 25:12: missing type in composite literal
// 26:12: cannot use struct{a int}{…} (value of type struct{a int}) as struct{a int; b int} value in struct literal
// 27:14: missing type in composite literal
// 28:22: cannot use \"1\" (untyped string constant) as int value in struct literal
// 28:29: unknown field q in struct literal of type p
// 28:41: cannot use &p{} (value of type *p) as p value in array or slice literal
// 28:47: cannot use nil as p value in array or slice literal
// 29:37: duplicate key \"a\" in map literal
// 29:46: cannot use 1 (untyped int constant) as string value in map literal
// 29:53: cannot use nil as string value in map literal
// 30:13: missing type in composite literal
// 31:13: cannot use p{} (value of struct type p) as *p value in struct literal
// 32:25: cannot use \"s\" (untyped string constant) as int value in struct literal
// 32:31: cannot use p{} (value of struct type p) as *p value in array or slice literal
// 33:12: invalid composite literal element type **p
// 34:10: invalid map key type p
// 36:22: invalid argument: index 5 out of bounds [0:3]
// 37:17: duplicate index 0 in array or slice literal
// 38:12: too many values in struct literal of type empty
// 39:14: empty{}.x undefined (type empty has no field or method x)
// 40:6: cannot use generic type gen[T any] without instantiation
// 41:15: cannot use \"x\" (untyped string constant) as int value in struct literal
// 42:21: gen[int]{…}.w undefined (type gen[int] has no field or method w)
// 43:6: invalid operation: gen[string]{}.v + 1 (mismatched types string and untyped int)
// 44:19: cannot use nil as int value in struct literal
// 45:17: a redeclared\n\t./structs_tags_and_literals.go:45:14: other declaration of a
// 46:33: too few values in struct literal of type struct{a int; b string}
// 47:27: invalid operation: [...]int{…} == [2]int{…} (mismatched types [3]int and [2]int)
// 48:6: invalid use of [...] array (outside a composite literal)
// 48:6: [...]int (type) is not an expression
// 49:8: invalid use of [...] array (outside a composite literal)
// 50:19: invalid argument: index 2 out of bounds [0:2]
// 51:7: invalid array length -1 (untyped int constant)
// 52:7: array length 1.5 (untyped float constant) must be integer
// 53:7: array length \"x\" (untyped string constant) must be integer
// 54:12: undefined: x
// 55:6: invalid composite literal type int
// 56:7: invalid operation: cannot indirect p{} (value of struct type p)
// 57:10: p{}.missing undefined (type p has no field or method missing)
// 58:21: (&p{}).ptr.ptr.q undefined (type *p has no field or method q)
// 59:13: p{}.in.c undefined (type struct{a int; b int} has no field or method c)
// 60:13: cannot use \"x\" (untyped string constant) as int value in argument to p{}.fn
// 61:6: invalid operation: p{}.fn(1) + 1 (mismatched types string and untyped int)
// 62:6: invalid operation: cannot call p{}.x (value of type int): int is not a function
// 64:2: p{} (value of struct type p) is not used
// 65:2: p{…}.x (value of type int) is not used
