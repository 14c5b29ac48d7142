package main

import (
	"container/heap"
	"fmt"
)

type item struct {
	name string
	prio int
	pos  int
}

type queue []*item

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].prio > q[j].prio }
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].pos, q[j].pos = i, j
}
func (q *queue) Push(x any) {
	it := x.(*item)
	it.pos = len(*q)
	*q = append(*q, it)
}
func (q *queue) Pop() any {
	old := *q
	it := old[len(old)-1]
	*q = old[:len(old)-1]
	return it
}

func main() {
	q := queue{{"low", 1, 0}, {"high", 9, 1}, {"mid", 5, 2}}
	heap.Init(&q)
	x := &item{name: "added", prio: 7}
	heap.Push(&q, x)
	heap.Push(&q, &item{name: "last", prio: 0})
	x.prio = 2
	heap.Fix(&q, x.pos)
	heap.Remove(&q, q[0].pos)
	for q.Len() > 0 {
		it := heap.Pop(&q).(*item)
		fmt.Print(it.name, ":", it.prio, " ")
	}
	fmt.Println()
}

// Output:
// mid:5 added:2 low:1 last:0
