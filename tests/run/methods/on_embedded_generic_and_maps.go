package main

import (
	"fmt"
	"slices"
)

type set[T comparable] map[T]struct{}

func (s set[T]) add(xs ...T) set[T] {
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}
func (s set[T]) has(x T) bool { _, ok := s[x]; return ok }

type graph[K comparable] struct {
	set[K]
	edges map[K]set[K]
}

func (g *graph[K]) link(a, b K) {
	if g.set == nil {
		g.set, g.edges = set[K]{}, map[K]set[K]{}
	}
	g.add(a, b)
	if g.edges[a] == nil {
		g.edges[a] = set[K]{}
	}
	g.edges[a].add(b)
}

func (g *graph[K]) reach(from K, seen set[K]) set[K] {
	if seen.has(from) {
		return seen
	}
	seen.add(from)
	for to := range g.edges[from] {
		g.reach(to, seen)
	}
	return seen
}

func sorted[T interface {
	comparable
	~int | ~string
}](s set[T]) []T {
	var out []T
	for x := range s {
		out = append(out, x)
	}
	slices.Sort(out)
	return out
}

func main() {
	var g graph[string]
	g.link("a", "b")
	g.link("b", "c")
	g.link("c", "a")
	g.link("d", "a")
	fmt.Println(sorted(g.set), sorted(g.reach("a", set[string]{})), g.has("d"), len(g.reach("d", set[string]{})))
	var h graph[int]
	h.link(1, 2)
	f := h.has
	fmt.Println(f(2), f(3), sorted(h.set))
}

// Output:
// [a b c d] [a b c] true 4
// true false [1 2]
