package main

import (
	"container/heap"
	"fmt"
	"sort"
	"strings"
)

type event struct {
	at   int
	name string
	do   func(*sim)
}

type sim struct {
	now    int
	queue  events
	log    []string
	counts map[string]int
}

type events []event

func (e events) Len() int { return len(e) }
func (e events) Less(i, j int) bool {
	if e[i].at != e[j].at {
		return e[i].at < e[j].at
	}
	return e[i].name < e[j].name
}
func (e events) Swap(i, j int) { e[i], e[j] = e[j], e[i] }
func (e *events) Push(x any)   { *e = append(*e, x.(event)) }
func (e *events) Pop() any {
	last := (*e)[len(*e)-1]
	*e = (*e)[:len(*e)-1]
	return last
}

func (s *sim) schedule(delay int, name string, do func(*sim)) {
	heap.Push(&s.queue, event{s.now + delay, name, do})
}

func (s *sim) run(until int) {
	for s.queue.Len() > 0 && s.queue[0].at <= until {
		e := heap.Pop(&s.queue).(event)
		s.now = e.at
		s.log = append(s.log, fmt.Sprintf("%02d:%s", e.at, e.name))
		s.counts[e.name]++
		if e.do != nil {
			e.do(s)
		}
	}
}

func main() {
	s := &sim{counts: map[string]int{}}
	var tick func(*sim)
	tick = func(s *sim) { s.schedule(7, "tick", tick) }
	s.schedule(0, "tick", tick)
	for i := range 3 {
		s.schedule(i*5+1, "arrive", func(s *sim) {
			s.schedule(4+i, "leave", nil)
		})
	}
	s.run(25)
	fmt.Println(strings.Join(s.log, " "))
	var names []string
	for n := range s.counts {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		fmt.Print(n, "=", s.counts[n], " ")
	}
	fmt.Println(len(s.queue))
}

// Output:
// 00:tick 01:arrive 05:leave 06:arrive 07:tick 11:arrive 11:leave 14:tick 17:leave 21:tick
// arrive=3 leave=3 tick=4 1
