// What a map holds after an assignment to an element panicked, and what compound assignments evaluate.
package main

import (
	"fmt"
	"sort"
)

type record struct{ n int }

func keys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func attempt(name string, m map[string]int, f func(m map[string]int)) {
	func() {
		defer func() { fmt.Printf("%-16s %-5t ", name, recover() != nil) }()
		f(m)
	}()
	fmt.Println(m, len(m))
}

func boom() int { panic("boom") }

func main() {
	zero := 0
	var none *record
	s := []int{1}
	attempt("division", map[string]int{"a": 1}, func(m map[string]int) { m["b"] = 1 / zero })
	attempt("call", map[string]int{"a": 1}, func(m map[string]int) { m["b"] = boom() })
	attempt("field", map[string]int{"a": 1}, func(m map[string]int) { m["b"] = none.n })
	attempt("quotient", map[string]int{"a": 1}, func(m map[string]int) { m["b"] /= zero })
	attempt("existing", map[string]int{"a": 1}, func(m map[string]int) { m["a"] %= zero })
	attempt("sum with call", map[string]int{"a": 1}, func(m map[string]int) { m["b"] += boom() })
	attempt("sum with index", map[string]int{"a": 1}, func(m map[string]int) { m["b"] += s[zero+3] })
	attempt("key", map[string]int{"a": 1}, func(m map[string]int) { m[fmt.Sprint(s[zero+3])] = 1 })
	attempt("first of two", map[string]int{"a": 1}, func(m map[string]int) { m["b"], s[zero+3] = 5, 5 })
	attempt("second of two", map[string]int{"a": 1}, func(m map[string]int) { s[zero+3], m["b"] = 5, 5 })
	attempt("increment", map[string]int{}, func(m map[string]int) { m["x"]++; m["x"]++; m["y"]-- })
	attempt("bits", map[string]int{"a": 6}, func(m map[string]int) { m["a"] &^= 2; m["b"] |= 8; m["a"] <<= 2; m["c"] ^= -1 })
	attempt("nil map", nil, func(m map[string]int) { m["a"] += 2 })

	// Appending to and slicing elements; struct elements are replaced as a whole.
	lists := map[string][]int{}
	lists["x"] = append(lists["x"], 1)
	lists["x"] = append(lists["x"], 2, 3)
	lists["y"] = append(lists["x"][:1], 9)
	lists["x"][0]++
	fmt.Println(lists, keys(lists))
	records := map[string]record{"r": {1}}
	r := records["r"]
	r.n = 100
	fmt.Println(records, r)
	records["r"] = r
	records["s"] = record{records["missing"].n + 1}
	fmt.Println(records)
	arrays := map[string][2]int{"p": {1, 2}}
	p := arrays["p"]
	p[0] = 50
	fmt.Println(arrays["p"][0], arrays["p"][1], arrays["none"][1], p)
	nested := map[string]map[string]int{"in": {}}
	nested["in"]["n"] += 3
	nested["in"]["n"] *= nested["in"]["n"]
	fmt.Println(nested, nested["out"]["n"], len(nested["out"]))
	words := map[string]string{}
	for _, w := range []string{"ab", "c", "ab"} {
		words[w] += w + ";"
	}
	fmt.Println(words)
	funcs := map[string]func(int) int{"double": func(x int) int { return 2 * x }}
	funcs["quad"] = func(x int) int { return funcs["double"](funcs["double"](x)) }
	fmt.Println(funcs["quad"](5), funcs["nothing"] == nil)
	pointers := map[string]*record{"p": {7}}
	pointers["p"].n++
	(*pointers["p"]).n *= 2
	fmt.Println(pointers["p"].n)
	counts := map[any]int{}
	for _, k := range []any{1, int8(1), "1", 1.0, 'a', int32(97), [1]int{1}, record{1}, true, nil, nil} {
		counts[k]++
	}
	fmt.Println(len(counts), counts['a'], counts[nil], counts[1], counts[record{1}])
}

// Output:
// division         true  map[a:1] 1
// call             true  map[a:1] 1
// field            true  map[a:1] 1
// quotient         true  map[a:1] 1
// existing         true  map[a:1] 1
// sum with call    true  map[a:1] 1
// sum with index   true  map[a:1] 1
// key              true  map[a:1] 1
// first of two     true  map[a:1 b:5] 2
// second of two    true  map[a:1] 1
// increment        false map[x:2 y:-1] 2
// bits             false map[a:16 b:8 c:-1] 3
// nil map          true  map[] 0
// map[x:[2 9 3] y:[2 9]] [x y]
// map[r:{1}] {100}
// map[r:{100} s:{1}]
// 1 2 0 [50 2]
// map[in:map[n:9]] 0 0
// map[ab:ab;ab; c:c;]
// 20 true
// 16
// 9 2 2 1 1
