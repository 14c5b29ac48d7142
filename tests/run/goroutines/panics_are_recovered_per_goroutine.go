package main

import (
	"errors"
	"fmt"
	"sync"
)

func safely(f func() int) (n int, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("wrapped: %w", r)
		default:
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return f(), nil
}

func main() {
	sentinel := errors.New("sentinel")
	tasks := []func() int{
		func() int { return 1 },
		func() int { panic("text") },
		func() int { panic(sentinel) },
		func() int { var s []int; return s[3] },
		func() int { var m map[string]int; m["x"] = 1; return 0 },
		func() int { c := make(chan int); close(c); close(c); return 0 },
		func() int { var t *struct{ n int }; return t.n },
		func() int { z := 0; return 1 / z },
	}
	results := make([]string, len(tasks))
	var wg sync.WaitGroup
	for i, task := range tasks {
		wg.Go(func() {
			n, err := safely(task)
			results[i] = fmt.Sprint(n, " ", err, " ", errors.Is(err, sentinel))
		})
	}
	wg.Wait()
	for _, r := range results {
		fmt.Println(r)
	}
}

// Output:
// 1 <nil> false
// 0 panic: text false
// 0 wrapped: sentinel true
// 0 wrapped: runtime error: index out of range [3] with length 0 false
// 0 wrapped: assignment to entry in nil map false
// 0 wrapped: close of closed channel false
// 0 wrapped: runtime error: invalid memory address or nil pointer dereference false
// 0 wrapped: runtime error: integer divide by zero false
