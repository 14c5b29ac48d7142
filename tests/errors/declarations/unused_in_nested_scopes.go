package main

import (
	"fmt"
	_ "os"
	str "strings"
	. "math"
)

func named() (n int, err error) {
	if n, err := 1, error(nil); true {
		return
	}
	{
		err := fmt.Errorf("x")
		return
	}
}

func main() {
	x := 1
	x = 2
	f := func(unused int) { y := unused }
	var a, b int
	_ = a
	for i := 0; ; i++ {
		j := i
	}
	for k, v := range []int{} {
	}
	switch t := any(x).(type) {
	case int:
	}
	switch t := any(x).(type) {
	case int:
		_ = t
	case string:
	}
	switch z := 3; {
	}
	if w := 1; w > 0 {
		w := 2
	}
	c := make(chan int)
	select {
	case v := <-c:
	case v, ok := <-c:
		_ = ok
	}
	func() {
		inner := 1
		func() { inner = 2 }()
	}()
	const unused = 1
	type unusedType int
	go func() { g := 1 }()
	var p *int
	*p = 1
	s := struct{ f int }{}
	s.f = 1
	arr := [3]int{}
	arr[0] = 1
	lit := func() {}
	m, n := 1, 2
	m, o := 3, 4
	_ = n
label:
	for {
	}
}

// Errors:
// 6:2: \"strings\" imported as str and not used
// 7:2: \"math\" imported and not used
// 11:5: declared and not used: n
// 11:8: declared and not used: err
// 12:3: result parameter n not in scope at return\n\t./unused_in_nested_scopes.go:11:5: inner declaration of var n int
// 12:3: result parameter err not in scope at return\n\t./unused_in_nested_scopes.go:11:8: inner declaration of var err error
// 15:3: declared and not used: err
// 16:3: result parameter err not in scope at return\n\t./unused_in_nested_scopes.go:15:3: inner declaration of var err error
// 23:2: declared and not used: f
// 23:26: declared and not used: y
// 24:9: declared and not used: b
// 27:3: declared and not used: j
// 29:6: declared and not used: k
// 29:9: declared and not used: v
// 31:9: t declared and not used
// 39:9: declared and not used: z
// 42:3: declared and not used: w
// 46:7: declared and not used: v
// 47:7: declared and not used: v
// 51:3: declared and not used: inner
// 56:14: declared and not used: g
// 63:2: declared and not used: lit
// 64:2: declared and not used: m
// 65:5: declared and not used: o
// 67:1: label label defined and not used
