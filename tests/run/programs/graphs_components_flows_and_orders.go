// Graph algorithms over one generic graph type: strongly connected components, topological order or a cycle, bridges, maximum flow
// with its cut, minimum spanning forest, bipartite matching.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

type graph[N cmp.Ordered] struct {
	nodes []N
	edges map[N][]N
	cap   map[[2]N]int
}

func parse(s string) *graph[string] {
	g := &graph[string]{edges: map[string][]string{}, cap: map[[2]string]int{}}
	for _, f := range strings.Fields(s) {
		e, weight, _ := strings.Cut(f, "=")
		from, to, ok := strings.Cut(e, ">")
		g.add(from)
		if ok {
			g.add(to)
			g.edges[from] = append(g.edges[from], to)
			w := 1
			fmt.Sscan(weight, &w)
			g.cap[[...]string{from, to}] += w
		}
	}
	return g
}

func (g *graph[N]) add(n N) {
	if i, found := slices.BinarySearch(g.nodes, n); !found {
		g.nodes = slices.Insert(g.nodes, i, n)
	}
}

func (g *graph[N]) components() (out [][]N) {
	index, low, onStack := map[N]int{}, map[N]int{}, map[N]bool{}
	var stack []N
	var visit func(N)
	visit = func(v N) {
		index[v] = len(index) + 1
		low[v] = index[v]
		stack = append(stack, v)
		onStack[v] = true
		for _, w := range g.edges[v] {
			if index[w] == 0 {
				visit(w)
				low[v] = min(low[v], low[w])
			} else if onStack[w] {
				low[v] = min(low[v], index[w])
			}
		}
		if low[v] == index[v] {
			i := slices.Index(stack, v)
			c := slices.Sorted(slices.Values(stack[i:]))
			for _, w := range c {
				onStack[w] = false
			}
			stack = stack[:i]
			out = append(out, c)
		}
	}
	for _, v := range g.nodes {
		if index[v] == 0 {
			visit(v)
		}
	}
	return
}

type cycle[N any] []N

func (c cycle[N]) Error() string { return fmt.Sprint("cycle ", []N(c)) }

func (g *graph[N]) order() (out []N, err error) {
	const visiting, done = 1, 2
	state := map[N]int{}
	var trail []N
	defer func() {
		switch r := recover().(type) {
		case nil:
			slices.Reverse(out)
		case cycle[N]:
			out, err = nil, r
		default:
			panic(r)
		}
	}()
	var visit func(N)
	visit = func(v N) {
		switch state[v] {
		case visiting:
			panic(cycle[N](slices.Clone(trail[slices.Index(trail, v):])))
		case done:
			return
		}
		state[v] = visiting
		trail = append(trail, v)
		for _, w := range g.edges[v] {
			visit(w)
		}
		trail = trail[:len(trail)-1]
		state[v] = done
		out = append(out, v)
	}
	for _, v := range g.nodes {
		visit(v)
	}
	return
}

func (g *graph[N]) flow(source, sink N) (total int, cut [][2]N) {
	left := map[[2]N]int{}
	near := map[N][]N{}
	for _, v := range g.nodes {
		for _, w := range g.edges[v] {
			left[[2]N{v, w}] += g.cap[[2]N{v, w}]
			near[v], near[w] = append(near[v], w), append(near[w], v)
		}
	}
	var from map[N]N
search:
	from = map[N]N{source: source}
	for queue := []N{source}; len(queue) > 0; queue = queue[1:] {
		for _, w := range near[queue[0]] {
			if _, seen := from[w]; seen || left[[2]N{queue[0], w}] == 0 {
				continue
			}
			from[w] = queue[0]
			if w != sink {
				queue = append(queue, w)
				continue
			}
			amount := 1 << 30
			for v := sink; v != source; v = from[v] {
				amount = min(amount, left[[2]N{from[v], v}])
			}
			for v := sink; v != source; v = from[v] {
				left[[2]N{from[v], v}] -= amount
				left[[2]N{v, from[v]}] += amount
			}
			total += amount
			goto search
		}
	}
	for _, v := range g.nodes {
		for _, w := range g.edges[v] {
			_, a := from[v]
			if _, b := from[w]; a && !b {
				cut = append(cut, [2]N{v, w})
			}
		}
	}
	return
}

func (g *graph[N]) forest() (weight int, tree [][2]N) {
	type edge struct {
		w    int
		ends [2]N
	}
	var list []edge
	parent := map[N]N{}
	for _, v := range g.nodes {
		parent[v] = v
		for _, w := range g.edges[v] {
			list = append(list, edge{g.cap[[2]N{v, w}], [2]N{v, w}})
		}
	}
	find := func(v N) N {
		for parent[v] != v {
			parent[v] = parent[parent[v]]
			v = parent[v]
		}
		return v
	}
	slices.SortStableFunc(list, func(a, b edge) int { return a.w - b.w })
	for _, e := range list {
		if a, b := find(e.ends[0]), find(e.ends[1]); a != b {
			parent[a] = b
			weight += e.w
			tree = append(tree, e.ends)
		}
	}
	return
}

func (g *graph[N]) matching() map[N]N {
	match := map[N]N{}
	for _, v := range g.nodes {
		seen := map[N]bool{}
		var augment func(N) bool
		augment = func(v N) bool {
			for _, w := range g.edges[v] {
				if seen[w] {
					continue
				}
				seen[w] = true
				if owner, taken := match[w]; !taken || augment(owner) {
					match[w] = v
					return true
				}
			}
			return false
		}
		augment(v)
	}
	return match
}

func main() {
	g := parse("a>b b>c c>a c>d d>e e>f f>d g>f g>h h>g i")
	fmt.Println(g.nodes, g.components())
	_, err := g.order()
	var c cycle[string]
	fmt.Println(err, errors.As(err, &c), len(c))
	fmt.Println(parse("shirt>tie tie>jacket trousers>shoes trousers>belt belt>jacket socks>shoes watch").order())
	net := parse("s>a=16 s>c=13 a>b=12 b>c=9 c>a=4 c>d=14 d>b=7 b>t=20 d>t=4")
	fmt.Println(net.flow("s", "t"))
	fmt.Println(net.flow("t", "s"))
	fmt.Println(net.forest())
	fmt.Println(parse("a>b=4 c>d=1 d>e=2 e>c=3").forest())
	fmt.Println(parse("ann>tea ann>milk bob>tea cat>milk cat>juice dan>juice dan>tea").matching())
	n := graph[int]{edges: map[int][]int{}}
	for i := range 2000 {
		n.add(i)
		n.edges[i] = append(n.edges[i], (i+1)%2000)
	}
	fmt.Println(len(n.components()))
	_, err = n.order()
	fmt.Println(len(err.Error()))
}

// Output:
// [a b c d e f g h i] [[d e f] [a b c] [g h] [i]]
// cycle [a b c] true 3
// [watch trousers socks shoes shirt tie belt jacket] <nil>
// 23 [[a b] [d b] [d t]]
// 0 []
// 37 [[c a] [d t] [d b] [b c] [s c]]
// 7 [[c d] [d e] [a b]]
// map[juice:cat milk:ann tea:bob]
// 1
// 8897
