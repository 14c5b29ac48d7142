package main

import (
	"errors"
	"fmt"
	"runtime"
)

// A panic unwinds its own goroutine; a server guards each request so that one mistake does not end them all.

func guarded(handler func(int) int, n int) (answer int, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case runtime.Error:
			err = fmt.Errorf("request %d: %w", n, r)
		default:
			err = fmt.Errorf("request %d: %v", n, r)
		}
	}()
	return handler(n), nil
}

func main() {
	table := []int{10, 20, 30}
	handler := func(n int) int {
		if n == 4 {
			panic("four is not allowed")
		}
		return 100 / (table[n] - 20)
	}
	results := make(chan string)
	for n := range 5 {
		go func() {
			answer, err := guarded(handler, n)
			var re runtime.Error
			results <- fmt.Sprint(n, ": ", answer, " ", err, " ", errors.As(err, &re))
		}()
	}
	lines := make([]string, 5)
	for range lines {
		line := <-results
		lines[line[0]-'0'] = line
	}
	for _, line := range lines {
		fmt.Println(line)
	}
}

// Output:
// 0: -10 <nil> false
// 1: 0 request 1: runtime error: integer divide by zero true
// 2: 10 <nil> false
// 3: 0 request 3: runtime error: index out of range [3] with length 3 true
// 4: 0 request 4: four is not allowed false
