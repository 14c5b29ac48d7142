// Panics in deferred calls during a panic: all of them are printed, recovered ones marked, in the order in which they happened.
package main

import (
	"errors"
	"fmt"
)

type failure struct {
	code int
	why  string
}

func (f *failure) Error() string { return fmt.Sprintf("failure %d: %s", f.code, f.why) }

type named string

func inner() {
	defer func() {
		r := recover()
		fmt.Println("inner recovered", r)
		panic(fmt.Errorf("again: %w", errors.New(fmt.Sprint(r))))
	}()
	panic(named("first"))
}

func middle() {
	defer func() {
		defer func() {
			panic(&failure{3, "while cleaning"})
		}()
		panic(1.5)
	}()
	inner()
}

func main() {
	defer fmt.Println("main's deferred call runs")
	defer func() {
		defer func() {
			r := recover()
			fmt.Println("recovered the newest:", r)
			panic(complex(1, -2))
		}()
		panic("replaces")
	}()
	middle()
}

// Exit: 2
// Output:
// inner recovered first
// recovered the newest: replaces
// main's deferred call runs
// Stderr:
// panic: main.named("first") [recovered]
// 	panic: again: first
// 	panic: 1.5
// 	panic: failure 3: while cleaning
// 	panic: replaces [recovered]
// 	panic: (1-2i)
//
// goroutine 1 [running]:
