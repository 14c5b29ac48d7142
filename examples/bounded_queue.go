package main

import (
	"fmt"
	"sync"
)

// A queue of at most three elements, made of a mutex and two conditions. A buffered channel is the short way to the same;
// this is what it saves.

type queue[T any] struct {
	mu                sync.Mutex
	notFull, notEmpty *sync.Cond
	items             []T
	limit             int
}

func newQueue[T any](limit int) *queue[T] {
	q := &queue[T]{limit: limit}
	q.notFull, q.notEmpty = sync.NewCond(&q.mu), sync.NewCond(&q.mu)
	return q
}

func (q *queue[T]) put(v T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == q.limit {
		q.notFull.Wait()
	}
	q.items = append(q.items, v)
	q.notEmpty.Signal()
}

func (q *queue[T]) take() T {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.notEmpty.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	q.notFull.Signal()
	return v
}

func main() {
	q := newQueue[int](3)
	go func() {
		for i := range 100 {
			q.put(i)
		}
	}()
	sum, inOrder := 0, true
	for i := range 100 {
		v := q.take()
		sum += v
		inOrder = inOrder && v == i
	}
	fmt.Println("sum", sum, "in order", inOrder)
}

// Output:
// sum 4950 in order true
