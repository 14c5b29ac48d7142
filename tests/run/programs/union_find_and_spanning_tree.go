package main

import (
	"fmt"
	"slices"
)

type sets struct{ parent, size []int }

func newSets(n int) *sets {
	s := &sets{make([]int, n), make([]int, n)}
	for i := range n {
		s.parent[i], s.size[i] = i, 1
	}
	return s
}

func (s *sets) find(x int) int {
	for s.parent[x] != x {
		s.parent[x] = s.parent[s.parent[x]]
		x = s.parent[x]
	}
	return x
}

func (s *sets) union(a, b int) bool {
	if a, b = s.find(a), s.find(b); a == b {
		return false
	}
	if s.size[a] < s.size[b] {
		a, b = b, a
	}
	s.parent[b] = a
	s.size[a] += s.size[b]
	return true
}

type edge struct{ a, b, w int }

func topological(g map[string][]string) (order []string, cycle bool) {
	const (
		white = iota
		grey
		black
	)
	color := map[string]int{}
	var visit func(string) bool
	visit = func(n string) bool {
		switch color[n] {
		case grey:
			return false
		case black:
			return true
		}
		color[n] = grey
		for _, m := range g[n] {
			if !visit(m) {
				return false
			}
		}
		color[n] = black
		order = append(order, n)
		return true
	}
	var names []string
	for n := range g {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		if !visit(n) {
			return nil, true
		}
	}
	return order, false
}

func main() {
	var edges []edge
	const n = 40
	for i := range n {
		for j := range i {
			if w := (i*31 + j*17) % 23; w < 9 {
				edges = append(edges, edge{i, j, w})
			}
		}
	}
	slices.SortStableFunc(edges, func(x, y edge) int { return x.w - y.w })
	s := newSets(n)
	total, used := 0, 0
	for _, e := range edges {
		if s.union(e.a, e.b) {
			total += e.w
			used++
		}
	}
	fmt.Println(len(edges), used, total)
	g := map[string][]string{"shirt": {"tie", "belt"}, "tie": {"jacket"}, "trousers": {"shoes", "belt"}, "belt": {"jacket"}, "socks": {"shoes"}}
	order, cycle := topological(g)
	slices.Reverse(order)
	fmt.Println(order, cycle)
	g["jacket"] = []string{"shirt"}
	fmt.Println(topological(g))
}

// Output:
// 303 39 7
// [trousers socks shoes shirt tie belt jacket] false
// [] true
