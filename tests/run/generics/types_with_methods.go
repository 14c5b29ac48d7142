package main

import "fmt"

type stack[T any] struct{ items []T }

func (s *stack[T]) push(x T) { s.items = append(s.items, x) }
func (s *stack[T]) pop() (x T, ok bool) {
	if len(s.items) == 0 {
		return
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

type pair[K comparable, V any] struct {
	key K
	val V
}

func (p pair[K, V]) String() string { return fmt.Sprintf("<%v=%v>", p.key, p.val) }

type list[T any] struct {
	head *node[T]
	size int
}

type node[T any] struct {
	v    T
	next *node[T]
}

func (l *list[T]) add(v T) *list[T] {
	l.head = &node[T]{v, l.head}
	l.size++
	return l
}

func (l *list[T]) each(yield func(T) bool) {
	for n := l.head; n != nil; n = n.next {
		if !yield(n.v) {
			return
		}
	}
}

func main() {
	var s stack[pair[string, int]]
	s.push(pair[string, int]{"a", 1})
	s.push(pair[string, int]{"b", 2})
	fmt.Println(s.pop())
	fmt.Println(s.pop())
	_, ok := s.pop()
	fmt.Println(ok)
	l := new(list[float64]).add(1.5).add(2.5)
	for v := range l.each {
		fmt.Print(v, " ")
	}
	fmt.Println(l.size)
	fmt.Printf("%T %T\n", s, l)
	fmt.Println(pair[int, []string]{1, []string{"x"}})
}

// Output:
// <b=2> true
// <a=1> true
// false
// 2.5 1.5 2
// main.stack[main.pair[string,int]] *main.list[float64]
// <1=[x]>
