package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	f := sync.OnceFunc(func() { fmt.Println("init") })
	f()
	f()
	v := sync.OnceValue(func() int { fmt.Println("compute"); return 42 })
	fmt.Println(v(), v())
	vs := sync.OnceValues(func() (string, error) { return "x", errors.New("e") })
	a, err := vs()
	b, err2 := vs()
	fmt.Println(a, b, err == err2)
	p := sync.OnceFunc(func() { panic("bad") })
	for range 2 {
		func() {
			defer func() { fmt.Println(recover()) }()
			p()
		}()
	}
}

// Output:
// init
// compute
// 42 42
// x x true
// bad
// bad
