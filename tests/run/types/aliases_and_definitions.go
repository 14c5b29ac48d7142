package main

import "fmt"

type (
	celsius float64
	temp    = celsius
	handler func(string) string
	matrix  [][]float64
	pred    = func(int) bool
	tree    struct {
		kids []tree
		up   *tree
		vals map[string]tree
	}
)

func (c temp) hot() bool { return c > 30 }

func filter(xs []int, p pred) (out []int) {
	for _, x := range xs {
		if p(x) {
			out = append(out, x)
		}
	}
	return
}

func main() {
	var t temp = 31
	fmt.Printf("%T %v %v\n", t, t.hot(), celsius(1).hot())
	h := handler(func(s string) string { return s + s })
	fmt.Println(h("ab"), filter([]int{1, 2, 3}, func(i int) bool { return i != 2 }))
	m := matrix{{1}, {2, 3}}
	fmt.Println(m, len(m[1]))
	var root tree
	root.kids = append(root.kids, tree{up: &root})
	root.vals = map[string]tree{"x": {}}
	fmt.Println(len(root.kids), root.kids[0].up == &root, len(root.vals))
	type local struct{ celsius }
	fmt.Println(local{5}.hot(), local{35}.celsius)
	var b byte = 'x'
	var u uint8 = b
	var r rune = 'y'
	var i int32 = r
	fmt.Printf("%T %T %v\n", u, i, any(b) == any(u))
}

// Output:
// main.celsius true false
// abab [1 3]
// [[1] [2 3]] 2
// 1 true 1
// false 35
// uint8 int32 true
