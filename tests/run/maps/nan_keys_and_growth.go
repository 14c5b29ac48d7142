package main

import (
	"fmt"
	"math"
)

type k struct {
	f float64
	s string
}

func main() {
	m := map[float64]int{}
	for i := range 5 {
		m[math.NaN()] = i
	}
	sum := 0
	for key, v := range m {
		if key == key {
			fmt.Println("wrong")
		}
		sum += v
	}
	fmt.Println(len(m), sum)
	clear(m)
	fmt.Println(len(m))
	g := map[k]int{}
	for i := range 3000 {
		g[k{float64(i % 1000), fmt.Sprint(i % 7)}]++
	}
	n := 0
	for key, v := range g {
		if g[key] == v {
			n += v
		}
	}
	fmt.Println(len(g) == n || len(g) < n, n)
	for i := range 3000 {
		if i%2 == 0 {
			delete(g, k{float64(i % 1000), fmt.Sprint(i % 7)})
		}
	}
	left := 0
	for key := range g {
		if int(key.f)%2 == 0 {
			left++
		}
	}
	fmt.Println(left)
	b := map[int]bool{}
	for i := range 100000 {
		b[i*7919] = i%2 == 0
	}
	even := 0
	for _, v := range b {
		if v {
			even++
		}
	}
	_, ok := b[7919*500]
	fmt.Println(len(b), even, ok, b[1])
}

// Output:
// 5 10
// 0
// true 3000
// 0
// 100000 50000 true false
