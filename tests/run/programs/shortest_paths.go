package main

import (
	"container/heap"
	"fmt"
	"strings"
)

type edge struct {
	to   string
	cost int
}

type item struct {
	node string
	dist int
}

type queue []item

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].dist < q[j].dist }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(item)) }
func (q *queue) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}

func shortest(g map[string][]edge, from string) (map[string]int, map[string]string) {
	dist, via := map[string]int{from: 0}, map[string]string{}
	q := &queue{{from, 0}}
	for q.Len() > 0 {
		it := heap.Pop(q).(item)
		if it.dist > dist[it.node] {
			continue
		}
		for _, e := range g[it.node] {
			d := it.dist + e.cost
			if old, seen := dist[e.to]; !seen || d < old {
				dist[e.to], via[e.to] = d, it.node
				heap.Push(q, item{e.to, d})
			}
		}
	}
	return dist, via
}

func main() {
	g := map[string][]edge{}
	for _, line := range strings.Split("a b 7,a c 9,a f 14,b c 10,b d 15,c d 11,c f 2,d e 6,e f 9", ",") {
		var x, y string
		var c int
		fmt.Sscanf(line, "%s %s %d", &x, &y, &c)
		g[x] = append(g[x], edge{y, c})
		g[y] = append(g[y], edge{x, c})
	}
	dist, via := shortest(g, "a")
	fmt.Println(dist)
	path := "e"
	for n := "e"; n != "a"; {
		n = via[n]
		path = n + " " + path
	}
	fmt.Println(path)
}

// Output:
// map[a:0 b:7 c:9 d:20 e:20 f:11]
// a c f e
