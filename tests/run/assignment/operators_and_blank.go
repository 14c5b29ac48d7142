package main

import "fmt"

type s struct{ n int }

var calls int

func idx() int { calls++; return 1 }

func two() (int, error) { return 2, nil }

func main() {
	a := []int{1, 2, 3}
	a[idx()] += 10
	a[idx()]++
	fmt.Println(a, calls)
	_, err := two()
	_ = a
	fmt.Println(err)
	x, _ := two()
	x <<= 3
	x |= 1
	x &^= 16
	x %= 10
	x ^= 0xf
	fmt.Println(x)
	m := map[string][]int{}
	m["a"] = append(m["a"], 1)
	m["a"][0] -= 5
	str := "x"
	str += str + "y"
	f := 1.5
	f *= 2
	f++
	p := &s{1}
	p.n *= 7
	pp := &p
	(*pp).n--
	(**pp).n--
	fmt.Println(m, str, f, *p)
	var i any = 1
	i = "now a string"
	var b byte = 250
	b += 10
	fmt.Println(i, b)
	var arr [3]struct{ v []int }
	arr[2].v = append(arr[2].v, 4, 5)
	arr[2].v[1] *= 2
	fmt.Println(arr)
}

// Output:
// [1 13 3] 2
// <nil>
// 14
// map[a:[-4]] xxy 4 {5}
// now a string 4
// [{[]} {[]} {[4 10]}]
