package main

import (
	"fmt"
	"sync"
)

// Goroutines that offer to send and to receive at once meet each other, never themselves.

func exchange(c chan int, own int) int {
	select {
	case v := <-c:
		return v
	case c <- own:
		return -1
	}
}

type symmetric struct{ left, right chan int }

// swap gives away a value and takes the other's, whoever comes first.
func (s symmetric) swap(v int) (w int) {
	out, in := s.left, s.right
	for range 2 {
		select {
		case out <- v:
			out = nil
		case w = <-in:
			in = nil
		}
	}
	return
}

func main() {
	c := make(chan int)
	var wg sync.WaitGroup
	results := make([]int, 100)
	for i := range results {
		wg.Go(func() { results[i] = exchange(c, i) })
	}
	wg.Wait()
	sent, seen := 0, map[int]bool{}
	for i, r := range results {
		switch {
		case r == -1:
			sent++
		case r == i, seen[r], results[r] != -1:
			fmt.Println("wrong", i, r)
		default:
			seen[r] = true
		}
	}
	fmt.Println(sent, len(seen))

	s := symmetric{make(chan int), make(chan int)}
	back := symmetric{s.right, s.left}
	sum := 0
	done := make(chan int)
	go func() {
		n := 0
		for i := range 200 {
			n += back.swap(i)
		}
		done <- n
	}()
	for i := range 200 {
		sum += s.swap(i * 2)
	}
	fmt.Println(sum, <-done)

	// A full and empty buffer of one: the two cases alternate.
	b := make(chan string, 1)
	log := ""
	for i := range 6 {
		select {
		case b <- fmt.Sprint(i):
			log += "s"
		case v := <-b:
			log += "r" + v
		}
	}
	fmt.Println(log, len(b))

	// Values and channels of cases are evaluated for all cases, in order, before one is taken.
	trace := []string{}
	ch := func(n string, c chan string) chan string { trace = append(trace, n); return c }
	val := func(s string) string { trace = append(trace, "value "+s); return s }
	select {
	case ch("a", nil) <- val("x"):
	case <-ch("b", nil):
	case ch("c", b) <- val("y"):
		trace = append(trace, "sent")
	case *func() *string { trace = append(trace, "never"); return new(string) }() = <-ch("d", nil):
	}
	fmt.Println(trace, <-b)
}

// Output:
// 50 50
// 19900 39800
// sr0sr2sr4 0
// [a value x b c value y d sent] y
