package main

import "fmt"

type rec struct {
	k string
	v int
}

func main() {
	var r rec
	keys := map[string]int{}
	for r.k, r.v = range map[string]int{"only": 7} {
		keys[r.k] += r.v
	}
	fmt.Println(r, keys)
	var arr [2]int
	for arr[0], arr[1] = range []int{5, 6, 7} {
	}
	fmt.Println(arr)
	p := new(int)
	for *p = range 4 {
	}
	fmt.Println(*p)
	m := map[string]rune{}
	for _, m["last"] = range "xyz" {
	}
	fmt.Println(string(m["last"]))
	a := [3]int{1, 2, 3}
	for i, v := range &a {
		a[2] += v
		if i == 2 {
			fmt.Println(v)
		}
	}
	for i := range len(a) {
		a[i] = i
	}
	var np *[3]int
	for i := range np {
		fmt.Print(i, " ")
	}
	fmt.Println(a, len(np))
	type grid [2][2]string
	g := grid{{"a", "b"}, {"c", "d"}}
	for y, row := range g {
		for x, s := range row {
			g[1][1] = "changed"
			fmt.Print(y, x, s, " ")
		}
	}
	fmt.Println()
}

// Output:
// {only 7} map[only:7]
// [2 7]
// 3
// z
// 6
// 0 1 2 [0 1 2] 3
// 0 0a 0 1b 1 0c 1 1d
