package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
)

// A chain of panics in deferred calls: values of several kinds, printed as Go prints them.

type (
	str   string
	code  int
	ratio float32
	cplx  complex64
	flag  bool
	inner struct{ a, b int }
	both  struct{ error }
)

type stringer struct{ s string }

func (s stringer) String() string { return "<" + s.s + ">" }

func main() {
	signal.Reset(os.Interrupt)
	defer func() { panic(fmt.Sprintf("%d\n%q", 1, "tail")) }()
	defer func() { panic(both{errors.New("embedded error")}) }()
	defer func() { panic(stringer{"has String"}) }()
	defer func() { panic(str("named\nstring")) }()
	defer func() { panic(code(-5)) }()
	defer func() { panic(ratio(0.25)) }()
	defer func() { panic(cplx(1 - 2i)) }()
	defer func() { panic(flag(true)) }()
	defer func() { panic('x') }()
	defer func() { panic(uint8(200)) }()
	defer func() { panic(1e100) }()
	defer func() { panic(errors.Join(errors.New("one"), errors.New("two"))) }()
	defer func() { panic(uintptr(10)) }()
	panic(inner{1, 2}.a)
}

// Exit: 2
// Stderr:
// panic: 1
// 	panic: 10
// 	panic: one
// 	two
// 	panic: 1e+100
// 	panic: 200
// 	panic: 120
// 	panic: main.flag(true)
// 	panic: main.cplx(1-2i)
// 	panic: main.ratio(0.25)
// 	panic: main.code(-5)
// 	panic: main.str("named
// 	string")
// 	panic: <has String>
// 	panic: embedded error
// 	panic: 1
// 	"tail"
//
// goroutine 1 [running]:
