package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	d := *c
	c.Signal()
	func() {
		defer func() { fmt.Println(recover()) }()
		d2 := *c
		d2.Signal()
	}()
	_ = &d
	var wg sync.WaitGroup
	func() {
		defer func() { fmt.Println(recover()) }()
		wg.Add(-1)
	}()
}

// Output:
// sync.Cond is copied
// sync: negative WaitGroup counter
